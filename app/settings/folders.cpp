#include "app/settings/config.h"

#include <QDir>

namespace quarterdeck {

namespace {

// The XDG base directory specification has relative paths ignored.
QString xdg(const char *variable, const QString &fallback)
{
    const QString given = qEnvironmentVariable(variable);
    return (QDir::isAbsolutePath(given) ? QDir::cleanPath(given) : fallback) + QStringLiteral("/quarterdeck");
}

} // namespace

Folders Folders::resolve(const QString &dataDir)
{
    const QString home = QDir::homePath();
    Folders folders;
    const QString config = qEnvironmentVariable("QUARTERDECK_CONFIG_DIR");
    folders.config = config.isEmpty() ? xdg("XDG_CONFIG_HOME", home + QStringLiteral("/.config")) : QDir::cleanPath(QDir().absoluteFilePath(config));
    if (!dataDir.isEmpty()) {
        folders.data = QDir::cleanPath(QDir().absoluteFilePath(dataDir));
        folders.state = folders.data + QStringLiteral("/state");
        folders.cache = folders.data + QStringLiteral("/cache");
        folders.runtime = folders.data + QStringLiteral("/run");
        return folders;
    }
    folders.data = xdg("XDG_DATA_HOME", home + QStringLiteral("/.local/share"));
    folders.state = xdg("XDG_STATE_HOME", home + QStringLiteral("/.local/state"));
    folders.cache = xdg("XDG_CACHE_HOME", home + QStringLiteral("/.cache"));
    // Without a runtime folder the state folder serves: it is private to the person as well.
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    folders.runtime = QDir::isAbsolutePath(runtime) ? QDir::cleanPath(runtime) + QStringLiteral("/quarterdeck")
                                                    : folders.state + QStringLiteral("/run");
    return folders;
}

} // namespace quarterdeck
