#include "app/cli/app.h"

#include "app/bootstrap/endsignals.h"
#include "app/bootstrap/hardening.h"
#include "app/bootstrap/memory.h"
#include "app/cli/commands.h"
#include "app/cli/options.h"
#include "app/cli/report.h"
#include "app/core/log.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>

namespace quarterdeck {

namespace {

constexpr int DescriptorsNeeded = 64;
constexpr Millis WatchEvery {15'000};

void addCommon(CLI::App &app, Arguments &arguments)
{
    app.add_option("--config", arguments.configFile, "Configuration file instead of the default one")->type_name(kinds::File);
    app.add_option("--data-dir", arguments.dataDir, "Keep data, cache and state below this folder")->type_name(kinds::Folder);
    app.add_option("--context", arguments.context, "Context of the configuration")->type_name(kinds::Context);
    app.add_option("--source", arguments.sources, "Only this source; may be given several times")->allow_extra_args(false)->type_name(kinds::Source);
    app.add_flag("--json", arguments.isJson, "Print one JSON envelope");
    app.add_flag("--cached", arguments.isCached, "Use stored data only; do not poll any source");
    app.set_version_flag("--version", "qdeck " QUARTERDECK_VERSION, "Print the version");
}

void addCommands(CLI::App &app, Arguments &arguments, Command &chosen)
{
    app.require_subcommand(1);
    app.fallthrough();
    addCommon(app, arguments);
    for (const auto add : {addSources, addSync, addAlerts, addShow, addAck, addActs, addJoin, addSilence, addUnsilence, addExtend, addSilences,
             addNote, addOutbox, addServices, addService, addOwnership, addOnCall, addHandover, addLogs, addMetrics, addRunbook, addKpi, addConfig,
             addSecret, addSignIn, addDoctor, addInfo, addCompletion}) {
        add(app, arguments, chosen);
    }
}

// What was typed and can be understood only in whole. Empty where it can.
QString contradiction(const CLI::App &app, Arguments &arguments)
{
    const auto typed = app.get_subcommands();
    const CLI::Option *watch = typed.empty() ? nullptr : typed.front()->get_option_no_throw("--watch");
    arguments.isWatched = watch != nullptr && watch->count() > 0;
    if (arguments.isJson && !arguments.output.empty() && arguments.output != "json") {
        return QStringLiteral("--json and --output %1 contradict each other").arg(QString::fromStdString(arguments.output));
    }
    return emptyValue(app);
}

// Between two looks the store is let go of, so that others can write.
int watch(CliSession &session, const Command &command, const EndSignals &ending)
{
    const Arguments &arguments = session.arguments();
    const Millis span = arguments.watch.empty() ? WatchEvery : Millis(1000LL * std::stoi(arguments.watch));
    int last = exits::Error;
    for (;;) {
        const int code = command(session);
        session.close();
        // A look that was cut short says nothing; the one before it was the last.
        if (ending.caught() != 0) {
            return last;
        }
        last = code;
        const bool goesOn = code == exits::Ok || code == exits::Partial;
        if (!goesOn || !CliSession::pause(span)) {
            return last;
        }
    }
}

} // namespace

int runCli(int argc, char **argv)
{
    hardenProcess();
    returnLargeBlocks();
    if (const QString problem = descriptorProblem(DescriptorsNeeded); !problem.isEmpty()) {
        complain(problem);
        return exits::Error;
    }
    QCoreApplication qt(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("qdeck"));
    installLogSink({}, QCoreApplication::applicationName());
    QLoggingCategory::setFilterRules(QStringLiteral("*.info=false\n*.debug=false"));

    Arguments arguments;
    Command chosen;
    CLI::App app("Quarterdeck on the command line: alerts, metrics, logs and runbooks of the systems you already run", "qdeck");
    addCommands(app, arguments, chosen);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return error.get_exit_code() == 0 ? app.exit(error) : refuseUsage(usageProblem(app, QCoreApplication::arguments().mid(1), error));
    }
    if (const QString problem = contradiction(app, arguments); !problem.isEmpty()) {
        return refuseUsage(problem);
    }
    EndSignals ending;
    // Every loop that waits for something ends, those begun later at once: the command comes to its end, and the databases are closed.
    QObject::connect(&ending, &EndSignals::asked, &qt, [](int signal) { QCoreApplication::exit(signal); });
    CliSession session(arguments);
    const int code = arguments.isWatched ? watch(session, chosen, ending) : chosen(session);
    if (const QString lost = whyNotPrinted(); !lost.isEmpty()) {
        complain(lost);
        return exits::Error;
    }
    return code;
}

} // namespace quarterdeck
