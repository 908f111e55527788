#pragma once

#include "app/domain/history.h"

namespace quarterdeck {

/// Something that happened to an alert, as its source tells it.
struct SourceEvent {
    QString id;        ///< The source's own: the same event has the same one whenever it is told.
    HistoryEvent what; ///< Without an id of ours. Resolved by nobody: by the monitor, or by the source itself.

    friend bool operator==(const SourceEvent &, const SourceEvent &) = default;
};

/// How far what a source tells has been read.
struct TimelineCursor {
    QString text;   ///< Where the next reading goes on, in the source's own way; empty: nothing was read yet.
    UtcTime readTo; ///< Everything up to then was read; invalid: nothing.

    friend bool operator==(const TimelineCursor &, const TimelineCursor &) = default;
};

} // namespace quarterdeck
