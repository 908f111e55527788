#include "app/sources/prometheus/prometheussource.h"

#include "app/net/parsed.h"
#include "app/sources/prometheus/parse.h"
#include "app/sources/prometheus/units.h"

#include <algorithm>

namespace quarterdeck {

using namespace prometheus;

namespace {

constexpr int Unauthorized = 401;
constexpr int MethodNotAllowed = 405;
constexpr int FirstRedirect = 301;
constexpr int LastRedirect = 308;
constexpr int TooManyRequests = 429;

Result<HttpResponse> checked(const Result<HttpResponse> &reply)
{
    auto good = requireWhole(requireOk(reply, "application/json"));
    const bool isItsOwnError = !good && reply && reply->status >= 400 && reply->status != 401 && reply->status != 403 && reply->status != 429;
    if (isItsOwnError) {
        if (auto error = parseError(reply->body, reply->status)) {
            return tl::unexpected(*error);
        }
    }
    return good;
}

/// True where another replica may know better.
bool isUnreachable(const Result<HttpResponse> &reply)
{
    if (reply) {
        return reply->status == 502 || reply->status == 503 || reply->status == 504;
    }
    const ErrorKind kind = reply.error().kind;
    return kind == ErrorKind::Offline || kind == ErrorKind::Timeout || kind == ErrorKind::Tls;
}

} // namespace

PrometheusSource::PrometheusSource(Endpoint endpoint, const SourceDeps &deps)
    : m_endpoint(std::move(endpoint))
    , m_http(deps.http)
    , m_clock(deps.clock)
{
    m_info.id = m_endpoint.id;
    m_info.kind = QStringLiteral("prometheus");
    m_info.faces = PrometheusFaces;
    m_info.metricLanguage = PromQl;
    m_info.members = int(m_endpoint.urls.size());
    m_info.isInsecure = m_endpoint.http.skipsVerification();
}

Async<HttpResponse> PrometheusSource::send(const Call &call, CancelToken cancel)
{
    const Reply<HttpResponse> reply;
    sendTo(m_current, m_endpoint.urls.size(), call, reply, cancel);
    return reply.future();
}

void PrometheusSource::sendTo(std::size_t index, std::size_t tries, const Call &call, const Reply<HttpResponse> &reply, const CancelToken &cancel)
{
    const QUrl &base = m_endpoint.urls[index];
    const bool isPost = call.isForm && !m_isPostRefused;
    HttpRequest request = call.isForm ? queryRequest(base, call.path, call.parameters, isPost) : readRequest(base, call.path, call.parameters);
    then(m_http.send(m_endpoint.http, std::move(request), cancel), this, [=, this](const Result<HttpResponse> &answer) {
        // A form is not sent on to another path; the same question as a GET is.
        const int status = answer ? answer->status : answer.error().httpStatus;
        if (isPost && (status == MethodNotAllowed || (status >= FirstRedirect && status <= LastRedirect))) {
            m_isPostRefused = true;
            sendTo(index, tries, call, reply, cancel);
        } else if (tries > 1 && isUnreachable(answer)) {
            sendTo((index + 1) % m_endpoint.urls.size(), tries - 1, call, reply, cancel);
        } else {
            m_current = answer ? index : m_current;
            reply.finish(checked(answer));
        }
    });
}

template <class T, class F> Async<T> PrometheusSource::read(const Call &call, const CancelToken &cancel, F parse)
{
    return parsed<T>(send(call, cancel), this, std::move(parse));
}

Async<PrometheusSource::Replica> PrometheusSource::look(const QUrl &base, const CancelToken &cancel)
{
    const Reply<Replica> reply;
    const auto asked = m_http.send(m_endpoint.http, readRequest(base, QStringLiteral("/status/buildinfo")), cancel);
    then(asked, this, [this, base, cancel, reply](const Result<HttpResponse> &answer) {
        const auto good = checked(answer);
        const auto version = good.and_then([](const HttpResponse &response) { return parseBuildInfo(response.body); });
        if (version) {
            reply.finish(Replica {*version, good->elapsed, good->clockSkew});
        } else if (answer && answer->status != Unauthorized && answer->status != TooManyRequests) {
            lookByQuery(base, version.error(), cancel, reply);
        } else {
            reply.finish(tl::unexpected(version.error()));
        }
    });
    return reply.future();
}

void PrometheusSource::lookByQuery(const QUrl &base, const Error &why, const CancelToken &cancel, const Reply<Replica> &reply)
{
    // Not every server with this interface has build information, but all answer queries.
    const UtcTime now = m_clock.now();
    MetricQuery query;
    query.expression = QStringLiteral("vector(1)");
    query.range = {now, now};
    query.step = Millis(60'000);
    const auto asked = m_http.send(m_endpoint.http, readRequest(base, QStringLiteral("/query_range"), rangeParameters(query)), cancel);
    then(asked, this, [reply, why](const Result<HttpResponse> &answer) {
        const auto good = checked(answer);
        const auto series = good.and_then([](const HttpResponse &response) { return parseQuery(response.body); });
        if (series) {
            reply.finish(Replica {{}, good->elapsed, good->clockSkew});
        } else {
            reply.finish(tl::unexpected(why));
        }
    });
}

Async<BackendHealth> PrometheusSource::probe(CancelToken cancel)
{
    std::vector<Async<Replica>> answers;
    for (const QUrl &base : m_endpoint.urls) {
        answers.push_back(look(base, cancel));
    }
    const Reply<BackendHealth> reply;
    whenAll(answers, this, [this, reply](const std::vector<Result<Replica>> &results) {
        BackendHealth health;
        health.members = int(results.size());
        health.membersLive = 0;
        std::optional<Error> error;
        for (std::size_t i = 0; i < results.size(); ++i) {
            if (!results[i]) {
                health.findings.append(QStringLiteral("%1 does not answer: %2").arg(m_endpoint.urls[i].host(), results[i].error().what));
                error = error.value_or(results[i].error());
                continue;
            }
            ++health.membersLive;
            health.version = health.version.isEmpty() ? results[i]->version : health.version;
            health.latency = std::max(health.latency, results[i]->latency);
            health.clockSkew = results[i]->clockSkew;
        }
        if (health.membersLive == 0) {
            reply.finish(tl::unexpected(*error));
            return;
        }
        if (health.version.isEmpty()) {
            health.findings.append(QStringLiteral("It does not report its version"));
        }
        reply.finish(health);
    });
    return reply.future();
}

Async<MetricAnswer> PrometheusSource::query(const Call &call, const QString &expression, const CancelToken &cancel)
{
    const auto answer = read<QueryAnswer>(call, cancel, [](QByteArrayView body) { return parseQuery(body); });
    return map(answer, this, [this, expression](Result<QueryAnswer> result) -> Result<MetricAnswer> {
        if (!result) {
            return tl::unexpected(result.error());
        }
        MetricAnswer found {std::move(result->series), std::move(result->warnings)};
        if (result->skippedHistograms > 0) {
            found.warnings.append(QStringLiteral("native histograms of %1 series are left out").arg(result->skippedHistograms));
        }
        const QString unit = unitOfExpression(expression, m_units);
        for (Series &one : found.series) {
            const QString name = one.labels.value(u"__name__");
            one.unit = unit.isEmpty() && !name.isEmpty() ? unitOfMetric(name, m_units) : unit;
        }
        return found;
    });
}

/// A range that is asked for in several requests, one after the other.
struct PrometheusSource::Parts {
    std::vector<MetricQuery> queries;
    CancelToken cancel;
    Reply<MetricAnswer> reply;
    std::size_t done = 0;
    MetricAnswer whole;
    QMultiHash<quint64, std::size_t> places; ///< In whole.series, by the fingerprint of the labels.

    void add(const MetricAnswer &answer);
};

void PrometheusSource::Parts::add(const MetricAnswer &answer)
{
    for (const QString &warning : answer.warnings) {
        if (!whole.warnings.contains(warning)) {
            whole.warnings.append(warning);
        }
    }
    for (const Series &series : answer.series) {
        const quint64 print = series.labels.fingerprint();
        const auto known = places.values(print);
        const auto at = std::ranges::find_if(known, [&](std::size_t i) { return whole.series[i].labels == series.labels; });
        if (at == known.end()) {
            places.insert(print, whole.series.size());
            whole.series.push_back(series);
        } else {
            std::vector<Sample> &samples = whole.series[*at].samples;
            samples.insert(samples.end(), series.samples.begin(), series.samples.end());
        }
    }
}

Async<MetricAnswer> PrometheusSource::range(MetricQuery query, CancelToken cancel)
{
    const auto parts = std::make_shared<Parts>();
    parts->queries = splitRange(query);
    parts->cancel = std::move(cancel);
    if (parts->queries.empty()) {
        return ready<MetricAnswer>(fail(ErrorKind::Rejected,
            QStringLiteral("A step of %1 over %2 is more than %3 points a series: choose a longer step or a shorter range")
                .arg(formatDuration(query.step), formatDuration(query.range.length()))
                .arg(qint64(MostParts) * MostPoints)));
    }
    const auto future = parts->reply.future();
    nextPart(parts);
    return future;
}

void PrometheusSource::nextPart(const std::shared_ptr<Parts> &parts)
{
    const MetricQuery &part = parts->queries[parts->done];
    const auto answer = query({QStringLiteral("/query_range"), rangeParameters(part), true}, part.expression, parts->cancel);
    then(answer, this, [this, parts](const Result<MetricAnswer> &result) {
        if (!result || parts->queries.size() == 1) {
            parts->reply.finish(result);
            return;
        }
        parts->add(*result);
        if (++parts->done < parts->queries.size()) {
            nextPart(parts);
        } else {
            parts->reply.finish(std::move(parts->whole));
        }
    });
}

Async<MetricAnswer> PrometheusSource::instant(QString expression, UtcTime at, CancelToken cancel)
{
    return query({QStringLiteral("/query"), instantParameters(expression, at), true}, expression, cancel);
}

Async<std::vector<Labels>> PrometheusSource::series(QStringList matchers, TimeRange range, CancelToken cancel)
{
    return read<std::vector<Labels>>(
        {QStringLiteral("/series"), seriesParameters(matchers, range), true}, cancel, [](QByteArrayView body) { return parseSeries(body); });
}

Async<QStringList> PrometheusSource::labelValues(QString label, CancelToken cancel)
{
    if (label.isEmpty()) {
        return ready<QStringList>(fail(ErrorKind::Rejected, QStringLiteral("A label needs a name"), QStringLiteral("label")));
    }
    const auto values = read<QStringList>({labelValuesPath(label), {}}, cancel, parseTexts);
    const QString plain = plainLabelValuesPath(label);
    if (plain.isEmpty()) {
        return values;
    }
    // VictoriaMetrics knows such labels, but not how Prometheus writes them in a path: it has none of that name.
    return flatMap(values, this, [this, plain, cancel](QStringList found) {
        if (!found.isEmpty()) {
            return ready<QStringList>(std::move(found));
        }
        return map(read<QStringList>({plain, {}}, cancel, parseTexts), this, [](Result<QStringList> again) -> Result<QStringList> {
            const bool isRefused = !again && again.error().kind != ErrorKind::Cancelled && !isTransient(again.error().kind);
            return isRefused ? Result<QStringList>(QStringList()) : std::move(again);
        });
    });
}

Async<std::vector<RuleInfo>> PrometheusSource::rules(CancelToken cancel)
{
    return read<std::vector<RuleInfo>>(
        {QStringLiteral("/rules"), {{"type", QStringLiteral("alert")}}}, cancel, [](QByteArrayView body) { return parseRules(body); });
}

Async<std::vector<Alert>> PrometheusSource::ruleAlerts(CancelToken cancel)
{
    return read<std::vector<Alert>>(
        {QStringLiteral("/alerts"), {}}, cancel, [id = m_endpoint.id](QByteArrayView body) { return parseRuleAlerts(body, id); });
}

Async<std::vector<TargetInfo>> PrometheusSource::targets(CancelToken cancel)
{
    return read<std::vector<TargetInfo>>(
        {QStringLiteral("/targets"), {{"state", QStringLiteral("active")}}}, cancel, [](QByteArrayView body) { return parseTargets(body); });
}

Async<std::vector<MetricInfo>> PrometheusSource::metadata(CancelToken cancel)
{
    const auto answer = read<std::vector<MetricInfo>>(
        {QStringLiteral("/metadata"), {}}, cancel, [](QByteArrayView body) { return parseMetadata(body); });
    then(answer, this, [this](const Result<std::vector<MetricInfo>> &metrics) {
        if (metrics) {
            m_units.clear();
            for (const MetricInfo &metric : *metrics) {
                if (!metric.unit.isEmpty()) {
                    m_units.insert(metric.name, metric.unit);
                }
            }
        }
    });
    return answer;
}

} // namespace quarterdeck
