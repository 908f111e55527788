#include "models/logsummary.h"

#include <algorithm>

namespace quarterdeck {

LogSummary summariseLogs(const LogHistogram &histogram, const LogPage &page, TimeRange asked, int minutes)
{
    LogSummary summary;
    summary.isSampled = histogram.isSampled;
    summary.complete = page.complete;
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
    if (page.complete.length() <= Millis(0)) {
        summary.gap = asked;
    } else if (page.complete.from > asked.from + slack) {
        summary.gap = {asked.from, page.complete.from};
    } else if (page.complete.to + slack < asked.to) {
        summary.gap = {page.complete.to, asked.to};
    }
    return summary;
}

} // namespace quarterdeck
