#pragma once

#include "app/sources/netdata/expression.h"
#include "app/sources/netdata/parse.h"

namespace quarterdeck::netdata {

/// Whole seconds between rows: a multiple of how often the chart collects, at least the step, but not longer than the range.
qint64 rowSeconds(const MetricQuery &query, const Chart &chart);
/// The values of a chart whose rows end on multiples of the step within the range, up to the newest that the chart has.
/// Nothing where the range holds no such row.
std::optional<HttpRequest> dataRequest(const QUrl &base, const ChartQuestion &question, const MetricQuery &query, const Chart &chart);
HttpRequest chartRequest(const QUrl &base, const QString &chart);
HttpRequest chartsRequest(const QUrl &base);
HttpRequest infoRequest(const QUrl &base);

} // namespace quarterdeck::netdata
