#include "app/sources/prometheus/matrix.h"
#include "app/sources/prometheus/parse.h"
#include "app/sources/prometheus/requests.h"
#include "app/sources/prometheus/units.h"
#include "tests/contract/bench.h"

#include <QTest>

#include <cmath>

using namespace quarterdeck;
using namespace quarterdeck::prometheus;

class TestPrometheusParse : public QObject {
    Q_OBJECT

private slots:
    void matricesAreExact();
    void otherShapes();
    void hintsAreNoWarnings();
    void warningsAreFew();
    void anyCutIsRefused();
    void badBodies_data();
    void badBodies();
    void errorsAreVerbatim();
    void rules();
    void requests();
    void whatIsNotWholeSaysSo();
    void units_data();
    void units();
};

void TestPrometheusParse::matricesAreExact()
{
    const auto answer = parseQuery(fixture(QStringLiteral("prometheus/matrix.json")));
    QVERIFY2(answer, qPrintable(errorOf(answer)));
    QCOMPARE(answer->series.size(), std::size_t(2));
    QCOMPARE(answer->skippedHistograms, 1);
    QCOMPARE(answer->warnings, QStringList {QStringLiteral("a store did not answer: \"eu\"")});
    const Series &series = answer->series[0];
    QCOMPARE(series.labels.value(u"path"), QString::fromUtf8("/a\"b\\c\xC3\xA9\xF0\x9F\x98\x80"));
    QCOMPARE(series.labels.value(u"job"), QStringLiteral("web"));
    const std::vector<qint64> times {1795244997319, 1795244998000, 1795244999001, 1795245001000, 1795245002000, 1795245003000};
    QCOMPARE(series.samples.size(), times.size());
    for (std::size_t i = 0; i < times.size(); ++i) {
        QCOMPARE(series.samples[i].ms, times[i]);
    }
    QCOMPARE(series.samples[0].value, 1.5);
    QVERIFY(std::isnan(series.samples[1].value));
    QVERIFY(std::isinf(series.samples[2].value) && series.samples[2].value > 0);
    QVERIFY(std::isinf(series.samples[3].value) && series.samples[3].value < 0);
    QCOMPARE(series.samples[4].value, 1e6);
    QCOMPARE(series.samples[5].value, -0.25);
    QVERIFY(answer->series[1].samples.empty() && answer->series[1].labels.isEmpty());
}

void TestPrometheusParse::hintsAreNoWarnings()
{
    const auto answer = parseQuery(R"({"status":"success","data":{"resultType":"vector","result":[]},)"
                                   R"("warnings":["PromQL info: metric might not be a counter","PromQL warning: mixed","eu is away"],)"
                                   R"("infos":["PromQL info: another"]})");
    QVERIFY2(answer, qPrintable(errorOf(answer)));
    QCOMPARE(answer->warnings, (QStringList {QStringLiteral("PromQL warning: mixed"), QStringLiteral("eu is away")}));
    // No list of texts: the answer is not what it claims to be.
    QVERIFY(!parseQuery(R"({"status":"success","data":{"resultType":"vector","result":[]},"warnings":[1]})"));
}

void TestPrometheusParse::warningsAreFew()
{
    QByteArray body = R"({"status":"success","data":{"resultType":"vector","result":[]},"warnings":["first")";
    for (int i = 0; i < 10'000; ++i) {
        body += R"(,"one more")";
    }
    const auto answer = parseQuery(body + "]}");
    QVERIFY2(answer, qPrintable(errorOf(answer)));
    QCOMPARE(answer->warnings.size(), 20);
    QCOMPARE(answer->warnings.front(), QStringLiteral("first"));
}

void TestPrometheusParse::otherShapes()
{
    const auto vector = parseQuery(R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{"a":"b"},"value":[1.5,"2"]}]}})");
    QVERIFY2(vector, qPrintable(errorOf(vector)));
    QCOMPARE(vector->series[0].samples, (std::vector<Sample> {{1500, 2.0}}));
    const auto scalar = parseQuery(R"({"status":"success","data":{"resultType":"scalar","result":[1795244997.319,"42"]}})");
    QVERIFY2(scalar, qPrintable(errorOf(scalar)));
    QCOMPARE(scalar->series[0].samples, (std::vector<Sample> {{1795244997319, 42.0}}));
    const auto text = parseQuery(R"({"status":"success","data":{"resultType":"string","result":[1,"hello"]}})");
    QVERIFY2(text && text->series.empty(), qPrintable(errorOf(text)));
    const auto empty = parseQuery(R"({"status":"success","data":{"resultType":"matrix","result":[]}})");
    QVERIFY(empty && empty->series.empty());
}

void TestPrometheusParse::anyCutIsRefused()
{
    const QByteArray all = fixture(QStringLiteral("prometheus/matrix.json")).trimmed();
    for (qsizetype cut = 0; cut < all.size(); ++cut) {
        // On the heap, exactly as long: a read beyond the end is seen by the sanitizer.
        const std::vector<char> bytes(all.begin(), all.begin() + cut);
        const auto answer = parseQuery(QByteArrayView(bytes.data(), cut));
        QVERIFY2(!answer, QByteArray::number(cut).constData());
        QCOMPARE(answer.error().kind, ErrorKind::BadPayload);
    }
    QVERIFY(parseQuery(all));
}

void TestPrometheusParse::badBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("html") << QByteArray("<html></html>");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("other service") << QByteArray("{\"ok\":true}");
    QTest::newRow("no result") << QByteArray(R"({"status":"success","data":{"resultType":"matrix"}})");
    QTest::newRow("no data") << QByteArray(R"({"status":"success"})");
    QTest::newRow("result of text") << QByteArray(R"({"status":"success","data":{"resultType":"matrix","result":"x"}})");
    QTest::newRow("time of text") << QByteArray(R"({"status":"success","data":{"resultType":"matrix","result":[{"values":[["1","1"]]}]}})");
    QTest::newRow("value a number") << QByteArray(R"({"status":"success","data":{"resultType":"matrix","result":[{"values":[[1,1]]}]}})");
    QTest::newRow("value of words") << QByteArray(R"({"status":"success","data":{"resultType":"matrix","result":[{"values":[[1,"one"]]}]}})");
    QTest::newRow("endless time") << QByteArray(
        R"({"status":"success","data":{"resultType":"matrix","result":[{"values":[[99999999999999999999,"1"]]}]}})");
    QTest::newRow("deep") << QByteArray("{\"x\":" + QByteArray(1'000'000, '['));
    QTest::newRow("deep skip") << QByteArray(R"({"status":"success","infos":)" + QByteArray(100, '[') + QByteArray(100, ']') + '}');
    QTest::newRow("bad escape") << QByteArray(R"({"status":"succ\qess","data":{"resultType":"matrix","result":[]}})");
    QTest::newRow("more after it") << QByteArray(R"({"status":"success","data":{"resultType":"matrix","result":[]}} x)");
}

void TestPrometheusParse::badBodies()
{
    QFETCH(QByteArray, body);
    const auto answer = parseQuery(body);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::BadPayload);
    QVERIFY(!parseRules(body));
    QVERIFY(!parseTargets(body));
}

void TestPrometheusParse::errorsAreVerbatim()
{
    const QByteArray body = R"({"status":"error","errorType":"bad_data","error":"1:4: parse error: unexpected <aggr:sum>","data":null})";
    const auto error = parseError(body, 400);
    QVERIFY(error);
    QCOMPARE(error->what, QStringLiteral("1:4: parse error: unexpected <aggr:sum>"));
    QCOMPARE(error->kind, ErrorKind::Malformed);
    QCOMPARE(parseQuery(body).error().what, error->what);
    QCOMPARE(parseError(R"({"status":"error","errorType":"timeout","error":"query timed out"})", 503)->kind, ErrorKind::Timeout);
    QVERIFY(!parseError("<html>", 502));
}

void TestPrometheusParse::rules()
{
    const auto rules = parseRules(fixture(QStringLiteral("prometheus/rules.json")));
    QVERIFY2(rules, qPrintable(errorOf(rules)));
    QCOMPARE(rules->size(), std::size_t(2));
    QCOMPARE(rules->at(0).name, QStringLiteral("HighErrors"));
    QCOMPARE(rules->at(0).holdFor, Millis(300'000));
    QCOMPARE(rules->at(0).annotations.value(u"summary"), QStringLiteral("{{ $labels.job }} fails"));
    QCOMPARE(rules->at(1).lastError, QStringLiteral("many-to-many"));
    QVERIFY(parseTexts(R"({"status":"success"})")->isEmpty());
}

void TestPrometheusParse::requests()
{
    QCOMPARE(seconds(1795244997319), QStringLiteral("1795244997.319"));
    QCOMPARE(seconds(1000), QStringLiteral("1"));
    QCOMPARE(seconds(7), QStringLiteral("0.007"));
    QCOMPARE(labelValuesPath(QStringLiteral("job")), QStringLiteral("/label/job/values"));
    QCOMPARE(labelValuesPath(QStringLiteral("http.status_code")), QStringLiteral("/label/U__http_2e_status__code/values"));
    MetricQuery query;
    query.expression = QStringLiteral("a + b & \"c\"");
    query.range = {UtcTime {1'000'007'000}, UtcTime {1'000'067'000}};
    query.step = Millis(15'000);
    const HttpRequest post = queryRequest(QUrl(QStringLiteral("https://h/prom/")), QStringLiteral("/query_range"), rangeParameters(query), true);
    QCOMPARE(post.url.toString(), QStringLiteral("https://h/prom/api/v1/query_range"));
    QCOMPARE(post.body, QByteArray("query=a%20%2B%20b%20%26%20%22c%22&start=1000005&end=1000065&step=15"));
    const HttpRequest get = queryRequest(QUrl(QStringLiteral("https://h")), QStringLiteral("/query"), {{"query", QStringLiteral("a+b")}}, false);
    QCOMPARE(get.url.toEncoded(), QByteArray("https://h/api/v1/query?query=a%2Bb"));
    // What the configured address asks for is asked for each time.
    const QUrl tenant(QStringLiteral("https://h/prom?extra_label=team%3Dpay"));
    QCOMPARE(
        queryRequest(tenant, QStringLiteral("/query"), {}, true).url.toEncoded(), QByteArray("https://h/prom/api/v1/query?extra_label=team%3Dpay"));
    QCOMPARE(readRequest(tenant, QStringLiteral("/query"), {{"query", QStringLiteral("a")}}).url.toEncoded(),
        QByteArray("https://h/prom/api/v1/query?extra_label=team%3Dpay&query=a"));
    // Ranges with more points than one answer holds: no sample twice and none left out.
    query.range = {UtcTime {7}, UtcTime {22'000 * 15'000}};
    const std::vector<MetricQuery> parts = splitRange(query);
    QCOMPARE(parts.size(), std::size_t(3));
    QCOMPARE(parts[0].range, (TimeRange {{0}, {10'999 * 15'000}}));
    QCOMPARE(parts[1].range, (TimeRange {{11'000 * 15'000}, {21'999 * 15'000}}));
    QCOMPARE(parts[2].range, (TimeRange {{22'000 * 15'000}, {22'000 * 15'000}}));
    query.step = Millis(1);
    QVERIFY(splitRange(query).empty());
}

void TestPrometheusParse::whatIsNotWholeSaysSo()
{
    const QByteArray whole = R"({"status":"success","isPartial":false,"data":{"resultType":"matrix","result":[]}})";
    QVERIFY(parseQuery(whole)->warnings.isEmpty());
    const QByteArray partial = R"({"status":"success","isPartial":true,"data":{"resultType":"matrix","result":[]}})";
    QVERIFY2(parseQuery(partial)->warnings.join(u' ').contains(QLatin1String("not the whole")), "isPartial");
    const QByteArray cut = R"({"status":"success","data":{"resultType":"matrix","result":[]},"warnings":["results truncated due to limit"]})";
    QCOMPARE(parseQuery(cut)->warnings, QStringList {QStringLiteral("results truncated due to limit")});
    const QByteArray mixed
        = R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1,"2"]],"histograms":[[2,{}]]}]}})";
    QCOMPARE(parseQuery(mixed)->skippedHistograms, 1);
    QCOMPARE(parseQuery(mixed)->series.size(), std::size_t(1));
}

void TestPrometheusParse::units_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("unit");
    QTest::newRow("gauge") << "process_resident_memory_bytes{job=\"x\"}"
                           << "By";
    QTest::newRow("ratio") << "instance:cpu:ratio + 0"
                           << "";
    QTest::newRow("suffix ratio") << "disk_used_ratio"
                                  << "1";
    QTest::newRow("rate of counter") << "sum by (code) (rate(http_requests_total{a=\"b/c\"}[5m]))"
                                     << "{request}/s";
    QTest::newRow("rate of bytes") << "rate(node_network_receive_bytes_total[1m])"
                                   << "By/s";
    QTest::newRow("rate of seconds") << "rate(process_cpu_seconds_total[1m])"
                                     << "1";
    QTest::newRow("quantile") << "histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket[5m])))"
                              << "s";
    QTest::newRow("mean") << "sum(rate(d_seconds_sum[5m])) / sum(rate(d_seconds_count[5m]))"
                          << "s";
    QTest::newRow("error ratio") << "sum(rate(http_requests_total{code=~\"5..\"}[5m])) / sum(rate(http_requests_total[5m]))"
                                 << "1";
    QTest::newRow("count") << "count(process_resident_memory_bytes)"
                           << "";
    QTest::newRow("scaled") << "process_resident_memory_bytes / 1024"
                            << "";
    QTest::newRow("unlike") << "a_bytes / b_seconds"
                            << "";
    QTest::newRow("sum of two") << "a_bytes + b_bytes"
                                << "";
    QTest::newRow("known by metadata") << "queue_wait"
                                       << "s";
    QTest::newRow("unknown") << "up"
                             << "";
}

void TestPrometheusParse::units()
{
    QFETCH(QString, expression);
    QFETCH(QString, unit);
    QCOMPARE(unitOfExpression(expression, {{QStringLiteral("queue_wait"), QStringLiteral("seconds")}}), unit);
}

QTEST_GUILESS_MAIN(TestPrometheusParse)
#include "tst_prometheusparse.moc"
