#include "app/core/timepoint.h"

namespace quarterdeck {

namespace {

// Year 2255: later times do not fit into nanoseconds.
constexpr qint64 LatestTyped = 9'000'000'000'000;

/// The start of the unit that the time lies in, or with `end` of the one after it; nothing for a unit that is not known. A week
/// begins on another day in another country: it is none.
std::optional<UtcTime> rounded(UtcTime time, QStringView unit, RangeEnd end)
{
    if (unit.size() != 1) {
        return std::nullopt;
    }
    const int more = end == RangeEnd::To ? 1 : 0;
    const QDateTime local = toDateTime(time).toLocalTime();
    const QDate day = local.date();
    const auto startOf = [](QDate date) { return UtcTime {date.startOfDay(Qt::LocalTime).toMSecsSinceEpoch()}; };
    const auto cut = [&](qint64 ms) {
        // In the zone's own hours, where an offset is not a whole one.
        const qint64 offset = local.offsetFromUtc() * 1000LL;
        return UtcTime {(time.ms + offset) / ms * ms - offset + more * ms};
    };
    switch (unit.front().unicode()) {
    case u's':
        return cut(1000);
    case u'm':
        return cut(60'000);
    case u'h':
        return cut(3'600'000);
    case u'd':
        return startOf(day.addDays(more));
    case u'M':
        return startOf(QDate(day.year(), day.month(), 1).addMonths(more));
    case u'y':
        return startOf(QDate(day.year() + more, 1, 1));
    default:
        return std::nullopt;
    }
}

/// What follows "now": "-6h", " - 1h", "-1d/d", "/d".
std::optional<UtcTime> relative(QStringView text, UtcTime now, RangeEnd end)
{
    QString rest = text.toString();
    rest.remove(u' ');
    const qsizetype slash = rest.indexOf(u'/');
    const QStringView offset = QStringView(rest).left(slash < 0 ? rest.size() : slash);
    UtcTime time = now;
    if (!offset.isEmpty()) {
        const auto span = offset.front() == u'-' || offset.front() == u'+' ? parseDuration(offset.mid(1)) : std::nullopt;
        if (!span) {
            return std::nullopt;
        }
        time = offset.front() == u'-' ? now - *span : now + *span;
    }
    return slash < 0 ? std::optional(time) : rounded(time, QStringView(rest).mid(slash + 1), end);
}

std::optional<UtcTime> sinceEpoch(double number)
{
    // Milliseconds since 1973 have as many digits as seconds will have in the year 5138.
    constexpr double FirstMillis = 1e11;
    const double ms = number < FirstMillis ? number * 1000 : number;
    return number > 0 && ms < double(LatestTyped) ? std::optional(UtcTime {qint64(ms)}) : std::nullopt;
}

/// A date and perhaps a time of day, with a zone behind it or in UTC.
std::optional<UtcTime> written(QString text)
{
    if (text.size() > 10 && text.at(10) == u' ') {
        text[10] = u'T';
    }
    if (const auto exact = parseRfc3339(text)) {
        return exact;
    }
    QString zone;
    if (const qsizetype space = text.lastIndexOf(u' '); space > 0) {
        zone = text.mid(space + 1);
        text = text.left(space).trimmed();
    }
    QDateTime time;
    for (const char *format : {"yyyy-MM-ddTHH:mm:ss.zzz", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd"}) {
        time = QDateTime::fromString(text, QString::fromLatin1(format));
        if (time.isValid()) {
            break;
        }
    }
    if (!time.isValid()) {
        return std::nullopt;
    }
    if (zone.isEmpty() || zone.compare(QLatin1StringView("UTC"), Qt::CaseInsensitive) == 0 || zone == QLatin1StringView("Z")
        || zone == QLatin1StringView("GMT")) {
        time.setTimeSpec(Qt::UTC);
        return UtcTime {time.toMSecsSinceEpoch()};
    }
    // The abbreviation is only told by the zone that we print times in; in the hour that the clocks go back it tells which.
    time.setTimeSpec(Qt::LocalTime);
    for (const qint64 shift : {0LL, 3'600'000LL, -3'600'000LL}) {
        const QDateTime tried = QDateTime::fromMSecsSinceEpoch(time.toMSecsSinceEpoch() + shift);
        const bool isSameClock = tried.date() == time.date() && tried.time() == time.time();
        if (isSameClock && tried.toString(QStringLiteral("t")) == zone) {
            return UtcTime {tried.toMSecsSinceEpoch()};
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<UtcTime> parseTimePoint(QStringView text, UtcTime now, RangeEnd end)
{
    const QStringView trimmed = text.trimmed();
    constexpr QLatin1StringView Now("now");
    if (trimmed.startsWith(Now)) {
        return relative(trimmed.mid(Now.size()), now, end);
    }
    bool isNumber = false;
    const double number = trimmed.toDouble(&isNumber);
    if (isNumber) {
        return sinceEpoch(number);
    }
    return written(trimmed.toString());
}

} // namespace quarterdeck
