#include "app/cli/commands.h"

#include "app/bootstrap/catalogfiles.h"
#include "app/bootstrap/configcheck.h"
#include "app/bootstrap/iothread.h"
#include "app/bootstrap/secretlookup.h"
#include "app/cli/counted.h"
#include "app/cli/report.h"
#include "app/core/text.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace quarterdeck {

namespace {

/// One thing that is wrong: an error where something is left out, else a warning.
struct Finding {
    QString text;
    QString backend;
    bool isError = false;
};

// A backend that is missing is no small matter: whoever checks a configuration by program must see it in the exit code.
std::vector<Finding> findingsIn(const Config &config, const std::vector<std::pair<Endpoint, Error>> &failures)
{
    QStringList errors;
    for (const ConfigOmission &omission : config.omissions) {
        errors.append(omission.text);
    }
    if (!config.hasCurrentContext()) {
        errors.append(config.file + QStringLiteral(":1: ") + config.noContextSentence(config.currentContext));
    }
    std::vector<Finding> all;
    for (const QString &warning : config.warnings) {
        all.push_back({warning, {}, errors.contains(warning)});
    }
    for (const auto &[endpoint, error] : failures) {
        all.push_back({openingSentence(config, endpoint, error), endpoint.id, true});
    }
    const Catalogs catalogs = readCatalogs(config.catalogFiles, config.catalogLists);
    for (const QString &problem : catalogs.problems) {
        all.push_back({problem, {}, true});
    }
    for (const QString &warning : catalogs.warnings + findingsOf(config)) {
        all.push_back({warning, {}, false});
    }
    return all;
}

void tell(Report &report, const Finding &finding)
{
    if (finding.isError) {
        report.failed(finding.text);
    } else {
        report.say(inked(text::plain(finding.text), Ink::Warn));
    }
    report.add([finding](JsonWriter &json) {
        json.beginObject().key(u"severity").value(finding.isError ? QStringLiteral("error") : QStringLiteral("warning"));
        if (!finding.backend.isEmpty()) {
            json.key(u"backend").value(finding.backend);
        }
        json.key(u"text").value(finding.text).endObject();
    });
}

int runCheck(CliSession &session)
{
    auto config = loadConfig(session.configFile());
    if (!config) {
        return refuse(config.error());
    }
    completeBackends(*config);
    Report report(session, QStringLiteral("config"));
    IoThread io(std::make_shared<SecretLookup>(nullptr), session.clock());
    OpenedSources opened = io.open(config->backends, session.clock());
    const std::vector<Finding> findings = findingsIn(*config, opened.failures);
    for (const Finding &finding : findings) {
        tell(report, finding);
    }
    const auto errors = std::size_t(std::count_if(findings.begin(), findings.end(), [](const Finding &f) { return f.isError; }));
    const QStringList counts {counted(config->contexts.size(), "context", "contexts"), counted(config->backends.size(), "backend", "backends"),
        counted(config->services.size(), "service", "services"), counted(findings.size() - errors, "warning", "warnings"),
        counted(errors, "error", "errors")};
    report.say(text::plain(session.configFile()) + QStringLiteral(": ") + counts.join(QStringLiteral(", ")));
    io.discard(std::move(opened.sources));
    return report.finish();
}

} // namespace

void addConfig(CLI::App &app, Arguments &, Command &chosen)
{
    CLI::App *command = app.add_subcommand("config", "The configuration");
    command->require_subcommand(1);
    command->add_subcommand("check", "Check the configuration and report every problem")->callback([&chosen] { chosen = runCheck; });
}

} // namespace quarterdeck
