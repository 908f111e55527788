#pragma once

#include "app/ports/runlog.h"

namespace quarterdeck {

class StoreCore;

/// The part of Store that keeps runs of runbooks.
class StoredRunLog : public RunLog {
public:
    /// `core` must outlive every call.
    explicit StoredRunLog(StoreCore &core)
        : m_core(core)
    {
    }
    Async<RunbookRun> start(RunbookRun run) override;
    Async<Done> mark(StepMark mark) override;
    Async<Done> finish(QUuid run, UtcTime at) override;
    Async<std::vector<RunbookRun>> runs(int limit = 200) override;
    Async<RunbookRun> run(QUuid id) override;
    Async<std::vector<StepMark>> audit(QUuid run) override;

private:
    StoreCore &m_core;
};

} // namespace quarterdeck
