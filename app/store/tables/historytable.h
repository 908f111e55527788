#pragma once

#include "app/domain/history.h"
#include "app/store/tables/precioustable.h"

namespace quarterdeck {

/// The rows of `history`. Thread: db.
class HistoryTable {
public:
    explicit HistoryTable(sqlite::Connection &state)
        : m_state(state)
    {
    }
    static const PreciousTable &table();
    void insert(const AlertKey &alert, HistoryEvent::Kind kind, UtcTime at, const QString &who = {}, const QString &detail = {});
    /// An event of an action, with its verb; its id is given by the table.
    void insert(const HistoryEvent &event);
    /// Of one alert, oldest first.
    std::vector<HistoryEvent> ofAlert(const AlertKey &alert);
    /// Deletes up to `limit` events older than `time`; true when there may be more.
    bool retain(UtcTime time, int limit);

private:
    sqlite::Connection &m_state;
};

} // namespace quarterdeck
