#include "tests/unit/store/storetest.h"

#include <QElapsedTimer>

using namespace quarterdeck;

/// Prints how long ten thousand alerts take. Nothing here is judged by time.
class TestStoreSpeed : public QObject {
    Q_OBJECT

private slots:
    void tenThousandAlerts()
    {
        constexpr int Count = 10'000;
        StoreFolder folder;
        auto store = folder.open();
        std::vector<Alert> alerts;
        for (int i = 0; i < Count; ++i) {
            Alert alert = someAlert(QStringLiteral("fingerprint%1").arg(i, 8, 16, QLatin1Char('0')));
            for (int label = 0; label < 4; ++label) {
                alert.labels.insert(QStringLiteral("label%1").arg(label), QStringLiteral("value%1").arg(i % 50));
            }
            alerts.push_back(alert);
        }
        QElapsedTimer timer;
        timer.start();
        QVERIFY(await(store->apply(someBatch(alerts))));
        qInfo("first poll of %d alerts: %lld ms", Count, timer.restart());
        for (Alert &alert : alerts) {
            alert.updatedAt = TestStart + Millis(30'000);
        }
        QVERIFY(await(store->apply(someBatch(alerts, TestStart + Millis(30'000)))));
        qInfo("the same again, changed: %lld ms", timer.restart());
        QVERIFY(await(store->apply(someBatch(std::vector<Alert>(alerts.begin(), alerts.begin() + 200), TestStart + Millis(60'000)))));
        qInfo("200 changes: %lld ms", timer.restart());
        QVERIFY(await(store->enqueue({someAction(alerts[0].key)}, Millis(1000))));
        qInfo("one acknowledgement: %lld us", timer.nsecsElapsed() / 1000);
        timer.restart();
        store.reset();
        qInfo("closing: %lld ms", timer.restart());
        store = folder.open();
        qInfo("opening: %lld ms", timer.restart());
        const auto found = await(store->alerts());
        qInfo("loading: %lld ms", timer.restart());
        QCOMPARE(int(found->size()), Count);
        QCOMPARE(int(await(store->incidents({TestStart - Millis(86'400'000), TestStart}))->size()), Count);
    }
};

QTEST_GUILESS_MAIN(TestStoreSpeed)
#include "tst_storespeed.moc"
