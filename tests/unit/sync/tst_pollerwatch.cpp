#include "app/sync/poller.h"
#include "tests/unit/sync/fakesources.h"

#include <QSignalSpy>
#include <QTest>

using namespace quarterdeck;

namespace {

/// Alerts that a test lets change.
struct Announced final : AlertFace {
    Async<AlertPage> read(CancelToken) override
    {
        ++polls;
        return isHanging ? hanging.future() : ready<AlertPage>(snapshotOf({}));
    }
    void watch(std::function<void()> told, CancelToken token) override
    {
        ++watches;
        changed = std::move(told);
        cancel = std::move(token);
    }

    std::function<void()> changed;
    CancelToken cancel;
    Reply<AlertPage> hanging;
    bool isHanging = false;
    int polls = 0;
    int watches = 0;
};

struct Bench : StoreBench {
    Announced face;
    StatusBoard board;
    ServiceRules rules;
    std::unique_ptr<Poller> poller;

    Bench()
    {
        SourceStatus status;
        status.id = QStringLiteral("am");
        board.add(status);
        PollTimes times;
        times.every = Millis(60'000);
        times.staleAfter = Millis(180'000);
        times.random = [] { return 0.5; };
        poller = std::make_unique<Poller>(status.id, face, *store, rules, clock, board, times);
        poller->setWatching(true);
    }
    bool turn()
    {
        QSignalSpy turned(poller.get(), &Poller::turned);
        poller->askNow();
        return turned.wait(5'000);
    }
    bool isDue() const { return poller->nextAt() <= clock.monotonic(); }
};

} // namespace

/// What a source says of its own accord makes the next poll come sooner, and does nothing else.
class TestPollerWatch : public QObject {
    Q_OBJECT

private slots:
    void nothingHeardIsTheUsualPace()
    {
        Bench b;
        QCOMPARE(b.face.watches, 1);
        QVERIFY(b.turn());
        QTest::qWait(50);
        QVERIFY(!b.isDue());
        b.clock.advance(Millis(70'000));
        QVERIFY(b.isDue());
    }
    void whatIsHeardIsPolledSoon()
    {
        Bench b;
        QVERIFY(b.turn());
        b.clock.advance(Millis(5'000));
        b.face.changed();
        QTRY_VERIFY(b.isDue());
        b.poller->tick(false);
        QCOMPARE(b.face.polls, 2);
        QTRY_VERIFY(!b.poller->isAsking());
        QVERIFY(!b.isDue());
    }
    void neverMoreOftenThanEveryTwoSeconds()
    {
        Bench b;
        QVERIFY(b.turn());
        b.clock.advance(Millis(1'900));
        for (int i = 0; i < 1'000; ++i) {
            b.face.changed();
        }
        QTest::qWait(20);
        QVERIFY(!b.isDue());
        QTRY_VERIFY(b.isDue());
        b.poller->tick(false);
        QTRY_VERIFY(!b.poller->isAsking());
        QCOMPARE(b.face.polls, 2);
    }
    void aSlowSourceIsGivenMoreRest()
    {
        Bench b;
        b.face.isHanging = true;
        b.poller->askNow();
        QTRY_COMPARE(b.face.polls, 1);
        b.clock.advance(Millis(10'000));
        b.face.isHanging = false;
        b.face.hanging.finish(snapshotOf({}));
        QTRY_VERIFY(!b.poller->isAsking());
        b.clock.advance(Millis(20'000));
        b.face.changed();
        QTest::qWait(100);
        QVERIFY(!b.isDue());
    }
    void whatIsHeardDuringAPollIsAReasonForOneMore()
    {
        Bench b;
        b.face.isHanging = true;
        b.poller->askNow();
        QTRY_COMPARE(b.face.polls, 1);
        b.face.changed();
        b.face.isHanging = false;
        b.clock.advance(Millis(100));
        b.face.hanging.finish(snapshotOf({}));
        QTRY_VERIFY(!b.poller->isAsking());
        QVERIFY(!b.isDue());
        QTRY_VERIFY_WITH_TIMEOUT(b.isDue(), 5'000);
        b.poller->tick(false);
        QCOMPARE(b.face.polls, 2);
    }
    void nothingIsPolledWhilePaused()
    {
        Bench b;
        QVERIFY(b.turn());
        b.clock.advance(Millis(5'000));
        b.face.changed();
        QTRY_VERIFY(b.isDue());
        b.poller->tick(true);
        QCOMPARE(b.face.polls, 1);
    }
    void itEndsWithWhoeverListens()
    {
        Bench b;
        QVERIFY(b.turn());
        b.poller->setWatching(true);
        QCOMPARE(b.face.watches, 1);
        const CancelToken first = b.face.cancel;
        const auto old = b.face.changed;
        b.poller->setWatching(false);
        QVERIFY(first.stop_requested());
        b.clock.advance(Millis(5'000));
        old();
        QTest::qWait(50);
        QVERIFY(!b.isDue());
        b.poller->setWatching(true);
        QCOMPARE(b.face.watches, 2);
        const CancelToken second = b.face.cancel;
        QVERIFY(!second.stop_requested());
        b.poller.reset();
        QVERIFY(second.stop_requested());
        b.face.changed();
    }
};

QTEST_GUILESS_MAIN(TestPollerWatch)
#include "tst_pollerwatch.moc"
