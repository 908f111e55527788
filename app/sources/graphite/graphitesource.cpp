#include "app/sources/graphite/graphitesource.h"

#include "app/net/parsed.h"
#include "app/sources/api/metricanswers.h"
#include "app/sources/graphite/requests.h"
#include "app/sources/graphite/target.h"

#include <algorithm>
#include <limits>

namespace quarterdeck {

using namespace graphite;

namespace {

constexpr QByteArrayView Json("application/json");
constexpr int BadRequest = 400;

Result<HttpResponse> goodAnswer(Result<HttpResponse> response, QByteArrayView type)
{
    if (response && response->status == BadRequest) {
        if (const auto words = parseRefusal(response->body)) {
            Error error {ErrorKind::Malformed, *words, response->url.path(), response->status, std::nullopt};
            return tl::unexpected(error);
        }
    }
    return requireWhole(requireOk(std::move(response), type));
}

constexpr qsizetype MostRemembered = 10'000;
/// For a metric of which the server does not say how finely it is kept: not finer than this.
constexpr qint64 Unknown = std::numeric_limits<qint64>::max();

MetricAnswer answerOf(RenderAnswer found, const MetricQuery &query)
{
    keepWithin(found.series, query.range);
    tellApart(found.series);
    return {std::move(found.series), {}};
}

} // namespace

GraphiteSource::GraphiteSource(Endpoint endpoint, const SourceDeps &deps)
    : m_endpoint(std::move(endpoint))
    , m_http(deps.http)
    , m_clock(deps.clock)
{
    m_info.id = m_endpoint.id;
    m_info.kind = QStringLiteral("graphite");
    m_info.faces = Face::Metrics;
    m_info.metricLanguage = QStringLiteral("Graphite");
    m_info.isInsecure = m_endpoint.http.skipsVerification();
}

Async<HttpResponse> GraphiteSource::ask(HttpRequest request, QByteArrayView type, const CancelToken &cancel)
{
    return map(m_http.send(m_endpoint.http, std::move(request), cancel), this,
        [type](Result<HttpResponse> response) { return goodAnswer(std::move(response), type); });
}

Async<BackendHealth> GraphiteSource::probe(CancelToken cancel)
{
    const QUrl &base = m_endpoint.urls.front();
    return flatMap(ask(probeRequest(base, m_clock.now()), Json, cancel), this, [this, base, cancel](HttpResponse response) {
        const auto answer = parseRender(response.body);
        if (!answer) {
            return ready<BackendHealth>(tl::unexpected(answer.error()));
        }
        BackendHealth health;
        health.latency = response.elapsed;
        health.clockSkew = response.clockSkew;
        return map(ask(versionRequest(base), "text/html", cancel), this, [health](const Result<HttpResponse> &told) mutable -> Result<BackendHealth> {
            // Not everything with this interface has it.
            const auto version = told ? parseRefusal(told->body) : std::nullopt;
            health.version = version.value_or(QString());
            if (health.version.isEmpty()) {
                health.findings.append(QStringLiteral("It does not report its version"));
            }
            return health;
        });
    });
}

Async<MetricAnswer> GraphiteSource::range(MetricQuery query, CancelToken cancel)
{
    if (const auto checked = checkTarget(query.expression); !checked) {
        return ready<MetricAnswer>(tl::unexpected(checked.error()));
    }
    return flatMap(whole(query, false, cancel), this, [this, query, cancel](RenderAnswer found) {
        return isCoarse(found, query) ? finer(std::move(found), query, cancel) : ready<MetricAnswer>(answerOf(std::move(found), query));
    });
}

Async<RenderAnswer> GraphiteSource::whole(const MetricQuery &query, bool isInside, const CancelToken &cancel)
{
    return flatMap(render(query, {Millis(0), isInside}, cancel), this, [this, query, isInside, cancel](RenderAnswer found) {
        const Millis longest = found.apart.empty() ? Millis(0) : *std::ranges::max_element(found.apart);
        const bool isThinned = std::ranges::any_of(found.apart, [&](Millis apart) { return apart > query.step && apart < longest; });
        return isThinned ? render(query, {longest, isInside}, cancel) : ready<RenderAnswer>(std::move(found));
    });
}

Async<RenderAnswer> GraphiteSource::render(const MetricQuery &query, Reach reach, const CancelToken &cancel)
{
    const HttpRequest request = renderRequest(m_endpoint.urls.front(), query, m_clock.now(), reach);
    return parsed<RenderAnswer>(ask(request, Json, cancel), this, parseRender);
}

bool GraphiteSource::isCoarse(const RenderAnswer &found, const MetricQuery &query) const
{
    for (std::size_t i = 0; i < found.series.size(); ++i) {
        // A metric that never was finer lacks nothing.
        const Millis finest = m_finest.value(found.series[i].labels.value(u"__name__"), Millis(0));
        if (found.apart[i] >= 2 * query.step && finest < found.apart[i]) {
            return true;
        }
    }
    return false;
}

Async<MetricAnswer> GraphiteSource::finer(RenderAnswer found, const MetricQuery &query, const CancelToken &cancel)
{
    const HttpRequest request = finestRequest(m_endpoint.urls.front(), query.expression, m_clock.now());
    const auto steps = parsed<QMap<QString, Millis>>(ask(request, "text/plain", cancel), this, parseSteps);
    const auto known = map(steps, this, [](const Result<QMap<QString, Millis>> &kept) -> Result<QMap<QString, Millis>> {
        // Not everything with this interface has the format.
        return kept.value_or(QMap<QString, Millis> {});
    });
    return flatMap(known, this, [this, found = std::move(found), query, cancel](const QMap<QString, Millis> &kept) mutable {
        m_finest = m_finest.size() > MostRemembered ? QHash<QString, Millis>() : m_finest;
        for (const Series &series : found.series) {
            const QString target = series.labels.value(u"__name__");
            m_finest.insert(target, kept.value(target, Millis(Unknown)));
        }
        if (!isCoarse(found, query)) {
            return ready<MetricAnswer>(answerOf(std::move(found), query));
        }
        return map(whole(query, true, cancel), this, [this, query](Result<RenderAnswer> inside) {
            return std::move(inside).map([&](RenderAnswer answer) {
                const QStringList warnings = coarseWarnings(answer, query);
                MetricAnswer told = answerOf(std::move(answer), query);
                told.warnings = warnings;
                return told;
            });
        });
    });
}

QStringList GraphiteSource::coarseWarnings(const RenderAnswer &found, const MetricQuery &query) const
{
    QStringList warnings;
    for (std::size_t i = 0; i < found.series.size(); ++i) {
        const Millis finest = m_finest.value(found.series[i].labels.value(u"__name__"), found.apart[i]);
        if (found.apart[i] >= 2 * query.step && finest < found.apart[i]) {
            warnings.append(QStringLiteral("it keeps one value for every %1 of this range, and of times not long past one for every %2")
                                .arg(formatDuration(found.apart[i]), formatDuration(finest)));
        }
    }
    warnings.removeDuplicates();
    return warnings;
}

Async<MetricAnswer> GraphiteSource::instant(QString expression, UtcTime at, CancelToken cancel)
{
    const auto answer = range(instantQuery(expression, at.isValid() ? at : m_clock.now()), cancel);
    return map(answer, this, [](Result<MetricAnswer> found) { return std::move(found).map(newestOf); });
}

Async<std::vector<Labels>> GraphiteSource::series(QStringList matchers, TimeRange range, CancelToken cancel)
{
    Q_UNUSED(range)
    if (matchers.isEmpty()) {
        return ready<std::vector<Labels>>(fail(ErrorKind::Rejected, QStringLiteral("A pattern is missing"), QStringLiteral("matchers")));
    }
    const QUrl &base = m_endpoint.urls.front();
    std::vector<Async<QStringList>> lists;
    for (const QString &matcher : matchers) {
        const bool isByTag = matcher.contains(u'=');
        const auto asked = ask(isByTag ? tagSeriesRequest(base, matcher) : expandRequest(base, matcher), Json, cancel);
        lists.push_back(parsed<QStringList>(asked, this, isByTag ? parseNames : parseExpanded));
    }
    const Reply<std::vector<Labels>> reply;
    whenAll(lists, this, [reply](const std::vector<Result<QStringList>> &found) {
        std::vector<Labels> all;
        for (const Result<QStringList> &names : found) {
            if (!names) {
                reply.finish(tl::unexpected(names.error()));
                return;
            }
            std::ranges::transform(*names, std::back_inserter(all), labelsOfName);
        }
        reply.finish(std::move(all));
    });
    return reply.future();
}

Async<QStringList> GraphiteSource::labelValues(QString label, CancelToken cancel)
{
    if (label.isEmpty()) {
        return ready<QStringList>(fail(ErrorKind::Rejected, QStringLiteral("A label needs a name"), QStringLiteral("label")));
    }
    const QUrl &base = m_endpoint.urls.front();
    if (label == u"__name__") {
        return parsed<QStringList>(ask(indexRequest(base), Json, cancel), this, parseNames);
    }
    return parsed<QStringList>(ask(tagValuesRequest(base, label), Json, cancel), this, parseTagValues);
}

Async<std::vector<TargetInfo>> GraphiteSource::targets(CancelToken cancel)
{
    Q_UNUSED(cancel)
    return ready<std::vector<TargetInfo>>(tl::unexpected(notThere(QStringLiteral("A Graphite has no scrape targets"))));
}

Async<std::vector<MetricInfo>> GraphiteSource::metadata(CancelToken cancel)
{
    return map(labelValues(QStringLiteral("__name__"), cancel), this, [](const Result<QStringList> &names) -> Result<std::vector<MetricInfo>> {
        if (!names) {
            return tl::unexpected(names.error());
        }
        std::vector<MetricInfo> all;
        std::ranges::transform(*names, std::back_inserter(all), [](const QString &name) { return MetricInfo {name, {}, {}, {}}; });
        return all;
    });
}

} // namespace quarterdeck
