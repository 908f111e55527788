#include "app/kpi/zoneclock.h"

#include <QTimeZone>

#include <algorithm>
#include <limits>

namespace quarterdeck {

namespace {

constexpr qint64 Hour = 3'600'000;
constexpr qint64 Day = 24 * Hour;

} // namespace

ZoneClock::ZoneClock(const QByteArray &zone, TimeRange range)
{
    QTimeZone tz(zone.isEmpty() ? QByteArrayLiteral("UTC") : zone);
    if (!tz.isValid()) {
        tz = QTimeZone::utc();
    }
    const QDateTime from = toDateTime(range.from - Millis(2 * Day));
    const QDateTime to = toDateTime(range.to + Millis(2 * Day));
    m_changes.push_back({std::numeric_limits<qint64>::min(), qint64(tz.offsetFromUtc(from)) * 1000});
    if (tz.hasTransitions()) {
        for (const QTimeZone::OffsetData &change : tz.transitions(from, to)) {
            m_changes.push_back({change.atUtc.toMSecsSinceEpoch(), qint64(change.offsetFromUtc) * 1000});
        }
    }
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

// Source: PagerDuty Analytics' classes; where they overlap (nights of a weekend), sleep wins over business wins over off.
HourClass hourClassOf(qint64 local)
{
    const qint64 day = floorDiv(local, Day);
    const qint64 hour = (local - day * Day) / Hour;
    if (hour >= 22 || hour < 8) {
        return HourClass::Sleep;
    }
    // 1970-01-01 was a Thursday: 0 is Monday here.
    const qint64 weekday = ((day + 3) % 7 + 7) % 7;
    return weekday < 5 && hour < 18 ? HourClass::Business : HourClass::Off;
}

HourClass classifyHour(UtcTime at, const QByteArray &zone)
{
    return hourClassOf(ZoneClock(zone, {at, at}).toLocal(at));
}

} // namespace quarterdeck
