#include "models/logsummary.h"

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
        QVERIFY(!summary.hasGap());
    }

    void namesTheGap_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("to");
        QTest::addColumn<qint64>("gapFrom");
        QTest::addColumn<qint64>("gapTo");
        QTest::newRow("older part missing") << qint64(1'300'000) << qint64(1'600'000) << qint64(1'000'000) << qint64(1'300'000);
        QTest::newRow("newer part missing") << qint64(1'000'000) << qint64(1'500'000) << qint64(1'500'000) << qint64(1'600'000);
        QTest::newRow("nothing there") << qint64(0) << qint64(0) << qint64(1'000'000) << qint64(1'600'000);
    }

    void namesTheGap()
    {
        QFETCH(qint64, from);
        QFETCH(qint64, to);
        QFETCH(qint64, gapFrom);
        QFETCH(qint64, gapTo);
        LogPage page;
        page.complete = {{from}, {to}};
        const LogSummary summary = summariseLogs({}, page, {{1'000'000}, {1'600'000}});
        QVERIFY(summary.hasGap());
        QCOMPARE(summary.gap.from.ms, gapFrom);
        QCOMPARE(summary.gap.to.ms, gapTo);
        QCOMPARE(summary.perMinute, 0.0);
    }
};

QTEST_GUILESS_MAIN(TestLogSummary)
#include "tst_logsummary.moc"
