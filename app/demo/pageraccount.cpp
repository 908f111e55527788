#include "app/demo/pageraccount.h"

#include <algorithm>

namespace quarterdeck::demo {

namespace {

constexpr Millis LongestSnooze {7LL * 24 * 3'600'000};
constexpr Millis UntilCalled {2'000};
const QString Triggered = QStringLiteral("triggered");
const QString Acknowledged = QStringLiteral("acknowledged");
const QString Resolved = QStringLiteral("resolved");

UtcTime secondOf(UtcTime time)
{
    return {time.ms / 1000 * 1000};
}

bool isStatus(const QString &text)
{
    return text == Triggered || text == Acknowledged || text == Resolved;
}

QString entryFor(const QString &status)
{
    return status == Acknowledged ? QStringLiteral("acknowledge_log_entry")
        : status == Resolved      ? QStringLiteral("resolve_log_entry")
                                  : QStringLiteral("unacknowledge_log_entry");
}

PagerNo refusal(int code, const char *message)
{
    return {400, code, QString::fromLatin1(message)};
}

} // namespace

const std::vector<PagerPerson> &PagerAccount::people()
{
    static const std::vector<PagerPerson> All {{QStringLiteral("PANA001"), QStringLiteral("Ana Ferrer"), QStringLiteral("ana@shop.example")},
        {QStringLiteral("PMAREK2"), QStringLiteral("Marek Dvorak"), QStringLiteral("marek@shop.example")},
        {QStringLiteral("PBOLIN3"), QStringLiteral("Bo Lindqvist"), QStringLiteral("bo@shop.example")},
        {QStringLiteral("PCHITA4"), QStringLiteral("Chi Tanaka"), QStringLiteral("chi@shop.example")}};
    return All;
}

const QStringList &PagerAccount::priorities()
{
    static const QStringList All {QStringLiteral("PPRIO01"), QStringLiteral("PPRIO02"), QStringLiteral("PPRIO03"), QStringLiteral("PPRIO04")};
    return All;
}

const PagerPerson *PagerAccount::person(const QString &idOrEmail)
{
    const auto found = std::ranges::find_if(people(), [&](const PagerPerson &one) { return one.id == idOrEmail || one.email == idOrEmail; });
    return found == people().end() ? nullptr : &*found;
}

QString PagerAccount::open(PagerTrigger trigger)
{
    trigger.at = secondOf(trigger.at);
    PagerIncident incident;
    incident.number = 4'711 + int(m_incidents.size());
    incident.id = QStringLiteral("Q2SHOP%1").arg(incident.number, 6, 10, QLatin1Char('0'));
    incident.status = Triggered;
    incident.updatedAt = trigger.at;
    incident.changedAt = trigger.at;
    incident.assignees = QStringList {trigger.assignee};
    incident.log.push_back({QStringLiteral("trigger_log_entry"), trigger.at, {}});
    incident.log.push_back({QStringLiteral("notify_log_entry"), trigger.at + UntilCalled, {}, incident.assignees, QStringLiteral("push")});
    incident.trigger = std::move(trigger);
    m_incidents.push_back(std::move(incident));
    return m_incidents.back().id;
}

void PagerAccount::tick(UtcTime now)
{
    for (PagerIncident &incident : m_incidents) {
        if (incident.quietUntil.isValid() && incident.quietUntil <= now) {
            setStatus(incident, Triggered, {}, incident.quietUntil);
        }
    }
}

const PagerIncident *PagerAccount::find(const QString &id) const
{
    const auto found = std::ranges::find(m_incidents, id, &PagerIncident::id);
    return found == m_incidents.end() ? nullptr : &*found;
}

PagerIncident &PagerAccount::at(const QString &id)
{
    return *std::ranges::find(m_incidents, id, &PagerIncident::id);
}

void PagerAccount::setStatus(PagerIncident &incident, const QString &status, const QString &by, UtcTime now)
{
    const UtcTime at = secondOf(now);
    if (status == Acknowledged) {
        incident.acknowledgements.push_back({by, at});
    } else {
        incident.acknowledgements.clear();
    }
    if (status == Resolved) {
        incident.assignees.clear();
    } else if (incident.assignees.isEmpty()) {
        incident.assignees = QStringList {incident.trigger.assignee};
    }
    incident.status = status;
    incident.quietUntil = {};
    incident.updatedAt = at;
    incident.changedAt = at;
    incident.log.push_back({entryFor(status), at, by});
}

PagerNo PagerAccount::change(const QString &id, const PagerChange &change, const QString &by, UtcTime now)
{
    if (!change.status.isEmpty() && !isStatus(change.status)) {
        return refusal(2001, "Invalid Input Provided");
    }
    if (std::ranges::any_of(change.assignees, [](const QString &one) { return person(one) == nullptr; })) {
        return refusal(1007, "Assignee Not Found");
    }
    if (change.level > Levels || change.level < 0) {
        return refusal(1006, "Incident Cannot Be Escalated");
    }
    if (!change.priority.isEmpty() && !priorities().contains(change.priority)) {
        return refusal(1020, "Priority Not Found");
    }
    PagerIncident &incident = at(id);
    const UtcTime second = secondOf(now);
    incident.updatedAt = second;
    if (!change.status.isEmpty()) {
        setStatus(incident, change.status, by, now);
    }
    if (!change.resolution.isEmpty()) {
        note(id, QStringLiteral("Resolution Note: ") + change.resolution, by, now);
    }
    if (!change.assignees.isEmpty()) {
        incident.assignees = change.assignees;
        incident.log.push_back({QStringLiteral("assign_log_entry"), second, by, incident.assignees});
    }
    if (change.level > 0) {
        // The next in line has it from now on.
        incident.level = change.level;
        incident.assignees = QStringList {people().at(std::size_t(change.level) % people().size()).id};
        incident.log.push_back({QStringLiteral("escalate_log_entry"), second, by, incident.assignees});
    }
    if (!change.priority.isEmpty()) {
        incident.priority = change.priority;
    }
    return {};
}

PagerNo PagerAccount::snooze(const QString &id, Millis span, const QString &by, UtcTime now)
{
    PagerIncident &incident = at(id);
    if (incident.status != Acknowledged) {
        return refusal(1012, "Incident Is Not Acknowledged");
    }
    if (span < Millis(1000) || span > LongestSnooze) {
        return refusal(1013, "Snooze Duration Invalid");
    }
    const UtcTime second = secondOf(now);
    incident.quietUntil = second + span;
    incident.updatedAt = second;
    incident.log.push_back({QStringLiteral("snooze_log_entry"), second, by, {}, {}, incident.quietUntil});
    return {};
}

PagerNo PagerAccount::merge(const QString &target, const QStringList &sources, const QString &by, UtcTime now)
{
    const bool isPossible = std::ranges::all_of(sources, [&](const QString &one) { return one != target && find(one) != nullptr; });
    if (!isPossible || at(target).status == Resolved) {
        return refusal(2001, "Invalid Input Provided");
    }
    for (const QString &source : sources) {
        setStatus(at(source), Resolved, by, now);
        at(source).mergedInto = target;
    }
    return {};
}

PagerNo PagerAccount::call(const QString &id, PagerCall call)
{
    if (person(call.by) == nullptr) {
        return refusal(1008, "Requester User Not Found");
    }
    if (call.people.isEmpty() || std::ranges::any_of(call.people, [](const QString &one) { return person(one) == nullptr; })) {
        return refusal(2001, "Invalid Input Provided");
    }
    call.at = secondOf(call.at);
    PagerIncident &incident = at(id);
    incident.updatedAt = call.at;
    incident.calls.push_back(std::move(call));
    return {};
}

void PagerAccount::callOff(const QString &id, const QStringList &people)
{
    for (PagerCall &call : at(id).calls) {
        for (const QString &one : people) {
            if (call.people.contains(one) && !call.calledOff.contains(one)) {
                call.calledOff.append(one);
            }
        }
    }
}

PagerNo PagerAccount::note(const QString &id, const QString &content, const QString &by, UtcTime now)
{
    if (content.isEmpty()) {
        return refusal(2001, "Invalid Input Provided");
    }
    PagerIncident &incident = at(id);
    incident.notes.push_back({by, content, secondOf(now)});
    incident.log.push_back({QStringLiteral("annotate_log_entry"), secondOf(now), by, {}, content});
    return {};
}

const PagerWindow &PagerAccount::openWindow(PagerWindow window)
{
    window.id = QStringLiteral("PWINDOW%1").arg(m_windows.size() + 1);
    window.from = secondOf(window.from);
    window.to = secondOf(window.to);
    m_windows.push_back(std::move(window));
    return m_windows.back();
}

bool PagerAccount::endWindow(const QString &id, UtcTime now)
{
    const auto found = std::ranges::find(m_windows, id, &PagerWindow::id);
    if (found == m_windows.end() || found->to <= now) {
        return false;
    }
    found->to = secondOf(now);
    return true;
}

} // namespace quarterdeck::demo
