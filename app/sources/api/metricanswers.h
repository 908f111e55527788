#pragma once

#include "app/core/error.h"
#include "app/sources/api/metricface.h"

namespace quarterdeck {

/// The range whose newest samples are those of an instant, for a server that is only asked for ranges: five minutes, as Prometheus looks back.
MetricQuery instantQuery(const QString &expression, UtcTime at);
/// The newest sample of each series; a series without one is left out.
MetricAnswer newestOf(MetricAnswer answer);
/// Puts samples in order and drops those outside of [from, to].
void keepWithin(std::vector<Series> &series, TimeRange range);
/// Gives series with equal labels a label `copy` each, but for the first: told apart by nothing, they would be drawn as one.
void tellApart(std::vector<Series> &series);
/// What a backend is said not to have. `what`: "Graphite has no scrape targets".
Error notThere(const QString &what);

} // namespace quarterdeck
