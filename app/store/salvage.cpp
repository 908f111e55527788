#include "app/store/salvage.h"

#include "app/store/folders.h"
#include "app/store/tables/outboxtable.h"

#include <QSet>

#include <algorithm>

namespace quarterdeck {

namespace {

/// The place of `state` among the columns of the outbox.
constexpr std::size_t StateColumn = 14;

const PreciousTable *tableOf(const sqlite::RawRow &row)
{
    if (row.values.size() < 3 || row.values[0].kind != sqlite::Value::Kind::Null || row.values[1].kind != sqlite::Value::Kind::Integer) {
        return nullptr;
    }
    const std::span<const sqlite::Value> values(row.values.begin() + 2, row.values.end());
    for (const PreciousTable *table : preciousTables()) {
        if (table->isSum(row.values[1].integer, values)) {
            return table;
        }
    }
    return nullptr;
}

/// True for what looks like a row of ours: a leading NULL for the rowid, a checksum, and as many columns as a table has.
bool isLikeOurs(const sqlite::RawRow &row)
{
    if (row.values.size() < 3 || row.values[0].kind != sqlite::Value::Kind::Null || row.values[1].kind != sqlite::Value::Kind::Integer) {
        return false;
    }
    const auto tables = preciousTables();
    return std::any_of(
        tables.begin(), tables.end(), [&row](const PreciousTable *table) { return std::size_t(table->columnCount()) + 2 == row.values.size(); });
}

void distrust(sqlite::Row &outboxRow)
{
    sqlite::Value &state = outboxRow[StateColumn];
    if (state.bytes == "queued" || state.bytes == "sending") {
        state.bytes = QByteArrayLiteral("unknown");
    }
}

} // namespace

Salvage salvageRows(const QString &file)
{
    Salvage salvage;
    std::vector<sqlite::RawRow> raw = sqlite::PageFile(file).rows(&salvage.unreadable);
    QSet<qint64> known;
    for (sqlite::RawRow &row : raw) {
        if (const PreciousTable *table = tableOf(row)) {
            const qint64 sum = row.values[1].integer;
            if (known.contains(sum)) {
                continue;
            }
            known.insert(sum);
            row.values.erase(row.values.begin(), row.values.begin() + 2);
            salvage.rows.push_back({table, row.rowid, sum, std::move(row.values)});
        } else if (isLikeOurs(row)) {
            ++salvage.unreadable;
        }
    }
    std::stable_sort(salvage.rows.begin(), salvage.rows.end(), [](const SalvagedRow &a, const SalvagedRow &b) { return a.seq < b.seq; });
    return salvage;
}

int restoreRows(sqlite::Connection &state, const Salvage &salvage, bool isStale)
{
    int restored = 0;
    for (const SalvagedRow &row : salvage.rows) {
        sqlite::Row values = row.values;
        if (isStale && row.table == &OutboxTable::table() && values.size() > StateColumn) {
            distrust(values);
        }
        restored += row.table->restore(state, row.seq, row.sum, values) ? 1 : 0;
    }
    return restored;
}

int restoreFromBackup(sqlite::Connection &state, const QString &backups)
{
    const QStringList files = dailyBackups(backups);
    return files.isEmpty() ? 0 : restoreRows(state, salvageRows(files.last()), true);
}

} // namespace quarterdeck
