#include "app/sources/graphite/connector.h"
#include "app/sources/graphite/parse.h"
#include "app/sources/graphite/target.h"
#include "tests/contract/metricbench.h"
#include "tests/support/metricservers.h"

#include <QTest>

#include <cmath>

using namespace quarterdeck;

namespace {

constexpr qint64 Minute = 60;
constexpr qint64 Hour = 3600;

} // namespace

/// What is read of a real graphite-web, and of servers that misbehave.
class TestGraphite : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void targets_data();
    void targets();
    void infinitiesAndGaps();
    void names();
    void probe();
    void ranges();
    void bucketsHoldWhatTheySay();
    void coarserLongAgo();
    void allThatIsKeptFinelyIsFine();
    void sumsOfDifferentStepsChangeInTheirBucket();
    void instants();
    void sameNamesStayApart();
    void refusals();
    void completion();
    void hostileAnswers_data();
    void hostileAnswers();
    void largeAnswers();

private:
    /// Whole minutes before the test began. Units: ms.
    qint64 minutesAgo(qint64 minutes) const { return (m_now - minutes * Minute) * 1000; }

    ContractBench m_bench;
    RealGraphite m_server;
    qint64 m_now = 0;  ///< A whole minute. Units: seconds.
    qint64 m_edge = 0; ///< Where two metrics rise. Units: seconds.
    std::unique_ptr<Source> m_source;
};

#define NEEDS_GRAPHITE()                                                                                                                             \
    if (m_source == nullptr) {                                                                                                                       \
        QSKIP("graphite-web is not installed");                                                                                                      \
    }

void TestGraphite::initTestCase()
{
    if (!RealGraphite::isInstalled()) {
        return;
    }
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    m_now = now / Minute * Minute;
    WhisperSeries fine {"srv.web.load", {{10, 720}, {300, 1000}}, {}};
    for (qint64 at = m_now - 2 * Hour + 20; at <= now; at += 10) {
        fine.points.emplace_back(at, double(at % 600));
    }
    WhisperSeries minutely {"srv.db.load", {{60, 1440}}, {}};
    for (qint64 at = m_now - 2 * Hour; at <= m_now; at += Minute) {
        if (at % 300 != 0) {
            minutely.points.emplace_back(at, 7);
        }
    }
    const WhisperSeries tagged {"disk.used;dc=eu;host=a", {{60, 1440}}, {{m_now - 2 * Minute, 3}, {m_now - Minute, 4}}};
    WhisperSeries edgeFine {"edge.fine", {{10, 1440}}, {}};
    WhisperSeries edgeCoarse {"edge.coarse", {{300, 1440}}, {}};
    m_edge = m_now / 300 * 300 - Hour;
    for (qint64 at = m_edge - Hour; at < now; at += 10) {
        edgeFine.points.emplace_back(at, at < m_edge ? 0 : 100);
        if (at % 300 == 0) {
            edgeCoarse.points.emplace_back(at, at < m_edge ? 0 : 100);
        }
    }
    m_server.setSeries({fine, minutely, tagged, edgeFine, edgeCoarse});
    QVERIFY2(m_server.start(), m_server.log().constData());
    m_source = m_bench.open(*makeGraphiteConnector(), ContractBench::endpoint({m_server.url()}));
}

void TestGraphite::targets_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("isGood");
    for (const char *good : {"a.b.c", "a.{b,c}.d[0-9]*", "sumSeries(a.b, c.*)", "alias(a.b, \"it's (so\")", "alias(a.b, 'x \\' y')", "a.b|scale(2)",
             "a.b | scale(2) | alias('x')", "seriesByTag('name=disk', \"dc=~eu|us\")", " a.b ", "cpu;dc=eu", "movingAverage(a.b,'5min')"}) {
        QTest::newRow(good) << QString::fromUtf8(good) << true;
    }
    for (const char *bad : {"", " ", "sumSeries(a.b", "a.b)", "alias(a.b, 'x)", "a.b + c.d", "a.b, c.d", "scale(a.b, 2) * 3", "scale(a.b,2)*3",
             "a.{b", "a.[b", "f(a.[b)", "'a.b'", "a.b|", "a.b c"}) {
        QTest::newRow(qPrintable(QStringLiteral("bad: ") + QLatin1StringView(bad))) << QString::fromUtf8(bad) << false;
    }
}

void TestGraphite::targets()
{
    QFETCH(QString, target);
    QFETCH(bool, isGood);
    const auto checked = graphite::checkTarget(target);
    QVERIFY2(bool(checked) == isGood, qPrintable(errorOf(checked)));
    QVERIFY(isGood || checked.error().kind == ErrorKind::Malformed);
}

void TestGraphite::infinitiesAndGaps()
{
    const auto answer = graphite::parseRender(fixture(QStringLiteral("graphite/render.json")));
    QVERIFY2(answer, qPrintable(errorOf(answer)));
    const std::vector<Sample> &samples = answer->series.at(0).samples;
    QCOMPARE(samples.size(), std::size_t(3));
    QVERIFY(std::isinf(samples[0].value) && samples[0].value > 0);
    QVERIFY(std::isinf(samples[1].value) && samples[1].value < 0);
    QCOMPARE(samples[2], (Sample {1'796'094'150'000, 0.25}));
    QCOMPARE(answer->apart, std::vector<Millis> {Millis(10'000)});
    const QByteArray whole = fixture(QStringLiteral("graphite/render.json")).trimmed();
    for (qsizetype cut = 0; cut < whole.size(); ++cut) {
        const std::vector<char> bytes(whole.begin(), whole.begin() + cut);
        QVERIFY2(!graphite::parseRender(QByteArrayView(bytes.data(), cut)), QByteArray::number(cut).constData());
    }
}

void TestGraphite::names()
{
    QCOMPARE(graphite::labelsOfName(QStringLiteral("cpu;dc=eu;x=a=b")),
        (Labels {{QStringLiteral("__name__"), QStringLiteral("cpu;dc=eu;x=a=b")}, {QStringLiteral("dc"), QStringLiteral("eu")},
            {QStringLiteral("x"), QStringLiteral("a=b")}}));
    const auto steps = graphite::parseSteps("f(a,b),100,160,60|1.0,None\nb|c,100,110,10|1.0\nb|c,100,110,20|1.0\n");
    QVERIFY2(steps, qPrintable(errorOf(steps)));
    QCOMPARE(*steps, (QMap<QString, Millis> {{QStringLiteral("f(a,b)"), Millis(60'000)}, {QStringLiteral("b|c"), Millis(10'000)}}));
    QVERIFY(!graphite::parseSteps("<html>"));
    QVERIFY(!graphite::parseSteps("a,1,2,1796094137960941400|1"));
}

void TestGraphite::probe()
{
    NEEDS_GRAPHITE()
    const auto health = await(m_source->probe({}));
    QVERIFY2(health, qPrintable(errorOf(health)));
    QVERIFY2(health->version.startsWith(QLatin1StringView("1.")), qPrintable(health->version));
    QVERIFY(health->findings.isEmpty());
}

void TestGraphite::ranges()
{
    NEEDS_GRAPHITE()
    const MetricAnswer answer = answered(*m_source, metricQuery(QStringLiteral("srv.*.load"), minutesAgo(10), minutesAgo(1), Millis(10'000)));
    QVERIFY2(answer.warnings.isEmpty(), qPrintable(answer.warnings.join(u'\n')));
    QCOMPARE(answer.series.size(), std::size_t(2));
    const auto load = std::ranges::find_if(
        answer.series, [](const Series &series) { return series.labels.value(u"__name__") == QLatin1StringView("srv.web.load"); });
    QVERIFY(load != answer.series.end());
    QCOMPARE(load->samples.size(), std::size_t(9 * 6 + 1));
    for (std::size_t i = 0; i < load->samples.size(); ++i) {
        QCOMPARE(load->samples[i].ms, minutesAgo(10) + qint64(i) * 10'000);
        QCOMPARE(load->samples[i].value, double(load->samples[i].ms / 1000 % 600));
    }
    const MetricAnswer gaps = answered(*m_source, metricQuery(QStringLiteral("srv.db.load"), minutesAgo(60), minutesAgo(1), Millis(60'000)));
    QCOMPARE(gaps.series.size(), std::size_t(1));
    for (const Sample &sample : gaps.series[0].samples) {
        QVERIFY(sample.ms / 1000 % 300 != 0);
    }
    QCOMPARE(gaps.series[0].samples.size(), std::size_t(48));
    const MetricAnswer none = answered(*m_source, metricQuery(QStringLiteral("srv.nothing.*"), minutesAgo(10), minutesAgo(1), Millis(10'000)));
    QVERIFY(none.series.empty() && none.warnings.isEmpty());
}

void TestGraphite::bucketsHoldWhatTheySay()
{
    NEEDS_GRAPHITE()
    // The server drops a bucket at the left and dates each by its second point: the first is still there, and every one is right.
    const qint64 from = minutesAgo(60);
    const MetricAnswer answer = answered(
        *m_source, metricQuery(QStringLiteral("consolidateBy(srv.web.load, 'max')"), from, minutesAgo(1), Millis(60'000)));
    QCOMPARE(answer.series.size(), std::size_t(1));
    const std::vector<Sample> &samples = answer.series[0].samples;
    QVERIFY(!samples.empty());
    QVERIFY2(samples.front().ms <= from + 60'000, qPrintable(textsOf(samples).join(u' ')));
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const qint64 stamp = samples[i].ms / 1000;
        QCOMPARE(stamp % Minute, 0);
        double largest = 0;
        for (qint64 at = stamp - 10; at < stamp + 50; at += 10) {
            largest = std::max(largest, double(at % 600));
        }
        QCOMPARE(samples[i].value, largest);
        QCOMPARE(samples[i].ms, samples[0].ms + qint64(i) * 60'000);
    }
    QVERIFY(answer.warnings.isEmpty());
    // A few steps yield the same buckets as many.
    const MetricAnswer few = answered(
        *m_source, metricQuery(QStringLiteral("consolidateBy(srv.web.load, 'max')"), minutesAgo(20), minutesAgo(18), Millis(60'000)));
    QCOMPARE(few.series.at(0).samples, std::vector<Sample>(samples.begin() + 40, samples.begin() + 43));
}

void TestGraphite::coarserLongAgo()
{
    NEEDS_GRAPHITE()
    const MetricAnswer answer = answered(*m_source, metricQuery(QStringLiteral("srv.web.load"), minutesAgo(150), minutesAgo(60), Millis(10'000)));
    QCOMPARE(answer.series.size(), std::size_t(1));
    QCOMPARE(answer.series[0].samples[1].ms - answer.series[0].samples[0].ms, 300'000);
    QCOMPARE(
        answer.warnings, QStringList {QStringLiteral("it keeps one value for every 5m of this range, and of times not long past one for every 10s")});
    // One that never was finer lacks nothing, and neither does a question for as much.
    QVERIFY(answered(*m_source, metricQuery(QStringLiteral("srv.db.load"), minutesAgo(150), minutesAgo(60), Millis(10'000))).warnings.isEmpty());
    QVERIFY(answered(*m_source, metricQuery(QStringLiteral("srv.web.load"), minutesAgo(150), minutesAgo(60), Millis(300'000))).warnings.isEmpty());
}

void TestGraphite::allThatIsKeptFinelyIsFine()
{
    NEEDS_GRAPHITE()
    // 720 points of 10 s are two hours: a question that began before them would get one point for every five minutes.
    const qint64 now = SystemClock().now().ms;
    const MetricAnswer answer = answered(*m_source, metricQuery(QStringLiteral("srv.web.load"), now - 2 * Hour * 1000, now, Millis(10'000)));
    QVERIFY2(answer.warnings.isEmpty(), qPrintable(answer.warnings.join(u'\n')));
    QVERIFY2(answer.series.at(0).samples.size() > 650, qPrintable(QString::number(answer.series.at(0).samples.size())));
}

void TestGraphite::sumsOfDifferentStepsChangeInTheirBucket()
{
    NEEDS_GRAPHITE()
    const qint64 edge = m_edge * 1000;
    for (const qint64 offset : {0, 10, 130, 250}) {
        const MetricAnswer answer = answered(*m_source,
            metricQuery(QStringLiteral("sumSeries(edge.fine,edge.coarse)"), edge - 1'800'000 + offset * 1000, edge + 1'200'000, Millis(300'000)));
        QCOMPARE(answer.series.size(), std::size_t(1));
        QVERIFY(answer.series[0].samples.size() >= 8);
        for (const Sample &sample : answer.series[0].samples) {
            QVERIFY2(sample.ms > edge - 300'000 || sample.value == 0.0, qPrintable(textsOf(answer.series[0].samples).join(u' ')));
            QVERIFY2(sample.ms <= edge || sample.value == 200.0, qPrintable(textsOf(answer.series[0].samples).join(u' ')));
        }
    }
}

void TestGraphite::instants()
{
    NEEDS_GRAPHITE()
    const auto answer = await(m_source->metrics()->instant(QStringLiteral("srv.web.load"), UtcTime {minutesAgo(5)}, {}));
    QVERIFY2(answer, qPrintable(errorOf(answer)));
    QCOMPARE(answer->series.at(0).samples, (std::vector<Sample> {{minutesAgo(5), double(minutesAgo(5) / 1000 % 600)}}));
}

void TestGraphite::sameNamesStayApart()
{
    NEEDS_GRAPHITE()
    const QString target = QStringLiteral("group(alias(srv.web.load,'x'),alias(srv.web.load,'x'),alias(srv.db.load,'x'))");
    const MetricAnswer answer = answered(*m_source, metricQuery(target, minutesAgo(10), minutesAgo(1), Millis(10'000)));
    QCOMPARE(answer.series.size(), std::size_t(3));
    QCOMPARE(answer.series[0].labels.value(u"name"), QStringLiteral("srv.web.load"));
    QCOMPARE(answer.series[1].labels.value(u"copy"), QStringLiteral("2"));
    QCOMPARE(answer.series[2].labels.value(u"name"), QStringLiteral("srv.db.load"));
}

void TestGraphite::refusals()
{
    NEEDS_GRAPHITE()
    const auto unknown = await(
        m_source->metrics()->range(metricQuery(QStringLiteral("noFunction(a.b)"), minutesAgo(10), minutesAgo(1), Millis(10'000)), {}));
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().kind, ErrorKind::Malformed);
    QVERIFY2(unknown.error().what.contains(QLatin1StringView("unknown function: noFunction")), qPrintable(unknown.error().what));
    // Of this the server itself would answer the first half.
    const auto half = await(
        m_source->metrics()->range(metricQuery(QStringLiteral("srv.web.load + srv.db.load"), minutesAgo(10), minutesAgo(1), Millis(10'000)), {}));
    QVERIFY(!half);
    QCOMPARE(half.error().kind, ErrorKind::Malformed);
    const auto broken = await(
        m_source->metrics()->range(metricQuery(QStringLiteral("scale(srv.web.load;2)"), minutesAgo(10), minutesAgo(1), Millis(10'000)), {}));
    QVERIFY(!broken);
    QCOMPARE(broken.error().kind, ErrorKind::Server);
    QVERIFY(!await(m_source->metrics()->targets({})));
}

void TestGraphite::completion()
{
    NEEDS_GRAPHITE()
    const auto names = await(m_source->metrics()->labelValues(QStringLiteral("__name__"), {}));
    QVERIFY2(names, qPrintable(errorOf(names)));
    QVERIFY(names->contains(QStringLiteral("srv.web.load")));
    QCOMPARE(await(m_source->metrics()->labelValues(QStringLiteral("dc"), {})).value_or(QStringList()), QStringList {QStringLiteral("eu")});
    QCOMPARE(await(m_source->metrics()->labelValues(QStringLiteral("no tag/of this?name"), {})).value_or(QStringList {QStringLiteral("x")}),
        QStringList());
    const auto found = await(m_source->metrics()->series({QStringLiteral("srv.*.load"), QStringLiteral("dc=eu")}, {}, {}));
    QVERIFY2(found, qPrintable(errorOf(found)));
    QCOMPARE(found->size(), std::size_t(3));
    QCOMPARE(found->at(2).value(u"host"), QStringLiteral("a"));
    QVERIFY(!await(m_source->metrics()->series({}, {}, {})));
    const auto known = await(m_source->metrics()->metadata({}));
    QVERIFY(known && std::ranges::find(*known, QStringLiteral("srv.db.load"), &MetricInfo::name) != known->end());
    const MetricAnswer tagged = answered(
        *m_source, metricQuery(QStringLiteral("seriesByTag('dc=eu')"), minutesAgo(10), minutesAgo(0), Millis(60'000)));
    QCOMPARE(tagged.series.size(), std::size_t(1));
    QCOMPARE(tagged.series[0].labels.value(u"host"), QStringLiteral("a"));
    QVERIFY(!tagged.series[0].labels.contains(u"name"));
    QCOMPARE(tagged.series[0].samples.back().value, 4.0);
}

void TestGraphite::hostileAnswers_data()
{
    addHostileReplies(fixture(QStringLiteral("graphite/render.json")));
}

void TestGraphite::hostileAnswers()
{
    QFETCH(ScriptedReply, reply);
    ScriptedServer server([reply](const ScriptedRequest &) { return reply; });
    const auto source = m_bench.open(*makeGraphiteConnector(), ContractBench::endpoint({server.url()}));
    QVERIFY(!await(source->metrics()->range(metricQuery(QStringLiteral("a"), 1'796'094'000'000, 1'796'094'600'000, Millis(10'000)), {})));
    QVERIFY(!await(source->metrics()->metadata({})));
    QVERIFY(!await(source->probe({})));
}

void TestGraphite::largeAnswers()
{
    QByteArray body = "[";
    for (int series = 0; series < 100; ++series) {
        body += (series > 0 ? "," : "") + QByteArray("{\"target\":\"s") + QByteArray::number(series) + "\",\"datapoints\":[";
        for (int i = 0; i < 10'000; ++i) {
            body += (i > 0 ? ",[" : "[") + QByteArray::number(i * 0.5) + ',' + QByteArray::number(1'796'000'000 + i) + ']';
        }
        body += "]}";
    }
    body += ']';
    ScriptedServer server([body](const ScriptedRequest &) { return ScriptedReply::json(body); });
    const auto source = m_bench.open(*makeGraphiteConnector(), ContractBench::endpoint({server.url()}));
    const MetricAnswer answer = answered(*source, metricQuery(QStringLiteral("s*"), 1'796'000'000'000, 1'796'010'000'000, Millis(1'000)));
    QCOMPARE(answer.series.size(), std::size_t(100));
    QCOMPARE(answer.series[99].samples.size(), std::size_t(10'000));
    QCOMPARE(answer.series[99].samples[9'999], (Sample {1'796'009'999'000, 4999.5}));
    QVERIFY(answer.warnings.isEmpty());
}

QTEST_GUILESS_MAIN(TestGraphite)
#include "tst_graphite.moc"
