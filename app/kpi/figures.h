#pragma once

#include "app/kpi/load.h"

#include <vector>

namespace quarterdeck {

/// A stretch of time on one axis. Units: ms since the epoch, half-open.
struct Interval {
    qint64 from = 0;
    qint64 to = 0;
};

/// How much of the axis is covered, overlaps once. Units: ms.
qint64 unionLength(std::vector<Interval> intervals);

/// Mean, median, p90 (nearest rank: the ceil(p*n)-th) and longest of spans in ms, none below 0. `open` and `negative` stay 0.
Durations summarize(const std::vector<qint64> &spans);

/// Part of a whole; nothing of nothing.
inline std::optional<double> ratio(qint64 part, qint64 whole)
{
    return whole > 0 ? std::optional(double(part) / double(whole)) : std::nullopt;
}

/// Gini coefficient: sum over all pairs of |xi - xj| / (2 n^2 mean); nothing for none or all zero.
std::optional<double> gini(std::vector<int> values);

} // namespace quarterdeck
