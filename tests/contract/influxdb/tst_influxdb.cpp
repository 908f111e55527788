#include "app/sources/influxdb/connector.h"
#include "app/sources/influxdb/influxql.h"
#include "app/sources/influxdb/parse.h"
#include "tests/contract/metricbench.h"
#include "tests/support/metricservers.h"

#include <QTest>

using namespace quarterdeck;

namespace {

/// Where the points begin: a multiple of a minute. Units: seconds.
constexpr qint64 Start = 1'796'090'040;

const QString Mean = QStringLiteral("SELECT mean(v) FROM cpu WHERE $timeFilter GROUP BY time($__interval), host");

} // namespace

/// What is read of a real InfluxDB, and of servers that misbehave.
class TestInfluxdb : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void queries_data();
    void queries();
    void rangesAndStepsAreFilledIn();
    void partialAnswers();
    void keys();
    void anyCutIsRefused();
    void probe();
    void groups();
    void rawValues();
    void mixedSeriesAreSaid();
    void instants();
    void limitsThatCut();
    void errorsInsideGoodAnswers();
    void nothingIsWritten();
    void completion();
    void namesAreQuoted();
    void options();
    void tokens();
    void hostileAnswers_data();
    void hostileAnswers();
    void largeAnswers();

private:
    static Endpoint endpointOf(const QUrl &url, const QString &database = QStringLiteral("d"))
    {
        Endpoint endpoint = ContractBench::endpoint({url});
        endpoint.options = {{QStringLiteral("database"), database}};
        return endpoint;
    }
    std::unique_ptr<Source> opened(const QUrl &url, const QString &database = QStringLiteral("d"))
    {
        return m_bench.open(*makeInfluxdbConnector(), endpointOf(url, database));
    }
    static MetricQuery over(const QString &query, qint64 seconds, Millis step = Millis(60'000))
    {
        return metricQuery(query, Start * 1000, (Start + seconds) * 1000, step);
    }

    ContractBench m_bench;
    RealInfluxdb m_server;
    std::unique_ptr<Source> m_source;
};

#define NEEDS_INFLUXDB()                                                                                                                             \
    if (m_source == nullptr) {                                                                                                                       \
        QSKIP("influxdb is not installed");                                                                                                          \
    }

void TestInfluxdb::initTestCase()
{
    if (!RealInfluxdb::isInstalled()) {
        return;
    }
    m_server.setRowLimit(200);
    QVERIFY2(m_server.start(), m_server.log().constData());
    QCOMPARE(m_server.execute("CREATE DATABASE d").status, 200);
    QByteArray lines;
    for (int i = 0; i < 60; ++i) {
        const QByteArray at = QByteArray::number(Start + i * 10);
        lines += "cpu,host=a\\ b,zone=eu v=" + QByteArray::number(i) + ",s=\"x\",ok=true,c=" + QByteArray::number(i) + "i " + at + '\n';
        lines += "cpu,host=c v=" + QByteArray::number(i * 2) + ' ' + at + '\n';
    }
    for (int i = 0; i < 500; ++i) {
        lines += "many v=" + QByteArray::number(i) + ' ' + QByteArray::number(Start + i) + '\n';
    }
    lines += "it's\\ \\\"odd\\\",ta\\ g=va\\,l\\=ue v=1 " + QByteArray::number(Start) + '\n';
    QVERIFY(m_server.put(lines));
    m_source = opened(m_server.url());
}

void TestInfluxdb::queries_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("isGood");
    for (const char *good :
        {"SELECT v FROM cpu WHERE $timeFilter", " select max(v) from cpu where $timeFilter group by time($__interval) fill(null);",
            "SELECT v FROM cpu WHERE host = 'x; DROP DATABASE d INTO' AND $timeFilter", "SELECT v FROM \"a; into b\" WHERE $timeFilter",
            "SELECT v FROM /into;.*/ WHERE $timeFilter", "SELECT v FROM cpu WHERE host =~ /a; INTO/ AND $timeFilter",
            "SELECT v / 2 FROM cpu WHERE $timeFilter -- into; this", "SELECT v /* ; */ FROM cpu WHERE $timeFilter",
            "SELECT into_v FROM cpu WHERE $timeFilter", "SELECT v FROM cpu WHERE host = 'it\\'s' AND $timeFilter"}) {
        QTest::newRow(good) << QString::fromUtf8(good) << true;
    }
    for (const char *bad :
        {"", "DROP DATABASE d", "SHOW MEASUREMENTS", "SELECT v FROM cpu", "SELECT v INTO x FROM cpu WHERE $timeFilter",
            "SELECT v FROM cpu WHERE $timeFilter; DROP DATABASE d", "SELECT v FROM cpu WHERE $timeFilter;;SELECT v FROM cpu WHERE $timeFilter",
            "SELECT v FROM cpu WHERE host = '$timeFilter'", "SELECT v FROM cpu -- $timeFilter",
            "SELECT v / 2 INTO x FROM a WHERE b / 3 > 1 AND $timeFilter", "-- x\nDROP DATABASE d", "SELECTv FROM cpu WHERE $timeFilter", "up == 0"}) {
        QTest::newRow(qPrintable(QStringLiteral("bad: ") + QLatin1StringView(bad))) << QString::fromUtf8(bad) << false;
    }
}

void TestInfluxdb::queries()
{
    QFETCH(QString, query);
    QFETCH(bool, isGood);
    const auto checked = influxdb::checkQuery(query);
    QVERIFY2(bool(checked) == isGood, qPrintable(errorOf(checked)));
    QVERIFY(isGood || checked.error().kind == ErrorKind::Malformed);
}

void TestInfluxdb::rangesAndStepsAreFilledIn()
{
    const QString query = QStringLiteral(
        "SELECT mean(v) * $__interval_ms FROM a WHERE x = '$interval' AND $timeFilter GROUP BY time($__interval), time($interval)");
    QCOMPARE(influxdb::filledQuery(metricQuery(query, 61'000, 185'000, Millis(60'000))),
        QStringLiteral(
            "SELECT mean(v) * 60000 FROM a WHERE x = '$interval' AND (time >= 60000ms AND time <= 185000ms) GROUP BY time(60000ms), time(60000ms)"));
}

void TestInfluxdb::partialAnswers()
{
    const auto answer = influxdb::parseSelect(fixture(QStringLiteral("influxdb/partial.json")));
    QVERIFY2(answer, qPrintable(errorOf(answer)));
    QCOMPARE(answer->series.at(0).samples.size(), std::size_t(2));
    QCOMPARE(answer->warnings, QStringList {QStringLiteral("a limit of the server cut it (max-row-limit)")});
    // A statement whose result a limit swallowed.
    QVERIFY(!influxdb::parseSelect(R"({"results":[]})"));
    QVERIFY(!influxdb::parseSelect(R"({"results":[{"statement_id":0},{"statement_id":1}]})"));
}

void TestInfluxdb::keys()
{
    QCOMPARE(influxdb::labelsOfKey(QStringLiteral("c\\,pu,host=a\\ b,x=1\\=2,z=a\\b")),
        (Labels {{QStringLiteral("__name__"), QStringLiteral("c,pu")}, {QStringLiteral("host"), QStringLiteral("a b")},
            {QStringLiteral("x"), QStringLiteral("1=2")}, {QStringLiteral("z"), QStringLiteral("a\\b")}}));
}

void TestInfluxdb::anyCutIsRefused()
{
    const QByteArray whole = fixture(QStringLiteral("influxdb/partial.json")).trimmed();
    for (qsizetype cut = 0; cut < whole.size(); ++cut) {
        const std::vector<char> bytes(whole.begin(), whole.begin() + cut);
        QVERIFY2(!influxdb::parseSelect(QByteArrayView(bytes.data(), cut)), QByteArray::number(cut).constData());
    }
}

void TestInfluxdb::probe()
{
    NEEDS_INFLUXDB()
    const auto health = await(m_source->probe({}));
    QVERIFY2(health, qPrintable(errorOf(health)));
    QVERIFY2(health->version.startsWith(QLatin1StringView("1.")), qPrintable(health->version));
    QVERIFY(health->findings.isEmpty());
    const auto missing = await(opened(m_server.url(), QStringLiteral("nothing"))->probe({}));
    QVERIFY(!missing);
    QVERIFY2(missing.error().what.contains(QLatin1StringView("database not found: nothing")), qPrintable(missing.error().what));
    QVERIFY(!await(opened(m_server.url(), QStringLiteral("nothing"))->metrics()->labelValues(QStringLiteral("__name__"), {})));
    Endpoint endpoint = endpointOf(m_server.url());
    endpoint.options.insert(QStringLiteral("retention_policy"), QStringLiteral("nothing"));
    const auto policy = await(m_bench.open(*makeInfluxdbConnector(), endpoint)->probe({}));
    QVERIFY(!policy);
    QVERIFY2(policy.error().what.contains(QLatin1StringView("retention policy not found: nothing")), qPrintable(policy.error().what));
}

void TestInfluxdb::groups()
{
    NEEDS_INFLUXDB()
    const MetricAnswer answer = answered(*m_source, over(Mean, 299));
    QVERIFY2(answer.warnings.isEmpty(), qPrintable(answer.warnings.join(u'\n')));
    QCOMPARE(answer.series.size(), std::size_t(2));
    QCOMPARE(answer.series[0].labels,
        (Labels {{QStringLiteral("__name__"), QStringLiteral("cpu.mean")}, {QStringLiteral("host"), QStringLiteral("a b")}}));
    QCOMPARE(answer.series[0].samples,
        (std::vector<Sample> {{Start * 1000, 2.5}, {(Start + 60) * 1000, 8.5}, {(Start + 120) * 1000, 14.5}, {(Start + 180) * 1000, 20.5},
            {(Start + 240) * 1000, 26.5}}));
    QCOMPARE(answer.series[1].samples[4].value, 53.0);
    // A range that begins within a group has the whole of it.
    MetricQuery within = over(Mean, 299);
    within.range.from.ms += 30'000;
    QCOMPARE(answered(*m_source, within).series.at(0).samples.at(0), (Sample {Start * 1000, 2.5}));
    // Groups without values are gaps, not zeros.
    const MetricAnswer gaps = answered(*m_source, over(Mean + QStringLiteral(" fill(null)"), 1'200));
    QCOMPARE(gaps.series.at(0).samples.size(), std::size_t(10));
    const MetricAnswer several = answered(
        *m_source, over(QStringLiteral("SELECT min(v), max(c) AS most FROM cpu WHERE $timeFilter GROUP BY time($__interval), *"), 59));
    QCOMPARE(several.series.size(), std::size_t(4));
    QCOMPARE(several.series[1].labels.value(u"__name__"), QStringLiteral("cpu.most"));
    QCOMPARE(
        several.series[2].labels, (Labels {{QStringLiteral("__name__"), QStringLiteral("cpu.min")}, {QStringLiteral("host"), QStringLiteral("c")}}));
    QVERIFY(several.series[3].samples.empty());
}

void TestInfluxdb::rawValues()
{
    NEEDS_INFLUXDB()
    const MetricAnswer answer = answered(
        *m_source, over(QStringLiteral("SELECT v, ok, s FROM cpu WHERE $timeFilter AND zone = 'eu' ORDER BY time DESC"), 25));
    QCOMPARE(answer.series.size(), std::size_t(2));
    QCOMPARE(answer.series[0].samples, (std::vector<Sample> {{Start * 1000, 0}, {(Start + 10) * 1000, 1}, {(Start + 20) * 1000, 2}}));
    QCOMPARE(answer.series[1].samples[0].value, 1.0);
    QCOMPARE(answer.warnings, QStringList {QStringLiteral("columns of text are left out: cpu.s")});
}

void TestInfluxdb::mixedSeriesAreSaid()
{
    NEEDS_INFLUXDB()
    const MetricAnswer answer = answered(*m_source, over(QStringLiteral("SELECT v FROM cpu WHERE $timeFilter"), 25));
    QCOMPARE(answer.series.size(), std::size_t(1));
    QCOMPARE(answer.warnings.size(), 1);
    QVERIFY2(answer.warnings[0].contains(QLatin1StringView("cpu.v")), qPrintable(answer.warnings[0]));
    QVERIFY(answered(*m_source, over(QStringLiteral("SELECT v FROM cpu WHERE $timeFilter GROUP BY *"), 25)).warnings.isEmpty());
}

void TestInfluxdb::instants()
{
    NEEDS_INFLUXDB()
    const auto answer = await(
        m_source->metrics()->instant(QStringLiteral("SELECT v FROM cpu WHERE $timeFilter GROUP BY *"), UtcTime {(Start + 105) * 1000}, {}));
    QVERIFY2(answer, qPrintable(errorOf(answer)));
    QCOMPARE(answer->series.at(0).samples, (std::vector<Sample> {{(Start + 100) * 1000, 10}}));
    QCOMPARE(answer->series.at(1).samples, (std::vector<Sample> {{(Start + 100) * 1000, 20}}));
}

void TestInfluxdb::limitsThatCut()
{
    NEEDS_INFLUXDB()
    const MetricAnswer answer = answered(*m_source, over(QStringLiteral("SELECT v FROM many WHERE $timeFilter"), 600));
    QCOMPARE(answer.series.at(0).samples.size(), std::size_t(200));
    QCOMPARE(answer.warnings, QStringList {QStringLiteral("a limit of the server cut it (max-row-limit)")});
}

void TestInfluxdb::errorsInsideGoodAnswers()
{
    NEEDS_INFLUXDB()
    const auto text = await(m_source->metrics()->range(over(QStringLiteral("SELECT mean(s) FROM cpu WHERE $timeFilter"), 60), {}));
    QVERIFY(!text);
    QCOMPARE(text.error().kind, ErrorKind::Rejected);
    QVERIFY2(text.error().what.contains(QLatin1StringView("unsupported mean iterator")), qPrintable(text.error().what));
    const auto broken = await(m_source->metrics()->range(over(QStringLiteral("SELECT FROM WHERE $timeFilter"), 60), {}));
    QVERIFY(!broken);
    QVERIFY2(broken.error().what.contains(QLatin1StringView("error parsing query")), qPrintable(broken.error().what));
    const MetricAnswer unknown = answered(*m_source, over(QStringLiteral("SELECT v FROM nothing WHERE $timeFilter"), 60));
    QVERIFY(unknown.series.empty() && unknown.warnings.isEmpty());
}

void TestInfluxdb::nothingIsWritten()
{
    NEEDS_INFLUXDB()
    for (const char *query :
        {"DROP MEASUREMENT cpu", "SELECT v INTO copied FROM cpu WHERE $timeFilter", "SELECT v FROM cpu WHERE $timeFilter; DROP MEASUREMENT cpu"}) {
        QVERIFY(!await(m_source->metrics()->range(over(QString::fromUtf8(query), 60), {})));
    }
    const auto names = await(m_source->metrics()->labelValues(QStringLiteral("__name__"), {}));
    QCOMPARE(names.value_or(QStringList()), (QStringList {QStringLiteral("cpu"), QStringLiteral("it's \"odd\""), QStringLiteral("many")}));
}

void TestInfluxdb::completion()
{
    NEEDS_INFLUXDB()
    QCOMPARE(await(m_source->metrics()->labelValues(QStringLiteral("host"), {})).value_or(QStringList()),
        (QStringList {QStringLiteral("a b"), QStringLiteral("c")}));
    const auto series = await(m_source->metrics()->series({QStringLiteral("cpu"), QStringLiteral("many")}, {}, {}));
    QVERIFY2(series, qPrintable(errorOf(series)));
    QCOMPARE(series->size(), std::size_t(3));
    QCOMPARE(series->at(0).value(u"zone"), QStringLiteral("eu"));
    const auto fields = await(m_source->metrics()->metadata({}));
    QVERIFY2(fields, qPrintable(errorOf(fields)));
    const auto count = std::ranges::find(*fields, QStringLiteral("cpu.c"), &MetricInfo::name);
    QVERIFY(count != fields->end());
    QCOMPARE(count->type, QStringLiteral("integer"));
    QVERIFY(!await(m_source->metrics()->targets({})));
}

void TestInfluxdb::namesAreQuoted()
{
    NEEDS_INFLUXDB()
    const auto odd = await(m_source->metrics()->series({QStringLiteral("it's \"odd\"")}, {}, {}));
    QVERIFY2(odd, qPrintable(errorOf(odd)));
    QCOMPARE(odd->size(), std::size_t(1));
    QCOMPARE(odd->at(0).value(u"ta g"), QStringLiteral("va,l=ue"));
    QCOMPARE(await(m_source->metrics()->labelValues(QStringLiteral("ta g"), {})).value_or(QStringList()), QStringList {QStringLiteral("va,l=ue")});
    for (const QString &name : {QStringLiteral("\"; DROP MEASUREMENT cpu; --"), QStringLiteral("\\"), QStringLiteral("a\nb")}) {
        const auto none = await(m_source->metrics()->labelValues(name, {}));
        QVERIFY2(none && none->isEmpty(), qPrintable(errorOf(none)));
    }
}

void TestInfluxdb::options()
{
    Endpoint endpoint = ContractBench::endpoint({QUrl(QStringLiteral("http://127.0.0.1:1"))});
    const SystemClock clock;
    QVERIFY(!makeInfluxdbConnector()->open(endpoint, {m_bench.http(), clock}));
    endpoint.options = {{QStringLiteral("database"), QStringLiteral("d")}, {QStringLiteral("retention_policy"), QStringLiteral("week")}};
    QVERIFY(makeInfluxdbConnector()->open(endpoint, {m_bench.http(), clock}));
    endpoint.options.insert(QStringLiteral("bucket"), QStringLiteral("d"));
    const auto unknown = makeInfluxdbConnector()->open(endpoint, {m_bench.http(), clock});
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().where, QStringLiteral("bucket"));
}

void TestInfluxdb::tokens()
{
    ScriptedServer server([](const ScriptedRequest &request) {
        return request.header("authorization") == "Token secret"
            ? ScriptedReply::json(R"({"results":[{"statement_id":0}]})")
            : ScriptedReply::json(R"({"code":"unauthorized","message":"unauthorized access"})", 401);
    });
    const auto secrets = std::make_shared<FixedSecrets>();
    secrets->secrets.insert(QStringLiteral("influx"), "secret");
    const SystemClock clock;
    HttpClient http(secrets, clock);
    Endpoint endpoint = endpointOf(server.url());
    const auto refused = await((*makeInfluxdbConnector()->open(endpoint, {http, clock}))->probe({}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Unauthorized);
    endpoint.options.insert(QStringLiteral("retention_policy"), QStringLiteral("one week"));
    endpoint.http.auth = HttpConfig::Auth::Authorization;
    endpoint.http.authType = QStringLiteral("Token");
    endpoint.http.secret.keychain = QStringLiteral("influx");
    const auto source = makeInfluxdbConnector()->open(endpoint, {http, clock});
    const auto health = await((*source)->probe({}));
    QVERIFY2(health, qPrintable(errorOf(health)));
    QVERIFY(server.requests().back().target.startsWith("/query?db=d&epoch=ms&rp=one%20week&q=SHOW"));
}

void TestInfluxdb::hostileAnswers_data()
{
    addHostileReplies(fixture(QStringLiteral("influxdb/partial.json")));
}

void TestInfluxdb::hostileAnswers()
{
    QFETCH(ScriptedReply, reply);
    ScriptedServer server([reply](const ScriptedRequest &) { return reply; });
    const auto source = opened(server.url());
    QVERIFY(!await(source->metrics()->range(over(Mean, 60), {})));
    QVERIFY(!await(source->metrics()->metadata({})));
    QVERIFY(!await(source->probe({})));
}

void TestInfluxdb::largeAnswers()
{
    QByteArray body = R"({"results":[{"statement_id":0,"series":[{"name":"m","columns":["time","v"],"values":[)";
    for (int i = 0; i < 1'000'000; ++i) {
        body += (i > 0 ? ",[" : "[") + QByteArray::number(Start * 1000 + i) + ',' + QByteArray::number(i) + ']';
    }
    body += "]}]}]}";
    ScriptedServer server([body](const ScriptedRequest &) { return ScriptedReply::json(body); });
    const MetricAnswer answer = answered(*opened(server.url()), over(QStringLiteral("SELECT v FROM m WHERE $timeFilter"), 1'000));
    QCOMPARE(answer.series.at(0).samples.size(), std::size_t(1'000'000));
    QCOMPARE(answer.series[0].samples.back(), (Sample {Start * 1000 + 999'999, 999'999}));
}

QTEST_GUILESS_MAIN(TestInfluxdb)
#include "tst_influxdb.moc"
