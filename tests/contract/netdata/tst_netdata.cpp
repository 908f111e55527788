#include "app/sources/netdata/connector.h"
#include "app/sources/netdata/expression.h"
#include "app/sources/netdata/parse.h"
#include "app/sources/netdata/requests.h"
#include "tests/contract/metricbench.h"
#include "tests/support/metricservers.h"

#include <QTest>

using namespace quarterdeck;

namespace {

const QString Gauge = QStringLiteral("statsd_room.gauge");

} // namespace

/// What is read of a real netdata, and of servers that misbehave.
class TestNetdata : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void expressions_data();
    void expressions();
    void dataIsRead();
    void timesOfNoClockAreNone();
    void windowsEndOnSteps();
    void probe();
    void ranges();
    void rangesIntoTheFutureStayInPlace();
    void coarseStepsAreAverages();
    void whatIsNotUnderstoodIsSaid();
    void beforeAllThatIsKept();
    void instants();
    void completion();
    void hostileAnswers_data();
    void hostileAnswers();

private:
    qint64 now() const { return SystemClock().now().ms / 1000; }

    ContractBench m_bench;
    RealNetdata m_server;
    qint64 m_began = 0;
    std::unique_ptr<Source> m_source;
};

#define NEEDS_NETDATA()                                                                                                                              \
    if (m_source == nullptr) {                                                                                                                       \
        QSKIP("netdata is not installed");                                                                                                           \
    }

void TestNetdata::initTestCase()
{
    if (!RealNetdata::isInstalled()) {
        return;
    }
    QVERIFY2(m_server.start(), m_server.log().constData());
    m_source = m_bench.open(*makeNetdataConnector(), ContractBench::endpoint({m_server.url()}));
    m_began = now();
    // Gauges keep their value once they are known.
    const auto isCollected = [this] {
        m_server.send("room", 21.5);
        const auto answer = await(m_source->metrics()->range(metricQuery(Gauge, (m_began - 60) * 1000, now() * 1000, Millis(1'000)), {}));
        return answer && !answer->series.empty() && answer->series[0].samples.size() >= 8;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isCollected(), 40'000);
}

void TestNetdata::expressions_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("chart");
    QTest::newRow("chart") << QStringLiteral(" system.cpu ") << QStringLiteral("system.cpu");
    QTest::newRow("parameters") << QStringLiteral("chart=disk.sda&dimensions=reads,writes&group=max") << QStringLiteral("disk.sda");
    QTest::newRow("encoded") << QStringLiteral("dimensions=a%20b%7C!c&chart=x%2Ey&options=percentage%7Cabsolute") << QStringLiteral("x.y");
    for (const char *bad : {"", "dimensions=user", "up == 0", "sum(x)", "chart=a&after=-5", "chart=a&points=9", "chart=a&format=csv",
             "chart=a&options=ms", "chart=a&options=percentage|objectrows", "chart="}) {
        QTest::newRow(qPrintable(QStringLiteral("bad: ") + QLatin1StringView(bad))) << QString::fromUtf8(bad) << QString();
    }
}

void TestNetdata::expressions()
{
    QFETCH(QString, expression);
    QFETCH(QString, chart);
    const auto question = netdata::readExpression(expression);
    QCOMPARE(question ? question->chart : QString(), chart);
    QVERIFY(question || question.error().kind == ErrorKind::Malformed);
}

void TestNetdata::dataIsRead()
{
    const QByteArray whole = fixture(QStringLiteral("netdata/data.json")).trimmed();
    const auto data = netdata::parseData(whole, QStringLiteral("system.cpu"));
    QVERIFY2(data, qPrintable(errorOf(data)));
    QCOMPARE(data->group, QStringLiteral("average"));
    QCOMPARE(data->every, Millis(2'000));
    QCOMPARE(data->series.size(), std::size_t(2));
    QCOMPARE(data->series[1].labels,
        (Labels {{QStringLiteral("__name__"), QStringLiteral("system.cpu")}, {QStringLiteral("dimension"), QStringLiteral("system")}}));
    QCOMPARE(data->series[1].samples,
        (std::vector<Sample> {{1'796'095'002'000, 12.878788}, {1'796'095'004'000, 14.398521}, {1'796'095'006'000, 11.533101}}));
    for (qsizetype cut = 0; cut < whole.size(); ++cut) {
        const std::vector<char> bytes(whole.begin(), whole.begin() + cut);
        QVERIFY2(!netdata::parseData(QByteArrayView(bytes.data(), cut), QStringLiteral("x")), QByteArray::number(cut).constData());
    }
}

void TestNetdata::timesOfNoClockAreNone()
{
    const auto chart = netdata::parseChart(R"({"id":"a","first_entry":9223372036854775807,"last_entry":-5,"update_every":1e18})");
    QVERIFY2(chart, qPrintable(errorOf(chart)));
    QVERIFY(!chart->first.isValid() && !chart->last.isValid());
    QCOMPARE(chart->every, Millis(0));
}

void TestNetdata::windowsEndOnSteps()
{
    netdata::Chart chart;
    chart.id = QStringLiteral("system.load");
    chart.last = UtcTime {1'000'043'000};
    chart.every = Millis(5'000);
    const netdata::ChartQuestion question {chart.id, {}, {}, false, {{"options", QStringLiteral("absolute")}}};
    const auto request = netdata::dataRequest(
        QUrl(QStringLiteral("http://h/x/")), question, metricQuery(chart.id, 1'000'001'000, 1'000'100'000, Millis(7'000)), chart);
    QVERIFY(request);
    QCOMPARE(request->url.toString(QUrl::FullyEncoded),
        QStringLiteral("http://h/x/api/v1/data?chart=system.load&after=1000000&before=1000040&points=4&format=json&options=jsonwrap%7Cabsolute"));
    QVERIFY(!netdata::dataRequest(
        QUrl(QStringLiteral("http://h")), question, metricQuery(chart.id, 1'000'050'000, 1'000'100'000, Millis(10'000)), chart));
}

void TestNetdata::probe()
{
    NEEDS_NETDATA()
    const auto health = await(m_source->probe({}));
    QVERIFY2(health, qPrintable(errorOf(health)));
    QVERIFY2(health->version.startsWith(QLatin1StringView("v1.")), qPrintable(health->version));
}

void TestNetdata::ranges()
{
    NEEDS_NETDATA()
    const qint64 end = now() - 2;
    const MetricAnswer answer = answered(*m_source, metricQuery(Gauge, (end - 4) * 1000, end * 1000, Millis(1'000)));
    QVERIFY2(answer.warnings.isEmpty(), qPrintable(answer.warnings.join(u'\n')));
    QCOMPARE(answer.series.size(), std::size_t(1));
    QCOMPARE(answer.series[0].labels.value(u"dimension"), QStringLiteral("gauge"));
    QVERIFY(!answer.series[0].samples.empty());
    for (const Sample &sample : answer.series[0].samples) {
        QCOMPARE(sample.value, 21.5);
        QVERIFY(sample.ms >= (end - 4) * 1000 && sample.ms <= end * 1000);
    }
    const MetricAnswer cpu = answered(*m_source,
        metricQuery(QStringLiteral("chart=system.cpu&dimensions=user,system&options=percentage"), (end - 4) * 1000, end * 1000, Millis(1'000)));
    QCOMPARE(cpu.series.size(), std::size_t(2));
    QCOMPARE(cpu.series[0].unit, QStringLiteral("%"));
    // Negative as netdata draws it.
    const MetricAnswer net = answered(*m_source, metricQuery(QStringLiteral("system.net"), (end - 20) * 1000, end * 1000, Millis(1'000)));
    for (const Series &series : net.series) {
        for (const Sample &sample : series.samples) {
            QVERIFY(series.labels.value(u"dimension") != QLatin1StringView("sent") || sample.value <= 0);
        }
    }
}

void TestNetdata::rangesIntoTheFutureStayInPlace()
{
    NEEDS_NETDATA()
    const qint64 middle = now() - 3;
    const MetricAnswer answer = answered(*m_source, metricQuery(Gauge, middle * 1000, (middle + 600) * 1000, Millis(1'000)));
    QCOMPARE(answer.series.size(), std::size_t(1));
    QVERIFY(!answer.series[0].samples.empty());
    QVERIFY(answer.series[0].samples.front().ms >= middle * 1000);
    QVERIFY(answer.series[0].samples.back().ms <= now() * 1000);
    const MetricAnswer later = answered(*m_source, metricQuery(Gauge, (middle + 3600) * 1000, (middle + 7200) * 1000, Millis(1'000)));
    QVERIFY(later.series.empty() && later.warnings.isEmpty());
}

void TestNetdata::coarseStepsAreAverages()
{
    NEEDS_NETDATA()
    const qint64 end = now();
    const MetricAnswer answer = answered(*m_source, metricQuery(QStringLiteral("system.load"), (m_began - 10) * 1000, end * 1000, Millis(1'000)));
    QCOMPARE(answer.series.size(), std::size_t(3));
    for (const Sample &sample : answer.series[0].samples) {
        QCOMPARE(sample.ms % 5'000, 0);
    }
    const MetricAnswer wide = answered(*m_source, metricQuery(Gauge, (end - 6) * 1000, end * 1000, Millis(3'600'000)));
    for (const Series &series : wide.series) {
        QVERIFY(series.samples.size() <= 1);
    }
}

void TestNetdata::whatIsNotUnderstoodIsSaid()
{
    NEEDS_NETDATA()
    const auto ask = [this](const QString &expression) {
        return await(m_source->metrics()->range(metricQuery(expression, (now() - 6) * 1000, (now() - 1) * 1000, Millis(1'000)), {}));
    };
    const auto chart = ask(QStringLiteral("no.chart"));
    QVERIFY(!chart);
    QCOMPARE(chart.error().kind, ErrorKind::Malformed);
    QVERIFY(chart.error().what.contains(QLatin1StringView("no.chart")));
    const auto dimension = ask(QStringLiteral("chart=system.cpu&dimensions=nobody"));
    QVERIFY(!dimension);
    QVERIFY2(dimension.error().what.contains(QLatin1StringView("iowait")), qPrintable(dimension.error().what));
    const auto some = ask(QStringLiteral("chart=system.cpu&dimensions=user,nobody"));
    QVERIFY2(some, qPrintable(errorOf(some)));
    QCOMPARE(some->warnings, QStringList {QStringLiteral("it has no dimension of the name nobody")});
    const auto group = ask(QStringLiteral("chart=system.cpu&group=middle"));
    QVERIFY2(group, qPrintable(errorOf(group)));
    QCOMPARE(group->warnings, QStringList {QStringLiteral("it does not know how to group by middle and took the average")});
}

void TestNetdata::beforeAllThatIsKept()
{
    NEEDS_NETDATA()
    const MetricAnswer partly = answered(*m_source, metricQuery(Gauge, (m_began - 3600) * 1000, now() * 1000, Millis(10'000)));
    QVERIFY(!partly.series.empty());
    QCOMPARE(partly.warnings.size(), 1);
    QVERIFY2(partly.warnings[0].startsWith(QLatin1StringView("it keeps statsd_room.gauge only since 20")), qPrintable(partly.warnings[0]));
    const MetricAnswer before = answered(*m_source, metricQuery(Gauge, (m_began - 7200) * 1000, (m_began - 3600) * 1000, Millis(10'000)));
    QVERIFY(before.series.empty());
    QCOMPARE(before.warnings, partly.warnings);
}

void TestNetdata::instants()
{
    NEEDS_NETDATA()
    const auto answer = await(m_source->metrics()->instant(Gauge, {}, {}));
    QVERIFY2(answer, qPrintable(errorOf(answer)));
    QCOMPARE(answer->series.at(0).samples.size(), std::size_t(1));
    QCOMPARE(answer->series[0].samples[0].value, 21.5);
    QVERIFY(answer->series[0].samples[0].ms > (now() - 10) * 1000);
}

void TestNetdata::completion()
{
    NEEDS_NETDATA()
    const auto charts = await(m_source->metrics()->labelValues(QStringLiteral("__name__"), {}));
    QVERIFY2(charts, qPrintable(errorOf(charts)));
    QVERIFY(charts->contains(Gauge) && charts->contains(QStringLiteral("system.cpu")));
    QVERIFY(await(m_source->metrics()->labelValues(QStringLiteral("dimension"), {})).value_or(QStringList()).contains(QStringLiteral("iowait")));
    const auto series = await(m_source->metrics()->series({QStringLiteral("system.load")}, {}, {}));
    QVERIFY2(series, qPrintable(errorOf(series)));
    QCOMPARE(series->size(), std::size_t(3));
    const auto known = await(m_source->metrics()->metadata({}));
    QVERIFY2(known, qPrintable(errorOf(known)));
    const auto cpu = std::ranges::find(*known, QStringLiteral("system.cpu"), &MetricInfo::name);
    QVERIFY(cpu != known->end());
    QCOMPARE(cpu->unit, QStringLiteral("%"));
    QVERIFY(cpu->help.contains(QLatin1StringView("CPU utilization")));
    QVERIFY(!await(m_source->metrics()->targets({})));
}

void TestNetdata::hostileAnswers_data()
{
    addHostileReplies(fixture(QStringLiteral("netdata/data.json")));
}

void TestNetdata::hostileAnswers()
{
    QFETCH(ScriptedReply, reply);
    ScriptedServer server([reply](const ScriptedRequest &request) {
        return request.target.startsWith("/api/v1/chart?")
            ? ScriptedReply::json(R"({"id":"system.cpu","first_entry":1796090000,"last_entry":1796095006,"update_every":1,"units":"percentage"})")
            : reply;
    });
    const auto source = m_bench.open(*makeNetdataConnector(), ContractBench::endpoint({server.url()}));
    QVERIFY(!await(source->metrics()->range(metricQuery(QStringLiteral("system.cpu"), 1'796'094'000'000, 1'796'095'000'000, Millis(10'000)), {})));
    QVERIFY(!await(source->metrics()->metadata({})));
    QVERIFY(!await(source->probe({})));
}

QTEST_GUILESS_MAIN(TestNetdata)
#include "tst_netdata.moc"
