#include "ui/widgets/chartscale.h"

#include "ui/widgets/unittext.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace quarterdeck {

namespace {

// Beyond this a difference of two values would overflow.
constexpr double HugeValue = 1e300;

/// Whole decades; where there are many, every second, third... of them, and where there are few, 2 and 5 of each too.
std::vector<double> decades(double low, double high)
{
    const int first = int(std::round(std::log10(low)));
    const int last = int(std::round(std::log10(high)));
    const int stride = std::max(1, (last - first + 6) / 7);
    std::vector<double> ticks;
    for (int power = first; power <= last; power += stride) {
        for (const double part : {1.0, 2.0, 5.0}) {
            if (part == 1.0 || (last - first <= 2 && power < last)) {
                ticks.push_back(part * std::pow(10, power));
            }
        }
    }
    return ticks;
}

/// From the power of ten below the least value to the one above the greatest.
ValueAxis decadeAxis(double low, double high)
{
    ValueAxis axis;
    axis.isLogarithmic = true;
    const bool isNothing = !(low > 0) || low > high;
    const double first = isNothing ? 0 : std::clamp(std::floor(std::log10(low)), -300.0, 299.0);
    const double last = isNothing ? 1 : std::clamp(std::ceil(std::log10(high)), first + 1, 300.0);
    axis.low = std::pow(10, first);
    axis.high = std::pow(10, last);
    return axis;
}

} // namespace

double ValueAxis::scaled(double value) const
{
    if (!isLogarithmic) {
        return value;
    }
    return value > 0 ? std::log10(value) : std::nan("");
}

QString ValueAxis::label(double tick) const
{
    return isLogarithmic ? tickText(tick, tick, tick, unit) : tickText(tick, step, high, unit);
}

std::vector<double> ValueAxis::ticks() const
{
    if (isLogarithmic) {
        return decades(low, high);
    }
    std::vector<double> ticks;
    for (int i = 0; i < 9; ++i) {
        const double value = low + i * step;
        if (value > high + step * 0.01) {
            break;
        }
        ticks.push_back(value);
    }
    return ticks;
}

ValueAxis valueAxisFor(const std::vector<Series> &series, TimeRange range, std::optional<double> threshold, bool isLogarithmic)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const Series &one : series) {
        for (const Sample &sample : one.samples) {
            if (sample.ms >= range.from.ms && sample.ms <= range.to.ms && std::abs(sample.value) < HugeValue
                && (!isLogarithmic || sample.value > 0)) {
                low = std::min(low, sample.value);
                high = std::max(high, sample.value);
            }
        }
    }
    if (isLogarithmic) {
        if (threshold && *threshold > 0 && *threshold < HugeValue && low <= high) {
            low = std::min(low, *threshold);
            high = std::max(high, *threshold);
        }
        ValueAxis axis = decadeAxis(low, high);
        axis.unit = series.empty() ? QString() : series.front().unit;
        return axis;
    }
    ValueAxis axis;
    axis.unit = series.empty() ? QString() : series.front().unit;
    if (low > high) {
        low = 0;
        high = axis.unit == QLatin1StringView("1") ? 0.01 : 1;
    }
    // A threshold far above would press the line flat: it is then left out of view and stands in the header.
    if (threshold && std::isfinite(*threshold) && *threshold <= std::max(high, 0.0) * 4 + (high <= 0 ? 1 : 0)) {
        low = std::min(low, *threshold);
        high = std::max(high, *threshold);
    }
    const bool isNarrow = high > 0 && low > 0 && high - low < high * 0.05 && high > low;
    if (!isNarrow) {
        low = std::min(low, 0.0);
        high = std::max(high, 0.0);
    }
    // Below this a distance between ticks would vanish.
    if (high - low < 1e-290) {
        high = low + 1;
    }
    high += (high - low) * 0.02;
    const auto fit = [&](double step) {
        axis.step = step;
        axis.low = std::floor(low / step) * step;
        axis.high = std::ceil(high / step) * step;
    };
    fit(niceStep(low, high, axis.unit));
    // The end may be written in a greater unit than the values: then the steps are to be whole ones of that.
    if (tickText(0, axis.step, high, axis.unit) != tickText(0, axis.step, axis.high, axis.unit)) {
        fit(niceStep(axis.low, axis.high, axis.unit));
    }
    while ((axis.high - axis.low) / axis.step > 7.5) {
        axis.step *= 2;
        axis.low = std::floor(low / axis.step) * axis.step;
        axis.high = std::ceil(high / axis.step) * axis.step;
    }
    return axis;
}

std::vector<UtcTime> timeTicks(TimeRange range, qreal width)
{
    constexpr std::array<qint64, 27> Steps {1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10'800, 21'600, 43'200, 86'400, 172'800,
        604'800, 1'209'600, 2'592'000, 7'776'000, 15'552'000, 31'536'000, 63'072'000, 157'680'000, 315'360'000};
    const qint64 length = qint64(range.length().count());
    if (length <= 0) {
        return {};
    }
    const int most = std::clamp(int(width / 84), 2, 8);
    qint64 step = Steps.back() * 1000;
    for (const qint64 seconds : Steps) {
        if (length / (seconds * 1000) <= most) {
            step = seconds * 1000;
            break;
        }
    }
    std::vector<UtcTime> ticks;
    for (qint64 at = (range.from.ms / step + 1) * step; at < range.to.ms && ticks.size() < 9; at += step) {
        ticks.push_back({at});
    }
    return ticks;
}

void dropImpossibleTimes(std::vector<Series> &series)
{
    constexpr qint64 Furthest = 8'640'000'000'000'000;
    for (Series &one : series) {
        std::erase_if(one.samples, [](const Sample &sample) { return sample.ms > Furthest || sample.ms < -Furthest; });
    }
}

qint64 usualStep(const Series &series)
{
    std::vector<qint64> steps;
    for (std::size_t i = 1; i < series.samples.size() && steps.size() < 64; ++i) {
        steps.push_back(series.samples.at(i).ms - series.samples.at(i - 1).ms);
    }
    if (steps.empty()) {
        return 0;
    }
    const auto middle = steps.begin() + std::ptrdiff_t(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return *middle;
}

qreal ChartMap::x(UtcTime at) const
{
    const qint64 length = std::max<qint64>(1, qint64(range.length().count()));
    return plot.left() + plot.width() * (double(at.ms - range.from.ms) / double(length));
}

qreal ChartMap::y(double value) const
{
    const double low = axis.scaled(axis.low);
    return plot.bottom() - plot.height() * std::clamp((axis.scaled(value) - low) / (axis.scaled(axis.high) - low), -0.02, 1.02);
}

UtcTime ChartMap::timeAt(qreal x) const
{
    const double part = std::clamp((x - plot.left()) / std::max(plot.width(), 1.0), 0.0, 1.0);
    return {range.from.ms + qint64(part * double(range.length().count()))};
}

} // namespace quarterdeck
