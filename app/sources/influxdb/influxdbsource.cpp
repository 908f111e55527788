#include "app/sources/influxdb/influxdbsource.h"

#include "app/net/parsed.h"
#include "app/net/questionrequest.h"
#include "app/sources/api/metricanswers.h"
#include "app/sources/influxdb/influxql.h"
#include "app/sources/influxdb/parse.h"

#include <algorithm>

namespace quarterdeck {

using namespace influxdb;

namespace {

constexpr qint64 LargestAnswer = 128LL * 1024 * 1024;
constexpr Millis Patience {60'000};

} // namespace

InfluxdbSource::InfluxdbSource(Endpoint endpoint, InfluxdbOptions options, const SourceDeps &deps)
    : m_endpoint(std::move(endpoint))
    , m_options(std::move(options))
    , m_http(deps.http)
    , m_clock(deps.clock)
{
    m_info.id = m_endpoint.id;
    m_info.kind = QStringLiteral("influxdb");
    m_info.faces = Face::Metrics;
    m_info.metricLanguage = QStringLiteral("InfluxQL");
    m_info.isInsecure = m_endpoint.http.skipsVerification();
}

Async<HttpResponse> InfluxdbSource::ask(const QString &query, const CancelToken &cancel)
{
    QuestionParameters parameters {{"db", m_options.database}, {"epoch", QStringLiteral("ms")}};
    if (!m_options.retentionPolicy.isEmpty()) {
        parameters.emplace_back("rp", m_options.retentionPolicy);
    }
    parameters.emplace_back("q", query);
    HttpRequest request = questionRequest(m_endpoint.urls.front(), QStringLiteral("/query"), parameters);
    request.headers.emplace_back("Accept", "application/json");
    request.timeout = Patience;
    request.maxBody = LargestAnswer;
    return map(m_http.send(m_endpoint.http, std::move(request), cancel), this,
        [](Result<HttpResponse> response) { return requireWhole(requireOk(std::move(response), "application/json")); });
}

Async<QList<QStringList>> InfluxdbSource::show(const QString &query, const CancelToken &cancel)
{
    return parsed<QList<QStringList>>(ask(query, cancel), this, parseShow);
}

Async<QStringList> InfluxdbSource::column(const QString &query, qsizetype index, const CancelToken &cancel)
{
    return map(show(query, cancel), this, [index](const Result<QList<QStringList>> &rows) -> Result<QStringList> {
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        QStringList texts;
        std::ranges::transform(*rows, std::back_inserter(texts), [index](const QStringList &row) { return row.value(index); });
        texts.removeDuplicates();
        texts.sort();
        return texts;
    });
}

Async<BackendHealth> InfluxdbSource::probe(CancelToken cancel)
{
    // As the pages ask; also of a measurement that is not there it says whether database and retention policy are.
    return flatMap(ask(QStringLiteral("SELECT * FROM \"probe\" LIMIT 1"), cancel), this, [this, cancel](HttpResponse response) {
        if (const auto rows = parseSelect(response.body); !rows) {
            return ready<BackendHealth>(tl::unexpected(rows.error()));
        }
        BackendHealth health;
        health.version = QString::fromLatin1(response.header("x-influxdb-version"));
        health.latency = response.elapsed;
        health.clockSkew = response.clockSkew;
        if (health.version.isEmpty()) {
            health.findings.append(QStringLiteral("It does not report its version"));
        }
        const auto fields = show(QStringLiteral("SHOW FIELD KEYS LIMIT 1"), cancel);
        return map(fields, this, [health, database = m_options.database](const Result<QList<QStringList>> &known) mutable -> Result<BackendHealth> {
            if (!known) {
                return tl::unexpected(known.error());
            }
            if (known->isEmpty()) {
                health.findings.append(QStringLiteral("The database %1 has no measurements that we may read").arg(database));
            }
            return health;
        });
    });
}

Async<MetricAnswer> InfluxdbSource::range(MetricQuery query, CancelToken cancel)
{
    if (const auto checked = checkQuery(query.expression); !checked) {
        return ready<MetricAnswer>(tl::unexpected(checked.error()));
    }
    const auto answer = parsed<MetricAnswer>(ask(filledQuery(query), cancel), this, parseSelect);
    return map(answer, this, [](Result<MetricAnswer> found) {
        if (found) {
            tellApart(found->series);
        }
        return found;
    });
}

Async<MetricAnswer> InfluxdbSource::instant(QString expression, UtcTime at, CancelToken cancel)
{
    const auto answer = range(instantQuery(expression, at.isValid() ? at : m_clock.now()), cancel);
    return map(answer, this, [](Result<MetricAnswer> found) { return std::move(found).map(newestOf); });
}

Async<std::vector<Labels>> InfluxdbSource::series(QStringList matchers, TimeRange range, CancelToken cancel)
{
    Q_UNUSED(range)
    if (matchers.isEmpty()) {
        return ready<std::vector<Labels>>(fail(ErrorKind::Rejected, QStringLiteral("A measurement is missing"), QStringLiteral("matchers")));
    }
    QStringList names;
    std::ranges::transform(matchers, std::back_inserter(names), quotedName);
    const auto keys = column(QStringLiteral("SHOW SERIES FROM ") + names.join(QStringLiteral(", ")), 1, cancel);
    return map(keys, this, [](const Result<QStringList> &found) -> Result<std::vector<Labels>> {
        if (!found) {
            return tl::unexpected(found.error());
        }
        std::vector<Labels> all;
        std::ranges::transform(*found, std::back_inserter(all), labelsOfKey);
        return all;
    });
}

Async<QStringList> InfluxdbSource::labelValues(QString label, CancelToken cancel)
{
    if (label.isEmpty()) {
        return ready<QStringList>(fail(ErrorKind::Rejected, QStringLiteral("A label needs a name"), QStringLiteral("label")));
    }
    // SHOW MEASUREMENTS has nothing to say of a database that is not there.
    return label == u"__name__" ? column(QStringLiteral("SHOW FIELD KEYS"), 0, cancel)
                                : column(QStringLiteral("SHOW TAG VALUES WITH KEY = ") + quotedName(label), 2, cancel);
}

Async<std::vector<TargetInfo>> InfluxdbSource::targets(CancelToken cancel)
{
    Q_UNUSED(cancel)
    return ready<std::vector<TargetInfo>>(tl::unexpected(notThere(QStringLiteral("An InfluxDB has no scrape targets"))));
}

Async<std::vector<MetricInfo>> InfluxdbSource::metadata(CancelToken cancel)
{
    return map(show(QStringLiteral("SHOW FIELD KEYS"), cancel), this, [](const Result<QList<QStringList>> &rows) -> Result<std::vector<MetricInfo>> {
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        std::vector<MetricInfo> all;
        for (const QStringList &row : *rows) {
            all.push_back({row.value(0) + u'.' + row.value(1), row.value(2), {}, {}});
        }
        return all;
    });
}

} // namespace quarterdeck
