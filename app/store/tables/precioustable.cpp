#include "app/store/tables/precioustable.h"

#include "app/store/tables/eventstable.h"
#include "app/store/tables/firingstable.h"
#include "app/store/tables/historytable.h"
#include "app/store/tables/joinstable.h"
#include "app/store/tables/notestable.h"
#include "app/store/tables/outboxtable.h"
#include "app/store/tables/runstable.h"

#include <array>

namespace quarterdeck {

PreciousTable::PreciousTable(QByteArray name, const std::vector<QByteArray> &columns)
    : m_name(std::move(name))
    , m_columnCount(qsizetype(columns.size()))
{
    const QByteArray tag = "qd_sum('" + m_name + "',";
    const QByteArray values = sqlite::parameters(1, columns.size());
    QByteArray assignments;
    QByteArray quoted;
    QByteArray some;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const QByteArray comma = i > 0 ? "," : "";
        m_columns += comma + columns[i];
        assignments += ',' + columns[i] + "=?" + QByteArray::number(qulonglong(i) + 1);
        quoted += (i > 0 ? "||','||quote(" : "quote(") + columns[i] + ')';
        some += ',' + columns[i];
        m_restore.push_back("INSERT OR IGNORE INTO " + m_name + "(sum" + some + ") VALUES(0," + sqlite::parameters(1, i + 1) + ')');
    }
    m_insert = "INSERT INTO " + m_name + "(sum," + m_columns + ") VALUES(" + tag + values + ")," + values + ')';
    m_update = "UPDATE " + m_name + " SET sum=" + tag + values + ')' + assignments + " WHERE seq=?"
        + QByteArray::number(qulonglong(columns.size()) + 1);
    // By where the newest begin: of a list that is cut to them every row would be copied.
    m_damaged = "SELECT seq FROM " + m_name + " WHERE seq > coalesce((SELECT seq FROM " + m_name
        + " ORDER BY seq DESC LIMIT 1 OFFSET ?1), -9223372036854775808) AND sum IS NOT " + tag + m_columns + ')';
    m_keep = "INSERT INTO damaged(origin, found_at, content) SELECT '" + m_name + "', ?2, CAST(" + quoted + " AS BLOB) FROM " + m_name
        + " WHERE seq=?1";
    m_remove = "DELETE FROM " + m_name + " WHERE seq=?1";
    m_hasSum = "SELECT 1 FROM " + m_name + " WHERE sum=?1";
    m_seal = "UPDATE " + m_name + " SET sum=" + tag + m_columns + ") WHERE seq=?1";
}

qint64 PreciousTable::insert(sqlite::Connection &database, const sqlite::Row &row) const
{
    database.run(m_insert.constData(), row);
    return database.lastRowId();
}

void PreciousTable::update(sqlite::Connection &database, qint64 seq, const sqlite::Row &row) const
{
    database.run(m_update.constData(), row, seq);
}

QByteArray PreciousTable::select(const char *tail) const
{
    return "SELECT seq," + m_columns + " FROM " + m_name + ' ' + tail;
}

int PreciousTable::setAsideDamaged(sqlite::Connection &database, UtcTime now, qint64 limit) const
{
    std::vector<qint64> bad;
    {
        auto rows = database.query(m_damaged.constData(), limit);
        while (rows.next()) {
            bad.push_back(rows.integer(0));
        }
    }
    for (const qint64 seq : bad) {
        database.run(m_keep.constData(), seq, now);
        database.run(m_remove.constData(), seq);
    }
    return int(bad.size());
}

bool PreciousTable::isSum(qint64 sum, std::span<const sqlite::Value> values) const
{
    sqlite::RowHash hash(m_name);
    for (const sqlite::Value &value : values) {
        hash.add(value);
    }
    return hash.value() == sum;
}

bool PreciousTable::restore(sqlite::Connection &database, qint64 seq, qint64 sum, std::span<const sqlite::Value> values) const
{
    if (values.empty() || values.size() > m_restore.size() || database.query(m_hasSum.constData(), sum).next()) {
        return false;
    }
    database.run(m_restore[values.size() - 1].constData(), sqlite::Row(values.begin(), values.end()));
    if (database.changedRows() == 0) {
        return false;
    }
    const qint64 given = database.lastRowId();
    database.run(m_seal.constData(), given);
    if (seq != given) {
        const QByteArray move = "UPDATE OR IGNORE " + m_name + " SET seq=" + QByteArray::number(seq) + " WHERE seq=" + QByteArray::number(given);
        database.execute(move);
    }
    return true;
}

std::span<const PreciousTable *const> preciousTables()
{
    static const std::array<const PreciousTable *, 8> All {&OutboxTable::table(), &NotesTable::table(), &RunsTable::table(), &RunsTable::marks(),
        &HistoryTable::table(), &FiringsTable::table(), &JoinsTable::table(), &EventsTable::table()};
    return All;
}

} // namespace quarterdeck
