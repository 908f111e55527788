#pragma once

#include "app/core/endpoint.h"
#include "app/core/error.h"
#include "app/domain/labels.h"

#include <QByteArray>
#include <QStringList>

#include <array>
#include <functional>
#include <optional>
#include <variant>
#include <vector>

namespace quarterdeck {

/// Log levels, as lines are coloured and counted; from PRIORITY, level fields or the text.
enum class LogLevel : quint8 { Error, Warning, Info, Debug, Unknown };

/// Stable name: "error", "warning", "info", "debug", "unknown".
QLatin1StringView logLevelName(LogLevel level);
/// Of a syslog priority 0 to 7; Unknown outside.
LogLevel logLevelFromPriority(int priority);
/// Of a word in any case: our own names, those of syslog ("err", "crit", "notice"), common spellings ("warn", "fatal", "trace") and
/// the digits 0 to 7; nothing for any other word.
std::optional<LogLevel> logLevelFromName(QStringView name);
/// Every word of logLevelFromName for a level, in lower case, digits included.
QStringList logLevelSpellings(LogLevel level);
/// The words of logLevelFromName, for a message: "error (emerg, alert, crit, err), warning (warn), ...".
QString logLevelWords();

/// One log record.
struct LogLine {
    SourceId source;
    qint64 nanos = 0; ///< Nanoseconds since the epoch, never rounded through a double.
    QString cursor;   ///< The source's own position of this line; also its identity within the source.
    QString service;  ///< By the fields of the source, or empty.
    QString host;
    LogLevel level = LogLevel::Unknown;
    QByteArray text; ///< The bytes as received: may be invalid UTF-8, several lines, terminal sequences.
    Labels fields;   ///< Other fields worth showing.

    friend bool operator==(const LogLine &, const LogLine &) = default;
};

/// Which lines. All field matches must hold; several values of one field are alternatives.
struct LogQuery {
    QStringList sources; ///< Who is asked; empty: every log source of the context.
    TimeRange range;
    std::vector<Label> fields;    ///< Exact matches, in the source's own field names.
    QString service;              ///< Resolved by the source's service field mapping.
    QString text;                 ///< Substring, matched case-insensitively on our side where the source cannot.
    std::vector<LogLevel> levels; ///< Empty: all.
    int limit = 1000;
    bool isFromStart = false; ///< `limit` keeps the oldest lines of the range instead of the newest.
    /// In the source's own language, passed to it as it stands; then there is no other condition, and the cache cannot answer.
    QString expression {};

    friend bool operator==(const LogQuery &, const LogQuery &) = default;
};

/// Lines in the order of the source, oldest first, and how complete they are.
struct LogPage {
    std::vector<LogLine> lines;
    TimeRange complete;          ///< Every matching line of this stretch is in `lines`.
    bool isTruncated = false;    ///< `limit` cut lines off: older ones, or newer ones where the query is from the start.
    std::vector<Error> lacks {}; ///< What else may be missing, and why, as the source says or was found; `complete` is without it.
};

/// Counts per bucket and level, for the histogram above a log.
struct LogHistogram {
    UtcTime start;
    Millis step {60'000};
    std::vector<std::array<int, 5>> buckets; ///< buckets[i][level] counts [start + i*step, start + (i+1)*step).
    bool isSampled = false;                  ///< Counted from a cut result: lower bounds outside of `complete`.
    TimeRange complete {};                   ///< What was counted whole.
    std::vector<Error> lacks {};             ///< As LogPage::lacks.
};

/// The tail follows its source: at the beginning, and again after each interruption.
struct TailFollowing { };

/// Lines that came after `since` may be missing: the source no longer has the place up to which the tail had come.
struct TailGap {
    UtcTime since;
};

/// What a tail tells as it goes: that it follows, new lines in the order of the source, or that some may be missing.
using TailEvent = std::variant<TailFollowing, std::vector<LogLine>, TailGap>;
/// Takes what a tail tells. Thread: io.
using TailSink = std::function<void(TailEvent)>;

} // namespace quarterdeck
