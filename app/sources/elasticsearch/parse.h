#pragma once

#include "app/sources/elasticsearch/requests.h"

namespace quarterdeck::elasticsearch {

/// How hits become lines.
struct LineRules {
    SourceId source;
    Names names;
};

/// One page of lines, in the order of the answer.
struct Page {
    std::vector<LogLine> lines;
    int hits = 0;
    QByteArray after; ///< The sort values of the last one, as JSON.
    QByteArray pit;   ///< The view to go on with.
    std::vector<Error> lacks;
};
/// Errors: BadPayload.
Result<Page> parsePage(QByteArrayView body, const LineRules &rules);

/// Adds the counts of an answer. Errors: BadPayload.
Result<LogHistogram> parseCounts(QByteArrayView body, LogHistogram histogram);

/// Values of a field, sorted. Errors: BadPayload; Rejected for `field` where there are more than were asked for.
Result<QStringList> parseValues(QByteArrayView body, const QString &field);

/// Which server this is.
struct ServerInfo {
    QString version;
    QString cluster;
    Flavour flavour = Flavour::Elasticsearch;
};
/// Errors: BadPayload.
Result<ServerInfo> parseInfo(QByteArrayView body);

/// The name of a view. Errors: BadPayload.
Result<QByteArray> parsePit(QByteArrayView body);

} // namespace quarterdeck::elasticsearch
