#include "app/sources/elasticsearch/connector.h"
#include "app/sources/elasticsearch/parse.h"
#include "tests/contract/logbench.h"
#include "tests/support/fakeelastic.h"

#include <QTest>

using namespace quarterdeck;

namespace {

FakeElastic::Document documentAt(qint64 ms, const QString &id, const QString &text, QJsonObject more = {})
{
    more.insert("message", text);
    return {QStringLiteral("logs-app-1"), id, LogStart + ms, std::move(more)};
}

QJsonObject levelIs(const QString &level)
{
    return {{"log", QJsonObject {{"level", level}}}};
}

} // namespace

/// What is read of an Elasticsearch and an OpenSearch: a stand-in that pages, splits texts and fails as they do.
class TestElasticsearch : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_bench = std::make_unique<ContractBench>();
        m_server = std::make_unique<FakeElastic>();
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

    void hitsBecomeLines();
    void probe();
    void rangesAreExact();
    void manyPagesInOneView_data();
    void manyPagesInOneView();
    void theOldest();
    void textsAndFields();
    void services();
    void levelsInAnyCase();
    void twinsOfTexts();
    void partialAnswersAreTold();
    void noIndexAndNoField();
    void histogramAgreesWithTheLines();
    void fieldValues();
    void expressions();
    void refusals();
    void tailBringsEachLineOnce();
    void tailOfABurst();

private:
    std::unique_ptr<Source> openedWith(const QMap<QString, QString> &options)
    {
        Endpoint endpoint = ContractBench::endpoint({m_server->url()});
        endpoint.options = options;
        return m_bench->open(*makeElasticsearchConnector(), endpoint);
    }

    std::unique_ptr<ContractBench> m_bench;
    std::unique_ptr<FakeElastic> m_server;
    std::unique_ptr<Source> m_source;
    TailCatch m_caught;
    std::stop_source m_stop;
};

void TestElasticsearch::hitsBecomeLines()
{
    elasticsearch::LineRules rules {QStringLiteral("src"), {}};
    rules.names.fields = {{QStringLiteral("service.name")}, {QStringLiteral("log.level")}};
    const auto page = elasticsearch::parsePage(fixture(QStringLiteral("elasticsearch/page.json")), rules);
    QVERIFY2(page, qPrintable(errorOf(page)));
    QCOMPARE(textsOf(page->lines), QByteArrayList({"second", "first"}));
    const LogLine &second = page->lines.front();
    QCOMPARE(second.nanos % 1'000'000'000, qint64(123'456'789));
    QCOMPARE(second.level, LogLevel::Error);
    QCOMPARE(second.service, QStringLiteral("cart"));
    QCOMPARE(second.cursor, QStringLiteral("logs-1/b"));
    QCOMPARE(second.fields.value(u"http.status"), QStringLiteral("500"));
    QCOMPARE(second.fields.value(u"http.times"), QStringLiteral("1, 2.5"));
    QCOMPARE(second.fields.value(u"ok"), QStringLiteral("false"));
    QCOMPARE(page->after, QByteArray("[\"2026-11-21T14:36:01.000Z\",9007199254740993]"));
    QCOMPARE(page->lacks.size(), std::size_t(1));
    QCOMPARE(page->lacks.front().what, QStringLiteral("1 of 5 shards failed: no shard available"));
}

void TestElasticsearch::probe()
{
    auto health = await(m_source->probe({}));
    QVERIFY2(health, qPrintable(errorOf(health)));
    QCOMPARE(health->version, QStringLiteral("8.19.2"));
    QVERIFY(health->findings.front().contains(QStringLiteral("No index matches")));
    FakeElastic::Traits traits;
    traits.isOpenSearch = true;
    m_server->setTraits(traits);
    m_server->push({documentAt(0, QStringLiteral("a"), QStringLiteral("x"))});
    health = await(m_source->probe({}));
    QVERIFY2(health, qPrintable(errorOf(health)));
    QCOMPARE(health->findings, QStringList({QStringLiteral("No line has come in the last hour"), QStringLiteral("OpenSearch, cluster test")}));
}

void TestElasticsearch::rangesAreExact()
{
    m_server->push({documentAt(999, QStringLiteral("a"), QStringLiteral("before")), documentAt(1000, QStringLiteral("b"), QStringLiteral("first")),
        documentAt(1999, QStringLiteral("c"), QStringLiteral("last")), documentAt(2000, QStringLiteral("d"), QStringLiteral("after"))});
    const LogPage page = pageFrom(*m_source, secondsOf(1, 2));
    QCOMPARE(textsOf(page.lines), QByteArrayList({"first", "last"}));
    QCOMPARE(page.complete, secondsOf(1, 2).range);
    QVERIFY(page.lacks.empty() && !page.isTruncated);
}

void TestElasticsearch::manyPagesInOneView_data()
{
    QTest::addColumn<bool>("isOpenSearch");
    QTest::newRow("Elasticsearch") << false;
    QTest::newRow("OpenSearch") << true;
}

void TestElasticsearch::manyPagesInOneView()
{
    QFETCH(bool, isOpenSearch);
    FakeElastic::Traits traits;
    traits.isOpenSearch = isOpenSearch;
    m_server->setTraits(traits);
    std::vector<FakeElastic::Document> documents;
    for (int i = 0; i < 5'500; ++i) {
        // More than a page is of one time.
        documents.push_back(documentAt(i < 5'200 ? 500 : 501 + i, QString::number(i), QString::number(i)));
    }
    m_server->push(documents);
    for (const bool isFromStart : {false, true}) {
        LogQuery query = secondsOf(0, 60, 50'000);
        query.isFromStart = isFromStart;
        const LogPage page = pageFrom(*m_source, query);
        QCOMPARE(page.lines.size(), documents.size());
        QCOMPARE(countAgain(page.lines), 0);
        QVERIFY(!page.isTruncated && page.lacks.empty());
    }
    QTRY_COMPARE(m_server->openViews(), 0);
}

void TestElasticsearch::theOldest()
{
    std::vector<FakeElastic::Document> documents;
    for (int i = 0; i < 50; ++i) {
        documents.push_back(documentAt(i, QString::number(i), QString::number(i)));
    }
    m_server->push(documents);
    LogQuery query = secondsOf(0, 10, 20);
    LogPage page = pageFrom(*m_source, query);
    QCOMPARE(page.lines.front().text, QByteArray("30"));
    QCOMPARE(page.complete.from, UtcTime {LogStart + 30});
    query.isFromStart = true;
    page = pageFrom(*m_source, query);
    QCOMPARE(page.lines.back().text, QByteArray("19"));
    QCOMPARE(page.complete.to, UtcTime {LogStart + 20});
    QVERIFY(page.isTruncated);
}

void TestElasticsearch::textsAndFields()
{
    m_server->push({documentAt(1, QStringLiteral("a"), QStringLiteral("Connection timeout to \"db\""), {{"namespace", "prod"}}),
        documentAt(2, QStringLiteral("b"), QStringLiteral("all is well"), {{"namespace", "test"}, {"a.b", "x*y\\"}})});
    LogQuery query = secondsOf(0, 1);
    query.text = QStringLiteral("IMEOU");
    QCOMPARE(pageFrom(*m_source, query).lines.size(), std::size_t(1));
    query.text = QStringLiteral("timeout to \"DB\"");
    QCOMPARE(pageFrom(*m_source, query).lines.size(), std::size_t(1));
    query.text = QStringLiteral("to timeout");
    QCOMPARE(pageFrom(*m_source, query).lines.size(), std::size_t(0));
    query.text.clear();
    query.fields = {{QStringLiteral("namespace"), QStringLiteral("prod")}};
    QCOMPARE(pageFrom(*m_source, query).lines.size(), std::size_t(1));
    query.fields.push_back({QStringLiteral("namespace"), QStringLiteral("test")});
    QCOMPARE(pageFrom(*m_source, query).lines.size(), std::size_t(2));
    query.fields.push_back({QStringLiteral("a.b"), QStringLiteral("x*y\\")});
    QCOMPARE(textsOf(pageFrom(*m_source, query).lines), QByteArrayList({"all is well"}));
}

void TestElasticsearch::services()
{
    m_server->push({documentAt(1, QStringLiteral("a"), QStringLiteral("1"), {{"service", QJsonObject {{"name", "cart"}}}}),
        documentAt(2, QStringLiteral("b"), QStringLiteral("2"), {{"app", "Cart"}}),
        documentAt(3, QStringLiteral("c"), QStringLiteral("3"), {{"service.name", "other"}, {"app", "Cart"}})});
    LogQuery query = secondsOf(0, 1);
    query.service = QStringLiteral("Cart");
    const LogPage page = pageFrom(*m_source, query);
    QCOMPARE(textsOf(page.lines), QByteArrayList({"1", "2"}));
    QCOMPARE(page.lines.front().service, QStringLiteral("cart"));
}

void TestElasticsearch::levelsInAnyCase()
{
    m_server->push({documentAt(1, QStringLiteral("a"), QStringLiteral("1"), levelIs(QStringLiteral("ERROR"))),
        documentAt(2, QStringLiteral("b"), QStringLiteral("2"), levelIs(QStringLiteral("Fatal"))),
        documentAt(3, QStringLiteral("c"), QStringLiteral("3"), levelIs(QStringLiteral("info"))),
        documentAt(4, QStringLiteral("d"), QStringLiteral("4"))});
    LogQuery query = secondsOf(0, 1);
    query.levels = {LogLevel::Error};
    QCOMPARE(textsOf(pageFrom(*m_source, query).lines), QByteArrayList({"1", "2"}));
    query.levels = {LogLevel::Unknown, LogLevel::Info};
    QCOMPARE(textsOf(pageFrom(*m_source, query).lines), QByteArrayList({"3", "4"}));
}

void TestElasticsearch::twinsOfTexts()
{
    FakeElastic::Traits traits;
    traits.types = {{"message", "text"}, {"app", "text"}, {"level", "text"}};
    traits.twins = {QStringLiteral("app")};
    m_server->setTraits(traits);
    m_server->push({documentAt(1, QStringLiteral("a"), QStringLiteral("1"), {{"app", "Cart Service"}, {"level", "warn"}}),
        documentAt(2, QStringLiteral("b"), QStringLiteral("2"), {{"app", "cart"}})});
    LogQuery query = secondsOf(0, 1);
    query.fields = {{QStringLiteral("app"), QStringLiteral("Cart Service")}};
    QCOMPARE(textsOf(pageFrom(*m_source, query).lines), QByteArrayList({"1"}));
    query.fields.clear();
    query.levels = {LogLevel::Warning};
    QCOMPARE(textsOf(pageFrom(*m_source, query).lines), QByteArrayList({"1"}));
}

void TestElasticsearch::partialAnswersAreTold()
{
    m_server->push({documentAt(1, QStringLiteral("a"), QStringLiteral("x"))});
    FakeElastic::Traits traits;
    traits.failedShards = 1;
    traits.isTimedOut = true;
    traits.clustersAway = 1;
    m_server->setTraits(traits);
    const LogPage page = pageFrom(*m_source, secondsOf(0, 1));
    QCOMPARE(page.lines.size(), std::size_t(1));
    QCOMPARE(page.lacks.size(), std::size_t(3));
    QCOMPARE(page.lacks.front().what, QStringLiteral("1 of 3 shards failed: node left"));
    QCOMPARE(page.complete.length(), Millis(0));
    const auto histogram = await(m_source->logs()->histogram(secondsOf(0, 1), 10, {}));
    QVERIFY(histogram && histogram->isSampled);
    QCOMPARE(histogram->lacks.size(), std::size_t(3));
}

void TestElasticsearch::noIndexAndNoField()
{
    LogPage page = pageFrom(*m_source, secondsOf(0, 1));
    QCOMPARE(page.lacks.size(), std::size_t(1));
    QVERIFY(page.lacks.front().what.contains(QStringLiteral("index")));
    m_server->push({documentAt(1, QStringLiteral("a"), QStringLiteral("x"))});
    LogQuery query = secondsOf(0, 1);
    query.service = QStringLiteral("cart");
    page = pageFrom(*openedWith({}), query);
    QVERIFY(page.lines.empty());
    QCOMPARE(page.lacks.size(), std::size_t(1));
    QVERIFY(page.lacks.front().what.contains(QStringLiteral("service_field")));
}

void TestElasticsearch::histogramAgreesWithTheLines()
{
    std::vector<FakeElastic::Document> documents;
    for (int i = 0; i < 300; ++i) {
        documents.push_back(documentAt(i * 23, QString::number(i), QString::number(i), i % 2 == 0 ? levelIs(QStringLiteral("warn")) : QJsonObject()));
    }
    documents.push_back(documentAt(7000, QStringLiteral("after"), QStringLiteral("after")));
    m_server->push(documents);
    for (const int buckets : {1, 7, 11, 120}) {
        const LogQuery query = secondsOf(0, 7, 9'000);
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

void TestElasticsearch::fieldValues()
{
    std::vector<FakeElastic::Document> documents;
    const qint64 now = SystemClock().now().ms - LogStart;
    for (int i = 0; i < 1'100; ++i) {
        documents.push_back(
            documentAt(now - 1000, QString::number(i), QStringLiteral("x"), {{"app", QString::number(i % 3)}, {"trace", QString::number(i)}}));
    }
    m_server->push(documents);
    auto values = await(m_source->logs()->fieldValues(QStringLiteral("app"), {}));
    QVERIFY2(values, qPrintable(errorOf(values)));
    QCOMPARE(*values, QStringList({QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2")}));
    for (const QString &name : {QStringLiteral("trace"), QStringLiteral("message"), QStringLiteral("absent")}) {
        values = await(m_source->logs()->fieldValues(name, {}));
        QVERIFY(!values && values.error().kind == ErrorKind::Rejected);
    }
}

void TestElasticsearch::expressions()
{
    m_server->push(
        {documentAt(1, QStringLiteral("a"), QStringLiteral("one two")), documentAt(2, QStringLiteral("b"), QStringLiteral("three"), {{"app", "x"}})});
    LogQuery query = secondsOf(0, 1);
    query.expression = QStringLiteral("three");
    QCOMPARE(textsOf(pageFrom(*m_source, query).lines), QByteArrayList({"three"}));
    query.expression = QStringLiteral("{\"terms\":{\"app\":[\"x\"]}}");
    QCOMPARE(textsOf(pageFrom(*m_source, query).lines), QByteArrayList({"three"}));
    query.expression = QStringLiteral("{\"terms\":");
    const auto refused = await(m_source->logs()->query(query, {}));
    QVERIFY(!refused && refused.error().kind == ErrorKind::Rejected);
}

void TestElasticsearch::refusals()
{
    m_server->push({documentAt(1, QStringLiteral("a"), QStringLiteral("x"))});
    FakeElastic::Traits traits;
    traits.mostHits = 10;
    m_server->setTraits(traits);
    const auto refused = await(m_source->logs()->query(secondsOf(0, 1), {}));
    QVERIFY(!refused);
    QVERIFY2(refused.error().what.contains(QStringLiteral("Result window is too large")), qPrintable(refused.error().what));
    const auto open = [this](const QString &key, const QString &value) {
        Endpoint endpoint = ContractBench::endpoint({m_server->url()});
        endpoint.options = {{key, value}};
        return makeElasticsearchConnector()->open(endpoint, SourceDeps {m_bench->http(), m_bench->clock()}).has_value();
    };
    QVERIFY(open(QStringLiteral("index"), QStringLiteral("logs-*,eu:logs-*")));
    QVERIFY(!open(QStringLiteral("index"), QStringLiteral("../_all")));
    QVERIFY(!open(QStringLiteral("index"), QStringLiteral("_all")));
    QVERIFY(!open(QStringLiteral("indexes"), QStringLiteral("x")));
}

void TestElasticsearch::tailBringsEachLineOnce()
{
    LogQuery query;
    query.range = {SystemClock().now() - Millis(60'000), SystemClock().now()};
    const auto ended = m_source->logs()->tail(query, m_caught.sink(), m_stop.get_token());
    QTRY_COMPARE(m_caught.signs, 1);
    for (int i = 0; i < 10; ++i) {
        const qint64 now = SystemClock().now().ms - LogStart;
        // One of them five seconds late.
        m_server->push(
            {documentAt(now, QStringLiteral("a%1").arg(i), QString::number(i)), documentAt(now, QStringLiteral("b%1").arg(i), QString::number(i)),
                documentAt(now - 5'000, QStringLiteral("c%1").arg(i), QStringLiteral("late"))});
        QTRY_COMPARE(m_caught.texts.size(), (i + 1) * 3);
    }
    QCOMPARE(m_caught.again, 0);
}

void TestElasticsearch::tailOfABurst()
{
    std::vector<FakeElastic::Document> documents;
    const qint64 now = SystemClock().now().ms - LogStart;
    for (int i = 0; i < 5'500; ++i) {
        documents.push_back(documentAt(now, QString::number(i), QString::number(i)));
    }
    m_server->push(documents);
    LogQuery query;
    query.range = {SystemClock().now() - Millis(60'000), SystemClock().now()};
    const auto ended = m_source->logs()->tail(query, m_caught.sink(), m_stop.get_token());
    QTRY_COMPARE_WITH_TIMEOUT(m_caught.texts.size(), 5'500, 60'000);
    QCOMPARE(m_caught.again, 0);
    QVERIFY(m_caught.gaps.empty());
}

QTEST_GUILESS_MAIN(TestElasticsearch)
#include "tst_elasticsearch.moc"
