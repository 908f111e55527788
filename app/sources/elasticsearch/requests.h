#pragma once

#include "app/net/httpclient.h"
#include "app/sources/elasticsearch/dsl.h"

namespace quarterdeck::elasticsearch {

/// Two servers of one API, which differ where a reading of many pages is held still.
enum class Flavour : quint8 { Elasticsearch, OpenSearch };

/// One server, and where its log lines are.
struct Server {
    QUrl base;
    QString index;
};

/// One page of lines.
struct PageQuestion {
    QByteArray query; ///< In the Query DSL.
    QString timeField;
    bool isOfMixedTimes = false;
    bool isForward = false;
    int size = 100;
    QByteArray pit;   ///< Set: of a view that stands still.
    QByteArray after; ///< The sort values of the last line of the page before, as JSON.
};

/// Which server this is.
HttpRequest infoRequest(const Server &server);
/// What the indices know of these fields and their twins.
HttpRequest typesRequest(const Server &server, const QStringList &names);
/// Lines in the order of their time.
HttpRequest pageRequest(const Server &server, Flavour flavour, const PageQuestion &question);
/// Holds a view of the indices for a minute.
HttpRequest openPitRequest(const Server &server, Flavour flavour);
HttpRequest closePitRequest(const Server &server, Flavour flavour, const QByteArray &pit);
/// Counts by time and level; `levels`: a condition for each, null for those that are not counted.
HttpRequest countsRequest(
    const Server &server, const QByteArray &query, const QString &timeField, const LogHistogram &empty, const std::array<QByteArray, 5> &levels);
/// Values of a field, the most frequent first.
HttpRequest valuesRequest(const Server &server, const QByteArray &query, const QString &field, int size);

} // namespace quarterdeck::elasticsearch
