#include "app/domain/toldhistory.h"

#include <algorithm>

namespace quarterdeck {

namespace {

using Kind = HistoryEvent::Kind;

// Between our clock and that of a source.
constexpr Millis Skew {60'000};
// The beginning as the list of alerts tells it and as the log does.
constexpr Millis AtOnce {5'000};
// From the moment in which a source does what it was told until its yes has been read back.
constexpr Millis LongestConfirmation {300'000};
// A timeline is read after each poll.
constexpr Millis Fresh {600'000};

std::optional<Kind> toldAs(const HistoryEvent &action)
{
    switch (action.verb.value_or(Verb::Note)) {
    case Verb::Acknowledge:
        return Kind::Acknowledged;
    case Verb::Unacknowledge:
        return Kind::Unacknowledged;
    case Verb::Snooze:
        return Kind::Snoozed;
    case Verb::Resolve:
        return Kind::Resolved;
    case Verb::Reassign:
        return Kind::Assigned;
    case Verb::Escalate:
        return Kind::Escalated;
    default:
        return std::nullopt;
    }
}

/// An action of ours tells of the note already, or what was observed of the beginning.
bool isKnown(const HistoryEvent &told, const std::vector<HistoryEvent> &observed)
{
    return std::ranges::any_of(observed, [&told](const HistoryEvent &event) {
        const bool isBegin = event.kind == Kind::Fired || event.kind == Kind::Refired;
        return told.kind == Kind::SourceNote ? event.kind == Kind::ActionQueued && !event.detail.isEmpty() && event.detail == told.detail
                                             : told.kind == Kind::Fired && isBegin && event.at <= told.at + AtOnce && told.at <= event.at + AtOnce;
    });
}

/// The state that a poll saw.
std::optional<AlertState> observedState(const HistoryEvent &event)
{
    return event.kind == Kind::StateChanged || event.kind == Kind::Resolved ? stateAfter(event) : std::nullopt;
}

/// A poll saw what the source tells: the last that it tells of before then, or something just after, by its own clock, is this state.
bool isObserved(const HistoryEvent &event, AlertState state, const std::vector<HistoryEvent> &told)
{
    std::optional<AlertState> last;
    for (const HistoryEvent &one : told) {
        const std::optional<AlertState> next = stateAfter(one);
        if (one.at > event.at + Skew) {
            break;
        }
        if (next && one.at > event.at && *next == state) {
            return true;
        }
        last = next && one.at <= event.at ? next : last;
    }
    return last == state;
}

bool isConfirmed(const HistoryEvent &event, const std::vector<HistoryEvent> &told)
{
    // When an acknowledgement or a snooze ends is no doubt about it.
    const bool isPlain = event.reason.isEmpty() || event.reason.code == ReasonCode::Acknowledged || event.reason.code == ReasonCode::Snoozed;
    const std::optional<Kind> kind = event.kind == Kind::ActionConfirmed && isPlain ? toldAs(event) : std::nullopt;
    return kind && std::ranges::any_of(told, [&](const HistoryEvent &one) {
        return one.kind == *kind && one.at >= event.at - LongestConfirmation && one.at <= event.at + Skew;
    });
}

} // namespace

std::optional<AlertState> stateAfter(const HistoryEvent &event)
{
    switch (event.kind) {
    case Kind::StateChanged:
        return alertStateFromName(QStringView(event.detail).left(event.detail.indexOf(u':')));
    case Kind::Fired:
    case Kind::Refired:
    case Kind::Unacknowledged:
        return AlertState::Triggered;
    case Kind::Acknowledged:
        return AlertState::Acknowledged;
    case Kind::Snoozed:
        return AlertState::Snoozed;
    case Kind::Resolved:
        return AlertState::Resolved;
    default:
        return std::nullopt;
    }
}

std::vector<HistoryEvent> oneStory(std::vector<HistoryEvent> observed, std::vector<HistoryEvent> told)
{
    if (told.empty()) {
        return observed;
    }
    std::ranges::stable_sort(told, {}, &HistoryEvent::at);
    std::erase_if(told, [&observed](const HistoryEvent &one) { return isKnown(one, observed); });
    std::erase_if(observed, [&told](const HistoryEvent &event) {
        const std::optional<AlertState> state = observedState(event);
        return (state && isObserved(event, *state, told)) || isConfirmed(event, told);
    });
    std::ranges::move(told, std::back_inserter(observed));
    std::ranges::stable_sort(observed, {}, &HistoryEvent::at);
    return observed;
}

void noteUnread(std::vector<HistoryEvent> &story, const AlertKey &alert, const TimelineCursor &cursor, UtcTime now)
{
    if (story.empty() || now - cursor.readTo <= Fresh) {
        return;
    }
    const auto last = std::find_if(story.rbegin(), story.rend(), [](const HistoryEvent &event) { return stateAfter(event).has_value(); });
    if (last != story.rend() && last->kind == Kind::Resolved && last->at <= cursor.readTo) {
        return;
    }
    HistoryEvent unread;
    unread.alert = alert;
    unread.kind = Kind::Unread;
    unread.at = std::max(cursor.readTo, story.front().at);
    story.insert(std::ranges::upper_bound(story, unread.at, {}, &HistoryEvent::at), unread);
}

} // namespace quarterdeck
