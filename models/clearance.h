#pragma once

#include "app/core/error.h"
#include "app/domain/verdict.h"
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
        NoneTells,   ///< Something is connected, but no source of alerts: nothing can be known.
        NotAllClear, ///< No alerts are known, but not everything can be believed.
        AllClear     ///< No open alerts, and every source is live and asked.
    };
    Kind kind = Kind::Loading;
    std::vector<SourceStatus> notLive; ///< Of NotAllClear, those lately started included; empty when it is only that polling is paused.
    bool isPaused = false;
    bool isToldOf = false; ///< A source tells of all open alerts. False: the rows are not all there may be.

    /// Whether anything may be green.
    bool isAllLive() const { return isToldOf && notLive.empty() && !isPaused; }
};

/// Whether a source was left out, or could not be opened, when the configuration was read: it is never asked. The window says so above every page.
bool isLeftOut(const SourceStatus &status);

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
