#include "app/sources/icinga2/preflight.h"

#include "app/sources/icinga2/alerts.h"

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

Reason until(ReasonCode code, UtcTime end)
{
    return Reason {code}.with(reasonpart::Until, end);
}

Plan acting(ObjectKind kind, const QString &name, Deed deed)
{
    Plan plan;
    plan.act = Act {kind, {name}, std::move(deed)};
    return plan;
}

const Alert *findAlert(const Present &present, const AlertKey &key)
{
    const auto &alerts = present.snapshot.alerts;
    const auto at = std::ranges::find(alerts, key, &Alert::key);
    return at == alerts.end() ? nullptr : &*at;
}

const Downtime *findDowntime(const Present &present, const QString &name)
{
    const auto at = std::ranges::find(present.downtimes, name, &Downtime::name);
    return at == present.downtimes.end() ? nullptr : &*at;
}

const Comment *findAcknowledgement(const Present &present, const QString &name)
{
    const auto at = std::ranges::find(present.acknowledgements, name, &Comment::name);
    return at == present.acknowledgements.end() ? nullptr : &*at;
}

bool isAcknowledgement(const Present &present, const QString &id)
{
    const auto &alerts = present.snapshot.alerts;
    return findAcknowledgement(present, id) != nullptr || std::ranges::find(alerts, id, &Alert::ackSilence) != alerts.end();
}

ObjectKind kindOf(const ObjectRef &ref)
{
    return ref.isHost() ? ObjectKind::Host : ObjectKind::Service;
}

UtcTime wishedEnd(const AlertAction &action, UtcTime from)
{
    return action.until.isValid() ? action.until : action.duration.count() > 0 ? from + action.duration : UtcTime {};
}

/// What stops an action on an alert; nothing where it is there as it was seen.
std::optional<Plan> objection(const AlertAction &action, const Present &present, const Alert *alert)
{
    if (alert == nullptr) {
        const auto &why = present.snapshot.memberError;
        if (!present.snapshot.isComplete || present.snapshot.heardSince) {
            return notNow(Reason {ReasonCode::AlertNotKnown}.with(reasonpart::Text, why ? why->what : QStringLiteral("not all could be read")));
        }
        return conflict(Reason {ReasonCode::Gone}.with(reasonpart::Seen, action.expectedStart));
    }
    const bool isLater = action.expectedStart.isValid() && alert->startsAt > action.expectedStart + Tolerance;
    // The first problem of an object gets its time of change late, and there was none before it.
    if (isLater && !present.first.contains(alert->key.id)) {
        return conflict(Reason::said(QStringLiteral("You saw this problem since %1; it is %2 since %3")
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

Plan planAcknowledge(const AlertAction &action, const Present &present, UtcTime now, const AcknowledgementStyle &style)
{
    const Alert *alert = findAlert(present, action.alert);
    if (const auto stop = objection(action, present, alert)) {
        return *stop;
    }
    if (alert->state == AlertState::Acknowledged) {
        return alreadySo(until(ReasonCode::Acknowledged, alert->acknowledgedUntil).with(reasonpart::By, alert->acknowledgedBy), alert->ackSilence);
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

Plan planSilence(const AlertAction &action, const Present &present, UtcTime now)
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
    if (enough != present.downtimes.end()) {
        return alreadySo(until(ReasonCode::EqualSilence, enough->end()).with(reasonpart::By, enough->author), enough->name);
    }
    ScheduleDowntime deed;
    deed.author = action.author;
    deed.comment = (action.comment.trimmed() + u' ' + silenceMarker(action.id)).trimmed();
    deed.from = now - StartInThePast;
    deed.until = end;
    return forbidden(present, deed).value_or(acting(kindOf(ref), ref.id(), deed));
}

Plan planExtend(const AlertAction &action, const Present &present, UtcTime now)
{
    static const QRegularExpression Markers(QStringLiteral("\\s*\\[qd:[0-9a-f]{4,32}\\]"));
    const Downtime *old = findDowntime(present, action.silenceId);
    if (old == nullptr && isAcknowledgement(present, action.silenceId)) {
        return refused(Reason::said(QStringLiteral("Icinga2 cannot give an acknowledgement another end: take it back and acknowledge anew")));
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
    ScheduleDowntime deed;
    deed.author = action.author;
    deed.comment = (QString(old->comment).remove(Markers).trimmed() + u' ' + silenceMarker(action.id)).trimmed();
    deed.from = std::min(old->startsAt, now - StartInThePast);
    deed.until = end;
    Plan plan = forbidden(present, deed).value_or(acting(kindOf(old->ref), old->ref.id(), deed));
    // One that a ScheduledDowntime has made stays: it is not ours to end.
    plan.ends = old->owner.isEmpty() ? old->name : QString();
    return plan;
}

Plan planExpire(const AlertAction &action, const Present &present)
{
    if (const Downtime *downtime = findDowntime(present, action.silenceId)) {
        const RemoveDowntime deed {action.author};
        return forbidden(present, deed).value_or(acting(ObjectKind::Downtime, downtime->name, deed));
    }
    const auto &alerts = present.snapshot.alerts;
    const auto alert = std::ranges::find(alerts, action.silenceId, &Alert::ackSilence);
    const Comment *comment = findAcknowledgement(present, action.silenceId);
    if (alert != alerts.end() || comment != nullptr) {
        const ObjectRef ref = comment != nullptr ? comment->ref : ObjectRef::fromId(alert->key.id);
        const RemoveAcknowledgement deed {action.author};
        return forbidden(present, deed).value_or(acting(kindOf(ref), ref.id(), deed));
    }
    if (!wouldShow(action, present)) {
        return notNow(Reason {ReasonCode::SilenceNotKnown}.with(
            reasonpart::Text, QStringLiteral("not all downtimes and acknowledgements could be read, and this one is not among them")));
    }
    return alreadySo(Reason {ReasonCode::HadEnded}, action.silenceId);
}

std::optional<Outcome> traceOfAcknowledgement(const AlertAction &action, const Present &present, UtcTime now)
{
    const QString marker = silenceMarker(action.id);
    const auto comment = std::ranges::find_if(present.acknowledgements, [&](const Comment &one) { return one.text.contains(marker); });
    if (comment == present.acknowledgements.end()) {
        return std::nullopt;
    }
    const Alert *alert = findAlert(present, action.alert);
    // A persistent comment outlives its acknowledgement, and the next one may be somebody else's.
    if (alert == nullptr || alert->state != AlertState::Acknowledged || alert->ackSilence != comment->name) {
        return Outcome {Outcome::Is::Conflict, Reason {ReasonCode::TookEffectEnded}, comment->name};
    }
    // Made when the server says; it ends so long after it as was wished, or at the time that was named.
    const UtcTime wished = wishedEnd(action, comment->enteredAt);
    const bool isAsWished = wished.isValid() == alert->acknowledgedUntil.isValid()
        && (!action.until.isValid() || std::chrono::abs(alert->acknowledgedUntil - wished) <= Tolerance);
    if (!isAsWished || (alert->acknowledgedUntil.isValid() && alert->acknowledgedUntil <= now)) {
        return Outcome {
            Outcome::Is::Conflict, until(ReasonCode::EndsOtherwise, alert->acknowledgedUntil).with(reasonpart::Wished, wished), comment->name};
    }
    return Outcome {Outcome::Is::Done, {}, alert->ackSilence};
}

std::optional<Outcome> traceOfDowntime(const AlertAction &action, const Present &present, UtcTime now)
{
    const QString marker = silenceMarker(action.id);
    const Downtime *found = nullptr;
    for (const Downtime &one : present.downtimes) {
        if (one.comment.contains(marker) && (found == nullptr || one.end() > found->end())) {
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
        return Outcome {Outcome::Is::Conflict, Reason {ReasonCode::BeginsLater}.with(reasonpart::From, found->startsAt), found->name};
    }
    return Outcome {Outcome::Is::Done, {}, found->name};
}

} // namespace

bool wouldShow(const AlertAction &action, const Present &present)
{
    switch (action.verb) {
    case Verb::Acknowledge:
        return present.hasAcknowledgements;
    case Verb::Silence:
    case Verb::ExtendSilence:
        return present.hasDowntimes;
    default:
        return present.hasAcknowledgements && present.hasDowntimes && present.snapshot.hasAllAlerts();
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
    default:
        break;
    }
    const Plan again = planExpire(action, present);
    const bool isOver = again.outcome && again.outcome->is == Outcome::Is::AlreadySo;
    return isOver ? std::optional(Outcome {Outcome::Is::Done, {}, action.silenceId}) : std::nullopt;
}

Plan plan(const AlertAction &action, const Present &present, UtcTime now, const AcknowledgementStyle &style)
{
    if (!Verbs.has(action.verb)) {
        return refused(Reason {ReasonCode::NotOffered}.with(reasonpart::Source, action.source));
    }
    if (action.verb != Verb::ExpireSilence && action.verb != Verb::Unacknowledge) {
        if (const auto trace = traceOf(action, present, now)) {
            Plan landed;
            landed.outcome = *trace;
            // An earlier try got as far as the longer downtime.
            const bool hasOld = action.verb == Verb::ExtendSilence && findDowntime(present, action.silenceId) != nullptr;
            landed.ends = hasOld && trace->madeId != action.silenceId ? action.silenceId : QString();
            return landed;
        }
    }
    switch (action.verb) {
    case Verb::Acknowledge:
        return planAcknowledge(action, present, now, style);
    case Verb::Silence:
        return planSilence(action, present, now);
    case Verb::ExtendSilence:
        return planExtend(action, present, now);
    default:
        return planExpire(action, present);
    }
}

} // namespace quarterdeck::icinga2
