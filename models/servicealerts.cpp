#include "models/servicealerts.h"

#include <algorithm>

namespace quarterdeck {

QString serviceKey(const QString &name)
{
    return name.toLower();
}

void ServiceAlerts::reset(const std::vector<Alert> &alerts)
{
    m_alerts.clear();
    m_byService.clear();
    for (const Alert &alert : alerts) {
        insert(alert);
    }
}

QSet<QString> ServiceAlerts::apply(const ChangeSet &changes)
{
    QSet<QString> touched;
    const auto touch = [&](const AlertKey &key) {
        const auto old = m_alerts.constFind(key);
        if (old != m_alerts.constEnd()) {
            touched.insert(serviceKey(old->service));
        }
    };
    for (const AlertKey &key : changes.removedAlerts) {
        touch(key);
        remove(key);
    }
    for (const Alert &alert : changes.changedAlerts) {
        touch(alert.key);
        remove(alert.key);
        insert(alert);
        touch(alert.key);
    }
    return touched;
}

std::vector<Alert> ServiceAlerts::openOf(const QString &service) const
{
    std::vector<Alert> open;
    const QSet<AlertKey> keys = m_byService.value(serviceKey(service));
    for (const AlertKey &key : keys) {
        const auto it = m_alerts.constFind(key);
        if (it->isOpen()) {
            open.push_back(*it);
        }
    }
    std::ranges::sort(open, [](const Alert &a, const Alert &b) {
        if (a.severity != b.severity) {
            return a.severity < b.severity;
        }
        return a.startsAt != b.startsAt ? a.startsAt < b.startsAt : a.key.toString() < b.key.toString();
    });
    return open;
}

std::optional<Alert> ServiceAlerts::alert(const AlertKey &key) const
{
    const auto it = m_alerts.constFind(key);
    return it == m_alerts.constEnd() ? std::nullopt : std::optional<Alert>(*it);
}

int ServiceAlerts::orphans() const
{
    int count = 0;
    for (const AlertKey &key : m_byService.value(QString())) {
        count += m_alerts.constFind(key)->isOpen() ? 1 : 0;
    }
    return count;
}

void ServiceAlerts::insert(const Alert &alert)
{
    m_alerts.insert(alert.key, alert);
    m_byService[serviceKey(alert.service)].insert(alert.key);
}

void ServiceAlerts::remove(const AlertKey &key)
{
    const auto it = m_alerts.constFind(key);
    if (it == m_alerts.constEnd()) {
        return;
    }
    const auto group = m_byService.find(serviceKey(it->service));
    group->remove(key);
    if (group->isEmpty()) {
        m_byService.erase(group);
    }
    m_alerts.erase(it);
}

} // namespace quarterdeck
