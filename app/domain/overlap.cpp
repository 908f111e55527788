#include "app/domain/overlap.h"

#include <algorithm>

namespace quarterdeck {

namespace {

/// Acts on silences, and on what is one in all but name; all others are about their alert.
constexpr VerbSet OfSilences {Verb::Silence, Verb::ExtendSilence, Verb::ExpireSilence, Verb::Maintain};
/// Of these the last word counts.
constexpr VerbSet LastWordCounts {
    Verb::Acknowledge, Verb::Snooze, Verb::Silence, Verb::Resolve, Verb::Reassign, Verb::Escalate, Verb::SetPriority, Verb::Maintain};
/// Whoever wants these, in whatever words, wants the same.
constexpr VerbSet InAnyWords {Verb::Unacknowledge, Verb::ExpireSilence, Verb::CheckNow};

bool areSameMatchers(const std::vector<Matcher> &one, const std::vector<Matcher> &other)
{
    return one.size() == other.size() && std::ranges::is_permutation(one, other);
}

bool areAboutOneSilence(const AlertAction &newer, const AlertAction &older)
{
    if (!newer.silenceId.isEmpty() || !older.silenceId.isEmpty()) {
        return newer.silenceId == older.silenceId;
    }
    return newer.matchers.empty() && older.matchers.empty() ? newer.alert.isValid() && newer.alert == older.alert
                                                            : areSameMatchers(newer.matchers, older.matchers);
}

bool areAboutOne(const AlertAction &newer, const AlertAction &older)
{
    if (newer.source != older.source || OfSilences.has(newer.verb) != OfSilences.has(older.verb)) {
        return false;
    }
    return OfSilences.has(newer.verb) ? areAboutOneSilence(newer, older) : newer.alert.isValid() && newer.alert == older.alert;
}

bool isUndone(Verb newer, Verb older)
{
    switch (newer) {
    case Verb::Unacknowledge:
        return older == Verb::Acknowledge || older == Verb::Snooze;
    case Verb::Acknowledge:
    case Verb::Snooze:
        return older == Verb::Unacknowledge;
    case Verb::Resolve:
        return older == Verb::Acknowledge || older == Verb::Snooze || older == Verb::Unacknowledge;
    case Verb::ExpireSilence:
        return older == Verb::Silence || older == Verb::ExtendSilence || older == Verb::Maintain;
    case Verb::Silence:
    case Verb::ExtendSilence:
    case Verb::Maintain:
        return older == Verb::ExpireSilence;
    default:
        return false;
    }
}

} // namespace

Overlap overlapOf(const AlertAction &newer, const AlertAction &older)
{
    if (!areAboutOne(newer, older)) {
        return Overlap::None;
    }
    if (newer.verb != older.verb) {
        return isUndone(newer.verb, older.verb) ? Overlap::Undoes : Overlap::None;
    }
    // Two notes in the same words were written twice.
    const bool isSame = newer.verb != Verb::Note && areAlike(newer, older) && newer.until == older.until
        && newer.expectedStart == older.expectedStart;
    if (isSame || InAnyWords.has(newer.verb)) {
        return Overlap::Same;
    }
    return LastWordCounts.has(newer.verb) ? Overlap::Replaces : Overlap::None;
}

bool onlyUndoes(const AlertAction &action)
{
    return (action.verb == Verb::Unacknowledge || action.verb == Verb::ExpireSilence) && action.silenceId.isEmpty();
}

bool isAboutMade(const AlertAction &later, const AlertAction &made)
{
    if (later.source != made.source) {
        return false;
    }
    // A silence that runs on may be another one.
    if (made.verb == Verb::ExtendSilence && !made.silenceId.isEmpty()) {
        return OfSilences.has(later.verb) && later.silenceId == made.silenceId;
    }
    if (!later.silenceId.isEmpty()) {
        return false;
    }
    const bool isEndOfHold = later.verb == Verb::Unacknowledge && (made.verb == Verb::Acknowledge || made.verb == Verb::Snooze);
    const bool isOfSilence = (later.verb == Verb::ExpireSilence || later.verb == Verb::ExtendSilence)
        && (made.verb == Verb::Silence || made.verb == Verb::Maintain);
    return (isEndOfHold || isOfSilence) && areAboutOne(later, made);
}

bool isOnItsWay(OutboxState state)
{
    return state == OutboxState::Queued || state == OutboxState::Sending || state == OutboxState::Unknown;
}

bool wouldHide(const AlertAction &wish, const Alert &alert)
{
    if ((wish.verb != Verb::Silence && wish.verb != Verb::Maintain) || wish.source != alert.key.source) {
        return false;
    }
    return wish.alert == alert.key || (!wish.matchers.empty() && MatcherSet(wish.matchers).matches(alert.labels));
}

AlertAction aimedAtMade(AlertAction action, const AlertAction &made)
{
    action.source = made.source;
    action.alert = made.alert;
    action.alertTitle = made.alertTitle;
    action.matchers = made.matchers;
    action.silenceId.clear();
    return action;
}

QString overlapKey(const AlertAction &action)
{
    if (!OfSilences.has(action.verb) || (action.silenceId.isEmpty() && action.matchers.empty())) {
        return action.source + QStringLiteral("\nalert ") + action.alert.id;
    }
    if (!action.silenceId.isEmpty()) {
        return action.source + QStringLiteral("\nsilence ") + action.silenceId;
    }
    QStringList words;
    for (const Matcher &matcher : action.matchers) {
        words.append(matcher.toString());
    }
    words.sort();
    return action.source + QStringLiteral("\nmatchers ") + words.join(u'\n');
}

} // namespace quarterdeck
