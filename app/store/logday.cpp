#include "app/store/logday.h"

#include "app/store/folders.h"
#include "app/store/migration.h"
#include "app/store/tables/blob.h"

#include <algorithm>

namespace quarterdeck {

namespace {

/// Stands for the cursor of a line whose source has none.
const QString OwnCursor = QStringLiteral("\x01own:");

QString cursorOf(const LogLine &line)
{
    if (!line.cursor.isEmpty()) {
        return line.cursor;
    }
    sqlite::RowHash hash("line");
    hash.addInteger(line.nanos);
    hash.add(line.host);
    hash.add(line.text);
    return OwnCursor + QString::number(hash.value(), 36);
}

Labels without(const Labels &known, const Labels &fields)
{
    Labels rest;
    for (const Label &label : known) {
        if (!fields.contains(label.name)) {
            rest.insert(label.name, label.value);
        }
    }
    return rest;
}

/// The text as the full-text index reads it, which ends at a zero.
QLatin1StringView indexed(const QByteArray &text, QByteArray &copy)
{
    if (text.contains('\0')) {
        copy = text;
        copy.replace('\0', ' ');
        return {copy.constData(), copy.size()};
    }
    return {text.constData(), text.size()};
}

/// Columns: nanos, source, cursor, service, host, level, text, fields, known.
LogLine lineOf(const sqlite::Statement &row, StringPool &pool)
{
    LogLine line;
    line.nanos = row.integer(0);
    line.source = pool.text(row.view(1));
    line.cursor = row.text(2);
    if (line.cursor.startsWith(OwnCursor)) {
        line.cursor.clear();
    }
    line.service = pool.text(row.view(3));
    line.host = pool.text(row.view(4));
    line.level = bounded(row.integer(5), LogLevel::Unknown);
    line.text = row.blob(6);
    line.fields = BlobReader(row.view(7), &pool).labels();
    return line;
}

constexpr const char *NewestLines = "SELECT nanos, source, cursor, service, host, level, text, fields, known FROM lines "
                                    "WHERE at>=?1 AND at<?2 AND (?3='' OR source=?3) ORDER BY at DESC";
constexpr const char *OldestLines = "SELECT nanos, source, cursor, service, host, level, text, fields, known FROM lines "
                                    "WHERE at>=?1 AND at<?2 AND (?3='' OR source=?3) ORDER BY at";
constexpr const char *NewestWithWords = "SELECT nanos, source, cursor, service, host, level, l.text, fields, known "
                                        "FROM words CROSS JOIN lines l ON l.at=words.rowid "
                                        "WHERE words MATCH ?4 AND words.rowid>=?1 AND words.rowid<?2 AND (?3='' OR source=?3) "
                                        "ORDER BY words.rowid DESC";
constexpr const char *OldestWithWords = "SELECT nanos, source, cursor, service, host, level, l.text, fields, known "
                                        "FROM words CROSS JOIN lines l ON l.at=words.rowid "
                                        "WHERE words MATCH ?4 AND words.rowid>=?1 AND words.rowid<?2 AND (?3='' OR source=?3) "
                                        "ORDER BY words.rowid";

} // namespace

Result<std::unique_ptr<LogDay>> LogDay::open(const QString &file, bool isReadOnly)
{
    using sqlite::Connection;
    auto connection = Connection::open(file, isReadOnly ? Connection::Access::ReadOnly : Connection::Access::ReadWrite, Connection::Sync::Normal);
    if (!connection) {
        return tl::unexpected(connection.error());
    }
    if (!isReadOnly) {
        if (auto migrated = migrate(**connection, logsMigrations()); !migrated) {
            return tl::unexpected(migrated.error());
        }
    }
    return std::unique_ptr<LogDay>(new LogDay(std::move(*connection), fileIdentity(file)));
}

void LogDay::put(std::span<const LogLine> lines, const Labels &known)
{
    // The full-text index is fastest with ascending rows.
    std::vector<const LogLine *> sorted;
    for (const LogLine &line : lines) {
        sorted.push_back(&line);
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const LogLine *a, const LogLine *b) { return a->nanos < b->nanos; });
    for (const LogLine *line : sorted) {
        putLine(*line, known);
    }
}

bool LogDay::merge(const LogLine &line, const QString &cursor, const Labels &known)
{
    qint64 at = 0;
    Labels all;
    {
        auto row = m_connection->query("SELECT at, known FROM lines WHERE cursor=?1 AND source=?2", cursor, line.source);
        if (!row.next()) {
            return false;
        }
        at = row.integer(0);
        all = BlobReader(row.view(1)).labels();
    }
    const Labels before = all;
    for (const Label &label : known) {
        all.insert(label.name, label.value);
    }
    if (all != before) {
        m_connection->run("UPDATE lines SET known=?2 WHERE at=?1", at, BlobWriter().labels(all).take());
    }
    return true;
}

void LogDay::putLine(const LogLine &line, const Labels &known)
{
    const QString cursor = cursorOf(line);
    const Labels extra = without(known, line.fields);
    const QByteArray fields = BlobWriter().labels(line.fields).take();
    const QByteArray packed = BlobWriter().labels(extra).take();
    qint64 at = line.nanos;
    const auto insert = [&] {
        m_connection->run("INSERT OR IGNORE INTO lines(at, nanos, source, cursor, service, host, level, text, fields, known) "
                          "VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)",
            at, line.nanos, line.source, cursor, line.service, line.host, int(line.level), line.text, fields, packed);
        return m_connection->changedRows() > 0;
    };
    // Most lines are new: only what was not taken is looked at more closely.
    if (!insert()) {
        if (merge(line, cursor, extra)) {
            return;
        }
        {
            auto row = m_connection->query("SELECT max(at)+1 FROM lines WHERE at>=?1 AND at<?1+1000000", at);
            at = row.next() ? row.integer(0) : at + 1;
        }
        insert();
    }
    QByteArray copy;
    m_connection->run("INSERT INTO words(rowid, text) VALUES(?1,?2)", at, indexed(line.text, copy));
}

void LogDay::forget(const SourceId &source)
{
    sqlite::Transaction transaction(*m_connection);
    {
        // The index keeps no text of its own: it has to be told again what it is to forget.
        auto rows = m_connection->query("SELECT at, text FROM lines WHERE source=?1", source);
        while (rows.next()) {
            QByteArray copy;
            const QByteArray text = rows.blob(1);
            m_connection->run("INSERT INTO words(words, rowid, text) VALUES('delete', ?1, ?2)", rows.integer(0), indexed(text, copy));
        }
    }
    m_connection->run("DELETE FROM lines WHERE source=?1", source);
    m_connection->run("DELETE FROM coverage WHERE source=?1", source);
    transaction.commit();
}

void LogDay::putCovered(const SourceId &source, const LogFilter &filter, Covered covered)
{
    const QByteArray packed = filter.packed();
    {
        auto row = m_connection->query("SELECT min(from_ms), max(to_ms), max(as_of) FROM coverage "
                                       "WHERE source=?1 AND filter=?2 AND from_ms<=?4 AND to_ms>=?3",
            source, packed, covered.range.from, covered.range.to);
        if (row.next() && row.integer(1) != 0) {
            covered.range.from = std::min(covered.range.from, row.time(0));
            covered.range.to = std::max(covered.range.to, row.time(1));
            covered.asOf = std::max(covered.asOf, row.time(2));
        }
    }
    m_connection->run(
        "DELETE FROM coverage WHERE source=?1 AND filter=?2 AND from_ms>=?3 AND to_ms<=?4", source, packed, covered.range.from, covered.range.to);
    m_connection->run("INSERT INTO coverage(source, filter, from_ms, to_ms, as_of) VALUES(?1,?2,?3,?4,?5)", source, packed, covered.range.from,
        covered.range.to, covered.asOf);
}

std::vector<LogLine> LogDay::first(const LogQuery &query, const LogFilter &filter, int limit)
{
    const QString expression = filter.expression();
    const qint64 from = query.range.from.nanos();
    const qint64 to = query.range.to.nanos();
    // A line may stand up to a millisecond behind its time; what is outside the range is left out below.
    const qint64 end = to + 1'000'000;
    const SourceId source = query.sources.value(0);
    const char *const sql = expression.isEmpty() ? (query.isFromStart ? OldestLines : NewestLines)
                                                 : (query.isFromStart ? OldestWithWords : NewestWithWords);
    auto rows = expression.isEmpty() ? m_connection->query(sql, from, end, source) : m_connection->query(sql, from, end, source, expression);
    StringPool pool;
    std::vector<LogLine> lines;
    while (int(lines.size()) < limit && rows.next()) {
        // Without an index for it the text decides over every line there is: before anything else of it is read.
        if (!filter.matchesText(rows.view(6))) {
            continue;
        }
        LogLine line = lineOf(rows, pool);
        if (line.nanos < to && filter.matches(line, BlobReader(rows.view(8), &pool).labels())) {
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

std::vector<Covered> LogDay::covered(const SourceId &source, const LogFilter &filter)
{
    std::vector<Covered> stretches;
    auto rows = m_connection->query("SELECT filter, from_ms, to_ms, as_of FROM coverage WHERE source=?1", source);
    while (rows.next()) {
        if (LogFilter::unpacked(rows.view(0)).covers(filter)) {
            stretches.push_back({{rows.time(1), rows.time(2)}, rows.time(3)});
        }
    }
    return stretches;
}

} // namespace quarterdeck
