#include "app/cli/commands.h"

#include "app/bootstrap/ipcserver.h"
#include "app/cli/jsonitems.h"
#include "app/cli/openacts.h"
#include "app/cli/options.h"
#include "app/cli/quietbook.h"
#include "app/cli/report.h"
#include "app/cli/windowpoll.h"
#include "app/core/text.h"

#include <CLI/CLI.hpp>

#include <QSet>

#include <memory>

namespace quarterdeck {

namespace {

constexpr Millis PollFor {60'000};

QStringList askedSources(const Arguments &arguments)
{
    QStringList names;
    for (const std::string &name : arguments.sources) {
        names << QString::fromStdString(name);
    }
    return names;
}

QStringList sourcesColumns()
{
    return {QStringLiteral("SOURCE"), QStringLiteral("KIND"), QStringLiteral("STATE"), QStringLiteral("WHY")};
}

void describe(Report &report, const std::vector<SourceStatus> &statuses)
{
    Table table(sourcesColumns());
    for (const SourceStatus &status : statuses) {
        table.add({status.id, status.kind, freshnessText(status), status.error ? status.error->what : QString()}, inkOf(status.freshness));
        report.add([status](JsonWriter &json) { writeStatus(json, status); });
    }
    report.say(table, QStringLiteral("No source is configured. Add one to the configuration: qdeck info shows where it is."));
}

int runSources(CliSession &session)
{
    if (const QString why = whyNoSource(session); !why.isEmpty()) {
        return refuse(Error {ErrorKind::Rejected, why, {}, 0, {}});
    }
    if (const auto opened = session.open(); !opened) {
        return refuse(opened.error());
    }
    session.refresh();
    const std::vector<SourceStatus> statuses = session.statuses();
    Report report(session, QStringLiteral("sources"));
    describe(report, statuses);
    report.addStale(statuses);
    report.addRemarks(statuses);
    return report.finish();
}

/// How many alerts there are and how many of them wait for nobody, where that is known.
void tellCount(CliSession &session, Report &report, const std::vector<Alert> &alerts, const std::vector<SourceStatus> &statuses)
{
    const auto silences = CliSession::wait(session.engine().store().silences());
    const QuietBook quiet(silences ? *silences : std::vector<Silence> {}, alerts);
    QuietCount count;
    for (const Alert &alert : alerts) {
        count.add(alert, quiet.until(alert));
    }
    const int all = count.all();
    const bool isKnown = verdictOf(statuses).isClear() || all > 0;
    const auto add = [&report, isKnown](const char *name, int n) {
        report.addMember(QLatin1StringView(name), [n, isKnown](JsonWriter &json) { isKnown ? json.value(n) : json.null(); });
    };
    report.say(isKnown ? QStringLiteral("Alerts: ") + countSentence(count, session.clock().now())
                       : QStringLiteral("It is unknown whether any alert is open."));
    add("openAlerts", all);
    add("acknowledgedAlerts", count.acknowledged);
    add("quietAlerts", count.quiet());
}

int syncOnce(CliSession &session)
{
    const UtcTime begun = session.clock().now();
    if (session.isBesideWindow() && !session.arguments().isCached) {
        if (!session.isBesidePoller()) {
            return refuse(Error {ErrorKind::Storage, session.whyReadOnly(), {}, 0, {}});
        }
        if (const auto polled = pollByWindow(session, PollFor); !polled) {
            return refuse(polled.error());
        }
    } else {
        session.refresh(PollFor, &SyncEngine::syncOnce);
    }
    const std::vector<SourceStatus> statuses = session.statusesBeforeLists();
    const auto alerts = CliSession::wait(session.engine().store().alerts());
    const auto entries = CliSession::wait(session.engine().store().entries());
    if (!alerts || !entries) {
        return refuse(alerts ? entries.error() : alerts.error());
    }
    Report report(session, QStringLiteral("sync"));
    describe(report, statuses);
    tellCount(session, report, *alerts, statuses);
    if (session.arguments().sources.empty()) {
        report.addVerdict(verdictOf(statuses), statuses);
    } else {
        // Who names sources asks about these alone, and the count says what they can't know.
        report.addStale(statuses);
        report.addRemarks(statuses);
    }
    tellOpenActs(report, openActs(*entries, askedSources(session.arguments())), statuses, begun);
    return report.finish();
}

/// Prints what needs a person as soon as it does, each once.
void watchOutbox(CliSession &session, QObject &guard)
{
    const auto tell = [&session, &guard, told = std::make_shared<QSet<QUuid>>()] {
        then(session.engine().store().entries(), &guard, [told, sources = askedSources(session.arguments())](const auto &entries) {
            const OpenActs acts = entries ? openActs(*entries, sources) : OpenActs {};
            for (const auto *list : {&acts.conflicts, &acts.failed}) {
                for (const OutboxEntry &entry : *list) {
                    if (!told->contains(entry.action.id)) {
                        told->insert(entry.action.id);
                        print(inked(actLine(entry), Ink::Bad));
                    }
                }
            }
        });
    };
    QObject::connect(&session.engine().store(), &Reader::changed, &guard, [tell](const ChangeSet &changes) {
        if (changes.outbox) {
            tell();
        }
    });
    tell();
}

int runSync(CliSession &session)
{
    if (const QString why = whyNoSource(session); !why.isEmpty()) {
        return refuse(Error {ErrorKind::Rejected, why, {}, 0, {}});
    }
    if (const auto opened = session.open(); !opened) {
        return refuse(opened.error());
    }
    if (session.arguments().isOnce) {
        return syncOnce(session);
    }
    if (session.isBesideWindow()) {
        const QString why = session.isBesidePoller() ? QStringLiteral("A running window or qdeck sync polls already. With --once, it polls now")
                                                     : session.whyReadOnly();
        return refuse(Error {ErrorKind::Conflict, why, {}, 0, {}});
    }
    // What other runs of qdeck want stored and sent is taken here, as by the window.
    IpcServer door(session.engine(), nullptr, IpcServer::Role::Sync);
    if (const auto listening = door.listen(); !listening) {
        complain(text::plain(QStringLiteral("Other runs of qdeck cannot reach this one: %1").arg(listening.error().what)));
    }
    QEventLoop untilKilled;
    QObject::connect(&session.engine().sync(), &SyncEngine::statusChanged, &untilKilled, [](const SourceStatus &status) {
        print(inked(QStringLiteral("%1  %2").arg(text::plain(status.id), freshnessText(status)), inkOf(status.freshness)));
    });
    watchOutbox(session, untilKilled);
    session.engine().sync().start();
    untilKilled.exec();
    return exits::Ok;
}

} // namespace

void addSources(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("sources", "List the configured sources and whether each is up to date");
    addListOptions(*command, arguments, {sourcesColumns(), true});
    command->callback([&chosen] { chosen = runSources; });
}

void addSync(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("sync", "Poll sources and send queued actions until interrupted");
    command->add_flag("--once", arguments.isOnce, "Poll every source once, send queued actions and exit");
    command->callback([&chosen] { chosen = runSync; });
}

} // namespace quarterdeck
