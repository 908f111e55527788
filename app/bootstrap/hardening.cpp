#include "app/bootstrap/hardening.h"

#include <QByteArray>

#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>

namespace quarterdeck {

void hardenProcess()
{
    ::umask(077);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit none {0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    for (const char *variable : {"SSLKEYLOGFILE", "QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QT_STYLE_OVERRIDE"}) {
        qunsetenv(variable);
    }
    // GLib's loop wakes itself by a system call for each posted event; only the main thread needs it, for the keyring and the desktop.
    qputenv("QT_NO_THREADED_GLIB", "1");
}

} // namespace quarterdeck
