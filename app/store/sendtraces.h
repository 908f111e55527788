#pragma once

#include "app/store/settlement.h"
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
    /// Store::settle() for several in one transaction; yields those that could follow. Errors: Storage: then none has.
    Async<std::vector<QUuid>> settle(std::vector<Settlement> settlements);
    /// Notes, durable before it finishes, which member actions are sent to and when a first look back missed them (invalid: none has): of
    /// all or of none. Errors: NotFound; Conflict where one is neither being sent nor in doubt; Storage.
    Async<Done> note(std::vector<QUuid> actions, QString target, UtcTime missedAt);

private:
    Store &m_store;
};

} // namespace quarterdeck
