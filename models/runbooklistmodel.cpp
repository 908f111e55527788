#include "models/runbooklistmodel.h"

#include <algorithm>

namespace quarterdeck {

RunbookListModel::RunbookListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void RunbookListModel::setFiles(const std::vector<RunbookFile> &files)
{
    beginResetModel();
    m_files = files;
    std::ranges::sort(m_files, [](const RunbookFile &a, const RunbookFile &b) {
        const int order = a.title.compare(b.title, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    QHash<QString, Details> kept;
    for (const RunbookFile &file : m_files) {
        const auto it = m_details.constFind(file.id);
        if (it != m_details.constEnd() && it->modifiedAt == file.modifiedAt) {
            kept.insert(file.id, *it);
        }
    }
    m_details = kept;
    rebuildRows();
    endResetModel();
}

void RunbookListModel::setDetails(const QString &id, const Runbook &runbook, QDate today)
{
    const RunbookFile *found = file(id);
    if (found == nullptr) {
        return;
    }
    Details details;
    details.modifiedAt = found->modifiedAt;
    details.owner = runbook.owner;
    details.steps = int(runbook.steps.size());
    details.warnings = runbook.warnings;
    details.review = ReviewState::Undated;
    if (const auto due = reviewDue(runbook)) {
        details.due = *due;
        details.review = *due < today ? ReviewState::Overdue : *due < today.addDays(30) ? ReviewState::DueSoon : ReviewState::Fresh;
    }
    m_details.insert(id, details);
    const int row = rowOf(id);
    if (row >= 0) {
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

QStringList RunbookListModel::unread() const
{
    QStringList ids;
    for (const RunbookFile &file : m_files) {
        if (file.problem.isEmpty() && !m_details.contains(file.id)) {
            ids.append(file.id);
        }
    }
    return ids;
}

void RunbookListModel::setFilter(const QString &text)
{
    beginResetModel();
    m_words = text.toLower().split(u' ', Qt::SkipEmptyParts);
    rebuildRows();
    endResetModel();
}

int RunbookListModel::rowOf(const QString &id) const
{
    const auto it = std::ranges::find_if(m_rows, [&](int place) { return m_files[size_t(place)].id == id; });
    return it == m_rows.end() ? -1 : int(it - m_rows.begin());
}

const RunbookFile *RunbookListModel::file(const QString &id) const
{
    const auto it = std::ranges::find(m_files, id, &RunbookFile::id);
    return it == m_files.end() ? nullptr : &*it;
}

int RunbookListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RunbookListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunbookListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const RunbookFile &file = m_files[size_t(m_rows[size_t(index.row())])];
    const Details details = m_details.value(file.id);
    switch (role) {
    case Qt::DisplayRole:
        return display(file, details, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == StepsColumn ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case KeyRole:
        return file.id;
    case OwnerRole:
        return details.owner.isEmpty() ? file.owner : details.owner;
    case DetailRole:
        return file.id;
    case TimeRole:
        return file.modifiedAt.ms;
    case ReviewStateRole:
        return int(details.review);
    case ReviewDueRole:
        return details.due;
    case AlertsRole:
        return file.alerts;
    case ProblemsRole:
        return file.problem.isEmpty() ? details.warnings : QStringList(file.problem) + details.warnings;
    default:
        return {};
    }
}

QVariant RunbookListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount) {
        return {};
    }
    switch (section) {
    case TitleColumn:
        return tr("Runbook");
    case ServiceColumn:
        return tr("Service");
    case StepsColumn:
        return tr("Steps");
    case ReviewColumn:
        return tr("Review");
    default:
        return tr("Problems");
    }
}

bool RunbookListModel::passes(const RunbookFile &file) const
{
    const QString hay = QString(file.title + u'\n' + file.id + u'\n' + file.service + u'\n' + file.alerts.join(u'\n')).toLower();
    return std::ranges::all_of(m_words, [&](const QString &word) { return hay.contains(word); });
}

void RunbookListModel::rebuildRows()
{
    m_rows.clear();
    for (int i = 0; i < int(m_files.size()); ++i) {
        if (passes(m_files[size_t(i)])) {
            m_rows.push_back(i);
        }
    }
}

QVariant RunbookListModel::display(const RunbookFile &file, const Details &details, int column) const
{
    switch (column) {
    case TitleColumn:
        return file.title;
    case ServiceColumn:
        return file.service;
    case StepsColumn:
        return details.steps > 0 ? details.steps : file.steps;
    case ProblemsColumn:
        return int(details.warnings.size()) + (file.problem.isEmpty() ? 0 : 1);
    default:
        return {};
    }
}

} // namespace quarterdeck
