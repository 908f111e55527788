#include "app/sources/icinga2/traces.h"

#include "app/sources/icinga2/lookup.h"

#include <algorithm>

namespace quarterdeck::icinga2 {

namespace {

constexpr Millis ClockTolerance {1'500};
// Comments and problems are listed one after the other: what was made between the two is in one of them only.
constexpr Millis BetweenLists {10'000};

std::optional<Outcome> traceOfAcknowledgement(const AlertAction &action, const Present &present, UtcTime now)
{
    const QString marker = silenceMarker(action.id);
    // Those that were acknowledged by one call carry one marker.
    const ObjectRef ref = objectOf(action);
    const auto comment = std::ranges::find_if(
        present.acknowledgements, [&](const Comment &one) { return one.ref == ref && one.text.contains(marker); });
    if (comment == present.acknowledgements.end()) {
        return std::nullopt;
    }
    const Alert *alert = findAlert(present, action.alert);
    // A persistent comment outlives its acknowledgement, and the next one may be somebody else's.
    const Hold held = alert == nullptr ? Hold {} : alert->acknowledgement();
    if (alert == nullptr || alert->state != AlertState::Acknowledged || held.id != comment->name) {
        const bool isListedEarlier = alert != nullptr && alert->state != AlertState::Acknowledged;
        if (isListedEarlier && std::chrono::abs(now - comment->enteredAt) <= BetweenLists) {
            return Outcome {Outcome::Is::Unknown,
                Reason {ReasonCode::InDoubt}.with(reasonpart::Text, QStringLiteral("its comment was listed before the problem said so"))};
        }
        return Outcome {Outcome::Is::Conflict, Reason {ReasonCode::TookEffectEnded}, comment->name};
    }
    // Made when the server says; it ends so long after it as was wished, or at the time that was named.
    const UtcTime wished = wishedEnd(action, comment->enteredAt);
    const bool isAsWished = wished.isValid() == held.until.isValid()
        && (!action.until.isValid() || std::chrono::abs(held.until - wished) <= ClockTolerance);
    if (!isAsWished || (held.until.isValid() && held.until <= now)) {
        return Outcome {Outcome::Is::Conflict, until(ReasonCode::EndsOtherwise, held.until).with(reasonpart::Wished, wished), comment->name};
    }
    return Outcome {Outcome::Is::Done, {}, held.id};
}

std::optional<Outcome> traceOfDowntime(const AlertAction &action, const Present &present, UtcTime now)
{
    // The downtimes of its services and of other hosts, where it has some, carry the marker, too.
    const QString marker = silenceMarker(action.id);
    const ObjectRef ref = objectOf(action);
    const Downtime *found = nullptr;
    for (const Downtime &one : present.downtimes) {
        if (one.ref == ref && one.comment.contains(marker) && (found == nullptr || one.end() > found->end())) {
            found = &one;
        }
    }
    if (found == nullptr) {
        return std::nullopt;
    }
    if (found->end() <= now) {
        return Outcome {Outcome::Is::Conflict, until(ReasonCode::TookEffectEnded, found->end()), found->name};
    }
    if (!found->isInEffect(now)) {
        // One that was to begin later still does where its end was moved.
        const bool isMeantLater = action.verb == Verb::ExtendSilence && found->startsAt > now;
        return Outcome {isMeantLater ? Outcome::Is::Done : Outcome::Is::Conflict,
            Reason {ReasonCode::BeginsLater}.with(reasonpart::From, found->startsAt), found->name};
    }
    return Outcome {Outcome::Is::Done, {}, found->name};
}

std::optional<Outcome> traceOfRemark(const AlertAction &action, const Present &present)
{
    const QString marker = silenceMarker(action.id);
    const ObjectRef ref = objectOf(action);
    const auto remark = std::ranges::find_if(present.remarks, [&](const Comment &one) { return one.ref == ref && one.text.contains(marker); });
    return remark == present.remarks.end() ? std::nullopt : std::optional(Outcome {Outcome::Is::Done, {}, remark->name});
}

std::optional<Outcome> traceOfTakingBack(const AlertAction &action, const Present &present)
{
    const Alert *alert = findAlert(present, action.alert);
    const bool isAcknowledged = action.alert.isValid() ? alert != nullptr && alert->state == AlertState::Acknowledged
                                                       : acknowledgedObject(present, action.silenceId).has_value();
    const bool isKnown = alert != nullptr || isAllKnown(present);
    return isAcknowledged || !isKnown ? std::nullopt : std::optional(Outcome {Outcome::Is::Done, {}, action.silenceId});
}

std::optional<Outcome> traceOfCheck(const AlertAction &action, const Present &present)
{
    const Alert *alert = findAlert(present, action.alert);
    // What has no problem any more has been looked at since.
    const bool isChecked = alert != nullptr ? alert->updatedAt > action.createdAt : isAllKnown(present);
    return isChecked ? std::optional(Outcome {Outcome::Is::Done, {}, action.alert.id}) : std::nullopt;
}

std::optional<Outcome> traceOfEnd(const AlertAction &action, const Present &present)
{
    const bool isThere = findDowntime(present, action.silenceId) != nullptr || acknowledgedObject(present, action.silenceId);
    return isThere || !wouldShow(action, present) ? std::nullopt : std::optional(Outcome {Outcome::Is::Done, {}, action.silenceId});
}

} // namespace

bool wouldShow(const AlertAction &action, const Present &present)
{
    switch (action.verb) {
    case Verb::Acknowledge:
    case Verb::Note:
        return present.hasComments;
    case Verb::Silence:
    case Verb::ExtendSilence:
        return present.hasDowntimes;
    case Verb::Unacknowledge:
    case Verb::CheckNow:
        return isAllKnown(present);
    default:
        return present.hasComments && present.hasDowntimes && present.snapshot.hasAllAlerts();
    }
}

std::optional<Outcome> traceOf(const AlertAction &action, const Present &present, UtcTime now)
{
    switch (action.verb) {
    case Verb::Acknowledge:
        return traceOfAcknowledgement(action, present, now);
    case Verb::Silence:
    case Verb::ExtendSilence:
        return traceOfDowntime(action, present, now);
    case Verb::Note:
        return traceOfRemark(action, present);
    case Verb::Unacknowledge:
        return traceOfTakingBack(action, present);
    case Verb::CheckNow:
        return traceOfCheck(action, present);
    default:
        return traceOfEnd(action, present);
    }
}

} // namespace quarterdeck::icinga2
