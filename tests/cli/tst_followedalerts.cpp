#include "app/cli/clisession.h"
#include "app/cli/followedalerts.h"
#include "tests/unit/store/storetest.h"

#include <random>

using namespace quarterdeck;

namespace {

/// The alerts in one order, as text.
QStringList linesOf(const std::vector<Alert> &alerts)
{
    QStringList lines;
    for (const Alert &alert : alerts) {
        lines += QStringLiteral("%1 %2 %3 %4").arg(alert.key.toString(), alert.title, alertStateName(alert.state)).arg(int(alert.pending));
    }
    lines.sort();
    return lines;
}

} // namespace

/// Without being read back the alerts are those that the store holds.
class TestFollowedAlerts : public QObject {
    Q_OBJECT

private slots:
    void areWhatIsStored()
    {
        StoreFolder folder;
        const auto store = folder.open();
        QVERIFY(await(store->apply(someBatch({someAlert(QStringLiteral("before")), someAlert(QStringLiteral("same"))}))));
        FollowedAlerts followed(*store);
        std::vector<Alert> changed {someAlert(QStringLiteral("before")), someAlert(QStringLiteral("new"))};
        changed.front().title = QStringLiteral("Changed");
        QVERIFY(CliSession::wait(store->applyPoll(std::make_shared<const Batch>(someBatch(changed)))));
        const auto alerts = followed.take();
        QVERIFY(alerts);
        QCOMPARE(alerts->size(), std::size_t(3));
        QCOMPARE(linesOf(*alerts), linesOf(*await(store->alerts())));
    }

    /// Alerts come, change, end, and are forgotten an hour after.
    void followEveryChange()
    {
        StoreFolder folder;
        const auto store = folder.open();
        FollowedAlerts followed(*store);
        std::mt19937 random(3);
        for (int round = 0; round < 30; ++round) {
            folder.clock.advance(Millis(900'000));
            Batch batch = someBatch({}, folder.clock.now());
            for (int i = 0; i < 40; ++i) {
                const QString id = QString::number(random() % 60);
                if (random() % 3 == 0) {
                    batch.gone.push_back({batch.source, id});
                } else {
                    batch.upserts.push_back(someAlert(id, folder.clock.now()));
                    batch.upserts.back().title = QString::number(round);
                }
            }
            QVERIFY(CliSession::wait(store->applyPoll(std::make_shared<const Batch>(std::move(batch)))));
        }
        const auto alerts = followed.take();
        QVERIFY(alerts);
        QCOMPARE(linesOf(*alerts), linesOf(*await(store->alerts())));
    }
};

QTEST_GUILESS_MAIN(TestFollowedAlerts)
#include "tst_followedalerts.moc"
