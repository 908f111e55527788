#include "models/clearance.h"

#include <QTest>

using namespace quarterdeck;

namespace {

SourceStatus status(const QString &id, Freshness freshness)
{
    SourceStatus made;
    made.id = id;
    made.freshness = freshness;
    made.faces = Face::Alerts;
    return made;
}

} // namespace

class TestClearance : public QObject {
    Q_OBJECT

private slots:
    void neverAFalseAllClear_data()
    {
        using Kind = Clearance::Kind;
        QTest::addColumn<int>("all");
        QTest::addColumn<int>("matched");
        QTest::addColumn<bool>("loaded");
        QTest::addColumn<bool>("failed");
        QTest::addColumn<bool>("paused");
        QTest::addColumn<QList<int>>("freshness");
        QTest::addColumn<int>("expected");
        const int live = int(Freshness::Live);
        QTest::newRow("clear") << 0 << 0 << true << false << false << QList<int> {live, live} << int(Kind::AllClear);
        for (const Freshness bad :
            {Freshness::Stale, Freshness::NeedsSignIn, Freshness::Unreachable, Freshness::Misconfigured, Freshness::NeverSeen}) {
            QTest::newRow(freshnessName(bad).data()) << 0 << 0 << true << false << false << QList<int> {live, int(bad)} << int(Kind::NotAllClear);
        }
        QTest::newRow("paused") << 0 << 0 << true << false << true << QList<int> {live} << int(Kind::NotAllClear);
        QTest::newRow("loading") << 0 << 0 << false << false << false << QList<int> {live} << int(Kind::Loading);
        QTest::newRow("unreadable") << 0 << 0 << false << true << false << QList<int> {live} << int(Kind::Unreadable);
        QTest::newRow("no source") << 0 << 0 << true << false << false << QList<int> {} << int(Kind::NoSources);
        QTest::newRow("filtered") << 5 << 0 << true << false << false << QList<int> {live} << int(Kind::Filtered);
        QTest::newRow("alerts") << 5 << 2 << true << false << false << QList<int> {live} << int(Kind::Alerts);
    }

    void neverAFalseAllClear()
    {
        QFETCH(int, all);
        QFETCH(int, matched);
        QFETCH(bool, loaded);
        QFETCH(bool, failed);
        QFETCH(bool, paused);
        QFETCH(QList<int>, freshness);
        QFETCH(int, expected);
        AlertIndex::Totals totals;
        totals.all = all;
        totals.matched = matched;
        InboxKnowledge knowledge;
        knowledge.isLoaded = loaded;
        knowledge.isPaused = paused;
        if (failed) {
            knowledge.problem = Error {ErrorKind::Storage, QStringLiteral("disk"), {}, 0, {}};
        }
        for (const int one : freshness) {
            knowledge.sources.push_back(status(QString::number(knowledge.sources.size()), Freshness(one)));
        }
        QCOMPARE(int(clearanceOf(totals, knowledge).kind), expected);
    }

    void aClusterWithASilentMemberIsNotClear()
    {
        InboxKnowledge knowledge;
        knowledge.isLoaded = true;
        SourceStatus half = status(QStringLiteral("am"), Freshness::Live);
        half.members = 2;
        half.liveMembers = 1;
        knowledge.sources = {half};
        QCOMPARE(int(clearanceOf({}, knowledge).kind), int(Clearance::Kind::NotAllClear));
        knowledge.sources.front().liveMembers = 2;
        QCOMPARE(int(clearanceOf({}, knowledge).kind), int(Clearance::Kind::AllClear));
    }

    void withoutASourceOfAlertsNothingIsKnown()
    {
        InboxKnowledge knowledge;
        knowledge.isLoaded = true;
        knowledge.sources = {status(QStringLiteral("prom"), Freshness::Live), status(QStringLiteral("journal"), Freshness::Live)};
        for (SourceStatus &source : knowledge.sources) {
            source.faces = Face::Metrics;
        }
        const Clearance clearance = clearanceOf({}, knowledge);
        QCOMPARE(int(clearance.kind), int(Clearance::Kind::NoneTells));
        QVERIFY(!clearance.isAllLive());
        // Rows of firing rules are no reason to draw anything green either.
        AlertIndex::Totals one;
        one.all = one.matched = 1;
        QCOMPARE(int(clearanceOf(one, knowledge).kind), int(Clearance::Kind::Alerts));
        QVERIFY(!clearanceOf(one, knowledge).isAllLive());
        knowledge.sources.front().faces = Face::Alerts;
        QCOMPARE(int(clearanceOf({}, knowledge).kind), int(Clearance::Kind::AllClear));
    }

    void aSourceThatWasStartedLatelyIsNotClear()
    {
        InboxKnowledge knowledge;
        knowledge.isLoaded = true;
        knowledge.sources = {status(QStringLiteral("am"), Freshness::Live)};
        knowledge.sources.front().error = Error {ErrorKind::Server, QStringLiteral("am started 40s ago"), {}, 0, {}};
        const Clearance fresh = clearanceOf({}, knowledge);
        QCOMPARE(int(fresh.kind), int(Clearance::Kind::NotAllClear));
        QCOMPARE(fresh.notLive.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestClearance)
#include "tst_clearance.moc"
