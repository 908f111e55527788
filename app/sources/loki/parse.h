#pragma once

#include "app/core/result.h"
#include "app/domain/series.h"
#include "app/sources/api/linefields.h"

#include <QByteArray>

namespace quarterdeck::loki {

/// How entries become lines.
struct LineRules {
    SourceId source;
    LineFields fields;
};

/// Lines of one answer, oldest first.
struct LinesAnswer {
    std::vector<LogLine> lines;
    QStringList warnings; ///< What the server warned of: the lines may not be all.
};
/// `isForward`: how the question was asked. Errors: BadPayload; Rejected for the answer to a metric query, which has no lines.
Result<LinesAnswer> parseLines(QByteArrayView body, const LineRules &rules, bool isForward);

/// Counts of one set of labels.
struct Counted {
    Labels labels;
    std::vector<std::pair<UtcTime, double>> samples;
};
struct CountsAnswer {
    std::vector<Counted> counts;
    QStringList warnings;
};
/// Errors: BadPayload.
Result<CountsAnswer> parseCounts(QByteArrayView body);

/// The names or values of an answer, sorted; an answer without data is an empty list. Errors: BadPayload.
Result<QStringList> parseList(QByteArrayView body);
/// Values of a detected field. Errors: BadPayload.
Result<QStringList> parseDetectedValues(QByteArrayView body);
/// The sets of labels of streams. Errors: BadPayload.
Result<std::vector<Labels>> parseSeries(QByteArrayView body);
/// The version, which a server built by its users may leave empty. Errors: BadPayload.
Result<QString> parseBuild(QByteArrayView body);

} // namespace quarterdeck::loki
