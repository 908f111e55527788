#include "app/cli/commands.h"

#include "app/cli/jsonitems.h"
#include "app/cli/report.h"
#include "app/core/text.h"

#include <CLI/CLI.hpp>

namespace quarterdeck {

namespace {

constexpr Millis AskFor {4'000};

void describe(Report &report, const std::vector<SourceStatus> &statuses)
{
    Table table({QStringLiteral("SOURCE"), QStringLiteral("KIND"), QStringLiteral("STATE"), QStringLiteral("WHY")});
    for (const SourceStatus &status : statuses) {
        table.add({status.id, status.kind, freshnessText(status), status.error ? status.error->what : QString()}, inkOf(status.freshness));
        report.add([status](JsonWriter &json) { writeStatus(json, status); });
    }
    report.say(table, QStringLiteral("No source is configured. Add one to the configuration: qdeck info tells where it is."));
}

int runSources(CliSession &session)
{
    if (const auto opened = session.open(); !opened) {
        return refuse(opened.error());
    }
    session.refresh(AskFor);
    const std::vector<SourceStatus> statuses = session.statuses();
    Report report(session, QStringLiteral("sources"));
    describe(report, statuses);
    report.addStale(statuses);
    return report.finish();
}

int syncOnce(CliSession &session)
{
    session.refresh(Millis(60'000));
    const std::vector<SourceStatus> statuses = session.statuses();
    Report report(session, QStringLiteral("sync"));
    describe(report, statuses);
    const auto alerts = CliSession::wait(session.engine().store().alerts());
    const auto waiting = CliSession::wait(session.engine().store().undelivered());
    const qint64 open = alerts ? std::count_if(alerts->begin(), alerts->end(), [](const Alert &a) { return a.isOpen(); }) : 0;
    const qint64 queued = waiting ? qint64(waiting->size()) : 0;
    report.say(QStringLiteral("%1 open alerts, %2 actions waiting to be delivered").arg(open).arg(queued));
    report.addMember(QStringLiteral("openAlerts"), [open](JsonWriter &json) { json.value(open); });
    report.addMember(QStringLiteral("undelivered"), [queued](JsonWriter &json) { json.value(queued); });
    report.addStale(statuses);
    return report.finish();
}

int runSync(CliSession &session)
{
    if (const auto opened = session.open(); !opened) {
        return refuse(opened.error());
    }
    if (session.isBesideWindow()) {
        return refuse(Error {ErrorKind::Conflict, QStringLiteral("The running window polls already; it is the one that may write"), {}, 0, {}});
    }
    if (session.arguments().isOnce) {
        return syncOnce(session);
    }
    QEventLoop untilKilled;
    QObject::connect(&session.engine().sync(), &SyncEngine::statusChanged, &untilKilled, [](const SourceStatus &status) {
        print(inked(QStringLiteral("%1  %2").arg(text::plain(status.id), freshnessText(status)), inkOf(status.freshness)));
    });
    session.engine().sync().start();
    return untilKilled.exec();
}

} // namespace

void addSources(CLI::App &app, Arguments &, Command &chosen)
{
    CLI::App *command = app.add_subcommand("sources", "The configured sources and how fresh each is");
    command->callback([&chosen] { chosen = runSources; });
}

void addSync(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("sync", "Poll sources and deliver what waits, until interrupted");
    command->add_flag("--once", arguments.isOnce, "Poll every source once, deliver, and end");
    command->callback([&chosen] { chosen = runSync; });
}

} // namespace quarterdeck
