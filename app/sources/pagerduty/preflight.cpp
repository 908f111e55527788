#include "app/sources/pagerduty/preflight.h"

#include "app/sources/pagerduty/alerts.h"

#include <algorithm>

namespace quarterdeck::pagerduty {

namespace {

constexpr Millis Tolerance {60'000};
constexpr qint64 LongestSnooze = 604'800;
constexpr int HighestLevel = 1000;

Plan ended(Outcome::Is is, Reason reason, const QString &id = {})
{
    Plan plan;
    plan.outcome = Outcome {is, std::move(reason), id};
    return plan;
}

Plan refused(Reason reason)
{
    return ended(Outcome::Is::Refused, std::move(reason));
}

Plan doing(Deed deed)
{
    Plan plan;
    plan.deed = std::move(deed);
    return plan;
}

Reason nothingLike(const QString &text)
{
    return Reason {ReasonCode::NoSuchThing}.with(reasonpart::Text, text);
}

Reason nobodyLike(const QString &text)
{
    return Reason {ReasonCode::NoSuchPerson}.with(reasonpart::Text, text);
}

Reason resolvedSince(const AlertAction &action, const Incident &incident)
{
    return Reason {ReasonCode::ResolvedSince}.with(reasonpart::Seen, action.expectedStart).with(reasonpart::Since, incident.resolvedAt);
}

Reason acknowledgedBy(const Incident &incident)
{
    return Reason {ReasonCode::Acknowledged}.with(reasonpart::By, acknowledgersOf(incident)).with(reasonpart::Until, incident.unacknowledgesAt);
}

QString marked(const AlertAction &action)
{
    return (action.comment.trimmed() + u' ' + silenceMarker(action.id)).trimmed();
}

UtcTime wishedEnd(const AlertAction &action, UtcTime from)
{
    return action.until.isValid() ? action.until : action.duration.count() > 0 ? from + action.duration : UtcTime {};
}

/// Quiet until about when it was wished: as counted from when the wish was made, from now, or any time between.
bool isQuietAsWished(const AlertAction &action, const Incident &incident, UtcTime now)
{
    const UtcTime from = action.createdAt.isValid() ? action.createdAt : now;
    const UtcTime end = incident.unacknowledgesAt;
    return incident.isAcknowledged() && end.isValid() && end >= wishedEnd(action, from) - Tolerance && end <= wishedEnd(action, now) + Tolerance;
}

const Named *priorityNamed(const QString &text, const std::vector<Named> &priorities)
{
    const auto found = std::ranges::find_if(
        priorities, [&text](const Named &one) { return one.name.compare(text.simplified(), Qt::CaseInsensitive) == 0 || one.id == text; });
    return found == priorities.end() ? nullptr : &*found;
}

bool isAssigned(const Incident &incident, QStringList people)
{
    QStringList now;
    for (const Named &one : incident.assignees) {
        now.append(one.id);
    }
    now.sort();
    people.sort();
    return !people.isEmpty() && now == people;
}

/// An escalation says nothing of the wish that it came from: one by the same person since then is taken for it.
bool isEscalatedSince(const AlertAction &action, const Present &present)
{
    // PagerDuty tells whole seconds: one that was carried out at once would look older than the wish.
    const UtcTime since {action.createdAt.ms / 1000 * 1000};
    return std::ranges::any_of(present.log, [&](const LogEntry &entry) {
        const bool isOurs = !present.author.id.isEmpty() && entry.agent == present.author.id;
        return entry.type == u"escalate_log_entry" && entry.at >= since && isOurs;
    });
}

bool hasNote(const Present &present, const QString &marker)
{
    return std::ranges::any_of(present.notes, [&marker](const Note &note) { return note.content.contains(marker); });
}

bool hasAskedForHelp(const Incident &incident, const QString &marker)
{
    return std::ranges::any_of(incident.responders, [&marker](const ResponderRequest &one) { return one.message.contains(marker); });
}

/// How it stands with somebody who was asked for help; null where nobody asked them, as far as is shown.
const Helper *helperOf(const Incident &incident, const QString &id)
{
    // The newest word on each comes last.
    const auto found = std::find_if(incident.helpers.rbegin(), incident.helpers.rend(), [&id](const Helper &one) { return one.who.id == id; });
    return found == incident.helpers.rend() ? nullptr : &*found;
}

bool areCalledOff(const Present &present)
{
    return present.unclear.isEmpty() && !present.people.isEmpty() && std::ranges::all_of(present.people, [&present](const QString &id) {
        const Helper *helper = helperOf(*present.incident, id);
        return helper != nullptr && helper->state == u"user_cancelled";
    });
}

/// True where the state is as wished, whoever made it so.
bool holds(const AlertAction &action, const Present &present, UtcTime now)
{
    const Incident &incident = *present.incident;
    switch (action.verb) {
    case Verb::Acknowledge:
        return incident.isAcknowledged();
    case Verb::Unacknowledge:
        return incident.isTriggered();
    case Verb::Snooze:
        return isQuietAsWished(action, incident, now);
    case Verb::Resolve:
        return incident.isResolved();
    case Verb::Note:
        return hasNote(present, silenceMarker(action.id));
    case Verb::Reassign:
        return present.unclear.isEmpty() && isAssigned(incident, present.people);
    case Verb::Escalate:
        return isEscalatedSince(action, present);
    case Verb::AddResponder:
        return hasAskedForHelp(incident, silenceMarker(action.id));
    case Verb::CancelResponder:
        return areCalledOff(present);
    case Verb::Merge:
        return !incident.mergedInto.isEmpty() && incident.mergedInto == action.subject;
    case Verb::SetPriority: {
        const Named *wished = priorityNamed(action.subject, present.priorities);
        return wished != nullptr && wished->id == incident.priority.id;
    }
    default:
        return false;
    }
}

/// Why it holds: for those that somebody else may have done.
Reason reasonOf(const AlertAction &action, const Incident &incident)
{
    switch (action.verb) {
    case Verb::Acknowledge:
        return acknowledgedBy(incident);
    case Verb::Unacknowledge:
        return Reason {ReasonCode::NotHeld};
    case Verb::Snooze:
        return Reason {ReasonCode::Snoozed}.with(reasonpart::Until, incident.unacknowledgesAt);
    case Verb::Resolve:
        return resolvedSince(action, incident);
    case Verb::Reassign:
        return Reason {ReasonCode::AssignedTo}.with(reasonpart::Text, namesOf(incident.assignees));
    default:
        return {};
    }
}

/// What can be found again by what was sent: then it is this wish that was carried out, and no other.
bool leavesTrace(Verb verb)
{
    return verb == Verb::Note || verb == Verb::AddResponder;
}

/// What stops an action; nothing where the incident is there as it was seen.
std::optional<Plan> objection(const AlertAction &action, const Present &present)
{
    if (!present.incident) {
        return ended(Outcome::Is::Conflict, Reason {ReasonCode::Gone}.with(reasonpart::Seen, action.expectedStart));
    }
    const Incident &incident = *present.incident;
    // Any status that is put on a resolved one opens it again, and pages.
    if (incident.isResolved() && action.verb != Verb::Note) {
        return ended(Outcome::Is::Conflict, resolvedSince(action, incident));
    }
    if (action.expectedStart.isValid() && incident.createdAt > action.expectedStart + Tolerance) {
        return ended(Outcome::Is::Conflict,
            Reason {ReasonCode::FiresAgain}.with(reasonpart::Seen, action.expectedStart).with(reasonpart::Since, incident.createdAt));
    }
    if (present.author.email.isEmpty()) {
        return refused(Reason {ReasonCode::NobodysKey});
    }
    return std::nullopt;
}

Plan planSnooze(const AlertAction &action, const Incident &incident, UtcTime now)
{
    const UtcTime end = wishedEnd(action, now);
    if (end <= now) {
        return refused(end.isValid() ? Reason {ReasonCode::EndsInThePast}.with(reasonpart::Until, end) : Reason {ReasonCode::NoDuration});
    }
    const qint64 seconds = ((end - now).count() + 999) / 1000;
    if (seconds > LongestSnooze) {
        return refused(Reason {ReasonCode::SnoozeTooLong}.with(reasonpart::Until, now + Millis(LongestSnooze * 1000)));
    }
    if (!incident.isAcknowledged()) {
        Plan first = doing(SetStatus {QStringLiteral("acknowledged"), {}});
        first.isStep = true;
        return first;
    }
    return doing(SnoozeFor {seconds});
}

Plan planReassign(const AlertAction &action, const Present &present)
{
    if (!present.unclear.isEmpty() || present.people.isEmpty()) {
        return refused(present.unclear.isEmpty() ? nobodyLike({}) : present.unclear);
    }
    if (action.verb == Verb::Reassign) {
        return doing(AssignTo {present.people});
    }
    if (present.author.id.isEmpty()) {
        return refused(nobodyLike(present.author.email));
    }
    return doing(AskForHelp {present.author.id, marked(action), present.people});
}

Plan planCallOff(const Present &present)
{
    if (!present.unclear.isEmpty() || present.people.isEmpty()) {
        return refused(present.unclear.isEmpty() ? nobodyLike({}) : present.unclear);
    }
    if (present.author.id.isEmpty()) {
        return refused(nobodyLike(present.author.email));
    }
    QStringList asked;
    for (const QString &id : present.people) {
        const Helper *helper = helperOf(*present.incident, id);
        if (helper == nullptr) {
            return refused(Reason {ReasonCode::NotAsked}.with(reasonpart::Text, id));
        }
        if (helper->state == u"joined" || helper->state == u"declined") {
            return refused(Reason {ReasonCode::HasAnswered}.with(reasonpart::By, helper->who.name).with(reasonpart::Text, helper->state));
        }
        if (helper->state != u"user_cancelled") {
            asked.append(id);
        }
    }
    return doing(CallOff {present.author.id, asked});
}

Plan planEscalate(const AlertAction &action)
{
    bool isNumber = false;
    const int level = action.subject.trimmed().toInt(&isNumber);
    const bool isLevel = isNumber && level >= 1 && level <= HighestLevel;
    return isLevel ? doing(EscalateTo {level}) : refused(nothingLike(action.subject));
}

Plan planMerge(const AlertAction &action, const Present &present)
{
    if (!present.other || present.other->self.id == present.incident->self.id) {
        return refused(nothingLike(action.subject));
    }
    if (present.other->isResolved()) {
        return ended(Outcome::Is::Conflict, Reason {ReasonCode::TargetResolved}.with(reasonpart::Text, present.other->self.name));
    }
    if (!present.incident->isMergeable || !present.other->isMergeable) {
        return refused(Reason {ReasonCode::NotMergeable});
    }
    return doing(MergeInto {present.other->self.id});
}

Plan planPriority(const AlertAction &action, const Present &present)
{
    const Named *wished = priorityNamed(action.subject, present.priorities);
    return wished != nullptr ? doing(Prioritise {wished->id}) : refused(nothingLike(action.subject));
}

/// The account ends acknowledgements by itself, whatever was wished: then the person is told when.
bool endsSooner(const AlertAction &action, const Incident &incident)
{
    const UtcTime wished = wishedEnd(action, action.createdAt);
    const UtcTime end = incident.unacknowledgesAt;
    return action.verb == Verb::Acknowledge && wished.isValid() && end.isValid() && end < wished - Tolerance;
}

} // namespace

std::optional<Outcome> traceOf(const AlertAction &action, const Present &present, UtcTime now)
{
    if (!present.incident || !holds(action, present, now)) {
        return std::nullopt;
    }
    return Outcome {
        Outcome::Is::Done, endsSooner(action, *present.incident) ? acknowledgedBy(*present.incident) : Reason(), present.incident->self.id};
}

bool isShownPoorly(Verb verb)
{
    return verb == Verb::Escalate || verb == Verb::AddResponder;
}

QString noteBeside(const AlertAction &action)
{
    const bool isCarried = action.verb == Verb::Note || action.verb == Verb::AddResponder || action.verb == Verb::Resolve;
    return isCarried || action.comment.trimmed().isEmpty() ? QString() : marked(action);
}

Plan plan(const AlertAction &action, const Present &present, UtcTime now)
{
    if (!Verbs.has(action.verb)) {
        return refused(Reason {ReasonCode::NotOffered}.with(reasonpart::Source, action.source));
    }
    if (const auto trace = traceOf(action, present, now)) {
        // Of another wish, perhaps to another level: to send it would page twice, to call it done could page nobody.
        if (action.verb == Verb::Escalate) {
            return ended(Outcome::Is::Conflict, Reason {ReasonCode::EscalatedSince});
        }
        return leavesTrace(action.verb) ? ended(Outcome::Is::Done, Reason {ReasonCode::LandedBefore}, trace->madeId)
                                        : ended(Outcome::Is::AlreadySo, reasonOf(action, *present.incident), trace->madeId);
    }
    if (const auto stop = objection(action, present)) {
        return *stop;
    }
    switch (action.verb) {
    case Verb::Acknowledge:
        return doing(SetStatus {QStringLiteral("acknowledged"), {}});
    case Verb::Unacknowledge:
        return doing(SetStatus {QStringLiteral("triggered"), {}});
    case Verb::Resolve:
        return doing(SetStatus {QStringLiteral("resolved"), action.comment.trimmed()});
    case Verb::Snooze:
        return planSnooze(action, *present.incident, now);
    case Verb::Note:
        return doing(LeaveNote {marked(action)});
    case Verb::Escalate:
        return planEscalate(action);
    case Verb::CancelResponder:
        return planCallOff(present);
    case Verb::Merge:
        return planMerge(action, present);
    case Verb::SetPriority:
        return planPriority(action, present);
    default:
        return planReassign(action, present);
    }
}

} // namespace quarterdeck::pagerduty
