#pragma once

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <unistd.h>

namespace quarterdeck {

/// The built program as a process of its own, without a screen, with a home of its own. Ended when this goes.
class WindowProcess {
public:
    WindowProcess()
        : m_environment(QProcessEnvironment::systemEnvironment())
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        for (const char *variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"}) {
            m_environment.insert(QLatin1StringView(variable), home());
        }
        m_environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        m_environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
        m_environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=") + home() + QStringLiteral("/no-bus"));
    }
    ~WindowProcess() { kill(); }
    WindowProcess(const WindowProcess &) = delete;
    WindowProcess &operator=(const WindowProcess &) = delete;

    static QString program() { return QStringLiteral(QUARTERDECK_BUILD_DIR "/app/desktop/quarterdeck"); }
    QString folder() const { return m_folder.path(); }
    QString home() const { return m_folder.filePath(QStringLiteral("home")); }
    QString config() const { return m_folder.filePath(QStringLiteral("config.yaml")); }
    QString data() const { return m_folder.filePath(QStringLiteral("data")); }
    QProcessEnvironment &environment() { return m_environment; }
    bool write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }
    /// Starts it, behind `before` ("strace ...") where there is one.
    bool start(QStringList before = {})
    {
        QDir().mkpath(home());
        const QStringList line = before + QStringList {program(), QStringLiteral("--config"), config(), QStringLiteral("--data-dir"), data()};
        m_process.setProcessEnvironment(m_environment);
        // A group of its own: what stands before the program lets go of it when it is ended alone.
        m_process.setChildProcessModifier([] { ::setpgid(0, 0); });
        m_process.start(line.first(), line.mid(1));
        return m_process.waitForStarted(5000);
    }
    bool isRunning() const { return m_process.state() == QProcess::Running; }
    qint64 pid() const { return m_process.processId(); }
    QByteArray output()
    {
        m_output += m_process.readAll();
        return m_output;
    }
    /// kill -9: nothing is put away.
    void kill()
    {
        if (isRunning()) {
            ::kill(-pid_t(pid()), SIGKILL);
            m_process.waitForFinished(10'000);
        }
    }
    /// As the desktop ends it.
    void terminate()
    {
        if (isRunning()) {
            ::kill(-pid_t(pid()), SIGTERM);
            if (!m_process.waitForFinished(10'000)) {
                kill();
            }
        }
    }

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    QProcess m_process;
    QByteArray m_output;
};

} // namespace quarterdeck
