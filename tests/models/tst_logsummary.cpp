#include "models/logsummary.h"

#include "app/domain/uncounted.h"

#include <QTest>

using namespace quarterdeck;

class TestLogSummary : public QObject {
    Q_OBJECT

private slots:
    void countsPerMinuteOfTheNewestMinutes()
    {
        LogHistogram histogram;
        histogram.start = {1'000'000};
        histogram.step = Millis(60'000);
        histogram.buckets.assign(10, {0, 0, 100, 0, 0});
        for (size_t i = 5; i < 10; ++i) {
            histogram.buckets[i] = {20, 10, 30, 0, 0};
        }
        const TimeRange asked {{1'000'000}, {1'600'000}};
        LogPage page;
        page.complete = asked;
        const LogSummary summary = summariseLogs(histogram, page, asked);
        QCOMPARE(summary.perMinute, 60.0);
        QCOMPARE(summary.errorsPerMinute, 20.0);
        QVERIFY(summary.isWhole && !summary.isUnread());
    }

    void namesWhatWasNotRead_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("to");
        QTest::addColumn<qint64>("gapFrom");
        QTest::addColumn<qint64>("gapTo");
        QTest::newRow("older part missing") << qint64(1'300'000) << qint64(1'600'000) << qint64(1'000'000) << qint64(1'300'000);
        QTest::newRow("newer part missing") << qint64(1'000'000) << qint64(1'500'000) << qint64(1'500'000) << qint64(1'600'000);
        QTest::newRow("nothing there") << qint64(0) << qint64(0) << qint64(1'000'000) << qint64(1'600'000);
    }

    void namesWhatWasNotRead()
    {
        QFETCH(qint64, from);
        QFETCH(qint64, to);
        QFETCH(qint64, gapFrom);
        QFETCH(qint64, gapTo);
        LogPage page;
        page.complete = {{from}, {to}};
        const LogSummary summary = summariseLogs({}, page, {{1'000'000}, {1'600'000}});
        QVERIFY(summary.isUnread() && !summary.isWhole);
        QCOMPARE(summary.unread.from.ms, gapFrom);
        QCOMPARE(summary.unread.to.ms, gapTo);
        QCOMPARE(summary.perMinute, 0.0);
    }

    // The list holds the newest thousand lines, the bars count all of them: nothing is missing but lines further up.
    void aShortListIsNoGapInTheBars()
    {
        const TimeRange asked {{1'000'000}, {1'600'000}};
        LogHistogram histogram;
        histogram.start = asked.from;
        histogram.step = Millis(60'000);
        histogram.buckets.assign(10, {0, 0, 100, 0, 0});
        histogram.complete = asked;
        LogPage page;
        page.complete = {{1'300'000}, asked.to};
        LogSummary summary = summariseLogs(histogram, page, asked);
        QVERIFY(!summary.isUnread() && !summary.isWhole);
        QCOMPARE(summary.listed, page.complete);
        // Where the bars leave a stretch open, the head names the same one.
        histogram.isSampled = true;
        histogram.complete.from = {1'120'000};
        summary = summariseLogs(histogram, page, asked);
        QCOMPARE(summary.unread, (TimeRange {asked.from, {1'120'000}}));
        QCOMPARE(summary.unread, uncounted(histogram));
    }
};

QTEST_GUILESS_MAIN(TestLogSummary)
#include "tst_logsummary.moc"
