#pragma once

#include "app/domain/sourceevent.h"
#include "app/store/tables/precioustable.h"

namespace quarterdeck {

/// The rows of `events`: what sources tell of the past of their alerts. Thread: db.
class EventsTable {
public:
    explicit EventsTable(sqlite::Connection &state)
        : m_state(state)
    {
    }
    static const PreciousTable &table();
    /// Stores an event unless it is there; true where it was not.
    bool insert(const SourceEvent &event);
    /// Of one alert, oldest first. Their ids are below zero: those of observed events are above.
    std::vector<HistoryEvent> ofAlert(const AlertKey &alert);
    /// Deletes up to `limit` events older than `time`; true when there may be more.
    bool retain(UtcTime time, int limit);

private:
    sqlite::Connection &m_state;
};

} // namespace quarterdeck
