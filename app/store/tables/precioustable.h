#pragma once

#include "app/store/sqlite/connection.h"

#include <span>
#include <vector>

namespace quarterdeck {

/// A table of state.db whose every row carries a checksum: seq, sum, then its columns. Writes go through here, so that no row is
/// ever without a right checksum.
class PreciousTable {
public:
    PreciousTable(QByteArray name, const std::vector<QByteArray> &columns);

    const QByteArray &name() const { return m_name; }
    qsizetype columnCount() const { return m_columnCount; }
    /// Stores a row, the values in the order of the columns. Returns its seq.
    qint64 insert(sqlite::Connection &database, const sqlite::Row &row) const;
    /// Replaces all values of a row.
    void update(sqlite::Connection &database, qint64 seq, const sqlite::Row &row) const;
    /// "SELECT seq, columns FROM table <tail>".
    QByteArray select(const char *tail) const;
    /// Moves rows with a wrong checksum to `damaged`; returns how many. Only the newest `limit` rows are looked at.
    int setAsideDamaged(sqlite::Connection &database, UtcTime now, qint64 limit) const;
    /// True where `sum` is the checksum of these values as a row of this table.
    bool isSum(qint64 sum, std::span<const sqlite::Value> values) const;
    /// Stores a row found in a damaged file or a backup under its old seq if that is free; older rows may lack the last columns.
    /// False when the same row, or one with the same id, is there already.
    bool restore(sqlite::Connection &database, qint64 seq, qint64 sum, std::span<const sqlite::Value> values) const;

private:
    QByteArray m_name;
    QByteArray m_columns;
    QByteArray m_insert;
    QByteArray m_update;
    QByteArray m_damaged;
    QByteArray m_keep;
    QByteArray m_remove;
    QByteArray m_hasSum;
    QByteArray m_seal;
    std::vector<QByteArray> m_restore; ///< By number of columns.
    qsizetype m_columnCount;
};

/// All precious tables of state.db.
std::span<const PreciousTable *const> preciousTables();

} // namespace quarterdeck
