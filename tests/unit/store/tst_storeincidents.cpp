#include "tests/unit/store/storetest.h"

using namespace quarterdeck;

namespace {

TimeRange allTime()
{
    return {TestStart - Millis(86'400'000), TestStart + Millis(10 * 86'400'000LL)};
}

} // namespace

/// The incidents of the local history, as the load figures count them.
class TestStoreIncidents : public QObject {
    Q_OBJECT

private slots:
    // What fires across an end of the window belongs to it: engaged time and majors would be lost.
    void incidentsThatReachIntoTheRangeAreThere()
    {
        StoreFolder folder;
        auto store = folder.open();
        QVERIFY(await(store->apply(someBatch({someAlert(QStringLiteral("f1")), someAlert(QStringLiteral("f2"))}))));
        folder.clock.advance(Millis(60'000));
        Batch gone = someBatch({}, folder.clock.now());
        gone.gone = {someAlert(QStringLiteral("f1")).key};
        QVERIFY(await(store->apply(gone)));
        const UtcTime end = folder.clock.now();
        QCOMPARE(int(await(store->incidents({end - Millis(1), end + Millis(1)}))->size()), 2);
        // Ended by then; the other one is still open.
        QCOMPARE(int(await(store->incidents({end, end + Millis(1)}))->size()), 1);
        const UtcTime start = await(store->incidents(allTime()))->front().created;
        QVERIFY(await(store->incidents({start - Millis(10), start}))->empty());
    }

    // Nobody resolves an alert of Prometheus by hand.
    void anAcknowledgedAlertEndsByItselfToo()
    {
        StoreFolder folder;
        auto store = folder.open();
        Alert alert = someAlert(QStringLiteral("f1"));
        alert.state = AlertState::Acknowledged;
        alert.holds = {{HoldKind::Acknowledgement, {}, QStringLiteral("ben")}};
        alert.severity = Severity::Critical;
        QVERIFY(await(store->apply(someBatch({alert}))));
        QVERIFY(!await(store->incidents(allTime()))->front().isAutoResolved);
        Batch gone = someBatch({}, TestStart + Millis(60'000));
        gone.gone = {alert.key};
        QVERIFY(await(store->apply(gone)));
        const auto incidents = await(store->incidents(allTime()));
        QVERIFY(incidents->front().acknowledged && incidents->front().isAutoResolved && incidents->front().isMajor);
    }

    // Who is paged once has one incident, however many tools tell of it.
    void whatTwoSourcesTellIsOneIncident()
    {
        StoreFolder folder;
        auto store = folder.open();
        const Alert seen = someAlert(QStringLiteral("0123456789abcdef"));
        QVERIFY(await(store->apply(someBatch({seen, someAlert(QStringLiteral("f2"))}))));
        Alert page = seen;
        page.key = {QStringLiteral("eu-pd"), QStringLiteral("Q1")};
        page.title = QStringLiteral("[FIRING] High latency");
        page.correlation = seen.key.id;
        page.startsAt = seen.startsAt + Millis(30'000);
        page.state = AlertState::Acknowledged;
        page.holds = {{HoldKind::Acknowledgement, {}, QStringLiteral("ben")}};
        Batch pages = someBatch({page});
        pages.source = page.key.source;
        QVERIFY(await(store->apply(pages)));
        auto incidents = await(store->incidents(allTime()));
        QCOMPARE(int(incidents->size()), 2);
        QCOMPARE(incidents->front().fingerprint, seen.key.toString());
        QCOMPARE(incidents->front().user, QStringLiteral("ben"));
        QCOMPARE(incidents->front().created, seen.startsAt);
        QVERIFY(incidents->front().acknowledged && !incidents->front().resolved);
        // It goes on as long as one of them does, and is two where a person says so.
        Batch gone = someBatch({}, TestStart + Millis(60'000));
        gone.gone = {seen.key};
        QVERIFY(await(store->apply(gone)));
        QVERIFY(!await(store->incidents(allTime()))->front().resolved);
        pages.upserts.clear();
        pages.observedAt = TestStart + Millis(120'000);
        pages.gone = {page.key};
        QVERIFY(await(store->apply(pages)));
        QCOMPARE(await(store->incidents(allTime()))->front().resolved, TestStart + Millis(120'000));
        QVERIFY(await(store->decideJoin({seen.key, page.key, false, QStringLiteral("ana"), TestStart})));
        QCOMPARE(int(await(store->incidents(allTime()))->size()), 3);
        store.reset();
        store = folder.open();
        QCOMPARE(int(await(store->incidents(allTime()))->size()), 3);
    }
};

QTEST_GUILESS_MAIN(TestStoreIncidents)
#include "tst_storeincidents.moc"
