#include "app/net/tlsfiles.h"
#include "app/net/transporterror.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace quarterdeck;

namespace {

// CURLE_SSL_CONNECT_ERROR and CURLE_RECV_ERROR.
constexpr int TlsConnectError = 35;
constexpr int ReceiveError = 56;

} // namespace

/// What keeps a secure connection from being made is said of the file or the certificate that is to blame, and nothing is waited for.
class TestTlsFiles : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(openssl(
            {QStringLiteral("genpkey"), QStringLiteral("-algorithm"), QStringLiteral("RSA"), QStringLiteral("-out"), QStringLiteral("leaf.key")}));
        QCOMPARE(mkfifo(QFile::encodeName(path("pipe.pem")).constData(), 0600), 0);
        QFile empty(path("empty.pem"));
        QVERIFY(empty.open(QIODevice::WriteOnly));
        QFile large(path("large.pem"));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(17LL * 1024 * 1024));
    }

    void filesThatCannotBeUsedAreNamed_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("words");
        QTest::newRow("not there") << path("none.pem") << "there is no such file";
        QTest::newRow("a folder") << m_folder.path() << "it is not a regular file";
        QTest::newRow("a pipe") << path("pipe.pem") << "it is not a regular file";
        QTest::newRow("a device") << QStringLiteral("/dev/zero") << "it is not a regular file";
        QTest::newRow("empty") << path("empty.pem") << "it is empty";
        QTest::newRow("too large") << path("large.pem") << "it is larger than 16 MB";
    }
    void filesThatCannotBeUsedAreNamed()
    {
        QFETCH(QString, file);
        QFETCH(QString, words);
        TlsConfig ca;
        ca.caFile = file;
        TlsConfig certificate;
        certificate.certFile = file;
        TlsConfig key;
        key.certFile = path("leaf.key");
        key.keyFile = file;
        for (const auto &[tls, name] : {std::pair(ca, "CA file"), std::pair(certificate, "client certificate"), std::pair(key, "client key")}) {
            const auto refused = checkTlsFiles(tls);
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::Tls);
            QCOMPARE(refused.error().what, QStringLiteral("Cannot read the %1 %2: %3.").arg(QString::fromLatin1(name), file, words));
        }
        // Text of the configuration itself takes the place of the file.
        ca.ca = QStringLiteral("-----BEGIN CERTIFICATE-----");
        QVERIFY(checkTlsFiles(ca));
    }

    /// OpenSSL would ask for it on the terminal and wait.
    void aKeyWithAPassPhraseIsRefusedInWords_data()
    {
        QTest::addColumn<QStringList>("command");
        const auto words = [](const char *text) { return QString::fromLatin1(text).split(u' '); };
        QTest::newRow("pkcs 8") << words("pkcs8 -topk8 -in leaf.key -out locked.key -passout pass:x1y2");
        QTest::newRow("traditional") << words("rsa -traditional -aes256 -in leaf.key -out locked.key -passout pass:x1y2");
    }
    void aKeyWithAPassPhraseIsRefusedInWords()
    {
        QFETCH(QStringList, command);
        QVERIFY(openssl(command));
        TlsConfig tls;
        tls.certFile = path("leaf.key");
        tls.keyFile = path("leaf.key");
        QVERIFY(checkTlsFiles(tls));
        tls.keyFile = path("locked.key");
        const auto refused = checkTlsFiles(tls);
        QVERIFY(!refused);
        QVERIFY2(refused.error().what.contains(QStringLiteral("locked.key is locked with a pass phrase")), qPrintable(refused.error().what));
    }

    void alertsAboutOurCertificateAreToldApart_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("detail");
        QTest::addColumn<bool>("hasOurs");
        QTest::addColumn<QString>("words");
        const QByteArray read = "OpenSSL SSL_read: error:0A00045C:SSL routines::";
        QTest::newRow("none, 1.3") << ReceiveError << read + "tlsv13 alert certificate required, errno 0" << false << "requires a client certificate";
        QTest::newRow("none, 1.2") << TlsConnectError << QByteArray("error:0A000410:SSL routines::sslv3 alert handshake failure") << false
                                   << "Does it require a client certificate?";
        QTest::newRow("none, by Go") << TlsConnectError << QByteArray("error:0A000412:SSL routines::sslv3 alert bad certificate") << false
                                     << "requires a client certificate";
        QTest::newRow("of another authority") << ReceiveError << read + "tlsv1 alert unknown ca, errno 0" << true << "does not know who signed it";
        QTest::newRow("expired") << ReceiveError << read + "sslv3 alert certificate expired" << true << "has expired";
        QTest::newRow("broken off") << ReceiveError << QByteArray("Recv failure: Connection reset by peer") << true << "closed the connection";
    }
    void alertsAboutOurCertificateAreToldApart()
    {
        QFETCH(int, code);
        QFETCH(QByteArray, detail);
        QFETCH(bool, hasOurs);
        QFETCH(QString, words);
        TransportFailure failure;
        failure.code = code;
        failure.detail = detail;
        failure.url = QUrl(QStringLiteral("https://[::1]:9093/api"));
        failure.tls.certFile = hasOurs ? QStringLiteral("/c.pem") : QString();
        const Error error = transportError(failure);
        QVERIFY2(error.what.contains(words), qPrintable(error.what));
        QVERIFY2(error.what.startsWith(QStringLiteral("[::1] ")), qPrintable(error.what));
        QCOMPARE(error.kind, words.startsWith(QStringLiteral("closed")) ? ErrorKind::Offline : ErrorKind::Tls);
    }

private:
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    bool openssl(const QStringList &command)
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral("openssl"), command);
        return process.waitForFinished(120'000) && process.exitCode() == 0;
    }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestTlsFiles)
#include "tst_tlsfiles.moc"
