#include "app/store/storedtimelines.h"
#include "tests/unit/store/storetest.h"

using namespace quarterdeck;

namespace {

using Kind = HistoryEvent::Kind;

const SourceId Pager = QStringLiteral("eu-am");
const AlertKey Key {Pager, QStringLiteral("f1")};

SourceEvent told(const char *id, Kind kind, UtcTime at, const QString &who = {}, const QString &detail = {})
{
    SourceEvent event;
    event.id = QString::fromLatin1(id);
    event.what.alert = Key;
    event.what.kind = kind;
    event.what.at = at;
    event.what.who = who;
    event.what.detail = detail;
    return event;
}

} // namespace

/// What sources tell of the past of their alerts, in the history and in the figures.
class TestStoreTimelines : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<StoreFolder>();
        m_store = m_folder->open();
        QVERIFY(await(m_store->apply(someBatch({someAlert(Key.id)}))));
    }
    void cleanup() { m_store.reset(); }

    void eachEventIsThereOnce()
    {
        const std::vector<SourceEvent> events {
            told("E1", Kind::Acknowledged, at(10), QStringLiteral("Ana Alvarez")), told("E2", Kind::Told, at(11), {}, QStringLiteral("Odd <b>"))};
        QVERIFY(put(events, at(12)));
        QVERIFY(put(events, at(12)));
        const auto story = await(m_store->history(Key));
        QCOMPARE(int(story->size()), 3);
        QCOMPARE((*story)[1].kind, Kind::Acknowledged);
        QCOMPARE((*story)[1].who, QStringLiteral("Ana Alvarez"));
        QCOMPARE((*story)[2].detail, QStringLiteral("Odd <b>"));
        QVERIFY((*story)[1].id != (*story)[2].id);
        QCOMPARE(*await(StoredTimelines(*m_store).cursor(Pager)), (TimelineCursor {QStringLiteral("c"), at(12)}));
        QCOMPARE(*await(StoredTimelines(*m_store).cursor(QStringLiteral("other"))), TimelineCursor {});
    }

    // The log is read after the poll that saw it, or before.
    void theFiringIsAsItIsTold_data()
    {
        QTest::addColumn<bool>("isToldFirst");
        QTest::newRow("poll first") << false;
        QTest::newRow("log first") << true;
    }
    void theFiringIsAsItIsTold()
    {
        QFETCH(bool, isToldFirst);
        const auto tell = [this] {
            QVERIFY(put({told("E1", Kind::Acknowledged, at(10), QStringLiteral("Ana")), told("E2", Kind::Unacknowledged, at(20)),
                            told("E3", Kind::Acknowledged, at(25), QStringLiteral("Ben")), told("E4", Kind::Resolved, at(31), QStringLiteral("Ben"))},
                at(40)));
        };
        if (isToldFirst) {
            tell();
        }
        Alert alert = someAlert(Key.id);
        alert.state = AlertState::Acknowledged;
        alert.holds = {{HoldKind::Acknowledgement, {}, QStringLiteral("Ben")}};
        QVERIFY(await(m_store->apply(someBatch({alert}, at(28)))));
        Batch gone = someBatch({}, at(60));
        gone.gone = {Key};
        QVERIFY(await(m_store->apply(gone)));
        if (!isToldFirst) {
            const Incident before = incident();
            QVERIFY(before.isAutoResolved && before.resolved == at(60));
            tell();
        }
        const Incident after = incident();
        QCOMPARE(after.acknowledged, std::optional(at(10)));
        QCOMPARE(after.user, QStringLiteral("Ana"));
        QCOMPARE(after.resolved, std::optional(at(31)));
        QVERIFY(!after.isAutoResolved);
        const auto story = await(m_store->history(Key));
        QCOMPARE(int(story->size()), 5);
        QCOMPARE(story->back().who, QStringLiteral("Ben"));
        QCOMPARE(story->back().at, at(31));
    }

    void whatTheServiceEndsIsEndedByTheMonitor()
    {
        QVERIFY(put({told("E1", Kind::Resolved, at(5))}, at(6)));
        QVERIFY(!incident().resolved);
        Batch gone = someBatch({}, at(60));
        gone.gone = {Key};
        QVERIFY(await(m_store->apply(gone)));
        QVERIFY(incident().isAutoResolved);
        QCOMPARE(incident().resolved, std::optional(at(5)));
        // What begins again is open, and what is told of the end before says nothing of the next one.
        QVERIFY(put({told("E2", Kind::Fired, at(70), QStringLiteral("Ben"))}, at(71)));
        QVERIFY(await(m_store->apply(someBatch({someAlert(Key.id)}, at(80)))));
        QVERIFY(!incident().resolved);
        gone.observedAt = at(100);
        QVERIFY(await(m_store->apply(gone)));
        QCOMPARE(incident().resolved, std::optional(at(100)));
    }

    // Our own key press was before; it is in force since the source has it.
    void anAcknowledgementOfOursIsTimedByTheSource()
    {
        QVERIFY(put({}, at(1)));
        AlertAction action = someAction(Key);
        action.author = QStringLiteral("ana");
        action.createdAt = at(2);
        QVERIFY(await(m_store->enqueue({action}, Millis(600'000))));
        QVERIFY(await(m_store->settle(action.id, OutboxState::Sending, {}, {})));
        QVERIFY(put({told("E1", Kind::Acknowledged, at(9), QStringLiteral("Ana Alvarez"))}, at(10)));
        QVERIFY(await(m_store->settle(action.id, OutboxState::Confirmed, {}, {})));
        QCOMPARE(incident().acknowledged, std::optional(at(9)));
        QCOMPARE(incident().user, QStringLiteral("Ana Alvarez"));
    }

    void howFarItWasReadIsSaid()
    {
        QVERIFY(put({told("E1", Kind::Told, at(-30), {}, QStringLiteral("x"))}, at(-20)));
        m_folder->clock.advance(Millis(3'600'000));
        const auto story = await(m_store->history(Key));
        QCOMPARE(story->back().kind, Kind::Unread);
        QCOMPARE(story->back().at, at(-20));
        // Nobody reads a log of this one.
        Alert other = someAlert(QStringLiteral("f2"));
        other.key.source = QStringLiteral("other");
        Batch batch = someBatch({other});
        batch.source = other.key.source;
        QVERIFY(await(m_store->apply(batch)));
        QCOMPARE(int(await(m_store->history(other.key))->size()), 1);
    }

    void itIsThereAfterARestartAndAges()
    {
        QVERIFY(put({told("E1", Kind::Acknowledged, at(10), QStringLiteral("Ana"))}, at(12)));
        m_store.reset();
        m_store = m_folder->open();
        QCOMPARE(m_store->report().lostRows, 0);
        QCOMPARE(int(await(m_store->history(Key))->size()), 2);
        m_folder->clock.advance(Millis(40LL * 86'400'000));
        QVERIFY(await(m_store->retain(30, 30)));
        const auto left = await(m_store->history(Key));
        QVERIFY(std::ranges::count(*left, Kind::Acknowledged, &HistoryEvent::kind) == 0);
    }

    void anotherServerIsReadFromTheBeginning()
    {
        QVERIFY(put({}, at(12)));
        m_store->adopt({{Pager, {QStringLiteral("one")}}}, {Pager});
        QCOMPARE(await(StoredTimelines(*m_store).cursor(Pager))->text, QStringLiteral("c"));
        m_store.reset();
        m_store = m_folder->open();
        m_store->adopt({{Pager, {QStringLiteral("two")}}}, {Pager});
        QCOMPARE(*await(StoredTimelines(*m_store).cursor(Pager)), TimelineCursor {});
    }

private:
    static UtcTime at(int second) { return TestStart + Millis(second * 1000LL); }
    bool put(const std::vector<SourceEvent> &events, UtcTime readTo)
    {
        return await(StoredTimelines(*m_store).put(Pager, events, {QStringLiteral("c"), readTo})).has_value();
    }
    Incident incident() { return await(m_store->incidents({TestStart - Millis(86'400'000), TestStart + Millis(86'400'000)}))->front(); }

    std::unique_ptr<StoreFolder> m_folder;
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(TestStoreTimelines)
#include "tst_storetimelines.moc"
