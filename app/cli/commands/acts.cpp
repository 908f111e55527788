#include "app/cli/commands.h"

#include "app/cli/alertids.h"
#include "app/cli/answers.h"
#include "app/cli/delivery.h"
#include "app/cli/options.h"
#include "app/domain/aim.h"

#include <CLI/CLI.hpp>

#include <array>

namespace quarterdeck {

namespace {

constexpr Millis SnoozeFor {3'600'000};

/// What a command needs beside the alerts.
enum class Needs : quint8 { Nothing, Time, People, Level, Other, Name, Words };

struct ActCommand {
    const char *name;
    const char *help;
    Verb verb;
    Needs needs;
};

constexpr std::array Commands {
    ActCommand {"unack", "Remove acknowledgements, so that the alerts page again", Verb::Unacknowledge, Needs::Nothing},
    ActCommand {"snooze", "Keep alerts quiet until a time; then they page again", Verb::Snooze, Needs::Time},
    ActCommand {"resolve", "Resolve alerts", Verb::Resolve, Needs::Nothing},
    ActCommand {"reassign", "Give alerts to other people", Verb::Reassign, Needs::People},
    ActCommand {"escalate", "Escalate alerts to a level of their escalation policy", Verb::Escalate, Needs::Level},
    ActCommand {"call", "Call more people to help with alerts", Verb::AddResponder, Needs::People},
    ActCommand {"calloff", "Call off people who were asked to help and have not answered", Verb::CancelResponder, Needs::People},
    ActCommand {"merge", "Merge several incidents into one", Verb::Merge, Needs::Other},
    ActCommand {"priority", "Set the priority of alerts", Verb::SetPriority, Needs::Name},
    ActCommand {"comment", "Add a note to alerts at their source, where everybody can read it", Verb::Note, Needs::Words},
    ActCommand {"check", "Check alerts now instead of at the next interval", Verb::CheckNow, Needs::Nothing},
    ActCommand {
        "maintenance", "Stop the services of alerts from opening new incidents until a time; open ones continue", Verb::Maintain, Needs::Time},
};

/// What is known against it before it is asked for. Why an alert is not to be told something at this moment, such as a right that is missing, its
/// source says.
QString objection(CliSession &session, const Alert &alert, const ActCommand &command)
{
    const QString id = alert.key.toString();
    if (!alert.isOpen() && command.verb != Verb::Note) {
        return QStringLiteral("%1 resolved at %2").arg(id, clockText(alert.resolvedAt));
    }
    const auto infos = session.engine().sync().infos();
    const auto info = std::ranges::find(infos, alert.key.source, &SourceInfo::id);
    return info == infos.end() || info->verbs.has(command.verb)
        ? QString()
        : QStringLiteral("%1: %2 is not possible at %3").arg(id, QLatin1StringView(command.name), info->id);
}

/// The part of a wish that all alerts have in common. Errors: Usage, in words.
Result<AlertAction> wishOf(CliSession &session, const ActCommand &command)
{
    const Arguments &arguments = session.arguments();
    AlertAction wish = newAction(session, command.verb, {});
    const auto span = durationOf(arguments, SnoozeFor);
    const auto until = untilOf(arguments, session.clock().now());
    if (!span || !until) {
        return tl::unexpected(span ? until.error() : span.error());
    }
    if (until->isValid() && !arguments.duration.empty()) {
        return fail(ErrorKind::Usage, QStringLiteral("Give either a duration with --for or an end with --until"));
    }
    if (command.needs == Needs::Time) {
        wish.duration = *span;
        wish.until = *until;
    }
    wish.people = wordsOf(arguments.people);
    wish.subject = QString::fromStdString(arguments.subject);
    if (command.needs == Needs::Words && wish.comment.trimmed().isEmpty()) {
        return fail(ErrorKind::Usage, QStringLiteral("Give the note with --text"));
    }
    return wish;
}

/// The id that the source has for the incident of --into. Errors: Usage, NotFound, those of the store.
Result<Alert> otherOf(CliSession &session)
{
    const std::vector<std::string> words {session.arguments().subject};
    const auto alerts = alertsFor(session, words);
    if (!alerts) {
        return tl::unexpected(alerts.error());
    }
    QStringList problems;
    const std::vector<Alert> found = findAlerts(*alerts, words, problems, unreadText(session));
    return found.size() == 1 ? Result<Alert>(found.front()) : fail(ErrorKind::NotFound, problems.join(u' '));
}

int runAct(CliSession &session, const ActCommand &command)
{
    auto wish = wishOf(session, command);
    if (!wish) {
        return refuseUsage(wish.error().what);
    }
    if (const auto opened = session.open(Purpose::Act); !opened) {
        return refuse(opened.error());
    }
    const auto alerts = alertsFor(session, session.arguments().words);
    if (!alerts) {
        return refuse(alerts.error());
    }
    SourceId only;
    if (command.needs == Needs::Other) {
        const auto other = otherOf(session);
        if (!other) {
            return refuse(other.error());
        }
        wish->subject = other->key.id;
        only = other->key.source;
    }
    QStringList problems;
    std::vector<AlertAction> actions;
    for (const Alert &alert : findAlerts(*alerts, session.arguments().words, problems, unreadText(session))) {
        if (const QString why = objection(session, alert, command); !why.isEmpty()) {
            problems.append(why);
        } else if (!only.isEmpty() && (alert.key.source != only || alert.key.id == wish->subject)) {
            problems.append(QStringLiteral("%1 is not another incident of %2").arg(alert.key.toString(), only));
        } else {
            AlertAction action = *wish;
            action.id = QUuid::createUuid();
            aimAt(action, alert);
            action.silenceId = command.verb == Verb::Unacknowledge ? alert.acknowledgement().id : QString();
            actions.push_back(action);
        }
    }
    return carryOut(session, actions, problems);
}

void addNeeds(CLI::App &app, Arguments &arguments, Needs needs)
{
    switch (needs) {
    case Needs::Nothing:
    case Needs::Words:
        break;
    case Needs::Time:
        app.add_option("--for", arguments.duration, "Duration, e.g. 30m (default: 1h)")->type_name("SPAN");
        app.add_option("--until", arguments.to, "End time instead: 23:51 or \"2026-11-21 07:00\" (local time), or 2026-11-21T07:00:00Z")
            ->type_name("TIME");
        break;
    case Needs::People:
        app.add_option("--to", arguments.people, "Name, e-mail address or id of a person at the source; may be given several times")
            ->required()
            ->allow_extra_args(false)
            ->type_name("PERSON");
        break;
    case Needs::Level:
        app.add_option("--level", arguments.subject, "Escalation level, from 1")->required()->type_name("NUMBER");
        break;
    case Needs::Other:
        app.add_option("--into", arguments.subject, "The alert that stays")->required()->type_name(kinds::Alert);
        break;
    case Needs::Name:
        app.add_option("--set", arguments.subject, "The name of the priority at the source, like P1")->required()->type_name("NAME");
        break;
    }
}

} // namespace

void addActs(CLI::App &app, Arguments &arguments, Command &chosen)
{
    for (const ActCommand &command : Commands) {
        CLI::App *added = app.add_subcommand(command.name, command.help);
        added->add_option("alert", arguments.words, "source:id, or an id that only one source has")->required()->type_name(kinds::Alert);
        addNeeds(*added, arguments, command.needs);
        added->add_option("--text", arguments.text, command.needs == Needs::Words ? "The note" : "Comment")->type_name("TEXT");
        added->add_option("--author", arguments.author, "Author name (default: your login name)")->type_name("NAME");
        added->callback([&chosen, &command] { chosen = [&command](CliSession &session) { return runAct(session, command); }; });
    }
}

} // namespace quarterdeck
