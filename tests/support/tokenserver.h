#pragma once

#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <QUrl>

namespace quarterdeck {

/// tests/support/tokenserver.py, an OAuth 2.0 server by Authlib; ended with the object.
class TokenServer {
public:
    explicit TokenServer(const QString &method = QStringLiteral("client_secret_basic"))
    {
        // Debian's own interpreter: another one in the path may not see Debian's modules.
        m_process.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral(QUARTERDECK_SOURCE_DIR "/tests/support/tokenserver.py"), method});
        static const QRegularExpression Port(QStringLiteral("^port (\\d+)"));
        QByteArray output;
        (void)QTest::qWaitFor(
            [&] {
                output += m_process.readAllStandardOutput();
                m_port = Port.match(QString::fromLatin1(output)).captured(1).toInt();
                return m_port > 0 || m_process.state() == QProcess::NotRunning;
            },
            30'000);
        m_problem = m_process.readAllStandardError();
    }
    ~TokenServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    TokenServer(const TokenServer &) = delete;
    TokenServer &operator=(const TokenServer &) = delete;

    bool isThere() const { return m_port > 0; }
    bool isMissing() const { return m_problem.contains("ModuleNotFoundError") || m_process.error() == QProcess::FailedToStart; }
    const QByteArray &problem() const { return m_problem; }
    QUrl url(const QString &path) const { return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(path)); }

private:
    QProcess m_process;
    QByteArray m_problem;
    int m_port = 0;
};

} // namespace quarterdeck
