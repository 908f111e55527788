#include "app/sources/icinga2/judgement.h"

#include "app/sources/icinga2/lookup.h"
#include "app/sources/icinga2/traces.h"

namespace quarterdeck::icinga2 {

AlertAction inCall(AlertAction action, const QUuid &call)
{
    action.id = call;
    return action;
}

Error notReadBack(const Error &why)
{
    return unknownOutcome(QStringLiteral("it could not be read back: ") + why.what, why.httpStatus);
}

Outcome found(const AlertAction &action, const QUuid &call, const Present &present, UtcTime now)
{
    auto trace = traceOf(action, present, now);
    if (!trace && !call.isNull()) {
        trace = traceOf(inCall(action, call), present, now);
    }
    // Cut off between its two halves, an extension is made whole by the next try.
    const Downtime *old = action.verb == Verb::ExtendSilence ? findDowntime(present, action.silenceId) : nullptr;
    const bool isHalf = trace && trace->is == Outcome::Is::Done && old != nullptr && old->owner.isEmpty() && old->name != trace->madeId;
    if (trace && !isHalf) {
        return *trace;
    }
    if (wouldShow(action, present)) {
        return {Outcome::Is::NotSent, Reason {ReasonCode::NotTaken}};
    }
    const Error *why = present.snapshot.trouble();
    const QString words = why != nullptr ? why->what : QStringLiteral("no right to see it");
    return {Outcome::Is::Unknown,
        Reason {ReasonCode::InDoubt}.with(reasonpart::Text, QStringLiteral("what would show it cannot be read: %1").arg(words))};
}

Reason shorterStays(const QString &words)
{
    return Reason::said(QStringLiteral("the shorter downtime stays beside it: %1").arg(words));
}

Error refusalOf(const ActResult &result)
{
    const ErrorKind kind = result.code == 409 ? ErrorKind::Conflict : result.code == 404 ? ErrorKind::NotFound : ErrorKind::Rejected;
    return Error {kind, result.words, {}, result.code, std::nullopt, Sent::Yes};
}

Error reloading(const QString &words)
{
    return Error {ErrorKind::Server, words, {}, 503, std::nullopt, Sent::No};
}

Error uncheckedYet()
{
    return unknownOutcome(QStringLiteral("the check is scheduled, and there is no result yet"), 200);
}

Outcome afterYes(const AlertAction &action, const Present &present, UtcTime now, const QString &made)
{
    if (const auto trace = traceOf(action, present, now)) {
        return *trace;
    }
    if (!wouldShow(action, present)) {
        // The server has said yes, and what would show it may not be seen by this user.
        return {Outcome::Is::Done, {}, made.isEmpty() ? action.alert.id : made};
    }
    if (action.alert.isValid() && findAlert(present, action.alert) == nullptr && present.snapshot.hasAllAlerts()) {
        return {Outcome::Is::Conflict, Reason {ReasonCode::TookEffectEnded}, made};
    }
    return outcomeOf(unknownOutcome(QStringLiteral("the server said yes, but does not list it"), 200));
}

Outcome afterNo(const AlertAction &action, const Present &present, UtcTime now, const Style &style, const Error &refusal)
{
    if (const auto trace = traceOf(action, present, now)) {
        return *trace;
    }
    const Plan again = plan(action, present, now, style);
    if (again.outcome) {
        return *again.outcome;
    }
    Error error = refusal;
    if (refusal.kind == ErrorKind::NotFound) {
        // It is there and may be seen: then it is a right with a filter that keeps us from it.
        error.kind = ErrorKind::Forbidden;
        error.what = QStringLiteral("Icinga2 does not let this user do it to %1 (\"%2\"). See the permissions of the ApiUser")
                         .arg(again.act->names.join(QStringLiteral(", ")), refusal.what);
    }
    return outcomeOf(error);
}

} // namespace quarterdeck::icinga2
