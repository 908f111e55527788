#include "models/backendlistmodel.h"

#include <algorithm>

namespace quarterdeck {

BackendListModel::BackendListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void BackendListModel::setBackends(const std::vector<ConfiguredBackend> &backends, const std::vector<SourceStatus> &statuses)
{
    beginResetModel();
    m_rows.clear();
    for (const ConfiguredBackend &backend : backends) {
        Row row;
        row.backend = backend;
        row.status.id = backend.id;
        row.status.kind = backend.kind;
        m_rows.push_back(row);
    }
    for (const SourceStatus &status : statuses) {
        const int at = rowOf(status.id);
        if (at >= 0) {
            m_rows[size_t(at)].status = status;
            continue;
        }
        Row row;
        row.backend.id = status.id;
        row.backend.kind = status.kind;
        row.status = status;
        row.isConfigured = false;
        m_rows.push_back(row);
    }
    endResetModel();
}

void BackendListModel::setStatus(const SourceStatus &status)
{
    const int row = rowOf(status.id);
    if (row >= 0) {
        m_rows[size_t(row)].status = status;
        rowChanged(row);
    }
}

void BackendListModel::setProbeRunning(const QString &id)
{
    const int row = rowOf(id);
    if (row >= 0) {
        m_rows[size_t(row)].probe = ProbeState::Running;
        m_rows[size_t(row)].verdict.clear();
        m_rows[size_t(row)].probeError.reset();
        rowChanged(row);
    }
}

void BackendListModel::setProbe(const QString &id, const Result<ProbeReport> &report)
{
    const int row = rowOf(id);
    if (row < 0) {
        return;
    }
    Row &tested = m_rows[size_t(row)];
    tested.probe = report && report->isOk ? ProbeState::Passed : ProbeState::Failed;
    tested.verdict = report ? report->sentences : QStringList();
    tested.probeError = report ? report->error : std::optional(report.error());
    rowChanged(row);
}

int BackendListModel::rowOf(const QString &id) const
{
    const auto it = std::ranges::find_if(m_rows, [&](const Row &row) { return row.backend.id == id; });
    return it == m_rows.end() ? -1 : int(it - m_rows.begin());
}

int BackendListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int BackendListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BackendListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case NameColumn:
            return row.backend.id;
        case KindColumn:
            return row.backend.kind;
        case AddressColumn:
            return row.backend.urls.join(QStringLiteral(", "));
        case AuthenticationColumn:
            return row.backend.authentication;
        default:
            return {};
        }
    case KeyRole:
        return row.backend.id;
    case FreshnessRole:
        return int(row.status.freshness);
    case TimeRole:
        return row.status.lastOkAt.ms;
    case CountRole:
        return row.status.members;
    case ErrorRole:
        return row.status.error ? QVariant::fromValue(*row.status.error) : QVariant();
    case ProbeErrorRole:
        return row.probeError ? QVariant::fromValue(*row.probeError) : QVariant();
    case ProbeStateRole:
        return int(row.probe);
    case VerdictRole:
        return row.verdict;
    case IsInsecureRole:
        return row.status.isInsecure;
    case IsConfiguredRole:
        return row.isConfigured;
    default:
        return {};
    }
}

QVariant BackendListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount) {
        return {};
    }
    switch (section) {
    case NameColumn:
        return tr("Source");
    case KindColumn:
        return tr("Kind");
    case AddressColumn:
        return tr("Address");
    case AuthenticationColumn:
        return tr("Authentication");
    default:
        return tr("Data status");
    }
}

void BackendListModel::rowChanged(int row)
{
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

} // namespace quarterdeck
