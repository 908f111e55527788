#include "app/kpi/figures.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace quarterdeck {

namespace {

// Finds the n-th smallest of many spans: counted by size into buckets first, so that only those of one bucket are put in order.
class Ranks {
public:
    Ranks(const std::vector<qint64> &spans, qint64 longest)
        : m_spans(spans)
        , m_precision(std::clamp(int(std::bit_width(spans.size())) - 8, 1, 11))
        , m_counts(bucketOf(longest) + 1)
    {
        for (const qint64 span : m_spans) {
            ++m_counts[bucketOf(span)];
        }
    }
    qint64 at(std::size_t rank) const
    {
        std::size_t bucket = 0;
        while (rank >= m_counts[bucket]) {
            rank -= m_counts[bucket++];
        }
        const int shift = std::max(0, int(bucket >> (m_precision - 1)) - 1);
        const quint64 first = quint64(bucket - (std::size_t(shift) << (m_precision - 1))) << shift;
        const quint64 width = quint64(1) << shift;
        std::vector<qint64> inside;
        inside.reserve(m_counts[bucket]);
        for (const qint64 span : m_spans) {
            if (quint64(span) - first < width) {
                inside.push_back(span);
            }
        }
        const auto wanted = inside.begin() + std::ptrdiff_t(rank);
        std::nth_element(inside.begin(), wanted, inside.end());
        return *wanted;
    }

private:
    // The same for all spans whose highest bits are the same, and ascending.
    std::size_t bucketOf(qint64 span) const
    {
        const auto value = quint64(span);
        const int shift = std::max(0, int(std::bit_width(value)) - m_precision);
        return (std::size_t(shift) << (m_precision - 1)) + std::size_t(value >> shift);
    }

    const std::vector<qint64> &m_spans;
    int m_precision;
    std::vector<quint32> m_counts;
};

} // namespace

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

Durations summarize(const std::vector<qint64> &spans)
{
    Durations out;
    out.n = int(spans.size());
    if (spans.empty()) {
        return out;
    }
    const std::size_t n = spans.size();
    qint64 longest = 0;
    double sum = 0;
    for (const qint64 span : spans) {
        longest = std::max(longest, span);
        sum += double(span);
    }
    const Ranks ranks(spans, longest);
    const qint64 middle = ranks.at(n / 2);
    const qint64 lower = n % 2 == 1 ? middle : ranks.at(n / 2 - 1);
    out.median = (double(lower) + double(middle)) / 2000.0;
    out.p90 = double(ranks.at(std::size_t(std::ceil(0.9 * double(n))) - 1)) / 1000.0;
    out.longest = double(longest) / 1000.0;
    out.mean = sum / double(n) / 1000.0;
    return out;
}

std::optional<double> gini(std::vector<int> values)
{
    std::sort(values.begin(), values.end());
    const double n = double(values.size());
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    if (values.empty() || sum <= 0) {
        return std::nullopt;
    }
    // Over sorted values the sum of all |xi - xj| is 2 * sum of (2i - n + 1) * xi.
    double weighted = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        weighted += (2.0 * double(i) - n + 1.0) * double(values[i]);
    }
    return weighted / (n * sum);
}

} // namespace quarterdeck
