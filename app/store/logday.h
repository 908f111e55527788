#pragma once

#include "app/domain/logline.h"
#include "app/store/logfilter.h"
#include "app/store/sqlite/connection.h"

#include <span>

namespace quarterdeck {

/// A stretch of time of which everything was received.
struct Covered {
    TimeRange range;
    UtcTime asOf;
};

/// The file of one day of log lines. Failures stay in the connection. Thread: db-logs.
class LogDay {
public:
    /// Opens or makes the file. Errors: Storage.
    static Result<std::unique_ptr<LogDay>> open(const QString &file, bool isReadOnly);

    /// Lines in any order; those whose source and cursor are there already are not stored again.
    void put(std::span<const LogLine> lines, const Labels &known);
    /// Drops every line of a source and what is known to be whole of it.
    void forget(const SourceId &source);
    void putCovered(const SourceId &source, const LogFilter &filter, Covered covered);
    /// Up to `limit` matching lines of the range: the newest first, or the oldest first where the query is from the start.
    std::vector<LogLine> first(const LogQuery &query, const LogFilter &filter, int limit);
    std::vector<Covered> covered(const SourceId &source, const LogFilter &filter);
    sqlite::Connection &connection() { return *m_connection; }
    /// Which file it is, whatever its name has come to mean since.
    quint64 identity() const { return m_identity; }

private:
    LogDay(std::unique_ptr<sqlite::Connection> connection, quint64 identity)
        : m_connection(std::move(connection))
        , m_identity(identity)
    {
    }
    void putLine(const LogLine &line, const Labels &known);
    bool merge(const LogLine &line, const QString &cursor, const Labels &known);

    std::unique_ptr<sqlite::Connection> m_connection;
    quint64 m_identity;
};

} // namespace quarterdeck
