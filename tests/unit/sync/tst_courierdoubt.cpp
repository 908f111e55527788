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
        const QUuid same = b.enqueue(QStringLiteral("1"), Millis(600'000), Verb::Note);
        const QUuid other = b.enqueue(QStringLiteral("2"));
        b.source.outcomes = {unknown(), done()};
        b.source.found = {unknown()};
        b.run();
        QCOMPARE(b.state(other), OutboxState::Confirmed);
        QCOMPARE(b.state(doubtful), OutboxState::Unknown);
        QCOMPARE(b.state(same), OutboxState::Queued);
        for (int i = 0; i < 10; ++i) {
            b.pass(Millis(15'000));
        }
        QVERIFY(b.source.readBacks.size() >= 8);
        QCOMPARE(b.state(same), OutboxState::Queued);
        b.source.found = {done(QStringLiteral("found"))};
        b.pass(Millis(15'000));
        QCOMPARE(b.state(doubtful), OutboxState::Confirmed);
        QCOMPARE(b.state(same), OutboxState::Confirmed);
    }
    void anUnknownAlertHoldsUpNoOther()
    {
        CourierBench b;
        const QUuid unknown = b.enqueue(QStringLiteral("1"));
        const QUuid other = b.enqueue(QStringLiteral("2"));
        b.source.outcomes = {notSent(Outcome::Hindrance::Target), done()};
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
        const QUuid same = b.enqueue(QStringLiteral("1"), Millis(600'000), Verb::Note);
        const QUuid other = b.enqueue(QStringLiteral("2"));
        b.source.hangingPerforms = 1;
        b.answer();
        QTRY_COMPARE(b.state(other), OutboxState::Confirmed);
        QCOMPARE(b.state(slow), OutboxState::Sending);
        QCOMPARE(b.state(same), OutboxState::Queued);
        QCOMPARE(b.source.performed.size(), std::size_t(2));
        b.source.hung.finish(done());
        b.settle();
        QCOMPARE(b.state(slow), OutboxState::Confirmed);
        QCOMPARE(b.state(same), OutboxState::Confirmed);
    }
    void aPauseAskedForIsKeptBeforeItIsSentAgain()
    {
        CourierBench b;
        const QUuid id = b.enqueue();
        b.source.outcomes = {unknown(Millis(30'000)), done()};
        b.run();
        b.pass(Millis(1'000));
        QCOMPARE(b.state(id), OutboxState::Queued);
        b.pass(Millis(25'000));
        QCOMPARE(b.source.performed.size(), std::size_t(1));
        b.pass(Millis(5'000));
        QCOMPARE(b.state(id), OutboxState::Confirmed);
    }
    void afterAKillTheMemberAndTheFirstLookAreKnown()
    {
        CourierBench b;
        b.source.member = QStringLiteral("second");
        const QUuid id = b.enqueue();
        b.source.outcomes = {unknown(), done()};
        b.run();
        QCOMPARE(b.state(id), OutboxState::Unknown);
        QCOMPARE(b.source.targets, QStringList {QStringLiteral("second")});
        QCOMPARE(b.entry(id).target, QStringLiteral("second"));
        QCOMPARE(b.entry(id).missedAt, b.clock.now());
        // The process is killed, and another one begins with what is stored. Its first look is the second.
        b.courier.reset();
        b.reopen();
        b.clock.advance(Millis(1'000));
        b.restart();
        b.run();
        QCOMPARE(b.source.targets, (QStringList {QStringLiteral("second"), QStringLiteral("second")}));
        QCOMPARE(b.source.performed.size(), std::size_t(2));
        QCOMPARE(b.state(id), OutboxState::Confirmed);
    }
    void aLookTooSoonAfterAKillCountsFromTheFirst()
    {
        CourierBench b;
        const QUuid id = b.enqueue();
        b.source.outcomes = {unknown(), done()};
        b.run();
        b.courier.reset();
        b.reopen();
        // The clock was set back meanwhile: it waits anew, and no longer than that.
        b.clock.jumpTo(b.clock.now() - Millis(3'600'000));
        b.restart();
        b.run();
        QCOMPARE(b.state(id), OutboxState::Unknown);
        QCOMPARE(b.source.performed.size(), std::size_t(1));
        b.pass(Millis(1'000));
        QCOMPARE(b.state(id), OutboxState::Confirmed);
    }
    void aLookThatTellsNothingForgetsTheFirst()
    {
        CourierBench b;
        const QUuid id = b.enqueue();
        b.source.outcomes = {unknown(), done()};
        b.source.found = {notSent(), unknown()};
        b.run();
        QVERIFY(b.entry(id).missedAt.isValid());
        b.pass(Millis(1'000));
        QVERIFY(!b.entry(id).missedAt.isValid());
        b.courier.reset();
        b.reopen();
        b.restart();
        b.source.found = {notSent()};
        b.run();
        QCOMPARE(b.state(id), OutboxState::Unknown);
        QCOMPARE(b.source.performed.size(), std::size_t(1));
    }
    void whatIsSentAgainIsTracedAnew()
    {
        CourierBench b;
        b.source.member = QStringLiteral("first");
        const QUuid id = b.enqueue();
        b.source.outcomes = {unknown(), unknown()};
        b.source.found = {notSent(), notSent(), unknown()};
        b.run();
        b.source.member.clear();
        b.pass(Millis(1'000));
        // The second try did not name a member: that of the first is not asked for it.
        QCOMPARE(b.source.performed.size(), std::size_t(2));
        QCOMPARE(b.entry(id).target, QString());
        QVERIFY(!b.entry(id).missedAt.isValid());
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
