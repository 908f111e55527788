#include "app/cli/commands.h"

#include "app/cli/jsonitems.h"
#include "app/cli/report.h"

#include <CLI/CLI.hpp>

namespace quarterdeck {

namespace {

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
    Table table({QStringLiteral("STATE"), QStringLiteral("VERB"), QStringLiteral("SOURCE"), QStringLiteral("WHAT"), QStringLiteral("WHEN"),
        QStringLiteral("WHY")});
    for (const OutboxEntry &entry : *entries) {
        const QString what = entry.action.alertTitle.isEmpty() ? entry.action.silenceId : entry.action.alertTitle;
        table.add({outboxStateName(entry.state), verbName(entry.action.verb), entry.action.source, what, clockText(entry.changedAt), entry.detail},
            inkOf(entry.state));
        report.add([entry](JsonWriter &json) { writeOutboxEntry(json, entry); });
    }
    report.say(table, QStringLiteral("Nothing waits, and nothing ended in the last day."));
    return report.finish();
}

} // namespace

void addOutbox(CLI::App &app, Arguments &, Command &chosen)
{
    CLI::App *command = app.add_subcommand("outbox", "What waits to be delivered and how the last actions ended");
    command->callback([&chosen] { chosen = runOutbox; });
}

} // namespace quarterdeck
