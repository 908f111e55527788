#include "pagerdutybench.h"
#include "tests/support/gatewayforms.h"

#include <QTest>

using namespace quarterdeck;

namespace {

constexpr Verb Writing[] {Verb::Acknowledge, Verb::Unacknowledge, Verb::Snooze, Verb::Resolve, Verb::Note, Verb::Reassign, Verb::Escalate,
    Verb::AddResponder, Verb::CancelResponder, Verb::Merge, Verb::SetPriority};

bool isWrite(const ScriptedRequest &request)
{
    return request.method != "GET";
}

} // namespace

/// Connections that are cut and servers that fail in the midst of each verb: what is in doubt is said to be, is found by a look, and is
/// never done twice.
class TestPagerdutyDoubts : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_b = std::make_unique<PagerdutyBench>();
        m_id = m_b->openIncident(QStringLiteral("A"));
        m_other = m_b->openIncident(QStringLiteral("B"));
    }

    void cutBeforeItWasTaken_data() { verbs(); }
    void cutBeforeItWasTaken();
    void cutAfterItWasTaken_data() { verbs(); }
    void cutAfterItWasTaken();
    void failsAfterItWasTaken_data() { verbs(); }
    void failsAfterItWasTaken();
    void aGatewaysWordIsNotTheServers_data();
    void aGatewaysWordIsNotTheServers();
    void theCommentBesideIsLookedFor();
    void yesThatCannotBeReadBack();
    void yesThatChangesNothing();
    void aStepThatWasTakenAgainstAGatewaysWord();
    void pauses();
    void resolvedInTheMidst();
    void anAnswerThatIsNone_data();
    void anAnswerThatIsNone();
    void looksFromAfar();
    void cancels();

private:
    static void verbs()
    {
        QTest::addColumn<int>("verb");
        for (const Verb verb : Writing) {
            QTest::newRow(verbName(verb).data()) << int(verb);
        }
    }
    AlertAction wish(Verb verb)
    {
        AlertAction action;
        action.id = QUuid::createUuid();
        action.verb = verb;
        action.source = QStringLiteral("src");
        action.alert = {QStringLiteral("src"), m_id};
        // PagerDuty tells whole seconds, a wish is made in the midst of one.
        action.createdAt = m_b->server.with([](PagerdutyAccount &account) { return account.now(); }) + Millis(999);
        action.duration = Millis(7'200'000);
        action.people = QStringList {QStringLiteral("ben@acme.example")};
        action.subject = verb == Verb::Merge ? m_other : verb == Verb::SetPriority ? QStringLiteral("P1") : QStringLiteral("2");
        action.comment = verb == Verb::Note || verb == Verb::AddResponder ? QStringLiteral("a comment") : QString();
        if (verb == Verb::Snooze || verb == Verb::Unacknowledge) {
            m_b->change(m_id, "acknowledged");
        }
        if (verb == Verb::CancelResponder) {
            const QJsonObject target {{QStringLiteral("id"), QStringLiteral("PBEN002")}, {QStringLiteral("type"), QStringLiteral("user_reference")}};
            m_b->server.with([&](PagerdutyAccount &account) {
                account.ask(m_id,
                    {{QStringLiteral("requester_id"), QStringLiteral("PANA001")},
                        {QStringLiteral("responder_request_targets"),
                            QJsonArray {QJsonObject {{QStringLiteral("responder_request_target"), target}}}}});
            });
        }
        return action;
    }
    Result<Outcome> perform(const AlertAction &action) { return await(m_b->open()->acts()->perform(action, {}, {})); }
    Result<Outcome> look(const AlertAction &action) { return await(m_b->open()->acts()->readBack(action, {}, {})); }
    int writes()
    {
        const auto all = m_b->server.requests();
        return int(std::ranges::count_if(all, isWrite));
    }
    void calm()
    {
        m_b->server.before({});
        m_b->server.after({});
    }

    std::unique_ptr<PagerdutyBench> m_b;
    QString m_id;
    QString m_other;
};

void TestPagerdutyDoubts::cutBeforeItWasTaken()
{
    QFETCH(int, verb);
    const AlertAction action = wish(Verb(verb));
    m_b->server.before(
        [](const ScriptedRequest &request, PagerdutyAccount &) { return isWrite(request) ? std::optional(ScriptedReply::reset()) : std::nullopt; });
    const auto outcome = perform(action);
    QVERIFY2(isOutcome(outcome, Outcome::Is::Unknown), qPrintable(toldOf(outcome)));
    calm();
    const auto found = look(action);
    QVERIFY2(isOutcome(found, Outcome::Is::NotSent), qPrintable(toldOf(found)));
    QCOMPARE(writes(), 1);
    const auto again = perform(action);
    QVERIFY2(isOutcome(again, Outcome::Is::Done), qPrintable(toldOf(again)));
    QCOMPARE(writes(), 2);
}

void TestPagerdutyDoubts::cutAfterItWasTaken()
{
    QFETCH(int, verb);
    const AlertAction action = wish(Verb(verb));
    m_b->server.after(
        [](const ScriptedRequest &request, PagerdutyAccount &) { return isWrite(request) ? std::optional(ScriptedReply::reset()) : std::nullopt; });
    const auto outcome = perform(action);
    QVERIFY2(isOutcome(outcome, Outcome::Is::Unknown), qPrintable(toldOf(outcome)));
    calm();
    const auto found = look(action);
    QVERIFY2(isOutcome(found, Outcome::Is::Done), qPrintable(toldOf(found)));
    // Should it be tried all the same, it is seen before anything is sent.
    const auto again = perform(action);
    // An escalation might be of another wish: a person decides.
    const bool isSeen = action.verb == Verb::Escalate ? isOutcome(again, Outcome::Is::Conflict)
                                                      : isOutcome(again, Outcome::Is::Done) || isOutcome(again, Outcome::Is::AlreadySo);
    QVERIFY2(isSeen, qPrintable(toldOf(again)));
    QCOMPARE(writes(), 1);
}

void TestPagerdutyDoubts::failsAfterItWasTaken()
{
    QFETCH(int, verb);
    for (const int status : {500, 502, 408}) {
        init();
        const AlertAction action = wish(Verb(verb));
        m_b->server.after([status](const ScriptedRequest &request, PagerdutyAccount &) {
            return isWrite(request) ? std::optional(PagerdutyServer::no(status, 2016, QStringLiteral("Oops"))) : std::nullopt;
        });
        const auto outcome = perform(action);
        QVERIFY2(isOutcome(outcome, Outcome::Is::Unknown), qPrintable(toldOf(outcome)));
        calm();
        QVERIFY(isOutcome(look(action), Outcome::Is::Done));
        QCOMPARE(writes(), 1);
    }
}

void TestPagerdutyDoubts::aGatewaysWordIsNotTheServers_data()
{
    QTest::addColumn<int>("verb");
    QTest::addColumn<bool>("isTaken");
    for (const Verb verb : Writing) {
        QTest::addRow("%s, taken", verbName(verb).data()) << int(verb) << true;
        QTest::addRow("%s, not taken", verbName(verb).data()) << int(verb) << false;
    }
}

void TestPagerdutyDoubts::aGatewaysWordIsNotTheServers()
{
    QFETCH(int, verb);
    QFETCH(bool, isTaken);
    QStringList faults;
    for (std::size_t i = 0; i < std::size(GatewayForms); ++i) {
        // Each form is tried with some of the verbs; with QUARTERDECK_FORMS=all, which takes ten minutes, all of them with each.
        if (qEnvironmentVariable("QUARTERDECK_FORMS") != u"all" && (i + std::size_t(verb) + (isTaken ? 3 : 0)) % 6 != 0) {
            continue;
        }
        const GatewayForm &form = GatewayForms[i];
        m_id = m_b->openIncident(QStringLiteral("A"));
        m_other = m_b->openIncident(QStringLiteral("B"));
        const AlertAction action = wish(Verb(verb));
        const auto instead = [form](const ScriptedRequest &request, PagerdutyAccount &) {
            return isWrite(request) ? std::optional(form.reply()) : std::nullopt;
        };
        isTaken ? m_b->server.after(instead) : m_b->server.before(instead);
        const int before = writes();
        auto told = perform(action);
        calm();
        if (isOutcome(told, Outcome::Is::Unknown)) {
            told = look(action);
        }
        const auto isDone = [](const auto &outcome) { return isOutcome(outcome, Outcome::Is::Done) || isOutcome(outcome, Outcome::Is::AlreadySo); };
        // Where a sign-in or a pause is asked for it is tried again, and the look before it finds what was taken.
        const bool isOpen = isTaken && isOutcome(told, Outcome::Is::NotSent);
        const auto again = isTaken && !isOpen ? told : perform(action);
        const bool isSeen = isDone(again) || (isOpen && Verb(verb) == Verb::Escalate && isOutcome(again, Outcome::Is::Conflict));
        if (isDone(told) != (isTaken && !isOpen) || !isSeen || writes() - before != (isTaken ? 1 : 2)) {
            faults.append(QStringLiteral("%1: %2, then %3, written %4 times")
                              .arg(QLatin1StringView(form.name), toldOf(told), toldOf(again))
                              .arg(writes() - before));
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestPagerdutyDoubts::theCommentBesideIsLookedFor()
{
    AlertAction action = wish(Verb::Acknowledge);
    action.comment = QStringLiteral("on it");
    m_b->server.after([](const ScriptedRequest &request, PagerdutyAccount &) {
        return request.method == "POST" ? std::optional(ScriptedReply::reset()) : std::nullopt;
    });
    // The answer is lost, the note is there: nothing is said of a lost comment, only that it ends sooner than was wished.
    const auto outcome = perform(action);
    QVERIFY2(isOutcome(outcome, Outcome::Is::Done), qPrintable(toldOf(outcome)));
    QCOMPARE(outcome->reason.code, ReasonCode::Acknowledged);
    QCOMPARE(m_b->notesOf(m_id).size(), 1);
}

void TestPagerdutyDoubts::yesThatCannotBeReadBack()
{
    const AlertAction action = wish(Verb::Acknowledge);
    m_b->server.before([this](const ScriptedRequest &request, PagerdutyAccount &) {
        return !isWrite(request) && writes() > 0 ? std::optional(ScriptedReply::reset()) : std::nullopt;
    });
    const auto outcome = perform(action);
    QVERIFY2(isOutcome(outcome, Outcome::Is::Unknown), qPrintable(toldOf(outcome)));
    calm();
    QVERIFY(isOutcome(look(action), Outcome::Is::Done));
}

void TestPagerdutyDoubts::yesThatChangesNothing()
{
    m_b->server.before([](const ScriptedRequest &request, PagerdutyAccount &) {
        return isWrite(request) ? std::optional(ScriptedReply::json("{\"incident\":{}}")) : std::nullopt;
    });
    const auto acknowledged = perform(wish(Verb::Acknowledge));
    QVERIFY2(isOutcome(acknowledged, Outcome::Is::Unknown), qPrintable(toldOf(acknowledged)));
    // The acknowledgement that a snooze needs first: no second try of it, and nothing of the snooze.
    AlertAction snooze = wish(Verb::Note);
    snooze.verb = Verb::Snooze;
    const auto snoozed = perform(snooze);
    QVERIFY2(isOutcome(snoozed, Outcome::Is::NotSent), qPrintable(toldOf(snoozed)));
    QCOMPARE(writes(), 2);
}

// A snooze of what nobody has acknowledged begins with an acknowledgement: where a gateway denies what was taken, it goes on.
void TestPagerdutyDoubts::aStepThatWasTakenAgainstAGatewaysWord()
{
    for (const int status : {404, 409, 410}) {
        m_id = m_b->openIncident(QStringLiteral("A"));
        AlertAction snooze = wish(Verb::Note);
        snooze.verb = Verb::Snooze;
        snooze.comment.clear();
        int denied = 0;
        m_b->server.after([&denied, status](const ScriptedRequest &request, PagerdutyAccount &) {
            return isWrite(request) && ++denied == 1 ? std::optional(ScriptedReply::text("no such page", status)) : std::nullopt;
        });
        const int before = writes();
        const auto outcome = perform(snooze);
        QVERIFY2(isOutcome(outcome, Outcome::Is::Done), qPrintable(toldOf(outcome)));
        QCOMPARE(m_b->statusOf(m_id), QStringLiteral("acknowledged"));
        QCOMPARE(writes() - before, 2);
        calm();
        // Where it was not taken, the no stands.
        m_id = m_b->openIncident(QStringLiteral("B"));
        snooze.id = QUuid::createUuid();
        snooze.alert.id = m_id;
        m_b->server.before([status](const ScriptedRequest &request, PagerdutyAccount &) {
            return isWrite(request) ? std::optional(ScriptedReply::text("no such page", status)) : std::nullopt;
        });
        const auto refused = perform(snooze);
        QVERIFY2(!isOutcome(refused, Outcome::Is::Done), qPrintable(toldOf(refused)));
        QCOMPARE(m_b->statusOf(m_id), QStringLiteral("triggered"));
        calm();
    }
}

void TestPagerdutyDoubts::pauses()
{
    ScriptedReply wait = PagerdutyServer::no(429, 2020, QStringLiteral("Rate Limit Exceeded"));
    wait.headers = {{"ratelimit-reset", "23"}};
    for (const bool isOfReads : {true, false}) {
        m_b->server.before(
            [=](const ScriptedRequest &request, PagerdutyAccount &) { return isWrite(request) != isOfReads ? std::optional(wait) : std::nullopt; });
        const auto outcome = perform(wish(Verb::Acknowledge));
        QCOMPARE(toldOf(outcome).section(u' ', 0, 0), QStringLiteral("not-sent-access"));
        QVERIFY(outcome->retryAfter == Millis(23'000));
    }
    QCOMPARE(m_b->statusOf(m_id), QStringLiteral("triggered"));
}

void TestPagerdutyDoubts::resolvedInTheMidst()
{
    // It took effect, and somebody resolved it before it was read back.
    const AlertAction action = wish(Verb::Acknowledge);
    m_b->server.after([this](const ScriptedRequest &request, PagerdutyAccount &account) -> std::optional<ScriptedReply> {
        if (isWrite(request)) {
            account.update(m_id, {{QStringLiteral("status"), QStringLiteral("resolved")}}, QStringLiteral("PBEN002"));
        }
        return std::nullopt;
    });
    const auto outcome = perform(action);
    QVERIFY2(isOutcome(outcome, Outcome::Is::Conflict), qPrintable(toldOf(outcome)));
    QCOMPARE(outcome->reason.code, ReasonCode::TookEffectEnded);
    QCOMPARE(m_b->statusOf(m_id), QStringLiteral("resolved"));
    // A no because somebody was faster is no failure.
    const QString late = m_b->openIncident(QStringLiteral("C"));
    AlertAction resolve = wish(Verb::Resolve);
    resolve.alert.id = late;
    m_b->server.before([late](const ScriptedRequest &request, PagerdutyAccount &account) -> std::optional<ScriptedReply> {
        if (!isWrite(request)) {
            return std::nullopt;
        }
        account.update(late, {{QStringLiteral("status"), QStringLiteral("resolved")}}, QStringLiteral("PBEN002"));
        return PagerdutyServer::no(400, 1001, QStringLiteral("Incident Already Resolved"));
    });
    const auto faster = perform(resolve);
    QVERIFY2(isOutcome(faster, Outcome::Is::AlreadySo), qPrintable(toldOf(faster)));
}

void TestPagerdutyDoubts::anAnswerThatIsNone_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut") << QByteArray("{\"incident\":{\"id\":");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("a page") << QByteArray("<html>Sign in</html>");
}

void TestPagerdutyDoubts::anAnswerThatIsNone()
{
    QFETCH(QByteArray, body);
    const AlertAction action = wish(Verb::Note);
    m_b->server.after([body](const ScriptedRequest &request, PagerdutyAccount &) {
        return isWrite(request) ? std::optional(ScriptedReply::json(body)) : std::nullopt;
    });
    const auto outcome = perform(action);
    QVERIFY2(isOutcome(outcome, Outcome::Is::Unknown), qPrintable(toldOf(outcome)));
    calm();
    QVERIFY(isOutcome(look(action), Outcome::Is::Done));
    QCOMPARE(m_b->notesOf(m_id).size(), 1);
}

void TestPagerdutyDoubts::looksFromAfar()
{
    // What would show it cannot be read: then nothing is said of it, and it is not sent again.
    const AlertAction action = wish(Verb::Note);
    for (const ScriptedReply &reply : {ScriptedReply::reset(), PagerdutyServer::no(503, 2000, QStringLiteral("Busy")),
             PagerdutyServer::no(401, 2006, QStringLiteral("No")), PagerdutyServer::no(429, 2020, QStringLiteral("Wait"))}) {
        m_b->server.before([reply](const ScriptedRequest &, PagerdutyAccount &) { return std::optional(reply); });
        const auto found = look(action);
        QVERIFY2(isOutcome(found, Outcome::Is::Unknown), qPrintable(toldOf(found)));
    }
    Endpoint away = m_b->endpoint();
    const RefusedPort closed;
    away.urls = {closed.url(QString())};
    const auto offline = await(m_b->open(away)->acts()->readBack(action, {}, {}));
    QVERIFY2(isOutcome(offline, Outcome::Is::Unknown), qPrintable(toldOf(offline)));
    // What PagerDuty no longer has, or no longer shows us, is for a person to judge.
    calm();
    AlertAction gone = action;
    gone.alert.id = QStringLiteral("QGONE");
    QCOMPARE(look(gone)->reason.code, ReasonCode::Gone);
}

void TestPagerdutyDoubts::cancels()
{
    m_b->server.before([](const ScriptedRequest &, PagerdutyAccount &) { return std::optional(ScriptedReply::blackHole()); });
    const auto source = m_b->open();
    for (int i = 0; i < 2; ++i) {
        std::stop_source stop;
        const auto act = source->acts()->perform(wish(Verb::Acknowledge), {}, stop.get_token());
        const auto read = source->alerts()->read(stop.get_token());
        const auto probe = source->probe(stop.get_token());
        QTest::qWait(i * 50);
        stop.request_stop();
        QCOMPARE(await(act).error().kind, ErrorKind::Cancelled);
        QCOMPARE(await(read).error().kind, ErrorKind::Cancelled);
        QCOMPARE(await(probe).error().kind, ErrorKind::Cancelled);
    }
}

QTEST_GUILESS_MAIN(TestPagerdutyDoubts)
#include "tst_pagerdutydoubts.moc"
