#pragma once

#include <QDateTime>
#include <QString>

#include <algorithm>
#include <chrono>
#include <compare>
#include <optional>

namespace quarterdeck {

/// A span of time. Units: milliseconds.
using Millis = std::chrono::milliseconds;

/// An instant. Units: milliseconds since 1970-01-01T00:00:00Z; no zone.
struct UtcTime {
    /// Units: milliseconds; the last whole one whose nanoseconds fit.
    static constexpr qint64 MostNanosMs = 9'223'372'036'854;

    qint64 ms = 0;

    /// False for the value that stands for "never" (the default).
    bool isValid() const { return ms != 0; }
    /// Nanoseconds since the epoch, as log lines and Loki count. They end in 1677 and 2262: any other time is the nearer end.
    qint64 nanos() const { return std::clamp(ms, -MostNanosMs, MostNanosMs) * 1'000'000; }

    friend auto operator<=>(const UtcTime &, const UtcTime &) = default;
    friend UtcTime operator+(UtcTime t, Millis d) { return {t.ms + d.count()}; }
    friend UtcTime operator-(UtcTime t, Millis d) { return {t.ms - d.count()}; }
    friend Millis operator-(UtcTime a, UtcTime b) { return Millis(a.ms - b.ms); }
};

/// Reads RFC 3339 with any fraction and offset; nothing for anything else. Fractions below 1 ms are cut.
std::optional<UtcTime> parseRfc3339(QStringView text);
/// "2026-11-21T14:36:02.123Z", or without the fraction where it is zero.
QString toRfc3339(UtcTime time);
/// The same instant as a QDateTime in UTC.
QDateTime toDateTime(UtcTime time);

/// Reads a Prometheus duration ("1h30m", "15s", "250ms", "7d") or a plain number of seconds.
std::optional<Millis> parseDuration(QStringView text);
/// Shortest Prometheus duration: "1h30m"; "0s" for none.
QString formatDuration(Millis span);

/// A half-open stretch of time, [from, to).
struct TimeRange {
    UtcTime from;
    UtcTime to;

    Millis length() const { return to - from; }
    bool contains(UtcTime t) const { return from <= t && t < to; }
    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

/// Reads one end of a range: "now", "now-6h", RFC 3339, "2026-11-21 07:00" (UTC) or epoch milliseconds.
std::optional<UtcTime> parseTimePoint(QStringView text, UtcTime now);

} // namespace quarterdeck
