#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

#include <functional>
#include <optional>

namespace quarterdeck {

/// A query in the part of LogsQL that tests need, read as VictoriaLogs reads it: `*`, fields with `:=`, `:in(...)` and `:~`, words, `!`, `or`,
/// brackets, and the pipes `sort by (_time)`, `limit`, `fields` and `stats`; any other pipe is a filter for its word.
struct LogsqlQuery {
    using Fields = QMap<QString, QString>;

    std::function<bool(const Fields &row)> takes; ///< `_msg` is a field like any other.
    bool isSorted = false;
    std::optional<int> limit;
    bool isStats = false;
    int pipes = 0;
};

/// Reads a query; where it cannot, `error` is what VictoriaLogs says of it.
LogsqlQuery readLogsql(const QString &text, QString &error);

} // namespace quarterdeck
