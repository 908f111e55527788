#include "app/kpi/columns.h"

#include "app/kpi/numbering.h"

#include <algorithm>

namespace quarterdeck {

namespace {

// The first notification that is not e-mail interrupts; e-mail waits.
void readNotifications(const Incident &incident, LoadRow &row)
{
    if (incident.notifications.empty()) {
        row.isInterrupting = true;
        row.interruptedAt = row.created;
        row.isGuessed = true;
        return;
    }
    for (const Notification &notification : incident.notifications) {
        if (notification.channel.compare(QLatin1StringView("email"), Qt::CaseInsensitive) == 0) {
            continue;
        }
        row.interruptedAt = row.isInterrupting ? std::min(row.interruptedAt, notification.at.ms) : notification.at.ms;
        row.isInterrupting = true;
    }
}

LoadRow readRow(const Incident &incident)
{
    LoadRow row;
    row.created = incident.created.ms;
    row.isAcknowledged = incident.acknowledged.has_value();
    row.acknowledged = incident.acknowledged.value_or(UtcTime {}).ms;
    row.isResolved = incident.resolved.has_value();
    row.resolved = incident.resolved.value_or(UtcTime {}).ms;
    row.isAuto = incident.isAutoResolved;
    row.isMajor = incident.isMajor;
    row.isGuessed = incident.user.isEmpty();
    if (incident.tag == QLatin1StringView("action")) {
        row.tag = LoadRow::Tag::Action;
    } else if (incident.tag == QLatin1StringView("noaction")) {
        row.tag = LoadRow::Tag::NoAction;
    }
    readNotifications(incident, row);
    return row;
}

bool isInScope(const Incident &incident, const LoadScope &scope)
{
    return (scope.team.isEmpty() || incident.team == scope.team) && (scope.service.isEmpty() || incident.service == scope.service)
        && (scope.user.isEmpty() || incident.user == scope.user);
}

// Wall clocks are asked once for each incident; everything after works on numbers.
void addLocalTimes(LoadColumns &columns)
{
    for (LoadRow &row : columns.counted) {
        if (row.isInterrupting) {
            row.interruptedLocal = columns.clockOf(row.user).toLocal({row.interruptedAt});
            row.hour = hourClassOf(row.interruptedLocal);
        }
    }
}

// A counting sort: linear, and it keeps the order of creation within each user.
void groupByUser(LoadColumns &columns)
{
    columns.starts.assign(columns.users.size() + 1, 0);
    for (const LoadRow &row : columns.counted) {
        ++columns.starts[std::size_t(row.user) + 1];
    }
    for (std::size_t user = 1; user < columns.starts.size(); ++user) {
        columns.starts[user] += columns.starts[user - 1];
    }
    std::vector<std::size_t> next = columns.starts;
    columns.byUser.resize(columns.counted.size());
    for (std::size_t i = 0; i < columns.counted.size(); ++i) {
        columns.byUser[next[std::size_t(columns.counted[i].user)]++] = quint32(i);
    }
}

} // namespace

LoadColumns makeColumns(const std::vector<Incident> &incidents, const LoadScope &scope, const ResponderZones &zones, UtcTime now)
{
    LoadColumns columns;
    columns.now = now.ms;
    Numbering users;
    Numbering titles;
    Numbering fingerprints;
    for (const Incident &incident : incidents) {
        const bool isCounted = scope.window.contains(incident.created);
        const bool isReachingIn = incident.created < scope.window.from && (!incident.resolved || *incident.resolved > scope.window.from);
        if ((!isCounted && !isReachingIn) || !isInScope(incident, scope)) {
            continue;
        }
        LoadRow row = readRow(incident);
        row.user = users.of(incident.user);
        if (isCounted) {
            row.title = titles.of(incident.title);
            row.fingerprint = incident.fingerprint.isEmpty() ? -1 : fingerprints.of(incident.fingerprint);
        }
        (isCounted ? columns.counted : columns.early).push_back(row);
    }
    const auto isEarlier = [](const LoadRow &a, const LoadRow &b) { return a.created < b.created; };
    if (!std::is_sorted(columns.counted.begin(), columns.counted.end(), isEarlier)) {
        std::stable_sort(columns.counted.begin(), columns.counted.end(), isEarlier);
    }
    columns.fingerprints = fingerprints.size();
    columns.users = users.take();
    columns.titles = titles.take();
    for (const QString &user : columns.users) {
        columns.clocks.emplace_back(zones.value(user, zones.value(QString())), scope.window);
    }
    addLocalTimes(columns);
    groupByUser(columns);
    return columns;
}

} // namespace quarterdeck
