#pragma once

#include "app/domain/sourceevent.h"
#include "app/store/store.h"

namespace quarterdeck {

/// What sources tell of the past of their alerts, as it is stored. Thread: any that may use the store.
class StoredTimelines {
public:
    /// `store` outlives it.
    explicit StoredTimelines(Store &store)
        : m_store(store)
    {
    }
    /// How far the timeline of a source was read. Errors: Storage.
    Async<TimelineCursor> cursor(SourceId source);
    /// Stores a portion, each event once, with where the next one begins, and puts what it tells into the firings. Errors: Storage.
    Async<Done> put(SourceId source, std::vector<SourceEvent> events, TimelineCursor reaches);

private:
    Store &m_store;
};

} // namespace quarterdeck
