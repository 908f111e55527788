#pragma once

#include "app/domain/action.h"
#include "app/store/tables/precioustable.h"

#include <QHash>

namespace quarterdeck {

/// True where an entry may go from one state to the other: ends stay ends, and a conflict is never sent by itself.
bool mayMove(OutboxState from, OutboxState to);

/// The rows of `outbox`. Thread: db.
class OutboxTable {
public:
    struct Stored {
        qint64 seq = 0;
        OutboxEntry entry;
    };

    explicit OutboxTable(sqlite::Connection &state)
        : m_state(state)
    {
    }
    static const PreciousTable &table();
    /// Adds a new entry.
    void insert(const OutboxEntry &entry);
    /// Replaces an entry by its row.
    void update(const Stored &stored);
    /// The entry of an action; nothing when there is none.
    std::optional<Stored> find(const QUuid &action);
    /// In Queued, Sending and Unknown, oldest first.
    std::vector<OutboxEntry> undelivered();
    /// The same with their rows.
    std::vector<Stored> open();
    /// Queued ones that may be about what an older one makes, and so do not know its id yet.
    std::vector<Stored> awaitingOthers();
    /// Not ended, or ended after `since`; newest first.
    std::vector<OutboxEntry> recent(UtcTime since);
    /// What waits for each alert. Where several do, the one that most needs a person.
    QHash<AlertKey, Pending> pending();
    /// Deletes up to `limit` entries that ended before `time`; true when there may be more.
    bool retain(UtcTime time, int limit);

private:
    sqlite::Connection &m_state;
};

} // namespace quarterdeck
