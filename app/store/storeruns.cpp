#include "app/store/private.h"
#include "app/store/store.h"
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

Async<RunbookRun> Store::start(RunbookRun run)
{
    if (run.id.isNull()) {
        run.id = QUuid::createUuid();
    }
    if (!run.startedAt.isValid()) {
        run.startedAt = d->clock.now();
    }
    return d->change<RunbookRun>([d = d.get(), run = std::move(run)] {
        sqlite::Transaction transaction(d->state());
        RunsTable runs(d->state());
        ChangeSet changes = runsChanged();
        if (!runs.contains(run.id)) {
            runs.insert(run);
            for (const StepMark &mark : run.marks) {
                runs.insertMark(mark);
            }
            if (run.alert.isValid()) {
                HistoryTable(d->state()).insert(run.alert, HistoryEvent::Kind::RunbookOpened, run.startedAt, run.startedBy, run.title);
                changes.history = true;
            }
        }
        if (transaction.commit()) {
            d->announcer.announce(changes, true);
        }
        return run;
    });
}

Async<Done> Store::mark(StepMark mark)
{
    if (!mark.at.isValid()) {
        mark.at = d->clock.now();
    }
    return d->change<Done>([d = d.get(), mark = std::move(mark)]() -> Result<Done> {
        sqlite::Transaction transaction(d->state());
        RunsTable runs(d->state());
        if (!runs.contains(mark.run)) {
            return noRun(mark.run);
        }
        runs.insertMark(mark);
        if (transaction.commit()) {
            d->announcer.announce(runsChanged(), true);
        }
        return Done {};
    });
}

Async<Done> Store::finish(QUuid run, UtcTime at)
{
    return d->change<Done>([d = d.get(), run, at]() -> Result<Done> {
        sqlite::Transaction transaction(d->state());
        if (!RunsTable(d->state()).finish(run, at)) {
            return noRun(run);
        }
        if (transaction.commit()) {
            d->announcer.announce(runsChanged(), true);
        }
        return Done {};
    });
}

Async<std::vector<RunbookRun>> Store::runs(int limit)
{
    return d->ask<std::vector<RunbookRun>>([d = d.get(), limit] { return RunsTable(d->state()).newest(limit); });
}

Async<RunbookRun> Store::run(QUuid id)
{
    return d->ask<RunbookRun>([d = d.get(), id]() -> Result<RunbookRun> {
        auto found = RunsTable(d->state()).find(id);
        if (!found) {
            return noRun(id);
        }
        return std::move(*found);
    });
}

Async<std::vector<StepMark>> Store::audit(QUuid run)
{
    return d->ask<std::vector<StepMark>>([d = d.get(), run] { return RunsTable(d->state()).audit(run); });
}

} // namespace quarterdeck
