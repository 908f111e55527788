#pragma once

#include "app/sources/api/metricface.h"
#include "app/sources/api/ruleface.h"

#include <QByteArrayView>
#include <QHash>

namespace quarterdeck::prometheus {

/// The server's own words about a failed request: `what` verbatim, `where` the errorType. Nothing where the body is none of its errors.
std::optional<Error> parseError(QByteArrayView body, int httpStatus);

/// GET/POST series. Errors of all of these: BadPayload with a JSON pointer.
Result<std::vector<Labels>> parseSeries(QByteArrayView body);
/// GET label/<name>/values. A reply without "data" is an empty list.
Result<QStringList> parseTexts(QByteArrayView body);
/// GET rules: the alerting ones.
Result<std::vector<RuleInfo>> parseRules(QByteArrayView body);
/// GET alerts: firing and pending ones, as rawState says.
Result<std::vector<Alert>> parseRuleAlerts(QByteArrayView body, const SourceId &source);
/// GET targets: the active ones.
Result<std::vector<TargetInfo>> parseTargets(QByteArrayView body);
/// GET metadata.
Result<std::vector<MetricInfo>> parseMetadata(QByteArrayView body);
/// GET status/buildinfo: the version; empty where the server does not tell.
Result<QString> parseBuildInfo(QByteArrayView body);

} // namespace quarterdeck::prometheus
