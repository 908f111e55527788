#pragma once

#include "app/domain/series.h"
#include "ui/theme/theme.h"

#include <QRectF>

#include <optional>
#include <vector>

namespace quarterdeck {

/// The value axis of a chart: rounded ends and the ticks between them.
struct ValueAxis {
    double low = 0;
    double high = 1;
    double step = 0.25;
    QString unit;
    bool isLogarithmic = false; ///< Then low is above zero, and step is not used.

    /// Two to eight values from low to high.
    std::vector<double> ticks() const;
    /// What stands at a tick.
    QString label(double tick) const;
    /// Where a value lies, in units that are even along the axis. NaN where it has no place.
    double scaled(double value) const;
    friend bool operator==(const ValueAxis &, const ValueAxis &) = default;
};

/// The axis for what is visible: zero is in it unless the values move within a narrow band far from zero, or the axis is logarithmic, where it
/// has no place. Never degenerate.
ValueAxis valueAxisFor(const std::vector<Series> &series, TimeRange range, std::optional<double> threshold, bool isLogarithmic = false);
/// Round times within the range, two to eight.
std::vector<UtcTime> timeTicks(TimeRange range, qreal width);
/// Drops samples at times that no calendar reaches: differences of them would overflow.
void dropImpossibleTimes(std::vector<Series> &series);
/// The usual distance between samples; 0 when there are fewer than two.
qint64 usualStep(const Series &series);

/// Where time and value are on the screen.
struct ChartMap {
    QRectF plot;
    TimeRange range;
    ValueAxis axis;

    qreal x(UtcTime at) const;
    qreal y(double value) const;
    UtcTime timeAt(qreal x) const;
};

} // namespace quarterdeck
