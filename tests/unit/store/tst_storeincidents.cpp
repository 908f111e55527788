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
        alert.acknowledgedBy = QStringLiteral("ben");
        alert.severity = Severity::Critical;
        QVERIFY(await(store->apply(someBatch({alert}))));
        QVERIFY(!await(store->incidents(allTime()))->front().isAutoResolved);
        Batch gone = someBatch({}, TestStart + Millis(60'000));
        gone.gone = {alert.key};
        QVERIFY(await(store->apply(gone)));
        const auto incidents = await(store->incidents(allTime()));
        QVERIFY(incidents->front().acknowledged && incidents->front().isAutoResolved && incidents->front().isMajor);
    }
};

QTEST_GUILESS_MAIN(TestStoreIncidents)
#include "tst_storeincidents.moc"
