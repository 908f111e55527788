#pragma once

#include "app/domain/alert.h"
#include "app/store/sqlite/connection.h"

#include <optional>
#include <vector>

namespace quarterdeck {

/// The rows of `alerts` in the cache. Pending is not stored: it follows from the outbox. Thread: db.
class AlertsTable {
public:
    explicit AlertsTable(sqlite::Connection &cache)
        : m_cache(cache)
    {
    }
    /// Inserts or replaces.
    void put(const Alert &alert);
    std::optional<Alert> find(const AlertKey &key);
    /// Open ones, and those resolved since `since`.
    std::vector<Alert> listed(UtcTime since);
    std::vector<Alert> openOf(const SourceId &source);
    /// Deletes those resolved before `time`; returns their keys.
    std::vector<AlertKey> ageOut(UtcTime time);

private:
    qint64 fingerprint(const AlertKey &key, bool *exists);

    sqlite::Connection &m_cache;
};

} // namespace quarterdeck
