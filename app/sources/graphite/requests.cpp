#include "app/sources/graphite/requests.h"

#include <algorithm>

namespace quarterdeck::graphite {

namespace {

constexpr qint64 LargestAnswer = 128LL * 1024 * 1024;
constexpr Millis RenderPatience {60'000};
/// A bucket is less than two steps long.
constexpr qint64 LongestBucket = 2;

/// Metrics are kept in steps that divide it, most of them.
constexpr qint64 CommonStep = 300;
/// So long a question may be on its way while its range just fits into what is kept finely.
constexpr qint64 MostLate = 10;

QString wholeSeconds(UtcTime time)
{
    return QString::number(time.ms / 1000);
}

HttpRequest render(const QUrl &base, QuestionParameters parameters)
{
    HttpRequest request = questionRequest(base, QStringLiteral("/render"), parameters);
    request.timeout = RenderPatience;
    request.maxBody = LargestAnswer;
    return request;
}

} // namespace

HttpRequest renderRequest(const QUrl &base, const MetricQuery &query, UtcTime now, Reach reach)
{
    const qint64 step = std::max<qint64>(1, (query.step.count() + 999) / 1000);
    const qint64 last = (query.range.to.ms + 999) / 1000 + LongestBucket * step;
    const qint64 first = query.range.from.ms / 1000 / step * step - LongestBucket * step;
    // The server drops a bucket at the left, and ends the last one with the range. It adds metrics of different steps by their place from the begin.
    const qint64 before = first / CommonStep * CommonStep;
    const qint64 from = reach.isInside ? query.range.from.ms / 1000 + std::min(step, MostLate) : before;
    const qint64 to = std::max(std::min(last, std::max(now.ms, query.range.to.ms) / 1000), from + 1);
    const qint64 points = (to - from + reach.longest.count() / 1000 + step - 1) / step;
    return render(base,
        {{"target", query.expression}, {"from", QString::number(from)}, {"until", QString::number(to)}, {"maxDataPoints", QString::number(points)},
            {"format", QStringLiteral("json")}});
}

HttpRequest finestRequest(const QUrl &base, const QString &target, UtcTime now)
{
    return render(
        base, {{"target", target}, {"from", wholeSeconds(now - Millis(60'000))}, {"until", wholeSeconds(now)}, {"format", QStringLiteral("raw")}});
}

HttpRequest probeRequest(const QUrl &base, UtcTime now)
{
    MetricQuery query;
    query.expression = QStringLiteral("constantLine(1)");
    query.range = {now - Millis(60'000), now};
    return renderRequest(base, query, now, {});
}

HttpRequest versionRequest(const QUrl &base)
{
    return questionRequest(base, QStringLiteral("/version/"), {});
}

HttpRequest indexRequest(const QUrl &base)
{
    HttpRequest request = questionRequest(base, QStringLiteral("/metrics/index.json"), {});
    request.maxBody = LargestAnswer;
    return request;
}

HttpRequest expandRequest(const QUrl &base, const QString &pattern)
{
    return questionRequest(base, QStringLiteral("/metrics/expand"), {{"query", pattern}, {"leavesOnly", QStringLiteral("1")}});
}

HttpRequest tagSeriesRequest(const QUrl &base, const QString &expression)
{
    return questionRequest(base, QStringLiteral("/tags/findSeries"), {{"expr", expression}});
}

HttpRequest tagValuesRequest(const QUrl &base, const QString &tag)
{
    return questionRequest(base, QStringLiteral("/tags/") + QString::fromLatin1(QUrl::toPercentEncoding(tag)), {});
}

} // namespace quarterdeck::graphite
