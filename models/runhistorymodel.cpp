#include "models/runhistorymodel.h"

#include <algorithm>

namespace quarterdeck {

RunHistoryModel::RunHistoryModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void RunHistoryModel::setRuns(const std::vector<RunbookRun> &runs, const QString &runbook)
{
    std::vector<RunbookRun> shown;
    std::ranges::copy_if(runs, std::back_inserter(shown), [&](const RunbookRun &run) { return runbook.isEmpty() || run.runbook == runbook; });
    std::ranges::stable_sort(shown, std::ranges::greater {}, [](const RunbookRun &run) { return run.startedAt.ms; });
    if (shown == m_runs) {
        return;
    }
    const bool hasSameRows = std::ranges::equal(shown, m_runs, {}, &RunbookRun::id, &RunbookRun::id);
    if (hasSameRows) {
        m_runs = std::move(shown);
        emit dataChanged(index(0), index(int(m_runs.size()) - 1));
        return;
    }
    beginResetModel();
    m_runs = std::move(shown);
    endResetModel();
}

std::optional<RunbookRun> RunHistoryModel::run(int row) const
{
    return row < 0 || row >= int(m_runs.size()) ? std::nullopt : std::optional<RunbookRun>(m_runs[size_t(row)]);
}

int RunHistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_runs.size());
}

QVariant RunHistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const RunbookRun &run = m_runs[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return run.title;
    case Qt::AccessibleTextRole:
        return m_spoken ? QVariant(m_spoken(index)) : QVariant();
    case KeyRole:
        return run.id.toString(QUuid::WithoutBraces);
    case TimeRole:
        return run.startedAt.ms;
    case RunbookRole:
        return run.runbook;
    case AlertRole:
        return run.alert.isValid() ? run.alert.toString() : QString();
    case StartedByRole:
        return run.startedBy;
    case FinishedRole:
        return run.finishedAt.ms;
    case MarksRole:
        return int(std::ranges::count_if(run.marks, [](const StepMark &mark) { return mark.state != StepMark::State::Open; }));
    default:
        return {};
    }
}

} // namespace quarterdeck
