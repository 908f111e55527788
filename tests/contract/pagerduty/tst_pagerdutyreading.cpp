#include "pagerdutybench.h"

#include <QJsonDocument>
#include <QTest>

using namespace quarterdeck;

namespace {

/// A page as the API serves it, with `count` plain incidents from number `first` on.
ScriptedReply pageOf(int first, int count, int offset, bool hasMore)
{
    QByteArray all;
    for (int i = first; i < first + count; ++i) {
        const QByteArray number = QByteArray::number(i);
        all += (all.isEmpty() ? "" : ",") + ("{\"id\":\"P" + number + "\",\"type\":\"incident\",\"incident_number\":" + number)
            + ",\"title\":\"t\",\"status\":\"triggered\",\"created_at\":\"2026-01-01T00:00:00Z\"}";
    }
    return ScriptedReply::json("{\"incidents\":[" + all + "],\"limit\":100,\"offset\":" + QByteArray::number(offset)
        + ",\"more\":" + (hasMore ? "true" : "false") + ",\"total\":null}");
}

int offsetOf(const ScriptedRequest &request)
{
    const qsizetype at = request.target.indexOf("offset=");
    return at < 0 ? 0 : request.target.mid(at + 7).split('&').front().toInt();
}

bool isList(const ScriptedRequest &request)
{
    return request.path() == "/incidents";
}

/// All that an alert says.
QString toldOf(const Alert &alert)
{
    QString told = alert.labels.toString() + alert.annotations.toString() + alert.generatorUrl + alert.runbookUrl + alert.correlation
        + alert.assigned.join(u',') + alert.acknowledgement().by + alert.summary;
    for (const Link &link : alert.links) {
        told += link.title + link.url;
    }
    return told;
}

} // namespace

/// What our client makes of what PagerDuty says.
class TestPagerdutyReading : public QObject {
    Q_OBJECT

private slots:
    void init() { m_b = std::make_unique<PagerdutyBench>(); }

    void readsWhatIsOpen();
    void signsInAsConfigured();
    void listsWhatIsOldToo();
    void followsAllPages();
    void missesNothingThatMovesMeanwhile();
    void saysWhereTheListEnds();
    void aServerThatRepeatsItselfIsNotWhole();
    void aLaterPageThatFails();
    void tellsASnooze();
    void timeoutsPageAgain();
    void keepsWhatItDoesNotKnow();
    void takesFieldsAndRunbooks();
    void nothingSecretComesAlong();
    void saysWhatCannotBeDone();

private:
    AlertPage readWith(Source &source)
    {
        const auto snapshot = await(source.alerts()->read({}), Millis(120'000));
        if (!snapshot) {
            QTest::qFail(qPrintable(errorOf(snapshot)), __FILE__, __LINE__);
            return {};
        }
        return *snapshot;
    }
    AlertPage readNow() { return readWith(*m_b->open()); }

    std::unique_ptr<PagerdutyBench> m_b;
};

void TestPagerdutyReading::readsWhatIsOpen()
{
    const QString id = m_b->openIncident(QStringLiteral("The server is on fire"));
    const QString over = m_b->openIncident(QStringLiteral("Over"));
    m_b->change(over, "resolved");
    const AlertPage snapshot = readNow();
    QVERIFY(snapshot.isWhole());
    QVERIFY(!snapshot.trouble());
    QCOMPARE(snapshot.alerts.size(), std::size_t(1));
    const Alert alert = alertIn(snapshot, id);
    QCOMPARE(alert.key.source, QStringLiteral("src"));
    QCOMPARE(alert.title, QStringLiteral("The server is on fire"));
    QCOMPARE(alert.summary, QStringLiteral("Mail: The server is on fire"));
    QCOMPARE(alert.state, AlertState::Triggered);
    QCOMPARE(alert.rawState, QStringLiteral("triggered"));
    QCOMPARE(alert.severity, Severity::Critical);
    QCOMPARE(alert.team, QStringLiteral("Engineering"));
    QCOMPARE(alert.cluster, QStringLiteral("eu"));
    QCOMPARE(alert.labels.value(u"service"), QStringLiteral("Mail"));
    QCOMPARE(alert.labels.value(u"urgency"), QStringLiteral("high"));
    QCOMPARE(alert.labels.value(u"incident_number"), QStringLiteral("1"));
    QCOMPARE(alert.labels.value(u"escalation_policy"), QStringLiteral("Mail people"));
    QVERIFY(!alert.labels.contains(u"incident_type"));
    QCOMPARE(alert.assigned, QStringList {QStringLiteral("Ana Alvarez")});
    QCOMPARE(alert.correlation, QStringLiteral("dedup-1"));
    QCOMPARE(alert.generatorUrl, QStringLiteral("https://acme.pagerduty.example/") + id);
    QCOMPARE(alert.links.size(), std::size_t(3));
    QCOMPARE(alert.links.back().title, QStringLiteral("Graph"));
    QCOMPARE(alert.runbookUrl, QStringLiteral("https://wiki.example/") + id);
    const QJsonObject served = m_b->server.with([&](PagerdutyAccount &account) { return account.incident(id); });
    QCOMPARE(toRfc3339(alert.startsAt), served.value(QLatin1StringView("created_at")).toString());
}

void TestPagerdutyReading::signsInAsConfigured()
{
    readNow();
    QCOMPARE(m_b->server.requests().back().header("authorization"), QByteArray("Token token=user-key"));
    QCOMPARE(m_b->server.requests().back().header("accept"), QByteArray("application/vnd.pagerduty+json;version=2"));
    QVERIFY(m_b->server.requests().back().header("from").isEmpty());
    readWith(*m_b->open(m_b->endpoint(QStringLiteral("user-key"), QStringLiteral("token"))));
    QCOMPARE(m_b->server.requests().back().header("authorization"), QByteArray("Token token=user-key"));
    readWith(*m_b->open(m_b->endpoint(QStringLiteral("oauth"), QStringLiteral("Bearer"))));
    QCOMPARE(m_b->server.requests().back().header("authorization"), QByteArray("Bearer oauth"));
}

void TestPagerdutyReading::listsWhatIsOldToo()
{
    const QString id = m_b->openIncident(QStringLiteral("Old"), {{QStringLiteral("created_at"), QStringLiteral("2020-01-01T00:00:00Z")}});
    QCOMPARE(alertIn(readNow(), id).title, QStringLiteral("Old"));
}

void TestPagerdutyReading::followsAllPages()
{
    for (int i = 0; i < 250; ++i) {
        m_b->openIncident(QStringLiteral("One of many"));
    }
    const AlertPage snapshot = readNow();
    QVERIFY(snapshot.isWhole());
    QCOMPARE(snapshot.alerts.size(), std::size_t(250));
    QList<int> offsets;
    for (const ScriptedRequest &request : m_b->server.requests()) {
        if (request.path() != "/maintenance_windows") {
            QVERIFY(isList(request));
            offsets.append(offsetOf(request));
        }
    }
    QCOMPARE(offsets, QList<int>({0, 90, 180}));
}

void TestPagerdutyReading::missesNothingThatMovesMeanwhile()
{
    QStringList ids;
    for (int i = 0; i < 180; ++i) {
        ids.append(m_b->openIncident(QStringLiteral("One of many")));
    }
    bool hasMoved = false;
    m_b->server.after([&](const ScriptedRequest &request, PagerdutyAccount &account) -> std::optional<ScriptedReply> {
        if (offsetOf(request) == 0 && !std::exchange(hasMoved, true)) {
            // Once the first page is read, 60 of it are resolved: what stood at 100 stands at 40 when the second is asked for.
            for (int i = 0; i < 60; ++i) {
                account.update(ids.at(i), {{QStringLiteral("status"), QStringLiteral("resolved")}}, QStringLiteral("PBEN002"));
            }
        }
        return std::nullopt;
    });
    const AlertPage snapshot = readNow();
    QVERIFY(hasMoved);
    QVERIFY(snapshot.isWhole());
    for (int i = 60; i < 180; ++i) {
        QVERIFY2(alertIn(snapshot, ids.at(i)).key.isValid(), qPrintable(QString::number(i)));
    }
}

void TestPagerdutyReading::saysWhereTheListEnds()
{
    int highest = 0;
    m_b->server.before([&](const ScriptedRequest &request, PagerdutyAccount &) -> std::optional<ScriptedReply> {
        highest = std::max(highest, offsetOf(request) + 100);
        return pageOf(offsetOf(request) + 1, 100, offsetOf(request), true);
    });
    const AlertPage snapshot = readNow();
    QCOMPARE(highest, 10'000);
    QCOMPARE(snapshot.alerts.size(), std::size_t(10'000));
    QVERIFY(!snapshot.isWhole() && !snapshot.hasAllAlerts());
    QVERIFY2(snapshot.trouble() && snapshot.trouble()->what.contains(QStringLiteral("More than")), "no word of it");
}

void TestPagerdutyReading::aServerThatRepeatsItselfIsNotWhole()
{
    for (const int count : {1, 100}) {
        m_b->server.before([&](const ScriptedRequest &, PagerdutyAccount &) { return std::optional(pageOf(1, count, 0, true)); });
        const auto before = m_b->server.requests().size();
        const AlertPage snapshot = readNow();
        QCOMPARE(snapshot.alerts.size(), std::size_t(count));
        QVERIFY(!snapshot.isWhole());
        QVERIFY(snapshot.trouble() != nullptr);
        QVERIFY(m_b->server.requests().size() - before <= 3);
    }
    // Empty, and more of it: nothing can be said of what is open.
    m_b->server.before([&](const ScriptedRequest &, PagerdutyAccount &) { return std::optional(pageOf(1, 0, 0, true)); });
    QVERIFY(!readNow().isWhole());
}

void TestPagerdutyReading::aLaterPageThatFails()
{
    for (int i = 0; i < 150; ++i) {
        m_b->openIncident(QStringLiteral("One of many"));
    }
    const auto answerLater = [this](const ScriptedReply &reply) {
        m_b->server.before(
            [reply](const ScriptedRequest &request, PagerdutyAccount &) { return offsetOf(request) > 0 ? std::optional(reply) : std::nullopt; });
    };
    answerLater(PagerdutyServer::no(500, 2000, QStringLiteral("Internal Server Error")));
    const AlertPage snapshot = readNow();
    QCOMPARE(snapshot.alerts.size(), std::size_t(100));
    QVERIFY(!snapshot.isWhole());
    QCOMPARE(snapshot.trouble()->kind, ErrorKind::Server);
    // A pause is for the whole account.
    ScriptedReply wait = PagerdutyServer::no(429, 2020, QStringLiteral("Rate Limit Exceeded"));
    wait.headers = {{"ratelimit-reset", "17"}};
    answerLater(wait);
    const auto refused = await(m_b->open()->alerts()->read({}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::RateLimited);
    QVERIFY(refused.error().retryAfter == Millis(17'000));
}

void TestPagerdutyReading::tellsASnooze()
{
    const QString taken = m_b->openIncident(QStringLiteral("Taken"));
    const QString snoozed = m_b->openIncident(QStringLiteral("Snoozed"));
    m_b->change(taken, "acknowledged");
    m_b->change(snoozed, "acknowledged");
    m_b->server.with([&](PagerdutyAccount &account) { account.snooze(snoozed, 7200, QStringLiteral("PBEN002")); });
    const auto source = m_b->open();
    const AlertPage snapshot = readWith(*source);
    const Alert quiet = alertIn(snapshot, taken);
    QCOMPARE(quiet.state, AlertState::Acknowledged);
    QCOMPARE(quiet.acknowledgement().by, QStringLiteral("Ben Brandt"));
    QCOMPARE(quiet.acknowledgement().id, taken);
    const UtcTime now = m_b->server.with([](PagerdutyAccount &account) { return account.now(); });
    QVERIFY(std::chrono::abs(quiet.acknowledgement().until - (now + Millis(1'800'000))) < Millis(5000));
    const Alert later = alertIn(snapshot, snoozed);
    QCOMPARE(later.state, AlertState::Snoozed);
    QVERIFY(std::chrono::abs(later.acknowledgement().until - (now + Millis(7'200'000))) < Millis(5000));
    // A log is read once for each end that it explains.
    const auto logs = [&] { return m_b->server.count("GET /incidents/" + taken.toUtf8() + "/log_entries"); };
    QCOMPARE(logs(), 1);
    readWith(*source);
    QCOMPARE(logs(), 1);
    m_b->server.with([&](PagerdutyAccount &account) { account.snooze(taken, 3600, QStringLiteral("PBEN002")); });
    QCOMPARE(alertIn(readWith(*source), taken).state, AlertState::Snoozed);
    QCOMPARE(logs(), 2);
}

void TestPagerdutyReading::timeoutsPageAgain()
{
    const QString id = m_b->openIncident(QStringLiteral("Taken"));
    m_b->change(id, "acknowledged");
    const auto source = m_b->open();
    const Alert taken = alertIn(readWith(*source), id);
    QCOMPARE(taken.state, AlertState::Acknowledged);
    m_b->server.with([](PagerdutyAccount &account) { account.advance(Millis(3'600'000)); });
    const Alert again = alertIn(readWith(*source), id);
    QCOMPARE(again.state, AlertState::Triggered);
    QVERIFY(again.acknowledgement().by.isEmpty() && again.acknowledgement().id.isEmpty() && !again.acknowledgement().until.isValid());
    // It is the same incident: last_status_change_at is no start.
    QCOMPARE(again.startsAt, taken.startsAt);
    // Without a time-out there is no end, and no log to ask.
    m_b->server.with([](PagerdutyAccount &account) { account.ackTimeout = Millis(0); });
    m_b->change(id, "acknowledged");
    const Alert endless = alertIn(readWith(*source), id);
    QCOMPARE(endless.state, AlertState::Acknowledged);
    QVERIFY(!endless.acknowledgement().until.isValid());
}

void TestPagerdutyReading::keepsWhatItDoesNotKnow()
{
    m_b->server.before([](const ScriptedRequest &, PagerdutyAccount &) {
        return std::optional(
            ScriptedReply::json(R"({"maintenance_windows":[],"incidents":[{"id":"P1","type":"mystery","title":"A","status":"muddled","urgency":"dire",
"created_at":"2026-01-01T00:00:00-05:00","service":{"id":"PS","type":"service","name":"Full","status":"active"},"priority":{"id":"PP","summary":"Wow"},
"acknowledgements":null,"assignments":null,"pending_actions":[{"type":"implode","at":"x"}],"teams":null,"new_thing":{"a":[1,2,{}]},
"incident_type":{"name":"security"}}],"more":false})"));
    });
    const AlertPage snapshot = readNow();
    QVERIFY(snapshot.isWhole());
    const Alert alert = alertIn(snapshot, QStringLiteral("P1"));
    QCOMPARE(alert.state, AlertState::Triggered);
    QCOMPARE(alert.rawState, QStringLiteral("muddled"));
    QCOMPARE(alert.labels.value(u"urgency"), QStringLiteral("dire"));
    QCOMPARE(alert.labels.value(u"service"), QStringLiteral("Full"));
    QCOMPARE(alert.labels.value(u"priority"), QStringLiteral("Wow"));
    QCOMPARE(alert.labels.value(u"incident_type"), QStringLiteral("security"));
    QCOMPARE(toRfc3339(alert.startsAt), QStringLiteral("2026-01-01T05:00:00Z"));
    QVERIFY(alert.correlation.isEmpty());
}

void TestPagerdutyReading::takesFieldsAndRunbooks()
{
    const auto field = [](const char *name, const QJsonValue &value) {
        return QJsonObject {
            {QStringLiteral("id"), QStringLiteral("F")}, {QStringLiteral("name"), QLatin1StringView(name)}, {QStringLiteral("value"), value}};
    };
    const QString id = m_b->openIncident(QStringLiteral("With fields"),
        {{QStringLiteral("incident_key"), QStringLiteral("own-key")},
            {QStringLiteral("custom_fields"),
                QJsonArray {field("environment", QStringLiteral("production")), field("customers", 12), field("is_sla", true),
                    field("regions", QJsonArray {QStringLiteral("eu"), QStringLiteral("us")}), field("empty", QJsonValue()),
                    field("runbook_url", QStringLiteral("https://wiki.example/own")), field("service", QStringLiteral("not this")),
                    field("story", QStringLiteral("many\nlines"))}}});
    const Alert alert = alertIn(readNow(), id);
    QCOMPARE(alert.correlation, QStringLiteral("own-key"));
    QCOMPARE(alert.labels.value(u"environment"), QStringLiteral("production"));
    QCOMPARE(alert.labels.value(u"customers"), QStringLiteral("12"));
    QCOMPARE(alert.labels.value(u"is_sla"), QStringLiteral("true"));
    QCOMPARE(alert.labels.value(u"regions"), QStringLiteral("eu,us"));
    QCOMPARE(alert.labels.value(u"service"), QStringLiteral("Mail"));
    QVERIFY(!alert.labels.contains(u"empty") && !alert.labels.contains(u"story"));
    QCOMPARE(alert.annotations.value(u"story"), QStringLiteral("many\nlines"));
    QCOMPARE(alert.runbookUrl, QStringLiteral("https://wiki.example/own"));
}

void TestPagerdutyReading::nothingSecretComesAlong()
{
    const QString id = m_b->openIncident(QStringLiteral("Leaky"));
    m_b->change(id, "acknowledged");
    const AlertPage snapshot = readNow();
    // The server has said each of them: what is tested is what stays behind.
    const QString told = toldOf(alertIn(snapshot, id));
    QVERIFY(told.contains(QStringLiteral("Leaky")));
    QVERIFY2(!told.contains(QStringLiteral("leak")), qPrintable(told));
    const auto served = m_b->server.with([&](PagerdutyAccount &account) { return QJsonDocument(account.incident(id, true)).toJson(); });
    for (const char *secret : {"integration-key-leak", "token-leak", "leak.png"}) {
        QVERIFY2(served.contains(secret), secret);
    }
}

void TestPagerdutyReading::saysWhatCannotBeDone()
{
    const QString plain = m_b->openIncident(QStringLiteral("Plain"));
    const QString alone = m_b->openIncident(
        QStringLiteral("Alone"), {{QStringLiteral("is_mergeable"), false}, {QStringLiteral("escalation_policy"), QJsonValue()}});
    m_b->change(alone, "acknowledged");
    const auto source = m_b->open();
    const AlertPage snapshot = readWith(*source);
    QVERIFY(!alertIn(snapshot, plain).can.has(Verb::Unacknowledge));
    QVERIFY(alertIn(snapshot, plain).can.has(Verb::Merge) && alertIn(snapshot, plain).can.has(Verb::Escalate));
    QVERIFY(alertIn(snapshot, alone).can.has(Verb::Unacknowledge));
    QVERIFY(!alertIn(snapshot, alone).can.has(Verb::Merge) && !alertIn(snapshot, alone).can.has(Verb::Escalate));
    QVERIFY(source->info().verbs.has(Verb::Snooze) && source->info().verbs.has(Verb::AddResponder));
    QVERIFY(!source->info().verbs.has(Verb::Silence) && !source->info().verbs.has(Verb::CheckNow));
}

QTEST_GUILESS_MAIN(TestPagerdutyReading)
#include "tst_pagerdutyreading.moc"
