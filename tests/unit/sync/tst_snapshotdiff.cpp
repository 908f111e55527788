#include "app/sync/snapshotdiff.h"
#include "tests/unit/sync/fakesources.h"

#include <QTest>

using namespace quarterdeck;

namespace {
const QString Am = QStringLiteral("am");
}

class TestSnapshotDiff : public QObject {
    Q_OBJECT

private slots:
    void absenceResolvesOnlyWhenComplete()
    {
        const KnownAlerts known({alertOf(QStringLiteral("a")), alertOf(QStringLiteral("b"))});
        const Batch complete = known.compare(snapshotOf({alertOf(QStringLiteral("a"))}), Am, {5});
        QCOMPARE(complete.gone.size(), std::size_t(1));
        QCOMPARE(complete.gone.front().id, QStringLiteral("b"));
        QVERIFY(complete.upserts.empty());
        const Batch partial = known.compare(snapshotOf({alertOf(QStringLiteral("a"))}, false), Am, {5});
        QVERIFY(partial.gone.empty());
        const Batch nothing = known.compare(snapshotOf({}, false), Am, {5});
        QVERIFY(nothing.gone.empty());
    }
    void rollingTimesAreNoChange()
    {
        const KnownAlerts known({alertOf(QStringLiteral("a"))});
        Alert same = alertOf(QStringLiteral("a"));
        same.endsAt = {9};
        same.updatedAt = {9};
        same.pending = Pending::Queued;
        QVERIFY(known.compare(snapshotOf({same}), Am, {5}).upserts.empty());
        Alert silenced = same;
        silenced.silencedBy.append(QStringLiteral("s"));
        QCOMPARE(known.compare(snapshotOf({silenced}), Am, {5}).upserts.size(), std::size_t(1));
        Alert owned = same;
        owned.team = QStringLiteral("payments");
        QCOMPARE(known.compare(snapshotOf({owned}), Am, {5}).upserts.size(), std::size_t(1));
    }
    void arrivalsAreNewOrRefiredAndUnhandled()
    {
        KnownAlerts known({alertOf(QStringLiteral("a"))});
        Alert refired = alertOf(QStringLiteral("a"), QStringLiteral("checkout"), {1'700'000'050'000});
        Alert acknowledged = alertOf(QStringLiteral("c"));
        acknowledged.state = AlertState::Acknowledged;
        const Batch batch = known.compare(snapshotOf({refired, alertOf(QStringLiteral("b")), acknowledged}), Am, {5});
        const std::vector<Alert> arrived = known.arrivedIn(batch);
        QCOMPARE(arrived.size(), std::size_t(2));
        known.accept(batch);
        QVERIFY(known.arrivedIn(known.compare(snapshotOf({refired, alertOf(QStringLiteral("b")), acknowledged}), Am, {6})).empty());
    }
    void notAcceptedMeansToldAgain()
    {
        KnownAlerts known;
        const AlertSnapshot snapshot = snapshotOf({alertOf(QStringLiteral("a"))});
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
        AlertSnapshot snapshot = snapshotOf({});
        snapshot.silences = {one, two};
        const Batch first = known.compare(snapshot, Am, {5});
        QVERIFY(first.silences);
        known.accept(first);
        QVERIFY(!known.compare(snapshot, Am, {6}).silences);
        AlertSnapshot partial = snapshotOf({}, false);
        partial.silences = {one};
        QVERIFY(!known.compare(partial, Am, {7}).silences || known.compare(partial, Am, {7}).silences->size() == 2);
        AlertSnapshot complete = snapshotOf({});
        complete.silences = {one};
        QCOMPARE(known.compare(complete, Am, {8}).silences->size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestSnapshotDiff)
#include "tst_snapshotdiff.moc"
