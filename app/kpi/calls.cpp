#include "app/kpi/calls.h"

#include <algorithm>

namespace quarterdeck {

namespace {

// Everybody named, in the order of naming. Somebody of whom nothing but an acknowledgement is known was not called.
std::vector<Call> peopleOf(const Incident &incident)
{
    const auto isNamed = [](const Notification &notification) { return !notification.user.isEmpty(); };
    // Most incidents call one person: a million of them are read in seconds.
    if (incident.responders.isEmpty() && incident.acknowledgements.empty()
        && std::none_of(incident.notifications.begin(), incident.notifications.end(), isNamed)) {
        return {Call {incident.user, {}, {}}};
    }
    QStringList names {incident.user};
    names += incident.responders;
    for (const Notification &notification : incident.notifications) {
        names.append(notification.user);
    }
    for (const Acknowledgement &one : incident.acknowledgements) {
        names.append(one.user);
    }
    names.removeAll(QString());
    names.removeDuplicates();
    std::vector<Call> calls;
    for (const QString &name : std::as_const(names)) {
        calls.push_back({name, {}, {}});
    }
    return calls.empty() ? std::vector<Call> {Call {}} : calls;
}

bool isMeant(const QString &named, const Call &call, bool isFirst)
{
    return named.isEmpty() ? isFirst : named == call.user;
}

bool isEmail(const Notification &notification)
{
    return notification.channel.compare(QLatin1StringView("email"), Qt::CaseInsensitive) == 0;
}

// The first notification that is not e-mail interrupts; e-mail waits. Each reopening begins anew.
void addInterruptions(const Incident &incident, const std::vector<UtcTime> &rounds, bool isFirst, Call &call)
{
    std::vector<std::optional<UtcTime>> first(rounds.size());
    for (const Notification &notification : incident.notifications) {
        if (isEmail(notification) || !isMeant(notification.user, call, isFirst)) {
            continue;
        }
        const auto after = std::upper_bound(rounds.begin() + 1, rounds.end(), notification.at);
        std::optional<UtcTime> &round = first[std::size_t(after - rounds.begin()) - 1];
        round = round ? std::min(*round, notification.at) : notification.at;
    }
    for (const std::optional<UtcTime> &at : first) {
        if (at) {
            call.interruptions.push_back(*at);
        }
    }
}

void addAcknowledgement(const Incident &incident, bool isFirst, Call &call)
{
    if (incident.acknowledgements.empty() && isFirst) {
        call.acknowledged = incident.acknowledged;
    }
    for (const Acknowledgement &one : incident.acknowledgements) {
        if (isMeant(one.user, call, isFirst)) {
            call.acknowledged = call.acknowledged ? std::min(*call.acknowledged, one.at) : one.at;
        }
    }
}

} // namespace

std::vector<Call> callsOf(const Incident &incident)
{
    std::vector<Call> calls = peopleOf(incident);
    const bool isKnown = incident.isPagingKnown || !incident.notifications.empty();
    std::vector<UtcTime> rounds = incident.reopened;
    std::sort(rounds.begin(), rounds.end());
    rounds.insert(rounds.begin(), incident.created);
    for (std::size_t i = 0; i < calls.size(); ++i) {
        if (isKnown) {
            addInterruptions(incident, rounds, i == 0, calls[i]);
        } else if (i == 0 || incident.responders.contains(calls[i].user)) {
            calls[i].interruptions = rounds;
        }
        addAcknowledgement(incident, i == 0, calls[i]);
    }
    return calls;
}

} // namespace quarterdeck
