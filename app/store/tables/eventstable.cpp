#include "app/store/tables/eventstable.h"

namespace quarterdeck {

const PreciousTable &EventsTable::table()
{
    static const PreciousTable Table("events", {"alert_source", "alert_id", "event", "kind", "at", "who", "detail"});
    return Table;
}

bool EventsTable::insert(const SourceEvent &event)
{
    const HistoryEvent &what = event.what;
    if (m_state.query("SELECT 1 FROM events WHERE alert_source=?1 AND event=?2", what.alert.source, event.id).next()) {
        return false;
    }
    table().insert(m_state, {what.alert.source, what.alert.id, event.id, historyKindName(what.kind), what.at, what.who, what.detail});
    return true;
}

std::vector<HistoryEvent> EventsTable::ofAlert(const AlertKey &alert)
{
    static const QByteArray Sql = table().select("WHERE alert_source=?1 AND alert_id=?2 ORDER BY at, seq");
    std::vector<HistoryEvent> events;
    auto rows = m_state.query(Sql.constData(), alert.source, alert.id);
    while (rows.next()) {
        events.push_back(
            {-rows.integer(0), {rows.text(1), rows.text(2)}, historyKindFromName(rows.text(4)), rows.time(5), rows.text(6), rows.text(7)});
    }
    return events;
}

bool EventsTable::retain(UtcTime time, int limit)
{
    m_state.run("DELETE FROM events WHERE seq IN (SELECT seq FROM events WHERE at<?1 LIMIT ?2)", time, limit);
    return m_state.changedRows() == limit;
}

} // namespace quarterdeck
