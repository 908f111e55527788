#pragma once

#include "app/domain/alert.h"
#include "app/domain/silence.h"

#include <optional>
#include <vector>

namespace quarterdeck {

/// One line of an inventory: a silence, and what it does now.
struct SilenceEntry {
    Silence silence;          ///< Its state is of the instant that was asked about.
    std::optional<int> hides; ///< How many open alerts of its source; nothing where an expression cannot be tried here. 0 unless it is active.

    /// Active, and nothing is hidden by it: it may have outlived its reason.
    bool isIdle() const { return silence.state == SilenceState::Active && silence.kind != HoldKind::Maintenance && hides == 0; }
    /// Active, and it ends within `span` from `now`.
    bool isEndingWithin(Millis span, UtcTime now) const { return silence.state == SilenceState::Active && silence.endsAt - now <= span; }
};

/// The state of a silence at an instant: a stored list grows old, and what has ended since then is not active.
SilenceState silenceStateAt(const Silence &silence, UtcTime now);

/// Which of the alerts a silence hides now; nothing where an expression of it cannot be tried here and no alert names it.
std::optional<std::vector<const Alert *>> hiddenBySilence(const Silence &silence, const std::vector<Alert> &alerts);

/// All silences with what they hide: those that run or wait by their ends, then expired ones, the latest first.
std::vector<SilenceEntry> silenceInventory(const std::vector<Silence> &silences, const std::vector<Alert> &alerts, UtcTime now);

} // namespace quarterdeck
