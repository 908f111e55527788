#pragma once

#include "app/domain/labels.h"
#include "app/domain/series.h"

#include <QString>

#include <optional>

namespace quarterdeck {

/// What of an alerting expression is drawn: the series before it is compared, and the limit it is compared with.
struct AlertExpression {
    QString series; ///< PromQL that still yields values while the alert does not fire.
    std::optional<double> threshold;
    QString comparison; ///< ">", "<=", ... as seen from the series; empty without a threshold.
    friend bool operator==(const AlertExpression &, const AlertExpression &) = default;
};

/// Takes the comparison off the top of a PromQL expression: "rate(x[5m]) > 0.1" becomes "rate(x[5m])" and 0.1. Constant arithmetic
/// on the other side is worked out; of `a and b` and `a unless b` the left side is taken; `a or b` stays whole. What is not
/// understood stays whole and has no threshold.
AlertExpression splitThreshold(QStringView promql);

/// The expression in the link that Prometheus gives its alerts to itself ("/graph?g0.expr=..."); empty for any other address.
QString expressionOfLink(const QString &generatorUrl);

/// Those series that can belong to an alert: no label of theirs contradicts the alert's. All of them when none fits.
std::vector<Series> seriesOfAlert(const std::vector<Series> &series, const Labels &alert);

} // namespace quarterdeck
