#pragma once

#include "app/core/error.h"
#include "app/domain/freshness.h"
#include "models/alertindex.h"

#include <optional>
#include <vector>

namespace quarterdeck {

/// What an inbox without rows means. Only AllClear may be green.
struct Clearance {
    enum class Kind : quint8 {
        Loading,     ///< The stored alerts have not been read yet.
        Unreadable,  ///< They could not be read: nothing is known.
        Alerts,      ///< There are rows.
        Filtered,    ///< There are alerts, but the filter lets none through.
        NoSources,   ///< Nothing is connected.
        NotAllClear, ///< No alerts are known, but not everything can be believed.
        AllClear     ///< No open alerts, and every source is live and asked.
    };
    Kind kind = Kind::Loading;
    std::vector<SourceStatus> notLive; ///< Of NotAllClear, those lately started included; empty when it is only that polling is paused.
    bool isPaused = false;
};

/// What is known of the inbox beside its alerts.
struct InboxKnowledge {
    bool isLoaded = false;
    std::optional<Error> problem; ///< Of reading the store.
    std::vector<SourceStatus> sources;
    bool isPaused = false;
};

/// The one place where an all-clear can come from.
Clearance clearanceOf(const AlertIndex::Totals &totals, const InboxKnowledge &knowledge);

} // namespace quarterdeck
