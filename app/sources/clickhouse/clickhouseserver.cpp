#include "app/sources/clickhouse/clickhouseserver.h"

#include "app/net/questionrequest.h"

namespace quarterdeck::clickhouse {

namespace {

/// Whatever a profile says: an answer that a limit cuts is an error, never a short one. A whole answer is waited for, so that a failure has a status.
QuestionParameters settings()
{
    const QString thrown = QStringLiteral("throw");
    return {{"wait_end_of_query", QStringLiteral("1")}, {"output_format_json_quote_64bit_integers", QStringLiteral("1")},
        {"read_overflow_mode", thrown}, {"result_overflow_mode", thrown}, {"timeout_overflow_mode", thrown}, {"sort_overflow_mode", thrown},
        {"group_by_overflow_mode", thrown}, {"distinct_overflow_mode", thrown}, {"max_execution_time", QStringLiteral("55")},
        {"readonly", QStringLiteral("2")}};
}

} // namespace

ClickhouseServer::ClickhouseServer(HttpClient &http, HttpConfig config, QUrl base)
    : m_http(http)
    , m_config(std::move(config))
    , m_base(std::move(base))
{
}

Async<HttpResponse> ClickhouseServer::ask(const QString &sql, CancelToken cancel)
{
    // The query is the body: a URL may be too short for it.
    HttpRequest request = questionRequest(m_base, QStringLiteral("/"), settings());
    request.method = HttpRequest::Method::Post;
    request.contentType = "text/plain; charset=utf-8";
    request.body = sql.toUtf8();
    request.timeout = Millis(60'000);
    request.maxBody = 512LL * 1024 * 1024;
    return map(m_http.send(m_config, std::move(request), std::move(cancel)), this,
        [](Result<HttpResponse> response) { return requireWhole(requireOk(std::move(response), {})); });
}

} // namespace quarterdeck::clickhouse
