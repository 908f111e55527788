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
    void receiptsBecomeStates_data()
    {
        QTest::addColumn<int>("outcome");
        QTest::addColumn<int>("state");
        QTest::newRow("confirmed") << int(Receipt::Outcome::Confirmed) << int(OutboxState::Confirmed);
        QTest::newRow("acknowledged by another") << int(Receipt::Outcome::AlreadySo) << int(OutboxState::Superseded);
        QTest::newRow("resolved or fired again") << int(Receipt::Outcome::Conflict) << int(OutboxState::Conflict);
    }
    void receiptsBecomeStates()
    {
        QFETCH(int, outcome);
        QFETCH(int, state);
        CourierBench b;
        const QUuid id = b.enqueue();
        b.source.outcomes = {Receipt {Receipt::Outcome(outcome), {}, QStringLiteral("both states")}};
        b.run();
        QCOMPARE(int(b.state(id)), state);
        QCOMPARE(b.entry(id).detail, QStringLiteral("both states"));
        b.pass(Millis(600'000));
        QCOMPARE(b.source.performed.size(), std::size_t(1));
    }
    void failuresBeforeSending_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("state");
        const auto row = [](ErrorKind kind, OutboxState state) { QTest::newRow(errorKindName(kind).data()) << int(kind) << int(state); };
        row(ErrorKind::Offline, OutboxState::Queued);
        row(ErrorKind::Timeout, OutboxState::Queued);
        row(ErrorKind::Tls, OutboxState::Queued);
        row(ErrorKind::RateLimited, OutboxState::Queued);
        row(ErrorKind::Unauthorized, OutboxState::Queued);
        row(ErrorKind::Forbidden, OutboxState::Rejected);
        row(ErrorKind::Rejected, OutboxState::Rejected);
        row(ErrorKind::Unsupported, OutboxState::Rejected);
        row(ErrorKind::NotFound, OutboxState::Rejected);
        row(ErrorKind::Conflict, OutboxState::Conflict);
        row(ErrorKind::Server, OutboxState::Unknown);
        row(ErrorKind::BadPayload, OutboxState::Unknown);
    }
    void failuresBeforeSending()
    {
        QFETCH(int, kind);
        QFETCH(int, state);
        CourierBench b;
        const QUuid id = b.enqueue();
        b.source.outcomes = {tl::unexpected<Error>(errorOf(ErrorKind(kind)))};
        b.run();
        QCOMPARE(int(b.state(id)), state);
        QCOMPARE(b.source.performed.size(), std::size_t(1));
    }
    void failuresToReadAreTriedAgain_data()
    {
        QTest::addColumn<int>("kind");
        for (const ErrorKind kind : {ErrorKind::Server, ErrorKind::BadPayload, ErrorKind::Internal, ErrorKind::NotFound, ErrorKind::Offline}) {
            QTest::newRow(errorKindName(kind).data()) << int(kind);
        }
    }
    void failuresToReadAreTriedAgain()
    {
        QFETCH(int, kind);
        CourierBench b;
        const QUuid id = b.enqueue();
        b.source.outcomes = {tl::unexpected<Error>(errorOf(ErrorKind(kind), QStringLiteral("before-send"))), Receipt {}};
        b.run();
        QCOMPARE(b.state(id), OutboxState::Queued);
        b.pass(Millis(5'000));
        QCOMPARE(b.state(id), OutboxState::Confirmed);
        QCOMPARE(b.source.performed.size(), std::size_t(2));
        QCOMPARE(b.source.readBacks.size(), std::size_t(0));
    }
    void retriesWithBoundedBackoff()
    {
        CourierBench b;
        const QUuid id = b.enqueue(QStringLiteral("a"), Millis(86'400'000));
        b.source.outcomes = {tl::unexpected<Error>(errorOf(ErrorKind::Offline))};
        b.run();
        for (int second = 0; second < 600; ++second) {
            b.pass(Millis(1000));
            b.courier->setReachable(Am, true);
            b.settle();
        }
        // Ten minutes of refused connections: neither hammering nor giving up.
        QVERIFY2(b.source.performed.size() >= 10 && b.source.performed.size() <= 60, qPrintable(QString::number(b.source.performed.size())));
        b.source.outcomes = {Receipt {}};
        b.pass(Millis(61'000));
        QCOMPARE(b.state(id), OutboxState::Confirmed);
    }
    void honoursRetryAfter()
    {
        CourierBench b;
        b.enqueue();
        b.source.outcomes = {tl::unexpected<Error>(errorOf(ErrorKind::RateLimited, {}, Millis(30'000))), Receipt {}};
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
        b.source.outcomes = {tl::unexpected<Error>(errorOf(ErrorKind::Unauthorized)), Receipt {}};
        b.run();
        b.pass(Millis(500));
        QCOMPARE(b.source.performed.size(), std::size_t(1));
        QCOMPARE(b.state(first), OutboxState::Queued);
        QVERIFY(b.entry(first).detail.contains(QStringLiteral("unauthorized")));
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
        b.source.outcomes = {tl::unexpected<Error>(errorOf(ErrorKind::Forbidden, QStringLiteral("refused"))), Receipt {}};
        b.run();
        QCOMPARE(b.state(first), OutboxState::Rejected);
        QVERIFY(b.entry(first).detail.contains(QStringLiteral("forbidden")));
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
        QVERIFY(b.entry(id).detail.contains(QStringLiteral("read-only")));
        QCOMPARE(b.source.performed.size(), std::size_t(0));
    }
    void unknownIsReadBackAndConfirmed()
    {
        CourierBench b;
        const QUuid id = b.enqueue();
        b.source.outcomes = {tl::unexpected<Error>(errorOf(ErrorKind::Timeout, QStringLiteral("after-send")))};
        b.source.found = {Receipt {Receipt::Outcome::Confirmed, QStringLiteral("found"), {}}};
        b.run();
        QCOMPARE(b.state(id), OutboxState::Confirmed);
        QCOMPARE(b.entry(id).resultSilence, QStringLiteral("found"));
        QCOMPARE(b.source.performed.size(), std::size_t(1));
    }
    void unknownIsMissedTwiceBeforeItIsSentAgain()
    {
        CourierBench b;
        const QUuid id = b.enqueue();
        b.source.outcomes = {tl::unexpected<Error>(errorOf(ErrorKind::Offline, QStringLiteral("after-send"))), Receipt {}};
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
        b.source.outcomes = {tl::unexpected<Error>(errorOf(ErrorKind::Timeout, QStringLiteral("after-send")))};
        b.source.found = {tl::unexpected<Error>(errorOf(ErrorKind::NotFound)), tl::unexpected<Error>(errorOf(ErrorKind::Offline)),
            tl::unexpected<Error>(errorOf(ErrorKind::NotFound)), tl::unexpected<Error>(errorOf(ErrorKind::Unauthorized)),
            tl::unexpected<Error>(errorOf(ErrorKind::Offline))};
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
        b.source.found = {Receipt {Receipt::Outcome::Confirmed, QStringLiteral("it had arrived"), {}}};
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
        b.courier->setReachable(QStringLiteral("broken"), true);
        b.settle();
        QCOMPARE(b.state(action.id), OutboxState::Queued);
        b.pass(Millis(61'000));
        QCOMPARE(b.state(action.id), OutboxState::Expired);
    }
};

QTEST_GUILESS_MAIN(TestCourier)
#include "tst_courier.moc"
