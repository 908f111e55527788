#include "app/sources/graphite/requests.h"

#include <algorithm>

namespace quarterdeck::graphite {

namespace {

constexpr qint64 LargestAnswer = 128LL * 1024 * 1024;
constexpr Millis RenderPatience {60'000};
/// A range holds up to one point more than its length says, for which buckets would else be made longer.
constexpr qint64 SparePoints = 1;
/// Of so many steps at least a bucket is as long as of any more.
constexpr qint64 LeastSteps = 60;
/// A bucket is less than two steps long.
constexpr qint64 LongestBucket = 2;

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

HttpRequest renderRequest(const QUrl &base, const MetricQuery &query, UtcTime now, Millis longest)
{
    const qint64 step = std::max<qint64>(1, (query.step.count() + 999) / 1000);
    const qint64 last = (query.range.to.ms + 999) / 1000 + LongestBucket * step;
    const qint64 first = query.range.from.ms / 1000 / step * step - LongestBucket * step;
    // The server drops a bucket at the left, and ends the last one with the range.
    const qint64 from = std::min(first, query.range.to.ms / 1000 / step * step - LeastSteps * step);
    const qint64 to = std::max(std::min(last, std::max(now.ms, query.range.to.ms) / 1000), from + 1);
    const qint64 points = (to - from + longest.count() / 1000 + step - 1) / step + SparePoints;
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
    return renderRequest(base, query, now, Millis(0));
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
