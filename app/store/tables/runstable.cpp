#include "app/store/tables/runstable.h"

#include "app/store/tables/blob.h"

namespace quarterdeck {

namespace {

sqlite::Row rowOf(const RunbookRun &run)
{
    return {run.id, run.runbook, run.title, run.alert.source, run.alert.id, packMap(run.params), run.startedBy, run.startedAt, run.finishedAt};
}

RunbookRun runOf(const sqlite::Statement &row)
{
    RunbookRun run;
    run.id = row.uuid(1);
    run.runbook = row.text(2);
    run.title = row.text(3);
    run.alert = {row.text(4), row.text(5)};
    run.params = unpackMap(row.view(6));
    run.startedBy = row.text(7);
    run.startedAt = row.time(8);
    run.finishedAt = row.time(9);
    return run;
}

std::vector<StepMark> marksOf(sqlite::Statement rows)
{
    std::vector<StepMark> marks;
    while (rows.next()) {
        const auto state = bounded(rows.integer(3), StepMark::State::Skipped);
        marks.push_back({rows.uuid(1), rows.text(2), state, rows.text(4), rows.time(5), rows.text(6), rows.text(7)});
    }
    return marks;
}

} // namespace

const PreciousTable &RunsTable::table()
{
    static const PreciousTable Table(
        "runs", {"id", "runbook", "title", "alert_source", "alert_id", "params", "started_by", "started_at", "finished_at"});
    return Table;
}

const PreciousTable &RunsTable::marks()
{
    static const PreciousTable Table("marks", {"run", "step", "state", "who", "at", "note", "text_seen"});
    return Table;
}

void RunsTable::insert(const RunbookRun &run)
{
    table().insert(m_state, rowOf(run));
}

void RunsTable::insertMark(const StepMark &mark)
{
    marks().insert(m_state, {mark.run, mark.step, int(mark.state), mark.who, mark.at, mark.note, mark.textSeen});
}

bool RunsTable::contains(const QUuid &run)
{
    return m_state.query("SELECT 1 FROM runs WHERE id=?1", run).next();
}

bool RunsTable::finish(const QUuid &run, UtcTime at)
{
    static const QByteArray Sql = table().select("WHERE id=?1");
    qint64 seq = 0;
    RunbookRun found;
    {
        auto row = m_state.query(Sql.constData(), run);
        if (!row.next()) {
            return false;
        }
        seq = row.integer(0);
        found = runOf(row);
    }
    found.finishedAt = at;
    table().update(m_state, seq, rowOf(found));
    return true;
}

std::optional<RunbookRun> RunsTable::find(const QUuid &run)
{
    static const QByteArray Sql = table().select("WHERE id=?1");
    std::optional<RunbookRun> found;
    {
        auto row = m_state.query(Sql.constData(), run);
        if (!row.next()) {
            return std::nullopt;
        }
        found = runOf(row);
    }
    found->marks = newestMarks(run);
    return found;
}

std::vector<RunbookRun> RunsTable::newest(int limit)
{
    static const QByteArray Sql = table().select("ORDER BY started_at DESC, seq DESC LIMIT ?1");
    std::vector<RunbookRun> runs;
    {
        auto rows = m_state.query(Sql.constData(), limit);
        while (rows.next()) {
            runs.push_back(runOf(rows));
        }
    }
    for (RunbookRun &run : runs) {
        run.marks = newestMarks(run.id);
    }
    return runs;
}

std::vector<StepMark> RunsTable::newestMarks(const QUuid &run)
{
    static const QByteArray Sql = marks().select("WHERE seq IN (SELECT max(seq) FROM marks WHERE run=?1 GROUP BY step) ORDER BY seq");
    return marksOf(m_state.query(Sql.constData(), run));
}

std::vector<StepMark> RunsTable::audit(const QUuid &run)
{
    static const QByteArray Sql = marks().select("WHERE run=?1 ORDER BY seq");
    return marksOf(m_state.query(Sql.constData(), run));
}

bool RunsTable::retain(UtcTime time, int limit)
{
    std::vector<QUuid> old;
    {
        auto rows = m_state.query("SELECT id FROM runs WHERE finished_at>0 AND finished_at<?1 LIMIT ?2", time, limit);
        while (rows.next()) {
            old.push_back(rows.uuid(0));
        }
    }
    for (const QUuid &run : old) {
        m_state.run("DELETE FROM marks WHERE run=?1", run);
        m_state.run("DELETE FROM runs WHERE id=?1", run);
    }
    return int(old.size()) == limit;
}

} // namespace quarterdeck
