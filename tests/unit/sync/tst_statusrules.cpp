#include "app/sync/statusrules.h"

#include <QTest>

using namespace quarterdeck;

class TestStatusRules : public QObject {
    Q_OBJECT

private slots:
    void liveOnlyWhenComplete()
    {
        const SourceStatus live = afterAnswer({}, Answer {}, {1000});
        QCOMPARE(live.freshness, Freshness::Live);
        QCOMPARE(live.lastOkAt, (UtcTime {1000}));
        const SourceStatus half = afterAnswer(live, Answer {false, 1, 2, std::nullopt}, {2000});
        QCOMPARE(half.freshness, Freshness::Stale);
        QCOMPARE(half.lastOkAt, (UtcTime {1000}));
        QCOMPARE(half.since, (UtcTime {2000}));
        QVERIFY(half.error);
        QCOMPARE(half.liveMembers, 1);
    }
    void failureSaysWhatAndSinceWhen_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("freshness");
        const auto row = [](ErrorKind kind, Freshness freshness) { QTest::newRow(errorKindName(kind).data()) << int(kind) << int(freshness); };
        row(ErrorKind::Offline, Freshness::Unreachable);
        row(ErrorKind::Timeout, Freshness::Unreachable);
        row(ErrorKind::Unauthorized, Freshness::NeedsSignIn);
        row(ErrorKind::Forbidden, Freshness::NeedsSignIn);
        row(ErrorKind::Tls, Freshness::Misconfigured);
        row(ErrorKind::Server, Freshness::Stale);
        row(ErrorKind::BadPayload, Freshness::Stale);
        row(ErrorKind::RateLimited, Freshness::Stale);
        row(ErrorKind::Storage, Freshness::Stale);
    }
    void failureSaysWhatAndSinceWhen()
    {
        QFETCH(int, kind);
        QFETCH(int, freshness);
        const Error error {ErrorKind(kind), QStringLiteral("x"), {}, 0, std::nullopt};
        const SourceStatus live = afterAnswer({}, Answer {}, {1000});
        const SourceStatus first = afterFailure(live, error, {5000});
        const SourceStatus second = afterFailure(first, error, {9000});
        QCOMPARE(int(first.freshness), freshness);
        QCOMPARE(second.since, (UtcTime {5000}));
        QCOMPARE(second.failures, 2);
        QCOMPARE(second.lastOkAt, (UtcTime {1000}));
        QCOMPARE(afterAnswer(second, Answer {}, {9500}).failures, 0);
    }
    void silenceMakesStale()
    {
        const SourceStatus live = afterAnswer({}, Answer {}, {1000});
        QCOMPARE(aged(live, {4000}, Millis(3000), Millis(3000)).freshness, Freshness::Live);
        QCOMPARE(aged(live, {4001}, Millis(3000), Millis(3000)).freshness, Freshness::Stale);
        // A clock set back must not keep it fresh.
        QCOMPARE(aged(live, {500}, Millis(3001), Millis(3000)).freshness, Freshness::Stale);
        const SourceStatus gone = afterFailure(live, Error {ErrorKind::Offline, {}, {}, 0, {}}, {2000});
        QCOMPARE(aged(gone, {90'000}, Millis(90'000), Millis(3000)).freshness, Freshness::Unreachable);
    }
    void theLastAnswerDoesNotExplainTheSilence()
    {
        SourceStatus live;
        live.freshness = Freshness::Live;
        live.lastOkAt = {1000};
        live.error = Error {ErrorKind::Server, QStringLiteral("It has only just been started"), {}, 0, {}};
        QVERIFY(aged(live, {4000}, Millis(3000), Millis(3000)).error);
        QVERIFY(!aged(live, {4001}, Millis(3000), Millis(3000)).error);
        live.freshness = Freshness::Unreachable;
        QVERIFY(aged(live, {4001}, Millis(3000), Millis(3000)).error);
    }
    void restoredIsNeverLive()
    {
        const SourceStatus live = afterAnswer({}, Answer {}, {1000});
        const SourceStatus shown = restored(live);
        QCOMPARE(shown.freshness, Freshness::Stale);
        QCOMPARE(shown.since, (UtcTime {1000}));
        SourceStatus odd;
        odd.freshness = Freshness::Live;
        QCOMPARE(restored(odd).freshness, Freshness::NeverSeen);
    }
};

QTEST_GUILESS_MAIN(TestStatusRules)
#include "tst_statusrules.moc"
