#include "app/sources/alertmanager/merge.h"
#include "app/sources/alertmanager/parse.h"
#include "app/sources/alertmanager/preflight.h"
#include "app/sources/alertmanager/requests.h"
#include "tests/contract/bench.h"

#include <QTest>

using namespace quarterdeck;
using namespace quarterdeck::alertmanager;

namespace {

Alert alertNamed(const QString &fingerprint)
{
    Alert alert;
    alert.key = {QStringLiteral("src"), fingerprint};
    alert.labels = {{QStringLiteral("alertname"), fingerprint}};
    alert.rawState = QStringLiteral("active");
    alert.startsAt = UtcTime {1'000'000};
    alert.updatedAt = UtcTime {1'000'000};
    return alert;
}

Silence silenceNamed(const QString &id, SilenceState state = SilenceState::Active)
{
    Silence silence;
    silence.id = id;
    silence.source = QStringLiteral("src");
    silence.state = state;
    silence.createdBy = QStringLiteral("ana");
    silence.startsAt = UtcTime {1'000'000};
    silence.endsAt = UtcTime {10'000'000};
    silence.matchers = {{QStringLiteral("alertname"), QStringLiteral("a"), false, true}};
    return silence;
}

MemberAnswer answer(std::vector<Alert> alerts, std::vector<Silence> silences = {})
{
    return {Listing<Alert> {std::move(alerts), {}}, Listing<Silence> {std::move(silences), {}}};
}

AlertSnapshot complete(std::vector<Alert> alerts, std::vector<Silence> silences)
{
    std::vector<MemberAnswer> answers;
    answers.push_back(answer(std::move(alerts), std::move(silences)));
    return *merge(std::move(answers), UtcTime {2'000'000});
}

AlertAction action(Verb verb)
{
    AlertAction made;
    made.id = QUuid::createUuid();
    made.verb = verb;
    made.source = QStringLiteral("src");
    made.alert = {QStringLiteral("src"), QStringLiteral("a")};
    made.expectedStart = UtcTime {1'000'000};
    made.duration = Millis(3'600'000);
    made.author = QStringLiteral("ben");
    made.comment = QStringLiteral("on it");
    return made;
}

constexpr UtcTime Now {2'000'000};

} // namespace

class TestAlertmanagerParse : public QObject {
    Q_OBJECT

private slots:
    void oneBadAlertDropsNoOther();
    void newerFieldsAreOptional();
    void silencesAreRead();
    void aWholeThatIsNoListIsRefused_data();
    void aWholeThatIsNoListIsRefused();
    void recordedRepliesParseCompletely_data();
    void recordedRepliesParseCompletely();
    void membersAreUnited();
    void anUnfinishedClusterIsNotComplete();
    void inhibitionMustBeSharedByAll();
    void decisions_data();
    void decisions();
    void anAckIsPostedExactly();
    void anExtensionKeepsTheSilence();
    void requestsAreWhatTheServerTakes();
};

void TestAlertmanagerParse::oneBadAlertDropsNoOther()
{
    const auto parsed = parseAlerts(fixture(QStringLiteral("alertmanager/alerts-odd.json")), QStringLiteral("src"));
    QVERIFY2(parsed, qPrintable(errorOf(parsed)));
    QCOMPARE(parsed->items.size(), std::size_t(5));
    QVERIFY(parsed->problem);
    QCOMPARE(parsed->problem->where, QStringLiteral("/4"));
    const Alert &good = parsed->items[0];
    QCOMPARE(good.key.toString(), QStringLiteral("src:67bd18373b2ff982"));
    QCOMPARE(good.title, QStringLiteral("DiskWarn"));
    QCOMPARE(good.summary, QStringLiteral("disk 85%"));
    QCOMPARE(good.severity, Severity::Warning);
    QCOMPARE(good.startsAt.ms, 1795245145587);
    QCOMPARE(good.state, AlertState::Triggered);
    QCOMPARE(parsed->items[1].severity, Severity::Unknown);
    QVERIFY(!parsed->items[2].startsAt.isValid());
    // The server's own hash of these labels, had it sent one.
    QCOMPARE(parsed->items[3].key.id.size(), 16);
    QCOMPARE(parsed->items[3].key.id, QString::number(parsed->items[3].labels.fingerprint(), 16).rightJustified(16, u'0'));
    QCOMPARE(parsed->items[4].state, AlertState::Triggered);
    QVERIFY(!parsed->items[4].startsAt.isValid());
}

void TestAlertmanagerParse::newerFieldsAreOptional()
{
    const auto alerts = parseAlerts(fixture(QStringLiteral("alertmanager/alerts-newer.json")), QStringLiteral("src"));
    auto silences = parseSilences(fixture(QStringLiteral("alertmanager/silences.json")), QStringLiteral("src"));
    QVERIFY(alerts && silences);
    QVERIFY(!alerts->problem);
    std::vector<Alert> items = alerts->items;
    QCOMPARE(items.size(), std::size_t(3));
    QCOMPARE(items[0].state, AlertState::Suppressed);
    QCOMPARE(items[0].startsAt.ms, 1795245145123);
    QCOMPARE(items[1].startsAt.ms, 1795245145500);
    QCOMPARE(items[1].inhibitedBy, QStringList {QStringLiteral("00000000000000b1")});
    applySilences(items, silences->items);
    QCOMPARE(items[2].state, AlertState::Acknowledged);
    QCOMPARE(items[2].ackSilence, QStringLiteral("ack-1"));
    QCOMPARE(items[2].acknowledgedBy, QStringLiteral("ana"));
    QCOMPARE(toRfc3339(items[2].acknowledgedUntil), QStringLiteral("2026-11-21T08:13:00Z"));
}

void TestAlertmanagerParse::silencesAreRead()
{
    const auto silences = parseSilences(fixture(QStringLiteral("alertmanager/silences.json")), QStringLiteral("src"));
    QVERIFY(silences);
    QCOMPARE(silences->items.size(), std::size_t(3));
    QVERIFY(silences->problem);
    QCOMPARE(silences->problem->where, QStringLiteral("/3"));
    QVERIFY(silences->items[1].matchers[0].isEqual);
    QVERIFY(silences->items[1].matchers[0].isRegex);
    QVERIFY(!silences->items[2].matchers[0].isEqual);
    QCOMPARE(silences->items[2].state, SilenceState::Expired);
}

void TestAlertmanagerParse::aWholeThatIsNoListIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("object") << QByteArray("{}");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("cut") << QByteArray("[{\"fingerprint\":\"a\"},");
    QTest::newRow("html") << QByteArray("<html>sign in</html>");
    QTest::newRow("deep") << QByteArray(200'000, '[');
    QTest::newRow("bad utf-8") << QByteArray("[{\"fingerprint\":\"\xC3\x28\"}]");
}

void TestAlertmanagerParse::aWholeThatIsNoListIsRefused()
{
    QFETCH(QByteArray, body);
    const auto alerts = parseAlerts(body, QStringLiteral("src"));
    QVERIFY(!alerts);
    QCOMPARE(alerts.error().kind, ErrorKind::BadPayload);
    QVERIFY(!parseSilences(body, QStringLiteral("src")));
    QVERIFY(!parseGroups(body, QStringLiteral("src")));
}

void TestAlertmanagerParse::recordedRepliesParseCompletely_data()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("0.22") << QStringLiteral("0.22.0");
    QTest::newRow("0.27") << QStringLiteral("0.27.0");
}

void TestAlertmanagerParse::recordedRepliesParseCompletely()
{
    QFETCH(QString, version);
    const QString base = sharedPath(QStringLiteral("data/alertmanager-recorded"));
    if (base.isEmpty()) {
        QSKIP("recorded replies absent");
    }
    QFile groups(base + u'/' + version + QStringLiteral("-api_v2_alerts_groups.json"));
    QFile silences(base + u'/' + version + QStringLiteral("-api_v2_silences.json"));
    QVERIFY(groups.open(QIODevice::ReadOnly) && silences.open(QIODevice::ReadOnly));
    const QByteArray groupBytes = groups.readAll();
    const auto alerts = parseGroups(groupBytes, QStringLiteral("src"));
    QVERIFY2(alerts, qPrintable(errorOf(alerts)));
    QVERIFY(!alerts->problem);
    QSet<QByteArray> fingerprints;
    for (qsizetype at = groupBytes.indexOf("\"fingerprint\""); at >= 0; at = groupBytes.indexOf("\"fingerprint\"", at + 1)) {
        fingerprints.insert(groupBytes.mid(groupBytes.indexOf('"', at + 14) + 1, 16));
    }
    QVERIFY(fingerprints.size() > 5);
    QCOMPARE(alerts->items.size(), std::size_t(fingerprints.size()));
    for (const Alert &alert : alerts->items) {
        QVERIFY(fingerprints.contains(alert.key.id.toLatin1()));
        // Our fallback for a missing fingerprint must be the server's own hash.
        QCOMPARE(QString::number(alert.labels.fingerprint(), 16).rightJustified(16, u'0'), alert.key.id);
        QVERIFY(alert.startsAt.isValid() && alert.updatedAt.isValid() && alert.endsAt.isValid());
        QVERIFY(!alert.title.isEmpty());
    }
    const auto parsedSilences = parseSilences(silences.readAll(), QStringLiteral("src"));
    QVERIFY(parsedSilences && !parsedSilences->problem && !parsedSilences->items.empty());
}

void TestAlertmanagerParse::membersAreUnited()
{
    Alert early = alertNamed(QStringLiteral("a"));
    Alert late = early;
    late.startsAt = UtcTime {1'005'000};
    late.updatedAt = UtcTime {1'500'000};
    late.silencedBy = {QStringLiteral("s1")};
    late.state = AlertState::Suppressed;
    Silence old = silenceNamed(QStringLiteral("s1"));
    Silence ack = old;
    old.updatedAt = UtcTime {1};
    ack.updatedAt = UtcTime {2};
    ack.comment = QStringLiteral("ACK! mine");
    std::vector<MemberAnswer> answers;
    answers.push_back(answer({early, alertNamed(QStringLiteral("only-first"))}, {old}));
    answers.push_back(answer({alertNamed(QStringLiteral("only-second")), late}, {ack}));
    const auto snapshot = merge(std::move(answers), Now);
    QVERIFY(snapshot);
    QVERIFY(snapshot->isComplete);
    QCOMPARE(snapshot->membersLive, 2);
    QCOMPARE(snapshot->alerts.size(), std::size_t(3));
    QCOMPARE(snapshot->silences.size(), std::size_t(1));
    const Alert &united = snapshot->alerts[0];
    QCOMPARE(united.state, AlertState::Acknowledged);
    QCOMPARE(united.startsAt.ms, 1'000'000);
    QCOMPARE(united.updatedAt.ms, 1'500'000);
    QCOMPARE(united.lastSeenAt, Now);
}

void TestAlertmanagerParse::anUnfinishedClusterIsNotComplete()
{
    const Error down {ErrorKind::Offline, QStringLiteral("refused"), {}, 0, {}};
    {
        std::vector<MemberAnswer> answers;
        answers.push_back(answer({alertNamed(QStringLiteral("a"))}));
        answers.push_back({tl::unexpected(down), tl::unexpected(down)});
        const auto snapshot = merge(std::move(answers), Now);
        QVERIFY(snapshot && !snapshot->isComplete);
        QCOMPARE(snapshot->membersLive, 1);
        QCOMPARE(snapshot->members, 2);
        QCOMPARE(snapshot->memberError->what, QStringLiteral("refused"));
    }
    {
        // Alerts without silences: shown, but not whole.
        std::vector<MemberAnswer> answers;
        answers.push_back({Listing<Alert> {{alertNamed(QStringLiteral("a"))}, {}}, tl::unexpected(down)});
        const auto snapshot = merge(std::move(answers), Now);
        QVERIFY(snapshot && !snapshot->isComplete);
        QCOMPARE(snapshot->alerts.size(), std::size_t(1));
        QCOMPARE(snapshot->membersLive, 0);
    }
    {
        // An element that could not be identified may be an alert we know.
        std::vector<MemberAnswer> answers;
        answers.push_back({Listing<Alert> {{}, down}, Listing<Silence> {}});
        const auto snapshot = merge(std::move(answers), Now);
        QVERIFY(snapshot && !snapshot->isComplete);
    }
    {
        std::vector<MemberAnswer> answers;
        answers.push_back({tl::unexpected(down), Listing<Silence> {}});
        QVERIFY(!merge(std::move(answers), Now));
    }
}

void TestAlertmanagerParse::inhibitionMustBeSharedByAll()
{
    Alert inhibited = alertNamed(QStringLiteral("a"));
    inhibited.inhibitedBy = {QStringLiteral("x")};
    inhibited.rawState = QStringLiteral("suppressed");
    inhibited.state = AlertState::Suppressed;
    std::vector<MemberAnswer> answers;
    answers.push_back(answer({inhibited}));
    answers.push_back(answer({alertNamed(QStringLiteral("a"))}));
    const auto snapshot = merge(std::move(answers), Now);
    QVERIFY(snapshot);
    QCOMPARE(snapshot->alerts[0].state, AlertState::Triggered);
    QCOMPARE(snapshot->alerts[0].rawState, QStringLiteral("active"));
    QVERIFY(snapshot->alerts[0].inhibitedBy.isEmpty());
}

void TestAlertmanagerParse::decisions_data()
{
    QTest::addColumn<AlertAction>("action");
    QTest::addColumn<AlertSnapshot>("present");
    QTest::addColumn<QString>("expected");
    const Alert firing = alertNamed(QStringLiteral("a"));
    Alert refired = firing;
    refired.startsAt = UtcTime {1'200'000};
    Alert acked = firing;
    acked.silencedBy = {QStringLiteral("s1")};
    acked.state = AlertState::Suppressed;
    Silence ack = silenceNamed(QStringLiteral("s1"));
    ack.comment = QStringLiteral("ACK! mine");
    const AlertAction acknowledge = action(Verb::Acknowledge);
    QTest::newRow("ack, as seen") << acknowledge << complete({firing}, {}) << "post";
    QTest::newRow("ack, gone") << acknowledge << complete({}, {}) << "conflict You saw it firing since 1970-01-01T00:16:40Z; it is resolved now";
    QTest::newRow("ack, fired again")
        << acknowledge << complete({refired}, {})
        << "conflict You saw it firing since 1970-01-01T00:16:40Z; it was resolved and fires again since 1970-01-01T00:20:00Z";
    QTest::newRow("ack, already") << acknowledge << complete({acked}, {ack}) << "already acknowledged by ana until 1970-01-01T02:46:40Z";
    Silence plain = silenceNamed(QStringLiteral("s1"));
    QTest::newRow("ack, silenced only") << acknowledge << complete({acked}, {plain}) << "post";
    Silence mine = ack;
    mine.comment = acknowledgementComment(acknowledge.id, {});
    QTest::newRow("ack, my own had landed") << acknowledge << complete({acked}, {mine}) << "confirmed";
    QTest::newRow("ack, equal ack not yet in effect") << acknowledge << complete({firing}, {ack}) << "already acknowledged by ana";
    AlertSnapshot spread = complete({refired}, {});
    spread.isComplete = false;
    QTest::newRow("ack, the member that was seen is down") << acknowledge << spread << "post";
    spread.alerts[0].startsAt = UtcTime {1'000'000} + Millis(300'001);
    QTest::newRow("ack, fired again long after, a member is down") << acknowledge << spread << "conflict";
    AlertSnapshot half = complete({}, {});
    half.isComplete = false;
    half.members = 2;
    QTest::newRow("ack, absent but a member is down") << acknowledge << half << "error offline";
    AlertSnapshot none = half;
    none.membersLive = 0;
    QTest::newRow("no member whole") << acknowledge << none << "error offline";
    AlertAction wrong = acknowledge;
    wrong.matchers = {{QStringLiteral("alertname"), QStringLiteral("other"), false, true}};
    QTest::newRow("ack, matchers of another alert") << wrong << complete({firing}, {}) << "error rejected";

    AlertAction silence = action(Verb::Silence);
    silence.matchers = ack.matchers;
    QTest::newRow("silence") << silence << complete({firing}, {}) << "post";
    QTest::newRow("silence, alert gone") << silence << complete({}, {}) << "conflict You saw it firing";
    QTest::newRow("silence, equal one long enough") << silence << complete({firing}, {plain}) << "already an equal silence by ana runs until";
    Silence brief = plain;
    brief.endsAt = UtcTime {2'500'000};
    QTest::newRow("silence, equal one too short") << silence << complete({firing}, {brief}) << "conflict You wished it silent until";
    Silence over = plain;
    over.state = SilenceState::Expired;
    over.endsAt = UtcTime {1'500'000};
    QTest::newRow("silence, equal one over") << silence << complete({firing}, {over}) << "post";
    AlertAction bare = silence;
    bare.matchers.clear();
    QTest::newRow("silence, no matchers") << bare << complete({firing}, {}) << "error rejected";
    AlertAction broken = silence;
    broken.matchers = {{QStringLiteral("a"), QStringLiteral("("), true, true}};
    QTest::newRow("silence, bad regex") << broken << complete({firing}, {}) << "error rejected";
    AlertAction timeless = silence;
    timeless.duration = Millis(0);
    QTest::newRow("silence, no duration") << timeless << complete({firing}, {}) << "error rejected";

    AlertAction extend = action(Verb::ExtendSilence);
    extend.silenceId = QStringLiteral("s1");
    QTest::newRow("extend") << extend << complete({}, {brief}) << "post";
    QTest::newRow("extend, long enough") << extend << complete({}, {plain}) << "already it already runs until";
    QTest::newRow("extend, over") << extend << complete({}, {over}) << "conflict You saw this silence running; it ended at";
    QTest::newRow("extend, unknown") << extend << complete({}, {}) << "conflict You saw this silence running";
    QTest::newRow("extend, unknown but a member is down") << extend << half << "error offline";

    AlertAction expire = action(Verb::ExpireSilence);
    expire.silenceId = QStringLiteral("s1");
    QTest::newRow("expire") << expire << complete({}, {plain}) << "expire s1";
    QTest::newRow("expire, over") << expire << complete({}, {over}) << "already";
    QTest::newRow("expire, unknown") << expire << complete({}, {}) << "already";
    QTest::newRow("expire, unknown but a member is down") << expire << half << "error offline";
}

void TestAlertmanagerParse::decisions()
{
    QFETCH(AlertAction, action);
    QFETCH(AlertSnapshot, present);
    QFETCH(QString, expected);
    const Decision decision = decide(action, present, Now);
    QString got;
    if (decision.error) {
        got = QStringLiteral("error ") + errorKindName(decision.error->kind);
    } else if (decision.receipt) {
        static const QStringList Names {QStringLiteral("confirmed"), QStringLiteral("already"), QStringLiteral("conflict")};
        got = Names.at(int(decision.receipt->outcome)) + u' ' + decision.receipt->detail;
    } else if (decision.post) {
        got = QStringLiteral("post");
    } else {
        got = QStringLiteral("expire ") + decision.expire;
    }
    QVERIFY2(got.startsWith(expected), qPrintable(got));
}

void TestAlertmanagerParse::anAckIsPostedExactly()
{
    Alert firing = alertNamed(QStringLiteral("a"));
    firing.labels.insert(QStringLiteral("service"), QStringLiteral("say \"hi\"\\"));
    const AlertAction acknowledge = action(Verb::Acknowledge);
    const Decision decision = decide(acknowledge, complete({firing}, {}), Now);
    QVERIFY(decision.post);
    QCOMPARE(decision.post->matchers, exactMatchers(firing.labels));
    QCOMPARE(decision.post->startsAt, Now);
    QCOMPARE(decision.post->endsAt, Now + Millis(3'600'000));
    QCOMPARE(decision.post->comment, acknowledgementComment(acknowledge.id, QStringLiteral("on it")));
    QCOMPARE(decision.post->createdBy, QStringLiteral("ben"));
    QVERIFY(decision.post->id.isEmpty());
}

void TestAlertmanagerParse::anExtensionKeepsTheSilence()
{
    Silence silence = silenceNamed(QStringLiteral("s1"));
    silence.endsAt = UtcTime {2'500'000};
    silence.comment = QStringLiteral("ACK! mine [qd:0123456789ab]");
    AlertAction extend = action(Verb::ExtendSilence);
    extend.silenceId = silence.id;
    const Decision decision = decide(extend, complete({}, {silence}), Now);
    QVERIFY(decision.post);
    QCOMPARE(decision.post->id, silence.id);
    QCOMPARE(decision.post->matchers, silence.matchers);
    QCOMPARE(decision.post->startsAt, silence.startsAt);
    QCOMPARE(decision.post->endsAt, Now + extend.duration);
    QCOMPARE(decision.post->createdBy, QStringLiteral("ana"));
    QCOMPARE(decision.post->comment, QStringLiteral("ACK! mine ") + silenceMarker(extend.id));
}

void TestAlertmanagerParse::requestsAreWhatTheServerTakes()
{
    const QString api = QStringLiteral("/api/v2");
    QCOMPARE(apiRoot(QUrl(QStringLiteral("http://h:9093")), api).toString(), QStringLiteral("http://h:9093/api/v2"));
    QCOMPARE(apiRoot(QUrl(QStringLiteral("https://h/am/")), api).toString(), QStringLiteral("https://h/am/api/v2"));
    QCOMPARE(apiRoot(QUrl(QStringLiteral("https://h/am/api/v2/")), api).toString(), QStringLiteral("https://h/am/api/v2"));
    const QUrl root(QStringLiteral("http://h:9093/api/v2"));
    const std::vector<Matcher> odd {{QStringLiteral("path"), QStringLiteral("a+b&c=\"d\" %41"), false, true}};
    QVERIFY(isFilterable(odd));
    QCOMPARE(
        alertsRequest(root, odd).url.toEncoded(), QByteArray("http://h:9093/api/v2/alerts?filter=path%3D%22a%2Bb%26c%3D%5C%22d%5C%22%20%2541%22"));
    QVERIFY(!isFilterable({{QStringLiteral("http.status"), QStringLiteral("5"), false, true}}));
    QVERIFY(!isFilterable({{QStringLiteral("a"), QStringLiteral("x\ny"), false, true}}));
    QVERIFY(!isFilterable({{QStringLiteral("a"), QString(5000, u'x'), false, true}}));
    SilenceDraft draft;
    draft.matchers = {{QStringLiteral("a"), QStringLiteral("\u2028\"\\"), true, false}};
    draft.startsAt = UtcTime {1'000};
    draft.endsAt = UtcTime {2'500};
    const HttpRequest post = postSilenceRequest(root, draft);
    QCOMPARE(post.contentType, QByteArray("application/json"));
    QVERIFY(!post.body.contains("\"id\""));
    QVERIFY(post.body.contains("\"isRegex\":true"));
    QVERIFY(post.body.contains("\"isEqual\":false"));
    QVERIFY(post.body.contains("1970-01-01T00:00:02.500Z"));
}

QTEST_GUILESS_MAIN(TestAlertmanagerParse)
#include "tst_alertmanagerparse.moc"
