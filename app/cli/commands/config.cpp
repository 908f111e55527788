#include "app/cli/commands.h"

#include "app/bootstrap/iothread.h"
#include "app/bootstrap/secretlookup.h"
#include "app/cli/counted.h"
#include "app/cli/report.h"
#include "app/core/text.h"

#include <CLI/CLI.hpp>

namespace quarterdeck {

namespace {

int runCheck(CliSession &session)
{
    const auto config = loadConfig(session.configFile());
    if (!config) {
        return refuse(config.error());
    }
    Report report(session, QStringLiteral("config"));
    IoThread io(std::make_shared<SecretLookup>(nullptr));
    OpenedSources opened = io.open(config->backends, session.clock());
    for (const auto &[endpoint, error] : opened.failures) {
        report.failed(QStringLiteral("%1: %2").arg(endpoint.id, error.what));
    }
    for (const QString &warning : config->warnings) {
        // A backend that is missing is no small matter: whoever checks a configuration by program must see it in the exit code.
        const bool isOmission = config->omissions.contains(warning);
        if (isOmission) {
            report.failed(warning);
        } else {
            report.say(inked(text::plain(warning), Ink::Warn));
        }
        report.add([warning, isOmission](JsonWriter &json) {
            const QString severity = isOmission ? QStringLiteral("error") : QStringLiteral("warning");
            json.beginObject().key(u"severity").value(severity).key(u"text").value(warning).endObject();
        });
    }
    for (const auto &[endpoint, error] : opened.failures) {
        report.add([id = endpoint.id, what = error.what](JsonWriter &json) {
            json.beginObject().key(u"severity").value(QStringLiteral("error")).key(u"backend").value(id).key(u"text").value(what).endObject();
        });
    }
    const QStringList counts {counted(config->contexts.size(), "context", "contexts"), counted(config->backends.size(), "backend", "backends"),
        counted(config->services.size(), "service", "services"),
        counted(std::size_t(config->warnings.size() - config->omissions.size()), "warning", "warnings"),
        counted(opened.failures.size() + std::size_t(config->omissions.size()), "error", "errors")};
    report.say(text::plain(session.configFile()) + QStringLiteral(": ") + counts.join(QStringLiteral(", ")));
    io.discard(std::move(opened.sources));
    return report.finish();
}

} // namespace

void addConfig(CLI::App &app, Arguments &, Command &chosen)
{
    CLI::App *command = app.add_subcommand("config", "The configuration");
    command->require_subcommand(1);
    command->add_subcommand("check", "Read the configuration and say what is wrong with it")->callback([&chosen] { chosen = runCheck; });
}

} // namespace quarterdeck
