#include "app/sources/alertmanager/startwatch.h"

#include <algorithm>

namespace quarterdeck::alertmanager {

namespace {

constexpr std::size_t MostStarts = 8;
// A Date header counts whole seconds.
constexpr Millis DateError {2'000};

} // namespace

std::optional<Millis> StartWatch::provenRun(UtcTime startedAt, std::optional<UtcTime> itsNow, Millis now)
{
    if (!startedAt.isValid()) {
        return std::nullopt;
    }
    const auto known = std::ranges::find(m_starts, startedAt, &Start::startedAt);
    const std::optional<Millis> lastAt = std::exchange(m_lastAt, now);
    m_hasRestarted = lastAt && known == m_starts.end();
    m_seenFor = known == m_starts.end() ? Millis(0) : now - known->seenAt;
    if (known != m_starts.end()) {
        return known->ranBefore + (now - known->seenAt);
    }
    const Millis claimed = itsNow ? std::max(Millis(0), *itsNow - startedAt) : Millis(0);
    // A start that is new to us lies after the last look: one that claims to be older comes from a clock that was set.
    const bool isPlausible = !lastAt || claimed <= now - *lastAt + DateError;
    if (m_starts.size() == MostStarts) {
        m_starts.erase(m_starts.begin());
    }
    m_starts.push_back({startedAt, now, isPlausible ? claimed : Millis(0)});
    return m_starts.back().ranBefore;
}

} // namespace quarterdeck::alertmanager
