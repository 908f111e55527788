#include "app/core/clock.h"
#include "app/net/httpclient.h"
#include "tests/support/await.h"
#include "tests/support/fixedsecrets.h"
#include "tests/support/scriptedserver.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace quarterdeck;

namespace {

constexpr char Canary[] = "c4n4ry-t0k3n";

/// `openssl s_server` on a free port of this machine; ended with the object.
class TlsServer {
public:
    TlsServer(const QString &folder, const QString &certificate, const QStringList &more)
    {
        m_process.setWorkingDirectory(folder);
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        QStringList arguments {QStringLiteral("s_server"), QStringLiteral("-accept"), QStringLiteral("127.0.0.1:0"), QStringLiteral("-cert"),
            certificate + QStringLiteral(".pem"), QStringLiteral("-key"), QStringLiteral("leaf.key")};
        m_process.start(QStringLiteral("openssl"), arguments + more);
        static const QRegularExpression Accept(QStringLiteral("ACCEPT .*:(\\d+)"));
        (void)QTest::qWaitFor(
            [this] {
                const auto match = Accept.match(QString::fromUtf8(output()));
                m_port = match.captured(1).toInt();
                return m_port > 0;
            },
            10'000);
    }
    ~TlsServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    const QByteArray &output()
    {
        m_output += m_process.readAll();
        return m_output;
    }
    QUrl url(const QString &host = QStringLiteral("localhost")) const
    {
        QUrl url(QStringLiteral("https://x/"));
        url.setHost(host);
        url.setPort(m_port);
        return url;
    }

private:
    QProcess m_process;
    QByteArray m_output;
    int m_port = 0;
};

} // namespace

/// Verification is always on, its failures are told apart in words, and no byte of a request leaves before it succeeded.
class TestTls : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty()) {
            QSKIP("openssl absent");
        }
        QVERIFY(m_folder.isValid());
        qputenv("SSLKEYLOGFILE", path("keys.log").toLocal8Bit());
        makeAuthority(QStringLiteral("ca"));
        makeAuthority(QStringLiteral("other"));
        makeLeaf(QStringLiteral("good"), QStringLiteral("DNS:localhost"), QStringLiteral("20200101000000Z"), QStringLiteral("20991231000000Z"));
        makeLeaf(
            QStringLiteral("wronghost"), QStringLiteral("DNS:eu-am.example"), QStringLiteral("20200101000000Z"), QStringLiteral("20991231000000Z"));
        makeLeaf(QStringLiteral("expired"), QStringLiteral("DNS:localhost"), QStringLiteral("20200101000000Z"), QStringLiteral("20210101000000Z"));
        makeLeaf(QStringLiteral("address"), QStringLiteral("IP:127.0.0.1"), QStringLiteral("20200101000000Z"), QStringLiteral("20991231000000Z"));
        makeLeaf(QStringLiteral("future"), QStringLiteral("DNS:localhost"), QStringLiteral("20980101000000Z"), QStringLiteral("20991231000000Z"));
        openssl("req -x509 -key leaf.key -subj /CN=localhost -addext subjectAltName=DNS:localhost -days 30 -out selfsigned.pem");
        const QByteArray der = openssl("pkey -in leaf.key -pubout -outform DER");
        m_pin = QStringLiteral("sha256//") + QString::fromLatin1(QCryptographicHash::hash(der, QCryptographicHash::Sha256).toBase64());
        m_client = fresh();
    }
    void cleanupTestCase()
    {
        m_client.reset();
        QVERIFY(!QFile::exists(path("keys.log")));
        QVERIFY(!qEnvironmentVariableIsSet("SSLKEYLOGFILE"));
    }

    void goodCertificate()
    {
        TlsServer server(m_folder.path(), QStringLiteral("good"), {QStringLiteral("-www")});
        const auto response = await(send(server, withCa()));
        QVERIFY2(response, qPrintable(response ? QString() : response.error().what));
        QCOMPARE(response->status, 200);
    }

    void badCertificates_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("words");
        QTest::newRow("expired") << "expired"
                                 << "The certificate of localhost has expired.";
        QTest::newRow("not yet valid") << "future"
                                       << "The certificate of localhost is not valid yet. Check the clock of this computer.";
        QTest::newRow("self-signed") << "selfsigned"
                                     << "The certificate of localhost is signed by an unknown authority. Add its CA file.";
        QTest::newRow("wrong host") << "wronghost"
                                    << "The certificate presented by localhost is for a different host name. Check the address, or set server_name.";
    }
    void badCertificates()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, words);
        TlsServer server(m_folder.path(), certificate, {});
        for (int method : {0, 1}) {
            const auto response = await(send(server, withCa(), method));
            QVERIFY(!response);
            QCOMPARE(response.error().kind, ErrorKind::Tls);
            QCOMPARE(response.error().what, words);
            QCOMPARE(response.error().certificate == CertificateFault::OtherName, certificate == QLatin1StringView("wronghost"));
            QCOMPARE(response.error().where, QStringLiteral("/"));
        }
        QTest::qWait(50);
        QVERIFY(!server.output().contains(Canary));
        QVERIFY(!server.output().contains("HTTP/1.1"));
    }

    void unknownAuthority()
    {
        TlsServer server(m_folder.path(), QStringLiteral("good"), {});
        const auto bySystem = await(send(server, TlsConfig {}));
        QCOMPARE(bySystem.error().kind, ErrorKind::Tls);
        QCOMPARE(bySystem.error().certificate, CertificateFault::UnknownSigner);
        TlsConfig other;
        other.caFile = path("other.pem");
        QCOMPARE(await(send(server, other)).error().kind, ErrorKind::Tls);
        QVERIFY(!server.output().contains(Canary));
    }

    void certificatesOfTheConfigurationItself()
    {
        TlsServer server(m_folder.path(), QStringLiteral("good"),
            {QStringLiteral("-www"), QStringLiteral("-Verify"), QStringLiteral("2"), QStringLiteral("-CAfile"), QStringLiteral("ca.pem"),
                QStringLiteral("-verify_return_error")});
        TlsConfig tls;
        tls.ca = read("ca.pem");
        tls.cert = read("wronghost.pem");
        tls.keyFile = path("leaf.key");
        const auto response = await(send(server, tls));
        QVERIFY2(response, qPrintable(response ? QString() : response.error().what));
        // They replace the others instead of adding to them.
        tls.ca = read("other.pem");
        QCOMPARE(await(send(server, tls)).error().kind, ErrorKind::Tls);
        tls.ca = QStringLiteral("-----BEGIN CERTIFICATE-----\nhello");
        const auto broken = await(send(server, tls));
        QCOMPARE(broken.error().kind, ErrorKind::Tls);
        tls.ca = read("ca.pem");
        tls.cert = QStringLiteral("-----BEGIN CERTIFICATE-----\nhello");
        const auto brokenCertificate = await(send(server, tls));
        QCOMPARE(brokenCertificate.error().kind, ErrorKind::Tls);
        QVERIFY2(brokenCertificate.error().what.contains(QLatin1StringView("in tls_config")), qPrintable(brokenCertificate.error().what));
    }

    void leastVersionCanBeRaised()
    {
        TlsServer older(m_folder.path(), QStringLiteral("good"), {QStringLiteral("-www"), QStringLiteral("-tls1_2")});
        TlsServer newer(m_folder.path(), QStringLiteral("good"), {QStringLiteral("-www"), QStringLiteral("-tls1_3")});
        TlsConfig tls = withCa();
        QVERIFY(await(send(older, tls)));
        tls.minVersion = TlsConfig::Version::Tls13;
        const auto refused = await(send(older, tls));
        QCOMPARE(refused.error().kind, ErrorKind::Tls);
        QVERIFY2(refused.error().what.contains(QLatin1StringView("TLS 1.3")), qPrintable(refused.error().what));
        QVERIFY(await(send(newer, tls)));
    }

    void aTunnelThroughARealProxy()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("tinyproxy")).isEmpty()) {
            QSKIP("tinyproxy absent");
        }
        // By its address: whether the proxy finds "localhost" is up to the machine.
        TlsServer server(m_folder.path(), QStringLiteral("address"), {QStringLiteral("-www")});
        const int port = freePort();
        write(QStringLiteral("proxy.conf"),
            "Listen 127.0.0.1\nPort " + QByteArray::number(port) + "\nMaxClients 5\nBasicAuth proxy pr0xy\nLogLevel Error\n");
        QProcess proxy;
        proxy.start(QStringLiteral("tinyproxy"), {QStringLiteral("-d"), QStringLiteral("-c"), path("proxy.conf")});
        HttpConfig config;
        config.tls = withCa();
        config.proxy.url = QStringLiteral("http://127.0.0.1:%1").arg(port);
        HttpRequest request;
        request.url = server.url(QStringLiteral("127.0.0.1"));
        const auto ask = [&] { return await(m_client->send(config, request, {})); };
        QTRY_COMPARE(ask().has_value() ? ErrorKind::Internal : ask().error().kind, ErrorKind::Unauthorized);
        QVERIFY2(ask().error().what.contains(QLatin1StringView("requires its own sign-in")), qPrintable(ask().error().what));
        config.proxy.connectHeaders.push_back({QStringLiteral("Proxy-Authorization"), {}, SecretRef {QStringLiteral("proxy"), {}, {}}});
        const auto response = ask();
        QVERIFY2(response, qPrintable(response ? QString() : response.error().what));
        QVERIFY(!response->body.contains("Proxy-Authorization"));
        proxy.kill();
        proxy.waitForFinished();
    }

    void unreadableFiles()
    {
        TlsServer server(m_folder.path(), QStringLiteral("good"), {QStringLiteral("-www")});
        TlsConfig tls;
        tls.caFile = path("none.pem");
        const auto noCa = await(send(server, tls));
        QCOMPARE(noCa.error().kind, ErrorKind::Tls);
        QVERIFY2(noCa.error().what.contains(QLatin1StringView("none.pem")), qPrintable(noCa.error().what));
        tls = withCa();
        tls.certFile = path("none.crt");
        tls.keyFile = path("none.key");
        const auto noCertificate = await(send(server, tls));
        QCOMPARE(noCertificate.error().kind, ErrorKind::Tls);
        QVERIFY2(noCertificate.error().what.contains(QLatin1StringView("none.crt")), qPrintable(noCertificate.error().what));
    }

    void pins()
    {
        TlsServer server(m_folder.path(), QStringLiteral("good"), {QStringLiteral("-www")});
        TlsConfig tls = withCa();
        tls.pinnedPublicKey = m_pin;
        QVERIFY(await(send(server, tls)));
        tls.pinnedPublicKey = QStringLiteral("sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        m_client = fresh();
        const auto wrong = await(send(server, tls));
        QCOMPARE(wrong.error().kind, ErrorKind::Tls);
        QVERIFY2(wrong.error().what.contains(QLatin1StringView("pinned")), qPrintable(wrong.error().what));
        // A pin counts even where the chain does not.
        tls.insecureSkipVerify = true;
        m_client = fresh();
        QCOMPARE(await(send(server, tls)).error().kind, ErrorKind::Tls);
    }

    void aPooledConnectionDoesNotCarryOverTrust()
    {
        TlsServer server(m_folder.path(), QStringLiteral("good"), {QStringLiteral("-www")});
        TlsConfig careless;
        careless.insecureSkipVerify = true;
        QVERIFY(await(send(server, careless)));
        QCOMPARE(await(send(server, TlsConfig {})).error().kind, ErrorKind::Tls);
        TlsConfig pinned = withCa();
        QVERIFY(await(send(server, pinned)));
        pinned.pinnedPublicKey = QStringLiteral("sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        QCOMPARE(await(send(server, pinned)).error().kind, ErrorKind::Tls);
    }

    void oldProtocolsAreRefused_data()
    {
        QTest::addColumn<QString>("version");
        QTest::newRow("1.0") << "-tls1";
        QTest::newRow("1.1") << "-tls1_1";
    }
    void oldProtocolsAreRefused()
    {
        QFETCH(QString, version);
        TlsServer server(m_folder.path(), QStringLiteral("good"), {version, QStringLiteral("-cipher"), QStringLiteral("ALL:@SECLEVEL=0")});
        TlsConfig tls = withCa();
        tls.insecureSkipVerify = true;
        const auto response = await(send(server, tls));
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::Tls);
        QVERIFY2(response.error().what.contains(QLatin1StringView("TLS 1.2")), qPrintable(response.error().what));
        QVERIFY(!server.output().contains(Canary));
    }

    void plainHttpBehindHttps()
    {
        ScriptedServer server([](const ScriptedRequest &) { return ScriptedReply::json("{}"); });
        HttpRequest request;
        request.url = server.url();
        request.url.setScheme(QStringLiteral("https"));
        request.timeout = Millis(2000);
        const auto response = await(m_client->send({}, request, {}));
        QVERIFY(!response);
        QVERIFY(server.requests().empty());
    }

    void serverNameIsVerifiedInsteadOfTheHost()
    {
        TlsServer server(m_folder.path(), QStringLiteral("wronghost"), {});
        TlsConfig tls = withCa();
        tls.serverName = QStringLiteral("eu-am.example");
        std::stop_source stop;
        const auto future = send(server, tls, 0, stop.get_token());
        QTRY_VERIFY2(server.output().contains(Canary), server.output().constData());
        QVERIFY2(server.output().contains("Host: localhost:" + QByteArray::number(server.url().port())), server.output().constData());
        stop.request_stop();
        QCOMPARE(await(future).error().kind, ErrorKind::Cancelled);
        tls.serverName = QStringLiteral("us-am.example");
        QCOMPARE(await(send(server, tls)).error().kind, ErrorKind::Tls);
    }

    void clientCertificates()
    {
        TlsServer server(m_folder.path(), QStringLiteral("good"),
            {QStringLiteral("-www"), QStringLiteral("-Verify"), QStringLiteral("2"), QStringLiteral("-CAfile"), QStringLiteral("ca.pem"),
                QStringLiteral("-verify_return_error")});
        QVERIFY(!await(send(server, withCa())));
        TlsConfig tls = withCa();
        tls.certFile = path("wronghost.pem");
        tls.keyFile = path("leaf.key");
        const auto response = await(send(server, tls));
        QVERIFY2(response, qPrintable(response ? QString() : response.error().what));
    }

private:
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QString read(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()) : QString();
    }
    static int freePort()
    {
        const RefusedPort port;
        return port.port();
    }
    TlsConfig withCa() const
    {
        TlsConfig tls;
        tls.caFile = path("ca.pem");
        return tls;
    }
    std::unique_ptr<HttpClient> fresh() const
    {
        auto secrets = std::make_shared<FixedSecrets>();
        secrets->secrets.insert(QStringLiteral("eu"), Canary);
        secrets->secrets.insert(QStringLiteral("proxy"), "Basic " + QByteArray("proxy:pr0xy").toBase64());
        return std::make_unique<HttpClient>(secrets, m_clock);
    }
    Async<HttpResponse> send(const TlsServer &server, const TlsConfig &tls, int method = 0, CancelToken cancel = {})
    {
        HttpConfig config;
        config.tls = tls;
        config.auth = HttpConfig::Auth::Authorization;
        config.secret.keychain = QStringLiteral("eu");
        HttpRequest request;
        request.url = server.url();
        request.method = HttpRequest::Method(method);
        request.timeout = Millis(5000);
        return m_client->send(config, request, cancel);
    }
    QByteArray openssl(const QByteArray &command)
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral("openssl"), QString::fromLatin1(command).split(u' '));
        process.waitForFinished();
        if (process.exitCode() != 0) {
            qWarning() << command << process.readAllStandardError();
        }
        return process.readAllStandardOutput();
    }
    void write(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    void makeAuthority(const QString &name)
    {
        const QByteArray id = name.toLatin1();
        openssl("req -x509 -newkey rsa:2048 -nodes -keyout " + id + ".key -out " + id + ".pem -subj /CN=Authority-" + id + " -days 3000");
        if (!QFile::exists(path("leaf.key"))) {
            openssl("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out leaf.key");
        }
    }
    void makeLeaf(const QString &name, const QString &alternative, const QString &from, const QString &until)
    {
        const QByteArray id = name.toLatin1();
        write(QStringLiteral("index.txt"), {});
        write(QStringLiteral("ca.cnf"),
            "[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nnew_certs_dir=.\ncertificate=ca.pem\nprivate_key=ca.key\ndefault_md=sha256\nrand_serial="
            "yes\n"
            "policy=p\nx509_extensions=x\nunique_subject=no\n[p]\ncommonName=supplied\n[x]\nsubjectAltName="
                + alternative.toLatin1() + "\n");
        openssl("req -new -key leaf.key -subj /CN=" + id + " -out leaf.csr");
        openssl("ca -batch -notext -config ca.cnf -in leaf.csr -out " + id + ".pem -startdate " + from.toLatin1() + " -enddate " + until.toLatin1());
    }

    QTemporaryDir m_folder;
    QString m_pin;
    SystemClock m_clock;
    std::unique_ptr<HttpClient> m_client;
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
