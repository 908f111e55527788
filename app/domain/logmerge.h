#pragma once

#include "app/domain/logline.h"

namespace quarterdeck {

/// The pages that several sources, or several questions to one, gave for the same query, as one page: merged by time, the order within
/// each kept, cut to the query's limit at the end that its direction says. Complete is what every page is complete for,
/// and it lacks what each lacks. No page yields an empty one. Pure.
LogPage mergePages(std::vector<LogPage> pages, const LogQuery &query);

/// Sums of histograms over one range; the buckets are those of the first. Complete is what every one counted whole. Pure.
LogHistogram mergeHistograms(std::vector<LogHistogram> all);

/// Counts lines into at most `buckets` buckets over the range; lines outside of it are left out. Pure.
LogHistogram countLines(const std::vector<LogLine> &lines, TimeRange range, int buckets);

} // namespace quarterdeck
