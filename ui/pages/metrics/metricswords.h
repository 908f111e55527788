#pragma once

#include "models/metricboard.h"

#include <QString>

#include <functional>

namespace quarterdeck {

/// A time of day in the zone shown.
using ClockWords = std::function<QString(UtcTime)>;

/// How long before a compared line was: "the day before".
QString comparedWords(Millis ago);

/// What is to be said of the answer to one query, below it.
struct QueryNote {
    QString words;           ///< Empty: nothing.
    bool isCritical = false; ///< There is no answer at all.
};
/// What failed, is old, incomplete, left out or warned of; or that there is no data.
QueryNote queryNote(const MetricBoard &board, std::size_t query, const ClockWords &clock);

/// What the charts show, in a line: how many series, the step.
QString boardWords(const MetricBoard &board);

} // namespace quarterdeck
