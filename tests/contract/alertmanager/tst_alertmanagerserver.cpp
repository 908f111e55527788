#include "app/json/jsonreader.h"
#include "app/sources/alertmanager/connector.h"
#include "tests/contract/bench.h"
#include "tests/support/realservers.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace quarterdeck;

namespace {

struct Posted {
    QString name;
    QString service;
    QString severity = QStringLiteral("warning");
    UtcTime startsAt {};
    UtcTime endsAt {};
};

QByteArray body(const std::vector<Posted> &alerts)
{
    const UtcTime now = SystemClock().now();
    JsonWriter json;
    json.beginArray();
    for (const Posted &alert : alerts) {
        json.beginObject().key(u"labels").beginObject();
        json.key(u"alertname").value(alert.name).key(u"service").value(alert.service).key(u"severity").value(alert.severity);
        json.endObject().key(u"annotations").beginObject().key(u"summary").value(QStringLiteral("about ") + alert.name).endObject();
        json.key(u"startsAt").value(toRfc3339(alert.startsAt.isValid() ? alert.startsAt : now - Millis(60'000)));
        json.key(u"endsAt").value(toRfc3339(alert.endsAt.isValid() ? alert.endsAt : now + Millis(3'600'000)));
        json.endObject();
    }
    json.endArray();
    return json.take();
}

/// Servers that are believed from their first answer on: tst_alertmanagerrestart is about the others.
Endpoint settled(std::vector<QUrl> urls)
{
    Endpoint endpoint = ContractBench::endpoint(std::move(urls));
    endpoint.options.insert(QStringLiteral("settling_time"), QStringLiteral("0s"));
    return endpoint;
}

QUrl silencesOf(const RealAlertmanager &server)
{
    QUrl url = server.url();
    url.setPath(QStringLiteral("/api/v2/silences"));
    return url;
}

const Alert *named(const AlertSnapshot &snapshot, const QString &name)
{
    const auto at = std::ranges::find(snapshot.alerts, name, &Alert::title);
    return at == snapshot.alerts.end() ? nullptr : &*at;
}

AlertAction actionOn(const Alert &alert, Verb verb, Millis duration = Millis(3'600'000))
{
    AlertAction action;
    action.id = QUuid::createUuid();
    action.verb = verb;
    action.source = alert.key.source;
    action.alert = alert.key;
    action.alertTitle = alert.title;
    action.expectedVersion = alert.version();
    action.expectedStart = alert.startsAt;
    action.matchers = exactMatchers(alert.labels);
    action.duration = duration;
    action.author = QStringLiteral("ana");
    action.comment = QStringLiteral("looking");
    return action;
}

AlertAction actionOn(const QString &silence, Verb verb, Millis duration = Millis(7'200'000))
{
    AlertAction action;
    action.id = QUuid::createUuid();
    action.verb = verb;
    action.source = QStringLiteral("src");
    action.silenceId = silence;
    action.duration = duration;
    action.author = QStringLiteral("ben");
    return action;
}

} // namespace

/// Against a real Alertmanager, alone and as a cluster of two.
class TestAlertmanagerServer : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void probeTellsVersion();
    void listsWhatFires();
    void inhibitionIsSuppression();
    void acknowledgeLandsAndIsShown();
    void acknowledgeTwiceIsAlreadySo();
    void acknowledgeOfTheGoneIsAConflict();
    void acknowledgeOfTheRefiredIsAConflict();
    void silenceExtendExpire();
    void anEqualSilenceIsNotDoubled();
    void readBackFindsTheMarker();
    void tenThousandAlerts();
    void oddLabelsAreAcknowledged();

    void clusterUnitesAlertsAndSharesSilences();
    void aMemberDownMeansIncomplete();
    void aHungMemberMeansIncomplete();
    void writesFailOver();
    void afterOurRestartAMemberDownDecidesNothing();

private:
    AlertSnapshot snapshot();
    void startCluster();

    std::unique_ptr<ContractBench> m_bench;
    std::unique_ptr<RealAlertmanager> m_server;
    std::unique_ptr<RealAlertmanager> m_second;
    std::unique_ptr<PagingSource> m_source;
};

void TestAlertmanagerServer::initTestCase()
{
    if (!RealAlertmanager::isInstalled()) {
        QSKIP("prometheus-alertmanager is not installed");
    }
}

void TestAlertmanagerServer::init()
{
    m_bench = std::make_unique<ContractBench>();
    m_server = std::make_unique<RealAlertmanager>();
    if (QByteArray(QTest::currentTestFunction()).contains("ember") || QByteArray(QTest::currentTestFunction()).contains("cluster")
        || QByteArray(QTest::currentTestFunction()).contains("Member") || QByteArray(QTest::currentTestFunction()) == "writesFailOver") {
        startCluster();
        return;
    }
    QVERIFY2(m_server->start(), m_server->log().constData());
    m_source = m_bench->open<PagingSource>(*makeAlertmanagerConnector(), settled({m_server->url()}));
}

void TestAlertmanagerServer::startCluster()
{
    m_second = std::make_unique<RealAlertmanager>();
    m_second->joinCluster(*m_server);
    QVERIFY2(m_server->start(), m_server->log().constData());
    QVERIFY2(m_second->start(), m_second->log().constData());
    m_source = m_bench->open<PagingSource>(*makeAlertmanagerConnector(), settled({m_server->url(), m_second->url()}));
    QTRY_VERIFY_WITH_TIMEOUT(
        [this] {
            const auto health = await(m_source->probe({}));
            return health && health->membersLive == 2 && health->findings.isEmpty();
        }(),
        20'000);
}

void TestAlertmanagerServer::cleanup()
{
    m_source.reset();
    m_second.reset();
    m_server.reset();
    m_bench.reset();
}

AlertSnapshot TestAlertmanagerServer::snapshot()
{
    const auto result = await(m_source->alerts({}));
    if (!result) {
        qWarning("%s", qPrintable(errorOf(result)));
        return {};
    }
    return *result;
}

void TestAlertmanagerServer::probeTellsVersion()
{
    const auto health = await(m_source->probe({}));
    QVERIFY2(health, qPrintable(errorOf(health)));
    QVERIFY(health->version.startsWith(QLatin1StringView("0.")));
    QCOMPARE(health->membersLive, 1);
    QVERIFY2(health->findings.isEmpty(), qPrintable(health->findings.join(u'\n')));
}

void TestAlertmanagerServer::listsWhatFires()
{
    QVERIFY(snapshot().alerts.empty());
    QVERIFY(snapshot().isComplete);
    QVERIFY(m_server->post(body({{QStringLiteral("High"), QStringLiteral("web"), QStringLiteral("page")}})));
    const AlertSnapshot one = snapshot();
    QVERIFY(one.isComplete);
    const Alert *alert = named(one, QStringLiteral("High"));
    QVERIFY(alert);
    QCOMPARE(alert->state, AlertState::Triggered);
    QCOMPARE(alert->severity, Severity::Critical);
    QCOMPARE(alert->summary, QStringLiteral("about High"));
    QCOMPARE(alert->key.id, QString::number(alert->labels.fingerprint(), 16).rightJustified(16, u'0'));
    QVERIFY(m_server->post(body({{QStringLiteral("High"), QStringLiteral("web"), QStringLiteral("page"), {}, SystemClock().now() - Millis(1000)}})));
    const AlertSnapshot none = snapshot();
    QVERIFY(none.isComplete && none.alerts.empty());
}

void TestAlertmanagerServer::inhibitionIsSuppression()
{
    QVERIFY(m_server->post(body({{QStringLiteral("Down"), QStringLiteral("db"), QStringLiteral("critical")},
        {QStringLiteral("Slow"), QStringLiteral("db")}, {QStringLiteral("Other"), QStringLiteral("web")}})));
    QTRY_VERIFY(named(snapshot(), QStringLiteral("Slow"))->state == AlertState::Suppressed);
    const AlertSnapshot all = snapshot();
    QCOMPARE(named(all, QStringLiteral("Slow"))->inhibitedBy, QStringList {named(all, QStringLiteral("Down"))->key.id});
    QCOMPARE(named(all, QStringLiteral("Down"))->state, AlertState::Triggered);
    QCOMPARE(named(all, QStringLiteral("Other"))->state, AlertState::Triggered);
}

void TestAlertmanagerServer::acknowledgeLandsAndIsShown()
{
    QVERIFY(m_server->post(body({{QStringLiteral("A"), QStringLiteral("web")}, {QStringLiteral("B"), QStringLiteral("web")}})));
    const AlertSnapshot before = snapshot();
    const auto receipt = await(m_source->perform(actionOn(*named(before, QStringLiteral("A")), Verb::Acknowledge), {}));
    QVERIFY2(receipt, qPrintable(errorOf(receipt)));
    QCOMPARE(receipt->outcome, Receipt::Outcome::Confirmed);
    const AlertSnapshot after = snapshot();
    const Alert *acked = named(after, QStringLiteral("A"));
    QCOMPARE(acked->state, AlertState::Acknowledged);
    QCOMPARE(acked->ackSilence, receipt->silence);
    QCOMPARE(acked->acknowledgedBy, QStringLiteral("ana"));
    QVERIFY(std::chrono::abs(acked->acknowledgedUntil - (SystemClock().now() + Millis(3'600'000))) < Millis(30'000));
    QCOMPARE(named(after, QStringLiteral("B"))->state, AlertState::Triggered);
    QCOMPARE(after.silences.size(), std::size_t(1));
    QCOMPARE(commentText(after.silences[0].comment), QStringLiteral("looking"));
}

void TestAlertmanagerServer::acknowledgeTwiceIsAlreadySo()
{
    QVERIFY(m_server->post(body({{QStringLiteral("A"), QStringLiteral("web")}})));
    const Alert alert = *named(snapshot(), QStringLiteral("A"));
    const AlertAction action = actionOn(alert, Verb::Acknowledge);
    QVERIFY(await(m_source->perform(action, {})));
    AlertAction other = actionOn(alert, Verb::Acknowledge);
    other.author = QStringLiteral("ben");
    const auto second = await(m_source->perform(other, {}));
    QVERIFY2(second, qPrintable(errorOf(second)));
    QCOMPARE(second->outcome, Receipt::Outcome::AlreadySo);
    QVERIFY2(second->detail.startsWith(QLatin1StringView("acknowledged by ana until ")), qPrintable(second->detail));
    // The same action again has landed already.
    const auto again = await(m_source->perform(action, {}));
    QVERIFY(again);
    QCOMPARE(again->outcome, Receipt::Outcome::Confirmed);
    QCOMPARE(snapshot().silences.size(), std::size_t(1));
}

void TestAlertmanagerServer::acknowledgeOfTheGoneIsAConflict()
{
    QVERIFY(m_server->post(body({{QStringLiteral("A"), QStringLiteral("web")}})));
    const Alert alert = *named(snapshot(), QStringLiteral("A"));
    QVERIFY(m_server->post(body({{QStringLiteral("A"), QStringLiteral("web"), QStringLiteral("warning"), {}, SystemClock().now() - Millis(1000)}})));
    const auto receipt = await(m_source->perform(actionOn(alert, Verb::Acknowledge), {}));
    QVERIFY2(receipt, qPrintable(errorOf(receipt)));
    QCOMPARE(receipt->outcome, Receipt::Outcome::Conflict);
    QVERIFY(receipt->detail.contains(QLatin1StringView("it is resolved now")));
    QVERIFY(snapshot().silences.empty());
}

void TestAlertmanagerServer::acknowledgeOfTheRefiredIsAConflict()
{
    const UtcTime now = SystemClock().now();
    QVERIFY(m_server->post(body({{QStringLiteral("A"), QStringLiteral("web"), QStringLiteral("warning"), now - Millis(600'000)}})));
    const Alert alert = *named(snapshot(), QStringLiteral("A"));
    QVERIFY(
        m_server->post(body({{QStringLiteral("A"), QStringLiteral("web"), QStringLiteral("warning"), now - Millis(600'000), now - Millis(60'000)}})));
    QVERIFY(snapshot().alerts.empty());
    QVERIFY(m_server->post(body({{QStringLiteral("A"), QStringLiteral("web"), QStringLiteral("warning"), now - Millis(10'000)}})));
    QVERIFY(named(snapshot(), QStringLiteral("A"))->startsAt > alert.startsAt);
    const auto receipt = await(m_source->perform(actionOn(alert, Verb::Acknowledge), {}));
    QVERIFY2(receipt, qPrintable(errorOf(receipt)));
    QCOMPARE(receipt->outcome, Receipt::Outcome::Conflict);
    QVERIFY2(receipt->detail.contains(toRfc3339(alert.startsAt)) && receipt->detail.contains(QLatin1StringView("fires again since")),
        qPrintable(receipt->detail));
    QVERIFY(snapshot().silences.empty());
}

void TestAlertmanagerServer::silenceExtendExpire()
{
    AlertAction silence = actionOn(QString(), Verb::Silence);
    silence.matchers = {*parseMatcher(u"service=~\"we.*|db\""), *parseMatcher(u"severity!=critical")};
    silence.comment = QStringLiteral("maintenance");
    const auto made = await(m_source->perform(silence, {}));
    QVERIFY2(made, qPrintable(errorOf(made)));
    QCOMPARE(made->outcome, Receipt::Outcome::Confirmed);
    Silence held = snapshot().silences.at(0);
    QCOMPARE(held.id, made->silence);
    QCOMPARE(held.matchers, silence.matchers);
    QCOMPARE(held.state, SilenceState::Active);

    const auto extended = await(m_source->perform(actionOn(made->silence, Verb::ExtendSilence, Millis(14'400'000)), {}));
    QVERIFY2(extended, qPrintable(errorOf(extended)));
    QCOMPARE(extended->outcome, Receipt::Outcome::Confirmed);
    QCOMPARE(extended->silence, made->silence);
    const Silence later = snapshot().silences.at(0);
    QVERIFY(later.endsAt - held.endsAt > Millis(7'000'000));
    QCOMPARE(later.matchers, held.matchers);
    QCOMPARE(commentText(later.comment), QStringLiteral("maintenance"));
    QCOMPARE(snapshot().silences.size(), std::size_t(1));

    const auto expired = await(m_source->perform(actionOn(made->silence, Verb::ExpireSilence), {}));
    QVERIFY2(expired, qPrintable(errorOf(expired)));
    QCOMPARE(expired->outcome, Receipt::Outcome::Confirmed);
    QCOMPARE(snapshot().silences.at(0).state, SilenceState::Expired);
    const auto again = await(m_source->perform(actionOn(made->silence, Verb::ExpireSilence), {}));
    QVERIFY(again);
    QCOMPARE(again->outcome, Receipt::Outcome::AlreadySo);
    const auto unknown = await(m_source->perform(actionOn(QUuid::createUuid().toString(QUuid::WithoutBraces), Verb::ExpireSilence), {}));
    QVERIFY2(unknown, qPrintable(errorOf(unknown)));
    QCOMPARE(unknown->outcome, Receipt::Outcome::AlreadySo);
    const auto dead = await(m_source->perform(actionOn(made->silence, Verb::ExtendSilence), {}));
    QVERIFY(dead);
    QCOMPARE(dead->outcome, Receipt::Outcome::Conflict);
}

void TestAlertmanagerServer::anEqualSilenceIsNotDoubled()
{
    AlertAction silence = actionOn(QString(), Verb::Silence);
    silence.matchers = {*parseMatcher(u"a=b"), *parseMatcher(u"c=d")};
    QVERIFY(await(m_source->perform(silence, {})));
    AlertAction equal = silence;
    equal.id = QUuid::createUuid();
    std::swap(equal.matchers[0], equal.matchers[1]);
    equal.duration = Millis(600'000);
    const auto shorter = await(m_source->perform(equal, {}));
    QVERIFY(shorter);
    QCOMPARE(shorter->outcome, Receipt::Outcome::AlreadySo);
    equal.duration = Millis(86'400'000);
    const auto longer = await(m_source->perform(equal, {}));
    QVERIFY(longer);
    QCOMPARE(longer->outcome, Receipt::Outcome::Conflict);
    QVERIFY(longer->detail.contains(QLatin1StringView("extend that one instead")));
    QCOMPARE(snapshot().silences.size(), std::size_t(1));
    // What the server refuses is told in its own words.
    AlertAction refused = silence;
    refused.id = QUuid::createUuid();
    refused.matchers = {*parseMatcher(u"a=~.*")};
    const auto error = await(m_source->perform(refused, {}));
    QVERIFY(!error);
    QCOMPARE(error.error().kind, ErrorKind::Rejected);
    QVERIFY2(error.error().what.contains(QLatin1StringView("matcher")), qPrintable(error.error().what));
}

void TestAlertmanagerServer::readBackFindsTheMarker()
{
    QVERIFY(m_server->post(body({{QStringLiteral("A"), QStringLiteral("web")}})));
    const AlertAction action = actionOn(*named(snapshot(), QStringLiteral("A")), Verb::Acknowledge);
    const auto missing = await(m_source->readBack(action, {}));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::NotFound);
    const auto receipt = await(m_source->perform(action, {}));
    QVERIFY(receipt);
    const auto found = await(m_source->readBack(action, {}));
    QVERIFY2(found, qPrintable(errorOf(found)));
    QCOMPARE(found->outcome, Receipt::Outcome::Confirmed);
    QCOMPARE(found->silence, receipt->silence);
    const AlertAction expire = actionOn(receipt->silence, Verb::ExpireSilence);
    QCOMPARE(await(m_source->readBack(expire, {})).error().kind, ErrorKind::NotFound);
    QVERIFY(await(m_source->perform(expire, {})));
    QVERIFY(await(m_source->readBack(expire, {})));
    m_server->kill();
    const auto down = await(m_source->readBack(action, {}));
    QVERIFY(!down);
    QCOMPARE(down.error().kind, ErrorKind::Offline);
}

void TestAlertmanagerServer::tenThousandAlerts()
{
    for (int chunk = 0; chunk < 10; ++chunk) {
        std::vector<Posted> alerts;
        for (int i = 0; i < 1000; ++i) {
            alerts.push_back({QStringLiteral("Alert%1").arg(chunk * 1000 + i), QStringLiteral("service%1").arg(i % 50)});
        }
        QVERIFY(m_server->post(body(alerts)));
    }
    const AlertSnapshot all = snapshot();
    QVERIFY(all.isComplete);
    QCOMPARE(all.alerts.size(), std::size_t(10'000));
    QSet<QString> titles;
    for (const Alert &alert : all.alerts) {
        titles.insert(alert.title);
        QCOMPARE(alert.state, AlertState::Triggered);
        QCOMPARE(alert.severity, Severity::Warning);
        QCOMPARE(alert.summary, QStringLiteral("about ") + alert.title);
    }
    QCOMPARE(titles.size(), 10'000);
    // Equal label texts share memory.
    QSet<const QChar *> places;
    for (const Alert &alert : all.alerts) {
        const QString service = alert.labels.value(u"service");
        places.insert(service.constData());
    }
    QCOMPARE(places.size(), 50);
}

void TestAlertmanagerServer::oddLabelsAreAcknowledged()
{
    const QString odd = QString::fromUtf8("a \"quoted\" \\ + & % = {x} \xE2\x80\xAE \n line");
    QVERIFY(m_server->post(body({{odd, QStringLiteral("we+b")}, {QStringLiteral("plain"), QStringLiteral("we b")}})));
    const Alert alert = *named(snapshot(), odd);
    const auto receipt = await(m_source->perform(actionOn(alert, Verb::Acknowledge), {}));
    QVERIFY2(receipt, qPrintable(errorOf(receipt)));
    QCOMPARE(receipt->outcome, Receipt::Outcome::Confirmed);
    const AlertSnapshot after = snapshot();
    QCOMPARE(named(after, odd)->state, AlertState::Acknowledged);
    QCOMPARE(named(after, QStringLiteral("plain"))->state, AlertState::Triggered);
}

void TestAlertmanagerServer::clusterUnitesAlertsAndSharesSilences()
{
    QVERIFY(m_server->post(body({{QStringLiteral("OnFirst"), QStringLiteral("web")}, {QStringLiteral("OnBoth"), QStringLiteral("web")}})));
    QVERIFY(m_second->post(body({{QStringLiteral("OnSecond"), QStringLiteral("web")}, {QStringLiteral("OnBoth"), QStringLiteral("web")}})));
    const AlertSnapshot all = snapshot();
    QVERIFY(all.isComplete);
    QCOMPARE(all.membersLive, 2);
    QCOMPARE(all.alerts.size(), std::size_t(3));
    const auto receipt = await(m_source->perform(actionOn(*named(all, QStringLiteral("OnSecond")), Verb::Acknowledge), {}));
    QVERIFY2(receipt, qPrintable(errorOf(receipt)));
    QCOMPARE(receipt->outcome, Receipt::Outcome::Confirmed);
    // Written to one member, gossiped to the other, shown once.
    QTRY_COMPARE(named(snapshot(), QStringLiteral("OnSecond"))->state, AlertState::Acknowledged);
    QCOMPARE(snapshot().silences.size(), std::size_t(1));
}

void TestAlertmanagerServer::aMemberDownMeansIncomplete()
{
    QVERIFY(m_second->post(body({{QStringLiteral("OnSecond"), QStringLiteral("web")}})));
    const Alert alert = *named(snapshot(), QStringLiteral("OnSecond"));
    m_second->kill();
    const AlertSnapshot half = snapshot();
    QVERIFY(half.alerts.empty());
    QVERIFY(!half.isComplete);
    QCOMPARE(half.membersLive, 1);
    QCOMPARE(half.members, 2);
    QVERIFY(half.memberError);
    QCOMPARE(half.memberError->kind, ErrorKind::Offline);
    // Not a conflict either: the alert may well be firing.
    const auto receipt = await(m_source->perform(actionOn(alert, Verb::Acknowledge), {}));
    QVERIFY(!receipt);
    QCOMPARE(receipt.error().kind, ErrorKind::Offline);
    QVERIFY(receipt.error().where != QLatin1StringView("after-send"));
    m_server->kill();
    const auto none = await(m_source->alerts({}));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ErrorKind::Offline);
}

void TestAlertmanagerServer::aHungMemberMeansIncomplete()
{
    QVERIFY(m_server->post(body({{QStringLiteral("OnFirst"), QStringLiteral("web")}})));
    m_second->setHung(true);
    QElapsedTimer timer;
    timer.start();
    const auto half = await(m_source->alerts({}), Millis(40'000));
    const qint64 first = timer.restart();
    const auto again = await(m_source->alerts({}), Millis(40'000));
    const qint64 second = timer.elapsed();
    m_second->setHung(false);
    for (const auto &one : {half, again}) {
        QVERIFY2(one, qPrintable(errorOf(one)));
        QVERIFY(named(*one, QStringLiteral("OnFirst")));
        QVERIFY(!one->isComplete);
        QCOMPARE(one->membersLive, 1);
        QCOMPARE(one->memberError->kind, ErrorKind::Timeout);
        QVERIFY2(one->memberError->what.contains(QString::number(m_second->port())), qPrintable(one->memberError->what));
    }
    // Well below the time-out of a request, and not waited for a second time while it still owes an answer.
    QVERIFY2(first < 9'000, qPrintable(QString::number(first)));
    QVERIFY2(second < 2'000, qPrintable(QString::number(second)));
    QTRY_VERIFY_WITH_TIMEOUT(snapshot().isComplete, 20'000);
}

void TestAlertmanagerServer::writesFailOver()
{
    QVERIFY(m_server->post(body({{QStringLiteral("A"), QStringLiteral("web")}})));
    QVERIFY(m_second->post(body({{QStringLiteral("A"), QStringLiteral("web")}})));
    const Alert alert = *named(snapshot(), QStringLiteral("A"));
    m_server->kill();
    const AlertAction action = actionOn(alert, Verb::Acknowledge);
    const auto receipt = await(m_source->perform(action, {}));
    QVERIFY2(receipt, qPrintable(errorOf(receipt)));
    QCOMPARE(receipt->outcome, Receipt::Outcome::Confirmed);
    QCOMPARE(named(snapshot(), QStringLiteral("A"))->state, AlertState::Acknowledged);
    // Back again, the other member learns of it, and there is one silence.
    QVERIFY2(m_server->start(), m_server->log().constData());
    QTRY_VERIFY_WITH_TIMEOUT(snapshot().isComplete, 20'000);
    QCOMPARE(snapshot().silences.size(), std::size_t(1));
}

void TestAlertmanagerServer::afterOurRestartAMemberDownDecidesNothing()
{
    QVERIFY(m_server->post(body({{QStringLiteral("A"), QStringLiteral("web")}})));
    const AlertAction action = actionOn(*named(snapshot(), QStringLiteral("A")), Verb::Acknowledge);
    AlertAction silence = actionOn(QString(), Verb::Silence);
    silence.matchers = {*parseMatcher(u"service=web")};
    const auto made = await(m_source->perform(silence, {}));
    QVERIFY2(made, qPrintable(errorOf(made)));
    QTRY_COMPARE(plainHttp("GET", silencesOf(*m_second)).body.count(made->silence.toUtf8()), 1);
    const AlertAction expire = actionOn(made->silence, Verb::ExpireSilence);
    // The program was killed after it sent them, to a member that is cut off now.
    m_source = m_bench->open<PagingSource>(*makeAlertmanagerConnector(), settled({m_server->url(), m_second->url()}));
    m_server->kill();
    for (const AlertAction &one : {action, expire}) {
        const auto doubtful = await(m_source->readBack(one, {}));
        QVERIFY(!doubtful);
        QVERIFY2(doubtful.error().kind == ErrorKind::Offline, qPrintable(errorOf(doubtful)));
    }
    // What is seen on any member has landed.
    QVERIFY(await(m_source->readBack(silence, {})));
    QVERIFY2(m_server->start(), m_server->log().constData());
    QTRY_COMPARE(await(m_source->readBack(action, {})).error().kind, ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(TestAlertmanagerServer)
#include "tst_alertmanagerserver.moc"
