#include "app/core/zoneclock.h"

#include <algorithm>
#include <limits>

namespace quarterdeck {

namespace {

constexpr qint64 Day = 86'400'000;
constexpr qint64 SinceEver = std::numeric_limits<qint64>::min();

} // namespace

ZoneClock::ZoneClock(const QTimeZone &zone, TimeRange range)
{
    const QTimeZone known = zone.isValid() ? zone : QTimeZone::utc();
    const QDateTime from = toDateTime(range.from - Millis(2 * Day));
    const QDateTime to = toDateTime(range.to + Millis(2 * Day));
    m_changes.push_back({SinceEver, qint64(known.offsetFromUtc(from)) * 1000});
    if (known.hasTransitions()) {
        for (const QTimeZone::OffsetData &change : known.transitions(from, to)) {
            m_changes.push_back({change.atUtc.toMSecsSinceEpoch(), qint64(change.offsetFromUtc) * 1000});
        }
    }
}

ZoneClock::ZoneClock(qint64 earliest, const std::vector<Change> &changes)
{
    m_changes.push_back({SinceEver, earliest});
    m_changes.insert(m_changes.end(), changes.begin(), changes.end());
}

qint64 ZoneClock::offsetAt(qint64 utc) const
{
    const auto next = std::upper_bound(m_changes.begin() + 1, m_changes.end(), utc, [](qint64 t, const Change &change) { return t < change.from; });
    return std::prev(next)->offset;
}

// The first stretch between changes that is not over when the wall clock shows the time; it need not have begun then: that is a gap.
std::size_t ZoneClock::changeAt(qint64 local) const
{
    // No offset is more than a day, and none changed twice in the day before.
    const auto after = std::upper_bound(
        m_changes.begin() + 1, m_changes.end(), local - 2 * Day, [](qint64 t, const Change &change) { return t < change.from; });
    std::size_t at = std::size_t(after - m_changes.begin()) - 1;
    while (at + 1 < m_changes.size() && local - m_changes[at].offset >= m_changes[at + 1].from) {
        ++at;
    }
    return at;
}

UtcTime ZoneClock::fromLocal(qint64 local) const
{
    const std::size_t at = changeAt(local);
    const qint64 utc = local - m_changes[at].offset;
    return {at > 0 && utc < m_changes[at].from ? local - m_changes[at - 1].offset : utc};
}

UtcTime ZoneClock::reaches(qint64 local) const
{
    const Change &change = m_changes[changeAt(local)];
    return {std::max(change.from, local - change.offset)};
}

} // namespace quarterdeck
