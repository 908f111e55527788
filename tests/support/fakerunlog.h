#pragma once

#include "app/ports/runlog.h"
#include "tests/support/fakeanswers.h"

#include <algorithm>

namespace quarterdeck {

/// Runs and marks in memory; the audit keeps every mark.
class FakeRunLog final : public RunLog {
public:
    std::vector<RunbookRun> runList; ///< Newest first.
    std::vector<StepMark> allMarks;  ///< Oldest first.
    FakeAnswers answers;

    Async<RunbookRun> start(RunbookRun run) override
    {
        if (!answers.failure) {
            if (run.id.isNull()) {
                run.id = QUuid::createUuid();
            }
            runList.insert(runList.begin(), run);
        }
        return answers.answer<RunbookRun>(run);
    }
    Async<Done> mark(StepMark mark) override
    {
        RunbookRun *run = find(mark.run);
        if (run == nullptr) {
            return answers.answer<Done>(fail(ErrorKind::NotFound, QStringLiteral("There is no such run")));
        }
        if (!answers.failure) {
            std::erase_if(run->marks, [&mark](const StepMark &m) { return m.step == mark.step; });
            run->marks.push_back(mark);
            allMarks.push_back(mark);
        }
        return answers.answer<Done>(Done {});
    }
    Async<Done> finish(QUuid id, UtcTime at) override
    {
        RunbookRun *run = find(id);
        if (run != nullptr && !answers.failure) {
            run->finishedAt = at;
        }
        return answers.answer<Done>(Done {});
    }
    Async<std::vector<RunbookRun>> runs(int limit = 200) override
    {
        const auto count = std::min<std::ptrdiff_t>(limit, std::ssize(runList));
        return answers.answer<std::vector<RunbookRun>>(std::vector<RunbookRun>(runList.begin(), runList.begin() + count));
    }
    Async<RunbookRun> run(QUuid id) override
    {
        const RunbookRun *found = find(id);
        return answers.answer<RunbookRun>(
            found != nullptr ? Result<RunbookRun>(*found) : fail(ErrorKind::NotFound, QStringLiteral("There is no such run")));
    }
    Async<std::vector<StepMark>> audit(QUuid run) override
    {
        std::vector<StepMark> found;
        std::copy_if(allMarks.begin(), allMarks.end(), std::back_inserter(found), [run](const StepMark &m) { return m.run == run; });
        return answers.answer<std::vector<StepMark>>(std::move(found));
    }
    RunbookRun *find(QUuid id)
    {
        const auto at = std::find_if(runList.begin(), runList.end(), [id](const RunbookRun &r) { return r.id == id; });
        return at == runList.end() ? nullptr : &*at;
    }
};

} // namespace quarterdeck
