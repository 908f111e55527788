#pragma once

#include "app/core/async.h"
#include "app/domain/alert.h"
#include "app/domain/silence.h"

#include <functional>
#include <vector>

namespace quarterdeck {

/// What one poll of a source of alerts yields: everything open, or nothing.
struct AlertSnapshot {
    std::vector<Alert> alerts; ///< All open alerts, service not yet matched.
    std::vector<Silence> silences;
    bool isComplete = false; ///< True only when every member answered completely: then absent means resolved.
    /// Set while a member has been started so lately that it may have forgotten alerts: absent means resolved only for what was seen
    /// since then.
    std::optional<UtcTime> heardSince;
    int membersLive = 0;
    int members = 1;
    std::optional<Error> memberError; ///< Of the first member that failed; where none did, what there is to know all the same.
    /// Not complete, but only because a server did not give all its silences: absent means resolved all the same.
    bool lacksOnlySilences = false;

    /// Every member gave all its alerts.
    bool hasAllAlerts() const { return isComplete || lacksOnlySilences; }
};

/// The alerts of a source. Threads and cancelling as with Source.
class AlertFace {
public:
    virtual ~AlertFace() = default;
    /// All open alerts. Fails only when no member answered.
    virtual Async<AlertSnapshot> read(CancelToken cancel) = 0;
    /// Calls `changed` when it hears that read() would say something else by now, as often as it hears it, until it is cancelled. It is a hint
    /// only: that nothing is heard says nothing, and a source that hears nothing of its own never calls.
    virtual void watch(std::function<void()> changed, CancelToken cancel)
    {
        Q_UNUSED(changed)
        Q_UNUSED(cancel)
    }
};

} // namespace quarterdeck
