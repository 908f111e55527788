#include "models/outboxmodel.h"

#include "models/roles.h"

namespace quarterdeck {

bool needsAttention(const OutboxEntry &entry)
{
    return entry.state == OutboxState::Conflict || entry.state == OutboxState::Expired || entry.state == OutboxState::Rejected;
}

int OutboxModel::waiting() const
{
    return int(std::count_if(rows().begin(), rows().end(), [](const OutboxEntry &entry) { return !isFinal(entry.state) && !needsAttention(entry); }));
}

int OutboxModel::needingAttention() const
{
    return int(std::count_if(rows().begin(), rows().end(), needsAttention));
}

const OutboxEntry *OutboxModel::openEntryOf(const AlertKey &alert) const
{
    const auto at = std::find_if(rows().begin(), rows().end(),
        [&alert](const OutboxEntry &entry) { return entry.action.alert == alert && (!isFinal(entry.state) || needsAttention(entry)); });
    return at == rows().end() ? nullptr : &*at;
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    const OutboxEntry *entry = rowAt(index.row());
    if (entry == nullptr || index.column() >= ColumnCount) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case VerbColumn:
            return QString(verbName(entry->action.verb));
        case AlertColumn:
            return entry->action.alertTitle;
        case SourceColumn:
            return entry->action.source;
        case StateColumn:
            return QString(outboxStateName(entry->state));
        case CreatedColumn:
            return entry->action.createdAt.ms;
        default:
            return {};
        }
    case Qt::AccessibleTextRole:
        return m_spoken ? QVariant(m_spoken(index)) : QVariant();
    case KeyRole:
        return keyOf(*entry);
    case AlertStateRole:
        return int(entry->state);
    case TimeRole:
        return entry->changedAt.ms;
    default:
        return {};
    }
}

QVariant OutboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return KeyedTable::headerData(section, orientation, role);
    }
    switch (section) {
    case VerbColumn:
        return tr("Action");
    case AlertColumn:
        return tr("Alert");
    case SourceColumn:
        return tr("Source");
    case StateColumn:
        return tr("State");
    case CreatedColumn:
        return tr("Requested at");
    default:
        return {};
    }
}

} // namespace quarterdeck
