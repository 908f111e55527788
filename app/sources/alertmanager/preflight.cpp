#include "app/sources/alertmanager/preflight.h"

#include "app/sources/alertmanager/landing.h"

#include <QRegularExpression>

#include <algorithm>

namespace quarterdeck::alertmanager {

namespace {

constexpr Millis ReplicaSpread {300'000};
// Further back than any clock is wrong that still tells the day.
constexpr Millis StartInThePast {30LL * 86'400'000};

Decision withError(ErrorKind kind, const QString &what)
{
    Decision decision;
    decision.error = Error {kind, what, {}, 0, std::nullopt};
    return decision;
}

Decision withReceipt(Receipt::Outcome outcome, const QString &silence, const QString &detail)
{
    Decision decision;
    decision.receipt = Receipt {outcome, silence, detail};
    return decision;
}

QString by(const QString &who)
{
    return who.isEmpty() ? QStringLiteral("somebody") : who;
}

QString seenState(const AlertAction &action)
{
    return action.expectedStart.isValid() ? QStringLiteral("You saw it firing since ") + toRfc3339(action.expectedStart)
                                          : QStringLiteral("You saw it firing");
}

const Silence *findSilence(const AlertSnapshot &present, const QString &id)
{
    const auto at = std::ranges::find(present.silences, id, &Silence::id);
    return at == present.silences.end() ? nullptr : &*at;
}

/// What one member alone may know cannot be decided now, but says nothing of other actions.
Decision unknownBut(const QString &what, const Error &why)
{
    return withError(ErrorKind::NotFound, QStringLiteral("This %1 is not known now, but: %2").arg(what, why.what));
}

Decision notAllAnswered(const AlertSnapshot &present, const QString &what)
{
    if (present.membersLive == present.members && present.memberError) {
        return unknownBut(what, *present.memberError);
    }
    return withError(ErrorKind::NotFound,
        QStringLiteral("%1 of %2 members answered completely and they do not hold this %3; the others may")
            .arg(present.membersLive)
            .arg(present.members)
            .arg(what));
}

/// The conflict or error that stops an action on an alert; nothing when it is there as it was seen.
std::optional<Decision> alertObjection(const AlertAction &action, const AlertSnapshot &present, const Alert *alert)
{
    if (alert == nullptr) {
        if (!present.isComplete) {
            return notAllAnswered(present, QStringLiteral("alert"));
        }
        if (present.heardSince && present.memberError) {
            return unknownBut(QStringLiteral("alert"), *present.memberError);
        }
        return withReceipt(Receipt::Outcome::Conflict, {}, seenState(action) + QStringLiteral("; it is resolved now: no member knows it any more"));
    }
    // Replicas of Prometheus start an alert apart from each other: with a member missing, the start that was seen may have been its.
    const Millis tolerance = present.isComplete ? Millis(0) : ReplicaSpread;
    if (action.expectedStart.isValid() && alert->startsAt > action.expectedStart + tolerance) {
        return withReceipt(Receipt::Outcome::Conflict, {},
            seenState(action) + QStringLiteral("; it was resolved and fires again since ") + toRfc3339(alert->startsAt));
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

Decision decideAcknowledge(const AlertAction &action, const AlertSnapshot &present, const Alert *alert, UtcTime now)
{
    if (auto objection = alertObjection(action, present, alert)) {
        return *objection;
    }
    if (alert->state == AlertState::Acknowledged) {
        return withReceipt(Receipt::Outcome::AlreadySo, alert->ackSilence,
            QStringLiteral("acknowledged by %1 until %2").arg(by(alert->acknowledgedBy), toRfc3339(alert->acknowledgedUntil)));
    }
    Silence draft = draftOf(action, now);
    if (draft.matchers.empty()) {
        draft.matchers = exactMatchers(alert->labels);
    } else if (!MatcherSet(draft.matchers).matches(alert->labels)) {
        return withError(ErrorKind::Rejected, QStringLiteral("The matchers of this acknowledgement do not match the alert"));
    }
    const auto equal = std::ranges::find_if(present.silences, [&](const Silence &silence) {
        return silence.state == SilenceState::Active && isAcknowledgement(silence.comment) && isSameMatchers(silence.matchers, draft.matchers);
    });
    if (equal != present.silences.end()) {
        return withReceipt(Receipt::Outcome::AlreadySo, equal->id,
            QStringLiteral("acknowledged by %1 until %2").arg(by(equal->createdBy), toRfc3339(equal->endsAt)));
    }
    draft.comment = acknowledgementComment(action.id, action.comment);
    return posting(std::move(draft));
}

Decision decideSilence(const AlertAction &action, const AlertSnapshot &present, const Alert *alert, UtcTime now)
{
    if (action.matchers.empty()) {
        return withError(ErrorKind::Rejected, QStringLiteral("A silence without matchers would silence everything"));
    }
    if (!MatcherSet(action.matchers).isValid()) {
        return withError(ErrorKind::Rejected, QStringLiteral("A regular expression of this silence does not compile"));
    }
    if (action.alert.isValid()) {
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
        const QString words = QStringLiteral("an equal silence by %1 runs until %2").arg(by(silence.createdBy), toRfc3339(silence.endsAt));
        return isEnough ? withReceipt(Receipt::Outcome::AlreadySo, silence.id, words)
                        : withReceipt(Receipt::Outcome::Conflict, silence.id,
                            QStringLiteral("You wished it silent until %1; %2: extend that one instead").arg(toRfc3339(draft.endsAt), words));
    }
    draft.comment = (action.comment.trimmed() + u' ' + silenceMarker(action.id)).trimmed();
    return posting(std::move(draft));
}

Decision decideExtend(const AlertAction &action, const AlertSnapshot &present)
{
    static const QRegularExpression Markers(QStringLiteral("\\s*\\[qd:[0-9a-f]{4,32}\\]"));
    const Silence *silence = findSilence(present, action.silenceId);
    if (silence == nullptr && !present.isComplete) {
        return notAllAnswered(present, QStringLiteral("silence"));
    }
    if (silence == nullptr) {
        return withReceipt(Receipt::Outcome::Conflict, {}, QStringLiteral("You saw this silence running; the server does not know it any more"));
    }
    if (silence->state == SilenceState::Expired) {
        return withReceipt(
            Receipt::Outcome::Conflict, silence->id, QStringLiteral("You saw this silence running; it ended at ") + toRfc3339(silence->endsAt));
    }
    // Everything else stays as it is served: another start, or the matchers in another order, would be another silence.
    Silence draft = *silence;
    draft.endsAt = action.until.isValid() ? action.until : silence->endsAt + action.duration;
    if (silence->endsAt >= draft.endsAt) {
        return withReceipt(Receipt::Outcome::AlreadySo, silence->id, QStringLiteral("it already runs until ") + toRfc3339(silence->endsAt));
    }
    draft.comment = QString(silence->comment).remove(Markers).trimmed() + u' ' + silenceMarker(action.id);
    return posting(std::move(draft));
}

Decision decideExpire(const AlertAction &action, const AlertSnapshot &present)
{
    const Silence *silence = findSilence(present, action.silenceId);
    if (silence == nullptr && !present.isComplete) {
        return notAllAnswered(present, QStringLiteral("silence"));
    }
    if (silence == nullptr || silence->state == SilenceState::Expired) {
        return withReceipt(Receipt::Outcome::AlreadySo, action.silenceId, QStringLiteral("the silence had ended before"));
    }
    Decision decision;
    decision.expire = silence->id;
    return decision;
}

} // namespace

bool isSameMatchers(const std::vector<Matcher> &one, const std::vector<Matcher> &other)
{
    return one.size() == other.size() && std::ranges::is_permutation(one, other);
}

Decision decide(const AlertAction &action, const AlertSnapshot &present, UtcTime now)
{
    if (present.membersLive == 0) {
        Decision decision;
        decision.error = present.memberError.value_or(Error {ErrorKind::Offline, QStringLiteral("No member answered completely"), {}, 0, {}});
        return decision;
    }
    if (action.verb != Verb::ExpireSilence) {
        if (const Silence *silence = marked(action, present.silences)) {
            Decision decision;
            decision.landed = *silence;
            return decision;
        }
        if (!action.until.isValid() && action.duration.count() <= 0) {
            return withError(ErrorKind::Rejected, QStringLiteral("A silence needs a duration"));
        }
        if (action.until.isValid() && action.until <= now) {
            return withError(ErrorKind::Rejected, QStringLiteral("A silence cannot end in the past, at %1").arg(toRfc3339(action.until)));
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
    case Verb::ExpireSilence:
        return decideExpire(action, present);
    }
    return withError(ErrorKind::Internal, QStringLiteral("Unknown verb"));
}

} // namespace quarterdeck::alertmanager
