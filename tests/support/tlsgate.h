#pragma once

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

namespace quarterdeck {

/// tests/support/tlsgate.py before a real server: TLS by an authority of its own and a bearer token; ended with the object.
class TlsGate {
public:
    TlsGate(const QUrl &server, const QString &token)
    {
        openssl({"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Gate CA", "-addext", "basicConstraints=critical,CA:TRUE", "-days",
            "30", "-keyout", "ca.key", "-out", "ca.pem"});
        openssl({"req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", "leaf.key",
            "-out", "leaf.csr"});
        openssl({"x509", "-req", "-in", "leaf.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "30", "-copy_extensions", "copy",
            "-out", "leaf.pem"});
        m_process.start(QStringLiteral("python3"),
            {QStringLiteral(QUARTERDECK_SOURCE_DIR "/tests/support/tlsgate.py"), path("leaf.pem"), path("leaf.key"), server.toString(), token});
        static const QRegularExpression Port(QStringLiteral("^port (\\d+)"));
        QByteArray output;
        (void)QTest::qWaitFor(
            [&] {
                output += m_process.readAllStandardOutput();
                m_port = Port.match(QString::fromLatin1(output)).captured(1).toInt();
                return m_port > 0 || m_process.state() == QProcess::NotRunning;
            },
            20'000);
    }
    ~TlsGate()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    TlsGate(const TlsGate &) = delete;
    TlsGate &operator=(const TlsGate &) = delete;

    bool isThere() const { return m_port > 0; }
    QString authority() const { return path("ca.pem"); }
    QString url() const { return QStringLiteral("https://localhost:%1").arg(m_port); }

private:
    QString path(const char *name) const { return m_folder.filePath(QLatin1StringView(name)); }
    void openssl(const QStringList &arguments)
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral("openssl"), arguments);
        process.waitForFinished(20'000);
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    int m_port = 0;
};

} // namespace quarterdeck
