#include "app/sources/alertmanager/connector.h"
#include "tests/contract/alertmanager/alertmanagerbench.h"
#include "tests/contract/bench.h"
#include "tests/support/outcometext.h"
#include "tests/support/passon.h"
#include "tests/support/realservers.h"

#include <QElapsedTimer>
#include <QTest>

using namespace quarterdeck;

namespace {

QUrl silencesOf(const RealAlertmanager &server)
{
    QUrl url = server.url();
    url.setPath(QStringLiteral("/api/v2/silences"));
    return url;
}

} // namespace

/// Against a cluster of two real Alertmanagers.
class TestAlertmanagerCluster : public AlertmanagerBench {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!RealAlertmanager::isInstalled()) {
            QSKIP("prometheus-alertmanager is not installed");
        }
    }
    void init() { QVERIFY2(startCluster(), log().constData()); }
    void cleanup() { stop(); }

    void clusterUnitesAlertsAndSharesSilences();
    void aMemberDownMeansIncomplete();
    void aHungMemberMeansIncomplete();
    void writesFailOver();
    void afterOurRestartAMemberDownDecidesNothing();
    void theMemberItWasSentToDecides();
    void aMemberThatLosesWritesIsPassedBy();
};

void TestAlertmanagerCluster::clusterUnitesAlertsAndSharesSilences()
{
    QVERIFY(m_server->post(body({{QStringLiteral("OnFirst"), QStringLiteral("web")}, {QStringLiteral("OnBoth"), QStringLiteral("web")}})));
    QVERIFY(m_second->post(body({{QStringLiteral("OnSecond"), QStringLiteral("web")}, {QStringLiteral("OnBoth"), QStringLiteral("web")}})));
    const AlertPage all = snapshot();
    QVERIFY(all.isWhole());
    QCOMPARE(all.membersLive, 2);
    QCOMPARE(all.alerts.size(), std::size_t(3));
    const auto receipt = await(m_source->acts()->perform(actionOn(*named(all, QStringLiteral("OnSecond")), Verb::Acknowledge), {}, {}));
    QVERIFY2(receipt, qPrintable(errorOf(receipt)));
    QCOMPARE(receipt->is, Outcome::Is::Done);
    // Written to one member, gossiped to the other, shown once.
    QTRY_COMPARE(named(snapshot(), QStringLiteral("OnSecond"))->state, AlertState::Acknowledged);
    QCOMPARE(snapshot().silences.size(), std::size_t(1));
}

void TestAlertmanagerCluster::aMemberDownMeansIncomplete()
{
    QVERIFY(m_second->post(body({{QStringLiteral("OnSecond"), QStringLiteral("web")}})));
    const Alert alert = *named(snapshot(), QStringLiteral("OnSecond"));
    m_second->kill();
    const AlertPage half = snapshot();
    QVERIFY(half.alerts.empty());
    QVERIFY(!half.isWhole());
    QCOMPARE(half.membersLive, 1);
    QCOMPARE(half.members, 2);
    QVERIFY(half.trouble());
    QCOMPARE(half.trouble()->kind, ErrorKind::Offline);
    // Not a conflict either: the alert may well be firing.
    const auto receipt = await(m_source->acts()->perform(actionOn(alert, Verb::Acknowledge), {}, {}));
    QCOMPARE(toldOf(receipt), QStringLiteral(R"(not-sent-target {"code":"alert-not-held","args":{"answered":1,"members":2}})"));
    m_server->kill();
    const auto none = await(m_source->alerts()->read({}));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ErrorKind::Offline);
}

void TestAlertmanagerCluster::aHungMemberMeansIncomplete()
{
    QVERIFY(m_server->post(body({{QStringLiteral("OnFirst"), QStringLiteral("web")}})));
    m_second->setHung(true);
    QElapsedTimer timer;
    timer.start();
    const auto half = await(m_source->alerts()->read({}), Millis(40'000));
    const qint64 first = timer.restart();
    const auto again = await(m_source->alerts()->read({}), Millis(40'000));
    const qint64 second = timer.elapsed();
    m_second->setHung(false);
    for (const auto &one : {half, again}) {
        QVERIFY2(one, qPrintable(errorOf(one)));
        QVERIFY(named(*one, QStringLiteral("OnFirst")));
        QVERIFY2(!one->isWhole(), qPrintable(QStringLiteral("answered after %1 and %2 ms").arg(first).arg(second)));
        QCOMPARE(one->membersLive, 1);
        QCOMPARE(one->trouble()->kind, ErrorKind::Timeout);
        QVERIFY2(one->trouble()->what.contains(QString::number(m_second->port())), qPrintable(one->trouble()->what));
    }
    // Well below the time-out of a request, and not waited for a second time while it still owes an answer.
    QVERIFY2(first < 9'000, qPrintable(QString::number(first)));
    QVERIFY2(second < 2'000, qPrintable(QString::number(second)));
    QTRY_VERIFY_WITH_TIMEOUT(snapshot().isWhole(), 20'000);
}

void TestAlertmanagerCluster::writesFailOver()
{
    QVERIFY(m_server->post(body({{QStringLiteral("A"), QStringLiteral("web")}})));
    QVERIFY(m_second->post(body({{QStringLiteral("A"), QStringLiteral("web")}})));
    const Alert alert = *named(snapshot(), QStringLiteral("A"));
    m_server->kill();
    const AlertAction action = actionOn(alert, Verb::Acknowledge);
    const auto receipt = await(m_source->acts()->perform(action, {}, {}));
    QVERIFY2(receipt, qPrintable(errorOf(receipt)));
    QCOMPARE(receipt->is, Outcome::Is::Done);
    QCOMPARE(named(snapshot(), QStringLiteral("A"))->state, AlertState::Acknowledged);
    // Back again, the other member learns of it, and there is one silence.
    QVERIFY2(m_server->start(), m_server->log().constData());
    QTRY_VERIFY_WITH_TIMEOUT(snapshot().isWhole(), 20'000);
    QCOMPARE(snapshot().silences.size(), std::size_t(1));
}

void TestAlertmanagerCluster::afterOurRestartAMemberDownDecidesNothing()
{
    QVERIFY(m_server->post(body({{QStringLiteral("A"), QStringLiteral("web")}})));
    const AlertAction action = actionOn(*named(snapshot(), QStringLiteral("A")), Verb::Acknowledge);
    AlertAction silence = actionOn(QString(), Verb::Silence);
    silence.matchers = {*parseMatcher(u"service=web")};
    const auto made = await(m_source->acts()->perform(silence, {}, {}));
    QVERIFY2(made, qPrintable(errorOf(made)));
    QTRY_COMPARE(plainHttp("GET", silencesOf(*m_second)).body.count(made->madeId.toUtf8()), 1);
    const AlertAction expire = actionOn(made->madeId, Verb::ExpireSilence);
    // The program was killed after it sent them, to a member that is cut off now.
    m_source = m_bench->open(*makeAlertmanagerConnector(), settled({m_server->url(), m_second->url()}));
    m_server->kill();
    for (const AlertAction &one : {action, expire}) {
        const auto doubtful = await(m_source->acts()->readBack(one, {}, {}));
        QCOMPARE(toldOf(doubtful), QStringLiteral(R"(unknown {"code":"too-few-answer","args":{"answered":1,"members":2}})"));
    }
    // What is seen on any member has landed.
    QVERIFY(isOutcome(await(m_source->acts()->readBack(silence, {}, {})), Outcome::Is::Done));
    QVERIFY2(m_server->start(), m_server->log().constData());
    QTRY_VERIFY(isOutcome(await(m_source->acts()->readBack(action, {}, {})), Outcome::Is::NotSent));
}

void TestAlertmanagerCluster::theMemberItWasSentToDecides()
{
    QVERIFY(m_server->post(body({{QStringLiteral("A"), QStringLiteral("web")}})));
    QVERIFY(m_second->post(body({{QStringLiteral("A"), QStringLiteral("web")}})));
    // A write that never arrives.
    const QUrl url = m_server->url();
    ScriptedServer gate([url](const ScriptedRequest &r) { return r.method == "POST" ? ScriptedReply::reset() : passOn(r, url); });
    const Endpoint endpoint = settled({gate.url(QString()), m_second->url()});
    const auto source = m_bench->open(*makeAlertmanagerConnector(), endpoint);
    const auto read = await(source->alerts()->read({}));
    QVERIFY2(read, qPrintable(errorOf(read)));
    const AlertAction action = actionOn(*named(*read, QStringLiteral("A")), Verb::Acknowledge);
    QString target;
    bool isNoted = false;
    const BeforeSend before = [&](const QString &member) {
        // Not a byte leaves before this is answered.
        const auto asked = gate.requests();
        isNoted = std::none_of(asked.begin(), asked.end(), [](const ScriptedRequest &r) { return r.method == "POST"; });
        target = member;
        return ready<Done>(Done {});
    };
    QVERIFY(isOutcome(await(source->acts()->perform(action, before, {})), Outcome::Is::Unknown));
    QVERIFY(isNoted);
    m_second->kill();
    // Another process, which has nothing but what was noted.
    const auto later = m_bench->open(*makeAlertmanagerConnector(), endpoint);
    QCOMPARE(toldOf(await(later->acts()->readBack(action, target, {}))), QStringLiteral(R"(not-sent-source {"code":"not-taken","args":{}})"));
    for (const QString &unknown : {QString(), QStringLiteral("a member of another configuration")}) {
        QCOMPARE(toldOf(await(later->acts()->readBack(action, unknown, {}))),
            QStringLiteral(R"(unknown {"code":"too-few-answer","args":{"answered":1,"members":2}})"));
    }
    // What cannot be noted is not sent.
    const auto refused = await(
        source->acts()->perform(action, [](const QString &) { return ready<Done>(fail(ErrorKind::Storage, QStringLiteral("disk full"))); }, {}));
    QCOMPARE(toldOf(refused), QStringLiteral(R"(not-sent-source {"code":"text","args":{"text":"disk full"}})"));
}

void TestAlertmanagerCluster::aMemberThatLosesWritesIsPassedBy()
{
    QVERIFY(m_server->post(body({{QStringLiteral("A"), QStringLiteral("web")}, {QStringLiteral("B"), QStringLiteral("web")}})));
    QVERIFY(m_second->post(body({{QStringLiteral("A"), QStringLiteral("web")}, {QStringLiteral("B"), QStringLiteral("web")}})));
    // It answers what it is asked, and every write to it is lost.
    const QUrl url = m_server->url();
    ScriptedServer gate([url](const ScriptedRequest &r) { return r.method == "POST" ? ScriptedReply::reset() : passOn(r, url); });
    const Endpoint endpoint = settled({gate.url(QString()), m_second->url()});
    auto source = m_bench->open(*makeAlertmanagerConnector(), endpoint);
    const auto read = await(source->alerts()->read({}));
    QVERIFY2(read, qPrintable(errorOf(read)));
    const AlertAction action = actionOn(*named(*read, QStringLiteral("A")), Verb::Acknowledge);
    QString target;
    const auto note = [&target](const QString &member) {
        target = member;
        return ready<Done>(Done {});
    };
    QVERIFY(isOutcome(await(source->acts()->perform(action, note, {})), Outcome::Is::Unknown));
    const QString lost = target;
    // The same program knows, for any other action.
    QVERIFY(isOutcome(await(source->acts()->perform(actionOn(*named(*read, QStringLiteral("B")), Verb::Acknowledge), note, {})), Outcome::Is::Done));
    QVERIFY(target != lost);
    // Another one is told by what was noted of this one.
    source = m_bench->open(*makeAlertmanagerConnector(), endpoint);
    QVERIFY(isOutcome(await(source->acts()->perform(action, BeforeSend(note, lost), {})), Outcome::Is::Done));
    QVERIFY(target != lost);
}

QTEST_GUILESS_MAIN(TestAlertmanagerCluster)
#include "tst_alertmanagercluster.moc"
