#pragma once

#include "app/domain/logline.h"

namespace quarterdeck {

/// What can be said about the lines of a range without reading them.
struct LogSummary {
    double perMinute = 0;
    double errorsPerMinute = 0;
    bool isSampled = false; ///< Lower bounds.
    TimeRange complete;     ///< Every line of this stretch is shown.
    TimeRange gap;          ///< Asked for but not shown; empty length when there is none.
    bool hasGap() const { return gap.length() > Millis(0); }

    friend bool operator==(const LogSummary &, const LogSummary &) = default;
};

/// Rates of the last `minutes` of a histogram, and what of `asked` the page of lines does not hold. Pure.
LogSummary summariseLogs(const LogHistogram &histogram, const LogPage &page, TimeRange asked, int minutes = 5);

} // namespace quarterdeck
