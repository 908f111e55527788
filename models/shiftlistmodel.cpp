#include "models/shiftlistmodel.h"

#include <algorithm>

namespace quarterdeck {

ShiftListModel::ShiftListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ShiftListModel::setRows(const std::vector<RotaRow> &rows, const QString &person)
{
    std::vector<Row> all;
    for (const RotaRow &row : rows) {
        for (const RotaStretch &stretch : row.stretches) {
            const bool isGap = stretch.kind != RotaStretch::Kind::Somebody;
            const bool isWanted = person.isEmpty()
                || std::ranges::any_of(stretch.people, [&person](const QString &name) { return name.contains(person, Qt::CaseInsensitive); });
            if (isWanted && !(isGap && row.level > 1)) {
                all.push_back({stretch, row.policy.name, row.level, row.source});
            }
        }
    }
    std::ranges::stable_sort(all, {}, [](const Row &row) { return row.stretch.when.from; });
    if (all == m_rows) {
        return;
    }
    beginResetModel();
    m_rows = std::move(all);
    endResetModel();
}

int ShiftListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ShiftListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ShiftListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case PolicyColumn:
            return row.policy;
        case LevelColumn:
            return row.level;
        case SourceColumn:
            return row.source;
        default:
            return {};
        }
    case KindRole:
        return int(row.stretch.kind);
    case PeopleRole:
        return row.stretch.people;
    case TimeRole:
        return (index.column() == UntilColumn ? row.stretch.when.to : row.stretch.when.from).ms;
    default:
        return {};
    }
}

QVariant ShiftListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case FromColumn:
        return tr("From");
    case UntilColumn:
        return tr("Until");
    case PeopleColumn:
        return tr("On call");
    case PolicyColumn:
        return tr("Policy");
    case LevelColumn:
        return tr("Level");
    case SourceColumn:
        return tr("Source");
    default:
        return {};
    }
}

} // namespace quarterdeck
