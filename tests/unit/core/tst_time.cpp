#include "app/core/time.h"
#include "app/core/timepoint.h"

#include <QTest>

#include <random>

using namespace quarterdeck;

class TestTime : public QObject {
    Q_OBJECT

private slots:
    void rfc3339_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isValid");
        QTest::addColumn<qint64>("ms");
        QTest::newRow("plain") << "2026-11-21T14:36:02Z" << true << qint64(1795271762000);
        QTest::newRow("milliseconds") << "2026-11-21T14:36:02.123Z" << true << qint64(1795271762123);
        QTest::newRow("nanoseconds are cut") << "2026-11-21T14:36:02.123999999Z" << true << qint64(1795271762123);
        QTest::newRow("one digit") << "2026-11-21T14:36:02.5Z" << true << qint64(1795271762500);
        QTest::newRow("offset") << "2026-11-21T15:36:02+01:00" << true << qint64(1795271762000);
        QTest::newRow("negative offset") << "2026-11-21T06:06:02-08:30" << true << qint64(1795271762000);
        QTest::newRow("small letters") << "2026-11-21t14:36:02z" << true << qint64(1795271762000);
        QTest::newRow("year one") << "0001-01-01T00:00:00Z" << true << qint64(-62135596800000);
        for (const char *bad : {"", "2026-11-21", "2026-11-21T14:36:02", "2026-11-21 14:36:02Z", "2026-13-21T14:36:02Z", "2026-11-21T25:00:00Z",
                 "now", "x", "2026-02-30T00:00:00Z", "2026-11-21T14:36:02Zx"}) {
            QTest::newRow(bad) << QString::fromLatin1(bad) << false << qint64(0);
        }
    }

    void rfc3339()
    {
        QFETCH(QString, text);
        QFETCH(bool, isValid);
        QFETCH(qint64, ms);
        const auto time = parseRfc3339(text);
        QCOMPARE(time.has_value(), isValid);
        if (isValid) {
            QCOMPARE(time->ms, ms);
            QCOMPARE(parseRfc3339(toRfc3339(*time)), time);
        }
    }

    void writesWithoutZeroFraction()
    {
        QCOMPARE(toRfc3339({1795271762000}), QStringLiteral("2026-11-21T14:36:02Z"));
        QCOMPARE(toRfc3339({1795271762120}), QStringLiteral("2026-11-21T14:36:02.120Z"));
    }

    /// Every form of QDateTime, in all years that have four digits and beyond.
    void writesAsQtDoes()
    {
        std::mt19937_64 random(7);
        std::uniform_int_distribution<qint64> anyTime(-65'000'000'000'000, 260'000'000'000'000);
        std::vector<qint64> times {0, 1, -1, 999, -1000, 253'402'300'799'999, 253'402'300'800'000, -62'135'596'800'000, -62'135'596'800'001};
        for (int i = 0; i < 20'000; ++i) {
            times.push_back(i % 2 == 0 ? anyTime(random) : anyTime(random) / 1000 * 1000);
        }
        for (const qint64 ms : times) {
            QCOMPARE(toRfc3339({ms}), toDateTime({ms}).toString(ms % 1000 == 0 ? Qt::ISODate : Qt::ISODateWithMs));
        }
    }

    void durations_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("ms");
        QTest::newRow("compound") << "1h30m" << qint64(5'400'000);
        QTest::newRow("seconds") << "15s" << qint64(15'000);
        QTest::newRow("milliseconds") << "250ms" << qint64(250);
        QTest::newRow("days") << "7d" << qint64(604'800'000);
        QTest::newRow("week") << "1w" << qint64(604'800'000);
        QTest::newRow("year") << "1y" << qint64(31'536'000'000);
        QTest::newRow("minutes and ms") << "1m1ms" << qint64(60'001);
        QTest::newRow("number of seconds") << "90" << qint64(90'000);
        QTest::newRow("fraction of seconds") << "0.5" << qint64(500);
        QTest::newRow("spaces around") << " 5m " << qint64(300'000);
        QTest::newRow("zero") << "0s" << qint64(0);
        for (const char *bad : {"", "h", "1", "-5m", "5 m", "5x", "1h-", "nan", "inf", "1e300", "99999999999999999999s", "999999999y", "m5"}) {
            if (qstrcmp(bad, "1") != 0) {
                QTest::newRow(bad) << QString::fromLatin1(bad) << qint64(-1);
            }
        }
    }

    void durations()
    {
        QFETCH(QString, text);
        QFETCH(qint64, ms);
        const auto span = parseDuration(text);
        QCOMPARE(span ? qint64(span->count()) : -1, ms);
        if (span) {
            QCOMPARE(parseDuration(formatDuration(*span)), span);
        }
    }

    void formatsShortest()
    {
        QCOMPARE(formatDuration(Millis(5'400'000)), QStringLiteral("1h30m"));
        QCOMPARE(formatDuration(Millis(0)), QStringLiteral("0s"));
        QCOMPARE(formatDuration(Millis(90'061'001)), QStringLiteral("1d1h1m1s1ms"));
        QCOMPARE(formatDuration(Millis(-60'000)), QStringLiteral("-1m"));
    }

    void timePoints_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("ms");
        const qint64 now = 1795271762000;
        QTest::newRow("now") << "now" << now;
        QTest::newRow("ago") << "now-6h" << now - 6 * 3'600'000;
        QTest::newRow("ahead") << "now+30m" << now + 1'800'000;
        QTest::newRow("exact") << "2026-11-21T14:36:02Z" << now;
        QTest::newRow("minutes") << "2026-11-21 14:36" << now - 2000;
        QTest::newRow("day") << "2026-11-21" << qint64(1795219200000);
        QTest::newRow("epoch") << "1795271762000" << now;
        QTest::newRow("epoch seconds") << "1795271762" << now;
        QTest::newRow("epoch seconds with a fraction") << "1795271762.25" << now + 250;
        QTest::newRow("as printed") << "2026-11-21 14:36:02 UTC" << now;
        QTest::newRow("as printed without zone") << "2026-11-21 14:36:02" << now;
        QTest::newRow("in small letters") << "2026-11-21 14:36 utc" << now - 2000;
        QTest::newRow("milliseconds") << "2026-11-21 14:36:02.250" << now + 250;
        QTest::newRow("T, no zone") << "2026-11-21T14:36:02" << now;
        QTest::newRow("space and offset") << "2026-11-21 15:36:02+01:00" << now;
        QTest::newRow("space and Z") << "2026-11-21 14:36:02Z" << now;
        QTest::newRow("spaces around the sign") << "now - 1h" << now - 3'600'000;
        QTest::newRow("start of a day") << "now/d" << qint64(1795219200000);
        QTest::newRow("start of the day before") << "now-1d/d" << qint64(1795219200000) - 86'400'000;
        QTest::newRow("start of an hour") << "now/h" << now - 36 * 60'000 - 2000;
        QTest::newRow("start of a month") << "now/M" << qint64(1793491200000);
        QTest::newRow("start of a year") << "now/y" << qint64(1767225600000);
        for (const char *bad : {"", "now-", "now-x", "now/", "now/w", "now-1d/x", "nowish", "now 1h", "2026-11-21 14:36 XYZ", "nan", "inf", "1e300",
                 "yesterday", "-5", "0", "2026-11-31", "9223372036854775807"}) {
            QTest::newRow(bad) << QString::fromLatin1(bad) << qint64(0);
        }
    }

    void timePoints()
    {
        QFETCH(QString, text);
        QFETCH(qint64, ms);
        QCOMPARE(parseTimePoint(text, {1795271762000}).value_or(UtcTime {}).ms, ms);
    }

    void theEndOfARangeRoundsUp()
    {
        const UtcTime now {1795271762000};
        QCOMPARE(parseTimePoint(u"now/d", now, RangeEnd::To), UtcTime {1795219200000 + 86'400'000});
        QCOMPARE(parseTimePoint(u"now-1d/d", now, RangeEnd::To), UtcTime {1795219200000});
        QCOMPARE(parseTimePoint(u"now-1h", now, RangeEnd::To), now - Millis(3'600'000));
    }

    void nanosecondsEndWhereTheyDoNotFit()
    {
        QCOMPARE(UtcTime {1'795'271'762'123}.nanos(), qint64(1'795'271'762'123'000'000));
        QCOMPARE(UtcTime {-1}.nanos(), qint64(-1'000'000));
        // A server may say what it likes; years have four digits.
        const UtcTime last = parseRfc3339(u"9999-12-31T23:59:59.999Z").value_or(UtcTime {});
        const UtcTime first = parseRfc3339(u"0001-01-01T00:00:00Z").value_or(UtcTime {});
        QVERIFY(last.isValid() && first.isValid());
        QCOMPARE(last.nanos(), qint64(9'223'372'036'854'000'000));
        QCOMPARE(first.nanos(), qint64(-9'223'372'036'854'000'000));
        QVERIFY(parseRfc3339(u"2262-04-11T23:47:16Z")->nanos() < last.nanos());
        QCOMPARE(parseRfc3339(u"2262-04-11T23:47:17Z")->nanos(), last.nanos());
    }

    void rangesAreHalfOpen()
    {
        const TimeRange range {{1000}, {2000}};
        QVERIFY(range.contains({1000}));
        QVERIFY(!range.contains({2000}));
        QCOMPARE(range.length(), Millis(1000));
        QVERIFY(!UtcTime {}.isValid());
    }
};

QTEST_GUILESS_MAIN(TestTime)
#include "tst_time.moc"
