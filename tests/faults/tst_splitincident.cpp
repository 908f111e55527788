#include "app/domain/join.h"
#include "tests/faults/enginebench.h"
#include "tests/support/pagerdutyserver.h"

using namespace quarterdeck;

namespace {

QString S(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// An alert of a real Alertmanager and the incident that PagerDuty made of it: one row, until a person says that they are two.
class TestSplitIncident : public QObject {
    Q_OBJECT

private slots:
    void staysSplitAfterARestart();

private:
    /// What is joined among what is open now.
    static std::vector<JoinedIncident> joined(EngineBench &bench)
    {
        const std::vector<Alert> alerts = bench.alerts();
        std::vector<const Alert *> all;
        for (const Alert &alert : alerts) {
            all.push_back(&alert);
        }
        const auto decisions = EngineBench::wait(bench.engine->store().joins()).value_or(std::vector<JoinDecision> {});
        return joinedIncidents(all, {}, decisions);
    }
    static bool open(EngineBench &bench)
    {
        auto made = Engine::create(bench.options(), bench.clock);
        if (!made) {
            qWarning() << made.error().what;
            return false;
        }
        bench.engine = std::move(*made);
        bench.engine->sync().start();
        return true;
    }
    static bool areLive(const EngineBench &bench)
    {
        return bench.status(S("am")).freshness == Freshness::Live && bench.status(S("pd")).freshness == Freshness::Live;
    }
};

void TestSplitIncident::staysSplitAfterARestart()
{
    if (!RealAlertmanager::isInstalled()) {
        QSKIP("prometheus-alertmanager is not installed");
    }
    RealAlertmanager alertmanager;
    QVERIFY2(alertmanager.start(), alertmanager.log());
    PagerdutyServer pagerduty;
    const UtcTime now = pagerduty.with([](PagerdutyAccount &account) {
        account.open(S("DiskFull"));
        return account.now();
    });
    QVERIFY(alertmanager.post(R"([{"labels":{"alertname":"DiskFull","service":"Mail","severity":"critical"},"startsAt":")" + toRfc3339(now).toUtf8()
        + R"(","endsAt":"2036-01-01T00:00:00Z"}])"));
    EngineBench b;
    QFile file(b.options().configFile);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("version: 1\nbackends:\n- {name: am, type: alertmanager, settling_time: 0s, poll_interval: 1s, url: '" + alertmanager.url().toEncoded()
        + "'}\n- {name: pd, type: pagerduty, poll_interval: 1s, url: '" + pagerduty.url().toEncoded()
        + "', authorization: {type: Token, credentials_file: '" + b.secretFile("user-key") + "'}}\n");
    file.close();
    QVERIFY(open(b));
    QTRY_COMPARE(b.alerts().size(), std::size_t(2));
    const auto before = joined(b);
    QCOMPARE(before.size(), std::size_t(1));
    QCOMPARE(before.front().followers.size(), std::size_t(1));
    QCOMPARE(before.front().followers.front().by, JoinBy::Sameness);
    JoinDecision apart;
    apart.one = before.front().lead;
    apart.other = before.front().followers.front().key;
    apart.areOne = false;
    apart.by = S("ana");
    QVERIFY(EngineBench::wait(b.engine->store().decideJoin(apart)));
    QVERIFY(joined(b).empty());
    // Another poll of both says the same as before, and joins nothing.
    b.engine->sync().refresh();
    QTRY_VERIFY(areLive(b));
    QVERIFY(joined(b).empty());
    b.engine.reset();
    QVERIFY(open(b));
    // From what is stored, and with what the sources tell then.
    QCOMPARE(b.alerts().size(), std::size_t(2));
    QVERIFY(joined(b).empty());
    QTRY_VERIFY(areLive(b));
    QCOMPARE(b.alerts().size(), std::size_t(2));
    QVERIFY(joined(b).empty());
    // Neither is over for the other's sake.
    apart.areOne = true;
    QVERIFY(EngineBench::wait(b.engine->store().decideJoin(apart)));
    QCOMPARE(joined(b).front().followers.front().by, JoinBy::Person);
}

QTEST_GUILESS_MAIN(TestSplitIncident)
#include "tst_splitincident.moc"
