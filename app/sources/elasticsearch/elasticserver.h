#pragma once

#include "app/net/parsed.h"
#include "app/sources/elasticsearch/parse.h"

#include <QObject>

namespace quarterdeck::elasticsearch {

/// One Elasticsearch or OpenSearch over HTTP, with the answers parsed. Thread: io.
class ElasticServer : public QObject {
public:
    ElasticServer(HttpClient &http, HttpConfig config, Server server, LineRules rules);

    const Names &names() const { return m_rules.names; }
    /// Which server it is; with how its answer came. Asked for anew each time.
    Async<std::pair<ServerInfo, HttpResponse>> info(CancelToken cancel);
    /// What the indices know of these fields.
    Async<FieldTypes> types(const QStringList &names, CancelToken cancel);
    Async<Page> page(const PageQuestion &question, CancelToken cancel);
    /// A view that stands still for a minute after each question. Asks once which server it is.
    Async<QByteArray> openView(CancelToken cancel);
    /// Lets a view go; nobody waits for it.
    void closeView(const QByteArray &pit);
    Async<LogHistogram> counts(const QByteArray &query, const LogHistogram &empty, const std::array<QByteArray, 5> &levels, CancelToken cancel);
    /// Errors: Rejected where there are more than `size`.
    Async<QStringList> values(const QByteArray &query, const QString &name, const QString &field, int size, CancelToken cancel);

private:
    Async<HttpResponse> ask(HttpRequest request, CancelToken cancel);
    Async<Flavour> flavour(CancelToken cancel);

    HttpClient &m_http;
    HttpConfig m_config;
    Server m_server;
    LineRules m_rules;
    std::optional<Flavour> m_flavour;
};

} // namespace quarterdeck::elasticsearch
