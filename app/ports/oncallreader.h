#pragma once

#include "app/core/async.h"
#include "app/domain/freshness.h"
#include "app/domain/oncall.h"

#include <vector>

namespace quarterdeck {

/// Who is on call, on demand, of every source that could tell: asked side by side, each from the source itself when it answers, from the
/// cache when it does not, and always saying which (Dated::asked, Dated::failures; Dated::warnings of what a page lacks). What came live is
/// put into the cache. Thread: main.
class OnCallReader {
public:
    virtual ~OnCallReader() = default;
    /// One page a source, as far as it has one; each may cover less or more than the range. Fails only when neither any source nor the cache
    /// has anything.
    virtual Async<Dated<std::vector<OnCallPage>>> onCall(TimeRange range, CancelToken cancel = {}) = 0;
};

} // namespace quarterdeck
