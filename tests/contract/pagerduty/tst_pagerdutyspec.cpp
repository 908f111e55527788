#include "app/sources/api/oncallface.h"
#include "app/sources/api/timelineface.h"
#include "app/sources/pagerduty/alerts.h"
#include "app/sources/pagerduty/maintenance.h"
#include "app/sources/pagerduty/oncalls.h"
#include "app/sources/pagerduty/parse.h"
#include "app/sources/pagerduty/reader.h"
#include "pagerdutybench.h"
#include "tests/support/prism.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace quarterdeck;

namespace {

const QString Document = QStringLiteral("specs/pagerduty-rest-43-operations.json");

AlertAction wish(Verb verb, const QString &id)
{
    AlertAction action;
    action.id = QUuid::createUuid();
    action.verb = verb;
    action.source = QStringLiteral("src");
    action.alert = {QStringLiteral("src"), id};
    action.createdAt = UtcTime {QDateTime::currentMSecsSinceEpoch() / 1000 * 1000};
    action.duration = Millis(7'200'000);
    return action;
}

QJsonObject readDocument()
{
    QFile file(sharedPath(Document));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("The document cannot be read");
    }
    return QJsonDocument::fromJson(file.readAll()).object();
}

/// The published example of what an operation answers.
QByteArray exampleOf(const QJsonObject &document, const QString &path, const QString &method, const QString &status = QStringLiteral("200"))
{
    const QJsonValue content = document[QStringLiteral("paths")][path][method][QStringLiteral("responses")][status][QStringLiteral("content")];
    const QJsonObject examples = content[QStringLiteral("application/json")][QStringLiteral("examples")].toObject();
    return examples.isEmpty() ? QByteArray() : QJsonDocument(examples.begin().value()[QStringLiteral("value")].toObject()).toJson();
}

} // namespace

/// Our client, and our server, against PagerDuty's published document.
class TestPagerdutySpec : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { m_b = std::make_unique<PagerdutyBench>(); }
    void examplesParse();
    void fakeBehindTheDocument();
    void onCallsBehindTheDocument();
    void windowsAndChangesBehindTheDocument();
    void manyBehindTheDocument();
    void fakeLooksLikeTheExample();
    void theProxyIsNotBlind();
    void againstTheExamples();

private:
    static Result<Outcome> perform(Source &source, const AlertAction &action) { return await(source.acts()->perform(action, {}, {})); }
    std::unique_ptr<Source> openAt(const QUrl &url)
    {
        Endpoint endpoint = m_b->endpoint();
        endpoint.urls = {url};
        return m_b->open(endpoint);
    }
    static void skipWithoutPrism()
    {
        if (Prism::program().isEmpty()) {
            QSKIP("prism is absent: see tests/contract/prism/README.md");
        }
    }

    std::unique_ptr<PagerdutyBench> m_b;
};

void TestPagerdutySpec::initTestCase()
{
    if (sharedPath(Document).isEmpty()) {
        QSKIP("the published document is absent: $QUARTERDECK_SHARED/specs");
    }
}

void TestPagerdutySpec::examplesParse()
{
    const QJsonObject document = readDocument();
    const QString get = QStringLiteral("get");
    const auto list = pagerduty::parseIncidents(exampleOf(document, QStringLiteral("/incidents"), get));
    QVERIFY2(list, qPrintable(errorOf(list)));
    QCOMPARE(list->items.size(), std::size_t(1));
    QVERIFY(!list->problem && list->hasMore);
    const auto one = pagerduty::parseIncident(exampleOf(document, QStringLiteral("/incidents/{id}"), get));
    QVERIFY2(one, qPrintable(errorOf(one)));
    const Alert alert = pagerduty::alertOf(*one, false, QStringLiteral("src"));
    QCOMPARE(alert.state, AlertState::Acknowledged);
    QCOMPARE(alert.acknowledgement().by, QStringLiteral("Earline Greenholt"));
    QCOMPARE(toRfc3339(alert.acknowledgement().until), QStringLiteral("2015-11-10T01:02:52Z"));
    QCOMPARE(alert.correlation, QStringLiteral("baf7cf21b1da41b4b0221008339ff357"));
    QCOMPARE(alert.labels.value(u"environment"), QStringLiteral("production"));
    QCOMPARE(alert.labels.value(u"priority"), QStringLiteral("P2"));
    QCOMPARE(one->responders.size(), std::size_t(1));
    QCOMPARE(one->responders.front().targets, QStringList {QStringLiteral("PL7A2O4")});
    const auto log = pagerduty::parseLogEntries(exampleOf(document, QStringLiteral("/incidents/{id}/log_entries"), get));
    QVERIFY2(log, qPrintable(errorOf(log)));
    QCOMPARE(log->front().type, QStringLiteral("trigger_log_entry"));
    for (const char *word : {"acknowledge_log_entry", "acknowledgement_log_entry"}) {
        const pagerduty::LogEntry snooze {QStringLiteral("snooze_log_entry"), UtcTime {1000}, {}, {}};
        const pagerduty::LogEntry later {QLatin1StringView(word), UtcTime {2000}, {}, {}};
        QVERIFY(pagerduty::endsInSnooze({snooze}) && !pagerduty::endsInSnooze({later, snooze}));
    }
    QCOMPARE(pagerduty::parseNotes(exampleOf(document, QStringLiteral("/incidents/{id}/notes"), get))->size(), std::size_t(2));
    QCOMPARE(pagerduty::parseUsers(exampleOf(document, QStringLiteral("/users"), get))->items.back().email,
        QStringLiteral("126_dvm_kyler_kuhn@beahan.name"));
    QCOMPARE(pagerduty::parseMe(exampleOf(document, QStringLiteral("/users/me"), get))->id, QStringLiteral("PXPGF42"));
    const auto onCalls = pagerduty::parseOnCalls(exampleOf(document, QStringLiteral("/oncalls"), get));
    QVERIFY2(onCalls && !onCalls->problem && onCalls->items.size() == 1, qPrintable(errorOf(onCalls)));
    QCOMPARE(onCalls->items.front().shift.person.name, QStringLiteral("Tim Wright"));
    QCOMPARE(onCalls->items.front().shift.schedule, QStringLiteral("Daily Engineering Rotation"));
    QCOMPARE(onCalls->items.front().shift.level, 2);
    QCOMPARE(toRfc3339(onCalls->items.front().shift.to), QStringLiteral("2015-03-07T20:28:51Z"));
    const auto policies = pagerduty::parsePolicies(exampleOf(document, QStringLiteral("/escalation_policies"), get));
    QVERIFY2(policies && !policies->problem && policies->items.size() == 1, qPrintable(errorOf(policies)));
    QCOMPARE(policies->items.front().services, QStringList {QStringLiteral("My Mail Service")});
    QCOMPARE(policies->items.front().levels, 1);
    QCOMPARE(pagerduty::parsePriorities(exampleOf(document, QStringLiteral("/priorities"), get))->size(), std::size_t(5));
    const auto windows = pagerduty::parseWindows(exampleOf(document, QStringLiteral("/maintenance_windows"), get));
    QVERIFY2(windows && !windows->problem && windows->items.size() == 1, qPrintable(errorOf(windows)));
    QCOMPARE(windows->items.front().by.name, QStringLiteral("Earline Greenholt"));
    QCOMPARE(toRfc3339(windows->items.front().to), QStringLiteral("2015-11-10T03:00:00Z"));
    QCOMPARE(windows->items.front().services.front().name, QStringLiteral("My Mail Service"));
    const auto changes = pagerduty::parseChanges(exampleOf(document, QStringLiteral("/change_events"), get));
    QVERIFY2(changes && !changes->problem && changes->items.size() == 2, qPrintable(errorOf(changes)));
    QCOMPARE(changes->items.front().services, QStringList {QStringLiteral("PEYSGRV")});
}

void TestPagerdutySpec::fakeBehindTheDocument()
{
    skipWithoutPrism();
    const QString id = m_b->openIncident(QStringLiteral("A"));
    const QString other = m_b->openIncident(QStringLiteral("B"));
    Prism prism;
    QVERIFY2(prism.start(sharedPath(Document), m_b->server.url()), prism.log().constData());
    const auto source = openAt(prism.url());
    const auto health = await(source->probe({}));
    QVERIFY2(health, qPrintable(errorOf(health)));
    const auto before = await(source->alerts()->read({}));
    QVERIFY2(before, qPrintable(errorOf(before)));
    QVERIFY(before->isWhole());
    QCOMPARE(before->alerts.size(), std::size_t(2));
    for (const Verb verb : {Verb::Acknowledge, Verb::Unacknowledge, Verb::Snooze, Verb::Note, Verb::Reassign, Verb::Escalate, Verb::AddResponder,
             Verb::CancelResponder, Verb::SetPriority, Verb::Merge}) {
        // No entry of an acknowledgement conforms: its type is to be two different words at once. So a log without one is read.
        AlertAction action = wish(verb, verb == Verb::Escalate ? other : id);
        action.comment = QStringLiteral("a comment");
        action.people = QStringList {QStringLiteral("Ben Brandt")};
        action.subject = verb == Verb::Merge ? other : verb == Verb::SetPriority ? QStringLiteral("P2") : QStringLiteral("2");
        const auto outcome = perform(*source, action);
        QVERIFY2(isOutcome(outcome, Outcome::Is::Done), qPrintable(verbName(verb) + u' ' + toldOf(outcome) + QString::fromUtf8(prism.log())));
        // The account ends the acknowledgement sooner than it was wished.
        const bool isTaken = verb == Verb::Acknowledge && outcome->reason.code == ReasonCode::Acknowledged;
        QVERIFY2(isTaken || outcome->reason.isEmpty(), qPrintable(toldOf(outcome)));
    }
    const auto resolved = perform(*source, wish(Verb::Resolve, other));
    QVERIFY2(isOutcome(resolved, Outcome::Is::Done), qPrintable(toldOf(resolved)));
    const auto after = await(source->alerts()->read({}));
    QVERIFY2(after, qPrintable(errorOf(after)));
    QVERIFY(after->isWhole() && after->alerts.empty());
    QVERIFY2(!prism.log().contains("Violation"), prism.log().constData());
}

void TestPagerdutySpec::onCallsBehindTheDocument()
{
    skipWithoutPrism();
    const UtcTime now = m_b->server.with([](PagerdutyAccount &account) {
        // What it says in words, a user in whole, no schedule and no end, its schemas do not allow.
        account.includesUsers = false;
        const UtcTime at = account.now();
        const UtcTime change = at + Millis(3'600'000);
        account.rota = {{QStringLiteral("PANA001"), 1, at, change, QStringLiteral("Days")},
            {QStringLiteral("PBEN002"), 1, change, change + Millis(3'600'000), QStringLiteral("Shifts"), true}};
        return at;
    });
    Prism prism;
    QVERIFY2(prism.start(sharedPath(Document), m_b->server.url()), prism.log().constData());
    const auto page = await(openAt(prism.url())->onCall()->read({now, now + Millis(86'400'000)}, {}));
    QVERIFY2(page, qPrintable(errorOf(page) + QString::fromUtf8(prism.log())));
    QVERIFY2(page->lacks.empty(), qPrintable(lackTexts(*page).join(u' ')));
    QCOMPARE(page->shifts.size(), std::size_t(2));
    QVERIFY2(!prism.log().contains("Violation"), prism.log().constData());
}

void TestPagerdutySpec::windowsAndChangesBehindTheDocument()
{
    skipWithoutPrism();
    const QString id = m_b->openIncident(QStringLiteral("A"));
    m_b->server.with(
        [](PagerdutyAccount &account) { account.changeAt(QStringLiteral("Mail"), QStringLiteral("Deployed"), account.now() - Millis(60'000)); });
    // As a pattern of change events' times it has "YYYY-MM-DDThh:mm:ssZ" itself, which no time is like.
    QFile document(sharedPath(Document));
    QVERIFY(document.open(QIODevice::ReadOnly));
    QByteArray text = document.readAll();
    text.replace("YYYY-MM-DDThh:mm:ssZ", "^[0-9-]{10}T[0-9:]{8}Z$");
    QTemporaryDir folder;
    const QString mended = folder.filePath(QStringLiteral("document.json"));
    QFile file(mended);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.close();
    Prism prism;
    QVERIFY2(prism.start(mended, m_b->server.url()), prism.log().constData());
    const auto source = openAt(prism.url());
    const auto opened = perform(*source, wish(Verb::Maintain, id));
    QVERIFY2(isOutcome(opened, Outcome::Is::Done), qPrintable(toldOf(opened) + QString::fromUtf8(prism.log())));
    const auto page = await(source->alerts()->read({}));
    QVERIFY2(page && page->isWhole() && page->silences.size() == 1, qPrintable(errorOf(page) + QString::fromUtf8(prism.log())));
    const auto told = await(source->timeline()->read({}, {}));
    QVERIFY2(told, qPrintable(errorOf(told) + QString::fromUtf8(prism.log())));
    QVERIFY2(!told->lack, qPrintable(told->lack->what));
    QVERIFY(std::ranges::any_of(told->events, [](const SourceEvent &event) { return event.what.kind == HistoryEvent::Kind::Change; }));
    // DELETE of a window is not in this excerpt of the document.
    QVERIFY2(!prism.log().contains("Violation"), prism.log().constData());
}

void TestPagerdutySpec::manyBehindTheDocument()
{
    skipWithoutPrism();
    QStringList ids;
    for (int i = 0; i < 3; ++i) {
        ids.append(m_b->openIncident(QStringLiteral("Incident %1").arg(i)));
    }
    const QString target = m_b->openIncident(QStringLiteral("Target"));
    Prism prism;
    QVERIFY2(prism.start(sharedPath(Document), m_b->server.url()), prism.log().constData());
    const auto source = openAt(prism.url());
    for (const Verb verb : {Verb::Escalate, Verb::Snooze, Verb::Note, Verb::AddResponder, Verb::SetPriority, Verb::Merge}) {
        std::vector<AlertAction> actions;
        for (const QString &id : ids) {
            AlertAction action = wish(verb, id);
            action.comment = QStringLiteral("a comment");
            action.people = QStringList {QStringLiteral("Ben Brandt")};
            action.subject = verb == Verb::Merge ? target : verb == Verb::SetPriority ? QStringLiteral("P2") : QStringLiteral("2");
            actions.push_back(action);
        }
        const auto outcomes = await(source->acts()->performAll(actions, {}, {}));
        QVERIFY2(outcomes && outcomes->size() == 3, qPrintable(errorOf(outcomes)));
        for (const Outcome &outcome : *outcomes) {
            QVERIFY2(outcome.is == Outcome::Is::Done && outcome.reason.isEmpty(), qPrintable(verbName(verb) + u' ' + toldOf(outcome)));
        }
    }
    QVERIFY2(!prism.log().contains("Violation"), prism.log().constData());
}

void TestPagerdutySpec::fakeLooksLikeTheExample()
{
    // Prism 5.14 passes on whatever holds an incident without looking at it, so our server's are compared with the published one.
    const QByteArray example = exampleOf(readDocument(), QStringLiteral("/incidents/{id}"), QStringLiteral("get"));
    const QJsonObject published = QJsonDocument::fromJson(example).object().value(QStringLiteral("incident")).toObject();
    const QString id = m_b->openIncident(QStringLiteral("A"));
    const auto served = [&] { return m_b->server.with([&](PagerdutyAccount &account) { return account.incident(id); }); };
    QStringList seen;
    for (const char *status : {"triggered", "acknowledged", "resolved"}) {
        m_b->change(id, status);
        const QJsonObject incident = served();
        for (auto it = incident.begin(); it != incident.end(); ++it) {
            const QJsonValue wanted = published.value(it.key());
            QVERIFY2(published.contains(it.key()), qPrintable(it.key()));
            QVERIFY2(wanted.isNull() || it->isNull() || wanted.type() == it->type(), qPrintable(it.key()));
            const QJsonValue inner = it->isArray() ? it->toArray().at(0) : *it;
            const QJsonValue innerExample = wanted.isArray() ? wanted.toArray().at(0) : wanted;
            for (const QString &name : inner.toObject().keys()) {
                QVERIFY2(!innerExample.isObject() || innerExample.toObject().contains(name), qPrintable(it.key() + u'.' + name));
            }
            seen.append(it.key());
        }
    }
    QVERIFY(seen.contains(QStringLiteral("pending_actions")) && seen.contains(QStringLiteral("acknowledgements")));
}

void TestPagerdutySpec::theProxyIsNotBlind()
{
    skipWithoutPrism();
    const QString id = m_b->openIncident(QStringLiteral("A"), {{QStringLiteral("incident_number"), QStringLiteral("x")}});
    m_b->server.before([](const ScriptedRequest &request, PagerdutyAccount &) {
        return request.path().endsWith("/notes") ? std::optional(ScriptedReply::json(R"({"notes":[{"id":"PNOTE"}]})")) : std::nullopt;
    });
    Prism prism;
    QVERIFY2(prism.start(sharedPath(Document), m_b->server.url()), prism.log().constData());
    const auto source = openAt(prism.url());
    AlertAction note = wish(Verb::Note, id);
    note.comment = QStringLiteral("a comment");
    const auto outcome = perform(*source, note);
    QVERIFY2(isOutcome(outcome, Outcome::Is::NotSent), qPrintable(toldOf(outcome)));
    QVERIFY2(prism.log().contains("not valid"), prism.log().constData());
    // The day that this fails, Prism checks incidents too, and fakeLooksLikeTheExample() can go.
    const auto unchecked = await(source->alerts()->read({}));
    QVERIFY2(unchecked, qPrintable(errorOf(unchecked)));
}

void TestPagerdutySpec::againstTheExamples()
{
    skipWithoutPrism();
    Prism prism;
    QVERIFY2(prism.start(sharedPath(Document), {}), prism.log().constData());
    const auto source = openAt(prism.url());
    // The example of the list holds one incident, resolved, and says that there are more: nobody may call that clear.
    const auto snapshot = await(source->alerts()->read({}));
    QVERIFY2(snapshot, qPrintable(errorOf(snapshot)));
    QVERIFY(!snapshot->isWhole() && snapshot->trouble());
    QVERIFY(snapshot->alerts.empty());
    // The example of one is acknowledged, has priority P2 and belongs to Earline.
    const QString id = QStringLiteral("PT4KHLK");
    QVERIFY(isOutcome(perform(*source, wish(Verb::Acknowledge, id)), Outcome::Is::AlreadySo));
    AlertAction priority = wish(Verb::SetPriority, id);
    priority.subject = QStringLiteral("P2");
    QVERIFY(isOutcome(perform(*source, priority), Outcome::Is::AlreadySo));
    AlertAction reassign = wish(Verb::Reassign, id);
    reassign.people = QStringList {QStringLiteral("earline greenholt")};
    const auto reassigned = perform(*source, reassign);
    QVERIFY2(isOutcome(reassigned, Outcome::Is::AlreadySo), qPrintable(toldOf(reassigned)));
    // Examples do not change: what was sent conforms, and is not believed to hold.
    AlertAction note = wish(Verb::Note, id);
    note.comment = QStringLiteral("a comment");
    for (const AlertAction &action : {note, wish(Verb::Snooze, id), wish(Verb::Resolve, id), wish(Verb::Unacknowledge, id)}) {
        const auto outcome = perform(*source, action);
        QVERIFY2(isOutcome(outcome, Outcome::Is::Unknown), qPrintable(verbName(action.verb) + u' ' + toldOf(outcome)));
    }
    QVERIFY2(!prism.log().contains("Violation: request"), prism.log().constData());
}

QTEST_GUILESS_MAIN(TestPagerdutySpec)
#include "tst_pagerdutyspec.moc"
