#pragma once

#include "app/sources/api/metricface.h"

#include <QByteArrayView>

namespace quarterdeck::influxdb {

/// Reads the answer to a SELECT, with times in milliseconds: a series for each column of numbers or truth values (1 and 0), named
/// `measurement.column`, with the tags it is grouped by; null is a gap. Warnings: a limit that cut it, columns of text that were left out, samples of
/// one instant in one series, the server's own.
/// Errors: Rejected with the server's words, which come with 200; BadPayload with the place.
Result<MetricAnswer> parseSelect(QByteArrayView body);

/// A table of texts, of all series of an answer, each row led by the name of its series: what SHOW answers. Errors as parseSelect(), and
/// TooLarge where a limit cut it.
Result<QList<QStringList>> parseShow(QByteArrayView body);
/// The labels of a series key: `cpu,host=a\ b`.
Labels labelsOfKey(const QString &key);

} // namespace quarterdeck::influxdb
