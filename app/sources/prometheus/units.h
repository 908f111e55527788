#pragma once

#include <QHash>
#include <QString>

namespace quarterdeck::prometheus {

/// The unit of one metric, from its metadata (`known`: name -> unit as the exporter says) or the suffix of its name. Empty when unknown.
QString unitOfMetric(const QString &name, const QHash<QString, QString> &known = {});
/// The unit of an expression's result, where it can be told: one metric under functions that keep or derive its unit, or the ratio of
/// two of the same unit. Empty when in doubt.
QString unitOfExpression(const QString &expression, const QHash<QString, QString> &known = {});

} // namespace quarterdeck::prometheus
