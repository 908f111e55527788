#pragma once

#include "app/core/async.h"
#include "app/domain/sourceevent.h"

#include <vector>

namespace quarterdeck {

/// A portion of what a source tells.
struct TimelinePage {
    std::vector<SourceEvent> events; ///< In any order; some may have been told before.
    TimelineCursor reaches;          ///< Where the next portion begins.
    bool hasMore = false;            ///< The next one can be had at once.
    std::optional<Error> lack;       ///< Why something of this portion is missing for good: the first of what could not be read.
};

/// What happened to the alerts of a source: who did what, and when. Threads and cancelling as with Source.
class TimelineFace {
public:
    virtual ~TimelineFace() = default;
    /// A portion of what happened since the cursor of the portion before; empty: since as long ago as the source looks back. One request at
    /// a time. Fails where nothing of the portion was read whole: then it is to be asked for again.
    virtual Async<TimelinePage> read(TimelineCursor since, CancelToken cancel) = 0;
};

} // namespace quarterdeck
