#include "tests/unit/store/storetest.h"

using namespace quarterdeck;

namespace {

constexpr Millis TenMinutes {600'000};
const AlertKey Key {QStringLiteral("eu-am"), QStringLiteral("f1")};

AlertAction wishOf(Verb verb)
{
    AlertAction action = someAction(Key, verb);
    action.silenceId.clear();
    return action;
}

} // namespace

/// Wishes about one alert that meet in the outbox.
class TestStoreOverlaps : public QObject {
    Q_OBJECT

    std::unique_ptr<StoreFolder> m_folder;
    std::unique_ptr<Store> m_store;

    OutboxEntry stored(const AlertAction &action) { return await(m_store->enqueue({action}, TenMinutes))->front(); }
    OutboxEntry entryOf(const AlertAction &action)
    {
        const auto entries = await(m_store->entries());
        for (const OutboxEntry &entry : *entries) {
            if (entry.action.id == action.id) {
                return entry;
            }
        }
        return {};
    }
    void settle(const AlertAction &action, OutboxState state, const QString &silence = {})
    {
        QVERIFY(await(m_store->settle(action.id, state, {}, silence)));
    }

private slots:
    void init()
    {
        m_store.reset();
        m_folder = std::make_unique<StoreFolder>();
        m_store = m_folder->open();
        QVERIFY(await(m_store->apply(someBatch({someAlert(Key.id)}))));
    }
    void cleanup() { m_store.reset(); }

    void theSameIsStoredOnce()
    {
        const AlertAction first = wishOf(Verb::Acknowledge);
        const AlertAction second = wishOf(Verb::Acknowledge);
        QCOMPARE(stored(first).action.id, first.id);
        QCOMPARE(stored(second).action.id, first.id);
        // On its way or in doubt it stands for the second as well.
        settle(first, OutboxState::Unknown);
        QCOMPARE(stored(second).action.id, first.id);
        settle(first, OutboxState::Rejected);
        QCOMPARE(stored(second).action.id, second.id);
    }

    void whatIsUnsentIsTakenBack()
    {
        const AlertAction ack = wishOf(Verb::Acknowledge);
        stored(ack);
        const OutboxEntry back = stored(wishOf(Verb::Unacknowledge));
        QCOMPARE(back.state, OutboxState::Superseded);
        QCOMPARE(back.reason.code, ReasonCode::UndidUnsent);
        QCOMPARE(entryOf(ack).state, OutboxState::Withdrawn);
        QCOMPARE(await(m_store->alerts())->front().pending, Pending::None);
    }

    // The one in force has to be ended at its source.
    void whatIsHeldIsEndedAsWell()
    {
        Alert held = someAlert(Key.id);
        held.state = AlertState::Acknowledged;
        QVERIFY(await(m_store->apply(someBatch({held}))));
        const AlertAction ack = wishOf(Verb::Acknowledge);
        stored(ack);
        QCOMPARE(stored(wishOf(Verb::Unacknowledge)).state, OutboxState::Queued);
        QCOMPARE(entryOf(ack).state, OutboxState::Withdrawn);
    }

    // Nor is what was confirmed since the alert was seen last.
    void whatIsHeldAndNotSeenYetIsEndedAsWell()
    {
        const AlertAction ack = wishOf(Verb::Acknowledge);
        stored(ack);
        settle(ack, OutboxState::Confirmed, QStringLiteral("s"));
        stored(wishOf(Verb::Acknowledge));
        QCOMPARE(stored(wishOf(Verb::Unacknowledge)).state, OutboxState::Queued);
    }

    void whatMayBeSentIsWaitedFor_data()
    {
        QTest::addColumn<int>("made");
        QTest::addColumn<int>("later");
        QTest::newRow("acknowledgement") << int(Verb::Acknowledge) << int(Verb::Unacknowledge);
        QTest::newRow("silence") << int(Verb::Silence) << int(Verb::ExpireSilence);
        QTest::newRow("longer silence") << int(Verb::Silence) << int(Verb::ExtendSilence);
    }
    void whatMayBeSentIsWaitedFor()
    {
        QFETCH(int, made);
        QFETCH(int, later);
        const AlertAction first = wishOf(Verb(made));
        stored(first);
        settle(first, OutboxState::Sending);
        settle(first, OutboxState::Unknown);
        const AlertAction second = wishOf(Verb(later));
        QCOMPARE(stored(second).state, OutboxState::Queued);
        settle(first, OutboxState::Confirmed, QStringLiteral("silence-7"));
        QCOMPARE(entryOf(second).action.silenceId, QStringLiteral("silence-7"));
    }

    // Nor what somebody else has made.
    void whatCameOfNothingIsNotEnded()
    {
        const AlertAction first = wishOf(Verb::Acknowledge);
        stored(first);
        settle(first, OutboxState::Sending);
        const AlertAction second = wishOf(Verb::Unacknowledge);
        stored(second);
        settle(first, OutboxState::Superseded, QStringLiteral("theirs"));
        QCOMPARE(entryOf(second).action.silenceId, QString());
    }

    void theLastWordCounts()
    {
        const AlertAction first = wishOf(Verb::Acknowledge);
        stored(first);
        AlertAction longer = wishOf(Verb::Acknowledge);
        longer.duration *= 2;
        const OutboxEntry entry = stored(longer);
        QCOMPARE(entry.action.id, longer.id);
        QCOMPARE(entry.reason.code, ReasonCode::InPlace);
        QCOMPARE(entryOf(first).reason.code, ReasonCode::Replaced);
        // Back and forth: each takes back the one before.
        QCOMPARE(stored(wishOf(Verb::Unacknowledge)).state, OutboxState::Superseded);
        QCOMPARE(stored(wishOf(Verb::Acknowledge)).state, OutboxState::Queued);
        QCOMPARE(await(m_store->undelivered())->size(), std::size_t(1));
    }

    void ofOneBatchAsWell()
    {
        const AlertAction first = wishOf(Verb::Acknowledge);
        const auto entries = await(m_store->enqueue({first, wishOf(Verb::Acknowledge), wishOf(Verb::Note), wishOf(Verb::Note)}, TenMinutes));
        QCOMPARE(entries->size(), std::size_t(4));
        QCOMPARE((*entries)[1].action.id, first.id);
        QCOMPARE(await(m_store->undelivered())->size(), std::size_t(3));
    }
};

QTEST_GUILESS_MAIN(TestStoreOverlaps)
#include "tst_storeoverlaps.moc"
