#pragma once

#include "app/core/async.h"
#include "app/domain/action.h"
#include "app/domain/outcome.h"

#include <functional>

namespace quarterdeck {

/// Called with the member that an action is about to be sent to, before each try, as the source names it. The try waits for the answer, and is
/// not made where that is an error. Empty: nobody wants to know.
using BeforeSend = std::function<Async<Done>(const QString &target)>;

/// What can be done about the alerts of a source. Threads and cancelling as with Source.
class ActFace {
public:
    virtual ~ActFace() = default;
    /// Re-reads the present state, then sends, then confirms by reading back. Idempotent by action.id where the backend lets it. A source of
    /// one member need not call `before`. Errors: Cancelled, which leaves open what took effect.
    virtual Async<Outcome> perform(AlertAction action, BeforeSend before, CancelToken cancel) = 0;
    /// Whether an action whose sending ended unknown has taken effect: NotSent where it has not, Unknown where that cannot be told now.
    /// `target`: the last that `before` was called with; empty: any member may have it. Errors: Cancelled.
    virtual Async<Outcome> readBack(AlertAction action, QString target, CancelToken cancel) = 0;
};

} // namespace quarterdeck
