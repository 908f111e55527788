#pragma once

#include "app/core/async.h"
#include "app/domain/oncall.h"

namespace quarterdeck {

/// Who is on call. Threads and cancelling as with Source.
class OnCallFace {
public:
    virtual ~OnCallFace() = default;
    /// Every shift that reaches into the range, with the policies that they belong to. What could not be had stands in `lacks`, and what lies
    /// beyond `covers` is not known. Fails only where nobody's duty at the beginning of the range could be learnt.
    virtual Async<OnCallPage> read(TimeRange range, CancelToken cancel) = 0;
};

} // namespace quarterdeck
