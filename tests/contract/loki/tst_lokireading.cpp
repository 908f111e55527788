#include "app/sources/loki/parse.h"
#include "tests/contract/loki/lokibench.h"

#include <QTest>

using namespace quarterdeck;

/// What is read of a Loki: a stand-in that limits, scrambles and refuses as Loki 3.4 does.
class TestLokiReading : public LokiBench {
    Q_OBJECT

private slots:
    void init() { startLoki(); }
    void cleanup() { stopLoki(); }

    void answersBecomeLines();
    void probe();
    void rangesAreExact();
    void theNewestOfManyPages();
    void theOldestOfARange();
    void manyLinesOfOneInstant();
    void moreLinesOfOneInstantThanTheServerGives();
    void streamsOfUnequalDensity();
    void theServersOwnLimitIsTaken();
    void longRangesAreSplit();
    void filters();
    void servicesAreFoundByTheirLabels();
    void aServiceThatNothingIdentifies();
    void everyStreamIsRead();
    void olderServers();
    void histogramAgreesWithTheLines();
    void fieldValues();
    void expressions();
    void whatIsNotLokisAnswerIsNoEmptyLog();
    void warningsAreTold();
    void tenants();
};

void TestLokiReading::answersBecomeLines()
{
    const loki::LineRules rules {
        QStringLiteral("src"), {{QStringLiteral("service_name")}, {QStringLiteral("level"), QStringLiteral("detected_level")}}};
    const auto answer = loki::parseLines(fixture(QStringLiteral("loki/query_range.json")), rules, false);
    QVERIFY2(answer, qPrintable(errorOf(answer)));
    QCOMPARE(textsOf(answer->lines), QByteArrayList({"first", "second \x1b[31mred\x1b[0m", "third"}));
    QCOMPARE(answer->warnings.size(), 1);
    const LogLine &third = answer->lines.back();
    QCOMPARE(third.nanos, qint64(1'795'244'351'000'000'003));
    QCOMPARE(third.service, QStringLiteral("checkout"));
    QCOMPARE(third.level, LogLevel::Error);
    QCOMPARE(third.fields.value(u"trace_id"), QStringLiteral("4bf9"));
    QCOMPARE(third.fields.value(u"msg"), QStringLiteral("third"));
    QVERIFY(!third.fields.contains(u"__stream_shard__"));
    QCOMPARE(answer->lines[1].level, LogLevel::Warning);
    const auto none = loki::parseList(fixture(QStringLiteral("loki/labels-empty.json")));
    QVERIFY(none && none->isEmpty());
}

void TestLokiReading::probe()
{
    auto health = await(m_source->probe({}));
    QVERIFY2(health, qPrintable(errorOf(health)));
    QCOMPARE(health->version, QStringLiteral("3.4.6"));
    QCOMPARE(health->findings, QStringList({QStringLiteral("No stream has come in the last hour")}));
    m_loki->push({lokiLine(QStringLiteral("a"), 0, "x")});
    health = await(m_source->probe({}));
    QVERIFY(health && health->findings.value(0).endsWith(QStringLiteral("label app")));
    health = await(openedWith({{QStringLiteral("service_field"), QStringLiteral("unit")}})->probe({}));
    QVERIFY(health && health->findings.value(0).contains(QStringLiteral("service_field")));
}

void TestLokiReading::rangesAreExact()
{
    QVERIFY(pageFrom(*m_source, secondsOf(0, 10)).lines.empty());
    stopLoki();
    startLoki();
    m_loki->push({lokiLine(QStringLiteral("a"), 1 * Second - 1, "before"), lokiLine(QStringLiteral("a"), 1 * Second, "first"),
        lokiLine(QStringLiteral("b"), 2 * Second - 1, "last"), lokiLine(QStringLiteral("a"), 2 * Second, "after")});
    const LogPage page = pageFrom(*m_source, secondsOf(1, 2));
    QCOMPARE(textsOf(page.lines), QByteArrayList({"first", "last"}));
    QVERIFY(!page.isTruncated);
    QVERIFY(page.lacks.empty());
    QCOMPARE(page.complete, secondsOf(1, 2).range);
    QCOMPARE(page.lines.front().source, QStringLiteral("src"));
    QCOMPARE(page.lines.front().service, QStringLiteral("a"));
}

void TestLokiReading::theNewestOfManyPages()
{
    FakeLoki::Limits limits;
    limits.entries = 100;
    m_loki->setLimits(limits);
    std::vector<FakeLoki::Line> lines;
    for (int i = 0; i < 1000; ++i) {
        lines.push_back(lokiLine(QStringLiteral("s%1").arg(i % 7), (i / 3) * 1'000'000LL, "line " + QByteArray::number(i)));
    }
    m_loki->push(lines);
    const LogPage page = pageFrom(*m_source, secondsOf(0, 100, 700));
    QCOMPARE(page.lines.size(), std::size_t(700));
    QCOMPARE(countAgain(page.lines), 0);
    QVERIFY(page.isTruncated);
    // Every line of the stretch that is said to be complete is there.
    const qint64 from = page.complete.from.nanos();
    QVERIFY(page.complete.from > secondsOf(0, 1).range.from);
    QCOMPARE(std::ranges::count_if(page.lines, [from](const LogLine &line) { return line.nanos >= from; }),
        std::ranges::count_if(lines, [from](const FakeLoki::Line &line) { return line.nanos >= from; }));
    const LogPage all = pageFrom(*m_source, secondsOf(0, 100, 1000));
    QCOMPARE(all.lines.size(), std::size_t(1000));
    QVERIFY(!all.isTruncated);
    QCOMPARE(all.complete, secondsOf(0, 100).range);
}

void TestLokiReading::theOldestOfARange()
{
    FakeLoki::Limits limits;
    limits.entries = 100;
    m_loki->setLimits(limits);
    std::vector<FakeLoki::Line> lines;
    for (int i = 0; i < 500; ++i) {
        lines.push_back(lokiLine(QStringLiteral("a"), i * 1'000'000LL, "line " + QByteArray::number(i)));
    }
    m_loki->push(lines);
    LogQuery query = secondsOf(0, 100, 250);
    query.isFromStart = true;
    const LogPage page = pageFrom(*m_source, query);
    QCOMPARE(page.lines.size(), std::size_t(250));
    QCOMPARE(page.lines.front().text, QByteArray("line 0"));
    QCOMPARE(page.lines.back().text, QByteArray("line 249"));
    QVERIFY(page.isTruncated);
    QCOMPARE(page.complete, (TimeRange {UtcTime {LogStart}, UtcTime {LogStart + 250}}));
}

void TestLokiReading::manyLinesOfOneInstant()
{
    std::vector<FakeLoki::Line> lines;
    for (int i = 0; i < 3000; ++i) {
        lines.push_back(lokiLine(QStringLiteral("s%1").arg(i % 3), 5 * Second, "same " + QByteArray::number(i)));
    }
    lines.push_back(lokiLine(QStringLiteral("a"), 4 * Second, "before"));
    lines.push_back(lokiLine(QStringLiteral("a"), 6 * Second, "after"));
    m_loki->push(lines);
    for (const bool isFromStart : {false, true}) {
        LogQuery query = secondsOf(0, 10, 10'000);
        query.isFromStart = isFromStart;
        const LogPage page = pageFrom(*m_source, query);
        QCOMPARE(page.lines.size(), lines.size());
        QCOMPARE(countAgain(page.lines), 0);
        QVERIFY(page.lacks.empty() && !page.isTruncated);
        QCOMPARE(page.lines.front().text, QByteArray("before"));
        QCOMPARE(page.lines.back().text, QByteArray("after"));
    }
    // 1001 are asked for first: they are all of one instant.
    QCOMPARE(pageFrom(*m_source, secondsOf(0, 6, 1000)).lines.size(), std::size_t(1000));
}

void TestLokiReading::moreLinesOfOneInstantThanTheServerGives()
{
    FakeLoki::Limits limits;
    limits.entries = 200;
    m_loki->setLimits(limits);
    std::vector<FakeLoki::Line> lines;
    for (int i = 0; i < 300; ++i) {
        lines.push_back(lokiLine(QStringLiteral("a"), 5 * Second, "same " + QByteArray::number(i)));
    }
    lines.push_back(lokiLine(QStringLiteral("a"), 4 * Second, "before"));
    lines.push_back(lokiLine(QStringLiteral("a"), 6 * Second, "after"));
    m_loki->push(lines);
    const LogPage page = pageFrom(*m_source, secondsOf(0, 10));
    QCOMPARE(page.lines.front().text, QByteArray("before"));
    QCOMPARE(page.lines.back().text, QByteArray("after"));
    QVERIFY(page.lines.size() >= 202);
    QCOMPARE(page.lacks.size(), std::size_t(1));
    QVERIFY2(page.lacks.front().what.startsWith(QStringLiteral("200 lines or more have the time")), qPrintable(page.lacks.front().what));
    QVERIFY(page.complete.from > UtcTime {LogStart + 5000});
    QCOMPARE(page.complete.to, secondsOf(0, 10).range.to);
}

void TestLokiReading::streamsOfUnequalDensity()
{
    FakeLoki::Limits limits;
    limits.entries = 250;
    m_loki->setLimits(limits);
    std::vector<FakeLoki::Line> lines;
    for (int i = 0; i < 5000; ++i) {
        lines.push_back(lokiLine(QStringLiteral("dense"), i * 1'000'000LL, "d" + QByteArray::number(i)));
    }
    for (int i = 0; i < 5; ++i) {
        lines.push_back(lokiLine(QStringLiteral("rare"), i * Second + 500, "r" + QByteArray::number(i)));
    }
    m_loki->push(lines);
    for (const bool isFromStart : {false, true}) {
        LogQuery query = secondsOf(0, 10, 100'000);
        query.isFromStart = isFromStart;
        const LogPage page = pageFrom(*m_source, query);
        QCOMPARE(page.lines.size(), lines.size());
        QCOMPARE(countAgain(page.lines), 0);
    }
}

void TestLokiReading::theServersOwnLimitIsTaken()
{
    FakeLoki::Limits limits;
    limits.entries = 150;
    m_loki->setLimits(limits);
    std::vector<FakeLoki::Line> lines;
    for (int i = 0; i < 400; ++i) {
        lines.push_back(lokiLine(QStringLiteral("a"), i * 1'000'000LL, QByteArray::number(i)));
    }
    m_loki->push(lines);
    QCOMPARE(pageFrom(*m_source, secondsOf(0, 10)).lines.size(), lines.size());
    const int before = asked("/query_range");
    QCOMPARE(pageFrom(*m_source, secondsOf(0, 10)).lines.size(), lines.size());
    // The refusal is remembered: three pages, and no question too many.
    QCOMPARE(asked("/query_range") - before, 3);
}

void TestLokiReading::longRangesAreSplit()
{
    m_loki->push({lokiLine(QStringLiteral("a"), 0, "now"), lokiLine(QStringLiteral("a"), -40LL * 86'400 * Second, "forty days before")});
    LogQuery query = secondsOf(-60LL * 86'400, 10);
    QCOMPARE(textsOf(pageFrom(*m_source, query).lines), QByteArrayList({"forty days before", "now"}));
    query.isFromStart = true;
    QCOMPARE(textsOf(pageFrom(*m_source, query).lines), QByteArrayList({"forty days before", "now"}));
}

void TestLokiReading::filters()
{
    m_loki->push({lokiLine(QStringLiteral("a"), 1, "Disk \"C:\\\" is full", {{QStringLiteral("detected_level"), QStringLiteral("error")}}),
        lokiLine(QStringLiteral("a"), 2, "all is well",
            {{QStringLiteral("detected_level"), QStringLiteral("info")}, {QStringLiteral("trace"), QStringLiteral("1")}}),
        lokiLine(QStringLiteral("b"), 3, "no level")});
    LogQuery query = secondsOf(0, 1);
    query.text = QStringLiteral("\"c:\\\" IS");
    QCOMPARE(textsOf(pageFrom(*m_source, query).lines), QByteArrayList({"Disk \"C:\\\" is full"}));
    query.text.clear();
    query.levels = {LogLevel::Error};
    QCOMPARE(textsOf(pageFrom(*m_source, query).lines), QByteArrayList({"Disk \"C:\\\" is full"}));
    query.levels = {LogLevel::Unknown, LogLevel::Info};
    QCOMPARE(textsOf(pageFrom(*m_source, query).lines), QByteArrayList({"all is well", "no level"}));
    query.levels.clear();
    query.fields = {{QStringLiteral("trace"), QStringLiteral("1")}};
    QCOMPARE(textsOf(pageFrom(*m_source, query).lines), QByteArrayList({"all is well"}));
    query.fields = {{QStringLiteral("app"), QStringLiteral("b")}};
    QCOMPARE(textsOf(pageFrom(*m_source, query).lines), QByteArrayList({"no level"}));
}

void TestLokiReading::servicesAreFoundByTheirLabels()
{
    m_loki->push({{{{"service_name", "cart"}}, LogStart * 1'000'000 + 1, "by name", {}},
        {{{"app", "Cart"}, {"pod", "x"}}, LogStart * 1'000'000 + 2, "by app", {}},
        {{{"service_name", "cart"}, {"app", "Cart"}}, LogStart * 1'000'000 + 3, "by both", {}},
        {{{"app", "carts"}}, LogStart * 1'000'000 + 4, "another", {}}});
    LogQuery query = secondsOf(0, 1);
    query.service = QStringLiteral("Cart");
    const LogPage page = pageFrom(*m_source, query);
    QCOMPARE(textsOf(page.lines), QByteArrayList({"by name", "by app", "by both"}));
    QCOMPARE(page.lines[1].service, QStringLiteral("Cart"));
}

void TestLokiReading::aServiceThatNothingIdentifies()
{
    m_loki->push({{{{"unit", "cart"}}, LogStart * 1'000'000 + 1, "x", {}}});
    LogQuery query = secondsOf(0, 1);
    query.service = QStringLiteral("cart");
    const LogPage page = pageFrom(*m_source, query);
    QVERIFY(page.lines.empty());
    QCOMPARE(page.lacks.size(), std::size_t(1));
    QVERIFY(page.lacks.front().what.contains(QStringLiteral("service_field")));
    QCOMPARE(page.complete.length(), Millis(0));
    const auto histogram = await(m_source->logs()->histogram(query, 10, {}));
    QVERIFY(histogram && histogram->isSampled && histogram->lacks.size() == 1);
}

void TestLokiReading::everyStreamIsRead()
{
    m_loki->push({{{{"app", "a"}}, LogStart * 1'000'000 + 1, "1", {}}, {{{"file", "f"}}, LogStart * 1'000'000 + 2, "2", {}},
        {{{"app", "b"}, {"file", "f"}}, LogStart * 1'000'000 + 3, "3", {}}, {{{"unit", "u"}}, LogStart * 1'000'000 + 4, "4", {}}});
    QCOMPARE(textsOf(pageFrom(*m_source, secondsOf(0, 1)).lines), QByteArrayList({"1", "2", "3", "4"}));
    FakeLoki::Limits limits;
    limits.listsAllSeries = false;
    m_loki->setLimits(limits);
    QCOMPARE(textsOf(pageFrom(*openedWith({}), secondsOf(0, 1)).lines), QByteArrayList({"1", "2", "3", "4"}));
}

void TestLokiReading::olderServers()
{
    FakeLoki::Limits limits;
    limits.knowsCategories = false;
    m_loki->setLimits(limits);
    m_loki->push(
        {lokiLine(QStringLiteral("a"), 1, "one", {{QStringLiteral("level"), QStringLiteral("error")}}), lokiLine(QStringLiteral("a"), 2, "two")});
    const LogPage page = pageFrom(*m_source, secondsOf(0, 1));
    QCOMPARE(textsOf(page.lines), QByteArrayList({"one", "two"}));
    QCOMPARE(page.lines.front().level, LogLevel::Error);
}

void TestLokiReading::histogramAgreesWithTheLines()
{
    std::vector<FakeLoki::Line> lines;
    for (int i = 0; i < 600; ++i) {
        const QString level = i % 3 == 0 ? QStringLiteral("error") : i % 3 == 1 ? QStringLiteral("info") : QString();
        lines.push_back(lokiLine(QStringLiteral("s%1").arg(i % 2), i * 17'000'000LL, QByteArray::number(i),
            level.isEmpty() ? FakeLoki::Fields() : FakeLoki::Fields {{QStringLiteral("detected_level"), level}}));
    }
    // On the very edges of buckets.
    lines.push_back(lokiLine(QStringLiteral("s0"), 0, "edge 0"));
    lines.push_back(lokiLine(QStringLiteral("s0"), 1 * Second, "edge 1"));
    lines.push_back(lokiLine(QStringLiteral("s0"), 7 * Second, "edge 7"));
    m_loki->push(lines);
    for (const int buckets : {1, 7, 10, 120}) {
        const LogQuery query = secondsOf(0, 7, 10'000);
        const auto histogram = await(m_source->logs()->histogram(query, buckets, {}));
        QVERIFY2(histogram, qPrintable(errorOf(histogram)));
        QVERIFY(!histogram->isSampled);
        QCOMPARE(histogram->complete, query.range);
        QVERIFY(std::ssize(histogram->buckets) <= buckets);
        const LogPage page = pageFrom(*m_source, query);
        std::vector<std::array<int, 5>> expected(histogram->buckets.size());
        for (const LogLine &line : page.lines) {
            const qint64 at = (line.nanos / 1'000'000 - LogStart) / histogram->step.count();
            ++expected[std::size_t(at)].at(std::size_t(line.level));
        }
        QCOMPARE(histogram->buckets, expected);
    }
    LogQuery errors = secondsOf(0, 7);
    errors.levels = {LogLevel::Unknown};
    const auto histogram = await(m_source->logs()->histogram(errors, 10, {}));
    QVERIFY(histogram);
    QCOMPARE(sumsOf(*histogram), (std::array<int, 5> {0, 0, 0, 0, int(pageFrom(*m_source, errors).lines.size())}));
}

void TestLokiReading::fieldValues()
{
    m_loki->push({lokiLine(QStringLiteral("b"), 1, "x"), lokiLine(QStringLiteral("a"), 2, "y")});
    auto values = await(m_source->logs()->fieldValues(QStringLiteral("app"), {}));
    QVERIFY(values);
    QCOMPARE(*values, QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    values = await(m_source->logs()->fieldValues(QStringLiteral("../admin"), {}));
    QVERIFY(!values && values.error().kind == ErrorKind::Rejected);
}

void TestLokiReading::expressions()
{
    m_loki->push({lokiLine(QStringLiteral("a"), 1, "yes"), lokiLine(QStringLiteral("a"), 2, "no")});
    LogQuery query = secondsOf(0, 1);
    query.expression = QStringLiteral("{app=\"a\"} |= `yes` # all of it");
    QCOMPARE(textsOf(pageFrom(*m_source, query).lines), QByteArrayList({"yes"}));
    const auto histogram = await(m_source->logs()->histogram(query, 4, {}));
    QVERIFY2(histogram, qPrintable(errorOf(histogram)));
    QCOMPARE(sumsOf(*histogram).at(std::size_t(LogLevel::Unknown)), 1);
    query.text = QStringLiteral("more");
    auto page = await(m_source->logs()->query(query, {}));
    QVERIFY(!page && page.error().kind == ErrorKind::Rejected);
    query.text.clear();
    query.expression = QStringLiteral("sum by (app) (count_over_time({app=\"a\"}[1s]))");
    page = await(m_source->logs()->query(query, {}));
    QVERIFY(!page && page.error().what.contains(QStringLiteral("metric query")));
}

void TestLokiReading::warningsAreTold()
{
    FakeLoki::Limits limits;
    limits.warnings = {QStringLiteral("an ingester is away")};
    m_loki->setLimits(limits);
    m_loki->push({lokiLine(QStringLiteral("a"), 1, "x")});
    const LogPage page = pageFrom(*m_source, secondsOf(0, 1));
    QCOMPARE(page.lacks.size(), std::size_t(1));
    QCOMPARE(page.lacks.front().what, QStringLiteral("an ingester is away"));
    QCOMPARE(page.complete.length(), Millis(0));
}

void TestLokiReading::tenants()
{
    FakeLoki::Limits limits;
    limits.tenant = "team-a";
    m_loki->setLimits(limits);
    m_loki->push({lokiLine(QStringLiteral("a"), 1, "x")});
    const auto refused = await(m_source->logs()->query(secondsOf(0, 1), {}));
    QVERIFY(!refused && refused.error().what.contains(QStringLiteral("tenant")));
    QCOMPARE(pageFrom(*openedWith({{QStringLiteral("tenant"), QStringLiteral("team-a")}}), secondsOf(0, 1)).lines.size(), std::size_t(1));
}

void TestLokiReading::whatIsNotLokisAnswerIsNoEmptyLog()
{
    for (const char *body : {R"({"message":"Unauthorized"})", "{}", "null", "true", R"("ok")", "[{}]", R"({"results":[]})"}) {
        ScriptedServer server([body](const ScriptedRequest &) { return ScriptedReply::json(body); });
        const auto source = m_bench->open(*makeLokiConnector(), ContractBench::endpoint({server.url(QString())}));
        LogQuery query;
        query.range = {{1'790'000'000'000}, {1'790'000'060'000}};
        QVERIFY(!await(source->logs()->query(query, {})));
        QVERIFY(!await(source->probe({})));
    }
}

QTEST_GUILESS_MAIN(TestLokiReading)
#include "tst_lokireading.moc"
