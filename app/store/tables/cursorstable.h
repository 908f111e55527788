#pragma once

#include "app/domain/sourceevent.h"
#include "app/store/sqlite/connection.h"

#include <optional>

namespace quarterdeck {

/// The rows of `cursors`: how far what sources tell was read. Thread: db.
class CursorsTable {
public:
    explicit CursorsTable(sqlite::Connection &state)
        : m_state(state)
    {
    }
    /// How far the timeline of a source was read; nothing where nobody tried.
    std::optional<TimelineCursor> timeline(const SourceId &source);
    void putTimeline(const SourceId &source, const TimelineCursor &cursor);
    /// Another server answers under the name of the source: its timeline is read from the beginning.
    void forget(const SourceId &source);

private:
    sqlite::Connection &m_state;
};

} // namespace quarterdeck
