#include "app/kpi/columns.h"

#include <QHash>

#include <algorithm>

namespace quarterdeck {

namespace {

// Numbers texts in the order of their first use.
class Numbering {
public:
    int of(const QString &text)
    {
        const auto at = m_ids.constFind(text);
        if (at != m_ids.constEnd()) {
            return *at;
        }
        const int id = int(m_texts.size());
        m_ids.insert(text, id);
        m_texts.push_back(text);
        return id;
    }
    std::vector<QString> take() { return std::move(m_texts); }

private:
    QHash<QString, int> m_ids;
    std::vector<QString> m_texts;
};

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
            columns.counted.push_back(row);
        }
        columns.touching.push_back(row);
    }
    columns.users = users.take();
    columns.titles = titles.take();
    for (const QString &user : columns.users) {
        columns.clocks.emplace_back(zones.value(user, zones.value(QString())), scope.window);
    }
    return columns;
}

} // namespace quarterdeck
