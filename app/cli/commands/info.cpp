#include "app/cli/commands.h"

#include "app/bootstrap/ipcmessage.h"
#include "app/cli/report.h"
#include "app/core/text.h"

#include <CLI/CLI.hpp>

namespace quarterdeck {

namespace {

int runInfo(CliSession &session)
{
    const Folders folders = session.folders();
    const std::vector<std::pair<QString, QString>> facts {
        {QStringLiteral("version"), QStringLiteral(QUARTERDECK_VERSION)},
        {QStringLiteral("qt"), QLatin1String(qVersion())},
        {QStringLiteral("config"), session.configFile()},
        {QStringLiteral("data"), folders.data},
        {QStringLiteral("state"), folders.state},
        {QStringLiteral("cache"), folders.cache},
        {QStringLiteral("runtime"), folders.runtime},
        {QStringLiteral("socket"), ipc::socketPath(folders.runtime)},
    };
    Report report(session, QStringLiteral("info"));
    QStringList lines;
    for (const auto &[name, value] : facts) {
        lines.append(QStringLiteral("%1%2").arg(name, -10).arg(text::plain(value)));
    }
    report.say(lines.join(u'\n'));
    report.add([facts](JsonWriter &json) {
        json.beginObject();
        for (const auto &[name, value] : facts) {
            json.key(name).value(value);
        }
        json.endObject();
    });
    return report.finish();
}

} // namespace

void addInfo(CLI::App &app, Arguments &, Command &chosen)
{
    CLI::App *command = app.add_subcommand("info", "Version, and where files are stored");
    command->callback([&chosen] { chosen = runInfo; });
}

} // namespace quarterdeck
