#include "app/sources/loki/lokiserver.h"

namespace quarterdeck::loki {

namespace {

constexpr QByteArrayView Json("application/json");

Result<HttpResponse> goodJson(Result<HttpResponse> response)
{
    return requireWhole(requireOk(std::move(response), Json));
}

} // namespace

LokiServer::LokiServer(HttpClient &http, HttpConfig config, Server server, LineRules rules)
    : m_http(http)
    , m_config(std::move(config))
    , m_server(std::move(server))
    , m_rules(std::move(rules))
{
}

Async<HttpResponse> LokiServer::ask(HttpRequest request, CancelToken cancel)
{
    return map(m_http.send(m_config, std::move(request), std::move(cancel)), this, goodJson);
}

Async<LinesReply> LokiServer::lines(const LinesQuestion &question, CancelToken cancel)
{
    const auto sent = m_http.send(m_config, linesRequest(m_server, question), std::move(cancel));
    return flatMap(sent, this, [this, isForward = question.isForward](HttpResponse response) {
        const auto refusal = response.status == 400 ? refusalIn(response.body) : std::nullopt;
        if (refusal) {
            m_limits.entries = refusal->entries.value_or(m_limits.entries);
            m_limits.range = refusal->range ? refusal->range : m_limits.range;
            return ready<LinesReply>(LinesReply {{}, refusal});
        }
        const auto good = ready<HttpResponse>(goodJson(std::move(response)));
        return parsed<LinesReply>(good, this, [rules = m_rules, isForward](QByteArrayView body) {
            return parseLines(body, rules, isForward).map([](LinesAnswer answer) { return LinesReply {std::move(answer), std::nullopt}; });
        });
    });
}

Async<CountsAnswer> LokiServer::counts(const CountsQuestion &question, CancelToken cancel)
{
    return parsed<CountsAnswer>(ask(countsRequest(m_server, question), std::move(cancel)), this, parseCounts);
}

Async<std::pair<QStringList, HttpResponse>> LokiServer::labels(TimeRange range, CancelToken cancel)
{
    using Answer = std::pair<QStringList, HttpResponse>;
    return map(ask(labelsRequest(m_server, range), std::move(cancel)), this, [](Result<HttpResponse> response) -> Result<Answer> {
        if (!response) {
            return tl::unexpected(response.error());
        }
        auto names = parseList(response->body);
        if (!names) {
            return tl::unexpected(names.error());
        }
        names->removeIf([](const QString &name) { return name.startsWith(QLatin1StringView("__")); });
        return Answer {std::move(*names), std::move(*response)};
    });
}

Async<QStringList> LokiServer::values(const QString &label, TimeRange range, CancelToken cancel)
{
    return parsed<QStringList>(ask(valuesRequest(m_server, label, range), std::move(cancel)), this, parseList);
}

Async<QStringList> LokiServer::detectedValues(const QString &field, const QString &query, TimeRange range, CancelToken cancel)
{
    return parsed<QStringList>(ask(detectedValuesRequest(m_server, field, query, range), std::move(cancel)), this, parseDetectedValues);
}

Async<std::vector<Labels>> LokiServer::series(TimeRange range, CancelToken cancel)
{
    return parsed<std::vector<Labels>>(ask(seriesRequest(m_server, range), std::move(cancel)), this, parseSeries);
}

Async<QString> LokiServer::version(CancelToken cancel)
{
    const auto asked = parsed<QString>(ask(buildRequest(m_server), std::move(cancel)), this, parseBuild);
    return map(asked, this, [](Result<QString> version) -> Result<QString> {
        // Many gateways let only questions through.
        const bool isUntold = !version && version.error().kind != ErrorKind::Cancelled;
        return isUntold ? Result<QString>(QString()) : std::move(version);
    });
}

} // namespace quarterdeck::loki
