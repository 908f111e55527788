#include "models/runsession.h"

namespace quarterdeck {

RunSession::RunSession(RunLog &log, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_clock(clock)
{
}

void RunSession::resume(const Runbook &runbook, const RunbookRun &run)
{
    ++m_generation;
    m_run = run;
    m_steps.setMarks(run.marks);
    m_steps.setRunbook(runbook, run.params);
    emit opened();
}

void RunSession::start(const Runbook &runbook, const RunbookRun &run)
{
    preview(runbook);
    then(m_log.start(run), this, [this, runbook, generation = m_generation](const Result<RunbookRun> &started) {
        if (generation != m_generation) {
            return; // Something else is shown by now; the run waits in the log.
        }
        if (!started) {
            emit failed(started.error());
            return;
        }
        resume(runbook, *started);
    });
}

void RunSession::preview(const Runbook &runbook)
{
    ++m_generation;
    m_run = {};
    m_steps.setMarks({});
    m_steps.setRunbook(runbook, {});
}

void RunSession::setRunbook(const Runbook &runbook)
{
    m_steps.setRunbook(runbook, m_run.params);
}

void RunSession::refresh(const RunbookRun &run)
{
    // A read that overlaps a write may be older than what is shown; the end of the write brings another.
    if (run.id != m_run.id || m_steps.hasSaving()) {
        return;
    }
    m_run = run;
    m_steps.setMarks(run.marks);
}

void RunSession::toggle(const QString &step, const QString &who)
{
    const StepState now = m_steps.state(step);
    StepMark mark;
    mark.step = step;
    mark.who = who;
    mark.state = now.isDone() ? StepMark::State::Open : StepMark::State::Ticked;
    const bool wasSkipped = now.mark && now.mark->state == StepMark::State::Skipped;
    mark.note = now.mark && !wasSkipped ? now.mark->note : QString();
    send(mark);
}

void RunSession::skip(const QString &step, const QString &who, const QString &reason)
{
    StepMark mark;
    mark.step = step;
    mark.who = who;
    mark.state = StepMark::State::Skipped;
    mark.note = reason;
    send(mark);
}

void RunSession::note(const QString &step, const QString &who, const QString &text)
{
    const StepState now = m_steps.state(step);
    StepMark mark;
    mark.step = step;
    mark.who = who;
    // A note must not turn an outdated tick into a tick of the new text.
    mark.state = now.isChanged ? StepMark::State::Open : now.state;
    mark.note = text;
    send(mark);
}

void RunSession::finish()
{
    if (!isRunning()) {
        return;
    }
    const QUuid id = m_run.id;
    const UtcTime at = m_clock.now();
    then(m_log.finish(id, at), this, [this, id, at](const Result<Done> &done) {
        if (!done) {
            emit failed(done.error());
        } else if (id == m_run.id) {
            m_run.finishedAt = at;
            emit finished();
        }
    });
}

void RunSession::send(StepMark mark)
{
    const Step *step = m_steps.stepById(mark.step);
    if (!isRunning() || step == nullptr || m_steps.isSaving(mark.step)) {
        return;
    }
    mark.run = m_run.id;
    mark.at = m_clock.now();
    mark.textSeen = stepFingerprint(*step);
    m_steps.setSaving(mark.step, true);
    then(m_log.mark(mark), this, [this, mark](const Result<Done> &done) {
        m_steps.setSaving(mark.step, false);
        if (!done) {
            emit failed(done.error());
            return;
        }
        if (mark.run == m_run.id) {
            m_steps.setMark(mark);
            m_run.marks = m_steps.marks();
            emit marked(mark.step);
        }
    });
}

} // namespace quarterdeck
