#pragma once

#include "app/domain/silence.h"
#include "app/store/sqlite/connection.h"

#include <vector>

namespace quarterdeck {

/// The rows of `silences` in the cache. Thread: db.
class SilencesTable {
public:
    explicit SilencesTable(sqlite::Connection &cache)
        : m_cache(cache)
    {
    }
    /// Replaces all of one source. False when nothing changed.
    bool replace(const SourceId &source, const std::vector<Silence> &silences);
    std::vector<Silence> all();
    std::vector<Silence> ofSource(const SourceId &source);

private:
    sqlite::Connection &m_cache;
};

} // namespace quarterdeck
