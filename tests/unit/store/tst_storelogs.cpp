#include "tests/unit/store/storetest.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

using namespace quarterdeck;

namespace {

LogLine someLine(int second, const QByteArray &text, LogLevel level = LogLevel::Info)
{
    LogLine line;
    line.source = QStringLiteral("eu-journal");
    line.nanos = (TestStart + std::chrono::seconds(second)).nanos() + 123;
    line.cursor = QStringLiteral("c%1").arg(second);
    line.service = second % 2 == 0 ? QStringLiteral("checkout") : QStringLiteral("cart");
    line.host = QStringLiteral("web-1");
    line.level = level;
    line.text = text;
    line.fields = {{QStringLiteral("unit"), line.service}};
    return line;
}

LogQuery someQuery(int from = 0, int to = 1000)
{
    LogQuery query;
    query.sources = QStringList {QStringLiteral("eu-journal")};
    query.range = {TestStart + std::chrono::seconds(from), TestStart + std::chrono::seconds(to)};
    return query;
}

QList<QByteArray> textsOf(Store &store, const LogQuery &query)
{
    QList<QByteArray> texts;
    if (const auto found = await(store.cachedLogs(query))) {
        for (const LogLine &line : found->value.lines) {
            texts += line.text;
        }
    }
    return texts;
}

} // namespace

class TestStoreLogs : public QObject {
    Q_OBJECT

private slots:
    void keepsEveryFieldAndNoLineTwice()
    {
        StoreFolder folder;
        auto store = folder.open();
        LogLine line = someLine(1, QByteArray("bad \xff utf8 \x1b[31m\nsecond\0line", 29), LogLevel::Error);
        QVERIFY(await(store->putLogs({line, line}, std::nullopt)));
        LogLine nameless = someLine(2, "no cursor");
        nameless.cursor.clear();
        QVERIFY(await(store->putLogs({nameless, line, nameless}, std::nullopt)));
        const auto found = await(store->cachedLogs(someQuery()));
        QCOMPARE(found->value.lines, (std::vector<LogLine> {line, nameless}));
        QVERIFY(!found->isLive);
        QCOMPARE(found->value.complete, TimeRange {});
    }

    void manyLinesOfOneInstantAreAllKeptInOrder()
    {
        StoreFolder folder;
        auto store = folder.open();
        std::vector<LogLine> lines;
        for (int i = 0; i < 500; ++i) {
            lines.push_back(someLine(1, QByteArray::number(i)));
            lines.back().cursor = QString::number(i);
        }
        QVERIFY(await(store->putLogs(lines, std::nullopt)));
        QCOMPARE(await(store->cachedLogs(someQuery()))->value.lines, lines);
    }

    void filters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<QByteArray>>("expected");
        QTest::newRow("all") << QString() << QList<QByteArray> {"Payment TIMEOUT after 30s", "order 4711 failed", "say \"hi\" 50% _x_"};
        QTest::newRow("inside a word, other case") << QStringLiteral("imeou") << QList<QByteArray> {"Payment TIMEOUT after 30s"};
        QTest::newRow("over words") << QStringLiteral("t timeout af") << QList<QByteArray> {"Payment TIMEOUT after 30s"};
        QTest::newRow("two letters") << QStringLiteral("47") << QList<QByteArray> {"order 4711 failed"};
        QTest::newRow("quotes") << QStringLiteral("\"hi\" 50%") << QList<QByteArray> {"say \"hi\" 50% _x_"};
        QTest::newRow("no pattern") << QStringLiteral("4_11") << QList<QByteArray> {};
        QTest::newRow("no query language") << QStringLiteral("order OR say") << QList<QByteArray> {};
        QTest::newRow("nothing") << QStringLiteral("zebra") << QList<QByteArray> {};
    }

    void filters()
    {
        QFETCH(QString, text);
        QFETCH(QList<QByteArray>, expected);
        StoreFolder folder;
        auto store = folder.open();
        QVERIFY(await(store->putLogs(
            {someLine(3, "say \"hi\" 50% _x_"), someLine(1, "Payment TIMEOUT after 30s"), someLine(2, "order 4711 failed")}, std::nullopt)));
        LogQuery query = someQuery();
        query.text = text;
        QCOMPARE(textsOf(*store, query), expected);
    }

    void aZeroByteHidesNothingFromTheSearch()
    {
        StoreFolder folder;
        auto store = folder.open();
        QVERIFY(await(store->putLogs({someLine(1, QByteArray("before\0behind \xff\xc3 needle", 24)), someLine(2, "other")}, std::nullopt)));
        LogQuery query = someQuery();
        for (const char *word : {"before", "behind", "needle"}) {
            query.text = QString::fromLatin1(word);
            QCOMPARE(textsOf(*store, query).size(), 1);
        }
    }

    /// Many small parts of the index, as a live tail makes them, are searched and merged like one.
    void manySmallWritesAreFoundLikeOneLargeOne()
    {
        StoreFolder folder;
        auto store = folder.open();
        for (int i = 0; i < 300; ++i) {
            QVERIFY(await(store->putLogs({someLine(i, "tail number=" + QByteArray::number(i) + (i % 3 == 0 ? " fizz" : ""))}, std::nullopt)));
        }
        LogQuery query = someQuery();
        query.text = QStringLiteral("fizz");
        QCOMPARE(textsOf(*store, query).size(), 100);
        query.text = QStringLiteral("number=299");
        QCOMPARE(textsOf(*store, query).size(), 1);
    }

    void filtersByServiceFieldLevelAndRange()
    {
        StoreFolder folder;
        auto store = folder.open();
        QVERIFY(await(
            store->putLogs({someLine(1, "one", LogLevel::Error), someLine(2, "two"), someLine(3, "three"), someLine(4, "four")}, std::nullopt)));
        LogQuery query = someQuery();
        query.service = QStringLiteral("checkout");
        QCOMPARE(textsOf(*store, query), (QList<QByteArray> {"two", "four"}));
        query = someQuery();
        query.fields = {{QStringLiteral("unit"), QStringLiteral("cart")}};
        QCOMPARE(textsOf(*store, query), (QList<QByteArray> {"one", "three"}));
        query.fields.push_back({QStringLiteral("unit"), QStringLiteral("checkout")});
        QCOMPARE(int(textsOf(*store, query).size()), 4);
        query = someQuery();
        query.levels = {LogLevel::Error, LogLevel::Warning};
        QCOMPARE(textsOf(*store, query), QList<QByteArray> {"one"});
        QCOMPARE(textsOf(*store, someQuery(2, 4)), (QList<QByteArray> {"two", "three"}));
        query = someQuery();
        query.sources = QStringList {QStringLiteral("us-journal")};
        QCOMPARE(await(store->cachedLogs(query)).error().kind, ErrorKind::NotFound);
    }

    // One file is made for each day: a question about years makes no thousand of them.
    void ofALongRangeTheNewestDaysAreKept()
    {
        StoreFolder folder;
        folder.clock.advance(Millis(400 * 86'400'000LL));
        auto store = folder.open();
        std::vector<LogLine> lines;
        for (int day = 0; day < 400; day += 2) {
            lines.push_back(someLine(day * 86'400, "day " + QByteArray::number(day)));
        }
        QVERIFY(await(store->putLogs(lines, someQuery(0, 400 * 86'400))));
        const QStringList files = QDir(folder.dir.filePath(QStringLiteral("cache"))).entryList({QStringLiteral("logs-*.db")}, QDir::Files);
        QVERIFY2(files.size() >= 20 && files.size() <= 32, qPrintable(QString::number(files.size())));
        const auto found = await(store->cachedLogs(someQuery(0, 400 * 86'400)));
        QCOMPARE(found->value.lines.back().text, QByteArray("day 398"));
        // What was not kept is not taken for empty.
        QVERIFY(found->value.complete.from > TestStart + Millis(300 * 86'400'000LL));
        QVERIFY(await(store->cachedLogs(someQuery(100 * 86'400, 101 * 86'400))).error().kind == ErrorKind::NotFound);
    }
    void isCompleteOnlyWhereItWasReceivedComplete()
    {
        StoreFolder folder;
        folder.clock.advance(Millis(5'000'000));
        auto store = folder.open();
        QVERIFY(await(store->putLogs({someLine(110, "a")}, someQuery(100, 200))));
        QVERIFY(await(store->putLogs({someLine(410, "b")}, someQuery(400, 500))));
        auto found = await(store->cachedLogs(someQuery(0, 450)));
        QCOMPARE(found->value.complete, (TimeRange {TestStart + Millis(400'000), TestStart + Millis(450'000)}));
        QCOMPARE(found->asOf, folder.clock.now());
        QVERIFY(await(store->putLogs({}, someQuery(200, 400))));
        found = await(store->cachedLogs(someQuery(150, 450)));
        QCOMPARE(found->value.complete, someQuery(150, 450).range);

        // What a narrower query received says nothing of a wider one, but a wider one covers a narrower.
        LogQuery narrow = someQuery(600, 700);
        narrow.text = QStringLiteral("error");
        QVERIFY(await(store->putLogs({}, narrow)));
        QCOMPARE(await(store->cachedLogs(someQuery(600, 700))).error().kind, ErrorKind::NotFound);
        narrow.text = QStringLiteral("Error 5");
        QCOMPARE(await(store->cachedLogs(narrow))->value.complete, narrow.range);
        LogQuery field = someQuery(100, 200);
        field.fields = {{QStringLiteral("not-stored"), QStringLiteral("x")}};
        QCOMPARE(await(store->cachedLogs(field)).error().kind, ErrorKind::NotFound);
    }

    void neverCompleteInTheFuture()
    {
        StoreFolder folder;
        folder.clock.advance(Millis(50'000));
        auto store = folder.open();
        QVERIFY(await(store->putLogs({}, someQuery(0, 1000))));
        QCOMPARE(await(store->cachedLogs(someQuery(0, 1000)))->value.complete.to, TestStart + Millis(50'000));
    }

    void fieldsThatTheSourceMatchedAreKnown()
    {
        StoreFolder folder;
        folder.clock.advance(Millis(5'000'000));
        auto store = folder.open();
        LogQuery query = someQuery();
        query.fields = {{QStringLiteral("_PID"), QStringLiteral("7")}};
        query.service = QStringLiteral("mapped");
        QVERIFY(await(store->putLogs({someLine(1, "seven")}, std::nullopt)));
        QVERIFY(textsOf(*store, query).isEmpty());
        QVERIFY(await(store->putLogs({someLine(1, "seven")}, query)));
        QCOMPARE(textsOf(*store, query), QList<QByteArray> {"seven"});
        query.fields = {{QStringLiteral("_PID"), QStringLiteral("8")}};
        QVERIFY(textsOf(*store, query).isEmpty());
    }

    void theNewestAreGivenOverMidnightAndTheCutIsTold()
    {
        StoreFolder folder;
        folder.clock.advance(Millis(3 * 86'400'000LL));
        auto store = folder.open();
        std::vector<LogLine> lines;
        for (int i = 0; i < 48; ++i) {
            lines.push_back(someLine(i * 3600, QByteArray::number(i)));
        }
        QVERIFY(await(store->putLogs(lines, someQuery(0, 48 * 3600))));
        QCOMPARE(QDir(folder.paths().cacheFolder).entryList({QStringLiteral("logs-*.db")}).size(), 3);
        LogQuery query = someQuery(0, 48 * 3600);
        auto found = await(store->cachedLogs(query));
        QCOMPARE(found->value.lines, lines);
        QVERIFY(!found->value.isTruncated);
        QCOMPARE(found->value.complete, query.range);
        query.limit = 30;
        found = await(store->cachedLogs(query));
        QVERIFY(found->value.isTruncated);
        QCOMPARE(int(found->value.lines.size()), 30);
        QCOMPARE(found->value.lines.front().text, QByteArray("18"));
        QVERIFY(found->value.complete.from.nanos() > lines[18].nanos);
        QVERIFY(found->value.complete.from.nanos() < lines[19].nanos);
    }

    void retentionDeletesDays()
    {
        StoreFolder folder;
        auto store = folder.open();
        QVERIFY(await(store->putLogs({someLine(1, "old"), someLine(2 * 86'400, "new")}, std::nullopt)));
        folder.clock.advance(Millis(8 * 86'400'000LL));
        QVERIFY(await(store->retain(7, 400)));
        QCOMPARE(textsOf(*store, someQuery(0, 9 * 86'400)), QList<QByteArray> {"new"});
        QCOMPARE(QDir(folder.paths().cacheFolder).entryList({QStringLiteral("logs-*")}).filter(QStringLiteral("2026-11-21")).size(), 0);
    }

    void aDamagedDayIsDropped()
    {
        StoreFolder folder;
        auto store = folder.open();
        QVERIFY(await(store->putLogs({someLine(1, "lost")}, std::nullopt)));
        store.reset();
        const QDir cache(folder.paths().cacheFolder);
        QFile day(cache.filePath(cache.entryList({QStringLiteral("logs-*.db")}).value(0)));
        QVERIFY(day.open(QIODevice::ReadWrite));
        day.write(QByteArray(4096, 'x'));
        day.close();
        store = folder.open();
        QVERIFY(textsOf(*store, someQuery()).isEmpty());
        QVERIFY(await(store->putLogs({someLine(2, "kept")}, std::nullopt)));
        QCOMPARE(textsOf(*store, someQuery()), QList<QByteArray> {"kept"});
    }

    void printsTheSpeed()
    {
        StoreFolder folder;
        auto store = folder.open();
        QElapsedTimer timer;
        timer.start();
        constexpr int Count = 20'000;
        for (int part = 0; part < Count / 5000; ++part) {
            std::vector<LogLine> lines;
            for (int i = 0; i < 5000; ++i) {
                const int n = part * 5000 + i;
                lines.push_back(someLine(n, "GET /checkout/cart/items status=200 duration=12ms request=" + QByteArray::number(n * 7919)));
            }
            QVERIFY(await(store->putLogs(lines, std::nullopt)));
        }
        qInfo("%d lines stored in %lld ms", Count, timer.elapsed());
        LogQuery query = someQuery(0, Count);
        query.text = QStringLiteral("request=%1").arg(4321 * 7919);
        timer.restart();
        QCOMPARE(int(textsOf(*store, query).size()), 1);
        qInfo("one of them found in %lld us", timer.nsecsElapsed() / 1000);
    }
};

QTEST_GUILESS_MAIN(TestStoreLogs)
#include "tst_storelogs.moc"
