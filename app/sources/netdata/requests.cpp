#include "app/sources/netdata/requests.h"

#include <algorithm>

namespace quarterdeck::netdata {

namespace {

constexpr qint64 LargestAnswer = 128LL * 1024 * 1024;

} // namespace

qint64 rowSeconds(const MetricQuery &query, const Chart &chart)
{
    const qint64 every = std::max<qint64>(1, chart.every.count() / 1000);
    const qint64 wanted = std::max<qint64>(1, std::min(query.step, query.range.length()).count() / 1000);
    return (wanted + every - 1) / every * every;
}

std::optional<HttpRequest> dataRequest(const QUrl &base, const ChartQuestion &question, const MetricQuery &query, const Chart &chart)
{
    const qint64 step = rowSeconds(query, chart);
    const qint64 after = query.range.from.ms / 1000 / step * step;
    // A window that ends after the newest value would be moved back as a whole.
    const qint64 before = std::min(query.range.to, chart.last).ms / 1000 / step * step;
    if (before <= after) {
        return std::nullopt;
    }
    QuestionParameters parameters = question.parameters;
    std::erase_if(parameters, [](const auto &parameter) { return parameter.first == "options"; });
    QString options = QStringLiteral("jsonwrap");
    for (const auto &[name, value] : question.parameters) {
        options += name == "options" ? u'|' + value : QString();
    }
    parameters.insert(parameters.begin(), {"chart", chart.id});
    parameters.emplace_back("after", QString::number(after));
    parameters.emplace_back("before", QString::number(before));
    parameters.emplace_back("points", QString::number((before - after) / step));
    parameters.emplace_back("format", QStringLiteral("json"));
    parameters.emplace_back("options", options);
    HttpRequest request = questionRequest(base, QStringLiteral("/api/v1/data"), parameters);
    request.maxBody = LargestAnswer;
    return request;
}

HttpRequest chartRequest(const QUrl &base, const QString &chart)
{
    return questionRequest(base, QStringLiteral("/api/v1/chart"), {{"chart", chart}});
}

HttpRequest chartsRequest(const QUrl &base)
{
    HttpRequest request = questionRequest(base, QStringLiteral("/api/v1/charts"), {});
    request.maxBody = LargestAnswer;
    return request;
}

HttpRequest infoRequest(const QUrl &base)
{
    return questionRequest(base, QStringLiteral("/api/v1/info"), {});
}

} // namespace quarterdeck::netdata
