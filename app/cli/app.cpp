#include "app/cli/app.h"

#include "app/bootstrap/hardening.h"
#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "app/core/log.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>

namespace quarterdeck {

namespace {

void addCommon(CLI::App &app, Arguments &arguments)
{
    app.add_option("--config", arguments.configFile, "Configuration file instead of the default one");
    app.add_option("--data-dir", arguments.dataDir, "Keep data, cache and state below this folder");
    app.add_option("--context", arguments.context, "Context of the configuration");
    app.add_option("--source", arguments.sources, "Only this source; may be given several times")->allow_extra_args(false);
    app.add_flag("--json", arguments.isJson, "Print one JSON envelope");
    app.add_flag("--cached", arguments.isCached, "Ask no source: tell what is stored and how old it is");
    app.set_version_flag("--version", "qdeck " QUARTERDECK_VERSION, "Print the version");
}

} // namespace

int runCli(int argc, char **argv)
{
    hardenProcess();
    QCoreApplication qt(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("qdeck"));
    installLogSink({});
    QLoggingCategory::setFilterRules(QStringLiteral("*.info=false\n*.debug=false"));

    Arguments arguments;
    Command chosen;
    CLI::App app("Quarterdeck on the command line: alerts, metrics, logs and runbooks of the systems you already run", "qdeck");
    app.require_subcommand(1);
    app.fallthrough();
    addCommon(app, arguments);
    for (const auto add : {addSources, addSync, addAlerts, addAck, addSilence, addUnsilence, addNote, addOutbox, addServices, addService, addLogs,
             addMetrics, addRunbook, addKpi, addConfig, addSecret, addDoctor, addInfo}) {
        add(app, arguments, chosen);
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? exits::Ok : exits::Usage;
    }
    CliSession session(arguments);
    return chosen(session);
}

} // namespace quarterdeck
