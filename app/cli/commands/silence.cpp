#include "app/cli/commands.h"

#include "app/cli/alertids.h"
#include "app/cli/answers.h"
#include "app/cli/consent.h"
#include "app/cli/delivery.h"
#include "app/cli/terminal.h"
#include "app/cli/waitingsilences.h"
#include "app/core/text.h"
#include "app/domain/aim.h"
#include "app/domain/overlap.h"
#include "app/domain/quiet.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <functional>

namespace quarterdeck {

namespace {

constexpr Millis SilenceFor {7'200'000};
constexpr Millis ExtendBy {3'600'000};
constexpr qsizetype LeastPrefix = 4;

// A word with an operator or in braces is matchers; every other one names an alert.
bool isMatcher(const std::string &word)
{
    return word.find('=') != std::string::npos || word.find("!~") != std::string::npos || word.starts_with('{');
}

std::vector<std::string> wordsOf(const Arguments &arguments, bool areMatchers)
{
    std::vector<std::string> words = areMatchers ? arguments.matchers : std::vector<std::string> {};
    std::ranges::copy_if(
        arguments.words, std::back_inserter(words), [areMatchers](const std::string &word) { return isMatcher(word) == areMatchers; });
    return words;
}

Result<std::vector<Matcher>> readMatchers(const std::vector<std::string> &words)
{
    std::vector<Matcher> matchers;
    for (const std::string &word : words) {
        const auto read = parseMatchers(QString::fromStdString(word));
        if (!read) {
            return tl::unexpected<Error>(read.error());
        }
        matchers.insert(matchers.end(), read->begin(), read->end());
    }
    return matchers;
}

/// What is not reached although nobody chose a source: those that the configuration leaves out.
QStringList leftOut(CliSession &session)
{
    QStringList problems;
    for (const SourceStatus &status : session.engine().sync().statuses()) {
        if (session.arguments().sources.empty() && status.freshness == Freshness::Misconfigured && status.faces.testFlag(Face::Acts)) {
            problems.append(QStringLiteral("%1 is left out of the configuration: nothing is silenced there").arg(status.id));
        }
    }
    return problems;
}

QStringList silencedByMatchers(CliSession &session)
{
    QStringList names;
    for (const SourceInfo &info : session.engine().sync().infos()) {
        if (info.silencesByMatchers && info.verbs.has(Verb::Silence)) {
            names.append(info.id);
        }
    }
    return names;
}

QString noneByMatchers(CliSession &session)
{
    const QStringList others = sourcesTaking(session, Verb::Silence);
    return others.empty()
        ? QStringLiteral("No source here can be silenced")
        : QStringLiteral("%1 silences single alerts only, nothing by matchers: name the alerts").arg(others.join(QStringLiteral(" and ")));
}

int silenceMatching(CliSession &session, const std::vector<Matcher> &matchers, Millis span)
{
    // More than one needs --source.
    const QStringList sources = silencedByMatchers(session);
    if (sources.size() != 1) {
        return refuseUsage(sources.empty()
                ? noneByMatchers(session)
                : QStringLiteral("Several sources can be silenced: choose one with --source (%1)").arg(sources.join(QStringLiteral(", "))));
    }
    session.refresh();
    const auto preview = previewAt(session, sources.front(), matchers);
    if (!preview) {
        return refuse(preview.error());
    }
    if (const auto agreed = agreeTo(session, *preview, sources.front()); !agreed) {
        return refuse(agreed.error());
    }
    AlertAction action = newAction(session, Verb::Silence, sources.front());
    action.matchers = matchers;
    action.duration = span;
    QStringList words;
    for (const Matcher &matcher : matchers) {
        words.append(matcher.toString());
    }
    action.alertTitle = words.join(QStringLiteral(", "));
    return carryOut(session, {action}, leftOut(session));
}

// A person who types the name of a label means its value too: the example has one that occurs.
QString labelHint(const std::vector<Alert> &alerts, const std::vector<std::string> &ids)
{
    for (const std::string &id : ids) {
        const QString name = QString::fromStdString(id);
        const auto at = std::ranges::find_if(alerts, [&name](const Alert &alert) { return alert.labels.contains(name); });
        if (at != alerts.end()) {
            const QString example = Matcher {name, at->labels.value(name), false, true}.toString();
            return QStringLiteral("%1 is the name of a label: to silence by it say its value too, like %2").arg(name, example);
        }
    }
    return {};
}

std::vector<Silence> knownSilences(CliSession &session)
{
    const auto silences = CliSession::wait(session.engine().store().silences());
    return silences ? *silences : std::vector<Silence> {};
}

/// Says of an alert that is silenced already that there is a silence to extend.
void tellSilenced(CliSession &session, const Alert &alert, const std::vector<Silence> &silences, UtcTime wishedEnd)
{
    for (const Silence &silence : silences) {
        const bool isOfIt = silence.source == alert.key.source && alert.mutes().contains(silence.id);
        if (isOfIt && silence.endsAt > session.clock().now() && silence.endsAt < wishedEnd) {
            const QString told = text::plain(QStringLiteral("! %1 is silenced already until %2: qdeck extend %1 lets that silence run on.")
                                                 .arg(alert.key.toString(), clockText(silence.endsAt)));
            session.arguments().isJson ? complain(told) : print(told);
        }
    }
}

int silenceAlerts(CliSession &session, const std::vector<std::string> &ids, Millis span)
{
    const auto alerts = alertsFor(session, ids);
    if (!alerts) {
        return refuse(alerts.error());
    }
    QStringList problems;
    std::vector<AlertAction> actions;
    const std::vector<Silence> silences = knownSilences(session);
    for (const Alert &alert : findAlerts(*alerts, ids, problems, unreadText(session))) {
        if (!alert.isOpen()) {
            problems.append(QStringLiteral("%1 resolved at %2").arg(alert.key.toString(), clockText(alert.resolvedAt)));
            continue;
        }
        AlertAction action = newAction(session, Verb::Silence, alert.key.source);
        aimAt(action, alert);
        action.matchers = exactMatchers(alert.labels);
        action.duration = span;
        tellSilenced(session, alert, silences, action.createdAt + span);
        actions.push_back(action);
    }
    if (const QString hint = problems.isEmpty() ? QString() : labelHint(*alerts, ids); !hint.isEmpty()) {
        problems.append(hint);
    }
    return carryOut(session, actions, problems);
}

int runSilence(CliSession &session)
{
    const Arguments &arguments = session.arguments();
    const auto span = durationOf(arguments, SilenceFor);
    const auto matchers = readMatchers(wordsOf(arguments, true));
    if (!span) {
        return refuseUsage(span.error().what);
    }
    if (!matchers) {
        const Error &error = matchers.error();
        return refuseUsage(QStringLiteral("%1%2. Matchers are written like service=checkout, or several like '{service=\"checkout\", env!=\"dev\"}'")
                               .arg(error.what, error.where.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(error.where)));
    }
    const std::vector<std::string> alerts = wordsOf(arguments, false);
    if (matchers->empty() == alerts.empty()) {
        return refuseUsage(alerts.empty() ? QStringLiteral("Give what to silence: matchers like service=checkout, or alerts")
                                          : QStringLiteral("Give either alerts or matchers: a silence by matchers may hide other alerts than these"));
    }
    if (const auto opened = session.open(Purpose::Act); !opened) {
        return refuse(opened.error());
    }
    return alerts.empty() ? silenceMatching(session, *matchers, *span) : silenceAlerts(session, alerts, *span);
}

// The silences with that id, or with an id that begins like this and that have not ended. Several: the beginning was too short.
std::vector<Silence> silencesById(const std::vector<Silence> &silences, const QString &id)
{
    std::vector<Silence> found;
    std::ranges::copy_if(silences, std::back_inserter(found), [&id](const Silence &silence) { return silence.id == id; });
    if (found.empty() && id.size() >= LeastPrefix) {
        std::ranges::copy_if(silences, std::back_inserter(found),
            [&id](const Silence &silence) { return silence.state != SilenceState::Expired && silence.id.startsWith(id); });
    }
    return found;
}

/// When a silence with that id or beginning of an id has ended, in words; empty where none is known.
QString endedText(CliSession &session, const std::string &word)
{
    const QString id = QString::fromStdString(word);
    for (const Silence &silence : id.size() >= LeastPrefix ? knownSilences(session) : std::vector<Silence> {}) {
        if (silence.state == SilenceState::Expired && silence.id.startsWith(id)) {
            return QStringLiteral("%1 ended at %2").arg(silence.id, clockText(silence.endsAt));
        }
    }
    return {};
}

/// What a word names: the silence of that id or beginning of an id; where there is none, those that hide the alert of that id, or would.
struct Named {
    std::vector<Silence> silences;
    std::vector<OutboxEntry> waiting; ///< Silences that are still on their way.

    bool isNothing() const { return silences.empty() && waiting.empty(); }
};

/// Which silences of an alert are meant where only the alert is named.
using SilencesOf = std::function<QStringList(const Alert &)>;

QStringList everySilenceOf(const Alert &alert)
{
    return alert.mutes() + QStringList {alert.acknowledgement().id};
}

/// Those that can run longer.
SilencesOf extensibleAt(CliSession &session)
{
    return [byMatchers = silencedByMatchers(session)](const Alert &alert) { return extensible(alert, byMatchers.contains(alert.key.source)); };
}

Named silencesNamed(CliSession &session, const std::string &word, const SilencesOf &ofAlert)
{
    const std::vector<Silence> silences = knownSilences(session);
    Named named {silencesById(silences, QString::fromStdString(word)), {}};
    if (!named.silences.empty()) {
        return named;
    }
    const auto stored = CliSession::wait(session.engine().store().alerts());
    QStringList problems;
    const std::vector<Alert> alerts = stored ? findAlerts(*stored, {word}, problems) : std::vector<Alert> {};
    for (const Alert &alert : alerts) {
        std::ranges::copy_if(silences, std::back_inserter(named.silences),
            [&alert, ids = ofAlert(alert)](const Silence &silence) { return silence.source == alert.key.source && ids.contains(silence.id); });
    }
    named.waiting = waitingSilences(session, alerts, named.silences);
    return named;
}

QString unknownSilence(CliSession &session, const std::string &word)
{
    if (const QString ended = endedText(session, word); !ended.isEmpty()) {
        return ended;
    }
    return QStringLiteral("%1 is neither a known silence nor a silenced alert").arg(QString::fromStdString(word)) + unreadText(session);
}

bool isAmbiguous(const std::vector<Silence> &silences, const QString &word)
{
    return silences.size() > 1 && silences.front().id != word && silences.front().id.startsWith(word);
}

int runUnsilence(CliSession &session)
{
    if (const auto opened = session.open(Purpose::Act); !opened) {
        return refuse(opened.error());
    }
    std::vector<AlertAction> actions;
    QStringList problems;
    // What hides an alert may be another silence by now: one that was extended, at a source where that makes a new one.
    session.refresh();
    for (const std::string &word : session.arguments().words) {
        const Named named = silencesNamed(session, word, everySilenceOf);
        const std::vector<Silence> &silences = named.silences;
        if (named.isNothing()) {
            problems.append(unknownSilence(session, word));
        }
        if (isAmbiguous(silences, QString::fromStdString(word))) {
            QStringList ids;
            std::ranges::transform(silences, std::back_inserter(ids), [](const Silence &silence) { return silence.id; });
            problems.append(
                QStringLiteral("%1 is the beginning of several silences: %2").arg(QString::fromStdString(word), ids.join(QStringLiteral(", "))));
            continue;
        }
        for (const Silence &silence : silences) {
            AlertAction action = newAction(session, Verb::ExpireSilence, silence.source);
            action.silenceId = silence.id;
            action.alertTitle = commentText(silence.comment);
            actions.push_back(action);
        }
        for (const OutboxEntry &entry : named.waiting) {
            actions.push_back(aimedAtMade(newAction(session, Verb::ExpireSilence, entry.action.source), entry.action));
        }
    }
    return carryOut(session, actions, problems);
}

int runExtend(CliSession &session)
{
    const UtcTime now = session.clock().now();
    const auto span = durationOf(session.arguments(), ExtendBy);
    const auto until = untilOf(session.arguments(), now);
    if (!span || !until) {
        return refuseUsage(span ? until.error().what : span.error().what);
    }
    if (until->isValid() && !session.arguments().duration.empty()) {
        return refuseUsage(QStringLiteral("Give either an extension with --for or an end with --until"));
    }
    if (const auto opened = session.open(Purpose::Act); !opened) {
        return refuse(opened.error());
    }
    // The new end is counted from the one that the silence has now.
    session.refresh();
    std::vector<AlertAction> actions;
    QStringList problems;
    for (const std::string &word : session.arguments().words) {
        const Named named = silencesNamed(session, word, extensibleAt(session));
        if (named.isNothing()) {
            problems.append(unknownSilence(session, word));
        }
        for (const Silence &silence : named.silences) {
            if (silence.state == SilenceState::Expired || silence.endsAt <= now) {
                problems.append(
                    QStringLiteral("%1 ended at %2 and cannot be extended: create a new silence").arg(silence.id, clockText(silence.endsAt)));
                continue;
            }
            AlertAction action = newAction(session, Verb::ExtendSilence, silence.source);
            action.silenceId = silence.id;
            action.alertTitle = commentText(silence.comment);
            action.duration = *span;
            action.until = until->isValid() ? *until : silence.endsAt + *span;
            actions.push_back(action);
        }
        for (const OutboxEntry &entry : named.waiting) {
            AlertAction action = aimedAtMade(newAction(session, Verb::ExtendSilence, entry.action.source), entry.action);
            action.duration = *span;
            action.until = *until;
            actions.push_back(action);
        }
    }
    return carryOut(session, actions, problems);
}

} // namespace

void addSilence(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("silence", "Silence alerts by id or by matcher");
    command->add_option(
        "target", arguments.words, "Matchers like service=checkout (all must match), or alerts: source:fingerprint, or a fingerprint");
    command
        ->add_option("--matcher,-m", arguments.matchers,
            "name=value, name!=value, name=~regex or name!~regex, names with spaces quoted, or several in braces: more matchers")
        ->allow_extra_args(false);
    command->add_option("--for", arguments.duration, "Duration, e.g. 30m (default: 2h)")->type_name("SPAN");
    command->add_option("--text", arguments.text, "Why")->type_name("TEXT");
    command->add_option("--author", arguments.author, "Author name (default: your login name)")->type_name("NAME");
    command->add_flag("--yes", arguments.isYes, "Send it even if it hides everything, nothing, or alerts without a label that it names");
    command->callback([&chosen] { chosen = runSilence; });
}

void addUnsilence(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("unsilence", "End silences");
    command->add_option("target", arguments.words, "Ids of silences or their beginnings, or alerts: every silence that hides them is ended")
        ->required();
    command->add_option("--author", arguments.author, "Author name (default: your login name)")->type_name("NAME");
    command->callback([&chosen] { chosen = runUnsilence; });
}

void addExtend(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("extend", "Extend silences, counted from their current end");
    command->add_option("target", arguments.words, "Ids of silences, or alerts: every silence that hides them and has an end to move")->required();
    command->add_option("--for", arguments.duration, "Extension, e.g. 30m (default: 1h)");
    command->add_option("--until", arguments.to, "End time instead: 23:51 or \"2026-11-21 07:00\" (local time), or 2026-11-21T07:00:00Z");
    command->add_option("--author", arguments.author, "Author name (default: your login name)");
    command->callback([&chosen] { chosen = runExtend; });
}

} // namespace quarterdeck
