#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace quarterdeck {

/// A query in the part of LogQL that tests need, read as Loki reads it: selectors, line filters, label filters with and, or and brackets, and
/// `sum by (...) (count_over_time(... [span]))`.
struct LogqlQuery {
    using Fields = QMap<QString, QString>;

    std::function<bool(const Fields &stream)> takesStream;
    std::vector<std::function<bool(const Fields &fields, const QByteArray &line)>> stages;
    bool isCount = false;
    QStringList by;
    qint64 spanMs = 0;

    /// Labels of the stream and fields of the line.
    bool takes(const Fields &stream, const Fields &fields, const QByteArray &line) const;
};

/// Reads a query; where it cannot, `error` is what Loki says of it.
LogqlQuery readLogql(const QString &text, QString &error);

} // namespace quarterdeck
