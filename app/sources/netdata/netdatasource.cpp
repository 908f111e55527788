#include "app/sources/netdata/netdatasource.h"

#include "app/net/parsed.h"
#include "app/sources/api/metricanswers.h"

#include <algorithm>

namespace quarterdeck {

using namespace netdata;

namespace {

constexpr int NotFound = 404;

Labels dimensionLabels(const Chart &chart, const QString &dimension)
{
    return {{QStringLiteral("__name__"), chart.id}, {QStringLiteral("dimension"), dimension}};
}

/// What an answer may lack that its rows do not show.
QStringList lacksOf(const ChartQuestion &question, const MetricQuery &query, const Chart &chart, const ChartData &data)
{
    QStringList lacks;
    if (chart.first > query.range.from + query.step) {
        lacks.append(QStringLiteral("it keeps %1 only since %2").arg(chart.id, toRfc3339(chart.first)));
    }
    if (data.every > Millis(rowSeconds(query, chart) * 1000)) {
        lacks.append(QStringLiteral("it gives one value for every %1 of this range").arg(formatDuration(data.every)));
    }
    if (!question.group.isEmpty() && !data.group.isEmpty() && data.group != question.group) {
        lacks.append(QStringLiteral("it does not know how to group by %1 and took the %2").arg(question.group, data.group));
    }
    for (const QString &dimension : question.dimensions) {
        const bool isThere = std::ranges::any_of(
            data.series, [&dimension](const Series &series) { return series.labels.value(u"dimension") == dimension; });
        if (!isThere) {
            lacks.append(QStringLiteral("it has no dimension of the name %1").arg(dimension));
        }
    }
    return lacks;
}

} // namespace

NetdataSource::NetdataSource(Endpoint endpoint, const SourceDeps &deps)
    : m_endpoint(std::move(endpoint))
    , m_http(deps.http)
    , m_clock(deps.clock)
{
    m_info.id = m_endpoint.id;
    m_info.kind = QStringLiteral("netdata");
    m_info.faces = Face::Metrics;
    m_info.metricLanguage = QStringLiteral("netdata");
    m_info.isInsecure = m_endpoint.http.skipsVerification();
}

Async<HttpResponse> NetdataSource::ask(HttpRequest request, const CancelToken &cancel)
{
    return map(m_http.send(m_endpoint.http, std::move(request), cancel), this,
        [](Result<HttpResponse> response) { return requireWhole(requireOk(std::move(response), "application/json")); });
}

Async<BackendHealth> NetdataSource::probe(CancelToken cancel)
{
    return map(ask(infoRequest(m_endpoint.urls.front()), cancel), this, [](const Result<HttpResponse> &response) -> Result<BackendHealth> {
        const auto version = response.and_then([](const HttpResponse &good) { return parseVersion(good.body); });
        if (!version) {
            return tl::unexpected(version.error());
        }
        BackendHealth health;
        health.version = *version;
        health.latency = response->elapsed;
        health.clockSkew = response->clockSkew;
        return health;
    });
}

Async<MetricAnswer> NetdataSource::range(MetricQuery query, CancelToken cancel)
{
    const auto question = readExpression(query.expression);
    if (!question) {
        return ready<MetricAnswer>(tl::unexpected(question.error()));
    }
    const auto asked = m_http.send(m_endpoint.http, chartRequest(m_endpoint.urls.front(), question->chart), cancel);
    const auto known = map(asked, this, [id = question->chart](Result<HttpResponse> response) -> Result<HttpResponse> {
        if (response && response->status == NotFound) {
            return fail(ErrorKind::Malformed, QStringLiteral("It has no chart of the id %1").arg(id), QStringLiteral("chart"));
        }
        return requireWhole(requireOk(std::move(response), "application/json"));
    });
    return flatMap(parsed<Chart>(known, this, parseChart), this,
        [this, question = *question, query, cancel](const Chart &chart) { return data(question, query, chart, cancel); });
}

Async<MetricAnswer> NetdataSource::data(const ChartQuestion &question, const MetricQuery &query, const Chart &chart, const CancelToken &cancel)
{
    auto request = dataRequest(m_endpoint.urls.front(), question, query, chart);
    // Of times before all that is kept it answers 404, as of what it does not know.
    if (!request || query.range.to < chart.first) {
        return ready<MetricAnswer>(MetricAnswer {{}, lacksOf({}, query, chart, {})});
    }
    const auto answer = parsed<ChartData>(
        ask(std::move(*request), cancel), this, [id = chart.id](QByteArrayView body) { return parseData(body, id); });
    return map(answer, this, [question, query, chart](Result<ChartData> found) -> Result<MetricAnswer> {
        if (!found && found.error().kind == ErrorKind::NotFound && !question.dimensions.isEmpty()) {
            return fail(ErrorKind::Malformed,
                QStringLiteral("%1 has none of these dimensions; it has %2").arg(chart.id, chart.dimensions.join(QStringLiteral(", "))),
                QStringLiteral("dimensions"));
        }
        if (!found) {
            return tl::unexpected(found.error());
        }
        MetricAnswer whole {{}, lacksOf(question, query, chart, *found)};
        whole.series = std::move(found->series);
        for (Series &series : whole.series) {
            series.unit = question.isPercentage ? QStringLiteral("%") : unitOf(chart.units);
        }
        keepWithin(whole.series, query.range);
        tellApart(whole.series);
        return whole;
    });
}

Async<MetricAnswer> NetdataSource::instant(QString expression, UtcTime at, CancelToken cancel)
{
    const auto answer = range(instantQuery(expression, at.isValid() ? at : m_clock.now()), cancel);
    return map(answer, this, [](Result<MetricAnswer> found) { return std::move(found).map(newestOf); });
}

Async<std::vector<Chart>> NetdataSource::charts(const CancelToken &cancel)
{
    return parsed<std::vector<Chart>>(ask(chartsRequest(m_endpoint.urls.front()), cancel), this, parseCharts);
}

Async<std::vector<Labels>> NetdataSource::series(QStringList matchers, TimeRange range, CancelToken cancel)
{
    Q_UNUSED(range)
    if (matchers.isEmpty()) {
        return ready<std::vector<Labels>>(fail(ErrorKind::Rejected, QStringLiteral("A chart is missing"), QStringLiteral("matchers")));
    }
    return map(charts(cancel), this, [matchers](const Result<std::vector<Chart>> &known) -> Result<std::vector<Labels>> {
        if (!known) {
            return tl::unexpected(known.error());
        }
        std::vector<Labels> all;
        for (const Chart &chart : *known) {
            for (const QString &dimension : matchers.contains(chart.id) ? chart.dimensions : QStringList()) {
                all.push_back(dimensionLabels(chart, dimension));
            }
        }
        return all;
    });
}

Async<QStringList> NetdataSource::labelValues(QString label, CancelToken cancel)
{
    if (label.isEmpty()) {
        return ready<QStringList>(fail(ErrorKind::Rejected, QStringLiteral("A label needs a name"), QStringLiteral("label")));
    }
    return map(charts(cancel), this, [label](const Result<std::vector<Chart>> &known) -> Result<QStringList> {
        if (!known) {
            return tl::unexpected(known.error());
        }
        QStringList values;
        for (const Chart &chart : *known) {
            if (label == u"__name__") {
                values.append(chart.id);
            } else if (label == u"dimension") {
                values.append(chart.dimensions);
            } else if (chart.labels.contains(label)) {
                values.append(chart.labels.value(label));
            }
        }
        values.removeDuplicates();
        values.sort();
        return values;
    });
}

Async<std::vector<TargetInfo>> NetdataSource::targets(CancelToken cancel)
{
    Q_UNUSED(cancel)
    return ready<std::vector<TargetInfo>>(tl::unexpected(notThere(QStringLiteral("A netdata has no scrape targets"))));
}

Async<std::vector<MetricInfo>> NetdataSource::metadata(CancelToken cancel)
{
    return map(charts(cancel), this, [](const Result<std::vector<Chart>> &known) -> Result<std::vector<MetricInfo>> {
        if (!known) {
            return tl::unexpected(known.error());
        }
        std::vector<MetricInfo> all;
        std::ranges::transform(*known, std::back_inserter(all), [](const Chart &chart) {
            return MetricInfo {chart.id, chart.type, chart.title, unitOf(chart.units)};
        });
        return all;
    });
}

} // namespace quarterdeck
