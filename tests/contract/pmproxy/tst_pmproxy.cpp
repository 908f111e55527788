#include "app/sources/pmproxy/connector.h"
#include "app/sources/pmproxy/parse.h"
#include "tests/contract/metricbench.h"
#include "tests/support/metricservers.h"

#include <QTest>

using namespace quarterdeck;

namespace {

constexpr int Rows = 180;
constexpr qint64 RowMs = 10'000;

} // namespace

/// What is read of a real pmproxy over an archive in Redis, and of servers that misbehave.
class TestPmproxy : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void valuesAreRead();
    void fractionsAreNoMilliseconds();
    void units();
    void probe();
    void ranges();
    void stepsPickSamples();
    void instants();
    void whatIsGoneStandsStill();
    void refusals();
    void completion();
    void withoutRedis();
    void hostileAnswers_data();
    void hostileAnswers();

private:
    qint64 rowAt(int row) const { return m_start + row * RowMs; }

    ContractBench m_bench;
    RealPmproxy m_server;
    qint64 m_start = 0; ///< Of half an hour of rows. Units: ms.
    std::unique_ptr<Source> m_source;
};

#define NEEDS_PMPROXY()                                                                                                                              \
    if (m_source == nullptr) {                                                                                                                       \
        QSKIP("pcp and redis-server are not installed");                                                                                             \
    }

void TestPmproxy::initTestCase()
{
    if (!RealPmproxy::isInstalled()) {
        return;
    }
    m_start = (SystemClock().now().ms / 60'000 - 60) * 60'000 + 29;
    PcpMetric disks {"disk.total", "u64", true, {0, 0, 1, 0, 0, 0}, {"sda", "sd \"b\""}, {}};
    PcpMetric memory {"mem.free", "u64", false, {1, 0, 0, 1, 0, 0}, {}, {}};
    PcpMetric load {"net.load", "double", false, {1, -1, 0, 1, 3, 0}, {"eth0"}, {}};
    for (int row = 0; row < Rows; ++row) {
        disks.points.push_back({rowAt(row), {double(row * 5), row < 90 ? std::optional<double>(row * 7) : std::nullopt}});
        memory.points.push_back({rowAt(row), {123'456'789'012.0 + row}});
        load.points.push_back({rowAt(row), {row / 7.0}});
    }
    m_server.setMetrics({disks, memory, load});
    QVERIFY2(m_server.start(), m_server.log().constData());
    m_source = m_bench.open(*makePmproxyConnector(), ContractBench::endpoint({m_server.url()}));
}

void TestPmproxy::valuesAreRead()
{
    const QByteArray whole = fixture(QStringLiteral("pmproxy/values.json")).trimmed();
    const auto values = pmproxy::parseValues(whole);
    QVERIFY2(values, qPrintable(errorOf(values)));
    QCOMPARE(values->size(), std::size_t(2));
    QCOMPARE(values->at(0).samples.front(), (Sample {1'796'095'500'123, 300}));
    for (qsizetype cut = 0; cut < whole.size(); ++cut) {
        const std::vector<char> bytes(whole.begin(), whole.begin() + cut);
        QVERIFY2(!pmproxy::parseValues(QByteArrayView(bytes.data(), cut)), QByteArray::number(cut).constData());
    }
}

void TestPmproxy::fractionsAreNoMilliseconds()
{
    // .29 is 29 microseconds, .610 is 610: time would run backwards.
    const auto values = pmproxy::parseValues(R"([{"series":"s","timestamp":1000.29,"value":"2"},{"series":"s","timestamp":999.610,"value":"1"},)"
                                             R"({"series":"s","timestamp":1000.29,"value":"2"},{"series":"s","timestamp":1001.1,"value":"off"}])");
    QVERIFY2(values, qPrintable(errorOf(values)));
    QCOMPARE(values->at(0).samples, (std::vector<Sample> {{999, 1}, {1000, 2}}));
    QVERIFY(values->at(0).hasText);
}

void TestPmproxy::units()
{
    QCOMPARE(pmproxy::unitOf(QStringLiteral("Kbyte / sec")), QStringLiteral("KiBy/s"));
    QCOMPARE(pmproxy::unitOf(QStringLiteral("none")), QString());
    QCOMPARE(pmproxy::unitOf(QStringLiteral("furlong")), QStringLiteral("furlong"));
}

void TestPmproxy::probe()
{
    NEEDS_PMPROXY()
    const auto health = await(m_source->probe({}));
    QVERIFY2(health, qPrintable(errorOf(health)));
    QCOMPARE(health->findings, QStringList {QStringLiteral("It does not report its version")});
    ScriptedServer empty([](const ScriptedRequest &) {
        ScriptedReply reply = ScriptedReply::text("[]\r\n");
        reply.contentType = "application/octet-stream";
        return reply;
    });
    const auto source = m_bench.open(*makePmproxyConnector(), ContractBench::endpoint({empty.url()}));
    QCOMPARE(await(source->probe({}))->findings.size(), 2);
    const MetricAnswer none = answered(*source, metricQuery(QStringLiteral("a.b"), 1'000, 2'000, Millis(1'000)));
    QVERIFY(none.series.empty() && none.warnings.isEmpty());
}

void TestPmproxy::ranges()
{
    NEEDS_PMPROXY()
    const MetricAnswer memory = answered(
        *m_source, metricQuery(QStringLiteral("mem.free{hostname == \"probe\"}"), rowAt(10), rowAt(20), Millis(1'000)));
    QCOMPARE(memory.series.size(), std::size_t(1));
    QCOMPARE(memory.series[0].labels,
        (Labels {{QStringLiteral("__name__"), QStringLiteral("mem.free")}, {QStringLiteral("hostname"), QStringLiteral("probe")}}));
    QCOMPARE(memory.series[0].unit, QStringLiteral("KiBy"));
    QCOMPARE(memory.series[0].samples.size(), std::size_t(11));
    for (int i = 0; i <= 10; ++i) {
        QCOMPARE(memory.series[0].samples[std::size_t(i)], (Sample {rowAt(10 + i), 123'456'789'012.0 + 10 + i}));
    }
    const MetricAnswer disks = answered(*m_source, metricQuery(QStringLiteral("disk.*"), rowAt(10), rowAt(12), Millis(1'000)));
    QCOMPARE(disks.series.size(), std::size_t(2));
    const auto odd = std::ranges::find_if(
        disks.series, [](const Series &series) { return series.labels.value(u"instance") == QLatin1StringView("sd \"b\""); });
    QVERIFY(odd != disks.series.end());
    QCOMPARE(odd->samples, (std::vector<Sample> {{rowAt(10), 70}, {rowAt(11), 77}, {rowAt(12), 84}}));
    QVERIFY(answered(*m_source, metricQuery(QStringLiteral("mem.free"), rowAt(-100), rowAt(-50), Millis(1'000))).series.empty());
}

void TestPmproxy::stepsPickSamples()
{
    NEEDS_PMPROXY()
    const MetricAnswer answer = answered(*m_source, metricQuery(QStringLiteral("net.load"), rowAt(0), rowAt(60), Millis(60'000)));
    QCOMPARE(answer.series.size(), std::size_t(1));
    QCOMPARE(answer.series[0].unit, QStringLiteral("KiBy/s"));
    QVERIFY(answer.series[0].samples.size() >= 10 && answer.series[0].samples.size() <= 12);
    for (const Sample &sample : answer.series[0].samples) {
        const double row = double(sample.ms - m_start) / RowMs;
        QVERIFY(std::abs(sample.value - row / 7.0) < 1e-5);
    }
}

void TestPmproxy::instants()
{
    NEEDS_PMPROXY()
    const auto answer = await(m_source->metrics()->instant(QStringLiteral("mem.free"), UtcTime {rowAt(50) + 4'000}, {}));
    QVERIFY2(answer, qPrintable(errorOf(answer)));
    QCOMPARE(answer->series.at(0).samples, (std::vector<Sample> {{rowAt(50), 123'456'789'062.0}}));
}

void TestPmproxy::whatIsGoneStandsStill()
{
    NEEDS_PMPROXY()
    // What findings/pmproxy-repeats-the-last-value-of-what-is-gone.sh shows: where this fails, README.md can forget it.
    const MetricAnswer disks = answered(*m_source, metricQuery(QStringLiteral("disk.total"), rowAt(170), rowAt(171), Millis(1'000)));
    QCOMPARE(disks.series.size(), std::size_t(2));
    const auto gone = std::ranges::find_if(
        disks.series, [](const Series &series) { return series.labels.value(u"instance") == QLatin1StringView("sd \"b\""); });
    QVERIFY(gone != disks.series.end());
    QCOMPARE(gone->samples, (std::vector<Sample> {{rowAt(170), 89 * 7}, {rowAt(171), 89 * 7}}));
}

void TestPmproxy::refusals()
{
    NEEDS_PMPROXY()
    const auto ask = [this](const QString &expression) {
        return await(m_source->metrics()->range(metricQuery(expression, rowAt(0), rowAt(10), Millis(10'000)), {}));
    };
    const auto broken = ask(QStringLiteral("disk.total{"));
    QVERIFY(!broken);
    QCOMPARE(broken.error().kind, ErrorKind::Malformed);
    QVERIFY2(broken.error().what.contains(QLatin1StringView("syntax error")), qPrintable(broken.error().what));
    const auto window = ask(QStringLiteral("disk.total[samples:2]"));
    QVERIFY(!window);
    QVERIFY2(window.error().what.contains(QLatin1StringView("leave out what is in brackets")), qPrintable(window.error().what));
    QVERIFY(!ask(QStringLiteral(" ")));
    const auto none = ask(QStringLiteral("no.metric"));
    QVERIFY(none && none->series.empty());
    QVERIFY(!await(m_source->metrics()->targets({})));
}

void TestPmproxy::completion()
{
    NEEDS_PMPROXY()
    const auto names = await(m_source->metrics()->labelValues(QStringLiteral("__name__"), {}));
    QVERIFY2(names, qPrintable(errorOf(names)));
    QVERIFY(names->contains(QStringLiteral("disk.total")) && names->contains(QStringLiteral("mem.free")));
    QCOMPARE(await(m_source->metrics()->labelValues(QStringLiteral("hostname"), {})).value_or(QStringList()), QStringList {QStringLiteral("probe")});
    QCOMPARE(await(m_source->metrics()->labelValues(QStringLiteral("nolabel"), {})).value_or(QStringList {QStringLiteral("x")}), QStringList());
    const auto series = await(m_source->metrics()->series({QStringLiteral("mem.free"), QStringLiteral("disk.*")}, {}, {}));
    QVERIFY2(series, qPrintable(errorOf(series)));
    QCOMPARE(series->size(), std::size_t(2));
    const auto known = await(m_source->metrics()->metadata({}));
    QVERIFY(known && known->size() == 3);
}

void TestPmproxy::withoutRedis()
{
    ScriptedServer server([](const ScriptedRequest &) { return ScriptedReply::blackHole(); });
    const auto source = m_bench.open(*makePmproxyConnector(), ContractBench::endpoint({server.url()}));
    const auto health = await(source->probe({}), Millis(40'000));
    QVERIFY(!health);
    QCOMPARE(health.error().kind, ErrorKind::Timeout);
    QVERIFY2(health.error().what.contains(QLatin1StringView("Without its Redis")), qPrintable(health.error().what));
}

void TestPmproxy::hostileAnswers_data()
{
    addHostileReplies(fixture(QStringLiteral("pmproxy/values.json")));
}

void TestPmproxy::hostileAnswers()
{
    QFETCH(ScriptedReply, reply);
    ScriptedServer server([reply](const ScriptedRequest &request) {
        return request.target.startsWith("/series/query?") ? ScriptedReply::json(R"(["s"])")
            : request.target.startsWith("/series/values?") ? reply
                                                           : ScriptedReply::json("[]");
    });
    const auto source = m_bench.open(*makePmproxyConnector(), ContractBench::endpoint({server.url()}));
    QVERIFY(!await(source->metrics()->range(metricQuery(QStringLiteral("a.b"), 1'796'095'000'000, 1'796'096'000'000, Millis(10'000)), {})));
    ScriptedServer all([reply](const ScriptedRequest &) { return reply; });
    const auto other = m_bench.open(*makePmproxyConnector(), ContractBench::endpoint({all.url()}));
    QVERIFY(!await(other->metrics()->labelValues(QStringLiteral("__name__"), {})));
    QVERIFY(!await(other->probe({})));
}

QTEST_GUILESS_MAIN(TestPmproxy)
#include "tst_pmproxy.moc"
