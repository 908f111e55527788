#include "app/desktop/app.h"

#include "app/bootstrap/endsignals.h"
#include "app/bootstrap/hardening.h"
#include "app/bootstrap/memory.h"
#include "app/core/clock.h"
#include "app/core/text.h"
#include "app/desktop/desktop.h"
#include "app/desktop/languages.h"
#include "app/desktop/options.h"
#include "app/desktop/starttrace.h"
#include "app/desktop/tour.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QFileInfo>
#include <QImageReader>
#include <QProcess>

#include <cstdio>

#include <unistd.h>

namespace quarterdeck {

namespace {
constexpr int LargestImageMegabytes = 64;
constexpr int DescriptorsNeeded = 128;

// Where there is no session bus, libdbus starts one: a fork in the middle of a running program, and a daemon that nobody ends.
void keepFromStartingABus()
{
    const bool isNamed = !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS");
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (!isNamed && (runtime.isEmpty() || !QFileInfo::exists(runtime + QStringLiteral("/bus")))) {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    }
}

int runWindow(QApplication &app, const DesktopOptions &options)
{
    const SystemClock clock;
    Desktop desktop(app, options, clock);
    const Result<Done> started = desktop.start();
    if (!started) {
        std::fprintf(stderr, "quarterdeck: %s %s\n", qUtf8Printable(started.error().what), qUtf8Printable(started.error().where));
        return started.error().kind == ErrorKind::Cancelled ? 0 : 1;
    }
    std::unique_ptr<Tour> tour;
    if (!options.pictures.isEmpty()) {
        tour = std::make_unique<Tour>(desktop, options.pictures);
        tour->start();
    }
    std::unique_ptr<StartTrace> trace;
    if (options.isTraced) {
        trace = std::make_unique<StartTrace>(desktop.window(), options.traceSeconds);
    }
    EndSignals ending;
    QObject::connect(&ending, &EndSignals::asked, &app, [] { QCoreApplication::exit(0); });
    return QApplication::exec();
}

// Qt ends the process where it finds no display; a person is told so in one sentence instead.
void endWithoutADisplay(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtFatalMsg) {
        std::fputs("quarterdeck: There is no display that a window could be opened on: neither WAYLAND_DISPLAY nor DISPLAY names one that answers. "
                   "qdeck does the same from a terminal.\n",
            stderr);
        ::_exit(1);
    }
    if (type == QtCriticalMsg) {
        std::fprintf(stderr, "quarterdeck: %s\n", qUtf8Printable(text::plain(message)));
    }
}

} // namespace

int runDesktop(int argc, char **argv)
{
    returnLargeBlocks();
    hardenProcess();
    if (const QString problem = descriptorProblem(DescriptorsNeeded); !problem.isEmpty()) {
        std::fprintf(stderr, "quarterdeck: %s\n", qUtf8Printable(problem));
        return 1;
    }
    int exitCode = 0;
    const auto options = parseDesktopOptions(argc, argv, exitCode);
    if (!options) {
        return exitCode;
    }
    keepFromStartingABus();
    // Beside an address from outside, Qt gets no options either: it would load plugins from where they say.
    int qtArguments = options->link.isEmpty() ? argc : 1;
    const QtMessageHandler before = qInstallMessageHandler(endWithoutADisplay);
    QApplication app(qtArguments, argv);
    qInstallMessageHandler(before);
    QApplication::setApplicationName(QStringLiteral("quarterdeck"));
    QApplication::setApplicationDisplayName(QStringLiteral("Quarterdeck"));
    QApplication::setDesktopFileName(QStringLiteral("org.quarterdeck.Quarterdeck"));
    QApplication::setApplicationVersion(QStringLiteral(QUARTERDECK_VERSION));
    // No catalogue runs from right to left; rows, charts and logs paint themselves from left to right. Foreign text keeps its own direction.
    QApplication::setLayoutDirection(Qt::LeftToRight);
    QImageReader::setAllocationLimit(LargestImageMegabytes);
    installLanguage(app, preferredLanguage(options->dataDir));

    const int code = runWindow(app, *options);
    if (code != Desktop::StartAgain) {
        return code;
    }
    return QProcess::startDetached(QApplication::applicationFilePath(), QApplication::arguments().mid(1)) ? 0 : 1;
}

} // namespace quarterdeck
