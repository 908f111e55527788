#include "app/sync/poller.h"
#include "app/sync/rulealerts.h"
#include "tests/unit/sync/fakesources.h"

#include <QSignalSpy>
#include <QTest>

using namespace quarterdeck;

namespace {

/// A source that answers about its rules as a test says.
class FakeRules final : public Source, public RuleFace {
public:
    explicit FakeRules(const QString &id = QStringLiteral("am"))
    {
        m_info.id = id;
        m_info.kind = QStringLiteral("prometheus");
        m_info.faces = Face::Rules;
    }
    Result<BackendHealth> health = BackendHealth {};
    Result<std::vector<Alert>> listed = std::vector<Alert> {};
    Result<std::vector<RuleInfo>> known = std::vector<RuleInfo> {};
    int rulesAsked = 0;

    const SourceInfo &info() const override { return m_info; }
    Async<BackendHealth> probe(CancelToken) override { return ready(health); }
    RuleFace *rules() override { return this; }
    Async<std::vector<RuleInfo>> rules(CancelToken) override
    {
        ++rulesAsked;
        return ready(known);
    }
    Async<std::vector<Alert>> ruleAlerts(CancelToken) override { return ready(listed); }

private:
    SourceInfo m_info;
};

Alert inState(const QString &id, const QString &state)
{
    Alert alert = alertOf(id);
    alert.rawState = state;
    return alert;
}

RuleInfo ruleOf(const QString &health)
{
    RuleInfo rule;
    rule.name = QStringLiteral("R");
    rule.health = health;
    return rule;
}

const QString Firing = QStringLiteral("firing");

/// The poller of a source of alerts, over rules.
struct Bench : StoreBench {
    FakeRules metrics;
    RuleAlerts rules {metrics, clock};
    StatusBoard board;
    ServiceRules services;
    Poller poller {QStringLiteral("am"), rules, *store, services, clock, board, times()};

    Bench()
    {
        SourceStatus status;
        status.id = QStringLiteral("am");
        board.add(status);
    }
    static PollTimes times()
    {
        PollTimes times;
        times.random = [] { return 0.5; };
        return times;
    }
    QStringList turn()
    {
        clock.advance(Millis(15'000));
        QSignalSpy turned(&poller, &Poller::turned);
        poller.askNow();
        if (!turned.wait(5000)) {
            return {QStringLiteral("never over")};
        }
        QStringList ids;
        for (const Alert &alert : open(QStringLiteral("am"))) {
            ids.append(alert.key.id);
        }
        ids.sort();
        return ids;
    }
    SourceStatus status() const { return board.status(QStringLiteral("am")); }
};

} // namespace

class TestRuleAlerts : public QObject {
    Q_OBJECT

private slots:
    void firingRulesAreAlertsAndEndWhenTheyStop()
    {
        Bench b;
        b.metrics.known = std::vector<RuleInfo> {ruleOf(QStringLiteral("ok"))};
        b.metrics.listed = std::vector<Alert> {inState("a", Firing), inState("b", "pending"), inState("c", Firing), inState("a", Firing)};
        QCOMPARE(b.turn(), (QStringList {"a", "c"}));
        QCOMPARE(b.status().freshness, Freshness::Live);
        b.metrics.listed = std::vector<Alert> {inState("b", Firing)};
        QCOMPARE(b.turn(), QStringList {"b"});
        QCOMPARE(b.status().freshness, Freshness::Live);
    }
    void rulesNotEvaluatedYetEndNothing()
    {
        Bench b;
        b.metrics.listed = std::vector<Alert> {inState("a", Firing)};
        b.metrics.known = std::vector<RuleInfo> {ruleOf(QStringLiteral("ok"))};
        QCOMPARE(b.turn(), QStringList {"a"});
        // It was restarted: nothing fires before the first evaluation.
        b.metrics.listed = std::vector<Alert> {};
        b.metrics.known = std::vector<RuleInfo> {ruleOf(QStringLiteral("ok")), ruleOf(QStringLiteral("unknown"))};
        QCOMPARE(b.turn(), QStringList {"a"});
        QCOMPARE(b.turn(), QStringList {"a"});
        QCOMPARE(b.status().freshness, Freshness::Stale);
        QVERIFY(b.status().error->what.contains("not been evaluated"));
        b.metrics.known = std::vector<RuleInfo> {ruleOf(QStringLiteral("ok"))};
        QCOMPARE(b.turn(), QStringList {});
        QCOMPARE(b.status().freshness, Freshness::Live);
    }
    void aServerWithoutRulesIsLiveAndEndsNothing()
    {
        Bench b;
        b.metrics.listed = tl::unexpected<Error>(errorOf(ErrorKind::NotFound));
        QCOMPARE(b.turn(), QStringList {});
        QCOMPARE(b.status().freshness, Freshness::Live);
        QVERIFY(!b.status().error);
        b.metrics.listed = std::vector<Alert> {inState("a", Firing)};
        QCOMPARE(b.turn(), QStringList {"a"});
        b.metrics.listed = tl::unexpected<Error>(errorOf(ErrorKind::NotFound));
        QCOMPARE(b.turn(), QStringList {"a"});
        QCOMPARE(b.status().freshness, Freshness::Stale);
    }
    void aFailureEndsNothing_data()
    {
        QTest::addColumn<bool>("ofProbe");
        QTest::newRow("the server is away") << true;
        QTest::newRow("the list is broken") << false;
    }
    void aFailureEndsNothing()
    {
        QFETCH(bool, ofProbe);
        Bench b;
        b.metrics.listed = std::vector<Alert> {inState("a", Firing)};
        QCOMPARE(b.turn(), QStringList {"a"});
        b.metrics.listed = std::vector<Alert> {};
        if (ofProbe) {
            b.metrics.health = tl::unexpected<Error>(errorOf(ErrorKind::Offline));
        } else {
            b.metrics.listed = tl::unexpected<Error>(errorOf(ErrorKind::BadPayload));
        }
        QCOMPARE(b.turn(), QStringList {"a"});
        QVERIFY(b.status().freshness != Freshness::Live);
    }
    void aReplicaThatIsAwayEndsNothing()
    {
        Bench b;
        b.metrics.listed = std::vector<Alert> {inState("a", Firing)};
        QCOMPARE(b.turn(), QStringList {"a"});
        b.metrics.listed = std::vector<Alert> {};
        BackendHealth half;
        half.members = 2;
        half.membersLive = 1;
        b.metrics.health = half;
        QCOMPARE(b.turn(), QStringList {"a"});
        QCOMPARE(b.status().freshness, Freshness::Stale);
    }
    void rulesAreAskedForOnlyWhereSomethingIsGone()
    {
        Bench b;
        b.metrics.listed = std::vector<Alert> {inState("a", Firing)};
        b.turn();
        QCOMPARE(b.metrics.rulesAsked, 1);
        b.turn();
        b.turn();
        QCOMPARE(b.metrics.rulesAsked, 1);
        b.metrics.listed = std::vector<Alert> {};
        b.turn();
        QCOMPARE(b.metrics.rulesAsked, 2);
    }
    void verbsAreRefusedWithTheReason()
    {
        FakeRules metrics;
        FakeClock clock {UtcTime {1}};
        RuleAlerts rules(metrics, clock);
        auto refused = rules.perform({}, {}, {});
        QVERIFY(refused.isFinished());
        QCOMPARE(refused.result()->is, Outcome::Is::Refused);
        QCOMPARE(refused.result()->reason, Reason {ReasonCode::OnlyRules}.with(reasonpart::Source, metrics.info().id));
    }
    void rulesStandInOnlyWhereNothingTellsOfAlerts()
    {
        std::vector<std::unique_ptr<Source>> sources;
        sources.push_back(std::make_unique<FakeRules>(QStringLiteral("prom")));
        QCOMPARE(sourcesOfAlerts(sources, true), QStringList {"prom"});
        QCOMPARE(sourcesOfAlerts(sources, false), QStringList {});
        sources.push_back(std::make_unique<FakePaging>());
        QCOMPARE(sourcesOfAlerts(sources, false), QStringList {"am"});
    }
};

QTEST_GUILESS_MAIN(TestRuleAlerts)
#include "tst_rulealerts.moc"
