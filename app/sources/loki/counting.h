#pragma once

#include "app/sources/loki/parse.h"
#include "app/sources/loki/requests.h"

namespace quarterdeck::loki {

/// The buckets of a histogram, and the questions that fill them. Loki counts what lies after one time up to and with another: the times asked for
/// are a nanosecond before the end of each bucket. A last bucket that is shorter is a question of its own. Pure.
struct CountPlan {
    LogHistogram empty;
    std::vector<CountsQuestion> questions; ///< The full buckets, and the last one where it is shorter.
};
CountPlan countPlan(const QString &logQuery, const QStringList &levelFields, TimeRange range, int buckets);

/// Adds the counts of one question. Counts that stand at other times than asked for go into the nearest bucket, and the histogram says so.
void addCounts(LogHistogram &histogram, const CountsAnswer &answer, const LineFields &fields, const std::vector<LogLevel> &levels);

} // namespace quarterdeck::loki
