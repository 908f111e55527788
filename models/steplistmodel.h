#pragma once

#include "models/roles.h"
#include "models/spokenwords.h"
#include "models/stepstate.h"

#include <QAbstractListModel>
#include <QSet>

namespace quarterdeck {

/// The checklist of a run: a head row wherever phase or heading changes, then the steps. Marks change rows in place; only a changed
/// runbook resets the list. A step shows as ticked only by a mark that was given here, never by a wish.
class StepListModel : public QAbstractListModel {
    Q_OBJECT

public:
    /// Roles of this model alone.
    enum StepRole : int {
        PhaseRole = FirstFreeRole, ///< int of Step::Phase.
        StepStateRole,             ///< int of StepMark::State.
        IsChangedRole,             ///< bool: the step changed since it was marked.
        IsSavingRole,              ///< bool: a mark is on its way to the disk.
        WhoRole,                   ///< QString: who made the mark.
        NoteRole,                  ///< QString
        DepthRole,                 ///< int
        HasCodeRole,               ///< bool
        NumberRole,                ///< int: the step's number, from 1.
    };
    explicit StepListModel(QObject *parent = nullptr);

    /// Replaces the checklist; the marks stay.
    void setRunbook(const Runbook &runbook, const QMap<QString, QString> &params);
    /// What a screen reader says of a row.
    void setSpoken(SpokenWords spoken) { m_spoken = std::move(spoken); }
    /// Replaces the marks; rows stay.
    void setMarks(const std::vector<StepMark> &marks);
    /// Replaces the mark of one step.
    void setMark(const StepMark &mark);
    /// Shows that a mark is on its way, which is not a tick.
    void setSaving(const QString &step, bool isSaving);
    bool isSaving(const QString &step) const { return m_saving.contains(step); }
    bool hasSaving() const { return !m_saving.isEmpty(); }
    /// The step of a row; nothing for a head.
    const Step *step(int row) const;
    /// One step, or nothing.
    const Step *stepById(const QString &id) const;
    StepState state(const QString &id) const { return m_states.value(id); }
    /// Row of a step; -1 when there is none.
    int rowOf(const QString &id) const;
    /// The first step from `row` on that is neither ticked nor skipped; -1 when all are done.
    int nextOpen(int row) const;
    /// Steps done, of all.
    StepProgress progress() const;
    const Runbook &runbook() const { return m_runbook; }
    const std::vector<StepMark> &marks() const { return m_marks; }
    const QMap<QString, QString> &params() const { return m_params; }
    /// The text of a step with the parameters of the run in it.
    QString filled(const QString &text) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    /// Head rows cannot be chosen.
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        int step = -1; ///< Place in the runbook; for a head the step it stands above.
        bool isHead = false;
    };
    void rowsChanged();

    Runbook m_runbook;
    QMap<QString, QString> m_params;
    std::vector<StepMark> m_marks;
    QHash<QString, StepState> m_states;
    QSet<QString> m_saving;
    SpokenWords m_spoken;
    std::vector<Row> m_rows;
};

} // namespace quarterdeck
