#include "app/domain/uncounted.h"

#include <algorithm>

namespace quarterdeck {

TimeRange uncounted(const LogHistogram &histogram)
{
    const UtcTime end = histogram.start + histogram.step * qint64(histogram.buckets.size());
    if (!histogram.isSampled || histogram.buckets.empty()) {
        return {end, end};
    }
    if (histogram.complete.length() <= Millis(0)) {
        return {histogram.start, end};
    }
    // What is cut off is the older part, or what came after the last answer.
    return histogram.complete.from > histogram.start ? TimeRange {histogram.start, std::min(histogram.complete.from, end)}
                                                     : TimeRange {std::min(histogram.complete.to, end), end};
}

} // namespace quarterdeck
