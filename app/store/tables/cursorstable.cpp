#include "app/store/tables/cursorstable.h"

namespace quarterdeck {

std::optional<TimelineCursor> CursorsTable::timeline(const SourceId &source)
{
    auto row = m_state.query("SELECT cursor, read_to FROM cursors WHERE source=?1 AND face='timeline'", source);
    return row.next() ? std::optional(TimelineCursor {row.text(0), row.time(1)}) : std::nullopt;
}

void CursorsTable::putTimeline(const SourceId &source, const TimelineCursor &cursor)
{
    m_state.run("INSERT OR REPLACE INTO cursors(source, face, cursor, read_to) VALUES(?1,'timeline',?2,?3)", source, cursor.text, cursor.readTo);
}

QString CursorsTable::memory(const SourceId &source)
{
    auto row = m_state.query("SELECT cursor FROM cursors WHERE source=?1 AND face='alerts'", source);
    return row.next() ? row.text(0) : QString();
}

void CursorsTable::putMemory(const SourceId &source, const QString &memory)
{
    m_state.run("INSERT OR REPLACE INTO cursors(source, face, cursor, read_to) VALUES(?1,'alerts',?2,0)", source, memory);
}

void CursorsTable::forget(const SourceId &source)
{
    m_state.run("DELETE FROM cursors WHERE source=?1", source);
}

} // namespace quarterdeck
