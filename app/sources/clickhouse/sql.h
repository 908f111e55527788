#pragma once

#include "app/core/result.h"
#include "app/sources/api/linefields.h"

#include <QMap>

namespace quarterdeck::clickhouse {

/// The table with the lines, and what its columns hold.
struct Table {
    QString name = QStringLiteral("otel_logs"); ///< With its database, where it is not the user's own.
    QString time = QStringLiteral("Timestamp");
    qint64 unitNanos = 1; ///< Of a time that is a number.
    QString message = QStringLiteral("Body");
    LineFields fields;
};

/// Names of columns and their types.
using Columns = QMap<QString, QString>;

/// A string of SQL, quotes included: whatever the text holds, it is that text and nothing else.
QString quoted(QStringView text);
/// A name of SQL, quotes included.
QString quotedName(const QString &name);

/// The name under which a question for lines has the time in nanoseconds.
inline constexpr QStringView NanosColumn = u"quarterdeck_ns";

/// The conditions of a query and of a stretch of time. Units: nanoseconds since the epoch; `to` is left out.
/// Errors: Rejected, for a column that the table does not have.
Result<QString> conditions(const LogQuery &query, qint64 from, qint64 to, const Table &table, const Columns &columns);

/// The oldest or newest lines that meet the conditions.
QString linesQuery(const QString &conditions, int limit, bool isForward, const Table &table, const Columns &columns);
/// Counts by bucket ("b") and level fields.
QString countsQuery(const QString &conditions, qint64 from, Millis step, const Table &table, const Columns &columns);
/// Distinct values ("v") of one column.
QString valuesQuery(const QString &conditions, const QString &column, int limit, const Table &table);
/// Columns ("name") and types ("type") of the table.
QString columnsQuery(const Table &table);

} // namespace quarterdeck::clickhouse
