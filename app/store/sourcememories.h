#pragma once

#include "app/store/store.h"

namespace quarterdeck {

/// What the faces of sources are to remember over our starts; a batch brings it (Batch::memory). Thread: any that may use the store.
class SourceMemories {
public:
    /// `store` outlives it.
    explicit SourceMemories(Store &store)
        : m_store(store)
    {
    }
    /// Of one source. Errors: Storage.
    Async<SourceMemory> of(SourceId source);

private:
    Store &m_store;
};

} // namespace quarterdeck
