#include "app/sources/alertmanager/merge.h"
#include "app/sources/alertmanager/parse.h"
#include "tests/contract/alertmanager/snapshots.h"

#include <QTest>

using namespace quarterdeck;
using namespace quarterdeck::alertmanager;

/// What the members of a cluster say together.
class TestAlertmanagerMerge : public QObject {
    Q_OBJECT

private slots:
    void membersAreUnited();
    void anUnfinishedClusterIsNotComplete();
    void inhibitionMustBeSharedByAll();
};

void TestAlertmanagerMerge::membersAreUnited()
{
    Alert early = alertNamed(QStringLiteral("a"));
    Alert late = early;
    late.startsAt = UtcTime {1'005'000};
    late.updatedAt = UtcTime {1'500'000};
    late.silencedBy = {QStringLiteral("s1")};
    late.state = AlertState::Suppressed;
    Silence old = silenceNamed(QStringLiteral("s1"));
    Silence ack = old;
    old.updatedAt = UtcTime {1};
    ack.updatedAt = UtcTime {2};
    ack.comment = QStringLiteral("ACK! mine");
    std::vector<MemberAnswer> answers;
    answers.push_back(answer({early, alertNamed(QStringLiteral("only-first"))}, {old}));
    answers.push_back(answer({alertNamed(QStringLiteral("only-second")), late}, {ack}));
    const auto snapshot = merge(std::move(answers), Now);
    QVERIFY(snapshot);
    QVERIFY(snapshot->isComplete);
    QCOMPARE(snapshot->membersLive, 2);
    QCOMPARE(snapshot->alerts.size(), std::size_t(3));
    QCOMPARE(snapshot->silences.size(), std::size_t(1));
    const Alert &united = snapshot->alerts[0];
    QCOMPARE(united.state, AlertState::Acknowledged);
    QCOMPARE(united.startsAt.ms, 1'000'000);
    QCOMPARE(united.updatedAt.ms, 1'500'000);
    QCOMPARE(united.lastSeenAt, Now);
}

void TestAlertmanagerMerge::anUnfinishedClusterIsNotComplete()
{
    const Error down {ErrorKind::Offline, QStringLiteral("refused"), {}, 0, {}};
    {
        std::vector<MemberAnswer> answers;
        answers.push_back(answer({alertNamed(QStringLiteral("a"))}));
        answers.push_back({tl::unexpected(down), tl::unexpected(down)});
        const auto snapshot = merge(std::move(answers), Now);
        QVERIFY(snapshot && !snapshot->isComplete);
        QCOMPARE(snapshot->membersLive, 1);
        QCOMPARE(snapshot->members, 2);
        QCOMPARE(snapshot->memberError->what, QStringLiteral("refused"));
    }
    {
        // Alerts without silences: shown, but not whole.
        std::vector<MemberAnswer> answers;
        answers.push_back({Listing<Alert> {{alertNamed(QStringLiteral("a"))}, {}}, tl::unexpected(down)});
        const auto snapshot = merge(std::move(answers), Now);
        QVERIFY(snapshot && !snapshot->isComplete);
        QCOMPARE(snapshot->alerts.size(), std::size_t(1));
        QCOMPARE(snapshot->membersLive, 0);
    }
    {
        // An element that could not be identified may be an alert we know.
        std::vector<MemberAnswer> answers;
        answers.push_back({Listing<Alert> {{}, down}, Listing<Silence> {}});
        const auto snapshot = merge(std::move(answers), Now);
        QVERIFY(snapshot && !snapshot->isComplete);
    }
    {
        std::vector<MemberAnswer> answers;
        answers.push_back({tl::unexpected(down), Listing<Silence> {}});
        QVERIFY(!merge(std::move(answers), Now));
    }
}

void TestAlertmanagerMerge::inhibitionMustBeSharedByAll()
{
    Alert inhibited = alertNamed(QStringLiteral("a"));
    inhibited.inhibitedBy = {QStringLiteral("x")};
    inhibited.rawState = QStringLiteral("suppressed");
    inhibited.state = AlertState::Suppressed;
    std::vector<MemberAnswer> answers;
    answers.push_back(answer({inhibited}));
    answers.push_back(answer({alertNamed(QStringLiteral("a"))}));
    const auto snapshot = merge(std::move(answers), Now);
    QVERIFY(snapshot);
    QCOMPARE(snapshot->alerts[0].state, AlertState::Triggered);
    QCOMPARE(snapshot->alerts[0].rawState, QStringLiteral("active"));
    QVERIFY(snapshot->alerts[0].inhibitedBy.isEmpty());
}

QTEST_GUILESS_MAIN(TestAlertmanagerMerge)
#include "tst_alertmanagermerge.moc"
