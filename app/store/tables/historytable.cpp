#include "app/store/tables/historytable.h"

namespace quarterdeck {

const PreciousTable &HistoryTable::table()
{
    static const PreciousTable Table("history", {"alert_source", "alert_id", "kind", "at", "who", "detail"});
    return Table;
}

void HistoryTable::insert(const AlertKey &alert, HistoryEvent::Kind kind, UtcTime at, const QString &who, const QString &detail)
{
    table().insert(m_state, {alert.source, alert.id, historyKindName(kind), at, who, detail});
}

std::vector<HistoryEvent> HistoryTable::ofAlert(const AlertKey &alert)
{
    static const QByteArray Sql = table().select("WHERE alert_source=?1 AND alert_id=?2 ORDER BY at, seq");
    std::vector<HistoryEvent> events;
    auto rows = m_state.query(Sql.constData(), alert.source, alert.id);
    while (rows.next()) {
        events.push_back(
            {rows.integer(0), {rows.text(1), rows.text(2)}, historyKindFromName(rows.text(3)), rows.time(4), rows.text(5), rows.text(6)});
    }
    return events;
}

bool HistoryTable::retain(UtcTime time, int limit)
{
    m_state.run("DELETE FROM history WHERE seq IN (SELECT seq FROM history WHERE at<?1 LIMIT ?2)", time, limit);
    return m_state.changedRows() == limit;
}

} // namespace quarterdeck
