#include "app/store/tables/notestable.h"

namespace quarterdeck {

namespace {

sqlite::Row rowOf(const Note &note)
{
    return {note.id, note.alert.source, note.alert.id, note.author, note.text, note.createdAt, note.editedAt, note.isDeleted};
}

Note noteOf(const sqlite::Statement &row)
{
    return {row.uuid(1), {row.text(2), row.text(3)}, row.text(4), row.text(5), row.time(6), row.time(7), row.boolean(8)};
}

} // namespace

const PreciousTable &NotesTable::table()
{
    static const PreciousTable Table("notes", {"id", "alert_source", "alert_id", "author", "text", "created_at", "edited_at", "is_deleted"});
    return Table;
}

void NotesTable::insert(const Note &note)
{
    table().insert(m_state, rowOf(note));
}

AlertKey NotesTable::remove(const QUuid &note, UtcTime now)
{
    static const QByteArray Sql = table().select("WHERE id=?1");
    qint64 seq = 0;
    Note found;
    {
        auto row = m_state.query(Sql.constData(), note);
        if (!row.next()) {
            return {};
        }
        seq = row.integer(0);
        found = noteOf(row);
    }
    found.isDeleted = true;
    found.editedAt = now;
    table().update(m_state, seq, rowOf(found));
    return found.alert;
}

std::vector<Note> NotesTable::ofAlert(const AlertKey &alert)
{
    static const QByteArray Sql = table().select("WHERE alert_source=?1 AND alert_id=?2 AND is_deleted=0 ORDER BY created_at, seq");
    std::vector<Note> notes;
    auto rows = m_state.query(Sql.constData(), alert.source, alert.id);
    while (rows.next()) {
        notes.push_back(noteOf(rows));
    }
    return notes;
}

bool NotesTable::retain(UtcTime time, int limit)
{
    m_state.run("DELETE FROM notes WHERE seq IN (SELECT seq FROM notes WHERE created_at<?1 LIMIT ?2)", time, limit);
    return m_state.changedRows() == limit;
}

} // namespace quarterdeck
