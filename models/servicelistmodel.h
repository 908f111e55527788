#pragma once

#include "app/domain/service.h"
#include "models/roles.h"
#include "models/servicealerts.h"
#include "models/servicehealth.h"

#include <QAbstractTableModel>

namespace quarterdeck {

/// The services with health, owner, tier, open alerts and load; filtered and sorted by an index of its own.
/// Live changes update rows in place; the order follows only when `resort` is called, so nothing jumps under the pointer.
class ServiceListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column : int { HealthColumn, NameColumn, OwnerColumn, TierColumn, AlertsColumn, LoadColumn, ColumnCount };
    /// Roles of this model alone.
    enum ServiceRole : int {
        HealthRole = FirstFreeRole, ///< int of Health.
        IsCertainRole,              ///< bool: every source is live.
        LoadRole,                   ///< int: interruptions in 7 days; -1 while unknown.
    };
    explicit ServiceListModel(QObject *parent = nullptr);

    /// Takes the services as they are now. Rows that stay keep their place.
    void setServices(const std::vector<Service> &services);
    /// Everything the reader knows. Before this nothing is Ok.
    void setAlerts(const std::vector<Alert> &alerts);
    void applyAlerts(const ChangeSet &changes);
    void setStatuses(const std::vector<SourceStatus> &statuses);
    /// Interruptions of the last 7 days by service; a service that is not in it has 0.
    void setLoads(const QHash<QString, int> &loads);
    /// Shows only services where every word is found in name, title, owner or tier.
    void setFilter(const QString &text);
    QString filter() const { return m_filter; }

    void sort(int column, Qt::SortOrder order) override;
    /// True where live changes put rows out of the chosen order.
    bool isOrderStale() const { return m_orderStale; }
    /// Brings the rows into the chosen order again; selections follow their rows.
    void resort();

    int rowOf(const QString &name) const;
    const Service *service(const QString &name) const;
    ServiceHealth health(const QString &name) const;
    const ServiceAlerts &alerts() const { return m_alerts; }
    const std::vector<Service> &services() const { return m_services; }
    /// Services in all, before the filter.
    int total() const { return int(m_services.size()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void adopt(const std::vector<Service> &services);
    void rebuildRows();
    bool passes(int service) const;
    bool precedes(int a, int b) const;
    void recompute(int service);
    ServiceHealth healthNow(const QString &name) const;
    void rowsChanged();
    QVariant display(int service, int column) const;
    QVariant sortKey(int service, int column) const;

    std::vector<Service> m_services;
    QHash<QString, int> m_index;         ///< Place in m_services by key.
    std::vector<ServiceHealth> m_health; ///< Beside m_services.
    std::vector<int> m_rows;             ///< Places in m_services, as shown.
    std::vector<SourceStatus> m_statuses;
    ServiceAlerts m_alerts;
    QHash<QString, int> m_loads;
    bool m_hasLoads = false;
    bool m_hasAlerts = false;
    QString m_filter;
    QStringList m_words;
    int m_sortColumn = HealthColumn;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    bool m_orderStale = false;
};

} // namespace quarterdeck
