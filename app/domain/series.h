#pragma once

#include "app/core/endpoint.h"
#include "app/domain/labels.h"

#include <QStringList>

#include <vector>

namespace quarterdeck {

/// One sample. Units: ms since the epoch; the unit of the value is the series'.
struct Sample {
    qint64 ms = 0;
    double value = 0;
    friend bool operator==(const Sample &, const Sample &) = default;
};

/// Samples of one time series, ascending in time; a missing step is simply absent, NaN means no data.
struct Series {
    Labels labels;
    QString unit; ///< UCUM-like: "s", "By", "1" (a ratio 0..1), "{request}/s"; empty when unknown.
    std::vector<Sample> samples;
    SourceId source {}; ///< Who said so; empty in a source's own answer.

    friend bool operator==(const Series &, const Series &) = default;
};

/// Which samples: an expression over a range with a step.
struct MetricQuery {
    QStringList sources; ///< Who is asked; empty: every metric source of the context.
    QString expression;
    TimeRange range;
    Millis step {15'000};

    friend bool operator==(const MetricQuery &, const MetricQuery &) = default;
};

/// Points of one series that every server with this API answers in one request.
constexpr qint64 MostPoints = 11'000;

/// The step for a range shown `pixels` wide: at least `least`, at most 11,000 points, rounded up to whole seconds.
Millis stepFor(TimeRange range, int pixels, Millis least = Millis(1000));

} // namespace quarterdeck
