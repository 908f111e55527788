#include "app/bootstrap/hardening.h"

#include <QtGlobal>

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
}

} // namespace quarterdeck
