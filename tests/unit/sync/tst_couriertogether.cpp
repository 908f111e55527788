#include "tests/unit/sync/courierbench.h"

#include <QSignalSpy>

using namespace quarterdeck;

/// Entries that are alike, in one call where the source takes them so.
class TestCourierTogether : public QObject {
    Q_OBJECT

private slots:
    void alikeGoTogether()
    {
        Bench b;
        QSignalSpy delivered(b.courier.get(), &Courier::delivered);
        const auto ids = b.enqueueMany(4);
        AlertAction longer;
        longer.id = QUuid::createUuid();
        longer.source = Am;
        longer.alert = {Am, QStringLiteral("other")};
        longer.duration = Millis(7'200'000);
        StoreBench::value(b.store->enqueue({longer}, Millis(600'000)));
        std::vector<OutboxState> during;
        b.source.beforeAnswer = [&] {
            for (const QUuid &id : ids) {
                during.push_back(b.state(id));
            }
            b.source.beforeAnswer = {};
        };
        b.run();
        // Each durable before a byte left.
        QCOMPARE(during, std::vector<OutboxState>(4, OutboxState::Sending));
        QCOMPARE(b.source.calls.size(), std::size_t(1));
        QCOMPARE(b.source.calls.front().size(), std::size_t(4));
        QCOMPARE(b.source.performed.size(), std::size_t(1));
        QCOMPARE(b.source.performed.front().id, longer.id);
        for (std::size_t i = 0; i < ids.size(); ++i) {
            QCOMPARE(b.state(ids[i]), OutboxState::Confirmed);
            QCOMPARE(b.entry(ids[i]).resultSilence, QStringLiteral("silence-%1").arg(i));
            QCOMPARE(b.entry(ids[i]).attempts, 1);
        }
        QCOMPARE(delivered.size(), 2);
    }
    void eachByItsOwnRow()
    {
        Bench b;
        const auto ids = b.enqueueMany(7);
        const Reason words = Reason::said(QStringLiteral("words"));
        b.source.rows = {{QStringLiteral("1"), {Outcome::Is::AlreadySo, words}}, {QStringLiteral("2"), {Outcome::Is::Conflict, words}},
            {QStringLiteral("3"), {Outcome::Is::Refused, words}}, {QStringLiteral("4"), notSent(Outcome::Hindrance::Target)},
            {QStringLiteral("5"), unknown()}, {QStringLiteral("6"), notSent(Outcome::Hindrance::Source)}};
        b.source.found = {unknown()};
        b.run();
        const std::vector<OutboxState> wanted {OutboxState::Confirmed, OutboxState::Superseded, OutboxState::Conflict, OutboxState::Rejected,
            OutboxState::Queued, OutboxState::Unknown, OutboxState::Queued};
        for (std::size_t i = 0; i < ids.size(); ++i) {
            QCOMPARE(b.state(ids[i]), wanted[i]);
        }
        QCOMPARE(b.entry(ids[3]).reason, words);
        QCOMPARE(b.source.calls.size(), std::size_t(1));
        QCOMPARE(b.source.performed.size(), std::size_t(0));
    }
    void noMoreThanTheSourceTakes()
    {
        Bench b;
        b.source.together = 3;
        const auto ids = b.enqueueMany(7);
        b.run();
        QCOMPARE(b.source.calls.size(), std::size_t(2));
        QCOMPARE(b.source.calls[0].size(), std::size_t(3));
        QCOMPARE(b.source.calls[1].size(), std::size_t(3));
        QCOMPARE(b.source.performed.size(), std::size_t(1));
        QCOMPARE(b.states(ids), std::vector<OutboxState>(7, OutboxState::Confirmed));
    }
    void aboutTheSameAlertOneAfterTheOther()
    {
        Bench b;
        const QUuid first = b.enqueue(QStringLiteral("1"));
        const QUuid second = b.enqueue(QStringLiteral("1"), Millis(600'000), Verb::Note);
        const QUuid other = b.enqueue(QStringLiteral("2"));
        b.run();
        QCOMPARE(b.source.calls.size(), std::size_t(1));
        QCOMPARE(b.source.calls.front().size(), std::size_t(2));
        QCOMPARE(b.source.calls.front()[0].id, first);
        QCOMPARE(b.source.calls.front()[1].id, other);
        QCOMPARE(b.source.performed.front().id, second);
    }
    void aCallThatHangsHoldsUpNoOther()
    {
        Bench b;
        b.rules.slowAfter = Millis(50);
        b.restart();
        const auto ids = b.enqueueMany(20);
        b.source.hangingCalls = 1;
        b.answer();
        QTRY_COMPARE(b.source.calls.size(), std::size_t(1));
        const QUuid same = b.enqueue(QStringLiteral("1"), Millis(600'000), Verb::Note);
        const QUuid other = b.enqueue(QStringLiteral("other"));
        b.answer();
        QTRY_COMPARE(b.state(other), OutboxState::Confirmed);
        QCOMPARE(b.states(ids), std::vector<OutboxState>(20, OutboxState::Sending));
        QCOMPARE(b.state(same), OutboxState::Queued);
        b.source.hungCall.finish(std::vector<Outcome>(20, done()));
        b.settle();
        QCOMPARE(b.states(ids), std::vector<OutboxState>(20, OutboxState::Confirmed));
        QCOMPARE(b.state(same), OutboxState::Confirmed);
    }
    void anAnswerThatIsCutOffIsReadBackOneByOne()
    {
        Bench b;
        b.source.member = QStringLiteral("call");
        const auto ids = b.enqueueMany(5);
        b.source.callError = errorOf(ErrorKind::Internal);
        b.source.found = {done(QStringLiteral("found")), done(QStringLiteral("found")), notSent(), done(QStringLiteral("found"))};
        b.run();
        QCOMPARE(b.source.targets, QStringList(5, QStringLiteral("call")));
        QCOMPARE(b.states(ids),
            (std::vector<OutboxState> {
                OutboxState::Confirmed, OutboxState::Confirmed, OutboxState::Unknown, OutboxState::Confirmed, OutboxState::Confirmed}));
        QCOMPARE(b.source.calls.size(), std::size_t(1));
        b.source.found = {notSent()};
        b.pass(Millis(1'000));
        // Missed twice: sent again, once.
        QCOMPARE(b.source.performed.size(), std::size_t(1));
        QCOMPARE(b.source.performed.front().id, ids[2]);
        QCOMPARE(b.state(ids[2]), OutboxState::Confirmed);
    }
    void oneLookSettlesAllThatAreInDoubt()
    {
        Bench b;
        b.source.lookedTogether = 1'000;
        b.source.member = QStringLiteral("call");
        const auto ids = b.enqueueMany(50);
        b.source.callError = errorOf(ErrorKind::Internal);
        b.source.found = std::deque<Result<Outcome>>(49, done(QStringLiteral("found")));
        b.source.found.push_back(notSent());
        b.run();
        QCOMPARE(b.source.looks.size(), std::size_t(1));
        QCOMPARE(b.source.looks.front().size(), std::size_t(50));
        QCOMPARE(b.source.targets, QStringList {QStringLiteral("call")});
        QCOMPARE(b.source.readBacks.size(), std::size_t(0));
        std::vector<OutboxState> wanted(50, OutboxState::Confirmed);
        wanted.back() = OutboxState::Unknown;
        QCOMPARE(b.states(ids), wanted);
        b.pass(Millis(1'000));
        QCOMPARE(b.source.performed.size(), std::size_t(1));
        QCOMPARE(b.source.performed.front().id, ids.back());
    }
    void whatIsMissedTogetherIsSentTogetherAgain()
    {
        Bench b;
        b.source.lookedTogether = 1'000;
        const auto ids = b.enqueueMany(20);
        b.source.callError = errorOf(ErrorKind::Internal);
        b.run();
        QCOMPARE(b.source.looks.size(), std::size_t(1));
        QCOMPARE(b.states(ids), std::vector<OutboxState>(20, OutboxState::Unknown));
        b.source.callError.reset();
        b.pass(Millis(1'000));
        QCOMPARE(b.source.looks.size(), std::size_t(2));
        QCOMPARE(b.source.calls.size(), std::size_t(2));
        QCOMPARE(b.source.calls[1].size(), std::size_t(20));
        QCOMPARE(b.states(ids), std::vector<OutboxState>(20, OutboxState::Confirmed));
    }
    void aLookForManyThatFailsDecidesNothing()
    {
        Bench b;
        b.source.lookedTogether = 1'000;
        const auto ids = b.enqueueMany(20);
        b.source.callError = errorOf(ErrorKind::Internal);
        b.source.found = {tl::unexpected(errorOf(ErrorKind::Offline))};
        b.run();
        QCOMPARE(b.states(ids), std::vector<OutboxState>(20, OutboxState::Unknown));
        b.source.found = {done(QStringLiteral("found"))};
        b.pass(Millis(15'000));
        QCOMPARE(b.source.looks.size(), std::size_t(2));
        QCOMPARE(b.source.looks[1].size(), std::size_t(20));
        QCOMPARE(b.states(ids), std::vector<OutboxState>(20, OutboxState::Confirmed));
        QCOMPARE(b.source.calls.size(), std::size_t(1));
    }
    void onlyThoseOfOneCallAreLookedForTogether()
    {
        Bench b;
        b.source.lookedTogether = 1'000;
        b.source.together = 2;
        const auto ids = b.enqueueMany(4);
        int call = 0;
        b.source.beforeAnswer = [&b, &call] { b.source.member = QStringLiteral("call %1").arg(++call); };
        b.source.member = QStringLiteral("call 0");
        b.source.callError = errorOf(ErrorKind::Internal);
        b.source.found = {done(QStringLiteral("found"))};
        b.run();
        QCOMPARE(b.source.looks.size(), std::size_t(2));
        QCOMPARE(b.source.targets, (QStringList {QStringLiteral("call 0"), QStringLiteral("call 1")}));
        QCOMPARE(b.states(ids), std::vector<OutboxState>(4, OutboxState::Confirmed));
    }
    void aWrongNumberOfOutcomesDecidesNothing()
    {
        Bench b;
        const auto ids = b.enqueueMany(3);
        b.source.hangingCalls = 1;
        b.source.hungCall.finish(std::vector<Outcome>(2, done()));
        b.source.found = {unknown()};
        b.run();
        QCOMPARE(b.states(ids), std::vector<OutboxState>(3, OutboxState::Unknown));
    }
    void afterAKillEachIsReadBack()
    {
        Bench b;
        b.source.member = QStringLiteral("call");
        const auto ids = b.enqueueMany(3);
        b.source.hangingCalls = 1;
        b.answer();
        QTRY_COMPARE(b.source.calls.size(), std::size_t(1));
        QTRY_COMPARE(b.entry(ids[2]).target, QStringLiteral("call"));
        b.courier.reset();
        b.reopen();
        b.restart();
        b.source.found = {done(QStringLiteral("found"))};
        b.run();
        QCOMPARE(b.source.targets, QStringList(3, QStringLiteral("call")));
        QCOMPARE(b.states(ids), std::vector<OutboxState>(3, OutboxState::Confirmed));
        QCOMPARE(b.source.calls.size(), std::size_t(1));
        QCOMPARE(b.source.performed.size(), std::size_t(0));
    }
    void aPauseIsKeptOnceAndThenAllGoTogether()
    {
        Bench b;
        const auto ids = b.enqueueMany(50);
        for (int i = 0; i < 50; ++i) {
            b.source.rows.insert(QString::number(i), notSent(Outcome::Hindrance::Access, Millis(30'000)));
        }
        b.run();
        b.pass(Millis(29'000));
        QCOMPARE(b.source.calls.size(), std::size_t(1));
        b.source.rows.clear();
        b.pass(Millis(2'000));
        QCOMPARE(b.source.calls.size(), std::size_t(2));
        QCOMPARE(b.source.calls[1].size(), std::size_t(50));
        QCOMPARE(b.states(ids), std::vector<OutboxState>(50, OutboxState::Confirmed));
    }
    void aServerThatFailsIsTriedWithAllOfThem()
    {
        Bench b;
        const auto ids = b.enqueueMany(30);
        for (int i = 0; i < 30; ++i) {
            b.source.rows.insert(QString::number(i), notSent(Outcome::Hindrance::Source));
        }
        b.run();
        b.source.rows.clear();
        b.pass(Millis(5'000));
        QCOMPARE(b.source.calls.size(), std::size_t(2));
        QCOMPARE(b.source.calls[1].size(), std::size_t(30));
        QCOMPARE(b.states(ids), std::vector<OutboxState>(30, OutboxState::Confirmed));
    }

private:
    struct Bench : CourierBench {
        Bench() { source.together = 250; }
        /// About the alerts "0", "1" ..., in one transaction.
        std::vector<QUuid> enqueueMany(int count)
        {
            std::vector<AlertAction> actions;
            std::vector<QUuid> ids;
            for (int i = 0; i < count; ++i) {
                AlertAction action;
                action.id = QUuid::createUuid();
                action.source = Am;
                action.alert = {Am, QString::number(i)};
                action.duration = Millis(3'600'000);
                action.createdAt = clock.now();
                ids.push_back(action.id);
                actions.push_back(action);
            }
            value(store->enqueue(actions, Millis(600'000)));
            return ids;
        }
        std::vector<OutboxState> states(const std::vector<QUuid> &ids)
        {
            std::vector<OutboxState> all;
            for (const QUuid &id : ids) {
                all.push_back(state(id));
            }
            return all;
        }
    };
};

QTEST_GUILESS_MAIN(TestCourierTogether)
#include "tst_couriertogether.moc"
