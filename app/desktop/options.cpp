#include "app/desktop/options.h"

#include <CLI/CLI.hpp>

namespace quarterdeck {

std::optional<DesktopOptions> parseDesktopOptions(int argc, char **argv, int &exitCode)
{
    // Beside an address from outside no option counts: it may come from a web page.
    for (int i = 1; i < argc; ++i) {
        const QString argument = QString::fromLocal8Bit(argv[i]);
        if (argument.startsWith(QLatin1StringView("quarterdeck:"))) {
            DesktopOptions options;
            options.link = argument;
            return options;
        }
    }
    std::string config;
    std::string dataDir;
    std::string context;
    std::string link;
    std::string pictures;
    DesktopOptions options;
    CLI::App app("Quarterdeck: alerts, metrics, logs and runbooks of the systems you already run, in one window", "quarterdeck");
    app.add_option("--config", config, "Configuration file instead of the default one");
    app.add_option("--data-dir", dataDir, "Keep data, cache and state below this folder");
    app.add_option("--context", context, "Context of the configuration");
    app.add_flag("--demo", options.isDemo, "Open on a simulated company with an incident, served by real servers on this machine");
    app.add_option("--open-url", link, "Go to a quarterdeck: address")->expected(0, 1);
    app.add_option("--screenshots", pictures, "Drive every page, save pictures into this folder, and end");
    app.add_flag("--trace-start", options.isTraced, "Print when the first paint and the first rows came, and end");
    app.add_option("--trace-for", options.traceSeconds, "With --trace-start: end after so many seconds, not when nothing more comes")
        ->check(CLI::Range(1, 3600));
    app.set_version_flag("--version", "quarterdeck " QUARTERDECK_VERSION, "Print the version");
    // Qt's own options (-platform, -style ...) are left to Qt.
    app.allow_extras();
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        exitCode = app.exit(error) == 0 ? 0 : 2;
        return std::nullopt;
    }
    options.configFile = QString::fromStdString(config);
    options.dataDir = QString::fromStdString(dataDir);
    options.context = QString::fromStdString(context);
    options.link = QString::fromStdString(link);
    options.pictures = QString::fromStdString(pictures);
    return options;
}

} // namespace quarterdeck
