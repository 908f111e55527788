#include "app/store/storedrunlog.h"

#include "app/store/storecore.h"
#include "app/store/tables/historytable.h"
#include "app/store/tables/runstable.h"

namespace quarterdeck {

namespace {

ChangeSet runsChanged()
{
    ChangeSet changes;
    changes.runs = true;
    return changes;
}

tl::unexpected<Error> noRun(const QUuid &run)
{
    return fail(ErrorKind::NotFound, QStringLiteral("There is no such run."), run.toString(QUuid::WithoutBraces));
}

} // namespace

Async<RunbookRun> StoredRunLog::start(RunbookRun run)
{
    if (run.id.isNull()) {
        run.id = QUuid::createUuid();
    }
    if (!run.startedAt.isValid()) {
        run.startedAt = m_core.clock.now();
    }
    return m_core.act<RunbookRun>([core = &m_core, run = std::move(run)] {
        sqlite::Transaction transaction(core->state());
        RunsTable runs(core->state());
        ChangeSet changes = runsChanged();
        if (!runs.contains(run.id)) {
            runs.insert(run);
            for (const StepMark &mark : run.marks) {
                runs.insertMark(mark);
            }
            if (run.alert.isValid()) {
                HistoryTable(core->state()).insert(run.alert, HistoryEvent::Kind::RunbookOpened, run.startedAt, run.startedBy, run.title);
                changes.history = true;
            }
        }
        if (transaction.commit()) {
            core->announcer.announce(changes, true);
        }
        return run;
    });
}

Async<Done> StoredRunLog::mark(StepMark mark)
{
    if (!mark.at.isValid()) {
        mark.at = m_core.clock.now();
    }
    return m_core.act<Done>([core = &m_core, mark = std::move(mark)]() -> Result<Done> {
        sqlite::Transaction transaction(core->state());
        RunsTable runs(core->state());
        if (!runs.contains(mark.run)) {
            return noRun(mark.run);
        }
        runs.insertMark(mark);
        if (transaction.commit()) {
            core->announcer.announce(runsChanged(), true);
        }
        return Done {};
    });
}

Async<Done> StoredRunLog::finish(QUuid run, UtcTime at)
{
    return m_core.act<Done>([core = &m_core, run, at]() -> Result<Done> {
        sqlite::Transaction transaction(core->state());
        if (!RunsTable(core->state()).finish(run, at)) {
            return noRun(run);
        }
        if (transaction.commit()) {
            core->announcer.announce(runsChanged(), true);
        }
        return Done {};
    });
}

Async<std::vector<RunbookRun>> StoredRunLog::runs(int limit)
{
    return m_core.read<std::vector<RunbookRun>>([limit](const ReadView &view) { return RunsTable(view.state).newest(limit); });
}

Async<RunbookRun> StoredRunLog::run(QUuid id)
{
    return m_core.read<RunbookRun>([id](const ReadView &view) -> Result<RunbookRun> {
        auto found = RunsTable(view.state).find(id);
        if (!found) {
            return noRun(id);
        }
        return std::move(*found);
    });
}

Async<std::vector<StepMark>> StoredRunLog::audit(QUuid run)
{
    return m_core.read<std::vector<StepMark>>([run](const ReadView &view) { return RunsTable(view.state).audit(run); });
}

} // namespace quarterdeck
