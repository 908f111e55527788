#pragma once

#include "app/domain/action.h"
#include "app/domain/freshness.h"
#include "app/domain/service.h"

#include <optional>
#include <vector>

namespace quarterdeck {

/// What the face of a source is to remember.
struct SourceMemory {
    QString text;     ///< Empty for nothing.
    UtcTime lastOkAt; ///< When it was whole for the last time.
};

/// What one poll of one source changes. A large one is written in parts, the status last; written again it changes nothing more.
struct Batch {
    SourceId source;
    UtcTime observedAt;
    std::vector<Alert> upserts;                   ///< New and changed alerts.
    std::vector<AlertKey> gone;                   ///< Absent from a complete poll: resolved at observedAt.
    std::optional<std::vector<Silence>> silences; ///< Of the source, when it told.
    std::optional<SourceStatus> status;
    std::optional<QString> memory {}; ///< What its face is to remember, where that is new.
    bool areSilencesAll = true;       ///< False: those that are stored and not among `silences` stay.
};

} // namespace quarterdeck
