#pragma once

#include "app/core/time.h"

#include <optional>
#include <vector>

namespace quarterdeck::alertmanager {

/// Knows for how long a member has certainly been running. Alertmanager keeps no alert over a restart and hears of each again only when
/// it is resent, so that a fresh one does not list what was known before means nothing. Its start is compared with its own clock alone
/// where it tells that, and what it claims only counts where it agrees with what was seen of it before.
class StartWatch {
public:
    /// Takes a status in: `startedAt` and `itsNow` by the member's clock, `now` by our monotonic one. Nothing where the member does not
    /// say when it was started.
    std::optional<Millis> provenRun(UtcTime startedAt, std::optional<UtcTime> itsNow, Millis now);
    /// Whether the start taken in last is another one than those before: it was restarted since it was looked at.
    bool hasRestarted() const { return m_hasRestarted; }
    /// How long ago the start taken in last was seen for the first time.
    Millis seenFor() const { return m_seenFor; }

private:
    struct Start {
        UtcTime startedAt;
        Millis seenAt;
        Millis ranBefore;
    };
    std::vector<Start> m_starts; ///< More than one where one address leads to several servers in turn.
    std::optional<Millis> m_lastAt;
    Millis m_seenFor {0};
    bool m_hasRestarted = false;
};

} // namespace quarterdeck::alertmanager
