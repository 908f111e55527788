#pragma once

#include "app/core/time.h"

namespace quarterdeck {

/// Where the time comes from; passed to whoever needs it, never a static.
class Clock {
public:
    virtual ~Clock() = default;
    /// The wall clock.
    virtual UtcTime now() const = 0;
    /// Time since an arbitrary start, never set back. For intervals and backoff.
    virtual Millis monotonic() const = 0;
};

/// The machine's own clocks. Thread: any.
class SystemClock final : public Clock {
public:
    UtcTime now() const override;
    Millis monotonic() const override;
};

} // namespace quarterdeck
