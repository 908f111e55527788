#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <csignal>

namespace quarterdeck {

/// A session bus of its own for the time it lives. Made before the application, so that everything of the process uses it.
class PrivateBus {
public:
    PrivateBus()
    {
        QFile config(m_folder.filePath(QStringLiteral("bus.conf")));
        if (!config.open(QIODevice::WriteOnly)) {
            return;
        }
        config.write("<busconfig><type>session</type><listen>unix:dir=" + m_folder.path().toUtf8()
            + "</listen><policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow "
              "own=\"*\"/></policy></busconfig>");
        config.close();
        // Detached, because nothing of Qt that watches processes is there yet.
        QProcess process;
        process.setProgram(QStringLiteral("dbus-daemon"));
        process.setArguments({QStringLiteral("--config-file=") + config.fileName(), QStringLiteral("--nofork"), QStringLiteral("--print-address=1")});
        process.setStandardOutputFile(m_folder.filePath(QStringLiteral("address")));
        if (!process.startDetached(&m_pid)) {
            m_pid = 0;
            return;
        }
        for (int i = 0; i < 100 && !m_address.endsWith('\n'); ++i) {
            QThread::msleep(50);
            QFile address(m_folder.filePath(QStringLiteral("address")));
            m_address = address.open(QIODevice::ReadOnly) ? address.readAll() : QByteArray();
        }
        m_address = m_address.trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_address);
    }
    ~PrivateBus()
    {
        if (m_pid > 0) {
            ::kill(pid_t(m_pid), SIGTERM);
        }
    }
    PrivateBus(const PrivateBus &) = delete;
    PrivateBus &operator=(const PrivateBus &) = delete;

private:
    QTemporaryDir m_folder;
    QByteArray m_address;
    qint64 m_pid = 0;
};

} // namespace quarterdeck
