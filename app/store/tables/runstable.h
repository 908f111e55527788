#pragma once

#include "app/domain/run.h"
#include "app/store/tables/precioustable.h"

namespace quarterdeck {

/// The rows of `runs` and of `marks`, which is only ever added to. Thread: db.
class RunsTable {
public:
    explicit RunsTable(sqlite::Connection &state)
        : m_state(state)
    {
    }
    static const PreciousTable &table();
    static const PreciousTable &marks();
    void insert(const RunbookRun &run);
    void insertMark(const StepMark &mark);
    bool contains(const QUuid &run);
    /// False when there is no such run.
    bool finish(const QUuid &run, UtcTime at);
    std::optional<RunbookRun> find(const QUuid &run);
    /// Newest first, with the newest mark of each step.
    std::vector<RunbookRun> newest(int limit);
    /// Every mark of a run, oldest first.
    std::vector<StepMark> audit(const QUuid &run);
    /// Deletes up to `limit` runs that ended before `time`, with their marks; true when there may be more.
    bool retain(UtcTime time, int limit);

private:
    std::vector<StepMark> newestMarks(const QUuid &run);

    sqlite::Connection &m_state;
};

} // namespace quarterdeck
