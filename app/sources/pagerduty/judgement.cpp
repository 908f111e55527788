#include "app/sources/pagerduty/judgement.h"

#include "app/sources/pagerduty/failure.h"

namespace quarterdeck::pagerduty {

namespace {

/// What PagerDuty's own code says better than its words.
std::optional<ReasonCode> reasonFor(int code)
{
    switch (code) {
    case code::NoAssignee:
    case code::NoRequester:
        return ReasonCode::NoSuchPerson;
    case code::BadPriority:
        return ReasonCode::NoSuchThing;
    default:
        return std::nullopt;
    }
}

} // namespace

Outcome afterYes(const AlertAction &action, const Present &present, UtcTime now)
{
    if (const auto trace = traceOf(action, present, now)) {
        return *trace;
    }
    if (isShownPoorly(action.verb)) {
        return {Outcome::Is::Done, {}, action.alert.id};
    }
    if (present.incident && present.incident->isResolved()) {
        return {Outcome::Is::Conflict, Reason {ReasonCode::TookEffectEnded}.with(reasonpart::Until, present.incident->resolvedAt), action.alert.id};
    }
    return outcomeOf(unknownOutcome(QStringLiteral("PagerDuty said yes, but does not show it"), 200));
}

Outcome afterNo(const AlertAction &action, const Present &present, UtcTime now, const Error &refusal, int code)
{
    // There was none before it was sent, or it would not have been: one that is there now came of it, whatever a gateway says.
    if (const auto trace = action.verb == Verb::Escalate ? traceOf(action, present, now) : std::nullopt) {
        return {Outcome::Is::Done, Reason {ReasonCode::LandedBefore}, trace->madeId};
    }
    return plan(action, present, now).outcome.value_or(refusedBy(refusal, code));
}

Outcome refusedBy(const Error &refusal, int code)
{
    const auto reason = reasonFor(code);
    return reason ? Outcome {Outcome::Is::Refused, Reason {*reason}.with(reasonpart::Text, refusal.what)} : outcomeOf(refusal);
}

} // namespace quarterdeck::pagerduty
