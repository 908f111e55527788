#include "app/sources/api/metricanswers.h"

#include <QHash>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr Millis LookBack {300'000};
constexpr Millis InstantStep {1'000};

} // namespace

MetricQuery instantQuery(const QString &expression, UtcTime at)
{
    return {{}, expression, {at - LookBack, at}, InstantStep};
}

MetricAnswer newestOf(MetricAnswer answer)
{
    std::erase_if(answer.series, [](const Series &series) { return series.samples.empty(); });
    for (Series &series : answer.series) {
        series.samples = {series.samples.back()};
    }
    return answer;
}

void keepWithin(std::vector<Series> &series, TimeRange range)
{
    for (Series &one : series) {
        std::erase_if(one.samples, [range](const Sample &sample) { return sample.ms < range.from.ms || sample.ms > range.to.ms; });
        if (!std::ranges::is_sorted(one.samples, {}, &Sample::ms)) {
            std::ranges::stable_sort(one.samples, {}, &Sample::ms);
        }
    }
}

void tellApart(std::vector<Series> &series)
{
    QHash<QString, int> seen;
    for (Series &one : series) {
        const int count = ++seen[one.labels.toString()];
        if (count > 1) {
            one.labels.insert(QStringLiteral("copy"), QString::number(count));
        }
    }
}

Error notThere(const QString &what)
{
    return {ErrorKind::Unsupported, what, {}, 0, std::nullopt};
}

} // namespace quarterdeck
