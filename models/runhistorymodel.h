#pragma once

#include "app/domain/run.h"
#include "models/roles.h"
#include "models/spokenwords.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace quarterdeck {

/// Runs, newest first: display is the title, the rest is in roles.
class RunHistoryModel : public QAbstractListModel {
    Q_OBJECT

public:
    /// Roles of this model alone.
    enum RunRole : int {
        RunbookRole = FirstFreeRole, ///< QString: runbook id.
        AlertRole,                   ///< QString: alert key, or empty.
        StartedByRole,               ///< QString
        FinishedRole,                ///< qint64 ms; 0 while it goes on.
        MarksRole,                   ///< int: steps ticked or skipped.
    };
    explicit RunHistoryModel(QObject *parent = nullptr);

    /// Shows the runs of one runbook, or all for an empty id.
    void setRuns(const std::vector<RunbookRun> &runs, const QString &runbook = {});
    /// What a screen reader says of a row.
    void setSpoken(SpokenWords spoken) { m_spoken = std::move(spoken); }
    /// The run of a row, or nothing.
    std::optional<RunbookRun> run(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<RunbookRun> m_runs;
    SpokenWords m_spoken;
};

} // namespace quarterdeck
