#pragma once

#include "tests/support/realservers.h"

#include <QFile>
#include <QProcess>
#include <QUrl>

namespace quarterdeck {

/// Prism with a published document: alone with the document's own examples, or before a server, where what is against the document is
/// answered with an error. Thread: the test's.
class Prism {
public:
    ~Prism()
    {
        m_process.kill();
        m_process.waitForFinished(5000);
    }

    /// $QUARTERDECK_PRISM, or that of tests/contract/prism; empty where there is none.
    static QString program()
    {
        const QString given = qEnvironmentVariable("QUARTERDECK_PRISM");
        const QString local = QStringLiteral(QUARTERDECK_SOURCE_DIR "/tests/contract/prism/node_modules/.bin/prism");
        return !given.isEmpty() ? given : QFile::exists(local) ? local : QString();
    }
    /// Before the server at `behind`, or alone where that is empty; true once it listens.
    bool start(const QString &document, const QUrl &behind)
    {
        QStringList arguments {behind.isEmpty() ? QStringLiteral("mock") : QStringLiteral("proxy"), QStringLiteral("-h"), QStringLiteral("127.0.0.1"),
            QStringLiteral("-p"), QString::number(m_port)};
        if (!behind.isEmpty()) {
            arguments << QStringLiteral("--errors");
        }
        arguments << document;
        if (!behind.isEmpty()) {
            arguments << behind.toString();
        }
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(program(), arguments);
        for (int i = 0; i < 1200 && m_process.state() != QProcess::NotRunning; ++i) {
            m_process.waitForReadyRead(100);
            m_log += m_process.readAll();
            if (m_log.contains("Prism is listening")) {
                return true;
            }
        }
        return false;
    }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port)); }
    /// What it has said so far.
    QByteArray log()
    {
        m_process.waitForReadyRead(300);
        m_log += m_process.readAll();
        return m_log;
    }

private:
    QProcess m_process;
    quint16 m_port = freePort();
    QByteArray m_log;
};

} // namespace quarterdeck
