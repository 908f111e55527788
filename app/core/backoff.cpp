#include "app/core/backoff.h"

#include <algorithm>

namespace quarterdeck {

Backoff::Backoff(Millis floor, Millis cap, std::function<double()> random)
    : m_floor(floor)
    , m_cap(cap)
    , m_random(std::move(random))
{
}

Millis Backoff::next(std::optional<Millis> retryAfter)
{
    const int doublings = std::min(m_failures, 20);
    const qint64 ceiling = std::min(m_cap.count(), m_floor.count() << doublings);
    const qint64 least = m_floor.count() / 2;
    ++m_failures;
    const Millis drawn(least + qint64(m_random() * double(std::max<qint64>(0, ceiling - least))));
    if (retryAfter && *retryAfter > drawn) {
        return std::min(*retryAfter, m_cap * 10);
    }
    return drawn;
}

} // namespace quarterdeck
