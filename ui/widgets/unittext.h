#pragma once

#include <QString>

namespace quarterdeck {

/// A value with its unit as a person reads it: "2.1 %", "1.84 k/s", "350 ms", "1.2 GiB". NaN is "–". `unit` as in Series::unit: foreign.
QString valueText(double value, const QString &unit);
/// The same for axis ticks: as many decimals as `step` between ticks needs.
QString tickText(double value, double step, const QString &unit);
/// A round step so that [low, high] gets three to eight ticks; never 0 or infinite.
double niceStep(double low, double high, int wanted = 4, const QString &unit = {});

} // namespace quarterdeck
