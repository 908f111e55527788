#pragma once

#include "app/domain/freshness.h"
#include "app/domain/series.h"
#include "app/store/sqlite/connection.h"

#include <optional>

namespace quarterdeck {

/// The rows of `series` in the cache: whole answers by source, expression, step and range. Thread: db.
class SeriesTable {
public:
    struct Found {
        qint64 seq = 0;
        Dated<std::vector<Series>> answer;
    };

    explicit SeriesTable(sqlite::Connection &cache)
        : m_cache(cache)
    {
    }
    /// Keeps an answer of the query's one source, and what it warned of, instead of those of the same query that it covers, and drops the least
    /// recently used beyond the limit.
    void put(const MetricQuery &query, const std::vector<Series> &series, UtcTime asOf, const QStringList &warnings);
    /// The answer that covers most of the range (the newest of equal ones), cut to it.
    std::optional<Found> best(const MetricQuery &query);
    /// Remembers that an answer was of use.
    void noteUse(qint64 seq, UtcTime at);
    /// Units: bytes of stored answers.
    static constexpr qint64 Limit = 64LL * 1024 * 1024;

private:
    void shrink();

    sqlite::Connection &m_cache;
};

} // namespace quarterdeck
