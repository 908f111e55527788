#pragma once

#include "app/domain/alert.h"
#include "app/ports/reader.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace quarterdeck {

/// The alerts by the service they belong to, kept up to date by change sets.
class ServiceAlerts {
public:
    /// Starts over with everything the reader knows.
    void reset(const std::vector<Alert> &alerts);
    /// Applies a change. Returns the names of the services it touched, old and new ones of an alert that moved.
    QSet<QString> apply(const ChangeSet &changes);
    /// The open alerts of a service, worst first, then oldest first.
    std::vector<Alert> openOf(const QString &service) const;
    /// One alert, or nothing when it is not known (any more).
    std::optional<Alert> alert(const AlertKey &key) const;
    /// Open alerts that belong to no service.
    int orphans() const;

private:
    void insert(const Alert &alert);
    void remove(const AlertKey &key);

    QHash<AlertKey, Alert> m_alerts;
    QHash<QString, QSet<AlertKey>> m_byService;
};

/// The key by which alerts and services find each other.
QString serviceKey(const QString &name);

} // namespace quarterdeck
