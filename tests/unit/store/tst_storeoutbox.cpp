#include "app/store/sendtraces.h"
#include "app/store/tables/outboxtable.h"
#include "tests/unit/store/storetest.h"

#include <QRandomGenerator>
#include <QSignalSpy>

using namespace quarterdeck;

namespace {

constexpr Millis TenMinutes {600'000};

OutboxEntry entryOf(Store &store, const QUuid &id)
{
    const auto entries = await(store.entries());
    for (const OutboxEntry &entry : *entries) {
        if (entry.action.id == id) {
            return entry;
        }
    }
    return {};
}

} // namespace

class TestStoreOutbox : public QObject {
    Q_OBJECT

private slots:
    void keepsEveryFieldOverARestart()
    {
        StoreFolder folder;
        auto store = folder.open();
        const AlertAction action = someAction({QStringLiteral("eu-am"), QStringLiteral("f1")}, Verb::ExtendSilence);
        const auto queued = await(store->enqueue({action}, TenMinutes));
        QVERIFY(queued);
        QCOMPARE(queued->front().action, action);
        QCOMPARE(queued->front().notAfter, TestStart + TenMinutes);
        store.reset();
        store = folder.open();
        const auto entries = await(store->undelivered());
        QCOMPARE(int(entries->size()), 1);
        QCOMPARE(entries->front(), queued->front());
    }

    void storesAllOrNone()
    {
        StoreFolder folder;
        auto store = folder.open();
        AlertAction bad = someAction({QStringLiteral("eu-am"), QStringLiteral("f2")});
        bad.source.clear();
        const auto refused = await(store->enqueue({someAction({QStringLiteral("eu-am"), QStringLiteral("f1")}), bad}, TenMinutes));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Rejected);
        QVERIFY(await(store->entries())->empty());
    }

    void theSameIdIsNotStoredTwice()
    {
        StoreFolder folder;
        auto store = folder.open();
        const AlertAction action = someAction({QStringLiteral("eu-am"), QStringLiteral("f1")});
        QVERIFY(await(store->enqueue({action}, TenMinutes)));
        QVERIFY(await(store->enqueue({action, action}, TenMinutes)));
        QCOMPARE(int(await(store->entries())->size()), 1);
    }

    void overlaysPendingAndTellsAtOnce()
    {
        StoreFolder folder;
        auto store = folder.open();
        const Alert alert = someAlert(QStringLiteral("f1"));
        QVERIFY(await(store->apply(someBatch({alert}))));
        QSignalSpy spy(store.get(), &Store::changed);
        QTRY_COMPARE(spy.count(), 1);
        const AlertAction action = someAction(alert.key);
        QVERIFY(await(store->enqueue({action}, TenMinutes)));
        QTRY_COMPARE_WITH_TIMEOUT(spy.count(), 2, 90);
        const auto changes = spy.last().first().value<ChangeSet>();
        QVERIFY(changes.outbox);
        QCOMPARE(changes.changedAlerts.front().pending, Pending::Queued);
        QCOMPARE(changes.changedAlerts.front().state, AlertState::Triggered);
        QCOMPARE(await(store->alerts())->front().pending, Pending::Queued);
        QVERIFY(await(store->settle(action.id, OutboxState::Sending, {}, {})));
        QCOMPARE(await(store->alerts())->front().pending, Pending::Sending);
        QVERIFY(await(store->settle(action.id, OutboxState::Unknown, Reason::said(QStringLiteral("time-out")), {})));
        QCOMPARE(await(store->alerts())->front().pending, Pending::Unknown);
        QVERIFY(await(store->settle(action.id, OutboxState::Conflict, Reason {ReasonCode::FiresAgain}, {})));
        QCOMPARE(await(store->alerts())->front().pending, Pending::Conflict);
        QVERIFY(await(store->withdraw(action.id)));
        QCOMPARE(await(store->alerts())->front().pending, Pending::None);
    }

    void allThatWaitIsTakenBackAtOnce()
    {
        StoreFolder folder;
        auto store = folder.open();
        std::vector<AlertAction> actions;
        std::vector<QUuid> ids;
        for (int i = 0; i < 500; ++i) {
            actions.push_back(someAction({QStringLiteral("eu-am"), QString::number(i)}));
            ids.push_back(actions.back().id);
        }
        QVERIFY(await(store->enqueue(actions, TenMinutes)));
        QVERIFY(await(store->settle(ids[7], OutboxState::Sending, {}, {})));
        QSignalSpy spy(store.get(), &Reader::changed);
        const auto taken = await(store->withdrawAll(ids));
        QVERIFY(taken);
        QCOMPARE(taken->size(), std::size_t(499));
        QVERIFY(std::ranges::find(*taken, ids[7]) == taken->end());
        QTRY_COMPARE(spy.size(), 1);
        const auto entries = await(store->entries());
        for (const OutboxEntry &entry : *entries) {
            QCOMPARE(entry.state, entry.action.id == ids[7] ? OutboxState::Sending : OutboxState::Withdrawn);
        }
        QVERIFY(await(store->withdrawAll(ids))->empty());
        QVERIFY(await(store->withdrawAll({QUuid::createUuid()}))->empty());
    }

    void sendingSurvivesACrashAsSending()
    {
        StoreFolder folder;
        auto store = folder.open();
        const AlertAction action = someAction({QStringLiteral("eu-am"), QStringLiteral("f1")});
        QVERIFY(await(store->enqueue({action}, TenMinutes)));
        QVERIFY(await(store->settle(action.id, OutboxState::Sending, {}, {})));
        store.reset();
        store = folder.open();
        QCOMPARE(await(store->undelivered())->front().state, OutboxState::Sending);
        QCOMPARE(await(store->undelivered())->front().attempts, 1);
    }

    void confirmationIsRecordedAndEndsTheAcknowledgementTime()
    {
        StoreFolder folder;
        auto store = folder.open();
        const Alert alert = someAlert(QStringLiteral("f1"));
        QVERIFY(await(store->apply(someBatch({alert}))));
        const AlertAction action = someAction(alert.key);
        QVERIFY(await(store->enqueue({action}, TenMinutes)));
        folder.clock.advance(Millis(5000));
        QVERIFY(await(store->settle(action.id, OutboxState::Confirmed, {}, QStringLiteral("silence-9"))));
        QCOMPARE(entryOf(*store, action.id).resultSilence, QStringLiteral("silence-9"));
        const auto history = await(store->history(alert.key));
        QCOMPARE(int(history->size()), 3);
        QCOMPARE((*history)[0].kind, HistoryEvent::Kind::Fired);
        QCOMPARE((*history)[1].kind, HistoryEvent::Kind::ActionQueued);
        QCOMPARE((*history)[2].kind, HistoryEvent::Kind::ActionConfirmed);
        QCOMPARE((*history)[2].who, QStringLiteral("ana"));
        QCOMPARE((*history)[1].verb, action.verb);
        QCOMPARE((*history)[1].detail, action.comment);
        QCOMPARE((*history)[2].verb, action.verb);
        const auto incidents = await(store->incidents({TestStart - Millis(3'600'000), TestStart + Millis(1)}));
        QCOMPARE(int(incidents->size()), 1);
        QCOMPARE(incidents->front().user, QStringLiteral("ana"));
        QCOMPARE(*incidents->front().acknowledged, TestStart);
    }

    void aReasonIsKeptAsItIs()
    {
        StoreFolder folder;
        auto store = folder.open();
        const AlertAction action = someAction({QStringLiteral("eu-am"), QStringLiteral("f1")});
        const Reason why = Reason {ReasonCode::EqualTooShort}
                               .with(reasonpart::Wished, TestStart + Millis(1))
                               .with(reasonpart::By, QStringLiteral("an %2 \"a\""))
                               .with(reasonpart::Until, TestStart);
        QVERIFY(await(store->enqueue({action}, TenMinutes)));
        QVERIFY(await(store->settle(action.id, OutboxState::Conflict, why, {})));
        store.reset();
        store = folder.open();
        QCOMPARE(entryOf(*store, action.id).reason, why);
        const auto history = await(store->history(action.alert));
        QCOMPARE(history->back().kind, HistoryEvent::Kind::ActionFailed);
        QCOMPARE(history->back().verb, action.verb);
        QCOMPARE(history->back().reason, why);
        QCOMPARE(history->back().detail, QString());
        QCOMPARE(store->report().lostRows, 0);
    }

    void severalMoveOnInOneTransaction()
    {
        StoreFolder folder;
        auto store = folder.open();
        std::vector<AlertAction> actions;
        std::vector<Settlement> sendings;
        for (const char *alert : {"f1", "f2", "f3"}) {
            actions.push_back(someAction({QStringLiteral("eu-am"), QLatin1StringView(alert)}));
            sendings.push_back({actions.back().id, OutboxState::Sending});
        }
        sendings.push_back({QUuid::createUuid(), OutboxState::Sending});
        QVERIFY(await(store->enqueue(actions, TenMinutes)));
        QVERIFY(await(store->withdraw(actions[1].id)));
        // Those that can: not what was withdrawn meanwhile, nor what there is not.
        const auto moved = await(SendTraces(*store).settle(sendings));
        QVERIFY(moved);
        QCOMPARE(*moved, (std::vector<QUuid> {actions[0].id, actions[2].id}));
        const QString call = QStringLiteral("00ff");
        QCOMPARE(await(SendTraces(*store).note({actions[0].id, actions[1].id}, call, {})).error().kind, ErrorKind::Conflict);
        QCOMPARE(entryOf(*store, actions[0].id).target, QString());
        QVERIFY(await(SendTraces(*store).note(*moved, call, {})));
        store.reset();
        store = folder.open();
        for (const std::size_t i : {0, 2}) {
            QCOMPARE(entryOf(*store, actions[i].id).state, OutboxState::Sending);
            QCOMPARE(entryOf(*store, actions[i].id).target, call);
            QCOMPARE(entryOf(*store, actions[i].id).attempts, 1);
        }
        QCOMPARE(entryOf(*store, actions[1].id).state, OutboxState::Withdrawn);
        const Reason why = Reason::said(QStringLiteral("no"));
        QVERIFY(await(SendTraces(*store).settle(
            {{actions[0].id, OutboxState::Confirmed, {}, QStringLiteral("s1")}, {actions[2].id, OutboxState::Rejected, why}})));
        QCOMPARE(entryOf(*store, actions[0].id).resultSilence, QStringLiteral("s1"));
        QCOMPARE(entryOf(*store, actions[2].id).reason, why);
        QCOMPARE(await(store->history(actions[0].alert))->back().kind, HistoryEvent::Kind::ActionConfirmed);
        QCOMPARE(store->report().lostRows, 0);
    }

    void theMemberAndTheFirstLookAreKeptWhileItIsOnItsWay()
    {
        StoreFolder folder;
        auto store = folder.open();
        const AlertAction action = someAction({QStringLiteral("eu-am"), QStringLiteral("f1")});
        const QString member = QStringLiteral("00ff");
        QVERIFY(await(store->enqueue({action}, TenMinutes)));
        QCOMPARE(await(SendTraces(*store).note({action.id}, member, {})).error().kind, ErrorKind::Conflict);
        QCOMPARE(await(SendTraces(*store).note({QUuid::createUuid()}, member, {})).error().kind, ErrorKind::NotFound);
        QVERIFY(await(store->settle(action.id, OutboxState::Sending, {}, {})));
        QVERIFY(await(SendTraces(*store).note({action.id}, member, {})));
        QVERIFY(await(store->settle(action.id, OutboxState::Unknown, {}, {})));
        QVERIFY(await(SendTraces(*store).note({action.id}, member, TestStart)));
        store.reset();
        store = folder.open();
        QCOMPARE(entryOf(*store, action.id).target, member);
        QCOMPARE(entryOf(*store, action.id).missedAt, TestStart);
        QCOMPARE(store->report().lostRows, 0);
        QVERIFY(await(store->settle(action.id, OutboxState::Queued, {}, {})));
        // It never arrived at that member: the next try begins with another one.
        QCOMPARE(entryOf(*store, action.id).target, member);
        QVERIFY(!entryOf(*store, action.id).missedAt.isValid());
        QVERIFY(await(store->settle(action.id, OutboxState::Sending, {}, {})));
        QCOMPARE(entryOf(*store, action.id).target, QString());
    }

    void whatWasSentCannotBeTakenBack()
    {
        StoreFolder folder;
        auto store = folder.open();
        const AlertAction action = someAction({QStringLiteral("eu-am"), QStringLiteral("f1")});
        QVERIFY(await(store->enqueue({action}, TenMinutes)));
        QVERIFY(await(store->settle(action.id, OutboxState::Sending, {}, {})));
        QCOMPARE(await(store->withdraw(action.id)).error().kind, ErrorKind::Conflict);
        QCOMPARE(await(store->withdraw(QUuid::createUuid())).error().kind, ErrorKind::NotFound);
    }

    void resendingIsANewActionAgainstTheStateOfNow()
    {
        StoreFolder folder;
        auto store = folder.open();
        Alert alert = someAlert(QStringLiteral("f1"));
        QVERIFY(await(store->apply(someBatch({alert}))));
        const AlertAction action = someAction(alert.key);
        QVERIFY(await(store->enqueue({action}, TenMinutes)));
        QCOMPARE(await(store->resend(action.id)).error().kind, ErrorKind::Conflict);
        QVERIFY(await(store->settle(action.id, OutboxState::Expired, Reason {ReasonCode::ExpiredUnsent}, {})));
        folder.clock.advance(Millis(900'000));
        const auto again = await(store->resend(action.id));
        QVERIFY(again);
        QVERIFY(again->action.id != action.id);
        QCOMPARE(again->action.expectedStart, alert.startsAt);
        QCOMPARE(again->notAfter, folder.clock.now() + TenMinutes);
        QCOMPARE(entryOf(*store, action.id).state, OutboxState::Superseded);
        QCOMPARE(int(await(store->undelivered())->size()), 1);
        QCOMPARE(await(store->resend(action.id)).error().kind, ErrorKind::Conflict);
    }

    void endedEntriesAreListedForADay()
    {
        StoreFolder folder;
        auto store = folder.open();
        const AlertAction action = someAction({QStringLiteral("eu-am"), QStringLiteral("f1")});
        const AlertAction waiting = someAction({QStringLiteral("eu-am"), QStringLiteral("f2")});
        QVERIFY(await(store->enqueue({action, waiting}, TenMinutes)));
        QVERIFY(await(store->withdraw(action.id)));
        QCOMPARE(int(await(store->entries())->size()), 2);
        folder.clock.advance(Millis(25LL * 3'600'000));
        QCOMPARE(int(await(store->entries())->size()), 1);
        QCOMPARE(await(store->entries())->front().action.id, waiting.id);
    }

    /// A thousand random moves of twenty entries, with restarts, against a model in memory.
    void followsTheModelOfTransitions()
    {
        StoreFolder folder;
        auto store = folder.open();
        QRandomGenerator random(20261121);
        std::vector<AlertAction> actions;
        QHash<QUuid, OutboxState> model;
        for (int i = 0; i < 20; ++i) {
            actions.push_back(someAction({QStringLiteral("eu-am"), QString::number(i)}));
            model.insert(actions.back().id, OutboxState::Queued);
        }
        QVERIFY(await(store->enqueue(actions, TenMinutes)));
        int refused = 0;
        for (int i = 0; i < 1000; ++i) {
            const QUuid id = actions[random.bounded(quint32(actions.size()))].id;
            // Ends are rarer, so that entries live long enough to be moved about.
            const auto to = OutboxState(random.bounded(10) == 0 ? random.bounded(9) : QList<int> {0, 1, 4, 5}[random.bounded(4)]);
            const bool isAllowed = mayMove(model[id], to);
            const auto done = to == OutboxState::Withdrawn ? await(store->withdraw(id)) : await(store->settle(id, to, {}, {}));
            QCOMPARE(done.has_value(), isAllowed);
            if (isAllowed) {
                model[id] = to;
            } else {
                QCOMPARE(done.error().kind, ErrorKind::Conflict);
                ++refused;
            }
            if (i % 200 == 199) {
                store.reset();
                store = folder.open();
            }
        }
        QVERIFY(refused > 100);
        for (auto it = model.cbegin(); it != model.cend(); ++it) {
            QCOMPARE(entryOf(*store, it.key()).state, it.value());
        }
    }

    void endsStayEnds()
    {
        for (int from = 0; from < 9; ++from) {
            for (int to = 0; to < 9; ++to) {
                if (isFinal(OutboxState(from))) {
                    QVERIFY(!mayMove(OutboxState(from), OutboxState(to)));
                }
            }
        }
        QVERIFY(!mayMove(OutboxState::Conflict, OutboxState::Sending));
        QVERIFY(!mayMove(OutboxState::Conflict, OutboxState::Queued));
        QVERIFY(!mayMove(OutboxState::Unknown, OutboxState::Withdrawn));
    }
};

QTEST_GUILESS_MAIN(TestStoreOutbox)
#include "tst_storeoutbox.moc"
