#include "app/sync/courier.h"
#include "tests/unit/sync/fakesources.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QSignalSpy>
#include <QTest>

using namespace quarterdeck;

namespace {

const QString Am = QStringLiteral("am");

struct Bench : StoreBench {
    FakePaging source;
    DeliveryRules rules;
    std::unique_ptr<Courier> courier;

    Bench()
    {
        rules.random = [] { return 0.5; };
        restart();
    }
    void restart()
    {
        courier = std::make_unique<Courier>(*store, clock, rules);
        courier->addSource(Am, &source);
    }
    /// Runs rounds until nothing moves without time passing.
    void run()
    {
        courier->setReachable(Am, true);
        settle();
    }
    void settle()
    {
        const QDeadlineTimer deadline(5000);
        while (courier->isBusy() && !deadline.hasExpired()) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 1000);
        }
        QVERIFY(!courier->isBusy());
    }
    void pass(Millis span)
    {
        clock.advance(span);
        courier->tick();
        settle();
    }
    OutboxState state(const QUuid &id) { return entry(id).state; }
    /// What the source holds of an action.
    Silence silence(const QUuid &action, const QString &id)
    {
        const OutboxEntry made = entry(action);
        Silence silence;
        silence.source = Am;
        silence.id = id;
        silence.createdBy = made.action.author;
        silence.comment = acknowledgementComment(action, {});
        silence.startsAt = clock.now();
        silence.endsAt = clock.now() + made.action.duration;
        return silence;
    }
};

} // namespace

class TestCourier : public QObject {
    Q_OBJECT

private slots:
    void confirmed()
    {
        Bench b;
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
        Bench b;
        const QUuid id = b.enqueue();
        b.courier->pump();
        b.settle();
        QCOMPARE(b.source.performed.size(), std::size_t(0));
        QCOMPARE(b.state(id), OutboxState::Queued);
        QCOMPARE(b.courier->waiting(), std::vector<SourceId> {Am});
    }
    void oldestFirstOneAtATime()
    {
        Bench b;
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
        Bench b;
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
        Bench b;
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
        Bench b;
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
        Bench b;
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
        Bench b;
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
        Bench b;
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
        Bench b;
        const QUuid first = b.enqueue(QStringLiteral("1"));
        const QUuid second = b.enqueue(QStringLiteral("2"));
        b.source.outcomes = {tl::unexpected<Error>(errorOf(ErrorKind::Forbidden, QStringLiteral("refused"))), Receipt {}};
        b.run();
        QCOMPARE(b.state(first), OutboxState::Rejected);
        QVERIFY(b.entry(first).detail.contains(QStringLiteral("forbidden")));
        QCOMPARE(b.state(second), OutboxState::Confirmed);
    }
    void anActionInDoubtHoldsUpOnlyItsOwnAlert()
    {
        Bench b;
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
        Bench b;
        const QUuid unknown = b.enqueue(QStringLiteral("1"));
        const QUuid other = b.enqueue(QStringLiteral("2"));
        b.source.outcomes = {tl::unexpected<Error>(errorOf(ErrorKind::NotFound, QStringLiteral("before-send"))), Receipt {}};
        b.run();
        QCOMPARE(b.state(unknown), OutboxState::Queued);
        QCOMPARE(b.state(other), OutboxState::Confirmed);
    }
    void aSlowSendKeepsTheNextWaitingOnlyAMoment()
    {
        Bench b;
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
        Bench b;
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
        Bench b;
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
    void expiresUnsent()
    {
        Bench b;
        const QUuid id = b.enqueue(QStringLiteral("a"), Millis(60'000));
        b.pass(Millis(61'000));
        QCOMPARE(b.state(id), OutboxState::Expired);
        b.run();
        QCOMPARE(b.source.performed.size(), std::size_t(0));
    }
    void readOnlyContextRefuses()
    {
        Bench b;
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
        Bench b;
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
        Bench b;
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
        Bench b;
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
        Bench b;
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
        Bench b;
        const QUuid id = b.enqueue();
        StoreBench::value(b.store->withdraw(id));
        b.run();
        QCOMPARE(b.source.performed.size(), std::size_t(0));
        QCOMPARE(b.state(id), OutboxState::Withdrawn);
    }
    void closedSourceKeepsButExpires()
    {
        Bench b;
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
