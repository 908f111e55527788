#include "app/calendar/recurrence.h"

#include <QDateTime>

#include <libical/ical.h>

#include <memory>

namespace quarterdeck::calendar {

namespace {

constexpr std::size_t MostStarts = 200'000;

struct FreeIterator {
    void operator()(icalrecur_iterator *iterator) const { icalrecur_iterator_free(iterator); }
};

icaltimetype wallTime(const WrittenTime &time)
{
    const QDateTime wall = QDateTime::fromMSecsSinceEpoch(time.local, Qt::UTC);
    icaltimetype out = icaltime_null_time();
    out.year = wall.date().year();
    out.month = wall.date().month();
    out.day = wall.date().day();
    out.hour = wall.time().hour();
    out.minute = wall.time().minute();
    out.second = wall.time().second();
    out.is_date = int(time.isDate);
    return out;
}

qint64 localOf(const icaltimetype &time)
{
    const QTime clock = time.is_date != 0 ? QTime(0, 0) : QTime(time.hour, time.minute, time.second);
    return QDateTime(QDate(time.year, time.month, time.day), clock, Qt::UTC).toMSecsSinceEpoch();
}

/// Rules that the library would search for ever where they match nothing, and that no rota needs.
bool isSearchedForEver(const icalrecurrencetype &rule)
{
    const auto isSet = [](const short *by) { return by[0] != ICAL_RECURRENCE_ARRAY_MAX; };
    switch (rule.freq) {
    case ICAL_SECONDLY_RECURRENCE:
    case ICAL_MINUTELY_RECURRENCE:
        return true;
    case ICAL_HOURLY_RECURRENCE:
        return isSet(rule.by_month) || isSet(rule.by_month_day) || isSet(rule.by_year_day) || isSet(rule.by_week_no) || isSet(rule.by_set_pos);
    default:
        return false;
    }
}

} // namespace

std::optional<Starts> startsOf(const QByteArray &rule, const WrittenTime &first, qint64 limit)
{
    icalrecurrencetype recurrence = icalrecurrencetype_from_string(rule.constData());
    if (recurrence.freq == ICAL_NO_RECURRENCE || recurrence.rscale != nullptr || isSearchedForEver(recurrence)) {
        return std::nullopt;
    }
    Starts starts;
    if (icaltime_is_null_time(recurrence.until) == 0) {
        starts.until = WrittenTime {localOf(recurrence.until), recurrence.until.is_date != 0, icaltime_is_utc(recurrence.until) != 0, {}};
        // It is an instant, and the library would compare it with the clock on the wall.
        recurrence.until = icaltime_null_time();
    }
    const std::unique_ptr<icalrecur_iterator, FreeIterator> iterator(icalrecur_iterator_new(recurrence, wallTime(first)));
    if (!iterator) {
        return std::nullopt;
    }
    for (icaltimetype next = icalrecur_iterator_next(iterator.get()); icaltime_is_null_time(next) == 0;
         next = icalrecur_iterator_next(iterator.get())) {
        const qint64 local = localOf(next);
        if (local > limit) {
            break;
        }
        if (starts.locals.size() == MostStarts) {
            starts.isWhole = false;
            break;
        }
        starts.locals.push_back(local);
    }
    return starts;
}

} // namespace quarterdeck::calendar
