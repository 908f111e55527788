#pragma once

#include "app/domain/oncall.h"
#include "app/store/sqlite/connection.h"

#include <optional>

namespace quarterdeck {

/// The rows of `on_calls` in the cache: what each source told of who is on call, by what it covers. Thread: db.
class OnCallsTable {
public:
    explicit OnCallsTable(sqlite::Connection &cache)
        : m_cache(cache)
    {
    }
    /// Keeps what a source told instead of what it told before of the same stretch or a part of it, and its last few answers in all.
    void put(const OnCallPage &page);
    /// The newest that covers the beginning of the range, else the newest that covers any of it.
    std::optional<OnCallPage> newest(const SourceId &source, TimeRange range);

private:
    sqlite::Connection &m_cache;
};

} // namespace quarterdeck
