#include "app/cli/commands.h"

#include "app/cli/eventfile.h"
#include "app/cli/figures.h"
#include "app/cli/report.h"

#include <CLI/CLI.hpp>

namespace quarterdeck {

namespace {

constexpr Millis DefaultRange {30LL * 86'400'000};

LoadScope scopeOf(const Arguments &arguments, TimeRange window)
{
    return {
        window, QString::fromStdString(arguments.team), QString::fromStdString(arguments.service).toLower(), QString::fromStdString(arguments.user)};
}

int tell(CliSession &session, const std::vector<Incident> &incidents, const LoadScope &scope, const ResponderZones &zones)
{
    const std::vector<Figure> figures = loadFigures(incidents, scope, zones, session.clock().now());
    Report report(session, QStringLiteral("kpi"));
    Table table({QStringLiteral("FIGURE"), QStringLiteral("VALUE")});
    for (const Figure &figure : figures) {
        for (const auto &[name, value] : figure.values) {
            table.add({name.isEmpty() ? figure.name : QStringLiteral("%1.%2").arg(figure.name, name), QString::number(value, 'g', 12)});
        }
    }
    report.say(QStringLiteral("From %1 to %2").arg(clockText(scope.window.from), clockText(scope.window.to)));
    report.say(table, {});
    report.add([figures](JsonWriter &json) { writeFigures(json, figures); });
    report.addMember(QStringLiteral("window"), [scope](JsonWriter &json) {
        json.beginObject().key(u"from").value(toRfc3339(scope.window.from)).key(u"to").value(toRfc3339(scope.window.to)).endObject();
    });
    return report.finish();
}

int runFromFile(CliSession &session, const TimeRange &asked, bool isRangeAsked)
{
    QStringList majors;
    for (const std::string &id : session.arguments().majors) {
        majors.append(QString::fromStdString(id));
    }
    const auto events = readEventFile(QString::fromStdString(session.arguments().eventsFile), majors);
    if (!events) {
        return refuse(events.error());
    }
    return tell(session, events->incidents, scopeOf(session.arguments(), isRangeAsked ? asked : events->weeks), events->zones);
}

int runKpi(CliSession &session)
{
    const Arguments &arguments = session.arguments();
    const auto range = rangeOf(arguments, DefaultRange, session.clock().now());
    if (!range) {
        return refuseUsage(range.error().what);
    }
    if (!arguments.eventsFile.empty()) {
        return runFromFile(session, *range, !arguments.since.empty() || !arguments.from.empty() || !arguments.to.empty());
    }
    if (const auto opened = session.open(); !opened) {
        return refuse(opened.error());
    }
    const auto incidents = CliSession::wait(session.engine().store().incidents(*range));
    if (!incidents) {
        return refuse(incidents.error());
    }
    return tell(session, *incidents, scopeOf(arguments, *range), session.engine().zones());
}

} // namespace

void addKpi(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("kpi", "Operational load, from the local history or a file of events");
    command->add_option("--events", arguments.eventsFile, "JSON file with users and incidents");
    command->add_option("--major", arguments.majors, "Id of an incident of the file that was a major one")->allow_extra_args(false);
    command->add_option("--team", arguments.team, "Only this team");
    command->add_option("--service", arguments.service, "Only this service");
    command->add_option("--user", arguments.user, "Only this responder");
    command->add_option("--since", arguments.since, "The last 7d, 30d");
    command->add_option("--from", arguments.from, "Start: now-30d, RFC 3339 or \"2026-11-01 00:00\"");
    command->add_option("--to", arguments.to, "End, likewise; now when left out");
    command->callback([&chosen] { chosen = runKpi; });
}

} // namespace quarterdeck
