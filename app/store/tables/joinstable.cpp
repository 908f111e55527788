#include "app/store/tables/joinstable.h"

namespace quarterdeck {

const PreciousTable &JoinsTable::table()
{
    static const PreciousTable Table("joins", {"one_source", "one_id", "other_source", "other_id", "are_one", "author", "at"});
    return Table;
}

void JoinsTable::insert(const JoinDecision &decision)
{
    table().insert(
        m_state, {decision.one.source, decision.one.id, decision.other.source, decision.other.id, decision.areOne, decision.by, decision.at});
}

std::vector<JoinDecision> JoinsTable::all()
{
    static const QByteArray Sql = table().select("ORDER BY seq");
    std::vector<JoinDecision> decisions;
    auto rows = m_state.query(Sql.constData());
    while (rows.next()) {
        decisions.push_back({{rows.text(1), rows.text(2)}, {rows.text(3), rows.text(4)}, rows.boolean(5), rows.text(6), rows.time(7)});
    }
    return decisions;
}

bool JoinsTable::retain(UtcTime time, int limit)
{
    m_state.run("DELETE FROM joins WHERE seq IN (SELECT seq FROM joins WHERE at<?1 LIMIT ?2)", time, limit);
    return m_state.changedRows() == limit;
}

} // namespace quarterdeck
