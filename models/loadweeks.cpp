#include "models/loadweeks.h"

#include <QTimeZone>

#include <algorithm>

namespace quarterdeck {

namespace {

QTimeZone teamZone(const ResponderZones &zones)
{
    const QTimeZone zone(zones.value(QString()));
    return zone.isValid() ? zone : QTimeZone::utc();
}

UtcTime midnight(QDate day, const QTimeZone &zone)
{
    return {day.startOfDay(zone).toMSecsSinceEpoch()};
}

} // namespace

std::vector<LoadWeek> loadWeeks(const LoadTable &table, const LoadScope &scope, UtcTime now)
{
    std::vector<LoadWeek> weeks;
    const UtcTime historyFrom = historyStart(table, scope.window);
    if (!historyFrom.isValid() || scope.window.length() <= Millis(0)) {
        return weeks;
    }
    const QTimeZone zone = teamZone(table.zones());
    const QDate lastDay = toDateTime(scope.window.to - Millis(1)).toTimeZone(zone).date();
    QDate monday = lastDay.addDays(1 - lastDay.dayOfWeek());
    for (int i = 0; i < loadWeekCount; ++i, monday = monday.addDays(-7)) {
        LoadWeek week;
        week.start = midnight(monday, zone);
        week.end = midnight(monday.addDays(7), zone);
        if (week.end <= historyFrom) {
            break;
        }
        week.isPartial = week.end > scope.window.to || week.start < historyFrom;
        LoadScope own = scope;
        own.window = {week.start, std::min(week.end, scope.window.to)};
        week.interruptions = table.figures(own, now).interruptions;
        weeks.push_back(week);
    }
    std::ranges::reverse(weeks);
    return weeks;
}

} // namespace quarterdeck
