#include "app/sources/prometheus/connector.h"
#include "tests/contract/bench.h"
#include "tests/support/realservers.h"
#include "tests/support/scriptedserver.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace quarterdeck;

namespace {

const QByteArray Rules = "groups:\n"
                         "  - name: web\n"
                         "    rules:\n"
                         "      - alert: TooHot\n"
                         "        expr: room_temperature_celsius > 30\n"
                         "        for: 1s\n"
                         "        labels: {severity: page}\n"
                         "        annotations: {summary: '{{ $labels.room }} is at {{ $value }}'}\n"
                         "      - record: room:doubled\n"
                         "        expr: room_temperature_celsius * 2\n";

const QByteArray Metrics = "# HELP room_temperature_celsius How warm it is.\n"
                           "# TYPE room_temperature_celsius gauge\n"
                           "room_temperature_celsius{room=\"kitchen\"} 20\n"
                           "room_temperature_celsius{room=\"oven \\\"big\\\"\"} 200\n"
                           "# TYPE requests_total counter\n"
                           "requests_total 5\n";

} // namespace

/// Against a real Prometheus that scrapes a scripted target, and against servers that misbehave.
class TestPrometheusServer : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();

    void probeTellsVersion();
    void ranges();
    void instants();
    void errorsAreTheServersOwn();
    void moreThanOneAnswerHolds();
    void labelsAndSeries();
    void rulesAlertsTargetsMetadata();
    void aReplicaTakesOver();

    void formsFallBackToGet();
    void aRedirectedFormIsAskedAsGet();
    void warningsComeWithTheSeries();
    void largeAnswersAreParsedOffTheThread();
    void hostileAnswers_data();
    void hostileAnswers();

private:
    bool isReal() const { return m_server != nullptr; }
    ContractBench m_bench;
    std::unique_ptr<ScriptedServer> m_target;
    std::unique_ptr<RealPrometheus> m_server;
    std::unique_ptr<Source> m_source;
};

void TestPrometheusServer::initTestCase()
{
    if (!RealPrometheus::isInstalled()) {
        return;
    }
    m_target = std::make_unique<ScriptedServer>([](const ScriptedRequest &) {
        ScriptedReply reply = ScriptedReply::text(Metrics);
        reply.contentType = "text/plain; version=0.0.4";
        return reply;
    });
    m_server = std::make_unique<RealPrometheus>();
    m_server->setTargets({QStringLiteral("127.0.0.1:%1").arg(m_target->port())});
    m_server->setRules(Rules);
    QVERIFY2(m_server->start(), m_server->log().constData());
    m_source = m_bench.open(*makePrometheusConnector(), ContractBench::endpoint({m_server->url()}));
    QTRY_VERIFY_WITH_TIMEOUT(
        [this] {
            const auto alerts = await(m_source->rules()->ruleAlerts({}));
            return alerts && alerts->size() == 1 && alerts->front().rawState == QLatin1StringView("firing");
        }(),
        30'000);
}

void TestPrometheusServer::cleanupTestCase()
{
    m_source.reset();
    m_server.reset();
    m_target.reset();
}

#define NEEDS_REAL_SERVER()                                                                                                                          \
    if (!isReal()) {                                                                                                                                 \
        QSKIP("prometheus is not installed");                                                                                                        \
    }

void TestPrometheusServer::probeTellsVersion()
{
    NEEDS_REAL_SERVER()
    const auto health = await(m_source->probe({}));
    QVERIFY2(health, qPrintable(errorOf(health)));
    QVERIFY(health->version.startsWith(QLatin1StringView("2.")) || health->version.startsWith(QLatin1StringView("3.")));
    QVERIFY2(health->findings.isEmpty(), qPrintable(health->findings.join(u'\n')));
}

void TestPrometheusServer::ranges()
{
    NEEDS_REAL_SERVER()
    MetricQuery query;
    query.expression = QStringLiteral("room_temperature_celsius");
    const UtcTime now = SystemClock().now();
    query.range = {now - Millis(30'000), now};
    query.step = Millis(1000);
    const auto series = await(m_source->metrics()->range(query, {}));
    QVERIFY2(series, qPrintable(errorOf(series)));
    QCOMPARE(series->series.size(), std::size_t(2));
    const Series &oven = series->series.at(1);
    QCOMPARE(oven.labels.value(u"room"), QStringLiteral("oven \"big\""));
    QCOMPARE(oven.unit, QStringLiteral("Cel"));
    QVERIFY(!oven.samples.empty());
    for (const Sample &sample : oven.samples) {
        QCOMPARE(sample.value, 200.0);
        QCOMPARE(sample.ms % 1000, 0);
        QVERIFY(sample.ms <= now.ms && sample.ms > now.ms - 32'000);
    }
    query.expression = QStringLiteral("vector(0) / 0");
    query.step = Millis(250);
    const auto odd = await(m_source->metrics()->range(query, {}));
    QVERIFY2(odd, qPrintable(errorOf(odd)));
    QCOMPARE(odd->series.at(0).samples.size(), std::size_t(121));
    QVERIFY(std::isnan(odd->series.at(0).samples[0].value));
    QCOMPARE(odd->series.at(0).samples[1].ms - odd->series.at(0).samples[0].ms, 250);
}

void TestPrometheusServer::instants()
{
    NEEDS_REAL_SERVER()
    const auto infinite = await(m_source->metrics()->instant(QStringLiteral("vector(1) / 0"), {}, {}));
    QVERIFY2(infinite, qPrintable(errorOf(infinite)));
    QVERIFY(std::isinf(infinite->series.at(0).samples.at(0).value));
    const auto scalar = await(m_source->metrics()->instant(QStringLiteral("1 + 1"), UtcTime {1'795'244'997'319}, {}));
    QVERIFY2(scalar, qPrintable(errorOf(scalar)));
    QCOMPARE(scalar->series.at(0).samples, (std::vector<Sample> {{1'795'244'997'319, 2.0}}));
    const auto none = await(m_source->metrics()->instant(QStringLiteral("nothing_of_this_name"), {}, {}));
    QVERIFY(none && none->series.empty());
}

void TestPrometheusServer::errorsAreTheServersOwn()
{
    NEEDS_REAL_SERVER()
    const auto parse = await(m_source->metrics()->instant(QStringLiteral("sum((("), {}, {}));
    QVERIFY(!parse);
    QCOMPARE(parse.error().kind, ErrorKind::Malformed);
    QVERIFY2(parse.error().what.startsWith(QLatin1StringView("invalid parameter \"query\": 1:7: parse error")), qPrintable(parse.error().what));
    MetricQuery query;
    query.expression = QStringLiteral("up");
    query.range = {UtcTime {1'795'000'000'000}, UtcTime {1'795'244'000'000}};
    query.step = Millis(1000);
    const auto points = await(m_source->metrics()->range(query, {}));
    QVERIFY(!points);
    QVERIFY2(points.error().what.contains(QLatin1StringView("132000 points a series")), qPrintable(points.error().what));
}

void TestPrometheusServer::moreThanOneAnswerHolds()
{
    NEEDS_REAL_SERVER()
    MetricQuery query;
    query.expression = QStringLiteral("vector(1)");
    query.range = {UtcTime {1'795'000'000'000}, UtcTime {1'795'025'000'000}};
    query.step = Millis(1000);
    const auto series = await(m_source->metrics()->range(query, {}));
    QVERIFY2(series, qPrintable(errorOf(series)));
    QCOMPARE(series->series.size(), std::size_t(1));
    const std::vector<Sample> &samples = series->series.front().samples;
    QCOMPARE(samples.size(), std::size_t(25'001));
    for (std::size_t i = 0; i < samples.size(); ++i) {
        QCOMPARE(samples[i].ms, query.range.from.ms + qint64(i) * 1000);
    }
}

void TestPrometheusServer::labelsAndSeries()
{
    NEEDS_REAL_SERVER()
    const auto rooms = await(m_source->metrics()->labelValues(QStringLiteral("room"), {}));
    QVERIFY2(rooms, qPrintable(errorOf(rooms)));
    QCOMPARE(*rooms, QStringList({QStringLiteral("kitchen"), QStringLiteral("oven \"big\"")}));
    const auto series = await(m_source->metrics()->series({QStringLiteral("room_temperature_celsius{room=~\"k.+\"}")}, {}, {}));
    QVERIFY2(series, qPrintable(errorOf(series)));
    QCOMPARE(series->size(), std::size_t(1));
    QCOMPARE(series->at(0).value(u"job"), QStringLiteral("scripted"));
    QVERIFY(!await(m_source->metrics()->series({}, {}, {})));
}

void TestPrometheusServer::rulesAlertsTargetsMetadata()
{
    NEEDS_REAL_SERVER()
    const auto rules = await(m_source->rules()->rules({}));
    QVERIFY2(rules, qPrintable(errorOf(rules)));
    QCOMPARE(rules->size(), std::size_t(1));
    QCOMPARE(rules->at(0).expression, QStringLiteral("room_temperature_celsius > 30"));
    const auto alerts = await(m_source->rules()->ruleAlerts({}));
    QVERIFY2(alerts, qPrintable(errorOf(alerts)));
    QCOMPARE(alerts->at(0).summary, QStringLiteral("oven \"big\" is at 200"));
    QCOMPARE(alerts->at(0).severity, Severity::Critical);
    QVERIFY(alerts->at(0).startsAt.isValid());
    const auto targets = await(m_source->metrics()->targets({}));
    QVERIFY2(targets, qPrintable(errorOf(targets)));
    QCOMPARE(targets->at(0).health, QStringLiteral("up"));
    QVERIFY(targets->at(0).lastScrape.isValid());
    const auto metadata = await(m_source->metrics()->metadata({}));
    QVERIFY2(metadata, qPrintable(errorOf(metadata)));
    const auto at = std::ranges::find(*metadata, QStringLiteral("room_temperature_celsius"), &MetricInfo::name);
    QVERIFY(at != metadata->end());
    QCOMPARE(at->type, QStringLiteral("gauge"));
    QCOMPARE(at->help, QStringLiteral("How warm it is."));
}

void TestPrometheusServer::aReplicaTakesOver()
{
    NEEDS_REAL_SERVER()
    const RefusedPort dead;
    const auto source = m_bench.open(*makePrometheusConnector(), ContractBench::endpoint({dead.url(), m_server->url()}));
    const auto answer = await(source->metrics()->instant(QStringLiteral("1"), {}, {}));
    QVERIFY2(answer, qPrintable(errorOf(answer)));
    const auto health = await(source->probe({}));
    QVERIFY(health);
    QCOMPARE(health->membersLive, 1);
    QCOMPARE(health->findings.size(), 1);
}

void TestPrometheusServer::formsFallBackToGet()
{
    ScriptedServer server([](const ScriptedRequest &request) {
        return request.method == "POST" ? ScriptedReply::text("", 405)
                                        : ScriptedReply::json(R"({"status":"success","data":{"resultType":"vector","result":[]}})");
    });
    const auto source = m_bench.open(*makePrometheusConnector(), ContractBench::endpoint({server.url()}));
    QVERIFY(await(source->metrics()->instant(QStringLiteral("a+b"), {}, {})));
    QVERIFY(await(source->metrics()->instant(QStringLiteral("a+b"), {}, {})));
    QCOMPARE(server.requests().size(), std::size_t(3));
    QCOMPARE(server.requests()[2].target, QByteArray("/api/v1/query?query=a%2Bb"));
}

void TestPrometheusServer::aRedirectedFormIsAskedAsGet()
{
    ScriptedServer server([](const ScriptedRequest &request) {
        if (!request.target.startsWith("/prom/")) {
            ScriptedReply moved = ScriptedReply::text("", 302);
            moved.headers.emplace_back("Location", "/prom" + request.target);
            return moved;
        }
        return request.method == "GET" ? ScriptedReply::json(R"({"status":"success","data":{"resultType":"vector","result":[]}})")
                                       : ScriptedReply::text("", 500);
    });
    const auto source = m_bench.open(*makePrometheusConnector(), ContractBench::endpoint({server.url()}));
    const auto answer = await(source->metrics()->instant(QStringLiteral("up"), {}, {}));
    QVERIFY2(answer, qPrintable(errorOf(answer)));
    QCOMPARE(server.requests().back().target, QByteArray("/prom/api/v1/query?query=up"));
}

void TestPrometheusServer::warningsComeWithTheSeries()
{
    ScriptedServer server([](const ScriptedRequest &) { return ScriptedReply::json(fixture(QStringLiteral("prometheus/matrix.json"))); });
    const auto source = m_bench.open(*makePrometheusConnector(), ContractBench::endpoint({server.url()}));
    const auto series = await(source->metrics()->range({{}, QStringLiteral("x"), {UtcTime {1000}, UtcTime {2000}}, Millis(1000)}, {}));
    QVERIFY2(series, qPrintable(errorOf(series)));
    QCOMPARE(series->series.at(0).unit, QStringLiteral("s"));
    QCOMPARE(series->warnings,
        (QStringList {QStringLiteral("a store did not answer: \"eu\""), QStringLiteral("native histograms of 1 series are left out")}));
}

void TestPrometheusServer::largeAnswersAreParsedOffTheThread()
{
    QByteArray body = R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"a":"b"},"values":[)";
    for (int i = 0; i < 100'000; ++i) {
        body += (i > 0 ? ",[" : "[") + QByteArray::number(1'795'000'000 + i) + ",\"" + QByteArray::number(i) + "\"]";
    }
    body += "]}]}}";
    ScriptedServer server([&body](const ScriptedRequest &) { return ScriptedReply::json(body); });
    const auto source = m_bench.open(*makePrometheusConnector(), ContractBench::endpoint({server.url()}));
    const auto series = await(source->metrics()->instant(QStringLiteral("x"), {}, {}));
    QVERIFY2(series, qPrintable(errorOf(series)));
    QCOMPARE(series->series.at(0).samples.size(), std::size_t(100'000));
    QCOMPARE(series->series.at(0).samples.back(), (Sample {1'795'099'999'000, 99'999.0}));
}

void TestPrometheusServer::hostileAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    const QByteArray json = "application/json";
    QTest::newRow("login page") << QByteArray("<html>sign in</html>") << QByteArray("text/html") << 200 << ErrorKind::Unauthorized;
    QTest::newRow("empty") << QByteArray() << json << 200 << ErrorKind::BadPayload;
    QTest::newRow("cut") << QByteArray(R"({"status":"success","data":{"resultType":"matrix","result":[)") << json << 200 << ErrorKind::BadPayload;
    QTest::newRow("deep") << QByteArray(100'000, '{') << json << 200 << ErrorKind::BadPayload;
    QTest::newRow("401") << QByteArray("no") << QByteArray("text/plain") << 401 << ErrorKind::Unauthorized;
    QTest::newRow("404") << QByteArray("404 page not found") << QByteArray("text/plain") << 404 << ErrorKind::NotFound;
    QTest::newRow("422") << QByteArray(R"({"status":"error","errorType":"execution","error":"too many samples"})") << json << 422
                         << ErrorKind::Rejected;
    QTest::newRow("500") << QByteArray(R"({"status":"error","errorType":"internal","error":"disk"})") << json << 500 << ErrorKind::Server;
    QTest::newRow("502") << QByteArray("<html>bad gateway</html>") << QByteArray("text/html") << 502 << ErrorKind::Server;
    QTest::newRow("503 timeout") << QByteArray(R"({"status":"error","errorType":"timeout","error":"query timed out"})") << json << 503
                                 << ErrorKind::Timeout;
    QTest::newRow("200 with an error") << QByteArray(R"({"status":"error","errorType":"bad_data","error":"x"})") << json << 200
                                       << ErrorKind::Malformed;
}

void TestPrometheusServer::hostileAnswers()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    QFETCH(int, status);
    QFETCH(ErrorKind, kind);
    ScriptedServer server([&](const ScriptedRequest &) {
        ScriptedReply reply = ScriptedReply::text(body, status);
        reply.contentType = type;
        return reply;
    });
    const auto source = m_bench.open(*makePrometheusConnector(), ContractBench::endpoint({server.url()}));
    const auto answer = await(source->metrics()->instant(QStringLiteral("x"), {}, {}));
    QVERIFY(!answer);
    QVERIFY2(answer.error().kind == kind, qPrintable(errorOf(answer)));
    QVERIFY(!await(source->rules()->rules({})));
    QVERIFY(!await(source->metrics()->targets({})));
    QVERIFY(!await(source->metrics()->metadata({})));
    QVERIFY(!await(source->metrics()->labelValues(QStringLiteral("a"), {})));
}

QTEST_GUILESS_MAIN(TestPrometheusServer)
#include "tst_prometheusserver.moc"
