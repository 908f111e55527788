#include "app/sources/loki/counting.h"

#include "app/sources/api/logpages.h"
#include "app/sources/loki/logql.h"

#include <algorithm>
#include <cmath>

namespace quarterdeck::loki {

namespace {

constexpr qint64 Rounding = 2; // The times of an answer are in milliseconds.

/// Asks once where both times are the same, which Loki refuses.
CountsQuestion questionAt(const QString &query, qint64 firstMs, qint64 lastMs, Millis step)
{
    return {query, firstMs * 1'000'000 - 1, lastMs * 1'000'000, step};
}

void addSample(LogHistogram &histogram, LogLevel level, UtcTime at, double value)
{
    const qint64 step = histogram.step.count();
    const qint64 end = at.ms + 1 - histogram.start.ms;
    const auto count = qint64(histogram.buckets.size());
    const qint64 length = histogram.complete.length().count();
    // The last bucket may end before a whole step.
    const qint64 nearest = std::abs(end - length) <= Rounding ? count - 1 : (end + step / 2) / step - 1;
    const qint64 bucket = std::clamp<qint64>(nearest, 0, count - 1);
    const qint64 expected = std::min((bucket + 1) * step, length);
    histogram.isSampled = histogram.isSampled || std::abs(end - expected) > Rounding;
    histogram.buckets[std::size_t(bucket)].at(std::size_t(level)) += int(std::lround(value));
}

} // namespace

CountPlan countPlan(const QString &logQuery, const QStringList &levelFields, TimeRange range, int buckets)
{
    CountPlan plan;
    const qint64 length = std::max<qint64>(1, range.length().count());
    plan.empty = emptyHistogram(range, buckets);
    const qint64 step = plan.empty.step.count();
    const qint64 full = length / step;
    const qint64 rest = length - full * step;
    plan.questions.push_back(
        questionAt(counted(logQuery, levelFields, Millis(step)), range.from.ms + step, range.from.ms + full * step, Millis(step)));
    if (rest > 0) {
        plan.questions.push_back(questionAt(counted(logQuery, levelFields, Millis(rest)), range.to.ms, range.to.ms, Millis(rest)));
    }
    return plan;
}

void addCounts(LogHistogram &histogram, const CountsAnswer &answer, const LineFields &fields, const std::vector<LogLevel> &levels)
{
    for (const Counted &counted : answer.counts) {
        const LogLevel level = levelOf(counted.labels, fields);
        if (!levels.empty() && std::ranges::find(levels, level) == levels.end()) {
            continue;
        }
        for (const auto &[at, value] : counted.samples) {
            if (std::isfinite(value)) {
                addSample(histogram, level, at, value);
            }
        }
    }
    for (const QString &warning : answer.warnings) {
        histogram.lacks.push_back({ErrorKind::Server, warning, {}, 0, std::nullopt});
        histogram.isSampled = true;
    }
}

} // namespace quarterdeck::loki
