#pragma once

#include "app/core/async.h"
#include "app/domain/run.h"

#include <vector>

namespace quarterdeck {

/// Who ticked what when. A finished future means it is durable. Thread: main.
class RunLog {
public:
    virtual ~RunLog() = default;
    virtual Async<RunbookRun> start(RunbookRun run) = 0;
    /// Replaces the newest mark of its step; earlier marks stay in the audit.
    virtual Async<Done> mark(StepMark mark) = 0;
    virtual Async<Done> finish(QUuid run, UtcTime at) = 0;
    /// Newest first, with the newest mark of each step.
    virtual Async<std::vector<RunbookRun>> runs(int limit = 200) = 0;
    virtual Async<RunbookRun> run(QUuid id) = 0;
    /// Every mark ever made in a run, oldest first.
    virtual Async<std::vector<StepMark>> audit(QUuid run) = 0;
};

} // namespace quarterdeck
