#include "ui/pages/runbooks/runbookwords.h"

#include "app/core/text.h"
#include "ui/widgets/phrases.h"

#include <QLocale>

namespace quarterdeck {

RunbookWords::RunbookWords(QObject *parent)
    : QIdentityProxyModel(parent)
{
}

QVariant RunbookWords::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    if (role == Qt::ToolTipRole) {
        const QStringList problems = index.data(RunbookListModel::ProblemsRole).toStringList();
        const bool isProblems = index.column() == RunbookListModel::ProblemsColumn && !problems.isEmpty();
        return text::tooltip(isProblems ? phrases::clauses(problems.mid(0, 12)) : index.data().toString());
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) {
        return QIdentityProxyModel::data(index, role);
    }
    if (index.column() == RunbookListModel::ReviewColumn) {
        const QString due = QLocale().toString(index.data(RunbookListModel::ReviewDueRole).toDate(), QLocale::ShortFormat);
        switch (ReviewState(index.data(RunbookListModel::ReviewStateRole).toInt())) {
        case ReviewState::Unread:
            return QString();
        case ReviewState::Undated:
            return tr("no review date");
        case ReviewState::Fresh:
            return tr("review due %1").arg(due);
        case ReviewState::DueSoon:
            return tr("review due soon, %1").arg(due);
        case ReviewState::Overdue:
            return tr("review overdue since %1").arg(due);
        }
    }
    if (index.column() == RunbookListModel::ProblemsColumn) {
        const QStringList problems = index.data(RunbookListModel::ProblemsRole).toStringList();
        if (problems.isEmpty()) {
            return QString();
        }
        return problems.size() == 1 ? problems.front() : tr("%1 and %n more", nullptr, int(problems.size()) - 1).arg(problems.front());
    }
    return QIdentityProxyModel::data(index, Qt::DisplayRole);
}

} // namespace quarterdeck
