#include "app/sources/loki/pages.h"

#include "app/sources/api/logpages.h"

#include <algorithm>

namespace quarterdeck::loki {

namespace {

} // namespace

LogPage pageOf(ReadLines read, const LogQuery &query, UtcTime now)
{
    LogPage page;
    page.lines = std::move(read.lines);
    page.lacks = std::move(read.lacks);
    page.complete = answeredRange(query, now);
    if (read.gapAt) {
        narrowComplete(page, query.isFromStart, floorMs(*read.gapAt) + Millis(1), floorMs(*read.gapAt));
    }
    if (!read.isWhole) {
        page.isTruncated = true;
        narrowComplete(page, query.isFromStart, ceilMs(read.from), floorMs(read.to));
    }
    cutToLimit(page, query);
    const bool isWarned = std::ranges::any_of(page.lacks, [](const Error &lack) { return lack.kind == ErrorKind::Server; });
    if (isWarned) {
        page.complete.from = page.complete.to;
    }
    return page;
}

TailReading readingOf(std::vector<ReadLines> reads)
{
    TailReading reading;
    for (ReadLines &read : reads) {
        std::ranges::move(read.lines, std::back_inserter(reading.lines));
        if (!read.isWhole) {
            reading.goesOnAt = std::min(reading.goesOnAt.value_or(read.to), read.to);
        }
        if (read.gapAt) {
            reading.gap = std::min(reading.gap.value_or(floorMs(*read.gapAt)), floorMs(*read.gapAt));
        }
    }
    std::ranges::stable_sort(reading.lines, {}, &LogLine::nanos);
    return reading;
}

} // namespace quarterdeck::loki
