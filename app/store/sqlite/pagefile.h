#pragma once

#include "app/store/sqlite/value.h"

#include <QHash>

namespace quarterdeck::sqlite {

/// A row as it lies in a page, whatever table it belongs to.
struct RawRow {
    qint64 rowid = 0;
    Row values;
};

/// Reads a database file page by page without SQLite, so that damage in one place (even in the schema) hides nothing elsewhere.
/// What was committed to the -wal is taken into account. Source: sqlite.org/fileformat2.html.
class PageFile {
public:
    /// A file that cannot be read has no rows.
    explicit PageFile(const QString &file);
    /// All rows of all table leaf pages. `unreadable` counts cells that make no sense.
    std::vector<RawRow> rows(int *unreadable) const;

private:
    QByteArrayView page(quint32 number) const;
    void readWal(const QByteArray &wal);
    bool readCell(QByteArrayView page, qsizetype at, RawRow &row) const;
    QByteArray payload(QByteArrayView page, qsizetype at, qint64 size) const;

    QByteArray m_bytes;
    qsizetype m_pageSize = 4096;
    QHash<quint32, QByteArray> m_newer; ///< Pages of the -wal.
    quint32 m_pages = 0;
};

} // namespace quarterdeck::sqlite
