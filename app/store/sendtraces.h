#pragma once

#include "app/store/store.h"

namespace quarterdeck {

/// What the process after this one has to know of actions that are on their way. Thread: any that may use the store.
class SendTraces {
public:
    /// `store` outlives it.
    explicit SendTraces(Store &store)
        : m_store(store)
    {
    }
    /// Notes, durable before it finishes, which member an action is sent to and when a first look back missed it (invalid: none has).
    /// Errors: NotFound; Conflict where it is neither being sent nor in doubt; Storage.
    Async<Done> note(QUuid action, QString target, UtcTime missedAt);

private:
    Store &m_store;
};

} // namespace quarterdeck
