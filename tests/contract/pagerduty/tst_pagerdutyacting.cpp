#include "pagerdutybench.h"

#include <QJsonDocument>
#include <QTest>

using namespace quarterdeck;

/// Every verb, against an account that does what PagerDuty's document and its users say.
class TestPagerdutyActing : public QObject {
    Q_OBJECT

private slots:
    void init() { m_b = std::make_unique<PagerdutyBench>(); }

    void acknowledges();
    void neverOpensWhatIsResolved();
    void knowsWhoWasFaster();
    void takesAnAcknowledgementBack();
    void snoozes();
    void resolves();
    void leavesNotes();
    void reassigns();
    void findsPeople_data();
    void findsPeople();
    void escalates();
    void asksForHelp();
    void callsOff();
    void merges();
    void setsPriorities();
    void refusesWhatItHasNot();
    void saysInWhoseName();
    void commentsBecomeNotes();

private:
    AlertAction wish(Verb verb, const QString &id)
    {
        AlertAction action;
        action.id = QUuid::createUuid();
        action.verb = verb;
        action.source = QStringLiteral("src");
        action.alert = {QStringLiteral("src"), id};
        action.createdAt = m_b->server.with([](PagerdutyAccount &account) { return account.now(); });
        action.expectedStart = action.createdAt;
        return action;
    }
    Result<Outcome> perform(const AlertAction &action, const QString &key = QStringLiteral("user-key"))
    {
        return await(m_b->open(key)->acts()->perform(action, {}, {}));
    }
    int puts(const QString &id) { return m_b->server.count("PUT /incidents/" + id.toUtf8()); }
    QJsonObject served(const QString &id)
    {
        return m_b->server.with([&](PagerdutyAccount &account) { return account.incident(id); });
    }
    UtcTime quietUntil(const QString &id)
    {
        return parseRfc3339(served(id)[QStringLiteral("pending_actions")][0][QStringLiteral("at")].toString()).value_or(UtcTime {});
    }

    std::unique_ptr<PagerdutyBench> m_b;
};

void TestPagerdutyActing::acknowledges()
{
    const QString id = m_b->openIncident(QStringLiteral("A"));
    const auto outcome = perform(wish(Verb::Acknowledge, id));
    QCOMPARE(toldOf(outcome), QStringLiteral("done"));
    QCOMPARE(outcome->madeId, id);
    QCOMPARE(m_b->statusOf(id), QStringLiteral("acknowledged"));
    QCOMPARE(puts(id), 1);
    const auto all = m_b->server.requests();
    const auto put = std::ranges::find(all, QByteArray("PUT"), &ScriptedRequest::method);
    QCOMPARE(put->header("from"), QByteArray("ana@acme.example"));
    QCOMPARE(put->header("authorization"), QByteArray("Token token=user-key"));
    QCOMPARE(put->body, QByteArray(R"({"incident":{"type":"incident_reference","status":"acknowledged"}})"));
}

void TestPagerdutyActing::neverOpensWhatIsResolved()
{
    const QString id = m_b->openIncident(QStringLiteral("A"));
    m_b->change(id, "resolved");
    for (const Verb verb :
        {Verb::Acknowledge, Verb::Unacknowledge, Verb::Snooze, Verb::Reassign, Verb::Escalate, Verb::AddResponder, Verb::Merge, Verb::SetPriority}) {
        AlertAction action = wish(verb, id);
        action.duration = Millis(600'000);
        action.people = QStringList {QStringLiteral("Ben Brandt")};
        action.subject = QStringLiteral("1");
        const auto outcome = perform(action);
        QVERIFY2(isOutcome(outcome, Outcome::Is::Conflict), qPrintable(toldOf(outcome)));
        QCOMPARE(outcome->reason.code, ReasonCode::ResolvedSince);
        QVERIFY(outcome->reason.time(reasonpart::Since).isValid());
    }
    QCOMPARE(puts(id), 0);
    QCOMPARE(m_b->statusOf(id), QStringLiteral("resolved"));
    // Resolved between the look and the request, the server itself opens it again: the API takes no condition. What is not there any more:
    const auto gone = perform(wish(Verb::Acknowledge, QStringLiteral("QGONE")));
    QVERIFY2(isOutcome(gone, Outcome::Is::Conflict), qPrintable(toldOf(gone)));
    QCOMPARE(gone->reason.code, ReasonCode::Gone);
}

void TestPagerdutyActing::knowsWhoWasFaster()
{
    const QString id = m_b->openIncident(QStringLiteral("A"));
    m_b->change(id, "acknowledged");
    const auto outcome = perform(wish(Verb::Acknowledge, id));
    QVERIFY2(isOutcome(outcome, Outcome::Is::AlreadySo), qPrintable(toldOf(outcome)));
    QCOMPARE(outcome->reason.code, ReasonCode::Acknowledged);
    QCOMPARE(outcome->reason.text(reasonpart::By), QStringLiteral("Ben Brandt"));
    QVERIFY(outcome->reason.time(reasonpart::Until).isValid());
    // A second one would begin the time-out anew.
    QCOMPARE(puts(id), 0);
    AlertAction older = wish(Verb::Unacknowledge, id);
    older.expectedStart = older.expectedStart - Millis(3'600'000);
    QCOMPARE(perform(older)->reason.code, ReasonCode::FiresAgain);
}

void TestPagerdutyActing::takesAnAcknowledgementBack()
{
    const QString id = m_b->openIncident(QStringLiteral("A"));
    const auto nothing = perform(wish(Verb::Unacknowledge, id));
    QVERIFY2(isOutcome(nothing, Outcome::Is::AlreadySo), qPrintable(toldOf(nothing)));
    QCOMPARE(nothing->reason.code, ReasonCode::NotHeld);
    m_b->change(id, "acknowledged");
    QCOMPARE(toldOf(perform(wish(Verb::Unacknowledge, id))), QStringLiteral("done"));
    QCOMPARE(m_b->statusOf(id), QStringLiteral("triggered"));
    // The end of a snooze, too.
    m_b->change(id, "acknowledged");
    m_b->server.with([&](PagerdutyAccount &account) { account.snooze(id, 3600, QStringLiteral("PBEN002")); });
    QCOMPARE(toldOf(perform(wish(Verb::Unacknowledge, id))), QStringLiteral("done"));
    QCOMPARE(m_b->statusOf(id), QStringLiteral("triggered"));
}

void TestPagerdutyActing::snoozes()
{
    const QString id = m_b->openIncident(QStringLiteral("A"));
    AlertAction action = wish(Verb::Snooze, id);
    action.duration = Millis(7'200'000);
    // Only what is acknowledged can be snoozed: it is, first.
    QCOMPARE(toldOf(perform(action)), QStringLiteral("done"));
    QCOMPARE(puts(id), 1);
    QCOMPARE(m_b->server.count("POST /incidents/" + id.toUtf8() + "/snooze"), 1);
    QVERIFY(std::chrono::abs(quietUntil(id) - (action.createdAt + action.duration)) < Millis(10'000));
    const auto again = perform(action);
    QVERIFY2(isOutcome(again, Outcome::Is::AlreadySo), qPrintable(toldOf(again)));
    QCOMPARE(again->reason.code, ReasonCode::Snoozed);
    QCOMPARE(m_b->server.count("POST /incidents/" + id.toUtf8() + "/snooze"), 1);
    // Until a time; a shorter one counts.
    AlertAction shorter = wish(Verb::Snooze, id);
    shorter.until = shorter.createdAt + Millis(900'000);
    QCOMPARE(toldOf(perform(shorter)), QStringLiteral("done"));
    QVERIFY(std::chrono::abs(quietUntil(id) - shorter.until) < Millis(10'000));
    AlertAction past = wish(Verb::Snooze, id);
    past.until = past.createdAt - Millis(1000);
    QCOMPARE(perform(past)->reason.code, ReasonCode::EndsInThePast);
    QCOMPARE(perform(wish(Verb::Snooze, id))->reason.code, ReasonCode::NoDuration);
    AlertAction week = wish(Verb::Snooze, id);
    week.duration = Millis(604'801'000);
    QVERIFY(isOutcome(perform(week), Outcome::Is::Refused));
}

void TestPagerdutyActing::resolves()
{
    const QString id = m_b->openIncident(QStringLiteral("A"));
    AlertAction action = wish(Verb::Resolve, id);
    action.comment = QStringLiteral("it was the disk");
    QCOMPARE(toldOf(perform(action)), QStringLiteral("done"));
    QCOMPARE(m_b->statusOf(id), QStringLiteral("resolved"));
    QVERIFY(m_b->server.rawBytes().contains(R"("resolution":"it was the disk")"));
    QVERIFY(m_b->notesOf(id).isEmpty());
    QVERIFY(isOutcome(perform(wish(Verb::Resolve, id)), Outcome::Is::AlreadySo));
    QCOMPARE(puts(id), 1);
}

void TestPagerdutyActing::leavesNotes()
{
    const QString id = m_b->openIncident(QStringLiteral("A"));
    m_b->change(id, "resolved");
    AlertAction action = wish(Verb::Note, id);
    action.comment = QStringLiteral("seen \"before\"");
    QCOMPARE(toldOf(perform(action)), QStringLiteral("done"));
    const QString content = QStringLiteral("seen \"before\" ") + silenceMarker(action.id);
    QCOMPARE(m_b->notesOf(id), QStringList {content});
    QCOMPARE(toldOf(perform(action)), QStringLiteral("done {\"code\":\"landed-before\",\"args\":{}}"));
    QCOMPARE(m_b->notesOf(id).size(), 1);
    QCOMPARE(m_b->statusOf(id), QStringLiteral("resolved"));
}

void TestPagerdutyActing::reassigns()
{
    const QString id = m_b->openIncident(QStringLiteral("A"));
    AlertAction action = wish(Verb::Reassign, id);
    action.people = QStringList {QStringLiteral("ben@acme.example"), QStringLiteral("PCID003")};
    QCOMPARE(toldOf(perform(action)), QStringLiteral("done"));
    const QJsonArray assigned = served(id).value(QStringLiteral("assignments")).toArray();
    QCOMPARE(assigned.size(), 2);
    QCOMPARE(assigned[0][QStringLiteral("assignee")][QStringLiteral("id")].toString(), QStringLiteral("PBEN002"));
    const auto again = perform(action);
    QVERIFY(isOutcome(again, Outcome::Is::AlreadySo));
    QCOMPARE(again->reason.text(), QStringLiteral("Ben Brandt, Sam Smith"));
    QCOMPARE(puts(id), 1);
}

void TestPagerdutyActing::findsPeople_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("id");
    QTest::newRow("id") << QStringLiteral("PBEN002") << QStringLiteral("PBEN002");
    QTest::newRow("address") << QStringLiteral("Sam.One@acme.example") << QStringLiteral("PCID003");
    QTest::newRow("name") << QStringLiteral(" ben  brandt ") << QStringLiteral("PBEN002");
    QTest::newRow("a part of a name") << QStringLiteral("Ben") << QString();
    QTest::newRow("two of this name") << QStringLiteral("Sam Smith") << QString();
    QTest::newRow("nobody") << QStringLiteral("Zoe & Co+=?") << QString();
}

void TestPagerdutyActing::findsPeople()
{
    QFETCH(QString, text);
    QFETCH(QString, id);
    const QString incident = m_b->openIncident(QStringLiteral("A"));
    AlertAction action = wish(Verb::Reassign, incident);
    action.people = QStringList {text};
    const auto outcome = perform(action);
    if (id.isEmpty()) {
        QVERIFY2(isOutcome(outcome, Outcome::Is::Refused), qPrintable(toldOf(outcome)));
        const bool areTwo = text == u"Sam Smith";
        QCOMPARE(outcome->reason.code, areTwo ? ReasonCode::SeveralPeople : ReasonCode::NoSuchPerson);
        QCOMPARE(outcome->reason.text(), text);
        QCOMPARE(outcome->reason.text(reasonpart::Among).contains(QStringLiteral("PDOT004")), areTwo);
        QCOMPARE(puts(incident), 0);
    } else {
        QCOMPARE(toldOf(outcome), QStringLiteral("done"));
        QCOMPARE(served(incident)[QStringLiteral("assignments")][0][QStringLiteral("assignee")][QStringLiteral("id")].toString(), id);
    }
}

void TestPagerdutyActing::escalates()
{
    const QString id = m_b->openIncident(QStringLiteral("A"));
    AlertAction action = wish(Verb::Escalate, id);
    action.subject = QStringLiteral("2");
    QCOMPARE(toldOf(perform(action)), QStringLiteral("done"));
    QVERIFY(m_b->server.rawBytes().contains(R"("escalation_level":2)"));
    // An escalation of the same second may be of another wish: it is neither done nor sent twice.
    action.id = QUuid::createUuid();
    action.subject = QStringLiteral("9");
    const auto again = perform(action);
    QVERIFY2(isOutcome(again, Outcome::Is::Conflict) && again->reason.code == ReasonCode::EscalatedSince, qPrintable(toldOf(again)));
    QCOMPARE(puts(id), 1);
    const QString other = m_b->openIncident(QStringLiteral("B"));
    AlertAction above = wish(Verb::Escalate, other);
    above.subject = QStringLiteral("9");
    const auto refused = perform(above);
    QVERIFY2(isOutcome(refused, Outcome::Is::Refused), qPrintable(toldOf(refused)));
    QVERIFY2(refused->reason.text().contains(QStringLiteral("no such level")), qPrintable(toldOf(refused)));
    above.subject = QStringLiteral("up");
    QCOMPARE(perform(above)->reason, Reason {ReasonCode::NoSuchThing}.with(reasonpart::Text, QStringLiteral("up")));
}

void TestPagerdutyActing::asksForHelp()
{
    const QString id = m_b->openIncident(QStringLiteral("A"));
    m_b->options.insert(QStringLiteral("user"), QStringLiteral("ben@acme.example"));
    AlertAction action = wish(Verb::AddResponder, id);
    action.people = QStringList {QStringLiteral("ana@acme.example")};
    action.comment = QStringLiteral("please look");
    QCOMPARE(toldOf(perform(action, QStringLiteral("account-key"))), QStringLiteral("done"));
    const QJsonArray requests = served(id).value(QStringLiteral("responder_requests")).toArray();
    QCOMPARE(requests.size(), 1);
    QCOMPARE(requests[0][QStringLiteral("requester")][QStringLiteral("id")].toString(), QStringLiteral("PBEN002"));
    QVERIFY(requests[0][QStringLiteral("message")].toString().startsWith(QStringLiteral("please look")));
    QCOMPARE(toldOf(perform(action, QStringLiteral("account-key"))), QStringLiteral("done {\"code\":\"landed-before\",\"args\":{}}"));
    QCOMPARE(served(id).value(QStringLiteral("responder_requests")).toArray().size(), 1);
}

void TestPagerdutyActing::callsOff()
{
    const QString id = m_b->openIncident(QStringLiteral("A"));
    const auto call = [this, &id](Verb verb, const QStringList &people) {
        AlertAction action = wish(verb, id);
        action.people = people;
        return perform(action);
    };
    const QStringList both {QStringLiteral("ben@acme.example"), QStringLiteral("PCID003")};
    // Nobody was asked yet.
    QVERIFY(isOutcome(call(Verb::CancelResponder, both), Outcome::Is::Refused));
    QCOMPARE(toldOf(call(Verb::AddResponder, both)), QStringLiteral("done"));
    QCOMPARE(toldOf(call(Verb::CancelResponder, {both.front()})), QStringLiteral("done"));
    QVERIFY(isOutcome(call(Verb::CancelResponder, {both.front()}), Outcome::Is::AlreadySo));
    QCOMPARE(m_b->server.count("PUT /incidents/" + id.toUtf8() + "/responder_requests/cancel"), 1);
    QCOMPARE(m_b->server.requests().back().method, QByteArray("GET"));
    const auto all = m_b->server.requests();
    const auto put = std::ranges::find(all, QByteArray("PUT"), &ScriptedRequest::method);
    QCOMPARE(put->body, QByteArray(R"({"requester_id":"PANA001","responder_request_targets":[{"id":"PBEN002","type":"user_reference"}]})"));
    // Who has said yes stays.
    m_b->server.with([&id](PagerdutyAccount &account) { account.answerCall(id, QStringLiteral("PCID003"), QStringLiteral("joined")); });
    const auto joined = call(Verb::CancelResponder, both);
    QVERIFY2(isOutcome(joined, Outcome::Is::Refused) && joined->reason.text().contains(QStringLiteral("joined")), qPrintable(toldOf(joined)));
    QVERIFY(isOutcome(call(Verb::CancelResponder, {QStringLiteral("nobody@acme.example")}), Outcome::Is::Refused));
}

void TestPagerdutyActing::merges()
{
    const QString id = m_b->openIncident(QStringLiteral("A"));
    const QString into = m_b->openIncident(QStringLiteral("B"));
    const QString over = m_b->openIncident(QStringLiteral("C"));
    m_b->change(over, "resolved");
    AlertAction action = wish(Verb::Merge, id);
    action.subject = over;
    QVERIFY(isOutcome(perform(action), Outcome::Is::Conflict));
    for (const QString &nothing : {QStringLiteral("QNONE"), id, QStringLiteral("../x")}) {
        action.subject = nothing;
        QCOMPARE(perform(action)->reason, Reason {ReasonCode::NoSuchThing}.with(reasonpart::Text, nothing));
    }
    action.subject = into;
    QCOMPARE(toldOf(perform(action)), QStringLiteral("done"));
    QCOMPARE(m_b->statusOf(id), QStringLiteral("resolved"));
    QCOMPARE(m_b->statusOf(into), QStringLiteral("triggered"));
    QVERIFY(isOutcome(perform(action), Outcome::Is::AlreadySo));
    QCOMPARE(m_b->server.count("PUT /incidents/" + into.toUtf8() + "/merge"), 1);
}

void TestPagerdutyActing::setsPriorities()
{
    const QString id = m_b->openIncident(QStringLiteral("A"));
    AlertAction action = wish(Verb::SetPriority, id);
    action.subject = QStringLiteral("p2");
    QCOMPARE(toldOf(perform(action)), QStringLiteral("done"));
    QCOMPARE(served(id)[QStringLiteral("priority")][QStringLiteral("id")].toString(), QStringLiteral("PPRIO2"));
    QVERIFY(isOutcome(perform(action), Outcome::Is::AlreadySo));
    action.subject = QStringLiteral("P9");
    QCOMPARE(perform(action)->reason.code, ReasonCode::NoSuchThing);
    QCOMPARE(puts(id), 1);
}

void TestPagerdutyActing::refusesWhatItHasNot()
{
    const QString id = m_b->openIncident(QStringLiteral("A"));
    for (const Verb verb : {Verb::Silence, Verb::ExtendSilence, Verb::CheckNow}) {
        const auto outcome = perform(wish(verb, id));
        QVERIFY2(isOutcome(outcome, Outcome::Is::Refused), qPrintable(toldOf(outcome)));
        QCOMPARE(outcome->reason.code, ReasonCode::NotOffered);
    }
    QCOMPARE(puts(id), 0);
}

void TestPagerdutyActing::saysInWhoseName()
{
    const QString id = m_b->openIncident(QStringLiteral("A"));
    const auto nobody = perform(wish(Verb::Acknowledge, id), QStringLiteral("account-key"));
    QVERIFY2(isOutcome(nobody, Outcome::Is::Refused), qPrintable(toldOf(nobody)));
    QCOMPARE(nobody->reason.code, ReasonCode::NobodysKey);
    QCOMPARE(puts(id), 0);
    m_b->options.insert(QStringLiteral("user"), QStringLiteral("stranger@acme.example"));
    const auto stranger = perform(wish(Verb::Acknowledge, id), QStringLiteral("account-key"));
    QVERIFY2(isOutcome(stranger, Outcome::Is::Refused), qPrintable(toldOf(stranger)));
    QCOMPARE(stranger->reason.code, ReasonCode::NoSuchPerson);
    const auto reader = perform(wish(Verb::Acknowledge, id), QStringLiteral("read-key"));
    QVERIFY2(isOutcome(reader, Outcome::Is::Refused), qPrintable(toldOf(reader)));
    QVERIFY(reader->reason.text().contains(QStringLiteral("Access Denied")));
    QCOMPARE(toldOf(perform(wish(Verb::Acknowledge, id), QStringLiteral("wrong"))).section(u' ', 0, 0), QStringLiteral("not-sent-access"));
    QCOMPARE(m_b->statusOf(id), QStringLiteral("triggered"));
    m_b->options.insert(QStringLiteral("user"), QStringLiteral("ben@acme.example"));
    QCOMPARE(toldOf(perform(wish(Verb::Acknowledge, id), QStringLiteral("account-key"))), QStringLiteral("done"));
    QCOMPARE(served(id)[QStringLiteral("acknowledgements")][0][QStringLiteral("acknowledger")][QStringLiteral("id")].toString(),
        QStringLiteral("PBEN002"));
}

void TestPagerdutyActing::commentsBecomeNotes()
{
    const QString id = m_b->openIncident(QStringLiteral("A"));
    AlertAction action = wish(Verb::Acknowledge, id);
    action.comment = QStringLiteral("on it");
    QCOMPARE(toldOf(perform(action)), QStringLiteral("done"));
    QCOMPARE(m_b->notesOf(id), QStringList {QStringLiteral("on it ") + silenceMarker(action.id)});
    // What holds is not called undone because of a note.
    const QString other = m_b->openIncident(QStringLiteral("B"));
    m_b->server.before([](const ScriptedRequest &request, PagerdutyAccount &) {
        return request.method == "POST" ? std::optional(PagerdutyServer::no(500, 2000, QStringLiteral("Oops"))) : std::nullopt;
    });
    AlertAction lost = wish(Verb::Acknowledge, other);
    lost.comment = QStringLiteral("on it");
    const auto outcome = perform(lost);
    QVERIFY2(isOutcome(outcome, Outcome::Is::Done), qPrintable(toldOf(outcome)));
    QVERIFY2(outcome->reason.code == ReasonCode::CommentLost && outcome->reason.text().contains(QStringLiteral("Oops")), qPrintable(toldOf(outcome)));
}

QTEST_GUILESS_MAIN(TestPagerdutyActing)
#include "tst_pagerdutyacting.moc"
