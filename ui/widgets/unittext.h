#pragma once

#include <QString>

namespace quarterdeck {

/// A value with its unit as a person reads it: "2.1 %", "1.84 k/s", "350 ms", "1.2 GiB". NaN is "–". `unit` as in Series::unit: foreign.
QString valueText(double value, const QString &unit);
/// A tick of an axis that reaches up to `top`: all ticks of one axis share prefix and decimals ("0.0 k", "0.8 k"). `step` is the
/// distance between ticks.
QString tickText(double value, double step, double top, const QString &unit);
/// A round distance so that [low, high] gets three to eight ticks; always positive and finite.
double niceStep(double low, double high, const QString &unit = {});

} // namespace quarterdeck
