#include "app/bootstrap/hardening.h"

#include <QByteArray>

#include <algorithm>
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

QString descriptorProblem(int needed)
{
    rlimit limit {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) {
        return {};
    }
    if (limit.rlim_cur < rlim_t(needed) && limit.rlim_max > limit.rlim_cur) {
        limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, rlim_t(needed));
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
    return limit.rlim_cur >= rlim_t(needed)
        ? QString()
        : QStringLiteral("This shell lets a program open only %1 files and connections at once; %2 are needed. Raise the limit: ulimit -n %2")
              .arg(limit.rlim_cur)
              .arg(needed);
}

} // namespace quarterdeck
