#pragma once

#include "app/domain/freshness.h"
#include "models/keyedtable.h"

namespace quarterdeck {

/// The sources and how fresh each is, by name. Thread: main.
class SourceModel final : public KeyedTable<SourceStatus> {
    Q_OBJECT

public:
    enum Column : int { NameColumn, KindColumn, FreshnessColumn, LastOkColumn, ColumnCount };
    using KeyedTable<SourceStatus>::KeyedTable;

    /// Replaces the statuses by source.
    void setStatuses(std::vector<SourceStatus> statuses);
    /// Adds or replaces one.
    void setStatus(const SourceStatus &status);

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QString keyOf(const SourceStatus &status) const override { return status.id; }
};

} // namespace quarterdeck
