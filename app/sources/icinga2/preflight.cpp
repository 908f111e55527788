#include "app/sources/icinga2/preflight.h"

#include "app/sources/icinga2/alerts.h"
#include "app/sources/icinga2/lookup.h"
#include "app/sources/icinga2/traces.h"

#include <QRegularExpression>

#include <algorithm>

namespace quarterdeck::icinga2 {

namespace {

// A start that the server's clock has not reached would let the downtime begin later.
constexpr Millis StartInThePast {60'000};
constexpr Millis Tolerance {1'500};

Plan ended(Outcome outcome)
{
    Plan plan;
    plan.outcome = std::move(outcome);
    return plan;
}

Plan refused(Reason reason)
{
    return ended({Outcome::Is::Refused, std::move(reason)});
}

/// Nothing can be said of this one now; others need not wait.
Plan notNow(Reason reason)
{
    return ended({Outcome::Is::NotSent, std::move(reason), {}, Outcome::Hindrance::Target});
}

Plan conflict(Reason reason, const QString &name = {})
{
    return ended({Outcome::Is::Conflict, std::move(reason), name});
}

Plan alreadySo(Reason reason, const QString &name)
{
    return ended({Outcome::Is::AlreadySo, std::move(reason), name});
}

Plan acting(ObjectKind kind, const QString &name, Deed deed)
{
    Plan plan;
    plan.act = Act {kind, {name}, std::move(deed)};
    return plan;
}

ObjectKind kindOf(const ObjectRef &ref)
{
    return ref.isHost() ? ObjectKind::Host : ObjectKind::Service;
}

Plan unknownNow(const Present &present)
{
    const Error *why = present.snapshot.trouble();
    return notNow(Reason {ReasonCode::AlertNotKnown}.with(reasonpart::Text, why ? why->what : QStringLiteral("not all could be read")));
}

/// What stops an action on an alert; nothing where it is there as it was seen.
std::optional<Plan> objection(const AlertAction &action, const Present &present, const Alert *alert)
{
    if (alert == nullptr) {
        if (!isAllKnown(present)) {
            return unknownNow(present);
        }
        return conflict(Reason {ReasonCode::Gone}.with(reasonpart::Seen, action.expectedStart));
    }
    const bool isLater = action.expectedStart.isValid() && alert->startsAt > action.expectedStart + Tolerance;
    // The first problem of an object gets its time of change late, and there was none before it. What was seen before the server was started
    // may be another one, which it has forgotten.
    const bool isFirst = present.first.contains(alert->key.id) && (!present.startedAt.isValid() || action.expectedStart >= present.startedAt);
    if (isLater && !isFirst) {
        return conflict(Reason::said(QStringLiteral("It was a problem (since %1) when you acted; it is %2 since %3")
                                         .arg(toRfc3339(action.expectedStart), alert->rawState, toRfc3339(alert->startsAt))));
    }
    return std::nullopt;
}

/// A right that is missing for sure.
std::optional<Plan> forbidden(const Present &present, const Deed &deed)
{
    const QLatin1StringView action = actionName(deed);
    if (!present.rights || present.rights->act(action.toString()) != Right::None) {
        return std::nullopt;
    }
    return refused(
        Reason::said(QStringLiteral("The user may not do this. %1.").arg(rightsAdvice(*present.rights, {QStringLiteral("actions/") + action}))));
}

Plan planAcknowledge(const AlertAction &action, const Present &present, UtcTime now, const Style &style)
{
    const Alert *alert = findAlert(present, action.alert);
    if (const auto stop = objection(action, present, alert)) {
        return *stop;
    }
    if (alert->state == AlertState::Acknowledged) {
        const Hold held = alert->acknowledgement();
        return alreadySo(until(ReasonCode::Acknowledged, held.until).with(reasonpart::By, held.by), held.id);
    }
    const UtcTime end = wishedEnd(action, now);
    if (end.isValid() && end <= now) {
        return refused(until(ReasonCode::EndsInThePast, end));
    }
    const ObjectRef ref = ObjectRef::fromId(action.alert.id);
    const AcknowledgeProblem deed {action.author, (action.comment.trimmed() + u' ' + silenceMarker(action.id)).trimmed(), end, style.isSticky,
        style.isPersistent, style.doesNotify};
    return forbidden(present, deed).value_or(acting(kindOf(ref), ref.id(), deed));
}

/// True where the matchers name this one object: a downtime has no others.
bool areAboutOne(const std::vector<Matcher> &matchers, const Alert &alert)
{
    const auto pins = [&matchers](QStringView name, const QString &value) {
        return std::ranges::any_of(matchers, [&](const Matcher &one) { return one == Matcher {name.toString(), value}; });
    };
    const ObjectRef ref = ObjectRef::fromId(alert.key.id);
    const bool isPinned = pins(HostLabel.toString(), ref.host)
        && (pins(CheckLabel.toString(), ref.service) || (ref.isHost() && pins(u"alertname", alert.title)));
    return isPinned && MatcherSet(matchers).matches(alert.labels);
}

Plan planSilence(const AlertAction &action, const Present &present, UtcTime now, const Style &style)
{
    if (!action.alert.isValid()) {
        return refused(Reason::said(
            QStringLiteral("Icinga2 has no silences by matchers: its downtimes are for one host or service. Choose the alerts themselves")));
    }
    const Alert *alert = findAlert(present, action.alert);
    if (const auto stop = objection(action, present, alert)) {
        return *stop;
    }
    if (!action.matchers.empty() && !areAboutOne(action.matchers, *alert)) {
        return refused(Reason::said(
            QStringLiteral("Icinga2 has downtimes for one host or service only, and these matchers do not name just %1").arg(alert->key.id)));
    }
    const UtcTime end = wishedEnd(action, now);
    if (end <= now) {
        return refused(end.isValid() ? until(ReasonCode::EndsInThePast, end) : Reason {ReasonCode::NoDuration});
    }
    const ObjectRef ref = ObjectRef::fromId(action.alert.id);
    const auto enough = std::ranges::find_if(
        present.downtimes, [&](const Downtime &downtime) { return downtime.ref == ref && downtime.isInEffect(now) && downtime.end() >= end; });
    // What one of somebody else covers beside its host is not known for sure.
    const bool isForMore = ref.isHost() && (style.downtimeServices || style.downtimeChildren != Children::Untouched);
    if (!isForMore && enough != present.downtimes.end()) {
        return alreadySo(until(ReasonCode::EqualSilence, enough->end()).with(reasonpart::By, enough->author), enough->name);
    }
    ScheduleDowntime deed;
    deed.author = action.author;
    deed.comment = (action.comment.trimmed() + u' ' + silenceMarker(action.id)).trimmed();
    deed.from = now - StartInThePast;
    deed.until = end;
    deed.allServices = ref.isHost() && style.downtimeServices;
    deed.children = ref.isHost() ? style.downtimeChildren : Children::Untouched;
    return forbidden(present, deed).value_or(acting(kindOf(ref), ref.id(), deed));
}

/// The words of a comment of ours, without its markers.
QString unmarked(QString comment)
{
    static const QRegularExpression Markers(QStringLiteral("\\s*\\[qd:[0-9a-f]{4,32}\\]"));
    return comment.remove(Markers).trimmed();
}

/// The downtimes that a longer one takes the place of. One that a ScheduledDowntime has made stays: it is not ours to end.
QStringList endsOf(const Present &present, const Downtime &old)
{
    return old.owner.isEmpty() ? QStringList {old.name} + downtimesElsewhere(present, old) : QStringList {};
}

/// What a try of a call for many that was cut off between its two halves has left beside `old`: its longer downtime.
const Downtime *halfExtended(const AlertAction &action, const Present &present, UtcTime now, const Downtime &old, UtcTime end)
{
    const auto at = std::ranges::find_if(present.downtimes, [&](const Downtime &one) {
        return one.ref == old.ref && one.name != old.name && one.author == action.author && one.comment != unmarked(one.comment)
            && unmarked(one.comment) == unmarked(old.comment) && one.isInEffect(now) && std::chrono::abs(one.end() - end) <= Tolerance;
    });
    return at == present.downtimes.end() ? nullptr : &*at;
}

Plan planExtend(const AlertAction &action, const Present &present, UtcTime now, const Style &style)
{
    const Downtime *old = findDowntime(present, action.silenceId);
    if (old == nullptr && acknowledgedObject(present, action.silenceId)) {
        return refused(Reason::said(QStringLiteral("Icinga2 cannot change the end of an acknowledgement: remove it and acknowledge again")));
    }
    if (old == nullptr && !present.hasDowntimes) {
        return notNow(Reason {ReasonCode::SilenceNotKnown}.with(reasonpart::Text, QStringLiteral("the downtimes could not be read")));
    }
    if (old == nullptr || old->end() <= now) {
        return conflict(old == nullptr ? Reason {ReasonCode::SilenceForgotten} : until(ReasonCode::SilenceOver, old->end()), action.silenceId);
    }
    const UtcTime end = wishedEnd(action, old->end());
    if (end <= old->end()) {
        return alreadySo(until(ReasonCode::RunsAlready, old->end()), old->name);
    }
    if (const Downtime *longer = halfExtended(action, present, now, *old, end)) {
        Plan half = ended({Outcome::Is::Done, {}, longer->name});
        half.ends = endsOf(present, *old);
        return half;
    }
    ScheduleDowntime deed;
    deed.author = action.author;
    deed.comment = (unmarked(old->comment) + u' ' + silenceMarker(action.id)).trimmed();
    deed.from = std::min(old->startsAt, now - StartInThePast);
    deed.until = end;
    // The new one covers what the old one did.
    const QStringList elsewhere = downtimesElsewhere(present, *old);
    deed.allServices = std::ranges::find(present.downtimes, old->name, &Downtime::parent) != present.downtimes.end();
    deed.children = elsewhere.isEmpty() ? Children::Untouched : std::max(style.downtimeChildren, Children::Triggered);
    Plan plan = forbidden(present, deed).value_or(acting(kindOf(old->ref), old->ref.id(), deed));
    plan.ends = endsOf(present, *old);
    return plan;
}

Plan planExpire(const AlertAction &action, const Present &present)
{
    if (const Downtime *downtime = findDowntime(present, action.silenceId)) {
        const RemoveDowntime deed {action.author};
        Plan plan = forbidden(present, deed).value_or(acting(ObjectKind::Downtime, downtime->name, deed));
        if (plan.act) {
            plan.act->names += downtimesElsewhere(present, *downtime);
        }
        return plan;
    }
    if (const auto ref = acknowledgedObject(present, action.silenceId)) {
        const RemoveAcknowledgement deed {action.author};
        return forbidden(present, deed).value_or(acting(kindOf(*ref), ref->id(), deed));
    }
    if (!wouldShow(action, present)) {
        return notNow(Reason {ReasonCode::SilenceNotKnown}.with(
            reasonpart::Text, QStringLiteral("not all downtimes and acknowledgements could be read, and this one is not among them")));
    }
    return alreadySo(Reason {ReasonCode::HadEnded}, action.silenceId);
}

/// True where the acknowledgement of now is not the one that the wish is about.
bool isAnotherOne(const AlertAction &action, const Present &present, const Alert &alert)
{
    const Comment *comment = findAcknowledgement(present, alert.acknowledgement().id);
    if (comment == nullptr) {
        return false;
    }
    if (!action.silenceId.isEmpty() && action.silenceId != alert.key.id) {
        return action.silenceId != comment->name;
    }
    // Which one was seen is not said: none that somebody else gave later than the wish was made.
    return action.createdAt.isValid() && comment->enteredAt > action.createdAt + Tolerance && comment->author != action.author;
}

Plan planUnacknowledge(const AlertAction &action, const Present &present)
{
    const std::optional<ObjectRef> known = action.alert.isValid() ? std::nullopt : acknowledgedObject(present, action.silenceId);
    const Alert *alert = findAlert(present, known ? AlertKey {action.source, known->id()} : action.alert);
    if (alert == nullptr && !isAllKnown(present)) {
        return unknownNow(present);
    }
    if (alert == nullptr || alert->state != AlertState::Acknowledged) {
        return alreadySo(Reason {ReasonCode::NotHeld}, action.silenceId);
    }
    if (isAnotherOne(action, present, *alert)) {
        const Hold held = alert->acknowledgement();
        return conflict(until(ReasonCode::Acknowledged, held.until).with(reasonpart::By, held.by), held.id);
    }
    const ObjectRef ref = ObjectRef::fromId(alert->key.id);
    const RemoveAcknowledgement deed {action.author};
    return forbidden(present, deed).value_or(acting(kindOf(ref), ref.id(), deed));
}

Plan planNote(const AlertAction &action, const Present &present)
{
    if (const auto stop = objection(action, present, findAlert(present, action.alert))) {
        return *stop;
    }
    if (action.comment.trimmed().isEmpty()) {
        return refused(Reason::said(QStringLiteral("Icinga2 takes no comment without words")));
    }
    const ObjectRef ref = ObjectRef::fromId(action.alert.id);
    const AddComment deed {action.author, action.comment.trimmed() + u' ' + silenceMarker(action.id), {}};
    return forbidden(present, deed).value_or(acting(kindOf(ref), ref.id(), deed));
}

Plan planCheck(const AlertAction &action, const Present &present)
{
    const Alert *alert = findAlert(present, action.alert);
    if (alert == nullptr) {
        return objection(action, present, alert).value_or(Plan {});
    }
    // That it fires again since is no reason not to look.
    const ObjectRef ref = ObjectRef::fromId(action.alert.id);
    const CheckNow deed;
    Plan plan = forbidden(present, deed).value_or(acting(kindOf(ref), ref.id(), deed));
    plan.lastCheck = alert->updatedAt;
    return plan;
}

/// True for what is the same however often it is done: it needs no look for an earlier try.
bool isRepeatable(Verb verb)
{
    return verb == Verb::ExpireSilence || verb == Verb::Unacknowledge || verb == Verb::CheckNow;
}

} // namespace

Plan plan(const AlertAction &action, const Present &present, UtcTime now, const Style &style)
{
    if (!Verbs.has(action.verb)) {
        return refused(Reason {ReasonCode::NotOffered}.with(reasonpart::Source, action.source));
    }
    if (!isRepeatable(action.verb)) {
        if (const auto trace = traceOf(action, present, now)) {
            Plan landed;
            landed.outcome = *trace;
            // An earlier try got as far as the longer downtime.
            const Downtime *old = action.verb == Verb::ExtendSilence ? findDowntime(present, action.silenceId) : nullptr;
            if (old != nullptr && trace->madeId != old->name) {
                landed.ends = endsOf(present, *old);
            }
            return landed;
        }
    }
    switch (action.verb) {
    case Verb::Acknowledge:
        return planAcknowledge(action, present, now, style);
    case Verb::Silence:
        return planSilence(action, present, now, style);
    case Verb::ExtendSilence:
        return planExtend(action, present, now, style);
    case Verb::Unacknowledge:
        return planUnacknowledge(action, present);
    case Verb::Note:
        return planNote(action, present);
    case Verb::CheckNow:
        return planCheck(action, present);
    default:
        return planExpire(action, present);
    }
}

} // namespace quarterdeck::icinga2
