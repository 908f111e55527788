#include "app/sources/victorialogs/connector.h"
#include "app/sources/victorialogs/parse.h"
#include "tests/contract/logbench.h"
#include "tests/support/fakevictorialogs.h"

#include <QTest>

using namespace quarterdeck;

namespace {

constexpr qint64 Second = 1'000'000'000;

FakeVictorialogs::Row rowAt(qint64 nanos, const QString &text, const FakeVictorialogs::Fields &fields = {})
{
    return {LogStart * 1'000'000 + nanos, text, fields};
}

} // namespace

/// What is read of a VictoriaLogs: a stand-in that orders, rounds and fails as VictoriaLogs does.
class TestVictorialogs : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_bench = std::make_unique<ContractBench>();
        m_server = std::make_unique<FakeVictorialogs>();
        m_source = openedWith({{QStringLiteral("tail_every"), QStringLiteral("100ms")}});
        m_caught = {};
        m_stop = {};
    }
    void cleanup()
    {
        m_stop.request_stop();
        m_source.reset();
        m_server.reset();
        m_bench.reset();
    }

    void rowsBecomeLines();
    void probe();
    void rangesAreExact();
    void newestAndOldest();
    void alikeLinesAreAllKept();
    void filters();
    void histogramAgreesWithTheLines();
    void pipesAndVersions();
    void fieldValues();
    void tenants();
    void brokenAnswers_data();
    void brokenAnswers();
    void tailBringsEachLineOnce();
    void tailOfABurst();
    void options();

private:
    std::unique_ptr<Source> openedWith(const QMap<QString, QString> &options)
    {
        Endpoint endpoint = ContractBench::endpoint({m_server->url()});
        endpoint.options = options;
        return m_bench->open(*makeVictorialogsConnector(), endpoint);
    }

    std::unique_ptr<ContractBench> m_bench;
    std::unique_ptr<FakeVictorialogs> m_server;
    std::unique_ptr<Source> m_source;
    TailCatch m_caught;
    std::stop_source m_stop;
};

void TestVictorialogs::rowsBecomeLines()
{
    const victorialogs::LineRules rules {QStringLiteral("src"), {{QStringLiteral("app")}, {QStringLiteral("level")}}};
    const auto lines = victorialogs::parseLines(fixture(QStringLiteral("victorialogs/rows.ndjson")), rules);
    QVERIFY2(lines, qPrintable(errorOf(lines)));
    QCOMPARE(textsOf(*lines), QByteArrayList({"first", "same", "same", "third"}));
    QCOMPARE(countAgain(*lines), 0);
    QCOMPARE(lines->back().nanos % Second, qint64(3));
    QCOMPARE(lines->back().service, QStringLiteral("a"));
    QCOMPARE(lines->back().level, LogLevel::Error);
    QCOMPARE(lines->back().fields.value(u"http.status"), QStringLiteral("500"));
    QVERIFY(!lines->back().fields.contains(u"_stream_id"));
}

void TestVictorialogs::probe()
{
    auto health = await(m_source->probe({}));
    QVERIFY2(health, qPrintable(errorOf(health)));
    QCOMPARE(health->version, QStringLiteral("1.54.0"));
    FakeVictorialogs::Traits traits;
    traits.version = {};
    m_server->setTraits(traits);
    health = await(openedWith({})->probe({}));
    QVERIFY2(health, qPrintable(errorOf(health)));
    QVERIFY(health->findings.join(u' ').contains(QStringLiteral("older than 1.40")));
}

void TestVictorialogs::rangesAreExact()
{
    QVERIFY(pageFrom(*m_source, secondsOf(0, 10)).lines.empty());
    m_server->push({rowAt(2 * Second, QStringLiteral("after")), rowAt(2 * Second + 5, QStringLiteral("in the second after")),
        rowAt(2 * Second - 1, QStringLiteral("last")), rowAt(1 * Second, QStringLiteral("first")), rowAt(1 * Second - 1, QStringLiteral("before"))});
    const LogPage page = pageFrom(*m_source, secondsOf(1, 2));
    QCOMPARE(textsOf(page.lines), QByteArrayList({"first", "last"}));
    QCOMPARE(page.complete, secondsOf(1, 2).range);
    QVERIFY(!page.isTruncated && page.lacks.empty());
}

void TestVictorialogs::newestAndOldest()
{
    std::vector<FakeVictorialogs::Row> rows;
    for (int i = 0; i < 500; ++i) {
        rows.push_back(rowAt(i * 1'000'000LL, QString::number(i)));
    }
    m_server->push(rows);
    LogPage page = pageFrom(*m_source, secondsOf(0, 10, 100));
    QCOMPARE(page.lines.front().text, QByteArray("400"));
    QCOMPARE(page.lines.back().text, QByteArray("499"));
    QVERIFY(page.isTruncated);
    QCOMPARE(page.complete.from, UtcTime {LogStart + 400});
    LogQuery query = secondsOf(0, 10, 100);
    query.isFromStart = true;
    page = pageFrom(*m_source, query);
    QCOMPARE(page.lines.front().text, QByteArray("0"));
    QCOMPARE(page.lines.back().text, QByteArray("99"));
    QCOMPARE(page.complete.to, UtcTime {LogStart + 100});
    QVERIFY(!pageFrom(*m_source, secondsOf(0, 10, 500)).isTruncated);
}

void TestVictorialogs::alikeLinesAreAllKept()
{
    m_server->push({rowAt(1, QStringLiteral("x")), rowAt(1, QStringLiteral("x")), rowAt(1, QStringLiteral("y"))});
    const LogPage page = pageFrom(*m_source, secondsOf(0, 1));
    QCOMPARE(page.lines.size(), std::size_t(3));
    QCOMPARE(countAgain(page.lines), 0);
}

void TestVictorialogs::filters()
{
    m_server->push({rowAt(1, QStringLiteral("Disk \"C:\\\" is full"),
                        {{QStringLiteral("level"), QStringLiteral("error")}, {QStringLiteral("app"), QStringLiteral("Cart")}}),
        rowAt(
            2, QStringLiteral("fine"), {{QStringLiteral("level"), QStringLiteral("info")}, {QStringLiteral("http.status"), QStringLiteral("200")}})});
    LogQuery query = secondsOf(0, 1);
    query.text = QStringLiteral("\"c:\\\"");
    QCOMPARE(pageFrom(*m_source, query).lines.size(), std::size_t(1));
    query.text.clear();
    query.levels = {LogLevel::Info};
    QCOMPARE(textsOf(pageFrom(*m_source, query).lines), QByteArrayList({"fine"}));
    query.levels.clear();
    query.service = QStringLiteral("cart");
    QCOMPARE(pageFrom(*m_source, query).lines.size(), std::size_t(0));
    query.service = QStringLiteral("Cart");
    QCOMPARE(pageFrom(*m_source, query).lines.size(), std::size_t(1));
    query.service.clear();
    query.fields = {{QStringLiteral("http.status"), QStringLiteral("200")}};
    QCOMPARE(textsOf(pageFrom(*m_source, query).lines), QByteArrayList({"fine"}));
}

void TestVictorialogs::histogramAgreesWithTheLines()
{
    std::vector<FakeVictorialogs::Row> rows;
    for (int i = 0; i < 300; ++i) {
        rows.push_back(rowAt(i * 23'000'000LL, QString::number(i),
            i % 2 == 0 ? FakeVictorialogs::Fields {{QStringLiteral("level"), QStringLiteral("warn")}} : FakeVictorialogs::Fields()));
    }
    rows.push_back(rowAt(7 * Second, QStringLiteral("after")));
    m_server->push(rows);
    for (const int buckets : {1, 7, 11, 120}) {
        const LogQuery query = secondsOf(0, 7, 10'000);
        const auto histogram = await(m_source->logs()->histogram(query, buckets, {}));
        QVERIFY2(histogram, qPrintable(errorOf(histogram)));
        QVERIFY(!histogram->isSampled);
        std::vector<std::array<int, 5>> expected(histogram->buckets.size());
        for (const LogLine &line : pageFrom(*m_source, query).lines) {
            ++expected[std::size_t((line.nanos / 1'000'000 - LogStart) / histogram->step.count())].at(std::size_t(line.level));
        }
        QCOMPARE(histogram->buckets, expected);
    }
}

void TestVictorialogs::pipesAndVersions()
{
    m_server->push({rowAt(1, QStringLiteral("one yes")), rowAt(2, QStringLiteral("two"))});
    LogQuery query = secondsOf(0, 1);
    query.expression = QStringLiteral("* | yes");
    QCOMPARE(textsOf(pageFrom(*m_source, query).lines), QByteArrayList({"one yes"}));
    auto histogram = await(m_source->logs()->histogram(query, 1, {}));
    QVERIFY(histogram && !histogram->isSampled);
    QCOMPARE(sumsOf(*histogram).at(4), 1);
    FakeVictorialogs::Traits traits;
    traits.version = {};
    traits.countsAfterPipes = false;
    m_server->setTraits(traits);
    histogram = await(openedWith({})->logs()->histogram(query, 1, {}));
    QVERIFY(histogram && histogram->isSampled);
    QCOMPARE(histogram->lacks.size(), std::size_t(1));
    query.limit = 1;
    query.expression = QStringLiteral("* | fields _time, _msg");
    const LogPage page = pageFrom(*m_source, query);
    QVERIFY(page.isTruncated);
    QCOMPARE(page.lacks.size(), std::size_t(1));
    query.expression = QStringLiteral("* | stats count()");
    const auto rows = await(m_source->logs()->query(query, {}));
    QVERIFY(!rows && rows.error().what.contains(QStringLiteral("_time")));
    query.expression = QStringLiteral("(a");
    const auto refused = await(m_source->logs()->query(query, {}));
    QVERIFY(!refused && refused.error().what.contains(QStringLiteral("cannot parse query")));
}

void TestVictorialogs::fieldValues()
{
    std::vector<FakeVictorialogs::Row> rows;
    const qint64 recent = SystemClock().now().nanos() - LogStart * 1'000'000 - Second;
    for (int i = 0; i < 1'000; ++i) {
        rows.push_back(
            rowAt(recent + i, QStringLiteral("x"), {{QStringLiteral("id"), QString::number(i)}, {QStringLiteral("app"), QString::number(i % 3)}}));
    }
    m_server->push(rows);
    auto values = await(m_source->logs()->fieldValues(QStringLiteral("app"), {}));
    QVERIFY2(values, qPrintable(errorOf(values)));
    QCOMPARE(*values, QStringList({QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2")}));
    values = await(m_source->logs()->fieldValues(QStringLiteral("id"), {}));
    QVERIFY(!values && values.error().kind == ErrorKind::Rejected);
}

void TestVictorialogs::tenants()
{
    FakeVictorialogs::Traits traits;
    traits.account = "12";
    m_server->setTraits(traits);
    m_server->push({rowAt(1, QStringLiteral("x"))});
    QVERIFY(pageFrom(*m_source, secondsOf(0, 1)).lines.empty());
    QCOMPARE(pageFrom(*openedWith({{QStringLiteral("tenant"), QStringLiteral("12:3")}}), secondsOf(0, 1)).lines.size(), std::size_t(1));
    QCOMPARE(m_server->requests().back().header("projectid"), QByteArray("3"));
}

void TestVictorialogs::brokenAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    const QByteArray row = "{\"_time\":\"2026-11-21T14:36:02Z\",\"_msg\":\"x\"}";
    QTest::newRow("cut in a row") << row + "\n" + row.first(20) << int(ErrorKind::BadPayload);
    QTest::newRow("cut after a row") << row << int(ErrorKind::BadPayload);
    QTest::newRow("words of a failure") << row + "\ncannot execute query [*]: too much memory\n" << int(ErrorKind::Server);
    QTest::newRow("no time") << QByteArray("{\"n\":\"1\"}\n") << int(ErrorKind::Rejected);
    QTest::newRow("bad JSON") << QByteArray("{\"n\":}\n") << int(ErrorKind::BadPayload);
}

void TestVictorialogs::brokenAnswers()
{
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    m_server->setInstead([body](const ScriptedRequest &) {
        ScriptedReply reply = ScriptedReply::json(body);
        reply.contentType = "application/stream+json";
        return reply;
    });
    const auto page = await(m_source->logs()->query(secondsOf(0, 1), {}));
    QVERIFY(!page);
    QCOMPARE(int(page.error().kind), kind);
}

void TestVictorialogs::tailBringsEachLineOnce()
{
    LogQuery query;
    query.range = {SystemClock().now() - Millis(60'000), SystemClock().now()};
    const auto ended = m_source->logs()->tail(query, m_caught.sink(), m_stop.get_token());
    QTRY_COMPARE(m_caught.signs, 1);
    for (int i = 0; i < 10; ++i) {
        const qint64 now = SystemClock().now().nanos();
        // One of them twice, and one a second late.
        m_server->push({{now, QString::number(i), {}}, {now, QString::number(i), {}}, {now - Second, QStringLiteral("late"), {}}});
        QTRY_COMPARE(m_caught.texts.size(), (i + 1) * 3);
    }
    QCOMPARE(m_caught.again, 0);
}

void TestVictorialogs::tailOfABurst()
{
    std::vector<FakeVictorialogs::Row> rows;
    const qint64 now = SystemClock().now().nanos();
    for (int i = 0; i < 20'500; ++i) {
        rows.push_back({now, QString::number(i), {}});
    }
    m_server->push(rows);
    LogQuery query;
    query.range = {SystemClock().now() - Millis(60'000), SystemClock().now()};
    const auto ended = m_source->logs()->tail(query, m_caught.sink(), m_stop.get_token());
    QTRY_COMPARE_WITH_TIMEOUT(m_caught.texts.size(), 20'500, 60'000);
    QCOMPARE(m_caught.again, 0);
    QVERIFY(m_caught.gaps.empty());
}

void TestVictorialogs::options()
{
    Endpoint endpoint = ContractBench::endpoint({m_server->url()});
    const auto refused = [&](const QString &key, const QString &value) {
        endpoint.options = {{key, value}};
        const auto opened = makeVictorialogsConnector()->open(endpoint, SourceDeps {m_bench->http(), m_bench->clock()});
        return !opened && opened.error().where == key;
    };
    QVERIFY(refused(QStringLiteral("tenant"), QStringLiteral("a")));
    QVERIFY(refused(QStringLiteral("tail_every"), QStringLiteral("1")) == false);
    QVERIFY(refused(QStringLiteral("tail_every"), QStringLiteral("soon")));
    QVERIFY(refused(QStringLiteral("limit"), QStringLiteral("5")));
}

QTEST_GUILESS_MAIN(TestVictorialogs)
#include "tst_victorialogs.moc"
