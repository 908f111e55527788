#pragma once

#include "app/domain/alert.h"

#include <QMap>
#include <QUuid>

#include <vector>

namespace quarterdeck {

/// What a person did with one step of a runbook.
struct StepMark {
    enum class State : quint8 { Open, Ticked, Skipped };
    QUuid run;
    QString step; ///< Step id of the derived checklist.
    State state = State::Open;
    QString who;
    UtcTime at;
    QString note;     ///< Free text; the reason when skipped.
    QString textSeen; ///< The text of the step when it was marked: shows when the runbook changed since.

    friend bool operator==(const StepMark &, const StepMark &) = default;
};

/// One working through of a runbook.
struct RunbookRun {
    QUuid id;
    QString runbook; ///< Runbook id in the library.
    QString title;
    AlertKey alert; ///< May be invalid: a run without an alert.
    QMap<QString, QString> params;
    QString startedBy;
    UtcTime startedAt;
    UtcTime finishedAt;          ///< Invalid while it goes on.
    std::vector<StepMark> marks; ///< The newest mark of each step.

    friend bool operator==(const RunbookRun &, const RunbookRun &) = default;
};

} // namespace quarterdeck
