#pragma once

#include "models/roles.h"
#include "models/serviceindex.h"

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
    /// Applies a change; rows are updated in place.
    void applyAlerts(const ChangeSet &changes);
    /// How fresh every source is.
    void setStatuses(const std::vector<SourceStatus> &statuses);
    /// Interruptions of the last 7 days by service; a service that is not in it has 0.
    void setLoads(const QHash<QString, int> &loads);
    /// Shows only services where every word is found in name, title, owner or tier.
    void setFilter(const QString &text);
    /// The words in force.
    QString filter() const { return m_filter; }

    void sort(int column, Qt::SortOrder order) override;
    /// True where live changes put rows out of the chosen order.
    bool isOrderStale() const { return m_orderStale; }
    /// Brings the rows into the chosen order again; selections follow their rows.
    void resort();

    /// Row of a service; -1 when it is not known or filtered away.
    int rowOf(const QString &name) const;
    /// The services behind the rows, unfiltered.
    const ServiceIndex &book() const { return m_book; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void rebuildRows();
    bool passes(int service) const;
    bool precedes(int a, int b) const;
    void rowsChanged();
    QVariant display(int service, int column) const;
    QVariant sortKey(int service, int column) const;

    ServiceIndex m_book;
    std::vector<int> m_rows; ///< Places in the book, as shown.
    QHash<QString, int> m_loads;
    bool m_hasLoads = false;
    QString m_filter;
    QStringList m_words;
    int m_sortColumn = HealthColumn;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    bool m_orderStale = false;
};

} // namespace quarterdeck
