#pragma once

#include "app/domain/logline.h"

namespace quarterdeck {

/// The millisecond in which an instant lies, and the first that does not begin before it. Units: nanoseconds since the epoch.
UtcTime floorMs(qint64 nanos);
UtcTime ceilMs(qint64 nanos);

/// What an answer of now can be complete for: nothing that is still to come.
TimeRange answeredRange(const LogQuery &query, UtcTime now);
/// Notes that what lies before `from` (after `to`, where the oldest lines are asked for) is not known to be whole.
void narrowComplete(LogPage &page, bool isFromStart, UtcTime from, UtcTime to);
/// Cuts a page to the limit of its query, at the end that it says.
void cutToLimit(LogPage &page, const LogQuery &query);
/// Keeps those lines whose level is among those asked for, where a server cannot tell them all.
void keepLevels(std::vector<LogLine> &lines, const std::vector<LogLevel> &levels);

/// The buckets of a histogram over the range of a query, all of them empty; the last one may reach beyond it.
LogHistogram emptyHistogram(TimeRange range, int buckets);

/// Nanoseconds since the epoch of an RFC 3339 time with any fraction; nothing for anything else.
std::optional<qint64> nanosOfRfc3339(QStringView text);

} // namespace quarterdeck
