#include "app/sync/clockwatch.h"

namespace quarterdeck {

ClockWatch::ClockWatch(const Clock &clock)
    : m_clock(clock)
    , m_wall(clock.now())
    , m_mono(clock.monotonic())
{
}

TimeBetween ClockWatch::look(Millis interval, Millis tolerance)
{
    const Millis wallSpan = m_clock.now() - m_wall;
    const Millis monoSpan = m_clock.monotonic() - m_mono;
    m_wall = m_clock.now();
    m_mono = m_clock.monotonic();
    if (std::chrono::abs(wallSpan - monoSpan) > tolerance) {
        return TimeBetween::Jumped;
    }
    return monoSpan > interval + tolerance ? TimeBetween::Late : TimeBetween::AsExpected;
}

} // namespace quarterdeck
