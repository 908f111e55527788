#pragma once

#include "app/domain/alert.h"
#include "app/store/sqlite/connection.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace quarterdeck {

/// The rows of `alerts` in the cache. Pending is not stored: it follows from the outbox. Thread: db.
class AlertsTable {
public:
    explicit AlertsTable(sqlite::Connection &cache)
        : m_cache(cache)
    {
    }
    /// Where an alert is stored, and what a poll needs to know of it.
    struct Place {
        qint64 seq = 0; ///< 0: it is not stored.
        qint64 fp = 0;
        bool isOpen = false;
        UtcTime lastSeenAt;
    };

    /// Looks an alert up without reading all of it.
    Place placeOf(const AlertKey &key);
    /// The same of several of one source, in their order, by few statements. Nothing where the place of one may depend on what is
    /// written before it: for a key that is there twice, and for keys with the same hash.
    std::optional<std::vector<Place>> placesOf(std::span<const Alert> alerts);
    /// Inserts or replaces.
    void put(const Alert &alert) { put(alert, placeOf(alert.key)); }
    /// Inserts or replaces at what placeOf() has just told.
    void put(const Alert &alert, const Place &place);
    std::optional<Alert> find(const AlertKey &key);
    /// Open ones, and those resolved since `since`.
    std::vector<Alert> listed(UtcTime since);
    /// The open ones of a source, one after the other.
    void eachOpen(const SourceId &source, const std::function<void(const Alert &)> &see);
    /// Deletes up to `limit` of those resolved before `time`; returns their keys.
    std::vector<AlertKey> ageOut(UtcTime time, int limit);

private:
    sqlite::Connection &m_cache;
};

} // namespace quarterdeck
