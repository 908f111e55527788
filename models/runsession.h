#pragma once

#include "app/core/clock.h"
#include "app/ports/runlog.h"
#include "models/steplistmodel.h"

#include <QObject>

namespace quarterdeck {

/// One run of a runbook being worked through. Every mark goes through the RunLog and shows in `steps()` only when it is durable.
/// Thread: main.
class RunSession : public QObject {
    Q_OBJECT

public:
    RunSession(RunLog &log, const Clock &clock, QObject *parent = nullptr);

    /// Goes on with a run that is in the log.
    void resume(const Runbook &runbook, const RunbookRun &run);
    /// Puts a new run into the log; `opened` follows when it is there.
    void start(const Runbook &runbook, const RunbookRun &run);
    /// Shows the steps of a runbook without a run: nothing can be marked.
    void preview(const Runbook &runbook);
    /// The file changed while the run goes on.
    void setRunbook(const Runbook &runbook);
    /// The log was changed by somebody else: takes marks and end from it.
    void refresh(const RunbookRun &run);

    bool isRunning() const { return !m_run.id.isNull() && !m_run.finishedAt.isValid(); }
    bool hasRun() const { return !m_run.id.isNull(); }
    const RunbookRun &run() const { return m_run; }
    /// The checklist as it is shown.
    StepListModel &steps() { return m_steps; }
    const StepListModel &steps() const { return m_steps; }

    /// Ticks an open or changed step, opens a ticked or skipped one again. Ignored while the step is being saved.
    void toggle(const QString &step, const QString &who);
    /// Marks a step as skipped for a reason.
    void skip(const QString &step, const QString &who, const QString &reason);
    /// Sets the note of a step; its state stays.
    void note(const QString &step, const QString &who, const QString &text);
    /// Ends the run; `finished` follows when that is durable.
    void finish();

signals:
    /// A run is shown now and can be marked.
    void opened();
    /// A mark is durable now and shown.
    void marked(const QString &step);
    /// The end of the run is durable.
    void finished();
    /// Something was not stored; nothing of it is shown as done.
    void failed(const quarterdeck::Error &error);

private:
    void send(StepMark mark);

    RunLog &m_log;
    const Clock &m_clock;
    StepListModel m_steps;
    RunbookRun m_run;
    int m_generation = 0; ///< Of what is shown.
};

} // namespace quarterdeck
