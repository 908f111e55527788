#include "app/sources/clickhouse/connector.h"
#include "app/sources/clickhouse/parse.h"
#include "tests/contract/logbench.h"
#include "tests/support/realservers.h"

#include <QTest>

using namespace quarterdeck;

/// What is read of a real clickhouse-server: tables of two kinds of time, texts that look like SQL, limits of a profile.
class TestClickhouse : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void failuresAfterRows();
    void probe();
    void rangesAreExact();
    void secondsAsTime();
    void newestAndOldest();
    void textsAreText_data();
    void textsAreText();
    void filters();
    void histogramAgreesWithTheLines();
    void fieldValuesAndExpressions();
    void refusals();
    void nothingIsWritten();
    void tailBringsEachLineOnce();

private:
    void insert(const QByteArray &values)
    {
        const PlainReply reply = m_server.execute("INSERT INTO lines (ts, ns, level, svc, body) VALUES " + values);
        QVERIFY2(reply.status == 200, reply.body.constData());
    }
    static QByteArray row(qint64 nanos, const QByteArray &body, const QByteArray &level = "", const QByteArray &service = "")
    {
        const qint64 at = LogStart * 1'000'000 + nanos;
        return "(toDateTime(" + QByteArray::number(at / 1'000'000'000) + "), " + QByteArray::number(at) + ", '" + level + "', '" + service
            + "', unhex('" + body.toHex() + "'))";
    }
    std::unique_ptr<Source> openedWith(QMap<QString, QString> options)
    {
        options.insert(QStringLiteral("table"), QStringLiteral("default.lines"));
        options.insert(QStringLiteral("message_field"), QStringLiteral("body"));
        options.insert(QStringLiteral("service_field"), QStringLiteral("svc"));
        options.insert(QStringLiteral("level_field"), QStringLiteral("level"));
        options.insert(QStringLiteral("tail_every"), QStringLiteral("100ms"));
        Endpoint endpoint = ContractBench::endpoint({m_server.url()});
        endpoint.options = options;
        return m_bench->open(*makeClickhouseConnector(), endpoint);
    }

    RealClickhouse m_server;
    std::unique_ptr<ContractBench> m_bench;
    std::unique_ptr<Source> m_source;
};

void TestClickhouse::initTestCase()
{
    if (!RealClickhouse::isInstalled()) {
        QSKIP("clickhouse-server is not installed");
    }
    QVERIFY2(m_server.start(), m_server.log().constData());
}

void TestClickhouse::init()
{
    m_server.execute("DROP TABLE IF EXISTS lines");
    const PlainReply made = m_server.execute("CREATE TABLE lines (ts DateTime, ns Int64, level String, svc String, body String) ENGINE = MergeTree() "
                                             "PARTITION BY toYYYYMM(ts) ORDER BY ns");
    QVERIFY2(made.status == 200, made.body.constData());
    m_bench = std::make_unique<ContractBench>();
    m_source = openedWith({{QStringLiteral("time_field"), QStringLiteral("ns")}});
}

void TestClickhouse::cleanup()
{
    m_source.reset();
    m_bench.reset();
}

void TestClickhouse::failuresAfterRows()
{
    for (const char *name : {"clickhouse/cut-25.txt", "clickhouse/cut-18.txt"}) {
        const auto values = clickhouse::parseValues(fixture(QLatin1StringView(name)));
        QVERIFY(!values);
        QCOMPARE(values.error().kind, ErrorKind::Server);
        QVERIFY2(values.error().what.contains(QStringLiteral("Code: ")), qPrintable(values.error().what));
    }
    QVERIFY(!clickhouse::parseValues("{\"v\":\"a\"}\n{\"exception\":\"Code: 1\"}\n"));
    QVERIFY(!clickhouse::parseValues("{\"v\":\"a\"}\n{\"v\":"));
}

void TestClickhouse::probe()
{
    const auto health = await(m_source->probe({}));
    QVERIFY2(health, qPrintable(errorOf(health)));
    QVERIFY(!health->version.isEmpty());
    QVERIFY(health->findings.isEmpty());
}

void TestClickhouse::rangesAreExact()
{
    insert(row(999'999'999, "before") + ',' + row(1'000'000'000, "first") + ',' + row(1'999'999'999, "last") + ',' + row(2'000'000'000, "after"));
    const LogPage page = pageFrom(*m_source, secondsOf(1, 2));
    QCOMPARE(textsOf(page.lines), QByteArrayList({"first", "last"}));
    QCOMPARE(page.complete, secondsOf(1, 2).range);
    QCOMPARE(page.lines.back().nanos, LogStart * 1'000'000 + 1'999'999'999);
}

void TestClickhouse::secondsAsTime()
{
    insert(row(0, "a") + ',' + row(5'000'000'000, "b") + ',' + row(6'000'000'000, "c"));
    const auto source = openedWith({{QStringLiteral("time_field"), QStringLiteral("ts")}});
    const LogPage page = pageFrom(*source, secondsOf(0, 6));
    QCOMPARE(textsOf(page.lines), QByteArrayList({"a", "b"}));
    QCOMPARE(page.lines.back().nanos, LogStart * 1'000'000 + 5'000'000'000);
}

void TestClickhouse::newestAndOldest()
{
    QByteArrayList rows;
    for (int i = 0; i < 500; ++i) {
        rows.append(row(i * 1'000'000LL, QByteArray::number(i)));
    }
    insert(rows.join(','));
    LogPage page = pageFrom(*m_source, secondsOf(0, 10, 100));
    QCOMPARE(page.lines.front().text, QByteArray("400"));
    QVERIFY(page.isTruncated);
    QCOMPARE(page.complete.from, UtcTime {LogStart + 400});
    LogQuery query = secondsOf(0, 10, 100);
    query.isFromStart = true;
    page = pageFrom(*m_source, query);
    QCOMPARE(page.lines.back().text, QByteArray("99"));
}

void TestClickhouse::textsAreText_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArrayList texts {
        "plain", "it's", "C:\\new\\table", "a\nb\tc", "') OR 1=1 --", "back`tick", "100% %1 %2", "grün 日本", "\\", "\\'", "/* */", "?{x:String}"};
    for (const QByteArray &text : texts) {
        QTest::newRow(text.toPercentEncoding().constData()) << text;
    }
}

void TestClickhouse::textsAreText()
{
    QFETCH(QByteArray, text);
    insert(row(1, "before " + text + " after", text.toHex(), "x") + ',' + row(2, "something else"));
    LogQuery query = secondsOf(0, 1);
    query.text = QString::fromUtf8(text).toUpper();
    QCOMPARE(textsOf(pageFrom(*m_source, query).lines), QByteArrayList({"before " + text + " after"}));
    query.text.clear();
    query.fields = {{QStringLiteral("body"), QString::fromUtf8("before " + text + " after")}};
    QCOMPARE(pageFrom(*m_source, query).lines.size(), std::size_t(1));
}

void TestClickhouse::filters()
{
    insert(row(1, "1", "ERROR", "Cart") + ',' + row(2, "2", "fatal", "cart") + ',' + row(3, "3", "info", "carts") + ',' + row(4, "4"));
    LogQuery query = secondsOf(0, 1);
    query.levels = {LogLevel::Error};
    QCOMPARE(textsOf(pageFrom(*m_source, query).lines), QByteArrayList({"1", "2"}));
    query.levels = {LogLevel::Unknown, LogLevel::Info};
    QCOMPARE(textsOf(pageFrom(*m_source, query).lines), QByteArrayList({"3", "4"}));
    query.levels.clear();
    query.service = QStringLiteral("Cart");
    QCOMPARE(textsOf(pageFrom(*m_source, query).lines), QByteArrayList({"1", "2"}));
    query.service.clear();
    query.fields = {{QStringLiteral("absent"), QStringLiteral("x")}};
    const auto refused = await(m_source->logs()->query(query, {}));
    QVERIFY(!refused && refused.error().kind == ErrorKind::Rejected);
}

void TestClickhouse::histogramAgreesWithTheLines()
{
    QByteArrayList rows;
    for (int i = 0; i < 300; ++i) {
        rows.append(row(i * 23'000'000LL, QByteArray::number(i), i % 2 == 0 ? "warn" : ""));
    }
    rows.append(row(7'000'000'000, "after"));
    insert(rows.join(','));
    for (const int buckets : {1, 7, 11, 120}) {
        const LogQuery query = secondsOf(0, 7, 10'000);
        const auto histogram = await(m_source->logs()->histogram(query, buckets, {}));
        QVERIFY2(histogram, qPrintable(errorOf(histogram)));
        std::vector<std::array<int, 5>> expected(histogram->buckets.size());
        for (const LogLine &line : pageFrom(*m_source, query).lines) {
            ++expected[std::size_t((line.nanos / 1'000'000 - LogStart) / histogram->step.count())].at(std::size_t(line.level));
        }
        QCOMPARE(histogram->buckets, expected);
    }
}

void TestClickhouse::fieldValuesAndExpressions()
{
    const qint64 recent = SystemClock().now().nanos() - LogStart * 1'000'000 - 1'000'000'000;
    insert(row(recent, "1", "a", "x") + ',' + row(recent, "2", "a", "y"));
    const auto values = await(m_source->logs()->fieldValues(QStringLiteral("svc"), {}));
    QVERIFY2(values, qPrintable(errorOf(values)));
    QCOMPARE(*values, QStringList({QStringLiteral("x"), QStringLiteral("y")}));
    LogQuery query = secondsOf(0, 86'400 * 365);
    query.expression = QStringLiteral("svc = 'y' -- why");
    QCOMPARE(textsOf(pageFrom(*m_source, query).lines), QByteArrayList({"2"}));
    query.expression = QStringLiteral("svc =");
    const auto refused = await(m_source->logs()->query(query, {}));
    QVERIFY(!refused && refused.error().what.contains(QStringLiteral("Syntax error")));
}

void TestClickhouse::refusals()
{
    Endpoint endpoint = ContractBench::endpoint({m_server.url()});
    endpoint.options = {{QStringLiteral("table"), QStringLiteral("absent")}};
    const auto source = m_bench->open(*makeClickhouseConnector(), endpoint);
    const auto page = await(source->logs()->query(secondsOf(0, 1), {}));
    QVERIFY(!page);
    QVERIFY2(page.error().what.contains(QStringLiteral("absent")), qPrintable(page.error().what));
    endpoint.options = {{QStringLiteral("time_unit"), QStringLiteral("minutes")}};
    QVERIFY(!makeClickhouseConnector()->open(endpoint, SourceDeps {m_bench->http(), m_bench->clock()}));
}

void TestClickhouse::nothingIsWritten()
{
    insert(row(1, "kept"));
    LogQuery query = secondsOf(0, 1);
    query.expression = QStringLiteral("1) FORMAT Null; DROP TABLE lines; SELECT (1");
    QVERIFY(!await(m_source->logs()->query(query, {})));
    QCOMPARE(m_server.execute("SELECT count() FROM lines").body.trimmed(), QByteArray("1"));
}

void TestClickhouse::tailBringsEachLineOnce()
{
    TailCatch caught;
    std::stop_source stop;
    LogQuery query;
    query.range = {SystemClock().now() - Millis(60'000), SystemClock().now()};
    const auto ended = m_source->logs()->tail(query, caught.sink(), stop.get_token());
    QTRY_COMPARE(caught.signs, 1);
    for (int i = 0; i < 5; ++i) {
        const qint64 now = SystemClock().now().nanos() - LogStart * 1'000'000;
        insert(row(now, "same") + ',' + row(now, "same") + ',' + row(now - 1'000'000'000, "late"));
        QTRY_COMPARE(caught.texts.size(), (i + 1) * 3);
    }
    QCOMPARE(caught.again, 0);
    stop.request_stop();
    QVERIFY(!await(ended));
}

QTEST_GUILESS_MAIN(TestClickhouse)
#include "tst_clickhouse.moc"
