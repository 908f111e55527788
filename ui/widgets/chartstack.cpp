#include "ui/widgets/chartstack.h"

#include "ui/widgets/chartscale.h"

#include <algorithm>
#include <cmath>

namespace quarterdeck {

std::vector<Series> chartStack(const std::vector<Series> &series, std::size_t apart)
{
    const std::size_t count = series.size() - std::min(apart, series.size());
    std::vector<qint64> times;
    for (std::size_t i = 0; i < count; ++i) {
        for (const Sample &sample : series[i].samples) {
            if (std::isfinite(sample.value)) {
                times.push_back(sample.ms);
            }
        }
    }
    std::ranges::sort(times);
    times.erase(std::ranges::unique(times).begin(), times.end());
    std::vector<Series> stacked = series;
    std::vector<double> sums(times.size(), 0);
    for (std::size_t i = 0; i < count; ++i) {
        // Two queries are seldom asked for the same instants.
        const qint64 near = usualStep(series[i]) * 3 / 2;
        auto next = series[i].samples.begin();
        stacked[i].samples.clear();
        for (std::size_t at = 0; at < times.size(); ++at) {
            while (next != series[i].samples.end() && next->ms <= times[at]) {
                ++next;
            }
            const bool isThere = next != series[i].samples.begin() && times[at] - (next - 1)->ms <= near && std::isfinite((next - 1)->value);
            sums[at] += isThere ? (next - 1)->value : 0;
            stacked[i].samples.push_back({times[at], sums[at]});
        }
    }
    return stacked;
}

std::vector<Series> aboveZero(std::vector<Series> series)
{
    for (Series &one : series) {
        for (Sample &sample : one.samples) {
            sample.value = sample.value > 0 ? sample.value : std::nan("");
        }
    }
    return series;
}

} // namespace quarterdeck
