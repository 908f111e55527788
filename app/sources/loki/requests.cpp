#include "app/sources/loki/requests.h"

#include "app/net/questionrequest.h"

#include <algorithm>

namespace quarterdeck::loki {

namespace {

constexpr Millis ListPatience {15'000};

HttpRequest request(const Server &server, const QString &path, const QuestionParameters &parameters)
{
    const QString api = QStringLiteral("/loki/api/v1");
    QString root = server.base.path();
    while (root.endsWith(u'/')) {
        root.chop(1);
    }
    HttpRequest made = questionRequest(server.base, (root.endsWith(api) ? QString() : api) + path, parameters);
    made.headers.emplace_back("Accept", "application/json");
    if (!server.tenant.isEmpty()) {
        made.headers.emplace_back("X-Scope-OrgID", server.tenant.toLatin1());
    }
    return made;
}

QString number(qint64 value)
{
    return QString::number(value);
}

QuestionParameters over(TimeRange range)
{
    return {{"start", number(range.from.nanos())}, {"end", number(range.to.nanos())}};
}

HttpRequest listed(HttpRequest request)
{
    request.timeout = ListPatience;
    return request;
}

} // namespace

HttpRequest linesRequest(const Server &server, const LinesQuestion &question)
{
    HttpRequest made = request(server, QStringLiteral("/query_range"),
        {{"query", question.query}, {"start", number(question.from)}, {"end", number(question.to)}, {"limit", number(question.limit)},
            {"direction", question.isForward ? QStringLiteral("forward") : QStringLiteral("backward")}});
    // Without it the fields of each line become labels of a stream of its own.
    made.headers.emplace_back("X-Loki-Response-Encoding-Flags", "categorize-labels");
    made.timeout = Millis(60'000);
    made.maxBody = 256LL * 1024 * 1024;
    return made;
}

HttpRequest countsRequest(const Server &server, const CountsQuestion &question)
{
    HttpRequest made = request(server, QStringLiteral("/query_range"),
        {{"query", question.query}, {"start", number(question.first)}, {"end", number(question.last)},
            {"step", number(question.step.count()) + QStringLiteral("ms")}});
    made.timeout = Millis(60'000);
    return made;
}

HttpRequest labelsRequest(const Server &server, TimeRange range)
{
    return listed(request(server, QStringLiteral("/labels"), over(range)));
}

HttpRequest valuesRequest(const Server &server, const QString &label, TimeRange range)
{
    return listed(request(server, QStringLiteral("/label/%1/values").arg(label), over(range)));
}

HttpRequest detectedValuesRequest(const Server &server, const QString &field, const QString &query, TimeRange range)
{
    QuestionParameters parameters = over(range);
    parameters.emplace_back("query", query);
    parameters.emplace_back("limit", number(1'000));
    return listed(request(server, QStringLiteral("/detected_field/%1/values").arg(field), parameters));
}

HttpRequest seriesRequest(const Server &server, TimeRange range)
{
    HttpRequest made = listed(request(server, QStringLiteral("/series"), over(range)));
    made.maxBody = 8LL * 1024 * 1024;
    return made;
}

HttpRequest buildRequest(const Server &server)
{
    return listed(request(server, QStringLiteral("/status/buildinfo"), {}));
}

} // namespace quarterdeck::loki
