#pragma once

#include "app/core/clock.h"

namespace quarterdeck {

/// Notices that time passed otherwise than it should between two looks: a suspend, or a clock that was set.
class ClockWatch {
public:
    /// `clock` outlives the watch.
    explicit ClockWatch(const Clock &clock);
    /// True where the wall clock moved more than `tolerance` against the monotonic one since the last look, or where the looks lie
    /// further apart than `interval` and the tolerance.
    bool hasJumped(Millis interval, Millis tolerance = Millis(5'000));

private:
    const Clock &m_clock;
    UtcTime m_wall;
    Millis m_mono;
};

} // namespace quarterdeck
