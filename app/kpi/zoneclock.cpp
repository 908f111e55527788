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

UtcTime ZoneClock::fromLocal(qint64 local) const
{
    const qint64 before = offsetAt(local - Day);
    const qint64 guess = local - before;
    return {offsetAt(guess) == before ? guess : local - offsetAt(guess)};
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
