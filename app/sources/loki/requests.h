#pragma once

#include "app/domain/logline.h"
#include "app/net/httpclient.h"

namespace quarterdeck::loki {

/// One Loki, and as whom it is asked.
struct Server {
    QUrl base;
    QString tenant;
};

/// Which lines. Units: nanoseconds since the epoch; `to` is left out.
struct LinesQuestion {
    QString query;
    qint64 from = 0;
    qint64 to = 0;
    int limit = 100;
    bool isForward = false;
};

/// Counts at `first`, and each `step` after it up to `last`. Units: nanoseconds since the epoch.
struct CountsQuestion {
    QString query;
    qint64 first = 0;
    qint64 last = 0;
    Millis step {60'000};
};

/// Lines of streams, with the fields of each apart.
HttpRequest linesRequest(const Server &server, const LinesQuestion &question);
/// A metric query over a range.
HttpRequest countsRequest(const Server &server, const CountsQuestion &question);
/// Names of the labels that streams have.
HttpRequest labelsRequest(const Server &server, TimeRange range);
/// Values of one label.
HttpRequest valuesRequest(const Server &server, const QString &label, TimeRange range);
/// Values of a field that is no label of streams (Loki 3).
HttpRequest detectedValuesRequest(const Server &server, const QString &field, const QString &query, TimeRange range);
/// The labels of all streams.
HttpRequest seriesRequest(const Server &server, TimeRange range);
/// Version and build.
HttpRequest buildRequest(const Server &server);

} // namespace quarterdeck::loki
