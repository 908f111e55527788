#include "togetherbench.h"

#include <QTest>

using namespace quarterdeck;

namespace {

QString S(const char *text)
{
    return QString::fromUtf8(text);
}

/// The ids that a PUT of several is about.
QStringList idsIn(const ScriptedRequest &request)
{
    QStringList ids;
    for (const QJsonValue &one : QJsonDocument::fromJson(request.body).object().value(S("incidents")).toArray()) {
        ids.append(one[S("id")].toString());
    }
    return ids;
}

} // namespace

/// Many incidents in one request.
class TestPagerdutyTogether : public QObject {
    Q_OBJECT

private slots:
    void init() { m_t = std::make_unique<TogetherBench>(); }
    void oneRequestForMany();
    void takesBackAndResolvesTogether();
    void assignsAndRanksTogether();
    void escalatesTogether();
    void mergesTogether();
    void namesWhoIsMeant();
    void theFirstMayBeGone();
    void oneThatIsRefused_data();
    void oneThatIsRefused();
    void neverOpensAgainBetweenTwoHalves();
    void whatCannotBeToldIsReadBack();
    void aPauseStopsAll();
    void aPartlyRefusedEscalationIsSeen();
    void anAnswerWithoutRowsIsReadBack();

private:
    std::unique_ptr<TogetherBench> m_t;
};

void TestPagerdutyTogether::oneRequestForMany()
{
    m_t->prepare(240);
    m_t->b.change(m_t->ids[3], "resolved");
    m_t->b.change(m_t->ids[150], "acknowledged");
    AlertAction gone = m_t->actions.front();
    gone.alert.id = S("PNOSUCH");
    m_t->actions[7] = gone;
    const auto source = m_t->b.open();
    QCOMPARE(source->acts()->mostTogether(m_t->actions.front()), 250);
    const auto outcomes = m_t->performed(*source);
    QCOMPARE(outcomes.size(), m_t->actions.size());
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const auto wanted = i == 3 || i == 7 ? Outcome::Is::Conflict : i == 150 ? Outcome::Is::AlreadySo : Outcome::Is::Done;
        QVERIFY2(outcomes[i].is == wanted, qPrintable(QString::number(i) + toldOf(outcomes[i])));
    }
    QCOMPARE(outcomes[3].reason.code, ReasonCode::ResolvedSince);
    QCOMPARE(outcomes[7].reason.code, ReasonCode::Gone);
    QCOMPARE(m_t->b.statusOf(m_t->ids[3]), S("resolved"));
    QCOMPARE(m_t->b.statusOf(m_t->ids[7]), S("triggered"));
    QCOMPARE(m_t->puts(), 1);
    // Who it is, three pages, two that none of them had, and the change.
    QVERIFY2(m_t->b.server.requests().size() <= 7, qPrintable(QString::number(m_t->b.server.requests().size())));
}

void TestPagerdutyTogether::takesBackAndResolvesTogether()
{
    m_t->prepare(30, Verb::Resolve);
    const auto source = m_t->b.open();
    m_t->b.change(m_t->ids[0], "resolved");
    auto outcomes = m_t->performed(*source);
    QCOMPARE(outcomes[0].is, Outcome::Is::AlreadySo);
    QCOMPARE(m_t->countOf(outcomes, Outcome::Is::Done), 29);
    init();
    m_t->prepare(30, Verb::Unacknowledge);
    for (qsizetype i = 1; i < 30; ++i) {
        m_t->b.change(m_t->ids[i], "acknowledged");
    }
    const auto other = m_t->b.open();
    outcomes = m_t->performed(*other);
    QCOMPARE(outcomes[0].is, Outcome::Is::AlreadySo);
    QCOMPARE(m_t->countOf(outcomes, Outcome::Is::Done), 29);
    QCOMPARE(m_t->puts(), 1);
}

void TestPagerdutyTogether::assignsAndRanksTogether()
{
    m_t->prepare(30, Verb::Reassign);
    for (AlertAction &action : m_t->actions) {
        action.people = QStringList {S("ben@acme.example")};
    }
    const auto source = m_t->b.open();
    QCOMPARE(m_t->countOf(m_t->performed(*source), Outcome::Is::Done), 30);
    QCOMPARE(m_t->countOf(m_t->performed(*source), Outcome::Is::AlreadySo), 30);
    for (AlertAction &action : m_t->actions) {
        action.verb = Verb::SetPriority;
        action.subject = S("P2");
    }
    QCOMPARE(m_t->countOf(m_t->performed(*source), Outcome::Is::Done), 30);
    QCOMPARE(m_t->puts(), 2);
    for (AlertAction &action : m_t->actions) {
        action.verb = Verb::Reassign;
        action.people = QStringList {S("nobody@acme.example")};
    }
    const auto refused = m_t->performed(*source);
    QCOMPARE(m_t->countOf(refused, Outcome::Is::Refused), 30);
    QCOMPARE(refused[0].reason.code, ReasonCode::NoSuchPerson);
    QCOMPARE(m_t->puts(), 2);
}

void TestPagerdutyTogether::escalatesTogether()
{
    m_t->prepare(30, Verb::Escalate);
    for (AlertAction &action : m_t->actions) {
        action.subject = S("2");
    }
    const auto source = m_t->b.open();
    QCOMPARE(m_t->countOf(m_t->performed(*source), Outcome::Is::Done), 30);
    QCOMPARE(m_t->puts(), 1);
    // Who it is, one page, the log of the account and the change.
    QVERIFY2(m_t->b.server.requests().size() <= 4, qPrintable(QString::number(m_t->b.server.requests().size())));
    // They have been since: nobody is paged twice.
    const auto again = m_t->performed(*source);
    QCOMPARE(m_t->countOf(again, Outcome::Is::Conflict), 30);
    QCOMPARE(again[0].reason.code, ReasonCode::EscalatedSince);
    QCOMPARE(m_t->puts(), 1);
    init();
    m_t->prepare(4, Verb::Escalate);
    for (AlertAction &action : m_t->actions) {
        action.subject = S("9");
    }
    const auto other = m_t->b.open();
    const auto refused = m_t->performed(*other);
    QCOMPARE(m_t->countOf(refused, Outcome::Is::Refused), 4);
    QVERIFY2(refused[0].reason.text().contains(S("no such level")), qPrintable(toldOf(refused[0])));
}

void TestPagerdutyTogether::mergesTogether()
{
    const QString target = m_t->b.openIncident(S("Target"));
    m_t->prepare(30, Verb::Merge);
    for (AlertAction &action : m_t->actions) {
        action.subject = target;
    }
    m_t->b.change(m_t->ids[2], "resolved");
    const auto source = m_t->b.open();
    const auto outcomes = m_t->performed(*source);
    QCOMPARE(outcomes[2].is, Outcome::Is::Conflict);
    QCOMPARE(m_t->countOf(outcomes, Outcome::Is::Done), 29);
    QCOMPARE(m_t->b.server.count("PUT /incidents/" + target.toUtf8() + "/merge"), 1);
    QCOMPARE(m_t->b.statusOf(target), S("triggered"));
    QCOMPARE(m_t->b.statusOf(m_t->ids[7]), S("resolved"));
}

void TestPagerdutyTogether::namesWhoIsMeant()
{
    m_t->prepare(3, Verb::Reassign);
    for (AlertAction &action : m_t->actions) {
        action.people = QStringList {S("sam smith")};
    }
    const auto source = m_t->b.open();
    const auto outcomes = m_t->performed(*source);
    QCOMPARE(m_t->countOf(outcomes, Outcome::Is::Refused), 3);
    QCOMPARE(outcomes[0].reason.code, ReasonCode::SeveralPeople);
    QCOMPARE(outcomes[0].reason.text(), S("sam smith"));
    QCOMPARE(outcomes[0].reason.text(reasonpart::Among), S("Sam Smith (PCID003, sam.one@acme.example), Sam Smith (PDOT004, sam.two@acme.example)"));
    QCOMPARE(m_t->puts(), 0);
}

void TestPagerdutyTogether::theFirstMayBeGone()
{
    m_t->prepare(3, Verb::SetPriority);
    for (AlertAction &action : m_t->actions) {
        action.subject = S("P1");
    }
    m_t->actions[0].alert.id = S("PNOSUCH");
    const auto source = m_t->b.open();
    const auto outcomes = m_t->performed(*source);
    QCOMPARE(outcomes[0].reason.code, ReasonCode::Gone);
    QCOMPARE(m_t->countOf(outcomes, Outcome::Is::Done), 2);
}

void TestPagerdutyTogether::oneThatIsRefused_data()
{
    QTest::addColumn<bool>("isAtomic");
    // The document does not say which.
    QTest::newRow("nothing of the request is done") << true;
    QTest::newRow("what comes before it is done") << false;
}

void TestPagerdutyTogether::oneThatIsRefused()
{
    QFETCH(bool, isAtomic);
    m_t->prepare(200);
    const QString bad = m_t->ids[77];
    m_t->b.server.before([&](const ScriptedRequest &request, PagerdutyAccount &account) -> std::optional<ScriptedReply> {
        const QStringList ids = idsIn(request);
        if (!ids.contains(bad)) {
            return std::nullopt;
        }
        for (const QString &id : isAtomic ? QStringList() : ids.first(ids.indexOf(bad))) {
            account.update(id, {{S("status"), S("acknowledged")}}, S("PANA001"));
        }
        return PagerdutyServer::no(400, 2001, S("Invalid Input Provided"), {S("This one is under a change freeze")});
    });
    const auto source = m_t->b.open();
    const auto outcomes = m_t->performed(*source);
    QCOMPARE(m_t->countOf(outcomes, Outcome::Is::Done), 199);
    QCOMPARE(outcomes[77].is, Outcome::Is::Refused);
    QVERIFY2(outcomes[77].reason.text().contains(S("change freeze")), qPrintable(toldOf(outcomes[77])));
    QCOMPARE(m_t->b.statusOf(bad), S("triggered"));
    QVERIFY2(m_t->puts() <= 17, qPrintable(QString::number(m_t->puts())));
    for (const QString &id : m_t->ids) {
        const auto log = m_t->b.server.with([&id](PagerdutyAccount &account) { return account.log(id); });
        QCOMPARE(std::ranges::count_if(log, [](const QJsonValue &one) { return one[S("type")] == S("acknowledge_log_entry"); }), id == bad ? 0 : 1);
    }
}

void TestPagerdutyTogether::neverOpensAgainBetweenTwoHalves()
{
    m_t->prepare(8);
    bool isFirst = true;
    m_t->b.server.before([&](const ScriptedRequest &request, PagerdutyAccount &account) -> std::optional<ScriptedReply> {
        if (request.method != "PUT" || !std::exchange(isFirst, false)) {
            return std::nullopt;
        }
        // In the very moment of the refusal somebody resolves two of them.
        account.update(m_t->ids[1], {{S("status"), S("resolved")}}, S("PBEN002"));
        account.update(m_t->ids[6], {{S("status"), S("resolved")}}, S("PBEN002"));
        return PagerdutyServer::no(400, 2001, S("Invalid Input Provided"), {S("no")});
    });
    const auto source = m_t->b.open();
    const auto outcomes = m_t->performed(*source);
    QCOMPARE(outcomes[1].is, Outcome::Is::Conflict);
    QCOMPARE(outcomes[6].is, Outcome::Is::Conflict);
    QCOMPARE(m_t->countOf(outcomes, Outcome::Is::Done), 6);
    QCOMPARE(m_t->b.statusOf(m_t->ids[1]), S("resolved"));
    QCOMPARE(m_t->b.statusOf(m_t->ids[6]), S("resolved"));
}

void TestPagerdutyTogether::whatCannotBeToldIsReadBack()
{
    m_t->prepare(20);
    for (const auto &broken :
        {ScriptedReply::reset(), ScriptedReply::html("<html>Gateway timeout</html>", 504), ScriptedReply::html("<html>In</html>")}) {
        m_t->b.server.after(
            [&broken](const ScriptedRequest &request, PagerdutyAccount &) { return request.method == "PUT" ? std::optional(broken) : std::nullopt; });
        for (const QString &id : m_t->ids) {
            m_t->b.change(id, "triggered");
        }
        const auto source = m_t->b.open();
        QCOMPARE(m_t->countOf(m_t->performed(*source), Outcome::Is::Unknown), 20);
        for (const AlertAction &action : m_t->actions) {
            const auto look = await(source->acts()->readBack(action, {}, {}));
            QVERIFY2(isOutcome(look, Outcome::Is::Done), qPrintable(toldOf(look)));
        }
    }
}

void TestPagerdutyTogether::aPauseStopsAll()
{
    m_t->prepare(20);
    m_t->b.server.before([](const ScriptedRequest &request, PagerdutyAccount &) -> std::optional<ScriptedReply> {
        if (request.method != "PUT") {
            return std::nullopt;
        }
        ScriptedReply reply = PagerdutyServer::no(429, 2020, S("Rate Limit Exceeded"));
        reply.headers = {{"ratelimit-reset", "30"}};
        return reply;
    });
    const auto source = m_t->b.open();
    const auto outcomes = m_t->performed(*source);
    QCOMPARE(m_t->countOf(outcomes, Outcome::Is::NotSent), 20);
    QVERIFY(outcomes[0].hindrance == Outcome::Hindrance::Access && outcomes[0].retryAfter == Millis(30'000));
    QCOMPARE(m_t->puts(), 1);
}

void TestPagerdutyTogether::aPartlyRefusedEscalationIsSeen()
{
    m_t->prepare(4, Verb::Escalate);
    for (AlertAction &action : m_t->actions) {
        action.subject = S("2");
    }
    bool isFirst = true;
    m_t->b.server.before([&](const ScriptedRequest &request, PagerdutyAccount &account) -> std::optional<ScriptedReply> {
        if (request.method != "PUT" || !std::exchange(isFirst, false)) {
            return std::nullopt;
        }
        account.update(m_t->ids[0], {{S("escalation_level"), 2}}, S("PANA001"));
        return PagerdutyServer::no(400, 2001, S("Invalid Input Provided"), {S("no")});
    });
    const auto source = m_t->b.open();
    QCOMPARE(m_t->countOf(m_t->performed(*source), Outcome::Is::Done), 4);
    for (const QString &id : m_t->ids) {
        const auto log = m_t->b.server.with([&id](PagerdutyAccount &account) { return account.log(id); });
        QCOMPARE(std::ranges::count_if(log, [](const QJsonValue &one) { return one[S("type")] == S("escalate_log_entry"); }), 1);
    }
}

void TestPagerdutyTogether::anAnswerWithoutRowsIsReadBack()
{
    m_t->prepare(5);
    m_t->b.server.after([](const ScriptedRequest &request, PagerdutyAccount &) {
        return request.method == "PUT" ? std::optional(ScriptedReply::json(R"({"incidents":[{"id":"PX"}]})")) : std::nullopt;
    });
    const auto source = m_t->b.open();
    QCOMPARE(m_t->countOf(m_t->performed(*source), Outcome::Is::Done), 5);
    // Nor is a yes believed that changes nothing.
    m_t->b.server.after({});
    m_t->b.server.before([](const ScriptedRequest &request, PagerdutyAccount &) {
        return request.method == "PUT" ? std::optional(ScriptedReply::json(R"({"incidents":[]})")) : std::nullopt;
    });
    for (const QString &id : m_t->ids) {
        m_t->b.change(id, "triggered");
    }
    QCOMPARE(m_t->countOf(m_t->performed(*source), Outcome::Is::Unknown), 5);
}

QTEST_GUILESS_MAIN(TestPagerdutyTogether)
#include "tst_pagerdutytogether.moc"
