#pragma once

#include "app/core/result.h"
#include "app/domain/series.h"

#include <QByteArrayView>
#include <QStringList>

namespace quarterdeck::prometheus {

/// The answer of query and query_range, whatever its resultType.
struct QueryAnswer {
    std::vector<Series> series;
    QStringList warnings;      ///< Of the server, verbatim: a partial answer says so here. Without hints on how the query is written.
    int skippedHistograms = 0; ///< Series that held native histograms, with or without plain samples.
};

/// Reads matrix, vector, scalar and string answers. Samples keep exact milliseconds; NaN and infinities are kept.
/// Errors: BadPayload with a JSON pointer; Rejected with the server's words for a status of "error".
Result<QueryAnswer> parseQuery(QByteArrayView body);

} // namespace quarterdeck::prometheus
