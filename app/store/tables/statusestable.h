#pragma once

#include "app/domain/freshness.h"
#include "app/store/sqlite/connection.h"

#include <optional>
#include <vector>

namespace quarterdeck {

/// The rows of `statuses` in the cache. Thread: db.
class StatusesTable {
public:
    explicit StatusesTable(sqlite::Connection &cache)
        : m_cache(cache)
    {
    }
    void put(const SourceStatus &status);
    std::vector<SourceStatus> all();
    /// End of the last successful poll of a source; invalid when there was none.
    UtcTime lastOkAt(const SourceId &source);

private:
    sqlite::Connection &m_cache;
};

} // namespace quarterdeck
