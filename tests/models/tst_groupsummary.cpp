#include "models/groupsummary.h"

#include <QTest>

using namespace quarterdeck;

namespace {

struct Group {
    Alert &add(const char *title, Severity severity, AlertState state, int startedAt)
    {
        Alert alert;
        alert.key = {QStringLiteral("am-eu"), QString::number(alerts.size())};
        alert.title = QString::fromLatin1(title);
        alert.severity = severity;
        alert.state = state;
        alert.startsAt = {startedAt};
        alert.labels = {{QStringLiteral("alertname"), alert.title}, {QStringLiteral("cluster"), QStringLiteral("eu-1")}};
        alerts.push_back(alert);
        return alerts.back();
    }
    std::vector<const Alert *> all() const
    {
        std::vector<const Alert *> pointers;
        for (const Alert &alert : alerts) {
            pointers.push_back(&alert);
        }
        return pointers;
    }
    std::vector<Alert> alerts;
};

} // namespace

// What the detail pane says of a group, and what it says the verbs would do.
class TestGroupSummary : public QObject {
    Q_OBJECT

private slots:
    void countsBySeverityAndState()
    {
        Group group;
        group.add("DiskFull", Severity::Warning, AlertState::Suppressed, 400).holds.set(HoldKind::Silence, {QStringLiteral("s1")});
        group.add("DiskFull", Severity::Warning, AlertState::Suppressed, 390).holds.set(HoldKind::Inhibition, {QStringLiteral("f1")});
        group.add("DiskFull", Severity::Warning, AlertState::Suppressed, 380).holds.set(HoldKind::TimeInterval, {QStringLiteral("night")});
        group.add("DiskFull", Severity::Warning, AlertState::Suppressed, 370);
        group.add("Burn", Severity::Critical, AlertState::Triggered, 300);
        group.add("Burn", Severity::Critical, AlertState::Acknowledged, 100);
        group.add("Odd", Severity::Warning, AlertState::Snoozed, 200);
        group.add("Gone", Severity::Warning, AlertState::Resolved, 0);
        const GroupSummary summary = summariseGroup(group.all(), 50);
        QCOMPARE(summary.total, 8);
        QCOMPARE(summary.severities.size(), std::size_t(2));
        QCOMPARE(int(summary.severities[0].severity), int(Severity::Critical));
        QCOMPARE(summary.severities[0].triggered, 1);
        QCOMPARE(summary.severities[0].acknowledged, 1);
        QCOMPARE(int(summary.severities[1].severity), int(Severity::Warning));
        QCOMPARE(summary.severities[1].silenced, 1);
        QCOMPARE(summary.severities[1].snoozed, 1);
        QCOMPARE(summary.severities[1].inhibited, 1);
        QCOMPARE(summary.severities[1].muted, 1);
        QCOMPARE(summary.severities[1].unexplained, 1);
        QCOMPARE(summary.severities[1].resolved, 1);
        // An alert that does not say when it began is neither the oldest nor the newest.
        QCOMPARE(summary.oldest.title, QStringLiteral("Burn"));
        QCOMPARE(summary.oldest.since.ms, 100);
        QCOMPARE(summary.newest.title, QStringLiteral("DiskFull"));
        QCOMPARE(summary.names,
            (std::vector<GroupSummary::Part> {
                {QStringLiteral("DiskFull"), 4}, {QStringLiteral("Burn"), 2}, {QStringLiteral("Gone"), 1}, {QStringLiteral("Odd"), 1}}));
    }

    void keepsWhatAllShare()
    {
        Group group;
        group.add("Burn", Severity::Critical, AlertState::Triggered, 1).labels.insert(QStringLiteral("team"), QStringLiteral("payments"));
        group.add("Burn", Severity::Critical, AlertState::Triggered, 2).labels.insert(QStringLiteral("team"), QStringLiteral("search"));
        group.alerts.back().service = QStringLiteral("checkout");
        group.alerts.back().key.source = QStringLiteral("am-us");
        GroupSummary summary = summariseGroup(group.all(), 50);
        QCOMPARE(
            summary.common, (Labels {{QStringLiteral("alertname"), QStringLiteral("Burn")}, {QStringLiteral("cluster"), QStringLiteral("eu-1")}}));
        QCOMPARE(summary.withoutService, 1);
        QCOMPARE(summary.services, (std::vector<GroupSummary::Part> {{QStringLiteral("checkout"), 1}}));
        QCOMPARE(summary.sources.size(), std::size_t(2));
        // A label that is empty on one and absent on another is not shared.
        group.alerts[0].labels.insert(QStringLiteral("zone"), QString());
        summary = summariseGroup(group.all(), 50);
        QVERIFY(!summary.common.contains(u"zone"));
        group.add("Other", Severity::Info, AlertState::Triggered, 3).labels = {};
        QVERIFY(summariseGroup(group.all(), 50).common.isEmpty());
    }

    void tellsWhatTheVerbsReach()
    {
        Group group;
        group.add("Mine", Severity::Critical, AlertState::Triggered, 1);
        group.add("OnItsWay", Severity::Critical, AlertState::Triggered, 1).pending = Pending::Queued;
        group.add("Acked", Severity::Critical, AlertState::Acknowledged, 1);
        group.add("Silenced", Severity::Warning, AlertState::Suppressed, 1);
        group.add("Gone", Severity::Warning, AlertState::Resolved, 1);
        group.add("Far", Severity::Warning, AlertState::Triggered, 1).key.source = QStringLiteral("am-us");
        group.add("Stuck", Severity::Warning, AlertState::Resolved, 1).pending = Pending::Conflict;
        QCOMPARE(summariseGroup(group.all(), 2).onTheirWay, 1);
        QCOMPARE(summariseGroup(group.all(), 2).conflicts, 1);
        group.alerts.pop_back();
        VerbTargets targets = verbTargets(group.all(), 2);
        QCOMPARE(targets.acknowledge, 3);
        QCOMPARE(targets.silence, 4);
        QCOMPARE(targets.elsewhere, 1);
        QCOMPARE(targets.source, QStringLiteral("am-eu"));
        QCOMPARE(targets.first, QStringLiteral("Mine"));
        // Of two sources: never one silence for all.
        QVERIFY(!targets.isOneSilence);
        group.alerts.back().key.source = QStringLiteral("am-eu");
        targets = verbTargets(group.all(), 2);
        QVERIFY(targets.isOneSilence);
        QVERIFY(!verbTargets(group.all(), 3).isOneSilence);
    }

    void emptyIsNothing()
    {
        const GroupSummary summary = summariseGroup({}, 50);
        QCOMPARE(summary.total, 0);
        QVERIFY(summary.severities.empty());
        QVERIFY(!summary.oldest.since.isValid());
        QCOMPARE(summary.verbs.acknowledge, 0);
    }

    void membersAreThoseOfTheGroup()
    {
        Group group;
        group.add("One", Severity::Critical, AlertState::Triggered, 1).service = QStringLiteral("checkout");
        group.add("Two", Severity::Warning, AlertState::Triggered, 1).service = QStringLiteral("search");
        group.add("Three", Severity::Warning, AlertState::Triggered, 1).service = QStringLiteral("search");
        AlertIndex index;
        index.setAlerts(group.alerts);
        int seen = 0;
        for (const int id : index.rows()) {
            if (id < 0) {
                const AlertGroup &info = index.group(AlertIndex::groupOfHeader(id));
                const auto members = membersOf(index, info);
                QCOMPARE(int(members.size()), info.count);
                for (const Alert *alert : members) {
                    QCOMPARE(alert->service, info.name);
                    ++seen;
                }
            }
        }
        QCOMPARE(seen, 3);
    }
};

QTEST_GUILESS_MAIN(TestGroupSummary)
#include "tst_groupsummary.moc"
