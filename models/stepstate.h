#pragma once

#include "app/domain/run.h"
#include "app/runbook/runbook.h"

#include <QHash>

namespace quarterdeck {

/// One step with what was done about it.
struct StepState {
    StepMark::State state = StepMark::State::Open;
    std::optional<StepMark> mark; ///< The newest mark, of this step or of the text it had before.
    bool isChanged = false;       ///< The runbook changed since the mark: it does not count as done any more.

    bool isDone() const { return !isChanged && state != StepMark::State::Open; }
};

/// What a mark remembers of its step: the text, and below it its code, so that a changed command is noticed too.
QString stepFingerprint(const Step &step);

/// The state of every step of the runbook by step id. A mark whose step is gone is given to the unmarked step of most similar text, as
/// changed; what finds none is in `lost`. Pure.
QHash<QString, StepState> stepStates(const Runbook &runbook, const std::vector<StepMark> &marks, std::vector<StepMark> *lost = nullptr);

/// Steps done and steps in all.
struct StepProgress {
    int done = 0;
    int total = 0;
    friend bool operator==(const StepProgress &, const StepProgress &) = default;
};
StepProgress stepProgress(const Runbook &runbook, const std::vector<StepMark> &marks);

} // namespace quarterdeck
