#include "tests/unit/sync/courierbench.h"

#include <QSignalSpy>

using namespace quarterdeck;

class TestCourier : public QObject {
    Q_OBJECT

private slots:
    void confirmed()
    {
        CourierBench b;
        QSignalSpy delivered(b.courier.get(), &Courier::delivered);
        const QUuid id = b.enqueue();
        OutboxState during = OutboxState::Queued;
        b.source.beforeAnswer = [&] { during = b.state(id); };
        b.run();
        QCOMPARE(b.state(id), OutboxState::Confirmed);
        QCOMPARE(b.entry(id).resultSilence, QStringLiteral("silence-1"));
        // Durable before a byte left.
        QCOMPARE(during, OutboxState::Sending);
        QCOMPARE(delivered.size(), 1);
        QCOMPARE(b.source.performed.size(), std::size_t(1));
    }
    void waitsForALiveSource()
    {
        CourierBench b;
        const QUuid id = b.enqueue();
        b.courier->pump();
        b.settle();
        QCOMPARE(b.source.performed.size(), std::size_t(0));
        QCOMPARE(b.state(id), OutboxState::Queued);
        QCOMPARE(b.courier->waiting(), std::vector<SourceId> {Am});
    }
    void oldestFirstOneAtATime()
    {
        CourierBench b;
        b.enqueue(QStringLiteral("1"));
        b.enqueue(QStringLiteral("2"));
        b.enqueue(QStringLiteral("3"));
        b.run();
        QCOMPARE(b.source.performed.size(), std::size_t(3));
        QCOMPARE(b.source.performed[0].alert.id, QStringLiteral("1"));
        QCOMPARE(b.source.performed[2].alert.id, QStringLiteral("3"));
    }
    void outcomesBecomeStates_data()
    {
        QTest::addColumn<int>("outcome");
        QTest::addColumn<int>("state");
        QTest::newRow("confirmed") << int(Outcome::Is::Done) << int(OutboxState::Confirmed);
        QTest::newRow("acknowledged by another") << int(Outcome::Is::AlreadySo) << int(OutboxState::Superseded);
        QTest::newRow("resolved or fired again") << int(Outcome::Is::Conflict) << int(OutboxState::Conflict);
        QTest::newRow("refused") << int(Outcome::Is::Refused) << int(OutboxState::Rejected);
    }
    void outcomesBecomeStates()
    {
        QFETCH(int, outcome);
        QFETCH(int, state);
        CourierBench b;
        const QUuid id = b.enqueue();
        const Reason both = Reason {ReasonCode::FiresAgain}.with(reasonpart::Since, b.clock.now());
        b.source.outcomes = {Outcome {Outcome::Is(outcome), both}};
        b.run();
        QCOMPARE(int(b.state(id)), state);
        QCOMPARE(b.entry(id).reason, both);
        b.pass(Millis(600'000));
        QCOMPARE(b.source.performed.size(), std::size_t(1));
    }
    void whatIsNotSentIsTriedAgain_data()
    {
        QTest::addColumn<int>("hindrance");
        QTest::newRow("the alert is not known now") << int(Outcome::Hindrance::Target);
        QTest::newRow("the source is not reached") << int(Outcome::Hindrance::Source);
        QTest::newRow("a sign-in or a pause is wanted") << int(Outcome::Hindrance::Access);
    }
    void whatIsNotSentIsTriedAgain()
    {
        QFETCH(int, hindrance);
        CourierBench b;
        const QUuid id = b.enqueue();
        b.source.outcomes = {notSent(Outcome::Hindrance(hindrance)), done()};
        b.run();
        QCOMPARE(b.state(id), OutboxState::Queued);
        QCOMPARE(b.source.performed.size(), std::size_t(1));
        b.pass(Millis(5'000));
        QCOMPARE(b.state(id), OutboxState::Confirmed);
        QCOMPARE(b.source.performed.size(), std::size_t(2));
        QCOMPARE(b.source.readBacks.size(), std::size_t(0));
    }
    void anErrorLeavesItInDoubt()
    {
        CourierBench b;
        const QUuid id = b.enqueue();
        b.source.outcomes = {tl::unexpected<Error>(errorOf(ErrorKind::Internal))};
        b.source.found = {unknown()};
        b.run();
        QCOMPARE(b.state(id), OutboxState::Unknown);
    }
    void retriesWithBoundedBackoff()
    {
        CourierBench b;
        const QUuid id = b.enqueue(QStringLiteral("a"), Millis(86'400'000));
        b.source.outcomes = {notSent()};
        b.run();
        for (int second = 0; second < 600; ++second) {
            b.pass(Millis(1000));
            b.answer();
            b.settle();
        }
        // Ten minutes of refused connections: neither hammering nor giving up.
        QVERIFY2(b.source.performed.size() >= 10 && b.source.performed.size() <= 60, qPrintable(QString::number(b.source.performed.size())));
        b.source.outcomes = {done()};
        b.pass(Millis(61'000));
        QCOMPARE(b.state(id), OutboxState::Confirmed);
    }
    void honoursRetryAfter()
    {
        CourierBench b;
        b.enqueue();
        b.source.outcomes = {notSent(Outcome::Hindrance::Access, Millis(30'000)), done()};
        b.run();
        b.pass(Millis(29'000));
        QCOMPARE(b.source.performed.size(), std::size_t(1));
        b.pass(Millis(1'500));
        QCOMPARE(b.source.performed.size(), std::size_t(2));
    }
    void refusedSignInPausesTheLane()
    {
        CourierBench b;
        const QUuid first = b.enqueue(QStringLiteral("1"));
        const QUuid second = b.enqueue(QStringLiteral("2"));
        b.source.outcomes = {notSent(Outcome::Hindrance::Access), done()};
        b.run();
        b.pass(Millis(500));
        QCOMPARE(b.source.performed.size(), std::size_t(1));
        QCOMPARE(b.state(first), OutboxState::Queued);
        QCOMPARE(b.entry(first).reason.text(), QStringLiteral("hindered"));
        b.courier->resume(Am);
        b.settle();
        QCOMPARE(b.state(first), OutboxState::Confirmed);
        QCOMPARE(b.state(second), OutboxState::Confirmed);
    }
    void whatIsNotAllowedEndsAndHoldsUpNothing()
    {
        CourierBench b;
        const QUuid first = b.enqueue(QStringLiteral("1"));
        const QUuid second = b.enqueue(QStringLiteral("2"));
        b.source.outcomes = {Outcome {Outcome::Is::Refused, Reason::said(QStringLiteral("forbidden"))}, done()};
        b.run();
        QCOMPARE(b.state(first), OutboxState::Rejected);
        QCOMPARE(b.entry(first).reason.text(), QStringLiteral("forbidden"));
        QCOMPARE(b.state(second), OutboxState::Confirmed);
    }
    void expiresUnsent()
    {
        CourierBench b;
        const QUuid id = b.enqueue(QStringLiteral("a"), Millis(60'000));
        b.pass(Millis(61'000));
        QCOMPARE(b.state(id), OutboxState::Expired);
        b.run();
        QCOMPARE(b.source.performed.size(), std::size_t(0));
    }
    void readOnlyContextRefuses()
    {
        CourierBench b;
        b.rules.isReadOnly = true;
        b.restart();
        const QUuid id = b.enqueue();
        b.run();
        QCOMPARE(b.state(id), OutboxState::Rejected);
        QCOMPARE(b.entry(id).reason, Reason {ReasonCode::ReadOnly});
        QCOMPARE(b.source.performed.size(), std::size_t(0));
    }
    void unknownIsReadBackAndConfirmed()
    {
        CourierBench b;
        const QUuid id = b.enqueue();
        b.source.outcomes = {unknown()};
        b.source.found = {done(QStringLiteral("found"))};
        b.run();
        QCOMPARE(b.state(id), OutboxState::Confirmed);
        QCOMPARE(b.entry(id).resultSilence, QStringLiteral("found"));
        QCOMPARE(b.source.performed.size(), std::size_t(1));
    }
    void unknownIsMissedTwiceBeforeItIsSentAgain()
    {
        CourierBench b;
        const QUuid id = b.enqueue();
        b.source.outcomes = {unknown(), done()};
        b.run();
        QCOMPARE(b.state(id), OutboxState::Unknown);
        QCOMPARE(b.source.readBacks.size(), std::size_t(1));
        QCOMPARE(b.source.performed.size(), std::size_t(1));
        QVERIFY(b.courier->owesLook());
        b.pass(Millis(1'000));
        QVERIFY(!b.courier->owesLook());
        QCOMPARE(b.source.readBacks.size(), std::size_t(2));
        // The source answers: it is not kept waiting.
        QCOMPARE(b.state(id), OutboxState::Confirmed);
        QCOMPARE(b.source.performed.size(), std::size_t(2));
    }
    void failedReadBackDecidesNothing()
    {
        CourierBench b;
        const QUuid id = b.enqueue();
        b.source.outcomes = {unknown()};
        b.source.found = {notSent(), unknown(), notSent(), unknown(), unknown()};
        b.run();
        for (int i = 0; i < 30; ++i) {
            b.pass(Millis(60'000));
        }
        QCOMPARE(b.state(id), OutboxState::Unknown);
        QCOMPARE(b.source.performed.size(), std::size_t(1));
    }
    void afterACrashSendingIsReadBack()
    {
        CourierBench b;
        const QUuid id = b.enqueue();
        StoreBench::value(b.store->settle(id, OutboxState::Sending, {}, {}));
        b.courier.reset();
        b.reopen();
        b.restart();
        b.source.found = {done(QStringLiteral("it had arrived"))};
        b.run();
        QCOMPARE(b.source.performed.size(), std::size_t(0));
        QCOMPARE(b.state(id), OutboxState::Confirmed);
    }
    void withdrawnInTimeIsNotSent()
    {
        CourierBench b;
        const QUuid id = b.enqueue();
        StoreBench::value(b.store->withdraw(id));
        b.run();
        QCOMPARE(b.source.performed.size(), std::size_t(0));
        QCOMPARE(b.state(id), OutboxState::Withdrawn);
    }
    void closedSourceKeepsButExpires()
    {
        CourierBench b;
        b.courier->addSource(QStringLiteral("broken"), nullptr);
        AlertAction action;
        action.id = QUuid::createUuid();
        action.source = QStringLiteral("broken");
        action.createdAt = b.clock.now();
        StoreBench::value(b.store->enqueue({action}, Millis(60'000)));
        b.answer(QStringLiteral("broken"));
        b.settle();
        QCOMPARE(b.state(action.id), OutboxState::Queued);
        b.pass(Millis(61'000));
        QCOMPARE(b.state(action.id), OutboxState::Expired);
    }
};

QTEST_GUILESS_MAIN(TestCourier)
#include "tst_courier.moc"
