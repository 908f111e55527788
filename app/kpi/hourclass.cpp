#include "app/kpi/hourclass.h"

#include "app/core/zonename.h"

namespace quarterdeck {

namespace {

constexpr qint64 Hour = 3'600'000;
constexpr qint64 Day = 24 * Hour;

} // namespace

ZoneClock clockOfZone(const QByteArray &zone, TimeRange range)
{
    return {ianaZone(zone), range};
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
    return hourClassOf(clockOfZone(zone, {at, at}).toLocal(at));
}

} // namespace quarterdeck
