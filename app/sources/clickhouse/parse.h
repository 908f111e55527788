#pragma once

#include "app/sources/clickhouse/sql.h"

#include <QByteArray>

namespace quarterdeck::clickhouse {

/// How rows become lines.
struct LineRules {
    SourceId source;
    Table table;
};

/// The rows of an answer, one JSON object a line, as lines, oldest first.
/// Errors: BadPayload for an answer that was cut off; Server for one that ends in the words of a failure, which come with the status 200.
Result<std::vector<LogLine>> parseLines(QByteArrayView body, const LineRules &rules);
/// Adds the counts of an answer. Errors: as parseLines.
Result<LogHistogram> parseCounts(QByteArrayView body, LogHistogram histogram, const Table &table, const std::vector<LogLevel> &levels);
/// Values, sorted. Errors: as parseLines.
Result<QStringList> parseValues(QByteArrayView body);
/// Errors: as parseLines.
Result<Columns> parseColumns(QByteArrayView body);

} // namespace quarterdeck::clickhouse
