#include "models/logsummary.h"

#include "app/domain/uncounted.h"

#include <algorithm>

namespace quarterdeck {

LogSummary summariseLogs(const LogHistogram &histogram, const LogPage &page, TimeRange asked, int minutes)
{
    LogSummary summary;
    summary.isSampled = histogram.isSampled;
    const UtcTime from = std::max(asked.from, asked.to - Millis(qint64(minutes) * 60'000));
    qint64 lines = 0;
    qint64 errors = 0;
    qint64 covered = 0;
    for (size_t i = 0; i < histogram.buckets.size(); ++i) {
        const UtcTime start = histogram.start + histogram.step * qint64(i);
        if (start < from || start >= asked.to) {
            continue;
        }
        covered += histogram.step.count();
        for (const int count : histogram.buckets[i]) {
            lines += count;
        }
        errors += histogram.buckets[i][size_t(LogLevel::Error)];
    }
    if (covered > 0) {
        summary.perMinute = double(lines) * 60'000.0 / double(covered);
        summary.errorsPerMinute = double(errors) * 60'000.0 / double(covered);
    }
    // A second of slack: the newest line is always a moment behind the present.
    const Millis slack(1000);
    TimeRange gap;
    if (page.complete.length() <= Millis(0)) {
        gap = asked;
    } else if (page.complete.from > asked.from + slack) {
        gap = {asked.from, page.complete.from};
    } else if (page.complete.to + slack < asked.to) {
        gap = {page.complete.to, asked.to};
    }
    summary.listed = page.complete.length() > Millis(0) ? page.complete : TimeRange {asked.to, asked.to};
    summary.unread = histogram.buckets.empty() ? gap : uncounted(histogram);
    summary.isWhole = gap.length() <= Millis(0) && !summary.isUnread();
    return summary;
}

} // namespace quarterdeck
