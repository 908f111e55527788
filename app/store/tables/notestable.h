#pragma once

#include "app/domain/history.h"
#include "app/store/tables/precioustable.h"

namespace quarterdeck {

/// The rows of `notes`. Thread: db.
class NotesTable {
public:
    explicit NotesTable(sqlite::Connection &state)
        : m_state(state)
    {
    }
    static const PreciousTable &table();
    void insert(const Note &note);
    /// Marks a note as deleted; its alert, or an invalid key when there is no such note.
    AlertKey remove(const QUuid &note, UtcTime now);
    /// Of one alert, without the deleted ones, oldest first.
    std::vector<Note> ofAlert(const AlertKey &alert);
    /// Deletes up to `limit` notes written before `time`; true when there may be more.
    bool retain(UtcTime time, int limit);

private:
    sqlite::Connection &m_state;
};

} // namespace quarterdeck
