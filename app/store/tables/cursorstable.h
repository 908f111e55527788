#pragma once

#include "app/domain/sourceevent.h"
#include "app/store/sqlite/connection.h"

#include <optional>

namespace quarterdeck {

/// The rows of `cursors`: how far what sources tell was read, and what they are to remember. Thread: db.
class CursorsTable {
public:
    explicit CursorsTable(sqlite::Connection &state)
        : m_state(state)
    {
    }
    /// How far the timeline of a source was read; nothing where nobody tried.
    std::optional<TimelineCursor> timeline(const SourceId &source);
    void putTimeline(const SourceId &source, const TimelineCursor &cursor);
    /// What its face of alerts is to remember; empty for nothing.
    QString memory(const SourceId &source);
    void putMemory(const SourceId &source, const QString &memory);
    /// Another server answers under the name of the source: its timeline is read from the beginning.
    void forget(const SourceId &source);

private:
    sqlite::Connection &m_state;
};

} // namespace quarterdeck
