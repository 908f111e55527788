#pragma once

#include "app/domain/service.h"
#include "app/store/sqlite/connection.h"

#include <vector>

namespace quarterdeck {

/// The rows of `services` in the cache. Thread: db.
class ServicesTable {
public:
    explicit ServicesTable(sqlite::Connection &cache)
        : m_cache(cache)
    {
    }
    /// Replaces all. False when nothing changed.
    bool replace(const std::vector<Service> &services);
    /// In the order they were given.
    std::vector<Service> all();

private:
    sqlite::Connection &m_cache;
};

} // namespace quarterdeck
