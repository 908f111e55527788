#include "app/desktop/options.h"

#include "app/core/nearnames.h"
#include "app/core/text.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace quarterdeck {

namespace {

struct QtOption {
    const char *name;
    bool hasValue;
};

// Qt's own (QApplication, QGuiApplication and the xcb plugin of Qt 6): they are left to it.
constexpr QtOption QtOptions[] {{"platform", true}, {"platformtheme", true}, {"platformpluginpath", true}, {"plugin", true}, {"geometry", true},
    {"qwindowgeometry", true}, {"icon", true}, {"qwindowicon", true}, {"title", true}, {"qwindowtitle", true}, {"style", true}, {"stylesheet", true},
    {"session", true}, {"display", true}, {"reverse", false}, {"widgetcount", false}, {"nograb", false}, {"dograb", false}};

// A word that neither this program nor Qt knows must not open a window as if it had not been typed.
QString unknownWord(const std::vector<std::string> &words, const CLI::App &app)
{
    QStringList names;
    for (const CLI::Option *option : app.get_options()) {
        for (const std::string &name : option->get_lnames()) {
            names.append(QStringLiteral("--") + QString::fromStdString(name));
        }
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        const QString word = QString::fromStdString(words[i]);
        const QString name = word.section(u'=', 0, 0);
        const auto known = std::ranges::find_if(QtOptions, [&name](const QtOption &option) {
            return name == QStringLiteral("-%1").arg(QLatin1StringView(option.name))
                || name == QStringLiteral("--%1").arg(QLatin1StringView(option.name));
        });
        if (known == std::end(QtOptions)) {
            return text::plain(word.startsWith(u'-') ? QStringLiteral("There is no option %1.%2").arg(name, didYouMean(name, names))
                                                     : QStringLiteral("\"%1\" cannot be understood: only a quarterdeck: address is given without an "
                                                                      "option. A configuration is opened with quarterdeck --config FILE.")
                                                           .arg(word));
        }
        i += known->hasValue && !word.contains(u'=') ? 1 : 0;
    }
    return {};
}

} // namespace

std::optional<DesktopOptions> parseDesktopOptions(int argc, char **argv, int &exitCode, QString &problem)
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
    DesktopOptions options;
    CLI::App app("Quarterdeck: alerts, metrics, logs and runbooks of the systems you already run, in one window", "quarterdeck");
    app.add_option("--config", config, "Configuration file instead of the default one");
    app.add_option("--data-dir", dataDir, "Keep data, cache and state below this folder");
    app.add_option("--context", context, "Context of the configuration");
    app.add_flag("--demo", options.isDemo, "Open on a simulated company with an incident, served by real servers on this machine");
    app.add_option("--open-url", link, "Go to a quarterdeck: address")->expected(0, 1);
    app.set_version_flag("--version", "quarterdeck " QUARTERDECK_VERSION, "Print the version");
    app.allow_extras();
    try {
        app.parse(argc, argv);
        problem = unknownWord(app.remaining(), app);
    } catch (const CLI::ParseError &error) {
        if (error.get_exit_code() == 0) {
            exitCode = app.exit(error);
            return std::nullopt;
        }
        problem = text::plain(QString::fromStdString(error.what()) + QStringLiteral(". quarterdeck --help lists the options."));
    }
    if (!problem.isEmpty()) {
        exitCode = 2;
        return std::nullopt;
    }
    options.configFile = QString::fromStdString(config);
    options.dataDir = QString::fromStdString(dataDir);
    options.context = QString::fromStdString(context);
    options.link = QString::fromStdString(link);
    return options;
}

} // namespace quarterdeck
