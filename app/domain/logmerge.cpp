#include "app/domain/logmerge.h"

#include <algorithm>
#include <limits>

namespace quarterdeck {

namespace {

TimeRange both(TimeRange a, TimeRange b)
{
    const UtcTime from = std::max(a.from, b.from);
    return {from, std::max(from, std::min(a.to, b.to))};
}

/// A line with the time it sorts by: within one page the order of the source stands, however its clock was set meanwhile.
struct Placed {
    qint64 nanos;
    LogLine *line;
};

void cut(LogPage &page, const LogQuery &query)
{
    const auto limit = std::ptrdiff_t(std::max(1, query.limit));
    if (std::ssize(page.lines) <= limit) {
        return;
    }
    page.isTruncated = true;
    if (query.isFromStart) {
        const UtcTime firstLost {page.lines[std::size_t(limit)].nanos / 1'000'000};
        page.complete.to = std::max(page.complete.from, std::min(page.complete.to, firstLost));
        page.lines.resize(std::size_t(limit));
        return;
    }
    const auto keep = page.lines.end() - limit;
    const UtcTime lastLost {std::prev(keep)->nanos / 1'000'000 + 1};
    page.complete.from = std::max(page.complete.from, lastLost);
    page.complete.to = std::max(page.complete.from, page.complete.to);
    page.lines.erase(page.lines.begin(), keep);
}

} // namespace

LogPage mergePages(std::vector<LogPage> pages, const LogQuery &query)
{
    if (pages.empty()) {
        return {};
    }
    if (pages.size() == 1) {
        return std::move(pages.front());
    }
    LogPage merged;
    merged.complete = pages.front().complete;
    std::vector<Placed> order;
    for (LogPage &page : pages) {
        merged.complete = both(merged.complete, page.complete);
        merged.isTruncated = merged.isTruncated || page.isTruncated;
        merged.lacks.insert(merged.lacks.end(), page.lacks.begin(), page.lacks.end());
        qint64 latest = std::numeric_limits<qint64>::min();
        for (LogLine &line : page.lines) {
            latest = std::max(latest, line.nanos);
            order.push_back({latest, &line});
        }
    }
    std::stable_sort(order.begin(), order.end(), [](const Placed &a, const Placed &b) { return a.nanos < b.nanos; });
    merged.lines.reserve(order.size());
    for (const Placed &placed : order) {
        merged.lines.push_back(std::move(*placed.line));
    }
    cut(merged, query);
    return merged;
}

LogHistogram mergeHistograms(std::vector<LogHistogram> all)
{
    if (all.empty()) {
        return {};
    }
    LogHistogram sum = std::move(all.front());
    for (std::size_t i = 1; i < all.size(); ++i) {
        const LogHistogram &one = all[i];
        sum.isSampled = sum.isSampled || one.isSampled;
        sum.complete = both(sum.complete, one.complete);
        sum.lacks.insert(sum.lacks.end(), one.lacks.begin(), one.lacks.end());
        for (std::size_t bucket = 0; bucket < one.buckets.size(); ++bucket) {
            const Millis since = one.start + one.step * qint64(bucket) - sum.start;
            const qint64 at = since.count() / std::max<qint64>(1, sum.step.count());
            if (since.count() >= 0 && at < qint64(sum.buckets.size())) {
                for (std::size_t level = 0; level < one.buckets[bucket].size(); ++level) {
                    sum.buckets[std::size_t(at)].at(level) += one.buckets[bucket].at(level);
                }
            }
        }
    }
    return sum;
}

LogHistogram countLines(const std::vector<LogLine> &lines, TimeRange range, int buckets)
{
    LogHistogram counts;
    counts.start = range.from;
    counts.complete = range;
    const qint64 wanted = std::clamp(buckets, 1, 10'000);
    const qint64 length = std::max<qint64>(1, range.length().count());
    counts.step = Millis((length + wanted - 1) / wanted);
    counts.buckets.resize(std::size_t((length + counts.step.count() - 1) / counts.step.count()));
    for (const LogLine &line : lines) {
        const qint64 since = line.nanos / 1'000'000 - range.from.ms;
        const qint64 at = since / counts.step.count();
        if (since >= 0 && at < qint64(counts.buckets.size())) {
            ++counts.buckets[std::size_t(at)].at(std::size_t(line.level));
        }
    }
    return counts;
}

} // namespace quarterdeck
