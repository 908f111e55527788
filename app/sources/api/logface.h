#pragma once

#include "app/core/async.h"
#include "app/domain/logline.h"

namespace quarterdeck {

/// Log lines. Threads and cancelling as with Source.
class LogFace {
public:
    virtual ~LogFace() = default;
    /// The newest `limit` matching lines of the range, oldest first.
    virtual Async<LogPage> query(LogQuery query, CancelToken cancel) = 0;
    /// Counts over the range in at most `buckets` buckets.
    virtual Async<LogHistogram> histogram(LogQuery query, int buckets, CancelToken cancel) = 0;
    /// Hands over new lines until cancelled, over reconnects too; what may be missing all the same is a TailGap. Finishes with the error that
    /// ended it.
    virtual Async<Done> tail(LogQuery query, TailSink sink, CancelToken cancel) = 0;
    /// Distinct values of one field.
    virtual Async<QStringList> fieldValues(QString field, CancelToken cancel) = 0;
};

} // namespace quarterdeck
