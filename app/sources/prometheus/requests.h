#pragma once

#include "app/domain/series.h"
#include "app/net/httpclient.h"

#include <QStringList>

namespace quarterdeck::prometheus {

/// Parameters of one API call, in order; names may repeat.
using Parameters = std::vector<std::pair<QByteArray, QString>>;

/// Seconds with exact milliseconds, as the API takes times and steps: "1795244997.319".
QString seconds(qint64 ms);

/// Every request keeps the parameters that the configured address has of its own.
/// A call that is sent as a form, or, to servers that refuse POST, as a query string.
HttpRequest queryRequest(const QUrl &base, const QString &path, const Parameters &parameters, bool isPost);
/// A plain read.
HttpRequest readRequest(const QUrl &base, const QString &path, const Parameters &parameters = {});

/// query_range with both ends put on multiples of the step, so that a chart that moves on keeps its samples.
Parameters rangeParameters(const MetricQuery &query);
/// The questions that together answer one with more points a series than servers give at once, oldest first and without a sample twice;
/// none where they would be more than MostParts.
std::vector<MetricQuery> splitRange(const MetricQuery &query);
constexpr std::size_t MostParts = 12;
Parameters instantParameters(const QString &expression, UtcTime at);
Parameters seriesParameters(const QStringList &matchers, TimeRange range);
/// The path of the values of a label; names beyond the classic alphabet are written as the API wants them.
QString labelValuesPath(const QString &label);
/// The same with the name as it is; empty where there is nothing to write in another way, or a path cannot hold it.
QString plainLabelValuesPath(const QString &label);

} // namespace quarterdeck::prometheus
