#pragma once

#include "app/core/clock.h"

namespace quarterdeck {

/// What became of the time between two looks.
enum class TimeBetween : quint8 {
    AsExpected,
    Late,  ///< The looks lie further apart than they should: the process was stopped, or had much to do.
    Jumped ///< The wall clock moved against the monotonic one: a suspend, or a clock that was set.
};

/// Notices that time passed otherwise than it should between two looks.
class ClockWatch {
public:
    /// `clock` outlives the watch.
    explicit ClockWatch(const Clock &clock);
    /// `interval`: how far apart the looks should be.
    TimeBetween look(Millis interval, Millis tolerance = Millis(5'000));

private:
    const Clock &m_clock;
    UtcTime m_wall;
    Millis m_mono;
};

} // namespace quarterdeck
