#pragma once

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

namespace quarterdeck {

/// Runs one test function of this program again in a session bus of its own, in the state that `prepare` makes.
inline int runInSession(const QString &function, const QString &prepare, const QString &home, QByteArray &output)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME"}) {
        environment.insert(QString::fromLatin1(name), home);
    }
    environment.remove(QStringLiteral("DISPLAY"));
    environment.insert(QStringLiteral("QUARTERDECK_TEST_SESSION"), QStringLiteral("1"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    // A bus that can start no services by itself, so that only what `prepare` starts is there.
    QFile bus(home + QStringLiteral("/bus.conf"));
    if (!bus.open(QIODevice::WriteOnly)) {
        return -1;
    }
    bus.write("<busconfig><type>session</type><listen>unix:dir=" + home.toLocal8Bit()
        + "</listen><auth>EXTERNAL</auth><policy context='default'><allow send_destination='*' eavesdrop='true'/>"
          "<allow eavesdrop='true'/><allow own='*'/></policy></busconfig>");
    bus.close();
    process.start(QStringLiteral("dbus-run-session"),
        {QStringLiteral("--config-file=") + bus.fileName(), QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
            prepare + QStringLiteral("; exec \"$0\" \"$1\""), QCoreApplication::applicationFilePath(), function});
    process.waitForFinished(60'000);
    output = process.readAll();
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

/// Shell text that does `step` until the default collection says that it is locked (`state` "true") or not ("false"), for 5 s at most.
inline QString until(const QString &state, const QString &step)
{
    return QStringLiteral("for i in $(seq 50); do gdbus call --session -d org.freedesktop.secrets -o /org/freedesktop/secrets/aliases/default "
                          "-m org.freedesktop.DBus.Properties.Get org.freedesktop.Secret.Collection Locked 2>/dev/null | grep -q %1 && break; "
                          "%2; sleep 0.1; done")
        .arg(state, step);
}

/// Whether such a session can be made here.
inline bool hasTools()
{
    return !QStandardPaths::findExecutable(QStringLiteral("dbus-run-session")).isEmpty()
        && !QStandardPaths::findExecutable(QStringLiteral("gnome-keyring-daemon")).isEmpty()
        && !QStandardPaths::findExecutable(QStringLiteral("gdbus")).isEmpty();
}

/// Whether this process runs in one.
inline bool isInSession()
{
    return qEnvironmentVariableIsSet("QUARTERDECK_TEST_SESSION");
}

/// Shell text that starts a keyring with its default collection open.
inline QString unlockedKeyring()
{
    return QStringLiteral("echo -n pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null; ")
        + until(QStringLiteral("false"), QStringLiteral("true"));
}

} // namespace quarterdeck
