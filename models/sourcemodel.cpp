#include "models/sourcemodel.h"

#include "models/roles.h"

namespace quarterdeck {

void SourceModel::setStatuses(std::vector<SourceStatus> statuses)
{
    std::sort(statuses.begin(), statuses.end(), [](const SourceStatus &a, const SourceStatus &b) { return a.id < b.id; });
    replace(statuses);
}

void SourceModel::setStatus(const SourceStatus &status)
{
    std::vector<SourceStatus> next = rows();
    const int row = rowOfKey(status.id);
    if (row >= 0) {
        next[std::size_t(row)] = status;
    } else {
        next.push_back(status);
    }
    setStatuses(std::move(next));
}

QVariant SourceModel::data(const QModelIndex &index, int role) const
{
    const SourceStatus *status = rowAt(index.row());
    if (status == nullptr || index.column() >= ColumnCount) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case NameColumn:
            return status->id;
        case KindColumn:
            return status->kind;
        case FreshnessColumn:
            return QString(freshnessName(status->freshness));
        case LastOkColumn:
            return status->lastOkAt.ms;
        default:
            return {};
        }
    case KeyRole:
        return status->id;
    case FreshnessRole:
        return int(status->freshness);
    case TimeRole:
        return status->lastOkAt.ms;
    default:
        return {};
    }
}

QVariant SourceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return KeyedTable::headerData(section, orientation, role);
    }
    switch (section) {
    case NameColumn:
        return tr("Source");
    case KindColumn:
        return tr("Kind");
    case FreshnessColumn:
        return tr("Data status");
    case LastOkColumn:
        return tr("Last answer");
    default:
        return {};
    }
}

} // namespace quarterdeck
