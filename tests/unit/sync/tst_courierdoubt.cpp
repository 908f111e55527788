#include "tests/unit/sync/courierbench.h"

using namespace quarterdeck;

/// What one entry in trouble does to the others, and what is done about requests that land late.
class TestCourierDoubt : public QObject {
    Q_OBJECT

private slots:
    void anActionInDoubtHoldsUpOnlyItsOwnAlert()
    {
        CourierBench b;
        const QUuid doubtful = b.enqueue(QStringLiteral("1"));
        const QUuid same = b.enqueue(QStringLiteral("1"));
        const QUuid other = b.enqueue(QStringLiteral("2"));
        b.source.outcomes = {tl::unexpected<Error>(errorOf(ErrorKind::Offline, QStringLiteral("after-send"))), Receipt {}};
        b.source.found = {tl::unexpected<Error>(errorOf(ErrorKind::Offline))};
        b.run();
        QCOMPARE(b.state(other), OutboxState::Confirmed);
        QCOMPARE(b.state(doubtful), OutboxState::Unknown);
        QCOMPARE(b.state(same), OutboxState::Queued);
        for (int i = 0; i < 10; ++i) {
            b.pass(Millis(15'000));
        }
        QVERIFY(b.source.readBacks.size() >= 8);
        QCOMPARE(b.state(same), OutboxState::Queued);
        b.source.found = {Receipt {Receipt::Outcome::Confirmed, QStringLiteral("found"), {}}};
        b.pass(Millis(15'000));
        QCOMPARE(b.state(doubtful), OutboxState::Confirmed);
        QCOMPARE(b.state(same), OutboxState::Confirmed);
    }
    void anUnknownAlertHoldsUpNoOther()
    {
        CourierBench b;
        const QUuid unknown = b.enqueue(QStringLiteral("1"));
        const QUuid other = b.enqueue(QStringLiteral("2"));
        b.source.outcomes = {tl::unexpected<Error>(errorOf(ErrorKind::NotFound, QStringLiteral("before-send"))), Receipt {}};
        b.run();
        QCOMPARE(b.state(unknown), OutboxState::Queued);
        QCOMPARE(b.state(other), OutboxState::Confirmed);
    }
    void aSlowSendKeepsTheNextWaitingOnlyAMoment()
    {
        CourierBench b;
        b.rules.slowAfter = Millis(50);
        b.restart();
        const QUuid slow = b.enqueue(QStringLiteral("1"));
        const QUuid same = b.enqueue(QStringLiteral("1"));
        const QUuid other = b.enqueue(QStringLiteral("2"));
        b.source.hangingPerforms = 1;
        b.courier->setReachable(Am, true);
        QTRY_COMPARE(b.state(other), OutboxState::Confirmed);
        QCOMPARE(b.state(slow), OutboxState::Sending);
        QCOMPARE(b.state(same), OutboxState::Queued);
        QCOMPARE(b.source.performed.size(), std::size_t(2));
        b.source.hung.finish(Receipt {});
        b.settle();
        QCOMPARE(b.state(slow), OutboxState::Confirmed);
        QCOMPARE(b.state(same), OutboxState::Confirmed);
    }
    void aPauseAskedForIsKeptBeforeItIsSentAgain()
    {
        CourierBench b;
        const QUuid id = b.enqueue();
        b.source.outcomes = {tl::unexpected<Error>(errorOf(ErrorKind::Timeout, QStringLiteral("after-send"), Millis(30'000))), Receipt {}};
        b.run();
        b.pass(Millis(1'000));
        QCOMPARE(b.state(id), OutboxState::Queued);
        b.pass(Millis(25'000));
        QCOMPARE(b.source.performed.size(), std::size_t(1));
        b.pass(Millis(5'000));
        QCOMPARE(b.state(id), OutboxState::Confirmed);
    }
    void whatLandsLateIsEnded()
    {
        CourierBench b;
        const QUuid id = b.enqueue();
        b.run();
        QCOMPARE(b.state(id), OutboxState::Confirmed);
        const Silence first = b.silence(id, QStringLiteral("silence-1"));
        const Silence late = b.silence(id, QStringLiteral("late"));
        b.source.performed.clear();
        b.courier->sawSilences(Am, {first});
        b.settle();
        QCOMPARE(b.source.performed.size(), std::size_t(0));
        b.courier->sawSilences(Am, {first, late});
        b.settle();
        QCOMPARE(b.source.performed.size(), std::size_t(1));
        QCOMPARE(b.source.performed[0].verb, Verb::ExpireSilence);
        QCOMPARE(b.source.performed[0].silenceId, QStringLiteral("late"));
        // A context that only reads ends nothing.
        b.source.performed.clear();
        b.rules.isReadOnly = true;
        b.restart();
        b.courier->sawSilences(Am, {first, late});
        b.settle();
        QCOMPARE(b.source.performed.size(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestCourierDoubt)
#include "tst_courierdoubt.moc"
