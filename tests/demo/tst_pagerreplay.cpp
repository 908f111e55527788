#include "app/demo/pagerjson.h"
#include "app/demo/pagerstory.h"
#include "app/demo/recording.h"
#include "app/domain/join.h"
#include "app/sources/api/timelineface.h"
#include "replaybench.h"
#include "tests/support/outcometext.h"
#include "tests/support/prism.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace quarterdeck;
using namespace quarterdeck::demo;

namespace {

const QString Document = QStringLiteral("specs/pagerduty-rest-43-operations.json");

AlertAction wish(Verb verb, const QString &id, const QString &subject = {})
{
    AlertAction action;
    action.id = QUuid::createUuid();
    action.verb = verb;
    action.source = QStringLiteral("src");
    action.alert = {QStringLiteral("src"), id};
    action.createdAt = UtcTime {QDateTime::currentMSecsSinceEpoch() / 1000 * 1000};
    action.duration = Millis(7'200'000);
    action.comment = QStringLiteral("a comment");
    action.people = QStringList {QStringLiteral("Bo Lindqvist")};
    action.subject = subject;
    return action;
}

/// Each verb, in an order in which each can be done to `id`.
std::vector<AlertAction> allWishes(const QString &id, const QString &other)
{
    std::vector<AlertAction> all;
    for (const Verb verb :
        {Verb::Acknowledge, Verb::Unacknowledge, Verb::Snooze, Verb::Note, Verb::Reassign, Verb::AddResponder, Verb::CancelResponder}) {
        all.push_back(wish(verb, id));
    }
    all.push_back(wish(Verb::SetPriority, id, QStringLiteral("P2")));
    // In its log is no acknowledgement: the published document has no entry for one that it takes itself.
    all.push_back(wish(Verb::Escalate, other, QStringLiteral("2")));
    all.push_back(wish(Verb::Merge, id, other));
    all.push_back(wish(Verb::Resolve, other));
    return all;
}

Result<Outcome> perform(Source &source, const AlertAction &action)
{
    return await(source.acts()->perform(action, {}, {}));
}

const Alert *titled(const AlertPage &snapshot, const char *title)
{
    const auto at = std::ranges::find_if(snapshot.alerts, [title](const Alert &alert) { return alert.title.startsWith(QLatin1StringView(title)); });
    return at == snapshot.alerts.end() ? nullptr : &*at;
}

} // namespace

class PagerReplayTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsOpenIsRead();
    void everyVerbIsTaken();
    void manyAreTakenTogether();
    void strangersAndNonsenseAreRefused();
    void requestsComeInPieces();
    void theStoryFollowsTheScript();
    void whatAPersonEndedStaysEnded();
    void aSnoozeEnds();
    void itIsOneIncidentWithTheAlert();
    void answersLookLikeTheExample();
    void maintainsAndTellsOfChanges();
    void answersPassThePublishedDocument();
};

void PagerReplayTest::whatIsOpenIsRead()
{
    ReplayBench b;
    const PagerStory story(b.account, b.now());
    const auto source = b.open(b.url());
    const auto health = await(source->probe({}));
    QVERIFY2(health && health->findings.isEmpty(), qPrintable(errorOf(health)));
    const auto snapshot = await(source->alerts()->read({}));
    QVERIFY2(snapshot, qPrintable(errorOf(snapshot)));
    QVERIFY(snapshot->isWhole() && !snapshot->trouble());
    QCOMPARE(snapshot->alerts.size(), std::size_t(3));
    const Alert *relevance = titled(*snapshot, "Nightly");
    const Alert *report = titled(*snapshot, "Settlement");
    const Alert *bounces = titled(*snapshot, "Bounce");
    QVERIFY(relevance != nullptr && report != nullptr && bounces != nullptr);
    QCOMPARE(relevance->state, AlertState::Acknowledged);
    QCOMPARE(relevance->acknowledgement().by, QStringLiteral("Bo Lindqvist"));
    QCOMPARE(report->state, AlertState::Snoozed);
    QVERIFY(report->acknowledgement().until > b.now() + Millis(3'600'000));
    QCOMPARE(bounces->state, AlertState::Triggered);
    QCOMPARE(bounces->severity, Severity::Warning);
    QCOMPARE(bounces->labels.value(u"service"), QStringLiteral("notifications"));
    QCOMPARE(bounces->assigned, QStringList {QStringLiteral("Chi Tanaka")});
}

void PagerReplayTest::everyVerbIsTaken()
{
    ReplayBench b;
    const QString id = b.openIncident(QStringLiteral("A"));
    const QString other = b.openIncident(QStringLiteral("B"));
    const auto source = b.open(b.url());
    for (const AlertAction &action : allWishes(id, other)) {
        const auto outcome = perform(*source, action);
        QVERIFY2(isOutcome(outcome, Outcome::Is::Done) && outcome->reason.isEmpty(), qPrintable(verbName(action.verb) + u' ' + toldOf(outcome)));
        QVERIFY2(source->info().verbs.has(action.verb), qPrintable(verbName(action.verb)));
    }
    const PagerIncident *merged = b.account.find(id);
    QCOMPARE(merged->status, QStringLiteral("resolved"));
    QCOMPARE(merged->mergedInto, other);
    QCOMPARE(merged->priority, PagerAccount::priorities().at(1));
    QCOMPARE(merged->calls.size(), std::size_t(1));
    QCOMPARE(merged->calls.front().people, QStringList {QStringLiteral("PBOLIN3")});
    QVERIFY(merged->notes.size() >= 2 && merged->notes.front().content.startsWith(QStringLiteral("a comment")));
    QCOMPARE(b.account.find(other)->level, 2);
    QVERIFY(b.account.find(other)->notes.back().content.contains(QStringLiteral("a comment")));
    const auto after = await(source->alerts()->read({}));
    QVERIFY2(after, qPrintable(errorOf(after)));
    QVERIFY(after->isWhole() && after->alerts.empty());
    // What is over is not opened again.
    QVERIFY(isOutcome(perform(*source, wish(Verb::Acknowledge, other)), Outcome::Is::Conflict));
}

void PagerReplayTest::manyAreTakenTogether()
{
    ReplayBench b;
    const QStringList ids {b.openIncident(QStringLiteral("A")), b.openIncident(QStringLiteral("B")), b.openIncident(QStringLiteral("C"))};
    const auto source = b.open(b.url());
    for (const Verb verb : {Verb::Acknowledge, Verb::Reassign, Verb::SetPriority}) {
        std::vector<AlertAction> wishes;
        for (const QString &id : ids) {
            wishes.push_back(wish(verb, id, QStringLiteral("P2")));
            wishes.back().comment.clear();
        }
        QVERIFY(source->acts()->mostTogether(wishes.front()) > 3);
        const auto outcomes = await(source->acts()->performAll(wishes, {}, {}));
        QVERIFY(outcomes && outcomes->size() == 3);
        for (const Outcome &outcome : *outcomes) {
            QVERIFY2(outcome.is == Outcome::Is::Done, qPrintable(toldOf(outcome)));
        }
    }
    const auto snapshot = await(source->alerts()->read({}));
    QVERIFY(snapshot);
    QCOMPARE(std::ranges::count(snapshot->alerts, QStringList {QStringLiteral("Bo Lindqvist")}, &Alert::assigned), 3);
}

void PagerReplayTest::strangersAndNonsenseAreRefused()
{
    ReplayBench b;
    const QString id = b.openIncident(QStringLiteral("A"));
    const auto stranger = await(b.open(b.url(), QStringLiteral("other"))->alerts()->read({}));
    QVERIFY(!stranger);
    QCOMPARE(stranger.error().kind, ErrorKind::Unauthorized);

    const auto source = b.open(b.url());
    AlertAction nobody = wish(Verb::Reassign, id);
    nobody.people = QStringList {QStringLiteral("Nobody Known")};
    QVERIFY(isOutcome(perform(*source, nobody), Outcome::Is::Refused));
    QVERIFY(isOutcome(perform(*source, wish(Verb::Escalate, id, QStringLiteral("9"))), Outcome::Is::Refused));
    QVERIFY(isOutcome(perform(*source, wish(Verb::SetPriority, id, QStringLiteral("P9"))), Outcome::Is::Refused));
    QVERIFY(isOutcome(perform(*source, wish(Verb::Acknowledge, QStringLiteral("Q0NOTHERE"))), Outcome::Is::Conflict));

    const UtcTime now = b.now();
    QCOMPARE(b.account.snooze(id, Millis(60'000), QStringLiteral("PANA001"), now).code, 1012); // it is not acknowledged
    QCOMPARE(b.account.change(id, {QStringLiteral("on fire")}, {}, now).status, 400);
    QCOMPARE(b.account.merge(id, {id}, {}, now).status, 400);
    QCOMPARE(b.account.note(id, {}, {}, now).status, 400);
    QCOMPARE(b.account.find(id)->status, QStringLiteral("triggered"));
    QCOMPARE(b.account.find(id)->log.size(), std::size_t(2)); // triggered, and somebody was called
}

void PagerReplayTest::requestsComeInPieces()
{
    const QByteArray first = "PUT /incidents/A HTTP/1.1\r\nHost: x\r\nContent-LENGTH: 4\r\n\r\nbody";
    QByteArray bytes;
    for (const char c : first) {
        QVERIFY(!takeRequest(bytes));
        bytes += c;
    }
    bytes += "GET /b HTTP/1.1\r\n\r\nGET";
    const auto put = takeRequest(bytes);
    QVERIFY(put && put->method == "PUT" && put->target == "/incidents/A" && put->body == "body" && put->headers.value("host") == "x");
    const auto get = takeRequest(bytes);
    QVERIFY(get && get->method == "GET" && get->target == "/b" && get->body.isEmpty());
    QCOMPARE(bytes, QByteArray("GET"));
    QVERIFY(!takeRequest(bytes));
    for (const char *bad : {"GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", "GET / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
             "POST / HTTP/1.1\r\nContent-Length: 2000000\r\n\r\n", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", "nonsense\r\n\r\n"}) {
        QByteArray one = bad;
        const auto request = takeRequest(one);
        QVERIFY2(request && request->method.isEmpty(), bad);
    }
    QByteArray endless(100'000, 'x');
    QVERIFY(takeRequest(endless) && takeRequest(endless)->method.isEmpty());
}

void PagerReplayTest::theStoryFollowsTheScript()
{
    constexpr UtcTime Start {1'795'000'000'000};
    Scenario scenario(Start, Millis(20'000));
    PagerAccount account;
    PagerStory story(account, Start);
    QCOMPARE(account.incidents().size(), std::size_t(3));
    const auto runUntil = [&](int second) {
        static UtcTime at = Start;
        for (; at <= Start + Millis(second * 1000); at = at + Millis(500)) {
            story.follow(scenario, at);
        }
    };
    runUntil(19);
    QCOMPARE(account.incidents().size(), std::size_t(3)); // before the deploy
    runUntil(40);
    QCOMPARE(account.incidents().size(), std::size_t(4));
    const PagerIncident &pool = account.incidents().at(3);
    QCOMPARE(pool.trigger.title, QStringLiteral("DbPoolNearlyExhausted"));
    QVERIFY(pool.trigger.at > Start + Millis(20'000) && pool.trigger.at < Start + Millis(35'000));
    runUntil(120);
    QCOMPARE(account.incidents().size(), std::size_t(5)); // and each of them once
    QVERIFY(std::ranges::all_of(account.incidents(), [](const PagerIncident &one) { return one.status != u"resolved"; }));
    for (int i = 0; i < Scenario::stepsNeeded; ++i) {
        scenario.stepDone(QString::number(i), Start + Millis(120'000));
    }
    runUntil(150);
    QCOMPARE(account.incidents().size(), std::size_t(5));
    QCOMPARE(account.incidents().at(3).status, QStringLiteral("resolved"));
    QCOMPARE(account.incidents().at(4).status, QStringLiteral("resolved"));
    QVERIFY(!account.incidents().at(4).notes.empty());
    QCOMPARE(account.incidents().at(2).status, QStringLiteral("triggered"));
}

void PagerReplayTest::whatAPersonEndedStaysEnded()
{
    constexpr UtcTime Start {1'795'000'000'000};
    const Scenario scenario(Start, Millis(0));
    PagerAccount account;
    PagerStory story(account, Start);
    story.follow(scenario, Start + Millis(20'000));
    QCOMPARE(account.incidents().size(), std::size_t(4));
    const QString id = account.incidents().at(3).id;
    QCOMPARE(account.change(id, {QStringLiteral("resolved")}, QStringLiteral("PANA001"), Start + Millis(21'000)).status, 0);
    story.follow(scenario, Start + Millis(22'000));
    QCOMPARE(account.incidents().size(), std::size_t(4));
    QCOMPARE(account.find(id)->status, QStringLiteral("resolved"));
}

void PagerReplayTest::aSnoozeEnds()
{
    ReplayBench b;
    const QString id = b.openIncident(QStringLiteral("A"));
    const UtcTime now = b.now();
    QCOMPARE(b.account.change(id, {QStringLiteral("acknowledged")}, QStringLiteral("PANA001"), now).status, 0);
    QCOMPARE(b.account.snooze(id, Millis(60'000), QStringLiteral("PANA001"), now).status, 0);
    b.account.tick(now + Millis(58'000));
    QCOMPARE(b.account.find(id)->status, QStringLiteral("acknowledged"));
    b.account.tick(now + Millis(60'000));
    QCOMPARE(b.account.find(id)->status, QStringLiteral("triggered"));
    QVERIFY(!b.account.find(id)->quietUntil.isValid() && b.account.find(id)->acknowledgements.empty());
}

void PagerReplayTest::itIsOneIncidentWithTheAlert()
{
    ReplayBench b;
    PagerStory story(b.account, b.now());
    // Of six minutes ago, as the recording.
    story.follow(Scenario(b.now() - Millis(360'000), Millis(0)), b.now() - Millis(345'000));
    const auto snapshot = await(b.open(b.url())->alerts()->read({}));
    QVERIFY2(snapshot, qPrintable(errorOf(snapshot)));
    std::vector<Alert> alerts = snapshot->alerts;
    for (const Alert &recorded : recordIncident(b.now()).alerts) {
        if (recorded.key.source == u"alertmanager") {
            alerts.push_back(recorded);
        }
    }
    std::vector<const Alert *> seen;
    for (Alert &alert : alerts) {
        alert.service = alert.labels.value(u"service");
        seen.push_back(&alert);
    }
    const auto joined = joinedIncidents(
        seen, {{QStringLiteral("src"), VerbSet::all()}, {QStringLiteral("alertmanager"), VerbSet(Verb::Acknowledge, Verb::Silence)}}, {});
    QCOMPARE(joined.size(), std::size_t(1));
    QCOMPARE(joined.front().lead.source, QStringLiteral("src"));
    QCOMPARE(joined.front().followers.size(), std::size_t(1));
    QCOMPARE(joined.front().followers.front().by, JoinBy::Sameness);
}

void PagerReplayTest::answersLookLikeTheExample()
{
    // Prism passes on whatever holds an incident without looking at it.
    if (sharedPath(Document).isEmpty()) {
        QSKIP("the published document is absent: $QUARTERDECK_SHARED/specs");
    }
    QFile file(sharedPath(Document));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonValue operation = QJsonDocument::fromJson(file.readAll())[u"paths"][u"/incidents/{id}"][u"get"];
    const QJsonObject examples = operation[u"responses"][u"200"][u"content"][u"application/json"][u"examples"].toObject();
    QVERIFY(!examples.isEmpty());
    const QJsonObject published = examples.begin().value()[u"value"][u"incident"].toObject();
    ReplayBench b;
    const QString id = b.openIncident(QStringLiteral("A"));
    const QString other = b.openIncident(QStringLiteral("B"));
    const auto source = b.open(b.url());
    int compared = 0;
    for (const AlertAction &action : allWishes(id, other)) {
        QVERIFY(isOutcome(perform(*source, action), Outcome::Is::Done));
        const QJsonObject incident = QJsonDocument::fromJson(incidentJson(*b.account.find(id), false)).object().value(u"incident").toObject();
        for (auto it = incident.begin(); it != incident.end(); ++it) {
            const QJsonValue wanted = published.value(it.key());
            QVERIFY2(published.contains(it.key()), qPrintable(it.key()));
            QVERIFY2(wanted.isNull() || it->isNull() || wanted.type() == it->type(), qPrintable(it.key()));
            const QJsonValue inner = it->isArray() ? it->toArray().at(0) : *it;
            const QJsonValue innerWanted = wanted.isArray() ? wanted.toArray().at(0) : wanted;
            for (const QString &name : inner.toObject().keys()) {
                QVERIFY2(!innerWanted.isObject() || innerWanted.toObject().contains(name), qPrintable(it.key() + u'.' + name));
            }
            ++compared;
        }
    }
    QVERIFY(compared > 200);
}

void PagerReplayTest::maintainsAndTellsOfChanges()
{
    ReplayBench b;
    const PagerStory story(b.account, b.now());
    const auto source = b.open(b.url());
    const auto before = await(source->alerts()->read({}));
    QVERIFY2(before && before->silences.size() == 1 && before->silences.front().kind == HoldKind::Maintenance, qPrintable(errorOf(before)));
    const Alert *relevance = titled(*before, "Nightly");
    QVERIFY(relevance != nullptr && relevance->mutes().size() == 1);
    const auto told = await(source->timeline()->read({}, {}));
    QVERIFY2(told && !told->lack, qPrintable(errorOf(told)));
    const auto change = std::ranges::find(told->events, HistoryEvent::Kind::Change, [](const SourceEvent &event) { return event.what.kind; });
    QVERIFY(change != told->events.end());
    QCOMPARE(change->what.alert.id, titled(*before, "Bounce")->key.id);
    const auto opened = perform(*source, wish(Verb::Maintain, titled(*before, "Bounce")->key.id));
    QVERIFY2(isOutcome(opened, Outcome::Is::Done) && opened->reason.text() == u"notifications", qPrintable(toldOf(opened)));
    AlertAction end = wish(Verb::ExpireSilence, {});
    end.alert = {};
    end.silenceId = opened->madeId;
    const auto ended = perform(*source, end);
    QVERIFY2(isOutcome(ended, Outcome::Is::Done), qPrintable(toldOf(ended)));
    QCOMPARE(await(source->alerts()->read({}))->silences.size(), std::size_t(1));
}

void PagerReplayTest::answersPassThePublishedDocument()
{
    if (Prism::program().isEmpty() || sharedPath(Document).isEmpty()) {
        QSKIP("prism or the published document is absent: see tests/contract/prism/README.md");
    }
    ReplayBench b;
    const QString id = b.openIncident(QStringLiteral("A"));
    const QString other = b.openIncident(QStringLiteral("B"));
    Prism prism;
    QVERIFY2(prism.start(sharedPath(Document), b.url()), prism.log().constData());
    const auto source = b.open(prism.url());
    const auto health = await(source->probe({}));
    QVERIFY2(health, qPrintable(errorOf(health)));
    const auto before = await(source->alerts()->read({}));
    QVERIFY2(before && before->isWhole(), qPrintable(errorOf(before)));
    QCOMPARE(before->alerts.size(), std::size_t(2));
    const auto maintained = perform(*source, wish(Verb::Maintain, other));
    QVERIFY2(isOutcome(maintained, Outcome::Is::Done), qPrintable(toldOf(maintained) + QString::fromUtf8(prism.log())));
    for (const AlertAction &action : allWishes(id, other)) {
        const auto outcome = perform(*source, action);
        QVERIFY2(isOutcome(outcome, Outcome::Is::Done) && outcome->reason.isEmpty(),
            qPrintable(verbName(action.verb) + u' ' + toldOf(outcome) + QString::fromUtf8(prism.log())));
    }
    const auto after = await(source->alerts()->read({}));
    QVERIFY2(after && after->isWhole(), qPrintable(errorOf(after)));
    QVERIFY(after->alerts.empty());
    QVERIFY2(!prism.log().contains("Violation"), prism.log().constData());
}

QTEST_GUILESS_MAIN(PagerReplayTest)
#include "tst_pagerreplay.moc"
