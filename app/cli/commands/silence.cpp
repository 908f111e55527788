#include "app/cli/commands.h"

#include "app/cli/delivery.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr Millis SilenceFor {7'200'000};
constexpr Millis AskFor {4'000};

Result<std::vector<Matcher>> matchersOf(const Arguments &arguments)
{
    std::vector<Matcher> matchers;
    for (const std::string &typed : arguments.matchers) {
        const Result<Matcher> matcher = parseMatcher(QString::fromStdString(typed));
        if (!matcher) {
            return tl::unexpected<Error>(matcher.error());
        }
        matchers.push_back(*matcher);
    }
    if (matchers.empty() || !MatcherSet(matchers).isValid()) {
        return fail(ErrorKind::Rejected, QStringLiteral("Say what to silence with --matcher name=value; a regular expression must be valid"));
    }
    return matchers;
}

// The sources that can be silenced; more than one needs --source.
std::vector<SourceId> silenceable(CliSession &session)
{
    std::vector<SourceId> ids;
    for (const SourceInfo &info : session.engine().sync().infos()) {
        if (info.can.testFlag(Can::Silence)) {
            ids.push_back(info.id);
        }
    }
    return ids;
}

int runSilence(CliSession &session)
{
    const auto span = durationOf(session.arguments(), SilenceFor);
    const auto matchers = matchersOf(session.arguments());
    if (!span || !matchers) {
        return refuseUsage(span ? matchers.error().what : span.error().what);
    }
    if (const auto opened = session.open(); !opened) {
        return refuse(opened.error());
    }
    const std::vector<SourceId> sources = silenceable(session);
    if (sources.size() != 1) {
        return refuseUsage(sources.empty() ? QStringLiteral("No source here can be silenced")
                                           : QStringLiteral("Several sources can be silenced: choose one with --source"));
    }
    AlertAction action = newAction(session, Verb::Silence, sources.front());
    action.matchers = *matchers;
    action.duration = *span;
    QStringList words;
    for (const Matcher &matcher : *matchers) {
        words.append(matcher.toString());
    }
    action.alertTitle = words.join(QStringLiteral(", "));
    return carryOut(session, {action}, {});
}

int runUnsilence(CliSession &session)
{
    if (const auto opened = session.open(); !opened) {
        return refuse(opened.error());
    }
    const auto find = [&session](const QString &id) -> std::optional<Silence> {
        const auto silences = CliSession::wait(session.engine().store().silences());
        for (const Silence &silence : silences ? *silences : std::vector<Silence> {}) {
            if (silence.id == id) {
                return silence;
            }
        }
        return std::nullopt;
    };
    std::vector<AlertAction> actions;
    QStringList problems;
    bool hasAsked = false;
    for (const std::string &typed : session.arguments().words) {
        const QString id = QString::fromStdString(typed);
        std::optional<Silence> silence = find(id);
        if (!silence && !hasAsked) {
            session.refresh(AskFor);
            hasAsked = true;
            silence = find(id);
        }
        if (!silence) {
            problems.append(QStringLiteral("%1 is no silence that is known here").arg(id));
            continue;
        }
        AlertAction action = newAction(session, Verb::ExpireSilence, silence->source);
        action.silenceId = id;
        action.alertTitle = commentText(silence->comment);
        actions.push_back(action);
    }
    return carryOut(session, actions, problems);
}

} // namespace

void addSilence(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("silence", "Silence what matches, for a while");
    command->add_option("--matcher,-m", arguments.matchers, "name=value, name!=value, name=~regex or name!~regex; all must hold")
        ->allow_extra_args(false);
    command->add_option("--for", arguments.duration, "How long, like 30m or 2h; two hours when left out");
    command->add_option("--text", arguments.text, "Why");
    command->add_option("--author", arguments.author, "Your name, when it is not that of the account");
    command->callback([&chosen] { chosen = runSilence; });
}

void addUnsilence(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("unsilence", "End silences");
    command->add_option("silence", arguments.words, "Ids of silences")->required();
    command->add_option("--author", arguments.author, "Your name, when it is not that of the account");
    command->callback([&chosen] { chosen = runUnsilence; });
}

} // namespace quarterdeck
