#include "app/desktop/app.h"

#include "app/bootstrap/endsignals.h"
#include "app/bootstrap/hardening.h"
#include "app/bootstrap/memory.h"
#include "app/core/clock.h"
#include "app/core/text.h"
#include "app/desktop/desktop.h"
#include "app/desktop/languages.h"
#include "app/desktop/options.h"
#include "app/desktop/startproblem.h"
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

// With no display to say it on, a wrong use is still one.
int codeWithoutADisplay = 1;

void complain(const QString &line)
{
    std::fprintf(stderr, "quarterdeck: %s\n", qUtf8Printable(line));
}

// Qt ends the process where it finds no display; a person is told so in one sentence instead.
void endWithoutADisplay(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtFatalMsg) {
        std::fputs("quarterdeck: There is no display that a window could be opened on: neither WAYLAND_DISPLAY nor DISPLAY names one that answers. "
                   "qdeck does the same from a terminal.\n",
            stderr);
        ::_exit(codeWithoutADisplay);
    }
    if (type == QtCriticalMsg) {
        complain(text::plain(message));
    }
}

// Says what is wrong where it will be seen; the exit code is for the caller to give.
void tell(QApplication &app, const StartTrouble &trouble)
{
    if (!hasScreen()) {
        return;
    }
    Theme theme;
    theme.apply(app);
    StartProblem problem(theme, trouble);
    EndSignals ending;
    QObject::connect(&ending, &EndSignals::asked, &problem, &QDialog::reject);
    problem.exec();
}

// Without a terminal nobody reads what could not be understood: a file may have been dropped on the icon.
void tellWrongUse(const QString &why, char **argv)
{
    const QString platform = qEnvironmentVariable("QT_QPA_PLATFORM");
    const bool isSeen = ::isatty(STDERR_FILENO) == 1 || platform.startsWith(QLatin1StringView("offscreen"))
        || platform.startsWith(QLatin1StringView("minimal"))
        || (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"));
    if (isSeen) {
        return;
    }
    keepFromStartingABus();
    codeWithoutADisplay = 2;
    int argc = 1;
    qInstallMessageHandler(endWithoutADisplay);
    QApplication app(argc, argv);
    qInstallMessageHandler(nullptr);
    installLanguage(app, preferredLanguage({}));
    tell(app, {why, {}, {}});
}

int refuseToStart(QApplication &app, const Error &error, const DesktopOptions &options, bool isDriven)
{
    const QString file = options.configFile.isEmpty() ? Folders::resolve(options.dataDir).configFile()
                                                      : QFileInfo(options.configFile).absoluteFilePath();
    const StartTrouble trouble = StartTrouble::of(error, file);
    complain(trouble.line());
    if (!isDriven) {
        tell(app, trouble);
    }
    return 1;
}

int runWindow(QApplication &app, const DesktopOptions &options, const MakeDriver &makeDriver)
{
    const SystemClock clock;
    Desktop desktop(app, options, clock);
    const Result<Done> started = desktop.start();
    if (!started) {
        if (started.error().kind == ErrorKind::Cancelled) {
            complain(started.error().what);
            return 0;
        }
        return refuseToStart(app, started.error(), options, makeDriver != nullptr);
    }
    const std::unique_ptr<QObject> driver = makeDriver ? makeDriver(desktop) : nullptr;
    EndSignals ending;
    QObject::connect(&ending, &EndSignals::asked, &app, [] { QCoreApplication::exit(0); });
    return QApplication::exec();
}

} // namespace

int runDesktop(int argc, char **argv, const MakeDriver &makeDriver)
{
    returnLargeBlocks();
    hardenProcess();
    if (const QString problem = descriptorProblem(DescriptorsNeeded); !problem.isEmpty()) {
        complain(problem);
        return 1;
    }
    int exitCode = 0;
    QString problem;
    const auto options = parseDesktopOptions(argc, argv, exitCode, problem);
    if (!options) {
        if (!problem.isEmpty()) {
            complain(problem);
            tellWrongUse(problem, argv);
        }
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

    const int code = runWindow(app, *options, makeDriver);
    if (code != Desktop::StartAgain) {
        return code;
    }
    return QProcess::startDetached(QApplication::applicationFilePath(), QApplication::arguments().mid(1)) ? 0 : 1;
}

} // namespace quarterdeck
