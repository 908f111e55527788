#include "app/sync/clockwatch.h"

namespace quarterdeck {

ClockWatch::ClockWatch(const Clock &clock)
    : m_clock(clock)
    , m_wall(clock.now())
    , m_mono(clock.monotonic())
{
}

bool ClockWatch::hasJumped(Millis interval, Millis tolerance)
{
    const Millis wallSpan = m_clock.now() - m_wall;
    const Millis monoSpan = m_clock.monotonic() - m_mono;
    m_wall = m_clock.now();
    m_mono = m_clock.monotonic();
    return std::chrono::abs(wallSpan - monoSpan) > tolerance || monoSpan > interval + tolerance;
}

} // namespace quarterdeck
