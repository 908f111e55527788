#include "app/cli/arguments.h"

#include "app/core/timepoint.h"

#include <QDateTime>

#include <pwd.h>
#include <unistd.h>

namespace quarterdeck {

Arguments::Form Arguments::form() const
{
    if (isJson || output == "json") {
        return Form::Json;
    }
    return output == "csv" ? Form::Csv : output == "name" ? Form::Name : output == "wide" ? Form::Wide : Form::Table;
}

namespace {

/// A span that is more than nothing and says its unit: a bare number may be meant as anything.
std::optional<Millis> spanOf(const std::string &typed)
{
    const QString text = QString::fromStdString(typed).trimmed();
    const auto span = text.isEmpty() || !text.back().isLetter() ? std::nullopt : parseDuration(text);
    return span && span->count() > 0 ? span : std::nullopt;
}

} // namespace

Result<TimeRange> rangeOf(const Arguments &arguments, Millis otherwise, UtcTime now)
{
    TimeRange range {now - otherwise, now};
    if (!arguments.since.empty()) {
        if (!arguments.from.empty()) {
            return fail(ErrorKind::Rejected, QStringLiteral("Give the start with either --since or --from"));
        }
        const auto span = spanOf(arguments.since);
        if (!span) {
            return fail(ErrorKind::Rejected, QStringLiteral("--since takes a span with its unit, like 10m, 2h or 7d"));
        }
        range.from = now - *span;
    }
    if (!arguments.to.empty()) {
        const auto to = parseTimePoint(QString::fromStdString(arguments.to), now, RangeEnd::To);
        if (!to) {
            return fail(
                ErrorKind::Rejected, QStringLiteral("--to takes now, now-6h, now/d, an RFC 3339 time, \"2026-11-21 07:00\" or seconds since 1970"));
        }
        range = {*to - range.length(), *to};
    }
    if (!arguments.from.empty()) {
        const auto from = parseTimePoint(QString::fromStdString(arguments.from), now, RangeEnd::From);
        if (!from) {
            return fail(
                ErrorKind::Rejected, QStringLiteral("--from takes now-6h, now-1d/d, an RFC 3339 time, \"2026-11-21 07:00\" or seconds since 1970"));
        }
        range.from = *from;
    }
    if (range.from >= range.to) {
        return fail(ErrorKind::Rejected, QStringLiteral("The time range is empty: its start is not before its end"));
    }
    return range;
}

Result<Millis> durationOf(const Arguments &arguments, Millis otherwise)
{
    if (arguments.duration.empty()) {
        return otherwise;
    }
    const auto span = spanOf(arguments.duration);
    if (!span) {
        return fail(ErrorKind::Rejected, QStringLiteral("--for takes a span with its unit, like 30m or 2h"));
    }
    return *span;
}

namespace {

/// A date that names no zone: of the clock that people here read, as a time of day is. A day alone means its start.
std::optional<UtcTime> localTime(const QString &typed)
{
    for (const char *format : {"yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd"}) {
        if (const QDateTime time = QDateTime::fromString(typed.trimmed(), QString::fromLatin1(format)); time.isValid()) {
            return UtcTime {time.toMSecsSinceEpoch()};
        }
    }
    return std::nullopt;
}

} // namespace

Result<UtcTime> untilOf(const Arguments &arguments, UtcTime now)
{
    if (arguments.to.empty()) {
        return UtcTime {};
    }
    const QString typed = QString::fromStdString(arguments.to);
    if (const QTime clock = QTime::fromString(typed, QStringLiteral("H:mm")); clock.isValid()) {
        const QDateTime today = toDateTime(now).toLocalTime();
        const QDateTime at(today.date(), clock);
        return UtcTime {(at > today ? at : QDateTime(today.date().addDays(1), clock)).toMSecsSinceEpoch()};
    }
    const auto at = localTime(typed) ? localTime(typed) : parseTimePoint(typed, now);
    if (!at || *at <= now) {
        return fail(ErrorKind::Rejected,
            at ? QStringLiteral("--until %1 is in the past").arg(typed)
               : QStringLiteral("--until %1 is not a time: use a format like 23:51 or 2026-11-21T07:00:00Z").arg(typed));
    }
    return *at;
}

QString authorOf(const Arguments &arguments)
{
    if (!arguments.author.empty()) {
        return QString::fromStdString(arguments.author);
    }
    for (const char *variable : {"USER", "LOGNAME"}) {
        const QString name = qEnvironmentVariable(variable);
        if (!name.isEmpty()) {
            return name;
        }
    }
    const passwd *account = ::getpwuid(::getuid());
    return account != nullptr ? QString::fromLocal8Bit(account->pw_name) : QString::number(::getuid());
}

} // namespace quarterdeck
