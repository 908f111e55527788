#pragma once

#include "app/core/time.h"

#include <functional>

namespace quarterdeck {

/// Exponential waiting times with full jitter: the nth wait is drawn from [floor/2, min(cap, floor * 2^n)].
class Backoff {
public:
    /// `random` yields numbers in [0, 1).
    Backoff(Millis floor, Millis cap, std::function<double()> random);
    /// The wait before the next try. A server's own Retry-After, when larger, wins up to `cap` times ten.
    Millis next(std::optional<Millis> retryAfter = std::nullopt);
    /// Back to the first wait, after a success.
    void reset() { m_failures = 0; }
    int failures() const { return m_failures; }

private:
    Millis m_floor;
    Millis m_cap;
    std::function<double()> m_random;
    int m_failures = 0;
};

} // namespace quarterdeck
