#include "app/sources/elasticsearch/elasticserver.h"

namespace quarterdeck::elasticsearch {

ElasticServer::ElasticServer(HttpClient &http, HttpConfig config, Server server, LineRules rules)
    : m_http(http)
    , m_config(std::move(config))
    , m_server(std::move(server))
    , m_rules(std::move(rules))
{
}

Async<HttpResponse> ElasticServer::ask(HttpRequest request, CancelToken cancel)
{
    return map(m_http.send(m_config, std::move(request), std::move(cancel)), this,
        [](Result<HttpResponse> response) { return requireWhole(requireOk(std::move(response), "application/json")); });
}

Async<std::pair<ServerInfo, HttpResponse>> ElasticServer::info(CancelToken cancel)
{
    using Answer = std::pair<ServerInfo, HttpResponse>;
    return map(ask(infoRequest(m_server), std::move(cancel)), this, [this](Result<HttpResponse> response) -> Result<Answer> {
        if (!response) {
            return tl::unexpected(response.error());
        }
        auto info = parseInfo(response->body);
        if (!info) {
            return tl::unexpected(info.error());
        }
        m_flavour = info->flavour;
        return Answer {std::move(*info), std::move(*response)};
    });
}

Async<Flavour> ElasticServer::flavour(CancelToken cancel)
{
    if (m_flavour) {
        return ready<Flavour>(Flavour(*m_flavour));
    }
    return map(info(std::move(cancel)), this, [](const Result<std::pair<ServerInfo, HttpResponse>> &answer) {
        return answer.map([](const std::pair<ServerInfo, HttpResponse> &found) { return found.first.flavour; });
    });
}

Async<FieldTypes> ElasticServer::types(const QStringList &names, CancelToken cancel)
{
    return parsed<FieldTypes>(ask(typesRequest(m_server, names), std::move(cancel)), this, FieldTypes::parse);
}

Async<Page> ElasticServer::page(const PageQuestion &question, CancelToken cancel)
{
    // Without a view both are asked alike.
    const HttpRequest request = pageRequest(m_server, m_flavour.value_or(Flavour::Elasticsearch), question);
    return parsed<Page>(ask(request, std::move(cancel)), this, [rules = m_rules](QByteArrayView body) { return parsePage(body, rules); });
}

Async<QByteArray> ElasticServer::openView(CancelToken cancel)
{
    return flatMap(flavour(cancel), this,
        [this, cancel](Flavour flavour) { return parsed<QByteArray>(ask(openPitRequest(m_server, flavour), cancel), this, parsePit); });
}

void ElasticServer::closeView(const QByteArray &pit)
{
    if (!pit.isEmpty()) {
        // It ends by itself a minute later: an answer changes nothing.
        m_http.send(m_config, closePitRequest(m_server, m_flavour.value_or(Flavour::Elasticsearch), pit), {});
    }
}

Async<LogHistogram> ElasticServer::counts(
    const QByteArray &query, const LogHistogram &empty, const std::array<QByteArray, 5> &levels, CancelToken cancel)
{
    return parsed<LogHistogram>(ask(countsRequest(m_server, query, m_rules.names.time, empty, levels), std::move(cancel)), this,
        [empty](QByteArrayView body) { return parseCounts(body, empty); });
}

Async<QStringList> ElasticServer::values(const QByteArray &query, const QString &name, const QString &field, int size, CancelToken cancel)
{
    return parsed<QStringList>(
        ask(valuesRequest(m_server, query, name, size), std::move(cancel)), this, [field](QByteArrayView body) { return parseValues(body, field); });
}

} // namespace quarterdeck::elasticsearch
