#include "app/sources/prometheus/connector.h"
#include "tests/contract/metricbench.h"
#include "tests/support/metricservers.h"

#include <QTest>

using namespace quarterdeck;

namespace {

constexpr qint64 Minute = 60'000;

} // namespace

/// The same source against a real VictoriaMetrics, and what its cluster and others say of answers that are not whole.
class TestVictoriaMetrics : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void probe();
    void shortAndLongRangesAreOnTheStep_data();
    void shortAndLongRangesAreOnTheStep();
    void moreThanOneAnswerHolds();
    void instants();
    void namesInUtf8();
    void errorsAreTheServersOwn();
    void listsWithoutData();
    void partsAreSaid_data();
    void partsAreSaid();

private:
    ContractBench m_bench;
    RealVictoriaMetrics m_server;
    qint64 m_start = 0; ///< Of an hour of samples, one each 10 s. A whole minute. Units: ms.
    std::unique_ptr<Source> m_source;
};

#define NEEDS_VICTORIAMETRICS()                                                                                                                      \
    if (m_source == nullptr) {                                                                                                                       \
        QSKIP("victoria-metrics is not installed");                                                                                                  \
    }

void TestVictoriaMetrics::initTestCase()
{
    if (!RealVictoriaMetrics::isInstalled()) {
        return;
    }
    QVERIFY2(m_server.start(), m_server.log().constData());
    m_start = (SystemClock().now().ms - 90 * Minute) / Minute * Minute;
    QByteArray text;
    for (int i = 0; i < 360; ++i) {
        const QByteArray at = ' ' + QByteArray::number(i) + ' ' + QByteArray::number(m_start + i * 10'000) + '\n';
        text += "room_temperature_celsius{room=\"k\xC3\xBC"
                "che \\\"big\\\"\"}"
            + at;
    }
    for (int i = 0; i < 80; ++i) {
        text += "many{n=\"" + QByteArray::number(i) + "\"} 1 " + QByteArray::number(m_start) + '\n';
    }
    QVERIFY(m_server.put(text));
    QVERIFY(m_server.putJson(
        R"({"metric":{"__name__":"disk.used","mount.point":"/srv \"x\""},"values":[5],"timestamps":[)" + QByteArray::number(m_start) + "]}"));
    m_source = m_bench.open(*makePrometheusConnector(), ContractBench::endpoint({m_server.url()}));
}

void TestVictoriaMetrics::probe()
{
    NEEDS_VICTORIAMETRICS()
    const auto health = await(m_source->probe({}));
    QVERIFY2(health, qPrintable(errorOf(health)));
    QCOMPARE(health->membersLive, 1);
    QCOMPARE(health->findings, QStringList {QStringLiteral("It does not report its version")});
}

void TestVictoriaMetrics::shortAndLongRangesAreOnTheStep_data()
{
    QTest::addColumn<int>("minutes");
    QTest::newRow("few samples") << 10;
    QTest::newRow("from 50 on the server moves ends") << 58;
}

void TestVictoriaMetrics::shortAndLongRangesAreOnTheStep()
{
    NEEDS_VICTORIAMETRICS()
    QFETCH(int, minutes);
    const qint64 odd = 17'345;
    const MetricAnswer answer = answered(
        *m_source, metricQuery(QStringLiteral("room_temperature_celsius"), m_start + odd, m_start + minutes * Minute + odd, Millis(Minute)));
    QCOMPARE(answer.series.size(), std::size_t(1));
    QCOMPARE(answer.series[0].unit, QStringLiteral("Cel"));
    const std::vector<Sample> &samples = answer.series[0].samples;
    QCOMPARE(samples.size(), std::size_t(minutes + 1));
    for (std::size_t i = 0; i < samples.size(); ++i) {
        QCOMPARE(samples[i], (Sample {m_start + qint64(i) * Minute, double(i * 6)}));
    }
}

void TestVictoriaMetrics::moreThanOneAnswerHolds()
{
    NEEDS_VICTORIAMETRICS()
    const qint64 from = m_start - 20'000 * 1'000;
    const MetricAnswer answer = answered(*m_source, metricQuery(QStringLiteral("time()"), from, m_start, Millis(1'000)));
    QCOMPARE(answer.series.size(), std::size_t(1));
    QCOMPARE(answer.series[0].samples.size(), std::size_t(20'001));
    for (std::size_t i = 0; i < 20'001; ++i) {
        QCOMPARE(answer.series[0].samples[i].ms, from + qint64(i) * 1'000);
    }
}

void TestVictoriaMetrics::instants()
{
    NEEDS_VICTORIAMETRICS()
    const auto answer = await(m_source->metrics()->instant(QStringLiteral("max(room_temperature_celsius)"), UtcTime {m_start + Minute}, {}));
    QVERIFY2(answer, qPrintable(errorOf(answer)));
    QCOMPARE(answer->series.at(0).samples, (std::vector<Sample> {{m_start + Minute, 6}}));
}

void TestVictoriaMetrics::namesInUtf8()
{
    NEEDS_VICTORIAMETRICS()
    const auto values = [this](const QString &label) {
        return await(m_source->metrics()->labelValues(label, {})).value_or(QStringList {QStringLiteral("failed")});
    };
    QCOMPARE(values(QStringLiteral("room")),
        QStringList {QString::fromUtf8("k\xC3\xBC"
                                       "che \"big\"")});
    QCOMPARE(values(QStringLiteral("mount.point")), QStringList {QStringLiteral("/srv \"x\"")});
    QCOMPARE(values(QStringLiteral("no.such/label")), QStringList());
    QCOMPARE(values(QStringLiteral("no.such")), QStringList());
    QVERIFY(values(QStringLiteral("__name__")).contains(QStringLiteral("disk.used")));
    const auto series = await(
        m_source->metrics()->series({QStringLiteral("{__name__=\"disk.used\"}")}, {UtcTime {m_start - Minute}, UtcTime {m_start + Minute}}, {}));
    QVERIFY2(series, qPrintable(errorOf(series)));
    QCOMPARE(series->size(), std::size_t(1));
    QCOMPARE(series->at(0).value(u"mount.point"), QStringLiteral("/srv \"x\""));
}

void TestVictoriaMetrics::errorsAreTheServersOwn()
{
    NEEDS_VICTORIAMETRICS()
    const auto broken = await(m_source->metrics()->instant(QStringLiteral("sum((("), {}, {}));
    QVERIFY(!broken);
    QCOMPARE(broken.error().kind, ErrorKind::Rejected);
    QVERIFY2(broken.error().what.contains(QLatin1StringView("unexpected token")), qPrintable(broken.error().what));
    // More series than it is allowed to look at are an error, never some of them.
    const auto many = await(m_source->metrics()->range(metricQuery(QStringLiteral("many"), m_start, m_start + Minute, Millis(Minute)), {}));
    QVERIFY(!many);
    QVERIFY2(many.error().what.contains(QLatin1StringView("the number of matching timeseries exceeds 50")), qPrintable(many.error().what));
}

void TestVictoriaMetrics::listsWithoutData()
{
    NEEDS_VICTORIAMETRICS()
    const auto metadata = await(m_source->metrics()->metadata({}));
    QVERIFY2(metadata && metadata->empty(), qPrintable(errorOf(metadata)));
    const auto rules = await(m_source->rules()->rules({}));
    QVERIFY2(rules && rules->empty(), qPrintable(errorOf(rules)));
    const auto targets = await(m_source->metrics()->targets({}));
    QVERIFY2(targets && targets->empty(), qPrintable(errorOf(targets)));
}

void TestVictoriaMetrics::partsAreSaid_data()
{
    QTest::addColumn<QByteArray>("extra");
    QTest::addColumn<QStringList>("warnings");
    QTest::newRow("whole") << QByteArray(R"("isPartial":false,)") << QStringList();
    QTest::newRow("cluster") << QByteArray(R"("isPartial":true,)")
                             << QStringList {QStringLiteral("it reports that this is not the whole answer (isPartial)")};
    QTest::newRow("limit") << QByteArray(R"("warnings":["results truncated due to limit"],)")
                           << QStringList {QStringLiteral("results truncated due to limit")};
}

void TestVictoriaMetrics::partsAreSaid()
{
    QFETCH(QByteArray, extra);
    QFETCH(QStringList, warnings);
    ScriptedServer server([extra](const ScriptedRequest &) {
        return ScriptedReply::json("{\"status\":\"success\"," + extra
            + R"("data":{"resultType":"matrix","result":[{"metric":{"a":"b"},"values":[[1796095380,"1"]]},)"
              R"({"metric":{"a":"c"},"histograms":[[1796095380,{"count":"2","sum":"3"}]]}]}})");
    });
    const auto source = m_bench.open(*makePrometheusConnector(), ContractBench::endpoint({server.url()}));
    const MetricAnswer answer = answered(*source, metricQuery(QStringLiteral("x"), 1'796'095'380'000, 1'796'095'380'000, Millis(Minute)));
    QCOMPARE(answer.series.size(), std::size_t(1));
    QCOMPARE(answer.warnings, warnings + QStringList {QStringLiteral("native histograms of 1 series are left out")});
}

QTEST_GUILESS_MAIN(TestVictoriaMetrics)
#include "tst_victoriametrics.moc"
