#include "app/cli/commands.h"

#include "app/cli/alertids.h"
#include "app/cli/delivery.h"
#include "app/cli/options.h"
#include "app/core/text.h"
#include "app/domain/aim.h"

#include <CLI/CLI.hpp>

namespace quarterdeck {

namespace {

constexpr Millis AcknowledgeFor {3'600'000};

int runAck(CliSession &session)
{
    const auto span = durationOf(session.arguments(), AcknowledgeFor);
    if (!span) {
        return refuseUsage(span.error().what);
    }
    if (const auto opened = session.open(Purpose::Act); !opened) {
        return refuse(opened.error());
    }
    const auto alerts = alertsFor(session, session.arguments().words);
    if (!alerts) {
        return refuse(alerts.error());
    }
    QStringList problems;
    std::vector<AlertAction> actions;
    for (const Alert &alert : findAlerts(*alerts, session.arguments().words, problems, unreadText(session))) {
        if (!alert.isOpen()) {
            problems.append(QStringLiteral("%1 resolved at %2").arg(alert.key.toString(), clockText(alert.resolvedAt)));
            continue;
        }
        AlertAction action = newAction(session, Verb::Acknowledge, alert.key.source);
        aimAt(action, alert);
        action.matchers = exactMatchers(alert.labels);
        action.duration = *span;
        actions.push_back(action);
    }
    return carryOut(session, actions, problems);
}

// A request without an answer may have been carried out: only what is known is said.
QString noteProblem(const Error &error)
{
    return mayHaveBeenDone(error)
        ? QStringLiteral("%1: the note may or may not have been stored. Check with qdeck show before you try again.").arg(error.what)
        : QStringLiteral("The note was not stored. %1").arg(error.what);
}

int runNote(CliSession &session)
{
    const Arguments &arguments = session.arguments();
    if (arguments.text.empty()) {
        return refuseUsage(QStringLiteral("Give the note with --text"));
    }
    if (const auto opened = session.open(Purpose::Act); !opened) {
        return refuse(opened.error());
    }
    const auto alerts = alertsFor(session, session.arguments().words);
    if (!alerts) {
        return refuse(alerts.error());
    }
    QStringList problems;
    Report report(session, QStringLiteral("notes"));
    for (const Alert &alert : findAlerts(*alerts, arguments.words, problems, unreadText(session))) {
        Note note;
        note.alert = alert.key;
        note.author = authorOf(arguments);
        note.text = QString::fromStdString(arguments.text);
        const auto stored = session.write([&note](Outbox &outbox) { return outbox.addNote(note.alert, note.author, note.text); });
        if (!stored) {
            problems.append(noteProblem(stored.error()));
            continue;
        }
        note = *stored;
        report.say(QStringLiteral("noted on %1").arg(text::plain(alert.title)));
        report.add([note](JsonWriter &json) {
            json.beginObject().key(u"id").value(note.id.toString(QUuid::WithoutBraces)).key(u"target").value(note.alert.toString());
            json.key(u"state").value(QStringLiteral("stored")).key(u"author").value(note.author).key(u"text").value(note.text).endObject();
        });
    }
    for (const QString &problem : problems) {
        report.failed(problem);
    }
    return report.finish();
}

} // namespace

void addAck(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("ack", "Acknowledge alerts");
    command->add_option("alert", arguments.words, "source:fingerprint, or a fingerprint that only one source has")
        ->required()
        ->type_name(kinds::Alert);
    command->add_option("--for", arguments.duration, "Duration, e.g. 30m (default: 1h)")->type_name("SPAN");
    command->add_option("--text", arguments.text, "Comment")->type_name("TEXT");
    command->add_option("--author", arguments.author, "Author name (default: your login name)")->type_name("NAME");
    command->callback([&chosen] { chosen = runAck; });
}

void addNote(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("note", "Add a note to alerts; it stays on this machine");
    command->add_option("alert", arguments.words, "source:fingerprint, or a fingerprint that only one source has")
        ->required()
        ->type_name(kinds::Alert);
    command->add_option("--text", arguments.text, "The note")->type_name("TEXT");
    command->add_option("--author", arguments.author, "Author name (default: your login name)")->type_name("NAME");
    command->callback([&chosen] { chosen = runNote; });
}

} // namespace quarterdeck
