#include "app/cli/commands.h"

#include "app/cli/alertfilter.h"
#include "app/cli/catalogdoubts.h"
#include "app/cli/jsonitems.h"
#include "app/cli/options.h"
#include "app/cli/report.h"
#include "app/core/text.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace quarterdeck {

namespace {

struct Known {
    std::vector<Service> services;
    std::vector<Alert> alerts;
    std::vector<SourceStatus> statuses;

    std::vector<Alert> openOf(const QString &service) const
    {
        std::vector<Alert> open;
        std::copy_if(alerts.begin(), alerts.end(), std::back_inserter(open),
            [&service](const Alert &alert) { return alert.isOpen() && alert.service.compare(service, Qt::CaseInsensitive) == 0; });
        return open;
    }
};

Result<Known> read(CliSession &session)
{
    session.refresh();
    Known known;
    known.statuses = session.statusesBeforeLists();
    const auto services = CliSession::wait(session.engine().store().services());
    const auto alerts = CliSession::wait(session.engine().store().alerts());
    if (!services || !alerts) {
        return tl::unexpected<Error>(services ? alerts.error() : services.error());
    }
    known.services = *services;
    known.alerts = *alerts;
    return known;
}

/// How many are open, with what is not known: "?" and "2+".
QString openCount(std::size_t open, const Verdict &verdict)
{
    if (verdict.isClear()) {
        return QString::number(open);
    }
    return open == 0 ? QStringLiteral("?") : QString::number(open) + u'+';
}

QStringList servicesColumns()
{
    return {QStringLiteral("SERVICE"), QStringLiteral("OWNER"), QStringLiteral("TIER"), QStringLiteral("ALERTS"), QStringLiteral("NOTES")};
}

int runServices(CliSession &session)
{
    if (const auto opened = session.open(); !opened) {
        return refuse(opened.error());
    }
    const auto known = read(session);
    if (!known) {
        return refuse(known.error());
    }
    Report report(session, QStringLiteral("services"));
    const std::vector<SourceStatus> &statuses = known->statuses;
    const Verdict verdict = verdictOf(statuses);
    Table table(servicesColumns());
    for (const Service &service : known->services) {
        const std::vector<Alert> open = known->openOf(service.name);
        table.add({service.name, service.owner.isEmpty() ? QStringLiteral("nobody") : service.owner, service.tier, openCount(open.size(), verdict),
                      service.conflicts.join(QStringLiteral("; "))},
            open.empty() ? Ink::Plain : Ink::Bad);
        report.add([service, open, verdict](JsonWriter &json) { writeService(json, service, open, verdict); });
    }
    report.say(table, QStringLiteral("No services yet."));
    report.addVerdict(verdict, statuses);
    tellCatalogs(session, report);
    return report.finish();
}

QStringList describe(const Service &service, const std::vector<Alert> &open)
{
    const auto line = [](const char *name, const QString &value) {
        return QStringLiteral("%1%2").arg(QLatin1String(name), -14).arg(value.isEmpty() ? QStringLiteral("-") : text::plain(value));
    };
    QStringList lines {line("Service", service.name), line("Aliases", service.aliases.join(QStringLiteral(", "))), line("Title", service.title),
        line("Description", service.description), line("Owner", service.owner), line("Tier", service.tier), line("Lifecycle", service.lifecycle),
        line("Depends on", service.dependsOn.join(QStringLiteral(", "))), line("Dependents", service.dependents.join(QStringLiteral(", "))),
        line("Runbooks", service.runbooks.join(QStringLiteral(", ")))};
    for (const QString &conflict : service.conflicts) {
        lines.append(line("Conflict", conflict));
    }
    for (const Provenance &provenance : service.provenance) {
        lines.append(line("From", QStringLiteral("%1: %2").arg(provenance.field, provenance.source)));
    }
    for (const Alert &alert : open) {
        lines.append(line("Alert",
            QStringLiteral("%1 %2 since %3  %4").arg(severityName(alert.severity), alert.title, clockText(alert.startsAt), alert.key.toString())));
    }
    return lines;
}

int runService(CliSession &session)
{
    if (const auto opened = session.open(); !opened) {
        return refuse(opened.error());
    }
    const auto known = read(session);
    if (!known) {
        return refuse(known.error());
    }
    Report report(session, QStringLiteral("services"));
    const auto named = serviceNamed(QString::fromStdString(session.arguments().words.front()), known->services);
    if (!named) {
        report.failed(named.error().what);
        tellCatalogs(session, report);
        return report.finish();
    }
    const auto at = std::ranges::find(known->services, *named, &Service::name);
    const std::vector<Alert> open = known->openOf(at->name);
    const std::vector<SourceStatus> &statuses = known->statuses;
    const Verdict verdict = verdictOf(statuses);
    report.add([service = *at, open, verdict](JsonWriter &json) { writeService(json, service, open, verdict); });
    QStringList lines = describe(*at, open);
    if (open.empty()) {
        lines.append(
            QStringLiteral("%1%2").arg(QStringLiteral("Alerts"), -14).arg(verdict.isClear() ? QStringLiteral("none") : QStringLiteral("not known")));
    }
    report.say(lines.join(u'\n'));
    report.addVerdict(verdict, statuses);
    tellCatalogs(session, report);
    return report.finish();
}

} // namespace

void addServices(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("services", "List services with owner, tier and open alerts");
    addListOptions(*command, arguments, {servicesColumns(), false});
    command->callback([&chosen] { chosen = runServices; });
}

void addService(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("service", "Details of one service");
    command->add_option("name", arguments.words, "Name of the service")->required()->expected(1)->type_name(kinds::Service);
    command->callback([&chosen] { chosen = runService; });
}

} // namespace quarterdeck
