#include "models/alertmodel.h"

#include "app/domain/lastseen.h"

// What AlertModel answers to views, screen readers and tests; the delegate reads alertAt() and headerAt().
namespace quarterdeck {

namespace {

QVariant headerValue(const AlertGroup &group, int column, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return column == AlertModel::AlertColumn ? group.name : column == AlertModel::StateColumn ? QVariant(group.quiet.open) : QVariant();
    case KeyRole:
        return QString::number(int(group.kind)) + u':' + group.name;
    case IsGroupRole:
        return true;
    case CountRole:
        return group.count;
    case IsFoldedRole:
        return group.isFolded;
    case SeverityRole:
        return int(group.worst);
    case OwnerRole:
        return group.owner;
    case IsOwnerKnownRole:
        return group.isOwnerKnown;
    case AlertModel::IsStaleRole:
        return group.count > 0 && group.stale == group.count;
    default:
        return {};
    }
}

QVariant textOf(const Alert &alert, int column)
{
    switch (column) {
    case AlertModel::SeverityColumn:
        return QString(severityName(alert.severity));
    case AlertModel::AlertColumn:
        return alert.title;
    case AlertModel::ServiceColumn:
        return alert.service;
    case AlertModel::SourceColumn:
        return alert.key.source;
    case AlertModel::StateColumn:
        return QString(alertStateName(alert.state));
    case AlertModel::AgeColumn:
        return alert.startsAt.ms;
    default:
        return {};
    }
}

} // namespace

int AlertModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AlertModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant AlertModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    if (role == Qt::AccessibleTextRole) {
        return m_spoken ? QVariant(m_spoken(index)) : QVariant();
    }
    const int id = m_rows[std::size_t(index.row())];
    return id < 0 ? headerValue(m_index.group(AlertIndex::groupOfHeader(id)), index.column(), role)
                  : alertData(m_index.item(id), index.column(), role);
}

QString AlertModel::sourcesOf(const Alert &alert) const
{
    QStringList sources {alert.key.source};
    for (const Follower &one : followers(alert.key)) {
        if (!sources.contains(one.alert->key.source)) {
            sources << one.alert->key.source;
        }
    }
    return sources.join(QStringLiteral(", "));
}

QVariant AlertModel::alertData(const AlertIndex::Item &item, int column, int role) const
{
    const Alert &alert = item.alert;
    switch (role) {
    case Qt::DisplayRole:
        return column == SourceColumn ? QVariant(sourcesOf(alert)) : textOf(alert, column);
    case KeyRole:
        return alert.key.toString();
    case SortRole:
        return column == SeverityColumn ? QVariant(int(alert.severity)) : textOf(alert, column);
    case SeverityRole:
        return int(alert.severity);
    case AlertStateRole:
        return int(alert.state);
    case PendingRole:
        return int(alert.pending);
    case PendingSinceRole:
        return m_pending.value(alert.key).since.ms;
    case PendingVerbRole:
        return int(m_pending.value(alert.key).verb);
    case UntilRole:
        return m_index.until(alert).ms;
    case TimeRole:
        return alert.startsAt.ms;
    case LastSeenRole:
        return lastSeen(alert, m_lastCompleteAt.value(alert.key.source)).ms;
    case IsStaleRole:
        return m_index.isNotLive(alert.key.source);
    case IsGroupRole:
        return false;
    case IsMarkedRole:
        return item.isMarked;
    case OwnerRole:
        return alert.team;
    case IsOwnerKnownRole:
        return !alert.team.isEmpty();
    case HasRunbookRole:
        return m_hasRunbook && m_hasRunbook(alert);
    case DetailRole:
        return alert.summary;
    default:
        return {};
    }
}

QVariant AlertModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    switch (section) {
    case SeverityColumn:
        return tr("Severity");
    case AlertColumn:
        return tr("Alert");
    case ServiceColumn:
        return tr("Service");
    case SourceColumn:
        return tr("Source");
    case StateColumn:
        return tr("State");
    case AgeColumn:
        return tr("Age");
    default:
        return {};
    }
}

} // namespace quarterdeck
