#pragma once

#include "app/core/result.h"
#include "app/sources/api/linefields.h"

#include <QByteArray>

namespace quarterdeck::victorialogs {

/// How rows become lines.
struct LineRules {
    SourceId source;
    LineFields fields;
};

/// The rows of an answer, one JSON object a line and in any order, as lines, oldest first.
/// Errors: BadPayload for an answer that was cut off; Server for one that ends in the words of a failure; Rejected for rows without a time.
Result<std::vector<LogLine>> parseLines(QByteArrayView body, const LineRules &rules);

/// Adds the counts of an answer; those of steps that begin elsewhere than asked for go where they begin, and the histogram says so.
/// Errors: BadPayload.
Result<LogHistogram> parseHits(QByteArrayView body, LogHistogram histogram, const LineFields &fields, const std::vector<LogLevel> &levels);

/// Values of a field, sorted. Errors: BadPayload.
Result<QStringList> parseValues(QByteArrayView body);
/// The version, without the "v". Errors: BadPayload.
Result<QString> parseBuild(QByteArrayView body);

/// True for a version that counts what the pipes of a query leave (1.30 and newer). Older ones, and those that do not say it, count before them.
bool countsAfterPipes(const QString &version);

} // namespace quarterdeck::victorialogs
