#pragma once

#include "app/core/clock.h"

namespace quarterdeck {

/// A clock that a test moves.
class FakeClock final : public Clock {
public:
    explicit FakeClock(UtcTime start)
        : m_now(start)
    {
    }
    UtcTime now() const override { return m_now; }
    Millis monotonic() const override { return m_monotonic; }
    void advance(Millis span)
    {
        m_now = m_now + span;
        m_monotonic += span;
    }
    /// Sets the wall clock alone, as a clock jump does.
    void jumpTo(UtcTime time) { m_now = time; }

private:
    UtcTime m_now;
    Millis m_monotonic {1'000'000};
};

} // namespace quarterdeck
