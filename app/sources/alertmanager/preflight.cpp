#include "app/sources/alertmanager/preflight.h"

#include "app/sources/alertmanager/landing.h"

#include <QRegularExpression>

#include <algorithm>

namespace quarterdeck::alertmanager {

namespace {

constexpr Millis ReplicaSpread {300'000};
// Further back than any clock is wrong that still tells the day.
constexpr Millis StartInThePast {30LL * 86'400'000};
// A Date header counts whole seconds.
constexpr Millis ClockTolerance {3'000};

Decision decided(Outcome outcome)
{
    Decision decision;
    decision.outcome = std::move(outcome);
    return decision;
}

Decision conflict(Reason reason, const QString &silence = {})
{
    return decided({Outcome::Is::Conflict, std::move(reason), silence});
}

Decision alreadySo(Reason reason, const QString &silence)
{
    return decided({Outcome::Is::AlreadySo, std::move(reason), silence});
}

Decision refused(Reason reason)
{
    return decided({Outcome::Is::Refused, std::move(reason)});
}

Decision notNow(Reason reason)
{
    return decided({Outcome::Is::NotSent, std::move(reason), {}, Outcome::Hindrance::Target});
}

Reason acknowledged(const QString &by, UtcTime end)
{
    return reasonUntil(ReasonCode::Acknowledged, end).with(reasonpart::By, by);
}

const Silence *findSilence(const AlertPage &present, const QString &id)
{
    const auto at = std::ranges::find(present.silences, id, &Silence::id);
    return at == present.silences.end() ? nullptr : &*at;
}

/// What those that answered do not hold, others may.
Decision notAllAnswered(const AlertPage &present, ReasonCode notHeld, ReasonCode notKnown)
{
    if (present.membersLive == present.members && present.trouble() != nullptr) {
        return notNow(Reason {notKnown}.with(reasonpart::Text, present.trouble()->what));
    }
    return notNow(Reason {notHeld}.with(reasonpart::Answered, present.membersLive).with(reasonpart::Members, present.members));
}

Decision silenceNotHeld(const AlertPage &present)
{
    return notAllAnswered(present, ReasonCode::SilenceNotHeld, ReasonCode::SilenceNotKnown);
}

/// What stops an action on an alert; nothing when it is there as it was seen.
std::optional<Decision> alertObjection(const AlertAction &action, const AlertPage &present, const Alert *alert)
{
    if (alert == nullptr) {
        if (!present.isWhole()) {
            return notAllAnswered(present, ReasonCode::AlertNotHeld, ReasonCode::AlertNotKnown);
        }
        if (present.heardSince && present.trouble() != nullptr) {
            // What one member alone may know cannot be decided now, but says nothing of other actions.
            return notNow(Reason {ReasonCode::AlertNotKnown}.with(reasonpart::Text, present.trouble()->what));
        }
        return conflict(Reason {ReasonCode::Gone}.with(reasonpart::Seen, action.expectedStart));
    }
    // Replicas of Prometheus start an alert apart from each other: with a member missing, the start that was seen may have been its.
    const Millis tolerance = present.isWhole() ? Millis(0) : ReplicaSpread;
    if (action.expectedStart.isValid() && alert->startsAt > action.expectedStart + tolerance) {
        return conflict(Reason {ReasonCode::FiresAgain}.with(reasonpart::Seen, action.expectedStart).with(reasonpart::Since, alert->startsAt));
    }
    return std::nullopt;
}

Silence draftOf(const AlertAction &action, UtcTime now)
{
    Silence draft;
    draft.source = action.source;
    draft.matchers = action.matchers;
    draft.startsAt = now - StartInThePast;
    draft.endsAt = action.until.isValid() ? action.until : now + action.duration;
    draft.createdBy = action.author;
    return draft;
}

Decision posting(Silence draft)
{
    Decision decision;
    decision.post = std::move(draft);
    return decision;
}

Decision decideAcknowledge(const AlertAction &action, const AlertPage &present, const Alert *alert, UtcTime now)
{
    if (auto objection = alertObjection(action, present, alert)) {
        return *objection;
    }
    if (alert->state == AlertState::Acknowledged) {
        const Hold held = alert->acknowledgement();
        return alreadySo(acknowledged(held.by, held.until), held.id);
    }
    Silence draft = draftOf(action, now);
    if (draft.matchers.empty()) {
        draft.matchers = exactMatchers(alert->labels);
    } else if (!MatcherSet(draft.matchers).matches(alert->labels)) {
        return refused(Reason {ReasonCode::MatchersDiffer});
    }
    const auto equal = std::ranges::find_if(present.silences, [&](const Silence &silence) {
        return silence.state == SilenceState::Active && silence.kind == HoldKind::Acknowledgement && isSameMatchers(silence.matchers, draft.matchers);
    });
    if (equal != present.silences.end()) {
        return alreadySo(acknowledged(equal->createdBy, equal->endsAt), equal->id);
    }
    draft.comment = acknowledgementComment(action.id, action.comment);
    return posting(std::move(draft));
}

Decision decideSilence(const AlertAction &action, const AlertPage &present, const Alert *alert, UtcTime now)
{
    if (action.matchers.empty()) {
        return refused(Reason {ReasonCode::NoMatchers});
    }
    if (!MatcherSet(action.matchers).isValid()) {
        return refused(Reason {ReasonCode::BadPattern});
    }
    // One that is made again is about its matchers alone: it names no start of an alert.
    if (action.alert.isValid() && action.expectedStart.isValid()) {
        if (auto objection = alertObjection(action, present, alert)) {
            return *objection;
        }
    }
    Silence draft = draftOf(action, now);
    for (const Silence &silence : present.silences) {
        const bool isOverlapping = silence.state != SilenceState::Expired && silence.startsAt < draft.endsAt && silence.endsAt > now;
        if (!isOverlapping || !isSameMatchers(silence.matchers, draft.matchers)) {
            continue;
        }
        const bool isEnough = silence.state == SilenceState::Active && silence.endsAt >= draft.endsAt;
        Reason equal
            = reasonUntil(isEnough ? ReasonCode::EqualSilence : ReasonCode::EqualTooShort, silence.endsAt).with(reasonpart::By, silence.createdBy);
        return isEnough ? alreadySo(std::move(equal), silence.id) : conflict(equal.with(reasonpart::Wished, draft.endsAt), silence.id);
    }
    draft.comment = (action.comment.trimmed() + u' ' + silenceMarker(action.id)).trimmed();
    return posting(std::move(draft));
}

Decision decideExtend(const AlertAction &action, const AlertPage &present)
{
    static const QRegularExpression Markers(QStringLiteral("\\s*\\[qd:[0-9a-f]{4,32}\\]"));
    const Silence *silence = findSilence(present, action.silenceId);
    if (silence == nullptr && !present.isWhole()) {
        return silenceNotHeld(present);
    }
    if (silence == nullptr) {
        return conflict(Reason {ReasonCode::SilenceForgotten});
    }
    if (silence->state == SilenceState::Expired) {
        return conflict(reasonUntil(ReasonCode::SilenceOver, silence->endsAt), silence->id);
    }
    // Everything else stays as it is served: another start, or the matchers in another order, would be another silence.
    Silence draft = *silence;
    draft.endsAt = action.until.isValid() ? action.until : silence->endsAt + action.duration;
    if (silence->endsAt >= draft.endsAt) {
        return alreadySo(reasonUntil(ReasonCode::RunsAlready, silence->endsAt), silence->id);
    }
    draft.comment = QString(silence->comment).remove(Markers).trimmed() + u' ' + silenceMarker(action.id);
    return posting(std::move(draft));
}

/// The end of an acknowledgement that was not known yet when its end was wished for: it is the one that the alert has now.
Decision decideUnacknowledge(const AlertAction &action, const AlertPage &present, const Alert *alert)
{
    const bool isHeld = alert != nullptr && alert->state == AlertState::Acknowledged;
    if (!isHeld && !present.isWhole()) {
        return silenceNotHeld(present);
    }
    if (!isHeld) {
        return alreadySo(Reason {ReasonCode::NotHeld}, {});
    }
    // None that somebody else gave later than this was wished for.
    const Silence *silence = findSilence(present, alert->acknowledgement().id);
    const bool isLater = silence != nullptr && action.createdAt.isValid() && silence->startsAt > action.createdAt + ClockTolerance;
    if (isLater && silence->createdBy != action.author) {
        return conflict(acknowledged(silence->createdBy, silence->endsAt), silence->id);
    }
    Decision decision;
    decision.expire = alert->acknowledgement().id;
    return decision;
}

Decision decideExpire(const AlertAction &action, const AlertPage &present, const Alert *alert)
{
    if (action.verb == Verb::Unacknowledge && action.silenceId.isEmpty()) {
        return decideUnacknowledge(action, present, alert);
    }
    const Silence *silence = findSilence(present, action.silenceId);
    if (silence == nullptr && !present.isWhole()) {
        return silenceNotHeld(present);
    }
    if (silence == nullptr || silence->state == SilenceState::Expired) {
        return alreadySo(Reason {ReasonCode::HadEnded}, action.silenceId);
    }
    Decision decision;
    decision.expire = silence->id;
    return decision;
}

} // namespace

Reason reasonUntil(ReasonCode code, UtcTime end)
{
    return Reason {code}.with(reasonpart::Until, end);
}

bool isSameMatchers(const std::vector<Matcher> &one, const std::vector<Matcher> &other)
{
    return one.size() == other.size() && std::ranges::is_permutation(one, other);
}

Decision decide(const AlertAction &action, const AlertPage &present, UtcTime now)
{
    if (!Verbs.has(action.verb)) {
        return refused(Reason {ReasonCode::NotOffered}.with(reasonpart::Source, action.source));
    }
    if (present.membersLive == 0) {
        Error error = present.trouble() != nullptr ? *present.trouble() : Error {ErrorKind::Offline, {}, {}, 0, {}};
        // A lost answer to a question leaves nothing in doubt.
        error.sent = Sent::No;
        Outcome outcome = outcomeOf(error);
        outcome.reason = outcome.reason.isEmpty() ? Reason {ReasonCode::NoMemberAnswers} : outcome.reason;
        return decided(std::move(outcome));
    }
    if (!endsSilence(action.verb)) {
        if (const Silence *silence = marked(action, present.silences)) {
            Decision decision;
            decision.landed = *silence;
            return decision;
        }
        if (!action.until.isValid() && action.duration.count() <= 0) {
            return refused(Reason {ReasonCode::NoDuration});
        }
        if (action.until.isValid() && action.until <= now) {
            return refused(reasonUntil(ReasonCode::EndsInThePast, action.until));
        }
    }
    const auto found = std::ranges::find(present.alerts, action.alert, &Alert::key);
    const Alert *alert = found == present.alerts.end() ? nullptr : &*found;
    switch (action.verb) {
    case Verb::Acknowledge:
        return decideAcknowledge(action, present, alert, now);
    case Verb::Silence:
        return decideSilence(action, present, alert, now);
    case Verb::ExtendSilence:
        return decideExtend(action, present);
    default:
        return decideExpire(action, present, alert);
    }
}

} // namespace quarterdeck::alertmanager
