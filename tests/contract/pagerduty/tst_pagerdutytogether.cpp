#include "pagerdutybench.h"

#include <QJsonDocument>
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
    void init()
    {
        m_b = std::make_unique<PagerdutyBench>();
        m_actions.clear();
        m_ids.clear();
    }
    void oneRequestForMany();
    void takesBackAndResolvesTogether();
    void assignsAndRanksTogether();
    void onlyWhatOneRequestCanSay();
    void oneThatIsRefused_data();
    void oneThatIsRefused();
    void neverOpensAgainBetweenTwoHalves();
    void whatCannotBeToldIsReadBack();
    void aPauseStopsAll();
    void anAnswerWithoutRowsIsReadBack();

private:
    void prepare(int count, Verb verb = Verb::Acknowledge)
    {
        for (int i = 0; i < count; ++i) {
            AlertAction action;
            action.id = QUuid::createUuid();
            action.verb = verb;
            action.source = S("src");
            m_ids.append(m_b->openIncident(S("Incident %1").arg(i)));
            action.alert = {S("src"), m_ids.back()};
            action.expectedStart = m_b->server.with([](PagerdutyAccount &account) { return account.now(); });
            action.createdAt = action.expectedStart;
            action.duration = Millis(3'600'000);
            m_actions.push_back(action);
        }
    }
    std::vector<Outcome> performed(Source &source) const
    {
        const auto outcomes = await(source.acts()->performAll(m_actions, {}, {}));
        if (!outcomes) {
            qWarning("%s", qPrintable(errorOf(outcomes)));
        }
        return outcomes.value_or(std::vector<Outcome>(m_actions.size(), Outcome {Outcome::Is::Unknown}));
    }
    int puts() const { return m_b->server.count("PUT /incidents"); }
    static qint64 countOf(const std::vector<Outcome> &outcomes, Outcome::Is is) { return std::ranges::count(outcomes, is, &Outcome::is); }

    std::unique_ptr<PagerdutyBench> m_b;
    std::vector<AlertAction> m_actions;
    QStringList m_ids;
};

void TestPagerdutyTogether::oneRequestForMany()
{
    prepare(240);
    m_b->change(m_ids[3], "resolved");
    m_b->change(m_ids[150], "acknowledged");
    AlertAction gone = m_actions.front();
    gone.alert.id = S("PNOSUCH");
    m_actions[7] = gone;
    const auto source = m_b->open();
    QCOMPARE(source->acts()->mostTogether(m_actions.front()), 250);
    const auto outcomes = performed(*source);
    QCOMPARE(outcomes.size(), m_actions.size());
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const auto wanted = i == 3 || i == 7 ? Outcome::Is::Conflict : i == 150 ? Outcome::Is::AlreadySo : Outcome::Is::Done;
        QVERIFY2(outcomes[i].is == wanted, qPrintable(QString::number(i) + toldOf(outcomes[i])));
    }
    QCOMPARE(outcomes[3].reason.code, ReasonCode::ResolvedSince);
    QCOMPARE(outcomes[7].reason.code, ReasonCode::Gone);
    QCOMPARE(m_b->statusOf(m_ids[3]), S("resolved"));
    QCOMPARE(m_b->statusOf(m_ids[7]), S("triggered"));
    QCOMPARE(puts(), 1);
    // Who it is, three pages, two that none of them had, and the change.
    QVERIFY2(m_b->server.requests().size() <= 7, qPrintable(QString::number(m_b->server.requests().size())));
}

void TestPagerdutyTogether::takesBackAndResolvesTogether()
{
    prepare(30, Verb::Resolve);
    const auto source = m_b->open();
    m_b->change(m_ids[0], "resolved");
    auto outcomes = performed(*source);
    QCOMPARE(outcomes[0].is, Outcome::Is::AlreadySo);
    QCOMPARE(countOf(outcomes, Outcome::Is::Done), 29);
    init();
    prepare(30, Verb::Unacknowledge);
    for (qsizetype i = 1; i < 30; ++i) {
        m_b->change(m_ids[i], "acknowledged");
    }
    const auto other = m_b->open();
    outcomes = performed(*other);
    QCOMPARE(outcomes[0].is, Outcome::Is::AlreadySo);
    QCOMPARE(countOf(outcomes, Outcome::Is::Done), 29);
    QCOMPARE(puts(), 1);
}

void TestPagerdutyTogether::assignsAndRanksTogether()
{
    prepare(30, Verb::Reassign);
    for (AlertAction &action : m_actions) {
        action.people = QStringList {S("ben@acme.example")};
    }
    const auto source = m_b->open();
    QCOMPARE(countOf(performed(*source), Outcome::Is::Done), 30);
    QCOMPARE(countOf(performed(*source), Outcome::Is::AlreadySo), 30);
    for (AlertAction &action : m_actions) {
        action.verb = Verb::SetPriority;
        action.subject = S("P2");
    }
    QCOMPARE(countOf(performed(*source), Outcome::Is::Done), 30);
    QCOMPARE(puts(), 2);
    for (AlertAction &action : m_actions) {
        action.verb = Verb::Reassign;
        action.people = QStringList {S("nobody@acme.example")};
    }
    const auto refused = performed(*source);
    QCOMPARE(countOf(refused, Outcome::Is::Refused), 30);
    QCOMPARE(refused[0].reason.code, ReasonCode::NoSuchPerson);
    QCOMPARE(puts(), 2);
}

void TestPagerdutyTogether::onlyWhatOneRequestCanSay()
{
    prepare(1);
    const auto source = m_b->open();
    AlertAction action = m_actions.front();
    // A comment becomes a note, and each incident has its own.
    action.comment = S("looking");
    QCOMPARE(source->acts()->mostTogether(action), 1);
    action.verb = Verb::Resolve;
    QCOMPARE(source->acts()->mostTogether(action), 250);
    for (const Verb verb : {Verb::Snooze, Verb::Note, Verb::Escalate, Verb::AddResponder, Verb::Merge}) {
        action.verb = verb;
        QCOMPARE(source->acts()->mostTogether(action), 1);
    }
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
    prepare(200);
    const QString bad = m_ids[77];
    m_b->server.before([&](const ScriptedRequest &request, PagerdutyAccount &account) -> std::optional<ScriptedReply> {
        const QStringList ids = idsIn(request);
        if (!ids.contains(bad)) {
            return std::nullopt;
        }
        for (const QString &id : isAtomic ? QStringList() : ids.first(ids.indexOf(bad))) {
            account.update(id, {{S("status"), S("acknowledged")}}, S("PANA001"));
        }
        return PagerdutyServer::no(400, 2001, S("Invalid Input Provided"), {S("This one is under a change freeze")});
    });
    const auto source = m_b->open();
    const auto outcomes = performed(*source);
    QCOMPARE(countOf(outcomes, Outcome::Is::Done), 199);
    QCOMPARE(outcomes[77].is, Outcome::Is::Refused);
    QVERIFY2(outcomes[77].reason.text().contains(S("change freeze")), qPrintable(toldOf(outcomes[77])));
    QCOMPARE(m_b->statusOf(bad), S("triggered"));
    QVERIFY2(puts() <= 17, qPrintable(QString::number(puts())));
    for (const QString &id : m_ids) {
        const auto log = m_b->server.with([&id](PagerdutyAccount &account) { return account.log(id); });
        QCOMPARE(std::ranges::count_if(log, [](const QJsonValue &one) { return one[S("type")] == S("acknowledge_log_entry"); }), id == bad ? 0 : 1);
    }
}

void TestPagerdutyTogether::neverOpensAgainBetweenTwoHalves()
{
    prepare(8);
    bool isFirst = true;
    m_b->server.before([&](const ScriptedRequest &request, PagerdutyAccount &account) -> std::optional<ScriptedReply> {
        if (request.method != "PUT" || !std::exchange(isFirst, false)) {
            return std::nullopt;
        }
        // In the very moment of the refusal somebody resolves two of them.
        account.update(m_ids[1], {{S("status"), S("resolved")}}, S("PBEN002"));
        account.update(m_ids[6], {{S("status"), S("resolved")}}, S("PBEN002"));
        return PagerdutyServer::no(400, 2001, S("Invalid Input Provided"), {S("no")});
    });
    const auto source = m_b->open();
    const auto outcomes = performed(*source);
    QCOMPARE(outcomes[1].is, Outcome::Is::Conflict);
    QCOMPARE(outcomes[6].is, Outcome::Is::Conflict);
    QCOMPARE(countOf(outcomes, Outcome::Is::Done), 6);
    QCOMPARE(m_b->statusOf(m_ids[1]), S("resolved"));
    QCOMPARE(m_b->statusOf(m_ids[6]), S("resolved"));
}

void TestPagerdutyTogether::whatCannotBeToldIsReadBack()
{
    prepare(20);
    for (const auto &broken :
        {ScriptedReply::reset(), ScriptedReply::html("<html>Gateway timeout</html>", 504), ScriptedReply::html("<html>In</html>")}) {
        m_b->server.after(
            [&broken](const ScriptedRequest &request, PagerdutyAccount &) { return request.method == "PUT" ? std::optional(broken) : std::nullopt; });
        for (const QString &id : m_ids) {
            m_b->change(id, "triggered");
        }
        const auto source = m_b->open();
        QCOMPARE(countOf(performed(*source), Outcome::Is::Unknown), 20);
        for (const AlertAction &action : m_actions) {
            const auto look = await(source->acts()->readBack(action, {}, {}));
            QVERIFY2(isOutcome(look, Outcome::Is::Done), qPrintable(toldOf(look)));
        }
    }
}

void TestPagerdutyTogether::aPauseStopsAll()
{
    prepare(20);
    m_b->server.before([](const ScriptedRequest &request, PagerdutyAccount &) -> std::optional<ScriptedReply> {
        if (request.method != "PUT") {
            return std::nullopt;
        }
        ScriptedReply reply = PagerdutyServer::no(429, 2020, S("Rate Limit Exceeded"));
        reply.headers = {{"ratelimit-reset", "30"}};
        return reply;
    });
    const auto source = m_b->open();
    const auto outcomes = performed(*source);
    QCOMPARE(countOf(outcomes, Outcome::Is::NotSent), 20);
    QVERIFY(outcomes[0].hindrance == Outcome::Hindrance::Access && outcomes[0].retryAfter == Millis(30'000));
    QCOMPARE(puts(), 1);
}

void TestPagerdutyTogether::anAnswerWithoutRowsIsReadBack()
{
    prepare(5);
    m_b->server.after([](const ScriptedRequest &request, PagerdutyAccount &) {
        return request.method == "PUT" ? std::optional(ScriptedReply::json(R"({"incidents":[{"id":"PX"}]})")) : std::nullopt;
    });
    const auto source = m_b->open();
    QCOMPARE(countOf(performed(*source), Outcome::Is::Done), 5);
    // Nor is a yes believed that changes nothing.
    m_b->server.after({});
    m_b->server.before([](const ScriptedRequest &request, PagerdutyAccount &) {
        return request.method == "PUT" ? std::optional(ScriptedReply::json(R"({"incidents":[]})")) : std::nullopt;
    });
    for (const QString &id : m_ids) {
        m_b->change(id, "triggered");
    }
    QCOMPARE(countOf(performed(*source), Outcome::Is::Unknown), 5);
}

QTEST_GUILESS_MAIN(TestPagerdutyTogether)
#include "tst_pagerdutytogether.moc"
