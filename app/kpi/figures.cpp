#include "app/kpi/figures.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace quarterdeck {

qint64 unionLength(std::vector<Interval> intervals)
{
    const auto isEarlier = [](const Interval &a, const Interval &b) { return a.from < b.from; };
    if (!std::is_sorted(intervals.begin(), intervals.end(), isEarlier)) {
        std::sort(intervals.begin(), intervals.end(), isEarlier);
    }
    qint64 total = 0;
    qint64 end = 0;
    bool isFirst = true;
    for (const Interval &interval : intervals) {
        if (interval.to <= interval.from) {
            continue;
        }
        const qint64 from = isFirst ? interval.from : std::max(interval.from, end);
        if (interval.to > from) {
            total += interval.to - from;
            end = interval.to;
            isFirst = false;
        }
    }
    return total;
}

Durations summarize(std::vector<qint64> spans)
{
    Durations out;
    out.n = int(spans.size());
    if (spans.empty()) {
        return out;
    }
    const std::size_t n = spans.size();
    const auto middle = spans.begin() + std::ptrdiff_t(n / 2);
    std::nth_element(spans.begin(), middle, spans.end());
    const qint64 lower = n % 2 == 1 ? *middle : *std::max_element(spans.begin(), middle);
    out.median = (double(lower) + double(*middle)) / 2000.0;
    // What stands behind the middle is no smaller, and the 90th percentile of two or more is there; only then is it looked for.
    const auto rank = spans.begin() + std::ptrdiff_t(std::ceil(0.9 * double(n))) - 1;
    if (rank > middle) {
        std::nth_element(middle + 1, rank, spans.end());
    }
    out.p90 = double(*rank) / 1000.0;
    out.longest = double(*std::max_element(spans.begin(), spans.end())) / 1000.0;
    out.mean = std::accumulate(spans.begin(), spans.end(), 0.0, [](double sum, qint64 span) { return sum + double(span); }) / double(n) / 1000.0;
    return out;
}

double gini(std::vector<int> values)
{
    std::sort(values.begin(), values.end());
    const double n = double(values.size());
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    if (values.empty() || sum <= 0) {
        return 0;
    }
    // Over sorted values the sum of all |xi - xj| is 2 * sum of (2i - n + 1) * xi.
    double weighted = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        weighted += (2.0 * double(i) - n + 1.0) * double(values[i]);
    }
    return weighted / (n * sum);
}

} // namespace quarterdeck
