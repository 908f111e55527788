#include "app/core/clock.h"
#include "app/core/log.h"
#include "app/demo/host.h"

#include <QCoreApplication>

#include <csignal>
#include <sys/prctl.h>
#include <sys/stat.h>

int main(int argc, char **argv)
{
    ::umask(077);
    ::signal(SIGPIPE, SIG_IGN);
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    ::signal(SIGTERM, [](int) { QCoreApplication::quit(); });
    QCoreApplication app(argc, argv);
    if (app.arguments().size() != 2 || app.arguments().at(1).startsWith(QLatin1Char('-'))) {
        std::fputs("usage: quarterdeck-demo FOLDER (started by quarterdeck --demo)\n", stderr);
        return 2;
    }
    quarterdeck::installLogSink({});
    const quarterdeck::SystemClock clock;
    quarterdeck::demo::Host host(app.arguments().at(1), clock);
    return host.start() ? app.exec() : 1;
}
