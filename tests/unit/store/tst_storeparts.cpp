// The alerts of a large batch are looked up together: what is stored of them must be as if each had come alone.
#include "tests/unit/store/storetest.h"

#include <random>

using namespace quarterdeck;

namespace {

constexpr int AlertCount = 150;
constexpr int Rounds = 8;

/// Alerts as one poll after another might bring them: new, as before, changed, started again, acknowledged, ended.
std::vector<Alert> somePoll(std::mt19937 &random, UtcTime at)
{
    std::vector<Alert> alerts;
    for (int i = 0; i < AlertCount; ++i) {
        if (random() % 4 == 0) {
            continue;
        }
        Alert alert = someAlert(QStringLiteral("f%1").arg(i * 7919 % AlertCount), at - Millis(20'000 * int(random() % 6)));
        alert.lastSeenAt = at;
        alert.title = random() % 3 == 0 ? QStringLiteral("Überlast") : alert.title;
        alert.team = QStringLiteral("team %1").arg(random() % 2);
        alert.severity = random() % 3 == 0 ? Severity::Info : Severity::Critical;
        switch (random() % 6) {
        case 0:
            alert.state = AlertState::Acknowledged;
            alert.holds = {{HoldKind::Acknowledgement, {}, random() % 2 == 0 ? QStringLiteral("ana") : QString()}};
            break;
        case 1:
            alert.state = AlertState::Suppressed;
            break;
        case 2:
            alert.state = AlertState::Resolved;
            break;
        default:
            break;
        }
        alerts.push_back(alert);
    }
    return alerts;
}

/// Everything that is stored of the alerts, as text.
QStringList contentOf(Store &store)
{
    std::vector<Alert> alerts = await(store.alerts()).value();
    std::sort(alerts.begin(), alerts.end(), [](const Alert &one, const Alert &other) { return one.key.toString() < other.key.toString(); });
    QStringList lines;
    for (const Alert &alert : alerts) {
        lines += QStringLiteral("%1 %2 %3 %4 %5")
                     .arg(alert.key.toString(), alert.title, alert.team, alertStateName(alert.state))
                     .arg(alert.resolvedAt.ms);
        const auto events = await(store.history(alert.key)).value();
        for (const HistoryEvent &event : events) {
            lines += QStringLiteral("  %1 %2 %3 %4").arg(historyKindName(event.kind)).arg(event.at.ms).arg(event.who, event.detail);
        }
    }
    QStringList incidents;
    const auto began = await(store.incidents({TestStart - Millis(86'400'000), TestStart + Millis(86'400'000)})).value();
    for (const Incident &incident : began) {
        incidents += QStringLiteral("%1 %2 %3 %4 %5")
                         .arg(incident.id, incident.title, incident.user)
                         .arg(incident.acknowledged ? incident.acknowledged->ms : 0)
                         .arg(incident.resolved ? incident.resolved->ms : 0);
    }
    incidents.sort();
    return lines + incidents;
}

} // namespace

class TestStoreParts : public QObject {
    Q_OBJECT

private slots:
    void aLargeBatchIsAsItsAlertsOneByOne_data()
    {
        QTest::addColumn<bool>("isTwice");
        QTest::addColumn<bool>("isOfTwoSources");
        QTest::newRow("of one source") << false << false;
        QTest::newRow("some twice") << true << false;
        QTest::newRow("of two sources") << false << true;
    }

    void aLargeBatchIsAsItsAlertsOneByOne()
    {
        QFETCH(bool, isTwice);
        QFETCH(bool, isOfTwoSources);
        StoreFolder whole;
        StoreFolder single;
        const auto together = whole.open();
        const auto apart = single.open();
        std::mt19937 random(11);
        for (int round = 0; round < Rounds; ++round) {
            std::vector<Alert> alerts = somePoll(random, whole.clock.now());
            if (isTwice) {
                const std::vector<Alert> again = somePoll(random, whole.clock.now());
                alerts.insert(alerts.begin() + 40, again.begin(), again.begin() + 50);
            }
            if (isOfTwoSources) {
                for (std::size_t i = 0; i < alerts.size(); i += 3) {
                    alerts[i].key.source = QStringLiteral("us-am");
                }
            }
            const UtcTime at = whole.clock.now();
            QVERIFY(await(together->apply(someBatch(alerts, at))));
            for (const Alert &alert : alerts) {
                QVERIFY(await(apart->apply(someBatch({alert}, at))));
            }
            QCOMPARE(contentOf(*together), contentOf(*apart));
            whole.clock.advance(Millis(45'000));
            single.clock.advance(Millis(45'000));
        }
        QVERIFY(contentOf(*together).size() > AlertCount * 3);
    }
};

QTEST_GUILESS_MAIN(TestStoreParts)
#include "tst_storeparts.moc"
