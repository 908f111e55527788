#include "models/serviceindex.h"

namespace quarterdeck {

void ServiceIndex::setServices(const std::vector<Service> &services)
{
    m_services = services;
    m_index.clear();
    for (int i = 0; i < int(m_services.size()); ++i) {
        m_index.insert(serviceKey(m_services[size_t(i)].name), i);
    }
    recomputeAll();
}

void ServiceIndex::setAlerts(const std::vector<Alert> &alerts)
{
    m_alerts.reset(alerts);
    m_hasAlerts = true;
    recomputeAll();
}

bool ServiceIndex::applyAlerts(const ChangeSet &changes)
{
    bool isChanged = false;
    const QSet<QString> touched = m_alerts.apply(changes);
    for (const QString &name : touched) {
        const auto it = m_index.constFind(name);
        if (it != m_index.constEnd()) {
            const ServiceHealth before = std::exchange(m_health[size_t(*it)], compute(m_services[size_t(*it)].name));
            isChanged = isChanged || !(before == m_health[size_t(*it)]);
        }
    }
    return isChanged;
}

bool ServiceIndex::setStatuses(const std::vector<SourceStatus> &statuses)
{
    const Verdict before = verdictOf(m_statuses);
    const Verdict after = verdictOf(statuses);
    const bool isSame = before.kind == after.kind && before.hasSources == after.hasSources && sourcesNotLive(statuses) == sourcesNotLive(m_statuses);
    m_statuses = statuses;
    if (!isSame) {
        recomputeAll();
    }
    return !isSame;
}

const Service *ServiceIndex::service(const QString &name) const
{
    const int place = placeOf(name);
    return place < 0 ? nullptr : &m_services[size_t(place)];
}

ServiceHealth ServiceIndex::health(const QString &name) const
{
    const int place = placeOf(name);
    return place < 0 ? compute(name) : m_health[size_t(place)];
}

ServiceHealth ServiceIndex::compute(const QString &name) const
{
    ServiceHealth health = serviceHealth(m_alerts.openOf(name), m_statuses);
    if (!m_hasAlerts) {
        // As long as the alerts have not been read, their absence means nothing.
        health.isCertain = false;
        health.health = health.health == Health::Ok ? Health::Unknown : health.health;
    }
    return health;
}

void ServiceIndex::recomputeAll()
{
    m_health.clear();
    for (const Service &service : m_services) {
        m_health.push_back(compute(service.name));
    }
}

} // namespace quarterdeck
