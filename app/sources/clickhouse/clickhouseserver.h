#pragma once

#include "app/net/parsed.h"
#include "app/sources/clickhouse/parse.h"

#include <QObject>

namespace quarterdeck::clickhouse {

/// One ClickHouse over HTTP, asked so that it cannot change anything. Thread: io.
class ClickhouseServer : public QObject {
public:
    ClickhouseServer(HttpClient &http, HttpConfig config, QUrl base);

    /// The rows of a query. Errors: those of the server, with its words.
    Async<HttpResponse> ask(const QString &sql, CancelToken cancel);

private:
    HttpClient &m_http;
    HttpConfig m_config;
    QUrl m_base;
};

} // namespace quarterdeck::clickhouse
