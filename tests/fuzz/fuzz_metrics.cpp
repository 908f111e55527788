#include "tests/fuzz/fuzz.h"

#include "app/sources/graphite/parse.h"
#include "app/sources/graphite/target.h"
#include "app/sources/influxdb/influxql.h"
#include "app/sources/influxdb/parse.h"
#include "app/sources/netdata/expression.h"
#include "app/sources/netdata/parse.h"
#include "app/sources/pmproxy/parse.h"

#include <algorithm>

using namespace quarterdeck;

namespace {

void requireOrder(const std::vector<Sample> &samples)
{
    require(std::ranges::is_sorted(samples, {}, &Sample::ms), "samples are in order");
}

void readGraphite(const QByteArray &body, const QString &text)
{
    if (const auto answer = graphite::parseRender(body)) {
        require(answer->apart.size() == answer->series.size(), "each series has its distance");
    }
    graphite::parseSteps(body);
    graphite::parseNames(body);
    graphite::parseExpanded(body);
    graphite::parseTagValues(body);
    graphite::parseRefusal(body);
    graphite::labelsOfName(text);
    graphite::checkTarget(text);
}

void readInfluxdb(const QByteArray &body, const QString &text)
{
    if (const auto answer = influxdb::parseSelect(body)) {
        for (const Series &series : answer->series) {
            requireOrder(series.samples);
        }
    }
    influxdb::parseShow(body);
    influxdb::labelsOfKey(text);
    if (influxdb::checkQuery(text)) {
        MetricQuery query;
        query.expression = text;
        require(!influxdb::filledQuery(query).isEmpty(), "a query stays one");
    }
}

void readNetdata(const QByteArray &body, const QString &text)
{
    if (const auto data = netdata::parseData(body, QStringLiteral("c"))) {
        for (const Series &series : data->series) {
            requireOrder(series.samples);
        }
    }
    netdata::parseChart(body);
    netdata::parseCharts(body);
    netdata::parseVersion(body);
    netdata::readExpression(text);
}

void readPmproxy(const QByteArray &body)
{
    if (const auto values = pmproxy::parseValues(body)) {
        for (const pmproxy::Values &one : *values) {
            requireOrder(one.samples);
        }
    }
    pmproxy::parseFound(body);
    pmproxy::parseMetricNames(body);
    pmproxy::parseInstanceNames(body);
    pmproxy::parseUnits(body);
    pmproxy::parseLabels(body);
    pmproxy::parseNames(body);
    pmproxy::parseLabelValues(body, QStringLiteral("l"));
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body = fuzzBytes(data, size);
    const QString text = QString::fromUtf8(body.left(1000));
    readGraphite(body, text);
    readInfluxdb(body, text);
    readNetdata(body, text);
    readPmproxy(body);
    return 0;
}
