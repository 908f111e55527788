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

    /// Three to eight values from low to high.
    std::vector<double> ticks() const;
    friend bool operator==(const ValueAxis &, const ValueAxis &) = default;
};

/// The axis for what is visible: zero is in it unless the values move within a narrow band far from zero. Never degenerate.
ValueAxis valueAxisFor(const std::vector<Series> &series, TimeRange range, std::optional<double> threshold);
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
