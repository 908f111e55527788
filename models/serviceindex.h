#pragma once

#include "app/domain/service.h"
#include "models/servicealerts.h"
#include "models/servicehealth.h"

namespace quarterdeck {

/// The services with their alerts and the health that follows from them. Nothing is Ok before alerts and sources are known.
class ServiceIndex {
public:
    /// Takes the services as they are now.
    void setServices(const std::vector<Service> &services);
    /// Everything the reader knows.
    void setAlerts(const std::vector<Alert> &alerts);
    /// Applies a change. True when the health of a service is another now.
    bool applyAlerts(const ChangeSet &changes);
    /// What the sources allow to be said where no alert is known.
    Verdict verdict() const { return verdictOf(m_statuses); }
    /// False when nothing changes by it.
    bool setStatuses(const std::vector<SourceStatus> &statuses);

    /// All services, sorted as the reader gave them.
    const std::vector<Service> &services() const { return m_services; }
    /// All alerts by service.
    const ServiceAlerts &alerts() const { return m_alerts; }
    /// Place of a service in services(); -1 when it is not known.
    int placeOf(const QString &name) const { return m_index.value(serviceKey(name), -1); }
    /// One service, or nothing.
    const Service *service(const QString &name) const;
    /// Health of the service at a place.
    const ServiceHealth &healthAt(int place) const { return m_health[size_t(place)]; }
    /// Health of a service, of one that no configuration knows too.
    ServiceHealth health(const QString &name) const;

private:
    ServiceHealth compute(const QString &name) const;
    void recomputeAll();

    std::vector<Service> m_services;
    QHash<QString, int> m_index;         ///< Place in m_services by key.
    std::vector<ServiceHealth> m_health; ///< Beside m_services.
    std::vector<SourceStatus> m_statuses;
    ServiceAlerts m_alerts;
    bool m_hasAlerts = false;
};

} // namespace quarterdeck
