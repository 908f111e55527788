#include "app/sync/clockwatch.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace quarterdeck;

/// What the clocks say of the time between two looks.
class TestClockWatch : public QObject {
    Q_OBJECT

private slots:
    void looks()
    {
        FakeClock clock {UtcTime {1'795'271'762'000}};
        ClockWatch watch(clock);
        const auto look = [&watch] { return watch.look(Millis(1'000)); };
        clock.advance(Millis(1'000));
        QCOMPARE(look(), TimeBetween::AsExpected);
        clock.advance(Millis(5'900));
        QCOMPARE(look(), TimeBetween::AsExpected);
        // A process that had much to do, or was stopped: both clocks went on.
        clock.advance(Millis(7'000));
        QCOMPARE(look(), TimeBetween::Late);
        // A suspend: the monotonic clock stood still.
        clock.jumpTo(clock.now() + Millis(8 * 3'600'000));
        clock.advance(Millis(10));
        QCOMPARE(look(), TimeBetween::Jumped);
        clock.jumpTo(clock.now() - Millis(60'000));
        QCOMPARE(look(), TimeBetween::Jumped);
        QCOMPARE(look(), TimeBetween::AsExpected);
    }
};

QTEST_GUILESS_MAIN(TestClockWatch)
#include "tst_clockwatch.moc"
