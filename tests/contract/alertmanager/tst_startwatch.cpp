#include "app/sources/alertmanager/startwatch.h"

#include <QTest>

using namespace quarterdeck;
using namespace quarterdeck::alertmanager;

namespace {

constexpr UtcTime Start {1'790'000'000'000};
constexpr Millis Day {86'400'000};
constexpr Millis Second {1'000};

} // namespace

/// For how long a member has certainly been running, whatever its clock and its words.
class TestStartWatch : public QObject {
    Q_OBJECT

private slots:
    void anOldOneIsBelievedAtOnce()
    {
        StartWatch watch;
        QCOMPARE(watch.provenRun(Start, Start + Day, Second), Day);
        QCOMPARE(watch.provenRun(Start, Start + Day + 15 * Second, 16 * Second), Day + 15 * Second);
    }
    void aFreshOneGrowsOld()
    {
        StartWatch watch;
        QCOMPARE(watch.provenRun(Start, Start + 3 * Second, Second), 3 * Second);
        QCOMPARE(watch.provenRun(Start, Start + 63 * Second, 61 * Second), 63 * Second);
    }
    void aRestartBetweenTwoPollsShows()
    {
        StartWatch watch;
        watch.provenRun(Start, Start + Day, Second);
        QVERIFY(!watch.hasRestarted());
        QCOMPARE(watch.provenRun(Start + Day + 8 * Second, Start + Day + 15 * Second, 16 * Second), 7 * Second);
        QVERIFY(watch.hasRestarted());
        QCOMPARE(watch.seenFor(), Millis(0));
        watch.provenRun(Start + Day + 8 * Second, Start + Day + 25 * Second, 26 * Second);
        QVERIFY(!watch.hasRestarted());
        QCOMPARE(watch.seenFor(), 10 * Second);
    }
    void aRestartLongAgoWhileNobodyLookedIsBelieved()
    {
        StartWatch watch;
        watch.provenRun(Start, Start + Day, Second);
        QCOMPARE(watch.provenRun(Start + Day + 60 * Second, Start + Day + 3600 * Second, 3601 * Second), 3540 * Second);
    }
    void aNewStartCannotBeOlderThanTheLastLook()
    {
        // Its clock was wrong when it started and has been set since.
        StartWatch watch;
        watch.provenRun(Start, Start + Day, Second);
        QCOMPARE(watch.provenRun(Start - Day, Start + Day + 15 * Second, 16 * Second), Millis(0));
        QCOMPARE(watch.provenRun(Start - Day, Start + Day + 45 * Second, 46 * Second), 30 * Second);
    }
    void clocksThatAreSetLaterChangeNothing()
    {
        StartWatch watch;
        watch.provenRun(Start, Start + 3 * Second, Second);
        QCOMPARE(watch.provenRun(Start, Start + Day, 11 * Second), 13 * Second);
        QCOMPARE(watch.provenRun(Start, Start - Day, 21 * Second), 23 * Second);
    }
    void aStartInTheFutureCountsFromWhenItWasSeen()
    {
        StartWatch watch;
        QCOMPARE(watch.provenRun(Start + Day, Start, Second), Millis(0));
        QCOMPARE(watch.provenRun(Start + Day, Start + 10 * Second, 11 * Second), 10 * Second);
    }
    void withoutItsClockTheStartCountsFromWhenItWasSeen()
    {
        StartWatch watch;
        QCOMPARE(watch.provenRun(Start, std::nullopt, Second), Millis(0));
        QCOMPARE(watch.provenRun(Start, std::nullopt, 301 * Second), 300 * Second);
    }
    void withoutAStartNothingIsProven()
    {
        StartWatch watch;
        QVERIFY(!watch.provenRun({}, Start, Second));
        watch.provenRun(Start, Start + Day, Second);
        QVERIFY(!watch.provenRun({}, Start + Day, 16 * Second));
        QCOMPARE(watch.provenRun(Start, Start + Day, 31 * Second), Day + 30 * Second);
    }
    void twoServersBehindOneAddressSettleBoth()
    {
        StartWatch watch;
        watch.provenRun(Start, Start + Day, Second);
        // The other one has been running all the time; that it is no restart is only known once it has been seen for long.
        QCOMPARE(watch.provenRun(Start + 60 * Second, Start + Day, 16 * Second), Millis(0));
        QCOMPARE(watch.provenRun(Start, Start + Day, 31 * Second), Day + 30 * Second);
        QCOMPARE(watch.provenRun(Start + 60 * Second, Start + Day, 316 * Second), 300 * Second);
    }
    void anotherStartAtEveryPollNeverSettles()
    {
        StartWatch watch;
        for (int i = 0; i < 100; ++i) {
            const Millis now = i * 15 * Second;
            const auto ran = watch.provenRun(Start + i * Second, Start + Day + now, now + Second);
            QVERIFY(i == 0 || (ran && *ran == Millis(0)));
        }
    }
};

QTEST_GUILESS_MAIN(TestStartWatch)
#include "tst_startwatch.moc"
