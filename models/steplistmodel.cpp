#include "models/steplistmodel.h"

#include <algorithm>

namespace quarterdeck {

StepListModel::StepListModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void StepListModel::setRunbook(const Runbook &runbook, const QMap<QString, QString> &params)
{
    beginResetModel();
    m_runbook = runbook;
    m_params = params;
    m_states = stepStates(m_runbook, m_marks);
    m_rows.clear();
    for (int i = 0; i < int(m_runbook.steps.size()); ++i) {
        const Step &step = m_runbook.steps[size_t(i)];
        const Step *before = i == 0 ? nullptr : &m_runbook.steps[size_t(i - 1)];
        const bool isNamed = !step.heading.isEmpty() || step.phase != Step::Phase::Generic;
        const bool isNew = before == nullptr || before->phase != step.phase || before->heading != step.heading;
        if (isNew && (isNamed || before != nullptr)) {
            m_rows.push_back({i, true});
        }
        m_rows.push_back({i, false});
    }
    endResetModel();
}

void StepListModel::setMarks(const std::vector<StepMark> &marks)
{
    m_marks = marks;
    m_states = stepStates(m_runbook, m_marks);
    rowsChanged();
}

void StepListModel::setMark(const StepMark &mark)
{
    const auto it = std::ranges::find(m_marks, mark.step, &StepMark::step);
    if (it == m_marks.end()) {
        m_marks.push_back(mark);
    } else {
        *it = mark;
    }
    m_states = stepStates(m_runbook, m_marks);
    rowsChanged();
}

void StepListModel::setSaving(const QString &step, bool isSaving)
{
    if (isSaving) {
        m_saving.insert(step);
    } else {
        m_saving.remove(step);
    }
    const int row = rowOf(step);
    if (row >= 0) {
        emit dataChanged(index(row), index(row));
    }
}

const Step *StepListModel::step(int row) const
{
    if (row < 0 || row >= int(m_rows.size()) || m_rows[size_t(row)].isHead) {
        return nullptr;
    }
    return &m_runbook.steps[size_t(m_rows[size_t(row)].step)];
}

const Step *StepListModel::stepById(const QString &id) const
{
    const auto it = std::ranges::find(m_runbook.steps, id, &Step::id);
    return it == m_runbook.steps.end() ? nullptr : &*it;
}

int StepListModel::rowOf(const QString &id) const
{
    const auto it = std::ranges::find_if(m_rows, [&](const Row &row) { return !row.isHead && m_runbook.steps[size_t(row.step)].id == id; });
    return it == m_rows.end() ? -1 : int(it - m_rows.begin());
}

int StepListModel::nextOpen(int row) const
{
    for (int i = std::max(0, row); i < int(m_rows.size()); ++i) {
        const Step *candidate = step(i);
        if (candidate != nullptr && !m_states.value(candidate->id).isDone()) {
            return i;
        }
    }
    return -1;
}

StepProgress StepListModel::progress() const
{
    return stepProgress(m_runbook, m_marks);
}

QString StepListModel::filled(const QString &text) const
{
    return fillParameters(text, m_params);
}

int StepListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant StepListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    if (role == Qt::AccessibleTextRole) {
        return m_spoken ? QVariant(m_spoken(index)) : QVariant();
    }
    const Row &row = m_rows[size_t(index.row())];
    const Step &step = m_runbook.steps[size_t(row.step)];
    if (role == IsGroupRole) {
        return row.isHead;
    }
    if (role == PhaseRole) {
        return int(step.phase);
    }
    if (role == Qt::DisplayRole) {
        return row.isHead ? step.heading : filled(step.text);
    }
    if (row.isHead) {
        return {};
    }
    const StepState state = m_states.value(step.id);
    switch (role) {
    case KeyRole:
        return step.id;
    case StepStateRole:
        return int(state.state);
    case IsChangedRole:
        return state.isChanged;
    case IsSavingRole:
        return m_saving.contains(step.id);
    case WhoRole:
        return state.mark ? state.mark->who : QString();
    case TimeRole:
        return state.mark ? state.mark->at.ms : qint64(0);
    case NoteRole:
        return state.mark ? state.mark->note : QString();
    case DepthRole:
        return step.depth;
    case HasCodeRole:
        return !step.blocks.empty();
    case NumberRole:
        return row.step + 1;
    default:
        return {};
    }
}

Qt::ItemFlags StepListModel::flags(const QModelIndex &index) const
{
    const bool isHead = index.isValid() && m_rows[size_t(index.row())].isHead;
    return isHead ? Qt::ItemFlags(Qt::ItemNeverHasChildren) : QAbstractListModel::flags(index);
}

void StepListModel::rowsChanged()
{
    if (!m_rows.empty()) {
        emit dataChanged(index(0), index(int(m_rows.size()) - 1));
    }
}

} // namespace quarterdeck
