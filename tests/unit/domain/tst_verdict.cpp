#include "app/domain/lastseen.h"
#include "app/domain/verdict.h"

#include <QTest>

using namespace quarterdeck;

namespace {

using Kind = Verdict::Kind;

SourceStatus source(const char *id, bool tellsAlerts, Freshness freshness = Freshness::Live)
{
    SourceStatus status;
    status.id = QString::fromLatin1(id);
    status.faces.setFlag(Face::Alerts, tellsAlerts);
    status.freshness = freshness;
    status.liveMembers = freshness == Freshness::Live ? 1 : 0;
    return status;
}

} // namespace

class TestVerdict : public QObject {
    Q_OBJECT

private slots:
    void onlyASourceOfAlertsAllowsAnAllClear()
    {
        QCOMPARE(verdictOf({}).kind, Kind::NothingKnown);
        QVERIFY(!verdictOf({}).hasSources);
        const Verdict blind = verdictOf({source("prom", false), source("journal", false)});
        QCOMPARE(blind.kind, Kind::NothingKnown);
        QVERIFY(blind.hasSources);
        QVERIFY(!blind.isClear());
        QVERIFY(verdictOf({source("prom", false), source("am", true)}).isClear());
    }
    void everyDoubtIsNamed_data()
    {
        QTest::addColumn<int>("freshness");
        for (int i = int(Freshness::Stale); i <= int(Freshness::NeverSeen); ++i) {
            QTest::newRow(freshnessName(Freshness(i)).data()) << i;
        }
    }
    void everyDoubtIsNamed()
    {
        QFETCH(int, freshness);
        for (const bool tellsAlerts : {true, false}) {
            const SourceStatus bad = source("bad", tellsAlerts, Freshness(freshness));
            const Verdict verdict = verdictOf({source("am", true), bad});
            QCOMPARE(verdict.kind, Kind::NotLive);
            QCOMPARE(verdict.notLive, std::vector<SourceStatus> {bad});
        }
        QCOMPARE(verdictOf({source("am", true, Freshness(freshness))}).kind, Kind::NotLive);
        QCOMPARE(verdictOf({source("prom", false, Freshness(freshness))}).kind, Kind::NothingKnown);
    }
    void membersAndRemarksCount()
    {
        SourceStatus half = source("am", true);
        half.members = 2;
        QVERIFY(!isBelieved(half));
        half.liveMembers = 2;
        QVERIFY(isBelieved(half));
        half.error = Error {ErrorKind::Settling, QStringLiteral("am started 40s ago"), {}, 0, {}};
        QVERIFY(!isBelieved(half));
        QCOMPARE(verdictOf({half}).kind, Kind::NotLive);
    }
    void lastSeenIsTheLastCompleteAnswerThatCouldHaveEndedIt()
    {
        Alert alert;
        alert.lastSeenAt = {1'000};
        QCOMPARE(lastSeen(alert, {5'000}), (UtcTime {5'000}));
        QCOMPARE(lastSeen(alert, {500}), (UtcTime {1'000}));
        QCOMPARE(lastSeen(alert, {}), (UtcTime {1'000}));
        alert.state = AlertState::Resolved;
        QCOMPARE(lastSeen(alert, {5'000}), (UtcTime {1'000}));
    }
};

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
