#pragma once

#include "app/domain/series.h"
#include "app/net/questionrequest.h"

namespace quarterdeck::graphite {

/// How far a question goes beyond its range.
struct Reach {
    Millis longest {0};    ///< The step of the coarsest metric, where it is known: the server thins the others as if all began and ended with it.
    bool isInside = false; ///< Not before the range, where a metric is kept more coarsely: at the cost of the first bucket.
};
/// The samples of a target for the range and what surrounds it, so that each bucket in it is whole, and as long as the step asks for.
HttpRequest renderRequest(const QUrl &base, const MetricQuery &query, UtcTime now, Reach reach);
/// How finely a target is kept for times that are not long past: in a format that says it.
HttpRequest finestRequest(const QUrl &base, const QString &target, UtcTime now);
/// A question that any Graphite answers without a metric.
HttpRequest probeRequest(const QUrl &base, UtcTime now);
HttpRequest versionRequest(const QUrl &base);
/// Every metric.
HttpRequest indexRequest(const QUrl &base);
/// The metrics that a pattern finds: `servers.*.load`.
HttpRequest expandRequest(const QUrl &base, const QString &pattern);
/// The series that an expression of tags finds: `dc=eu`.
HttpRequest tagSeriesRequest(const QUrl &base, const QString &expression);
HttpRequest tagValuesRequest(const QUrl &base, const QString &tag);

} // namespace quarterdeck::graphite
