#include "app/sources/pmproxy/pmproxysource.h"

#include "app/net/parsed.h"
#include "app/sources/api/metricanswers.h"

#include <algorithm>

namespace quarterdeck {

using namespace pmproxy;

namespace {

constexpr qint64 LargestAnswer = 128LL * 1024 * 1024;
/// Without its Redis it accepts a question and never answers.
constexpr Millis Patience {15'000};

template <class T> void putInto(T &place, const Result<T> &value, std::optional<Error> &error)
{
    if (value) {
        place = *value;
    } else {
        error = error.value_or(value.error());
    }
}

Error patient(Error error)
{
    if (error.kind == ErrorKind::Timeout) {
        error.what += QStringLiteral(" Without its Redis a pmproxy has no time series, and does not say so.");
    }
    return error;
}

} // namespace

/// What is collected for one answer.
struct PmproxySource::Reading {
    QStringList series;
    QHash<QString, QString> names;
    QHash<QString, QString> instances;
    QHash<QString, QString> units;
    QHash<QString, Labels> labels;
    std::optional<Error> error;

    Labels labelsOf(const ValueKey &key) const
    {
        Labels all = labels.value(key.series);
        all.insert(QStringLiteral("__name__"), names.value(key.series));
        if (!key.instance.isEmpty()) {
            all.insert(QStringLiteral("instance"), instances.value(key.instance, key.instance));
        }
        return all;
    }
};

PmproxySource::PmproxySource(Endpoint endpoint, const SourceDeps &deps)
    : m_endpoint(std::move(endpoint))
    , m_http(deps.http)
    , m_clock(deps.clock)
{
    m_info.id = m_endpoint.id;
    m_info.kind = QStringLiteral("pmproxy");
    m_info.faces = Face::Metrics;
    m_info.metricLanguage = QStringLiteral("pmseries");
    m_info.isInsecure = m_endpoint.http.skipsVerification();
}

Async<HttpResponse> PmproxySource::ask(const QString &path, const QuestionParameters &parameters, const CancelToken &cancel)
{
    HttpRequest request = questionRequest(m_endpoint.urls.front(), QStringLiteral("/series/") + path, parameters);
    request.timeout = Patience;
    request.maxBody = LargestAnswer;
    // An empty list comes as octets, any other as JSON.
    return map(m_http.send(m_endpoint.http, std::move(request), cancel), this,
        [](Result<HttpResponse> response) { return requireWhole(requireOk(std::move(response), {})).map_error(patient); });
}

Async<BackendHealth> PmproxySource::probe(CancelToken cancel)
{
    const QuestionParameters all {{"match", QStringLiteral("*")}};
    return map(ask(QStringLiteral("sources"), all, cancel), this, [](const Result<HttpResponse> &response) -> Result<BackendHealth> {
        const auto sources = response.and_then([](const HttpResponse &good) { return parseNames(good.body); });
        if (!sources) {
            return tl::unexpected(sources.error());
        }
        BackendHealth health;
        health.latency = response->elapsed;
        health.clockSkew = response->clockSkew;
        health.findings.append(QStringLiteral("It does not report its version"));
        if (sources->isEmpty()) {
            health.findings.append(QStringLiteral("It has no time series: its Redis is empty (see pmseries --load, and [discover] in pmproxy.conf)"));
        }
        return health;
    });
}

Async<QStringList> PmproxySource::found(const QString &expression, const CancelToken &cancel)
{
    if (expression.trimmed().isEmpty()) {
        return ready<QStringList>(fail(ErrorKind::Malformed, QStringLiteral("An expression is missing"), QStringLiteral("expr")));
    }
    const auto asked = ask(QStringLiteral("query"), {{"expr", expression}}, cancel);
    return map(parsed<QStringList>(asked, this, parseFound), this, [](Result<QStringList> series) {
        return std::move(series).map_error([](Error error) {
            error.kind = error.httpStatus == 400 ? ErrorKind::Malformed : error.kind;
            return error;
        });
    });
}

Async<Done> PmproxySource::describe(const std::shared_ptr<Reading> &reading, const CancelToken &cancel)
{
    const QuestionParameters of {{"series", reading->series.join(u',')}};
    const auto keep = [this, of, cancel, reading](const QString &path, auto parse, auto place) {
        return map(parsed<typename decltype(parse(QByteArrayView()))::value_type>(ask(path, of, cancel), this, parse), this,
            [reading, place](const auto &value) -> Result<Done> {
                putInto((*reading).*place, value, reading->error);
                return Done {};
            });
    };
    const std::vector<Async<Done>> all {keep(QStringLiteral("metrics"), parseMetricNames, &Reading::names),
        keep(QStringLiteral("instances"), parseInstanceNames, &Reading::instances), keep(QStringLiteral("descs"), parseUnits, &Reading::units),
        keep(QStringLiteral("labels"), parseLabels, &Reading::labels)};
    const Reply<Done> reply;
    whenAll(all, this, [reading, reply](const std::vector<Result<Done>> &) {
        reply.finish(reading->error ? Result<Done>(tl::unexpected(*reading->error)) : Result<Done>(Done {}));
    });
    return reply.future();
}

Async<MetricAnswer> PmproxySource::range(MetricQuery query, CancelToken cancel)
{
    return flatMap(found(query.expression, cancel), this, [this, query, cancel](const QStringList &series) {
        if (series.isEmpty()) {
            return ready<MetricAnswer>(MetricAnswer {});
        }
        const auto reading = std::make_shared<Reading>();
        reading->series = series;
        return flatMap(describe(reading, cancel), this, [this, query, reading, cancel](Done) {
            const qint64 step = std::max<qint64>(1, query.step.count() / 1000);
            const QuestionParameters window {{"series", reading->series.join(u',')}, {"start", QString::number(query.range.from.ms / 1000)},
                {"finish", QString::number((query.range.to.ms + 999) / 1000)}, {"interval", QString::number(step) + u's'}};
            const auto values = parsed<std::vector<Values>>(ask(QStringLiteral("values"), window, cancel), this, parseValues);
            return map(values, this, [reading, query](Result<std::vector<Values>> told) -> Result<MetricAnswer> {
                if (!told) {
                    return tl::unexpected(told.error());
                }
                MetricAnswer answer;
                QStringList texts;
                for (Values &one : *told) {
                    if (one.hasText) {
                        texts.append(reading->names.value(one.key.series));
                    }
                    answer.series.push_back({reading->labelsOf(one.key), unitOf(reading->units.value(one.key.series)), std::move(one.samples)});
                }
                if (!texts.isEmpty()) {
                    texts.removeDuplicates();
                    answer.warnings.append(QStringLiteral("values of text are left out: ") + texts.join(QStringLiteral(", ")));
                }
                keepWithin(answer.series, query.range);
                tellApart(answer.series);
                return answer;
            });
        });
    });
}

Async<MetricAnswer> PmproxySource::instant(QString expression, UtcTime at, CancelToken cancel)
{
    const auto answer = range(instantQuery(expression, at.isValid() ? at : m_clock.now()), cancel);
    return map(answer, this, [](Result<MetricAnswer> found) { return std::move(found).map(newestOf); });
}

Async<std::vector<Labels>> PmproxySource::series(QStringList matchers, TimeRange range, CancelToken cancel)
{
    Q_UNUSED(range)
    if (matchers.isEmpty()) {
        return ready<std::vector<Labels>>(fail(ErrorKind::Rejected, QStringLiteral("An expression is missing"), QStringLiteral("matchers")));
    }
    std::vector<Async<QStringList>> lists;
    for (const QString &matcher : matchers) {
        lists.push_back(found(matcher, cancel));
    }
    const auto reading = std::make_shared<Reading>();
    const Reply<std::vector<Labels>> reply;
    whenAll(lists, this, [this, reading, cancel, reply](const std::vector<Result<QStringList>> &results) {
        for (const Result<QStringList> &one : results) {
            QStringList some;
            putInto(some, one, reading->error);
            reading->series += some;
        }
        if (reading->error || reading->series.isEmpty()) {
            reply.finish(reading->error ? Result<std::vector<Labels>>(tl::unexpected(*reading->error)) : std::vector<Labels> {});
            return;
        }
        then(describe(reading, cancel), this, [reading, reply](const Result<Done> &described) {
            if (!described) {
                reply.finish(tl::unexpected(described.error()));
                return;
            }
            std::vector<Labels> all;
            for (const QString &series : reading->series) {
                all.push_back(reading->labelsOf({series, {}}));
            }
            reply.finish(std::move(all));
        });
    });
    return reply.future();
}

Async<QStringList> PmproxySource::labelValues(QString label, CancelToken cancel)
{
    if (label.isEmpty()) {
        return ready<QStringList>(fail(ErrorKind::Rejected, QStringLiteral("A label needs a name"), QStringLiteral("label")));
    }
    if (label == u"__name__") {
        return parsed<QStringList>(ask(QStringLiteral("metrics"), {{"match", QStringLiteral("*")}}, cancel), this, parseNames);
    }
    return parsed<QStringList>(
        ask(QStringLiteral("labels"), {{"names", label}}, cancel), this, [label](QByteArrayView body) { return parseLabelValues(body, label); });
}

Async<std::vector<TargetInfo>> PmproxySource::targets(CancelToken cancel)
{
    Q_UNUSED(cancel)
    return ready<std::vector<TargetInfo>>(tl::unexpected(notThere(QStringLiteral("A pmproxy has no scrape targets"))));
}

Async<std::vector<MetricInfo>> PmproxySource::metadata(CancelToken cancel)
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
