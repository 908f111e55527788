#include "app/sources/victorialogs/victorialogsserver.h"

namespace quarterdeck::victorialogs {

VictorialogsServer::VictorialogsServer(HttpClient &http, HttpConfig config, Server server, LineRules rules)
    : m_http(http)
    , m_config(std::move(config))
    , m_server(std::move(server))
    , m_rules(std::move(rules))
{
}

Async<HttpResponse> VictorialogsServer::ask(HttpRequest request, CancelToken cancel)
{
    // Rows have a type of their own, and none where there are none.
    return map(m_http.send(m_config, std::move(request), std::move(cancel)), this,
        [](Result<HttpResponse> response) { return requireWhole(requireOk(std::move(response), {})); });
}

Async<std::vector<LogLine>> VictorialogsServer::lines(const Question &question, int limit, CancelToken cancel)
{
    return parsed<std::vector<LogLine>>(ask(linesRequest(m_server, question, limit), std::move(cancel)), this,
        [rules = m_rules](QByteArrayView body) { return parseLines(body, rules); });
}

Async<LogHistogram> VictorialogsServer::hits(const HitsQuestion &question, CancelToken cancel)
{
    const auto asked = ask(hitsRequest(m_server, question.question, question.empty.step, m_rules.fields.level), std::move(cancel));
    return parsed<LogHistogram>(
        asked, this, [question, fields = m_rules.fields](QByteArrayView body) { return parseHits(body, question.empty, fields, question.levels); });
}

Async<QStringList> VictorialogsServer::values(const Question &question, const QString &field, int limit, CancelToken cancel)
{
    return parsed<QStringList>(ask(valuesRequest(m_server, question, field, limit), std::move(cancel)), this, parseValues);
}

Async<QString> VictorialogsServer::version(CancelToken cancel)
{
    if (m_version) {
        return ready<QString>(QString(*m_version));
    }
    const auto asked = parsed<QString>(ask(buildRequest(m_server), std::move(cancel)), this, parseBuild);
    return map(asked, this, [this](Result<QString> version) -> Result<QString> {
        if (version) {
            m_version = *version;
            return version;
        }
        // Whoever lets only queries through, and a server before 1.40, say no version; one that is away may say it later.
        const ErrorKind kind = version.error().kind;
        const bool isUntold = kind == ErrorKind::NotFound || kind == ErrorKind::Rejected || kind == ErrorKind::Forbidden
            || kind == ErrorKind::BadPayload;
        if (isUntold) {
            m_version = QString();
            return QString();
        }
        return version;
    });
}

Async<HttpResponse> VictorialogsServer::reach(const Question &question, CancelToken cancel)
{
    return ask(linesRequest(m_server, question, 1), std::move(cancel));
}

} // namespace quarterdeck::victorialogs
