#include "app/sync/snapshotdiff.h"
#include "tests/unit/sync/fakesources.h"

#include <QTest>

#include <functional>

using namespace quarterdeck;

Q_DECLARE_METATYPE(std::function<void(quarterdeck::Alert &)>)

namespace {
const QString Am = QStringLiteral("am");

/// Knows these alerts as they are read from what is stored.
KnownAlerts knowing(const std::vector<Alert> &alerts)
{
    Imprinter imprinter;
    std::vector<AlertImprint> imprints;
    for (const Alert &alert : alerts) {
        imprints.push_back(imprinter.of(alert));
    }
    return KnownAlerts(imprints);
}

Alert fullAlert()
{
    Alert alert = alertOf(QStringLiteral("a"));
    alert.annotations = Labels {{QStringLiteral("summary"), QStringLiteral("slow")}};
    alert.holds.set(HoldKind::Silence, {QStringLiteral("s1"), QStringLiteral("s2")});
    alert.holds.set(HoldKind::Inhibition, {QStringLiteral("i1")});
    deriveFields(alert);
    return alert;
}
} // namespace

class TestSnapshotDiff : public QObject {
    Q_OBJECT

private slots:
    void absenceResolvesOnlyWhenComplete()
    {
        const KnownAlerts known = knowing({alertOf(QStringLiteral("a")), alertOf(QStringLiteral("b"))});
        const Batch complete = known.compare(snapshotOf({alertOf(QStringLiteral("a"))}), Am, {5});
        QCOMPARE(complete.gone.size(), std::size_t(1));
        QCOMPARE(complete.gone.front(), (AlertKey {Am, QStringLiteral("b")}));
        QVERIFY(complete.upserts.empty());
        const Batch partial = known.compare(snapshotOf({alertOf(QStringLiteral("a"))}, false), Am, {5});
        QVERIFY(partial.gone.empty());
        const Batch nothing = known.compare(snapshotOf({}, false), Am, {5});
        QVERIFY(nothing.gone.empty());
    }
    void rollingTimesAreNoChange()
    {
        const KnownAlerts known = knowing({alertOf(QStringLiteral("a"))});
        Alert same = alertOf(QStringLiteral("a"));
        same.endsAt = {9};
        same.updatedAt = {9};
        same.pending = Pending::Queued;
        QVERIFY(known.compare(snapshotOf({same}), Am, {5}).upserts.empty());
        Alert silenced = same;
        silenced.holds.add({HoldKind::Silence, QStringLiteral("s")});
        QCOMPARE(known.compare(snapshotOf({silenced}), Am, {5}).upserts.size(), std::size_t(1));
        Alert owned = same;
        owned.team = QStringLiteral("payments");
        QCOMPARE(known.compare(snapshotOf({owned}), Am, {5}).upserts.size(), std::size_t(1));
    }
    void everyLastingFieldIsSeenToChange_data()
    {
        using Change = std::function<void(Alert &)>;
        QTest::addColumn<Change>("change");
        const QString other = QStringLiteral("other");
        QTest::newRow("state") << Change([](Alert &a) { a.state = AlertState::Acknowledged; });
        QTest::newRow("severity") << Change([](Alert &a) { a.severity = Severity::Critical; });
        QTest::newRow("startsAt") << Change([](Alert &a) { a.startsAt = a.startsAt + Millis(1); });
        QTest::newRow("rawState") << Change([other](Alert &a) { a.rawState = other; });
        QTest::newRow("title") << Change([other](Alert &a) { a.title = other; });
        QTest::newRow("summary") << Change([other](Alert &a) { a.summary = other; });
        QTest::newRow("service") << Change([other](Alert &a) { a.service = other; });
        QTest::newRow("team") << Change([other](Alert &a) { a.team = other; });
        QTest::newRow("cluster") << Change([other](Alert &a) { a.cluster = other; });
        QTest::newRow("acknowledgement") << Change([other](Alert &a) { a.holds.add({HoldKind::Acknowledgement, other}); });
        QTest::newRow("snoozed instead") << Change([](Alert &a) { a.holds.set(HoldKind::Snooze, a.holds.ids(HoldKind::Silence)); });
        QTest::newRow("by whom") << Change([other](Alert &a) { a.holds.add({HoldKind::Acknowledgement, {}, other}); });
        QTest::newRow("until when") << Change([](Alert &a) { a.holds.add({HoldKind::Acknowledgement, {}, {}, {1}}); });
        QTest::newRow("for one receiver") << Change([other](Alert &a) { a.holds.add({HoldKind::TimeInterval, {}, {}, {}, other}); });
        QTest::newRow("generatorUrl") << Change([other](Alert &a) { a.generatorUrl = other; });
        QTest::newRow("runbookUrl") << Change([other](Alert &a) { a.runbookUrl = other; });
        QTest::newRow("label value") << Change([other](Alert &a) { a.labels.insert(QStringLiteral("service"), other); });
        QTest::newRow("label added") << Change([other](Alert &a) { a.labels.insert(other, {}); });
        QTest::newRow("label removed") << Change([](Alert &a) { a.labels.remove(u"service"); });
        QTest::newRow("annotation value") << Change([other](Alert &a) { a.annotations.insert(QStringLiteral("summary"), other); });
        QTest::newRow("annotation added") << Change([other](Alert &a) { a.annotations.insert(other, {}); });
        QTest::newRow("silence") << Change([other](Alert &a) { a.holds.add({HoldKind::Silence, other}); });
        QTest::newRow("one silence fewer") << Change([](Alert &a) { a.holds.set(HoldKind::Silence, {QStringLiteral("s1")}); });
        QTest::newRow("inhibition") << Change([](Alert &a) { a.holds.remove(HoldKind::Inhibition); });
        QTest::newRow("assigned") << Change([other](Alert &a) { a.assigned.append(other); });
        QTest::newRow("correlation") << Change([other](Alert &a) { a.correlation = other; });
        QTest::newRow("can") << Change([](Alert &a) { a.can = a.can.without(Verb::Acknowledge); });
        QTest::newRow("link") << Change([other](Alert &a) { a.links.push_back({other, {}}); });
        QTest::newRow("a text moved into its neighbour") << Change([](Alert &a) { std::swap(a.title, a.summary); });
        QTest::newRow("letters moved over a border") << Change([](Alert &a) {
            a.team = QStringLiteral("ab");
            a.cluster.clear();
        });
        QTest::newRow("an id moved between kinds") << Change([](Alert &a) {
            a.holds = {{HoldKind::Silence, QStringLiteral("s1")}, {HoldKind::Inhibition, QStringLiteral("s2")},
                {HoldKind::Inhibition, QStringLiteral("i1")}};
        });
        QTest::newRow("a label moved to the annotations") << Change([](Alert &a) {
            a.annotations.insert(QStringLiteral("service"), a.labels.value(u"service"));
            a.labels.remove(u"service");
        });
        QTest::newRow("beyond ASCII") << Change([](Alert &a) { a.summary = QStringLiteral("slow\u2028"); });
    }
    void everyLastingFieldIsSeenToChange()
    {
        using Change = std::function<void(Alert &)>;
        QFETCH(const Change, change);
        Alert before = fullAlert();
        before.team = QStringLiteral("a");
        before.cluster = QStringLiteral("b");
        KnownAlerts known = knowing({before});
        QVERIFY(known.compare(snapshotOf({before}), Am, {5}).upserts.empty());
        Alert after = before;
        change(after);
        QVERIFY(!(after == before));
        const Batch batch = known.compare(snapshotOf({after}), Am, {5});
        QCOMPARE(batch.upserts.size(), std::size_t(1));
        known.accept(batch);
        QVERIFY(known.compare(snapshotOf({after}), Am, {6}).upserts.empty());
        QCOMPARE(known.compare(snapshotOf({before}), Am, {7}).upserts.size(), std::size_t(1));
    }
    void whatIsReadBackIsNoChange()
    {
        StoreBench bench;
        Alert stored = fullAlert();
        stored.summary = QStringLiteral("Größe \u00a0 über 5 %");
        Batch batch = KnownAlerts().compare(snapshotOf({stored, alertOf(QStringLiteral("b"))}), Am, {5});
        StoreBench::value(bench.store->apply(batch));
        const KnownAlerts known(StoreBench::value(bench.store->openImprints(Am)));
        QCOMPARE(known.size(), qsizetype(2));
        const Batch again = known.compare(snapshotOf({stored, alertOf(QStringLiteral("b"))}), Am, {6});
        QVERIFY(again.upserts.empty());
        QVERIFY(again.gone.empty());
    }
    void arrivalsAreNewOrRefiredAndUnhandled()
    {
        KnownAlerts known = knowing({alertOf(QStringLiteral("a"))});
        Alert refired = alertOf(QStringLiteral("a"), QStringLiteral("checkout"), {1'700'000'050'000});
        Alert acknowledged = alertOf(QStringLiteral("c"));
        acknowledged.state = AlertState::Acknowledged;
        const Batch batch = known.compare(snapshotOf({refired, alertOf(QStringLiteral("b")), acknowledged}), Am, {5});
        const std::vector<Alert> arrived = known.arrivedIn(batch);
        QCOMPARE(arrived.size(), std::size_t(2));
        known.accept(batch);
        QVERIFY(known.arrivedIn(known.compare(snapshotOf({refired, alertOf(QStringLiteral("b")), acknowledged}), Am, {6})).empty());
    }
    void whatIsNoLongerQuietIsToldOf()
    {
        for (const AlertState was : {AlertState::Acknowledged, AlertState::Suppressed, AlertState::Snoozed}) {
            Alert quiet = alertOf(QStringLiteral("a"));
            quiet.state = was;
            const Alert loud = alertOf(QStringLiteral("a"));
            // The same after a start, when what was known is read from what is stored.
            KnownAlerts known = knowing({quiet});
            const Batch batch = known.compare(snapshotOf({loud}), Am, {5});
            QCOMPARE(known.arrivedIn(batch).size(), std::size_t(1));
            known.accept(batch);
            QVERIFY(known.arrivedIn(known.compare(snapshotOf({loud}), Am, {6})).empty());
            // Another way of being quiet is no news.
            quiet.state = was == AlertState::Acknowledged ? AlertState::Suppressed : AlertState::Acknowledged;
            QVERIFY(known.arrivedIn(known.compare(snapshotOf({quiet}), Am, {7})).empty());
        }
    }
    void notAcceptedMeansToldAgain()
    {
        KnownAlerts known;
        const AlertPage snapshot = snapshotOf({alertOf(QStringLiteral("a"))});
        QCOMPARE(known.compare(snapshot, Am, {5}).upserts.size(), std::size_t(1));
        QCOMPARE(known.compare(snapshot, Am, {6}).upserts.size(), std::size_t(1));
    }
    void partialSilencesDropNone()
    {
        KnownAlerts known;
        Silence one;
        one.id = QStringLiteral("1");
        Silence two;
        two.id = QStringLiteral("2");
        AlertPage snapshot = snapshotOf({});
        snapshot.silences = {one, two};
        const Batch first = known.compare(snapshot, Am, {5});
        QVERIFY(first.silences);
        known.accept(first);
        QVERIFY(!known.compare(snapshot, Am, {6}).silences);
        AlertPage partial = snapshotOf({}, false);
        partial.silences = {one};
        QVERIFY(!known.compare(partial, Am, {7}).silences || known.compare(partial, Am, {7}).silences->size() == 2);
        AlertPage complete = snapshotOf({});
        complete.silences = {one};
        QCOMPARE(known.compare(complete, Am, {8}).silences->size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestSnapshotDiff)
#include "tst_snapshotdiff.moc"
