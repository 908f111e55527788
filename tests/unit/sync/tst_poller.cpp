#include "app/sync/poller.h"
#include "tests/unit/sync/fakesources.h"

#include <QSignalSpy>
#include <QTest>

using namespace quarterdeck;

namespace {

/// A poller over scripted answers, a real store and a clock that the test moves.
struct Bench : StoreBench {
    FakePaging source;
    StatusBoard board;
    ServiceRules rules;
    std::unique_ptr<Poller> poller;

    Bench()
    {
        SourceStatus status;
        status.id = QStringLiteral("am");
        board.add(status);
        restart();
    }
    void restart()
    {
        PollTimes times;
        times.every = Millis(15'000);
        times.staleAfter = Millis(45'000);
        times.random = [] { return 0.5; };
        poller = std::make_unique<Poller>(QStringLiteral("am"), source, *store, rules, clock, board, times);
    }
    SourceStatus status() const { return board.status(QStringLiteral("am")); }
    bool turn()
    {
        QSignalSpy turned(poller.get(), &Poller::turned);
        poller->askNow();
        return turned.wait(5000) && turned.first().first().toBool();
    }
};

} // namespace

class TestPoller : public QObject {
    Q_OBJECT

private slots:
    void completePollResolvesWhatIsAbsent()
    {
        Bench b;
        b.source.snapshots = {snapshotOf({alertOf(QStringLiteral("a")), alertOf(QStringLiteral("b"))}), snapshotOf({alertOf(QStringLiteral("a"))})};
        QVERIFY(b.turn());
        QCOMPARE(b.open(QStringLiteral("am")).size(), std::size_t(2));
        QCOMPARE(b.status().freshness, Freshness::Live);
        QVERIFY(b.turn());
        QCOMPARE(b.open(QStringLiteral("am")).size(), std::size_t(1));
    }

    void failureResolvesNothing_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = int(ErrorKind::Cancelled); kind <= int(ErrorKind::Internal); ++kind) {
            QTest::newRow(errorKindName(ErrorKind(kind)).data()) << kind;
        }
    }
    void failureResolvesNothing()
    {
        QFETCH(int, kind);
        Bench b;
        b.source.snapshots = {snapshotOf({alertOf(QStringLiteral("a"))}), tl::unexpected<Error>(errorOf(ErrorKind(kind)))};
        QVERIFY(b.turn());
        QVERIFY(!b.turn());
        QCOMPARE(b.open(QStringLiteral("am")).size(), std::size_t(1));
        QVERIFY(b.status().freshness != Freshness::Live);
        QVERIFY(b.status().error);
    }

    void incompletePollResolvesNothingAndIsNotLive()
    {
        Bench b;
        b.source.snapshots = {snapshotOf({alertOf(QStringLiteral("a"))}), snapshotOf({alertOf(QStringLiteral("b"))}, false)};
        QVERIFY(b.turn());
        QVERIFY(b.turn());
        QCOMPARE(b.open(QStringLiteral("am")).size(), std::size_t(2));
        QCOMPARE(b.status().freshness, Freshness::Stale);
    }

    void comparesWithTheStoreAfterARestart()
    {
        Bench b;
        b.source.snapshots = {snapshotOf({alertOf(QStringLiteral("a")), alertOf(QStringLiteral("b"))})};
        QVERIFY(b.turn());
        b.poller.reset();
        b.reopen();
        b.restart();
        QSignalSpy arrived(b.poller.get(), &Poller::arrived);
        b.source.snapshots = {snapshotOf({alertOf(QStringLiteral("b"))})};
        QVERIFY(b.turn());
        QCOMPARE(b.open(QStringLiteral("am")).size(), std::size_t(1));
        QCOMPARE(arrived.size(), 0);
    }

    void pollsOnTimeAndNotWhilePaused()
    {
        Bench b;
        b.poller->tick(true);
        QCOMPARE(b.source.polls, 0);
        b.poller->tick(false);
        QTRY_VERIFY(!b.poller->isAsking());
        QCOMPARE(b.source.polls, 1);
        b.clock.advance(Millis(13'000));
        b.poller->tick(false);
        QCOMPARE(b.source.polls, 1);
        b.clock.advance(Millis(4'000));
        b.poller->tick(false);
        QTRY_COMPARE(b.source.polls, 2);
    }

    void suspendLeadsToOneRefresh()
    {
        Bench b;
        QVERIFY(b.turn());
        b.clock.jumpTo(b.clock.now() + Millis(8 * 3'600'000));
        b.poller->tick(true);
        QCOMPARE(b.status().freshness, Freshness::Stale);
        b.poller->restart();
        b.poller->restart();
        for (int i = 0; i < 20; ++i) {
            b.poller->tick(false);
            QTest::qWait(1);
        }
        QTRY_VERIFY(!b.poller->isAsking());
        QCOMPARE(b.source.polls, 2);
        QCOMPARE(b.status().freshness, Freshness::Live);
    }

    void aTurnFromBeforeTheSuspendSaysNothing()
    {
        Bench b;
        QVERIFY(b.turn());
        b.source.isHanging = true;
        bool isDone = false;
        b.poller->askNow([&isDone] { isDone = true; });
        QTRY_COMPARE(b.source.polls, 2);
        b.source.isHanging = false;
        b.poller->restart();
        QVERIFY(b.source.lastCancel.stop_requested());
        QSignalSpy turned(b.poller.get(), &Poller::turned);
        b.source.hanging.finish(tl::unexpected<Error>(errorOf(ErrorKind::Cancelled)));
        QTRY_VERIFY(isDone);
        QCOMPARE(b.source.polls, 3);
        QCOMPARE(b.status().freshness, Freshness::Live);
        QCOMPARE(b.status().failures, 0);
        QCOMPARE(turned.size(), 1);
        QVERIFY(turned[0][0].toBool());
    }

    void aNetworkThatComesBackEndsTheWait()
    {
        Bench b;
        b.source.snapshots = {tl::unexpected<Error>(errorOf(ErrorKind::Offline))};
        for (int i = 0; i < 8; ++i) {
            QVERIFY(!b.turn());
        }
        b.source.snapshots = {snapshotOf({})};
        QVERIFY(b.poller->nextAt() > b.clock.monotonic());
        b.poller->restart();
        b.poller->tick(false);
        QTRY_COMPARE(b.status().freshness, Freshness::Live);
    }

    void backsOffWithinBoundsAndHonoursRetryAfter()
    {
        Bench b;
        b.source.snapshots = {tl::unexpected<Error>(errorOf(ErrorKind::Server))};
        for (int i = 0; i < 12; ++i) {
            QVERIFY(!b.turn());
            const Millis wait = b.poller->nextAt() - b.clock.monotonic();
            QVERIFY2(wait >= Millis(7'500) && wait <= Millis(60'000), qPrintable(QString::number(wait.count())));
        }
        b.source.snapshots = {tl::unexpected<Error>(errorOf(ErrorKind::RateLimited, Millis(120'000)))};
        QVERIFY(!b.turn());
        QCOMPARE(b.poller->nextAt() - b.clock.monotonic(), Millis(120'000));
        b.source.snapshots = {snapshotOf({})};
        QVERIFY(b.turn());
        QVERIFY(b.poller->nextAt() - b.clock.monotonic() <= Millis(16'500));
    }

    void silentSourceBecomesStale()
    {
        Bench b;
        QVERIFY(b.turn());
        b.clock.advance(Millis(46'000));
        b.poller->tick(true);
        QCOMPARE(b.status().freshness, Freshness::Stale);
    }

    void hangingPollIsGivenUp()
    {
        Bench b;
        QVERIFY(b.turn());
        b.source.isHanging = true;
        b.poller->askNow();
        QTRY_COMPARE(b.source.polls, 2);
        b.clock.advance(Millis(100'000));
        b.poller->tick(false);
        QVERIFY(b.source.lastCancel.stop_requested());
        QCOMPARE(b.status().freshness, Freshness::Stale);
        b.source.hanging.finish(tl::unexpected<Error>(errorOf(ErrorKind::Cancelled)));
        QTRY_COMPARE(b.status().freshness, Freshness::Unreachable);
        QCOMPARE(b.open(QStringLiteral("am")).size(), std::size_t(0));
    }

    void wishDuringAPollLeadsToOneMore()
    {
        Bench b;
        b.source.isHanging = true;
        b.poller->askNow();
        QTRY_COMPARE(b.source.polls, 1);
        int done = 0;
        b.poller->askNow([&done] { ++done; });
        b.poller->askNow([&done] { ++done; });
        b.source.isHanging = false;
        b.source.hanging.finish(snapshotOf({}));
        QTRY_COMPARE(done, 2);
        QCOMPARE(b.source.polls, 2);
    }

    void tellsArrivalsOnce()
    {
        Bench b;
        QSignalSpy arrived(b.poller.get(), &Poller::arrived);
        b.source.snapshots = {snapshotOf({alertOf(QStringLiteral("a"))}), snapshotOf({alertOf(QStringLiteral("a"))}),
            snapshotOf({alertOf(QStringLiteral("a"), QStringLiteral("checkout"), {1'700'000'090'000})})};
        QVERIFY(b.turn());
        QCOMPARE(arrived.size(), 1);
        QVERIFY(b.turn());
        QCOMPARE(arrived.size(), 1);
        QVERIFY(b.turn());
        QCOMPARE(arrived.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestPoller)
#include "tst_poller.moc"
