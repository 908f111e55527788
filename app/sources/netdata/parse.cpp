#include "app/sources/netdata/parse.h"

#include "app/json/jsonreader.h"
#include "app/json/jsonscanner.h"

#include <QMap>

#include <algorithm>

namespace quarterdeck::netdata {

namespace {

/// Milliseconds of whole seconds; 0 where they are none, or of no clock.
qint64 millisOf(const JsonValue &seconds)
{
    constexpr qint64 Most = 100'000'000'000;
    const qint64 value = seconds.integerOr(0);
    return value > 0 && value < Most ? value * 1000 : 0;
}

Chart chartOf(const JsonValue &value)
{
    Chart chart;
    chart.id = value[u"id"].string();
    chart.title = value[u"title"].stringOr({});
    chart.type = value[u"chart_type"].stringOr({});
    chart.units = value[u"units"].stringOr({});
    chart.first = {millisOf(value[u"first_entry"])};
    chart.last = {millisOf(value[u"last_entry"])};
    chart.every = Millis(millisOf(value[u"update_every"]));
    value[u"dimensions"].each([&chart](const QString &id, const JsonValue &dimension) { chart.dimensions.append(dimension[u"name"].stringOr(id)); });
    if (value[u"chart_labels"].isObject()) {
        value[u"chart_labels"].each([&chart](const QString &name, const JsonValue &text) { chart.labels.insert(name, text.stringOr({})); });
    }
    return chart;
}

/// One answer of data being read.
class DataReading {
public:
    explicit DataReading(QByteArrayView body)
        : m_scan(body)
    {
    }
    Result<ChartData> run(const QString &chart);

private:
    void readResult(const QString &chart);
    void readRow();

    JsonScanner m_scan;
    ChartData m_data;
    bool m_hasRows = false;
};

void DataReading::readRow()
{
    m_scan.need('[');
    const qint64 ms = m_scan.millis();
    for (Series &series : m_data.series) {
        m_scan.need(',');
        if (const auto value = m_scan.number(); value && m_scan.isOk()) {
            series.samples.push_back({ms, *value});
        }
    }
    m_scan.need(']');
}

void DataReading::readResult(const QString &chart)
{
    QStringList names;
    m_scan.members([&](const std::string &member) {
        if (member == "labels") {
            m_scan.elements([&] { names.append(QString::fromUtf8(m_scan.string())); });
            for (const QString &name : names.mid(1)) {
                m_data.series.push_back({Labels {{QStringLiteral("__name__"), chart}, {QStringLiteral("dimension"), name}}, {}, {}});
            }
        } else if (member == "data") {
            m_hasRows = true;
            m_scan.elements([&] { readRow(); });
        } else {
            m_scan.skip();
        }
    });
}

Result<ChartData> DataReading::run(const QString &chart)
{
    m_scan.members([&](const std::string &member) {
        if (member == "view_update_every") {
            m_data.every = Millis(qint64(std::clamp(m_scan.number().value_or(0), 0.0, 1e9)) * 1000);
        } else if (member == "group") {
            m_data.group = QString::fromUtf8(m_scan.string());
        } else if (member == "result") {
            readResult(chart);
        } else {
            m_scan.skip();
        }
    });
    if (!m_scan.isOk() || !m_scan.isAtEnd() || !m_hasRows) {
        return fail(ErrorKind::BadPayload, QStringLiteral("The answer cannot be read at byte %1").arg(m_scan.position()), QStringLiteral("/result"));
    }
    for (Series &series : m_data.series) {
        std::ranges::stable_sort(series.samples, {}, &Sample::ms);
    }
    return std::move(m_data);
}

template <class T, class F> Result<T> fromDocument(QByteArrayView body, F read)
{
    const auto document = JsonDocument::parse(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    T value = read(document->root());
    if (const auto verdict = document->verdict(); !verdict) {
        return tl::unexpected(verdict.error());
    }
    return value;
}

} // namespace

Result<Chart> parseChart(QByteArrayView body)
{
    return fromDocument<Chart>(body, chartOf);
}

Result<std::vector<Chart>> parseCharts(QByteArrayView body)
{
    return fromDocument<std::vector<Chart>>(body, [](const JsonValue &root) {
        std::vector<Chart> charts;
        if (!root[u"charts"].isObject()) {
            root[u"charts"].markBad(QStringLiteral("The answer holds no charts"));
        }
        root[u"charts"].each([&charts](const QString &, const JsonValue &chart) { charts.push_back(chartOf(chart)); });
        return charts;
    });
}

Result<ChartData> parseData(QByteArrayView body, const QString &chart)
{
    return DataReading(body).run(chart);
}

Result<QString> parseVersion(QByteArrayView body)
{
    return fromDocument<QString>(body, [](const JsonValue &root) { return root[u"version"].string(); });
}

QString unitOf(const QString &units)
{
    static const QMap<QString, QString> Known {{QStringLiteral("percentage"), QStringLiteral("%")}, {QStringLiteral("seconds"), QStringLiteral("s")},
        {QStringLiteral("milliseconds"), QStringLiteral("ms")}, {QStringLiteral("bytes"), QStringLiteral("By")},
        {QStringLiteral("B"), QStringLiteral("By")}, {QStringLiteral("B/s"), QStringLiteral("By/s")}, {QStringLiteral("KiB"), QStringLiteral("KiBy")},
        {QStringLiteral("KiB/s"), QStringLiteral("KiBy/s")}, {QStringLiteral("MiB"), QStringLiteral("MiBy")},
        {QStringLiteral("MiB/s"), QStringLiteral("MiBy/s")}, {QStringLiteral("Celsius"), QStringLiteral("Cel")},
        {QStringLiteral("Volts"), QStringLiteral("V")}, {QStringLiteral("Watts"), QStringLiteral("W")},
        {QStringLiteral("Hertz"), QStringLiteral("Hz")}};
    return Known.value(units, units);
}

} // namespace quarterdeck::netdata
