#include "app/cli/commands.h"

#include "app/cli/delivery.h"
#include "app/cli/jsonitems.h"
#include "app/cli/openacts.h"
#include "app/cli/options.h"
#include "app/cli/quietbook.h"
#include "app/cli/reasonsentence.h"
#include "app/cli/report.h"
#include "app/core/text.h"

#include <CLI/CLI.hpp>

namespace quarterdeck {

namespace {

constexpr qsizetype ShortId = 8;

Ink inkOf(OutboxState state)
{
    switch (state) {
    case OutboxState::Confirmed:
    case OutboxState::Superseded:
        return Ink::Good;
    case OutboxState::Rejected:
    case OutboxState::Conflict:
    case OutboxState::Expired:
        return Ink::Bad;
    case OutboxState::Withdrawn:
        return Ink::Dim;
    case OutboxState::Queued:
    case OutboxState::Sending:
    case OutboxState::Unknown:
        break;
    }
    return Ink::Warn;
}

QStringList outboxColumns()
{
    return {QStringLiteral("ID"), QStringLiteral("STATE"), QStringLiteral("VERB"), QStringLiteral("SOURCE"), QStringLiteral("WHAT"),
        QStringLiteral("WHEN"), QStringLiteral("WHY")};
}

int runOutbox(CliSession &session)
{
    if (const auto opened = session.open(); !opened) {
        return refuse(opened.error());
    }
    const auto entries = CliSession::wait(session.engine().store().entries());
    if (!entries) {
        return refuse(entries.error());
    }
    Report report(session, QStringLiteral("outbox"));
    Table table(outboxColumns());
    const UtcTime now = session.clock().now();
    for (const OutboxEntry &entry : *entries) {
        const QString what = entry.action.alertTitle.isEmpty() ? entry.action.silenceId : entry.action.alertTitle;
        table.add({entry.action.id.toString(QUuid::WithoutBraces).left(ShortId), outboxStateName(entry.state), verbName(entry.action.verb),
                      entry.action.source, what, clockText(entry.changedAt), reasonSentence(entry.reason)},
            inkOf(entry.state), {{5, entry.changedAt.ms}}, {{5, shortMoment(entry.changedAt, now)}});
        report.add([entry](JsonWriter &json) { writeOutboxEntry(json, entry); });
    }
    report.say(table, QStringLiteral("Nothing is waiting, and nothing ended in the last day."));
    return report.finish();
}

/// The one entry that a whole id, or its beginning, names. Errors: NotFound.
Result<OutboxEntry> entryNamed(const std::vector<OutboxEntry> &entries, const QString &typed)
{
    std::vector<OutboxEntry> found;
    std::copy_if(entries.begin(), entries.end(), std::back_inserter(found),
        [&typed](const OutboxEntry &entry) { return entry.action.id.toString(QUuid::WithoutBraces).startsWith(typed, Qt::CaseInsensitive); });
    if (typed.isEmpty() || found.size() != 1) {
        return fail(ErrorKind::NotFound,
            found.size() > 1 ? QStringLiteral("%1 begins the ids of %2 entries: give more of it").arg(typed).arg(found.size())
                             : QStringLiteral("%1 is not in the outbox").arg(typed));
    }
    return found.front();
}

/// What is done to one entry. Yields the id of the one to look at.
using Decision = Result<QUuid> (*)(CliSession &session, const QUuid &entry);

Result<QUuid> withdraw(CliSession &session, const QUuid &entry)
{
    return session.write([&entry](Outbox &outbox) { return outbox.withdraw(entry); }).map([&entry](const Done &) { return entry; });
}

Result<QUuid> resend(CliSession &session, const QUuid &entry)
{
    return session.write([&entry](Outbox &outbox) { return outbox.resend(entry); }).map([](const OutboxEntry &made) { return made.action.id; });
}

/// What was taken back at once, and what could not be any more.
struct WithdrawnAll {
    std::vector<OutboxEntry> withdrawn;
    std::vector<OutboxEntry> onTheirWay; ///< Being sent, or sent and not confirmed.
};

/// Takes back everything that still waits. Errors: those of the store.
Result<WithdrawnAll> withdrawWaiting(CliSession &session)
{
    const auto entries = CliSession::wait(session.engine().store().entries());
    if (!entries) {
        return tl::unexpected<Error>(entries.error());
    }
    std::vector<QUuid> waiting;
    for (const OutboxEntry &entry : *entries) {
        if (entry.state == OutboxState::Queued) {
            waiting.push_back(entry.action.id);
        }
    }
    const auto taken = session.write([&](Outbox &outbox) { return outbox.withdrawAll(waiting); });
    if (!taken) {
        return tl::unexpected<Error>(taken.error());
    }
    const auto after = CliSession::wait(session.engine().store().entries());
    if (!after) {
        return tl::unexpected<Error>(after.error());
    }
    WithdrawnAll all;
    for (const OutboxEntry &entry : *after) {
        if (std::ranges::find(*taken, entry.action.id) != taken->end()) {
            all.withdrawn.push_back(entry);
        } else if (entry.state == OutboxState::Sending || entry.state == OutboxState::Unknown) {
            all.onTheirWay.push_back(entry);
        }
    }
    return all;
}

int runWithdrawAll(CliSession &session)
{
    if (const auto opened = session.open(Purpose::Act); !opened) {
        return refuse(opened.error());
    }
    const auto all = withdrawWaiting(session);
    if (!all) {
        return refuse(all.error());
    }
    Report report(session, QStringLiteral("outbox"));
    for (const OutboxEntry &entry : all->withdrawn) {
        report.add([entry](JsonWriter &json) { writeOutboxEntry(json, entry); });
    }
    if (!all->withdrawn.empty()) {
        report.say(QStringLiteral("%1 discarded: not sent.").arg(all->withdrawn.size()));
    } else if (all->onTheirWay.empty()) {
        report.say(QStringLiteral("Nothing is waiting."));
    }
    for (const OutboxEntry &entry : all->onTheirWay) {
        report.failed(QStringLiteral("Not discarded: %1").arg(actLine(entry)));
    }
    return report.finish();
}

int runDecision(CliSession &session, Decision decide)
{
    if (session.arguments().words.empty()) {
        return refuseUsage(QStringLiteral("Give the id of an outbox entry"));
    }
    if (const auto opened = session.open(Purpose::Act); !opened) {
        return refuse(opened.error());
    }
    if (session.engine().context().isReadOnly) {
        return refuse(
            Error {ErrorKind::Rejected, QStringLiteral("The context %1 is read-only: nothing is sent").arg(session.contextName()), {}, 0, {}});
    }
    Report report(session, QStringLiteral("outbox"));
    for (const std::string &typed : session.arguments().words) {
        const auto entries = CliSession::wait(session.engine().store().entries());
        const auto entry = entries ? entryNamed(*entries, QString::fromStdString(typed)) : tl::unexpected<Error>(entries.error());
        const auto decided = entry ? decide(session, entry->action.id) : tl::unexpected<Error>(entry.error());
        if (!decided) {
            report.failed(decided.error().what);
            continue;
        }
        // A withdrawn entry has come to its end; one that is sent again is given the same few seconds as a new one.
        for (const OutboxEntry &now : followDelivery(session, {*decided})) {
            report.add([now](JsonWriter &json) { writeOutboxEntry(json, now); });
            report.say(
                inked(QStringLiteral("%1: %2 %3").arg(outboxStateName(now.state), verbName(now.action.verb), text::plain(now.action.alertTitle)),
                    inkOf(now.state)));
        }
    }
    return report.finish();
}

} // namespace

void addOutbox(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("outbox", "List queued actions and the outcome of recent ones");
    command->require_subcommand(0, 1);
    addListOptions(*command, arguments, {outboxColumns(), true});
    CLI::App *withdrawing = command->add_subcommand("withdraw", "Discard unsent actions");
    CLI::App *resending = command->add_subcommand("resend", "Resend expired, rejected or conflicting actions against the current state");
    for (CLI::App *decision : {withdrawing, resending}) {
        decision->add_option("entry", arguments.words, "Id as qdeck outbox prints it, or its beginning")->type_name(kinds::Entry);
    }
    withdrawing->add_flag("--all", arguments.isAll, "Every waiting action")->excludes(withdrawing->get_option("entry"));
    // The callback of a sub-command runs before that of its parent.
    command->callback([&chosen, &arguments, withdrawing, resending] {
        if (withdrawing->parsed() && arguments.isAll) {
            chosen = runWithdrawAll;
        } else if (withdrawing->parsed()) {
            chosen = [](CliSession &session) { return runDecision(session, withdraw); };
        } else if (resending->parsed()) {
            chosen = [](CliSession &session) { return runDecision(session, resend); };
        } else {
            chosen = runOutbox;
        }
    });
}

} // namespace quarterdeck
