#include "app/sources/api/logpages.h"

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr qint64 NanosPerMs = 1'000'000;
constexpr qint64 MostBuckets = 10'000;

} // namespace

UtcTime floorMs(qint64 nanos)
{
    return UtcTime {nanos / NanosPerMs};
}

UtcTime ceilMs(qint64 nanos)
{
    return UtcTime {(nanos + NanosPerMs - 1) / NanosPerMs};
}

TimeRange answeredRange(const LogQuery &query, UtcTime now)
{
    return {query.range.from, std::max(query.range.from, std::min(query.range.to, now))};
}

void narrowComplete(LogPage &page, bool isFromStart, UtcTime from, UtcTime to)
{
    if (isFromStart) {
        page.complete.to = std::max(page.complete.from, std::min(page.complete.to, to));
    } else {
        page.complete.from = std::min(page.complete.to, std::max(page.complete.from, from));
    }
}

void cutToLimit(LogPage &page, const LogQuery &query)
{
    const auto limit = std::ptrdiff_t(std::max(1, query.limit));
    if (std::ssize(page.lines) <= limit) {
        return;
    }
    page.isTruncated = true;
    if (query.isFromStart) {
        narrowComplete(page, true, {}, floorMs(page.lines[std::size_t(limit)].nanos));
        page.lines.resize(std::size_t(limit));
    } else {
        const auto keep = page.lines.end() - limit;
        narrowComplete(page, false, floorMs(std::prev(keep)->nanos) + Millis(1), {});
        page.lines.erase(page.lines.begin(), keep);
    }
}

void keepLevels(std::vector<LogLine> &lines, const std::vector<LogLevel> &levels)
{
    if (!levels.empty()) {
        std::erase_if(lines, [&levels](const LogLine &line) { return std::ranges::find(levels, line.level) == levels.end(); });
    }
}

LogHistogram emptyHistogram(TimeRange range, int buckets)
{
    LogHistogram histogram;
    const qint64 length = std::max<qint64>(1, range.length().count());
    const qint64 wanted = std::clamp<qint64>(buckets, 1, MostBuckets);
    const qint64 step = (length + wanted - 1) / wanted;
    histogram.start = range.from;
    histogram.step = Millis(step);
    histogram.buckets.resize(std::size_t((length + step - 1) / step));
    histogram.complete = range;
    return histogram;
}

std::optional<qint64> nanosOfRfc3339(QStringView text)
{
    const auto time = parseRfc3339(text);
    if (!time) {
        return std::nullopt;
    }
    const qsizetype point = text.indexOf(u'.');
    qint64 below = 0;
    qsizetype digits = 0;
    for (qsizetype i = point + 1; point > 0 && i < text.size() && text[i].isDigit() && digits < 9; ++i, ++digits) {
        below = below * 10 + text[i].digitValue();
    }
    for (; digits < 9; ++digits) {
        below *= 10;
    }
    return time->ms * NanosPerMs + below % NanosPerMs;
}

} // namespace quarterdeck
