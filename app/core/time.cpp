#include "app/core/time.h"

#include "app/core/timepoint.h"

#include <QTimeZone>

#include <array>
#include <chrono>
#include <limits>

namespace quarterdeck {

namespace {

struct Unit {
    QLatin1StringView name;
    qint64 ms;
};

// Longest names first, so that "ms" is not read as minutes.
constexpr std::array<Unit, 7> Units {Unit {QLatin1StringView("ms"), 1}, Unit {QLatin1StringView("y"), 365LL * 86'400'000},
    Unit {QLatin1StringView("w"), 7LL * 86'400'000}, Unit {QLatin1StringView("d"), 86'400'000}, Unit {QLatin1StringView("h"), 3'600'000},
    Unit {QLatin1StringView("m"), 60'000}, Unit {QLatin1StringView("s"), 1000}};

constexpr qint64 LongestDuration = 200LL * 365 * 86'400'000;

/// Writes digits with leading zeros; returns where they end.
QChar *put(QChar *out, unsigned number, int digits)
{
    for (int i = digits - 1; i >= 0; --i, number /= 10) {
        out[i] = QChar(u'0' + number % 10);
    }
    return out + digits;
}

} // namespace

std::optional<UtcTime> parseRfc3339(QStringView text)
{
    // QDateTime accepts at most ms; cut longer fractions first.
    QString trimmed = text.trimmed().toString();
    const qsizetype dot = trimmed.indexOf(u'.', 10);
    if (dot > 0) {
        qsizetype end = dot + 1;
        while (end < trimmed.size() && trimmed.at(end).isDigit()) {
            ++end;
        }
        if (end - dot - 1 > 3) {
            trimmed.remove(dot + 4, end - dot - 4);
        }
    }
    if (trimmed.size() < 20 || (trimmed.at(10) != u'T' && trimmed.at(10) != u't')) {
        return std::nullopt;
    }
    const QDateTime parsed = QDateTime::fromString(trimmed.toUpper(), Qt::ISODateWithMs);
    if (!parsed.isValid() || parsed.timeSpec() == Qt::LocalTime) {
        return std::nullopt;
    }
    return UtcTime {parsed.toMSecsSinceEpoch()};
}

QString toRfc3339(UtcTime time)
{
    using namespace std::chrono;
    const sys_time<milliseconds> moment {milliseconds(time.ms)};
    const sys_days day = floor<days>(moment);
    const year_month_day date {day};
    const bool hasMillis = time.ms % 1000 != 0;
    if (int(date.year()) < 1 || int(date.year()) > 9999) {
        return toDateTime(time).toString(hasMillis ? Qt::ISODateWithMs : Qt::ISODate);
    }
    // By hand: a list has several times in each row, and QDateTime takes a quarter of the time of printing it.
    const hh_mm_ss<milliseconds> clock {moment - day};
    QString text(hasMillis ? 24 : 20, Qt::Uninitialized);
    QChar *out = put(text.data(), unsigned(int(date.year())), 4);
    for (const auto &[before, number] :
        {std::pair(u'-', unsigned(date.month())), std::pair(u'-', unsigned(date.day())), std::pair(u'T', unsigned(clock.hours().count())),
            std::pair(u':', unsigned(clock.minutes().count())), std::pair(u':', unsigned(clock.seconds().count()))}) {
        *out++ = before;
        out = put(out, number, 2);
    }
    if (hasMillis) {
        *out++ = u'.';
        out = put(out, unsigned(clock.subseconds().count()), 3);
    }
    *out = u'Z';
    return text;
}

QDateTime toDateTime(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.ms, Qt::UTC);
}

std::optional<Millis> parseDuration(QStringView text)
{
    const QStringView all = text.trimmed();
    if (all.isEmpty()) {
        return std::nullopt;
    }
    bool isNumber = false;
    const double seconds = all.toDouble(&isNumber);
    if (isNumber) {
        if (!(seconds >= 0) || seconds * 1000 > double(LongestDuration)) {
            return std::nullopt;
        }
        return Millis(qint64(seconds * 1000));
    }
    qint64 total = 0;
    qsizetype at = 0;
    while (at < all.size()) {
        qsizetype end = at;
        while (end < all.size() && all.at(end).isDigit()) {
            ++end;
        }
        bool ok = false;
        const qint64 count = all.mid(at, end - at).toLongLong(&ok);
        if (!ok) {
            return std::nullopt;
        }
        const QStringView rest = all.mid(end);
        const Unit *unit = nullptr;
        for (const Unit &candidate : Units) {
            if (rest.startsWith(candidate.name)) {
                unit = &candidate;
                break;
            }
        }
        if (unit == nullptr || count > LongestDuration / unit->ms) {
            return std::nullopt;
        }
        total += count * unit->ms;
        if (total > LongestDuration) {
            return std::nullopt;
        }
        at = end + unit->name.size();
    }
    return Millis(total);
}

QString formatDuration(Millis span)
{
    if (span.count() == 0) {
        return QStringLiteral("0s");
    }
    constexpr std::array<Unit, 5> Steps {Unit {QLatin1StringView("d"), 86'400'000}, Unit {QLatin1StringView("h"), 3'600'000},
        Unit {QLatin1StringView("m"), 60'000}, Unit {QLatin1StringView("s"), 1000}, Unit {QLatin1StringView("ms"), 1}};
    QString out = span.count() < 0 ? QStringLiteral("-") : QString();
    qint64 rest = std::abs(span.count());
    for (const Unit &step : Steps) {
        const qint64 count = rest / step.ms;
        rest %= step.ms;
        if (count > 0) {
            out += QString::number(count) + step.name;
        }
    }
    return out;
}

std::optional<UtcTime> parseTimePoint(QStringView text, UtcTime now)
{
    return parseTimePoint(text, now, RangeEnd::From);
}

} // namespace quarterdeck
