#include "tests/contract/alertmanager/alertmanagerbench.h"
#include "tests/contract/bench.h"
#include "tests/support/outcometext.h"
#include "tests/support/realservers.h"

#include <QTest>

using namespace quarterdeck;

/// What is done to alerts and silences, against a real Alertmanager.
class TestAlertmanagerActions : public AlertmanagerBench {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!RealAlertmanager::isInstalled()) {
            QSKIP("prometheus-alertmanager is not installed");
        }
    }
    void init() { QVERIFY2(startAlone(), log().constData()); }
    void cleanup() { stop(); }

    void acknowledgeLandsAndIsShown();
    void acknowledgeTwiceIsAlreadySo();
    void acknowledgeOfTheGoneIsAConflict();
    void acknowledgeOfTheRefiredIsAConflict();
    void silenceExtendExpire();
    void whatBeginsLaterIsExtended();
    void anEqualSilenceIsNotDoubled();
    void readBackFindsTheMarker();
    void oddLabelsAreAcknowledged();
};

void TestAlertmanagerActions::acknowledgeLandsAndIsShown()
{
    QVERIFY(m_server->post(body({{QStringLiteral("A"), QStringLiteral("web")}, {QStringLiteral("B"), QStringLiteral("web")}})));
    const AlertPage before = snapshot();
    const auto receipt = await(m_source->acts()->perform(actionOn(*named(before, QStringLiteral("A")), Verb::Acknowledge), {}, {}));
    QVERIFY2(receipt, qPrintable(errorOf(receipt)));
    QCOMPARE(receipt->is, Outcome::Is::Done);
    const AlertPage after = snapshot();
    const Alert *acked = named(after, QStringLiteral("A"));
    QCOMPARE(acked->state, AlertState::Acknowledged);
    QCOMPARE(acked->acknowledgement().id, receipt->madeId);
    QCOMPARE(acked->acknowledgement().by, QStringLiteral("ana"));
    QVERIFY(std::chrono::abs(acked->acknowledgement().until - (SystemClock().now() + Millis(3'600'000))) < Millis(30'000));
    QCOMPARE(named(after, QStringLiteral("B"))->state, AlertState::Triggered);
    QCOMPARE(after.silences.size(), std::size_t(1));
    QCOMPARE(commentText(after.silences[0].comment), QStringLiteral("looking"));
}

void TestAlertmanagerActions::acknowledgeTwiceIsAlreadySo()
{
    QVERIFY(m_server->post(body({{QStringLiteral("A"), QStringLiteral("web")}})));
    const Alert alert = *named(snapshot(), QStringLiteral("A"));
    const AlertAction action = actionOn(alert, Verb::Acknowledge);
    QVERIFY(isOutcome(await(m_source->acts()->perform(action, {}, {})), Outcome::Is::Done));
    AlertAction other = actionOn(alert, Verb::Acknowledge);
    other.author = QStringLiteral("ben");
    const auto second = await(m_source->acts()->perform(other, {}, {}));
    QVERIFY2(second, qPrintable(errorOf(second)));
    QCOMPARE(second->is, Outcome::Is::AlreadySo);
    QVERIFY2(second->reason.code == ReasonCode::Acknowledged && second->reason.text(reasonpart::By) == u"ana", qPrintable(toldOf(second)));
    // The same action again has landed already.
    const auto again = await(m_source->acts()->perform(action, {}, {}));
    QVERIFY(again);
    QCOMPARE(again->is, Outcome::Is::Done);
    QCOMPARE(snapshot().silences.size(), std::size_t(1));
}

void TestAlertmanagerActions::acknowledgeOfTheGoneIsAConflict()
{
    QVERIFY(m_server->post(body({{QStringLiteral("A"), QStringLiteral("web")}})));
    const Alert alert = *named(snapshot(), QStringLiteral("A"));
    QVERIFY(m_server->post(body({{QStringLiteral("A"), QStringLiteral("web"), QStringLiteral("warning"), {}, SystemClock().now() - Millis(1000)}})));
    const auto receipt = await(m_source->acts()->perform(actionOn(alert, Verb::Acknowledge), {}, {}));
    QVERIFY2(receipt, qPrintable(errorOf(receipt)));
    QCOMPARE(receipt->is, Outcome::Is::Conflict);
    QCOMPARE(receipt->reason, Reason {ReasonCode::Gone}.with(reasonpart::Seen, alert.startsAt));
    QVERIFY(snapshot().silences.empty());
}

void TestAlertmanagerActions::acknowledgeOfTheRefiredIsAConflict()
{
    const UtcTime now = SystemClock().now();
    QVERIFY(m_server->post(body({{QStringLiteral("A"), QStringLiteral("web"), QStringLiteral("warning"), now - Millis(600'000)}})));
    const Alert alert = *named(snapshot(), QStringLiteral("A"));
    QVERIFY(
        m_server->post(body({{QStringLiteral("A"), QStringLiteral("web"), QStringLiteral("warning"), now - Millis(600'000), now - Millis(60'000)}})));
    QVERIFY(snapshot().alerts.empty());
    QVERIFY(m_server->post(body({{QStringLiteral("A"), QStringLiteral("web"), QStringLiteral("warning"), now - Millis(10'000)}})));
    QVERIFY(named(snapshot(), QStringLiteral("A"))->startsAt > alert.startsAt);
    const auto receipt = await(m_source->acts()->perform(actionOn(alert, Verb::Acknowledge), {}, {}));
    QVERIFY2(receipt, qPrintable(errorOf(receipt)));
    QCOMPARE(receipt->is, Outcome::Is::Conflict);
    QVERIFY2(receipt->reason.code == ReasonCode::FiresAgain && receipt->reason.time(reasonpart::Seen) == alert.startsAt, qPrintable(toldOf(receipt)));
    QVERIFY(snapshot().silences.empty());
}

void TestAlertmanagerActions::silenceExtendExpire()
{
    AlertAction silence = actionOn(QString(), Verb::Silence);
    silence.matchers = {*parseMatcher(u"service=~\"we.*|db\""), *parseMatcher(u"severity!=critical")};
    silence.comment = QStringLiteral("maintenance");
    const auto made = await(m_source->acts()->perform(silence, {}, {}));
    QVERIFY2(made, qPrintable(errorOf(made)));
    QCOMPARE(made->is, Outcome::Is::Done);
    Silence held = snapshot().silences.at(0);
    QCOMPARE(held.id, made->madeId);
    QCOMPARE(held.matchers, silence.matchers);
    QCOMPARE(held.state, SilenceState::Active);

    const auto extended = await(m_source->acts()->perform(actionOn(made->madeId, Verb::ExtendSilence, Millis(14'400'000)), {}, {}));
    QVERIFY2(extended, qPrintable(errorOf(extended)));
    QCOMPARE(extended->is, Outcome::Is::Done);
    QCOMPARE(extended->madeId, made->madeId);
    const Silence later = snapshot().silences.at(0);
    QVERIFY(later.endsAt - held.endsAt > Millis(7'000'000));
    QCOMPARE(later.matchers, held.matchers);
    QCOMPARE(commentText(later.comment), QStringLiteral("maintenance"));
    QCOMPARE(snapshot().silences.size(), std::size_t(1));

    const auto expired = await(m_source->acts()->perform(actionOn(made->madeId, Verb::ExpireSilence), {}, {}));
    QVERIFY2(expired, qPrintable(errorOf(expired)));
    QCOMPARE(expired->is, Outcome::Is::Done);
    QCOMPARE(snapshot().silences.at(0).state, SilenceState::Expired);
    const auto again = await(m_source->acts()->perform(actionOn(made->madeId, Verb::ExpireSilence), {}, {}));
    QVERIFY(again);
    QCOMPARE(again->is, Outcome::Is::AlreadySo);
    const auto unknown = await(m_source->acts()->perform(actionOn(QUuid::createUuid().toString(QUuid::WithoutBraces), Verb::ExpireSilence), {}, {}));
    QVERIFY2(unknown, qPrintable(errorOf(unknown)));
    QCOMPARE(unknown->is, Outcome::Is::AlreadySo);
    const auto dead = await(m_source->acts()->perform(actionOn(made->madeId, Verb::ExtendSilence), {}, {}));
    QVERIFY(dead);
    QCOMPARE(dead->is, Outcome::Is::Conflict);
}

void TestAlertmanagerActions::whatBeginsLaterIsExtended()
{
    const UtcTime now {QDateTime::currentMSecsSinceEpoch()};
    const UtcTime from = now + Millis(3'600'000);
    const UtcTime to = now + Millis(7'200'000);
    const QByteArray draft = R"({"matchers":[{"name":"a","value":"b","isRegex":false}],"startsAt":")" + toRfc3339(from).toUtf8() + R"(","endsAt":")"
        + toRfc3339(to).toUtf8() + R"(","createdBy":"ana","comment":"planned"})";
    const auto posted = plainHttp("POST", QUrl(m_server->url().toString() + QStringLiteral("/api/v2/silences")), draft, "application/json");
    QCOMPARE(posted.status, 200);
    const Silence planned = snapshot().silences.at(0);
    QCOMPARE(planned.state, SilenceState::Pending);
    const auto extended = await(m_source->acts()->perform(actionOn(planned.id, Verb::ExtendSilence, Millis(3'600'000)), {}, {}));
    QVERIFY2(extended, qPrintable(errorOf(extended)));
    QCOMPARE(extended->is, Outcome::Is::Done);
    QCOMPARE(extended->reason.code, ReasonCode::BeginsLater);
    QCOMPARE(extended->madeId, planned.id);
    const Silence later = snapshot().silences.at(0);
    QCOMPARE(later.startsAt, planned.startsAt);
    QCOMPARE(later.endsAt, planned.endsAt + Millis(3'600'000));
}

void TestAlertmanagerActions::anEqualSilenceIsNotDoubled()
{
    AlertAction silence = actionOn(QString(), Verb::Silence);
    silence.matchers = {*parseMatcher(u"a=b"), *parseMatcher(u"c=d")};
    QVERIFY(isOutcome(await(m_source->acts()->perform(silence, {}, {})), Outcome::Is::Done));
    AlertAction equal = silence;
    equal.id = QUuid::createUuid();
    std::swap(equal.matchers[0], equal.matchers[1]);
    equal.duration = Millis(600'000);
    const auto shorter = await(m_source->acts()->perform(equal, {}, {}));
    QVERIFY(shorter);
    QCOMPARE(shorter->is, Outcome::Is::AlreadySo);
    equal.duration = Millis(86'400'000);
    const auto longer = await(m_source->acts()->perform(equal, {}, {}));
    QVERIFY(longer);
    QCOMPARE(longer->is, Outcome::Is::Conflict);
    QCOMPARE(longer->reason.code, ReasonCode::EqualTooShort);
    QCOMPARE(snapshot().silences.size(), std::size_t(1));
    // What the server refuses is told in its own words.
    AlertAction refused = silence;
    refused.id = QUuid::createUuid();
    refused.matchers = {*parseMatcher(u"a=~.*")};
    const auto error = await(m_source->acts()->perform(refused, {}, {}));
    QVERIFY2(isOutcome(error, Outcome::Is::Refused), qPrintable(toldOf(error)));
    QVERIFY2(error->reason.text().contains(QLatin1StringView("matcher")), qPrintable(toldOf(error)));
}

void TestAlertmanagerActions::readBackFindsTheMarker()
{
    QVERIFY(m_server->post(body({{QStringLiteral("A"), QStringLiteral("web")}})));
    const AlertAction action = actionOn(*named(snapshot(), QStringLiteral("A")), Verb::Acknowledge);
    const auto missing = await(m_source->acts()->readBack(action, {}, {}));
    QCOMPARE(toldOf(missing), QStringLiteral(R"(not-sent-source {"code":"not-taken","args":{}})"));
    const auto receipt = await(m_source->acts()->perform(action, {}, {}));
    QVERIFY2(isOutcome(receipt, Outcome::Is::Done), qPrintable(toldOf(receipt)));
    const auto found = await(m_source->acts()->readBack(action, {}, {}));
    QVERIFY2(found, qPrintable(errorOf(found)));
    QCOMPARE(found->is, Outcome::Is::Done);
    QCOMPARE(found->madeId, receipt->madeId);
    const AlertAction expire = actionOn(receipt->madeId, Verb::ExpireSilence);
    QVERIFY(isOutcome(await(m_source->acts()->readBack(expire, {}, {})), Outcome::Is::NotSent));
    QVERIFY(isOutcome(await(m_source->acts()->perform(expire, {}, {})), Outcome::Is::Done));
    QVERIFY(isOutcome(await(m_source->acts()->readBack(expire, {}, {})), Outcome::Is::Done));
    m_server->kill();
    const auto down = await(m_source->acts()->readBack(action, {}, {}));
    QVERIFY2(isOutcome(down, Outcome::Is::Unknown), qPrintable(toldOf(down)));
}

void TestAlertmanagerActions::oddLabelsAreAcknowledged()
{
    const QString odd = QString::fromUtf8("a \"quoted\" \\ + & % = {x} \xE2\x80\xAE \n line");
    QVERIFY(m_server->post(body({{odd, QStringLiteral("we+b")}, {QStringLiteral("plain"), QStringLiteral("we b")}})));
    const Alert alert = *named(snapshot(), odd);
    const auto receipt = await(m_source->acts()->perform(actionOn(alert, Verb::Acknowledge), {}, {}));
    QVERIFY2(receipt, qPrintable(errorOf(receipt)));
    QCOMPARE(receipt->is, Outcome::Is::Done);
    const AlertPage after = snapshot();
    QCOMPARE(named(after, odd)->state, AlertState::Acknowledged);
    QCOMPARE(named(after, QStringLiteral("plain"))->state, AlertState::Triggered);
}

QTEST_GUILESS_MAIN(TestAlertmanagerActions)
#include "tst_alertmanageractions.moc"
