#pragma once

#include "app/domain/logline.h"

namespace quarterdeck {

/// What can be said about the lines of a range without reading them.
struct LogSummary {
    double perMinute = 0;
    double errorsPerMinute = 0;
    bool isSampled = false; ///< Lower bounds.
    TimeRange unread;       ///< Asked for, and neither counted nor shown: what the bars leave open; of no length where there is nothing.
    TimeRange listed;       ///< Every line of this stretch is shown; the others are only counted. Of no length where none is sure to be.
    bool isUnread() const { return unread.length() > Millis(0); }
    bool isWhole = false; ///< All that was asked for is counted and shown.

    friend bool operator==(const LogSummary &, const LogSummary &) = default;
};

/// Rates of the last `minutes` of a histogram, and what of `asked` it and the page of lines do not hold. Without buckets the page alone
/// says what was read. Pure.
LogSummary summariseLogs(const LogHistogram &histogram, const LogPage &page, TimeRange asked, int minutes = 5);

} // namespace quarterdeck
