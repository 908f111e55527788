#include "app/settings/config.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace quarterdeck;

namespace {

constexpr char Certificate[] = "-----BEGIN CERTIFICATE-----\n      MIIB\n      -----END CERTIFICATE-----";

// One backend with these lines; a warning stands where it was refused.
Config backend(const QByteArray &lines)
{
    const auto config = parseConfig("version: 1\nbackends:\n- name: b\n  type: prometheus\n  url: https://p.example\n" + lines,
        QStringLiteral("c.yaml"), QStringLiteral("/etc/qd"));
    return config ? *config : Config {};
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

/// The keys of Prometheus' http_config, whole, and what of them is refused.
class TestHttpConfig : public QObject {
    Q_OBJECT

private slots:
    void refused_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("words");
        QTest::newRow("inline password") << QByteArray("  basic_auth: {username: u, password: hunter2}\n") << "password_ref";
        QTest::newRow("inline credentials") << QByteArray("  authorization: {credentials: hunter2}\n") << "credentials_file";
        QTest::newRow("inline bearer token") << QByteArray("  bearer_token: hunter2\n") << "holds a secret";
        QTest::newRow("inline key") << QByteArray("  tls_config: {key: hunter2}\n") << "key_file";
        QTest::newRow("secret header") << QByteArray("  http_headers: {Authorization: hunter2}\n") << "looks like a secret";
        QTest::newRow("api key header") << QByteArray("  http_headers: {X-Api-Key: {values: [hunter2]}}\n") << "looks like a secret";
        QTest::newRow("header secrets") << QByteArray("  http_headers: {X-A: {secrets: [hunter2]}}\n") << "looks like a secret";
        QTest::newRow("header injection") << QByteArray("  http_headers: {X-A: \"a\\r\\nB: c\"}\n") << "one line";
        QTest::newRow("proxy password") << QByteArray("  proxy_url: http://u:hunter2@p:1\n") << "without a name or password";
        QTest::newRow("two kinds") << QByteArray("  basic_auth: {username: u, password_env: P}\n  authorization: {credentials_env: C}\n")
                                   << "only one of";
        QTest::newRow("two places") << QByteArray("  authorization: {credentials_env: C, credentials_ref: keychain:c}\n") << "more than one way";
        QTest::newRow("no secret") << QByteArray("  authorization: {type: Bearer}\n") << "needs one of";
        QTest::newRow("bad ref") << QByteArray("  authorization: {credentials_ref: vault:x}\n") << "keychain:<name>";
        QTest::newRow("basic by authorization") << QByteArray("  authorization: {type: Basic, credentials_env: C}\n") << "use basic_auth";
        QTest::newRow("verify maybe") << QByteArray("  tls_config: {insecure_skip_verify: maybe}\n") << "true or false";
        QTest::newRow("certificate alone") << QByteArray("  tls_config: {cert_file: a.pem}\n") << "together";
        QTest::newRow("tls is a list") << QByteArray("  tls_config: [a]\n") << "is a map";
        const auto oauth2 = [](const char *name, const char *keys, const char *words) {
            QTest::newRow(name) << QByteArray("  oauth2: {") + keys + "}\n" << QString::fromLatin1(words);
        };
        oauth2("no client secret", "client_id: x, token_url: 'https://i/t'", "oauth2 needs a client_id and one of client_secret_ref");
        oauth2("no client id", "client_secret_env: S, token_url: 'https://i/t'", "oauth2 needs a client_id");
        oauth2("no token url", "client_id: x, client_secret_env: S", "oauth2 needs a token_url");
        oauth2("odd token url", "client_id: x, client_secret_env: S, token_url: 'file:///etc/passwd'", "is not a URL");
        oauth2("inline client secret", "client_id: x, client_secret: hunter2, token_url: 'https://i/t'", "client_secret_ref");
        oauth2("two client secrets", "client_id: x, client_secret_env: S, client_secret_file: f, token_url: 'https://i/t'", "more than one way");
        oauth2("secret param", "client_id: x, client_secret_env: S, token_url: 'https://i/t', endpoint_params: {password: hunter2}",
            "looks like a secret");
        oauth2("params list", "client_id: x, client_secret_env: S, token_url: 'https://i/t', endpoint_params: [a]", "is a map");
        oauth2("other grant", "client_id: x, client_secret_env: S, token_url: 'https://i/t', grant_type: password", "client_credentials");
        oauth2("browser without client", "grant_type: authorization_code, token_url: 'https://i/t'", "oauth2 needs a client_id");
        oauth2("browser at a file", "grant_type: authorization_code, client_id: x, authorize_url: 'file:///etc/passwd'", "is not a URL");
        oauth2("browser to a low port", "grant_type: authorization_code, client_id: x, redirect_port: 80", "1024 to 65535");
        oauth2("browser to no port", "grant_type: authorization_code, client_id: x, redirect_port: any", "1024 to 65535");
        oauth2("browser with a secret", "grant_type: authorization_code, client_id: x, client_secret: hunter2", "client_secret_ref");
        oauth2("its tls", "client_id: x, client_secret_env: S, token_url: 'https://i/t', tls_config: {key: hunter2}", "key_file");
        oauth2("its proxy", "client_id: x, client_secret_env: S, token_url: 'https://i/t', proxy_url: 'http://u:hunter2@p'", "without a name");
        QTest::newRow("oauth2 is a text") << QByteArray("  oauth2: x\n") << "oauth2 is a map";
        QTest::newRow("oauth2 and basic") << QByteArray("  oauth2: {client_id: x}\n  basic_auth: {username: u, password_env: P}\n") << "only one of";
        QTest::newRow("tls 1.4") << QByteArray("  tls_config: {min_version: TLS14}\n") << "TLS12 or TLS13";
        QTest::newRow("ca is not a certificate") << QByteArray("  tls_config: {ca: hunter2}\n") << "is not a certificate";
        QTest::newRow("ca is a key") << QByteArray("  tls_config: {ca: '-----BEGIN PRIVATE") + " KEY----- hunter2'}\n"
                                     << "holds a private key";
        QTest::newRow("ca twice") << QByteArray("  tls_config:\n    ca_file: a\n    ca: |\n      ") + Certificate + "\n"
                                  << "keep one of them";
        QTest::newRow("certificate without key") << QByteArray("  tls_config:\n    cert: |\n      ") + Certificate + "\n"
                                                 << "together";
        QTest::newRow("proxy and environment") << QByteArray("  proxy_url: http://p:1\n  proxy_from_environment: true\n") << "exclude each other";
        QTest::newRow("proxy password in the file")
            << QByteArray("  proxy_url: http://p:1\n  proxy_connect_header: {Proxy-Authorization: [Basic hunter2]}\n") << "looks like a secret";
        QTest::newRow("length header") << QByteArray("  http_headers: {Content-Length: 5}\n") << "cannot be set";
        QTest::newRow("empty header") << QByteArray("  http_headers: {X-A: {values: []}}\n") << "has no value";
        QTest::newRow("header ref") << QByteArray("  http_headers: {X-A: {refs: [vault:x]}}\n") << "keychain:<name>";
    }
    void refused()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, words);
        const Config c = backend(lines);
        QVERIFY(c.backends.empty());
        QCOMPARE(int(c.warnings.size()), 1);
        QVERIFY2(c.warnings[0].contains(words), qPrintable(c.warnings[0]));
        QVERIFY2(!c.warnings[0].contains(QStringLiteral("hunter2")), "a secret must not be repeated in a message");
    }

    void oauth2Whole()
    {
        const Config c = backend("  oauth2:\n    client_id: qd\n    client_secret_file: s\n    token_url: https://idp.example/t\n    scopes: [a, b]\n"
                                 "    endpoint_params: {audience: am}\n    tls_config: {ca_file: idp.pem, insecure_skip_verify: true}\n"
                                 "    proxy_url: http://p:3128\n    odd: 1\n");
        QCOMPARE(c.warnings, QStringList(QStringLiteral("c.yaml:14: the key \"odd\" is unknown in oauth2 and is ignored")));
        const HttpConfig &http = c.backends.at(0).http;
        QCOMPARE(http.auth, HttpConfig::Auth::OAuth2);
        QCOMPARE(http.oauth2->clientId, QStringLiteral("qd"));
        QCOMPARE(http.oauth2->clientSecret.file, QStringLiteral("/etc/qd/s"));
        QCOMPARE(http.oauth2->tokenUrl, QUrl(QStringLiteral("https://idp.example/t")));
        QCOMPARE(http.oauth2->scopes, (QStringList {QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(http.oauth2->endpointParams.value(QStringLiteral("audience")), QStringLiteral("am"));
        QCOMPARE(http.oauth2->tls.caFile, QStringLiteral("/etc/qd/idp.pem"));
        QCOMPARE(http.oauth2->proxy.url, QStringLiteral("http://p:3128"));
        QVERIFY(http.skipsVerification());
        QVERIFY(!http.tls.insecureSkipVerify);
        QVERIFY(http.proxy.url.isEmpty());
    }

    void oauth2InTheBrowser()
    {
        const Config c = backend(
            "  oauth2:\n    grant_type: authorization_code\n    client_id: qd\n    authorize_url: https://idp.example/a?prompt=consent\n"
            "    token_url: https://idp.example/t\n    scopes: [read]\n    redirect_port: 8912\n");
        QCOMPARE(c.warnings, QStringList());
        const OAuth2Config &oauth2 = *c.backends.at(0).http.oauth2;
        QVERIFY(oauth2.isByPerson());
        QVERIFY(oauth2.clientSecret.isEmpty());
        QCOMPARE(oauth2.authorizeUrl, QUrl(QStringLiteral("https://idp.example/a?prompt=consent")));
        QCOMPARE(oauth2.tokenUrl, QUrl(QStringLiteral("https://idp.example/t")));
        QCOMPARE(oauth2.redirectPort, quint16(8912));
        QCOMPARE(oauth2.signInName, QStringLiteral("b"));
        // The kind may know the addresses.
        const Config bare = backend("  oauth2: {grant_type: authorization_code, client_id: qd, client_secret_env: S}\n");
        QCOMPARE(bare.warnings, QStringList());
        QVERIFY(bare.backends.at(0).http.oauth2->tokenUrl.isEmpty());
        QCOMPARE(bare.backends.at(0).http.oauth2->clientSecret.env, QStringLiteral("S"));
        const Config idle = backend("  oauth2: {client_id: x, client_secret_env: S, token_url: 'https://i/t', authorize_url: 'https://i/a'}\n");
        QVERIFY2(idle.warnings.value(0).contains(QStringLiteral("no effect without grant_type")), qPrintable(idle.warnings.value(0)));
        QVERIFY(idle.backends.at(0).http.oauth2->signInName.isEmpty());
    }

    void tlsWhole()
    {
        const QByteArray pem = QByteArray("|\n      ") + Certificate + "\n";
        const Config c = backend("  tls_config:\n    min_version: TLS13\n    key_file: k\n    ca: " + pem + "    cert: " + pem);
        QCOMPARE(c.warnings, QStringList());
        const TlsConfig &tls = c.backends.at(0).http.tls;
        QCOMPARE(tls.minVersion, TlsConfig::Version::Tls13);
        QCOMPARE(tls.ca, QStringLiteral("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"));
        QCOMPARE(tls.cert, tls.ca);
        QCOMPARE(tls.keyFile, QStringLiteral("/etc/qd/k"));
        const Config old = backend("  tls_config: {min_version: tls10}\n");
        QVERIFY2(old.warnings.value(0).contains(QStringLiteral("never less than TLS12")), qPrintable(old.warnings.value(0)));
        QCOMPARE(old.backends.at(0).http.tls.minVersion, TlsConfig::Version::Tls12);
    }

    void proxyWhole()
    {
        const Config c = backend("  proxy_url: http://p:3128\n  no_proxy: 10.0.0.0/8, .example\n"
                                 "  proxy_connect_header: {X-Site: [eu, am], Proxy-Authorization: {refs: ['keychain:proxy']}}\n");
        QCOMPARE(c.warnings, QStringList());
        const ProxyConfig &proxy = c.backends.at(0).http.proxy;
        QCOMPARE(proxy.noProxy, QStringLiteral("10.0.0.0/8, .example"));
        QCOMPARE(proxy.connectHeaders.size(), std::size_t(3));
        QCOMPARE(proxy.connectHeaders[1], (ConfiguredHeader {QStringLiteral("X-Site"), QStringLiteral("am"), {}}));
        QCOMPARE(proxy.connectHeaders[2].secret.keychain, QStringLiteral("proxy"));
        for (const char *lines : {"  no_proxy: x\n", "  proxy_from_environment: true\n  no_proxy: x\n", "  proxy_connect_header: {X-A: b}\n"}) {
            const Config idle = backend(lines);
            QCOMPARE(idle.backends.size(), std::size_t(1));
            QCOMPARE(int(idle.warnings.size()), 1);
            QVERIFY2(idle.warnings[0].contains(QStringLiteral("no effect")) || idle.warnings[0].contains(QStringLiteral("ignored")),
                qPrintable(idle.warnings[0]));
        }
    }

    void headersFromOtherPlaces()
    {
        const Config c = backend("  http_headers: {X-Api-Key: {files: [key], refs: ['keychain:k']}, X-A: {values: [one, two], odd: 1}}\n");
        QCOMPARE(int(c.warnings.size()), 1);
        QVERIFY(c.warnings[0].contains(QStringLiteral("\"odd\" is unknown in X-A")));
        const auto &headers = c.backends.at(0).http.headers;
        QCOMPARE(headers.size(), std::size_t(4));
        QCOMPARE(headers[0].secret.file, QStringLiteral("/etc/qd/key"));
        QCOMPARE(headers[1].secret.keychain, QStringLiteral("k"));
        QCOMPARE(headers[3].text, QStringLiteral("two"));
    }

    void basicAuthAndHeaders()
    {
        const Config c = backend("  basic_auth: {username: u, password_env: PW}\n  http_headers: {X-Scope-OrgID: {values: [team-a]}, X-B: c}\n"
                                 "  follow_redirects: true\n  proxy_from_environment: yes\n  allow_plaintext: true\n  tls_config: {server_name: s, "
                                 "insecure_skip_verify: true}\n");
        QCOMPARE(int(c.backends.size()), 1);
        const HttpConfig &http = c.backends[0].http;
        QCOMPARE(http.auth, HttpConfig::Auth::Basic);
        QCOMPARE(http.username, QStringLiteral("u"));
        QCOMPARE(http.secret.env, QStringLiteral("PW"));
        QCOMPARE(http.headers.size(), std::size_t(2));
        QCOMPARE(http.headers[0], (ConfiguredHeader {QStringLiteral("X-Scope-OrgID"), QStringLiteral("team-a"), {}}));
        QCOMPARE(http.headers[1], (ConfiguredHeader {QStringLiteral("X-B"), QStringLiteral("c"), {}}));
        QVERIFY(http.proxy.fromEnvironment);
        QVERIFY(http.allowPlaintext);
        QVERIFY(http.tls.insecureSkipVerify);
        QCOMPARE(int(c.warnings.size()), 1);
        QVERIFY(c.warnings[0].contains(QStringLiteral("follow_redirects is ignored")));
    }

    void aUsernameFromAFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("name"));
        write(path, "ana\n");
        const auto configured = [](const QString &name) {
            return backend("  basic_auth: {username_file: '" + name.toUtf8() + "', password_env: PW}\n");
        };
        const Config c = configured(path);
        QCOMPARE(c.warnings, QStringList());
        QCOMPARE(c.backends.at(0).http.username, QStringLiteral("ana"));
        write(path, "ana\nben\n");
        QVERIFY(configured(path).warnings.value(0).contains(QStringLiteral("one name on one line")));
        for (const QString &odd : {folder.filePath(QStringLiteral("absent")), folder.path(), QStringLiteral("/dev/zero")}) {
            const Config refused = configured(odd);
            QVERIFY(refused.backends.empty());
            QVERIFY2(refused.warnings.value(0).contains(QStringLiteral("cannot be read")), qPrintable(refused.warnings.value(0)));
        }
        const Config both = backend("  basic_auth: {username: u, username_file: f, password_env: PW}\n");
        QVERIFY(both.warnings.value(0).contains(QStringLiteral("keep one of them")));
    }
};

QTEST_GUILESS_MAIN(TestHttpConfig)
#include "tst_httpconfig.moc"
