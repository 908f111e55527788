#include "tests/contract/journal/journalbench.h"

#include <QTest>

using namespace quarterdeck;

/// What is read from a real systemd-journal-gatewayd.
class TestJournalServer : public JournalBench {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!isInstalled()) {
            QSKIP("systemd-journal-remote is not installed");
        }
    }
    void init() { QVERIFY2(start(), log().constData()); }
    void cleanup() { stop(); }

    void probeTellsTheExtent();
    void rangesAreExact();
    void theNewestOfManyPages();
    void manyLinesOfOneInstant();
    void lateLinesAreFound();
    void filters();
    void servicesAreFoundByTheirFields();
    void aServiceHasTheLinesOfAllItsNames();
    void theOldestOfARange();
    void severalMessagesAreAllKept();
    void bytesSurvive();
    void histogramAgreesWithTheLines();
    void fieldValues();
};

void TestJournalServer::probeTellsTheExtent()
{
    push({{Start, "a"}, {Start + 60'000'000, "b"}});
    const auto health = await(m_source->probe({}));
    QVERIFY2(health, qPrintable(errorOf(health)));
    QVERIFY(health->findings.value(0).contains(toRfc3339(UtcTime {Start / 1000 + 60'000})));
}

void TestJournalServer::rangesAreExact()
{
    QVERIFY(read(at(0, 100)).lines.empty());
    std::vector<Row> rows;
    for (int i = 0; i < 50; ++i) {
        rows.push_back({Start + i * 1'000'000, "line " + QByteArray::number(i)});
    }
    push(rows);
    const LogPage middle = read(at(10, 13));
    QCOMPARE(texts(middle.lines), QByteArrayList({"line 10", "line 11", "line 12"}));
    QVERIFY(!middle.isTruncated);
    QCOMPARE(middle.complete, at(10, 13).range);
    QCOMPARE(middle.lines[0].nanos, (Start + 10'000'000) * 1000);
    // Both ends: past the newest, before the oldest, between two lines.
    QCOMPARE(texts(read(at(48, 1000)).lines), QByteArrayList({"line 48", "line 49"}));
    QCOMPARE(texts(read(at(-1000, 2)).lines), QByteArrayList({"line 0", "line 1"}));
    QVERIFY(read(at(-1000, -500)).lines.empty());
    QVERIFY(read(at(500, 1000)).lines.empty());
    LogQuery between = at(0, 0);
    between.range = {UtcTime {Start / 1000 + 9'500}, UtcTime {Start / 1000 + 10'500}};
    QCOMPARE(texts(read(between).lines), QByteArrayList({"line 10"}));
    // A cut keeps the newest and says from where on it is complete.
    const LogPage cut = read(at(0, 1000, 5));
    QCOMPARE(texts(cut.lines), QByteArrayList({"line 45", "line 46", "line 47", "line 48", "line 49"}));
    QVERIFY(cut.isTruncated);
    QCOMPARE(cut.complete.from.ms, Start / 1000 + 44'001);
    QVERIFY(!read(at(45, 1000, 5)).isTruncated);
}

void TestJournalServer::theNewestOfManyPages()
{
    std::vector<Row> rows;
    for (int i = 0; i < 12'000; ++i) {
        rows.push_back({Start + i * 1000, QByteArray::number(i)});
    }
    push(rows);
    const LogPage all = read(at(0, 100, 20'000));
    QCOMPARE(all.lines.size(), std::size_t(12'000));
    QVERIFY(!all.isTruncated);
    for (int i = 0; i < 12'000; ++i) {
        QCOMPARE(all.lines[std::size_t(i)].text, QByteArray::number(i));
    }
    LogQuery text = at(0, 100, 3);
    text.text = QStringLiteral("999");
    QCOMPARE(texts(read(text).lines), QByteArrayList({"9999", "10999", "11999"}));
}

void TestJournalServer::manyLinesOfOneInstant()
{
    std::vector<Row> rows;
    for (int i = 0; i < 2500; ++i) {
        rows.push_back({Start + 5'000'000, QByteArray::number(i)});
    }
    push(rows);
    const LogPage all = read(at(5, 6, 5000));
    QCOMPARE(all.lines.size(), std::size_t(2500));
    QCOMPARE(all.lines.back().text, QByteArray("2499"));
    QVERIFY(read(at(4, 5)).lines.empty());
}

void TestJournalServer::lateLinesAreFound()
{
    push({{Start, "a"}, {Start + 10'000'000, "b"}, {Start + 20'000'000, "c"}, {Start + 5'000'000, "late"}});
    const QByteArrayList found = texts(read(at(0, 11)).lines);
    QVERIFY2(found.contains("late") && found.contains("a") && found.contains("b") && found.size() == 3, found.join(',').constData());
}

void TestJournalServer::filters()
{
    push({{Start, "a1", "a", 3}, {Start + 1, "b1", "b", 4}, {Start + 2, "a2", "a", 6}, {Start + 3, "c1", "c", 3}, {Start + 4, "plus", "x+y z", 7}});
    LogQuery query = at(0, 10);
    query.fields = {{QStringLiteral("SYSLOG_IDENTIFIER"), QStringLiteral("a")}, {QStringLiteral("SYSLOG_IDENTIFIER"), QStringLiteral("b")}};
    QCOMPARE(texts(read(query).lines), QByteArrayList({"a1", "b1", "a2"}));
    query.fields.push_back({QStringLiteral("PRIORITY"), QStringLiteral("3")});
    QCOMPARE(texts(read(query).lines), QByteArrayList({"a1"}));
    query.fields = {{QStringLiteral("SYSLOG_IDENTIFIER"), QStringLiteral("x+y z")}};
    QCOMPARE(texts(read(query).lines), QByteArrayList({"plus"}));
    query = at(0, 10);
    query.levels = {LogLevel::Error, LogLevel::Warning};
    QCOMPARE(texts(read(query).lines), QByteArrayList({"a1", "b1", "c1"}));
    query = at(0, 10);
    query.text = QStringLiteral("A");
    QCOMPARE(texts(read(query).lines), QByteArrayList({"a1", "a2"}));
    query.fields = {{QStringLiteral("message"), QStringLiteral("x")}};
    const auto refused = await(m_source->logs()->query(query, {}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Rejected);
}

void TestJournalServer::servicesAreFoundByTheirFields()
{
    push({{Start, "by identifier", "checkout"}, {Start + 1, "by unit", "python3", 6, "_SYSTEMD_UNIT=search.service\n"}});
    LogQuery query = at(0, 10);
    query.service = QStringLiteral("checkout");
    QCOMPARE(texts(read(query).lines), QByteArrayList({"by identifier"}));
    query.service = QStringLiteral("search");
    QCOMPARE(texts(read(query).lines), QByteArrayList({"by unit"}));
    query.service = QStringLiteral("nobody");
    QVERIFY(read(query).lines.empty());
}

void TestJournalServer::aServiceHasTheLinesOfAllItsNames()
{
    push({{Start, "hook ran", "invoices", 6, "_SYSTEMD_UNIT=invoices.service\n"},
        {Start + 1, "worker timeout", "gunicorn", 3, "_SYSTEMD_UNIT=invoices.service\n"}, {Start + 2, "outside of its unit", "invoices"},
        {Start + 3, "another's", "gunicorn", 3, "_SYSTEMD_UNIT=billing.service\n"}});
    LogQuery query = at(0, 10);
    query.service = QStringLiteral("invoices");
    QCOMPARE(texts(read(query).lines), QByteArrayList({"hook ran", "worker timeout", "outside of its unit"}));
    query.levels = {LogLevel::Error};
    QCOMPARE(texts(read(query).lines), QByteArrayList({"worker timeout"}));
    query.levels.clear();
    query.limit = 2;
    const LogPage newest = read(query);
    QCOMPARE(texts(newest.lines), QByteArrayList({"worker timeout", "outside of its unit"}));
    QVERIFY(newest.isTruncated);
    const auto counts = await(m_source->logs()->histogram(at(0, 10), 1, {}));
    QVERIFY(counts);
    QCOMPARE(counts->buckets.at(0)[std::size_t(LogLevel::Error)], 2);
    QCOMPARE(counts->complete, at(0, 10).range);
}

void TestJournalServer::theOldestOfARange()
{
    std::vector<Row> rows;
    for (int i = 0; i < 1000; ++i) {
        rows.push_back({Start + i * 1'000'000, QByteArray::number(i)});
    }
    push(rows);
    LogQuery query = at(100, 900, 3);
    query.isFromStart = true;
    const LogPage first = read(query);
    QCOMPARE(texts(first.lines), QByteArrayList({"100", "101", "102"}));
    QVERIFY(first.isTruncated);
    QCOMPARE(first.complete, (TimeRange {query.range.from, query.range.from + Millis(3000)}));
    // Over several pages, to both ends of the journal and past them.
    query = at(-50, 800, 100'000);
    query.isFromStart = true;
    QCOMPARE(read(query).lines.size(), std::size_t(800));
    QVERIFY(!read(query).isTruncated);
    query = at(998, 9000, 10);
    query.isFromStart = true;
    QCOMPARE(texts(read(query).lines), QByteArrayList({"998", "999"}));
    query = at(9000, 9900, 10);
    query.isFromStart = true;
    QVERIFY(read(query).lines.empty());
    query = at(0, 1000, 3);
    query.isFromStart = true;
    query.text = QStringLiteral("99");
    QCOMPARE(texts(read(query).lines), QByteArrayList({"99", "199", "299"}));
}

void TestJournalServer::severalMessagesAreAllKept()
{
    push({{Start, "first", "api", 6, "MESSAGE=second\n"}});
    LogQuery query = at(0, 10);
    for (const char *text : {"first", "second"}) {
        query.text = QString::fromLatin1(text);
        const LogPage page = read(query);
        QCOMPARE(page.lines.size(), std::size_t(1));
        QVERIFY2(page.lines[0].text.contains("first") && page.lines[0].text.contains("second") && page.lines[0].text.contains('\n'),
            page.lines[0].text.constData());
    }
}

void TestJournalServer::bytesSurvive()
{
    const QByteArray binary("\x1b[31mred\x1b[0m \0 \xff\xfe\n\nend\n", 22);
    const QByteArray huge = QByteArray(3'000'000, 'x') + "end";
    push({{Start, binary}, {Start + 1, huge}, {Start + 2, "one\ntwo\n\nfour", "api", 6, "TAG=alpha\nTAG=beta\n"}});
    const LogPage page = read(at(0, 10));
    QCOMPARE(page.lines.size(), std::size_t(3));
    QCOMPARE(page.lines[0].text, binary);
    QCOMPARE(page.lines[1].text, huge);
    QCOMPARE(page.lines[2].text, QByteArray("one\ntwo\n\nfour"));
    QCOMPARE(page.lines[2].fields.value(u"TAG"), QStringLiteral("alpha, beta"));
}

void TestJournalServer::histogramAgreesWithTheLines()
{
    std::vector<Row> rows;
    for (int i = 0; i < 600; ++i) {
        rows.push_back({Start + i * 100'000, "x", "api", i % 10 == 0 ? 3 : 6});
    }
    push(rows);
    const auto histogram = await(m_source->logs()->histogram(at(0, 60), 6, {}));
    QVERIFY2(histogram, qPrintable(errorOf(histogram)));
    QCOMPARE(histogram->buckets.size(), std::size_t(6));
    QCOMPARE(histogram->step, Millis(10'000));
    QVERIFY(!histogram->isSampled);
    for (const auto &bucket : histogram->buckets) {
        QCOMPARE(bucket[std::size_t(LogLevel::Error)], 10);
        QCOMPARE(bucket[std::size_t(LogLevel::Info)], 90);
    }
}

void TestJournalServer::fieldValues()
{
    push({{Start, "x", "web"}, {Start + 1, "x", "api"}, {Start + 2, "x", "api"}});
    const auto values = await(m_source->logs()->fieldValues(QStringLiteral("SYSLOG_IDENTIFIER"), {}));
    QVERIFY2(values, qPrintable(errorOf(values)));
    QCOMPARE(*values, QStringList({QStringLiteral("api"), QStringLiteral("web")}));
    QCOMPARE(await(m_source->logs()->fieldValues(QStringLiteral("../machine"), {})).error().kind, ErrorKind::Rejected);
}

QTEST_GUILESS_MAIN(TestJournalServer)
#include "tst_journalserver.moc"
