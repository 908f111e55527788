#include "app/sources/alertmanager/preflight.h"
#include "app/sources/alertmanager/requests.h"
#include "tests/contract/alertmanager/snapshots.h"
#include "tests/support/outcometext.h"

#include <QTest>

using namespace quarterdeck;
using namespace quarterdeck::alertmanager;

/// What is sent, and what is not, for an action on alerts as they are.
class TestAlertmanagerDecisions : public QObject {
    Q_OBJECT

private slots:
    void decisions_data();
    void decisions();
    void anAckIsPostedExactly();
    void anExtensionKeepsTheSilence();
    void requestsAreWhatTheServerTakes();
};

void TestAlertmanagerDecisions::decisions_data()
{
    QTest::addColumn<AlertAction>("action");
    QTest::addColumn<AlertPage>("present");
    QTest::addColumn<QString>("expected");
    const Alert firing = alertNamed(QStringLiteral("a"));
    Alert refired = firing;
    refired.startsAt = UtcTime {1'200'000};
    Alert acked = firing;
    acked.holds.set(HoldKind::Silence, {QStringLiteral("s1")});
    acked.state = AlertState::Suppressed;
    Silence ack = silenceNamed(QStringLiteral("s1"));
    ack.comment = QStringLiteral("ACK! mine");
    ack.kind = HoldKind::Acknowledgement;
    const AlertAction acknowledge = action(Verb::Acknowledge);
    QTest::newRow("ack, as seen") << acknowledge << complete({firing}, {}) << "post";
    QTest::newRow("ack, gone") << acknowledge << complete({}, {}) << R"(conflict {"code":"gone","args":{"seen":"1970-01-01T00:16:40Z"}})";
    QTest::newRow("ack, fired again") << acknowledge << complete({refired}, {})
                                      << R"(conflict {"code":"fires-again","args":{"seen":"1970-01-01T00:16:40Z","since":"1970-01-01T00:20:00Z"}})";
    QTest::newRow("ack, already") << acknowledge << complete({acked}, {ack})
                                  << R"(already-so {"code":"acknowledged","args":{"by":"ana","until":"1970-01-01T02:46:40Z"}})";
    Silence plain = silenceNamed(QStringLiteral("s1"));
    QTest::newRow("ack, silenced only") << acknowledge << complete({acked}, {plain}) << "post";
    Silence mine = ack;
    mine.comment = acknowledgementComment(acknowledge.id, {});
    QTest::newRow("ack, my own had landed") << acknowledge << complete({acked}, {mine}) << "landed s1 active";
    QTest::newRow("ack, equal ack not yet in effect")
        << acknowledge << complete({firing}, {ack}) << R"(already-so {"code":"acknowledged","args":{"by":"ana",)";
    AlertPage spread = complete({refired}, {});
    spread.covers = AlertPage::Coverage::Part;
    QTest::newRow("ack, the member that was seen is down") << acknowledge << spread << "post";
    spread.alerts[0].startsAt = UtcTime {1'000'000} + Millis(300'001);
    QTest::newRow("ack, fired again long after, a member is down") << acknowledge << spread << "conflict";
    AlertPage half = complete({}, {});
    half.covers = AlertPage::Coverage::Part;
    half.members = 2;
    QTest::newRow("ack, absent but a member is down") << acknowledge << half << "not-sent-target";
    AlertPage none = half;
    none.membersLive = 0;
    QTest::newRow("no member whole") << acknowledge << none << "not-sent-source";
    AlertAction wrong = acknowledge;
    wrong.matchers = {{QStringLiteral("alertname"), QStringLiteral("other"), false, true}};
    QTest::newRow("ack, matchers of another alert") << wrong << complete({firing}, {}) << "refused";

    AlertAction silence = action(Verb::Silence);
    silence.matchers = ack.matchers;
    QTest::newRow("silence") << silence << complete({firing}, {}) << "post";
    QTest::newRow("silence, alert gone") << silence << complete({}, {}) << R"(conflict {"code":"gone",)";
    AlertAction again = silence;
    again.expectedStart = {};
    QTest::newRow("silence made again, alert gone") << again << complete({}, {}) << "post";
    QTest::newRow("silence, equal one long enough")
        << silence << complete({firing}, {plain}) << R"(already-so {"code":"equal-silence","args":{"by":"ana",)";
    Silence brief = plain;
    brief.endsAt = UtcTime {2'500'000};
    QTest::newRow("silence, equal one too short")
        << silence << complete({firing}, {brief})
        << R"(conflict {"code":"equal-too-short","args":{"by":"ana","until":"1970-01-01T00:41:40Z","wished":"1970-01-01T01:33:20Z"}})";
    Silence over = plain;
    over.state = SilenceState::Expired;
    over.endsAt = UtcTime {1'500'000};
    QTest::newRow("silence, equal one over") << silence << complete({firing}, {over}) << "post";
    AlertAction bare = silence;
    bare.matchers.clear();
    QTest::newRow("silence, no matchers") << bare << complete({firing}, {}) << "refused";
    AlertAction broken = silence;
    broken.matchers = {{QStringLiteral("a"), QStringLiteral("("), true, true}};
    QTest::newRow("silence, bad regex") << broken << complete({firing}, {}) << "refused";
    AlertAction timeless = silence;
    timeless.duration = Millis(0);
    QTest::newRow("silence, no duration") << timeless << complete({firing}, {}) << "refused";

    AlertAction extend = action(Verb::ExtendSilence);
    extend.silenceId = QStringLiteral("s1");
    QTest::newRow("extend") << extend << complete({}, {brief}) << "post";
    QTest::newRow("extend, by what it lasts") << extend << complete({}, {plain}) << "post";
    QTest::newRow("extend, over") << extend << complete({}, {over}) << R"(conflict {"code":"silence-over","args":{"until":)";
    QTest::newRow("extend, unknown") << extend << complete({}, {}) << R"(conflict {"code":"silence-forgotten",)";
    QTest::newRow("extend, unknown but a member is down") << extend << half << "not-sent-target";
    AlertAction until = extend;
    until.duration = Millis(0);
    until.until = brief.endsAt + Millis(60'000);
    QTest::newRow("extend, until") << until << complete({}, {brief}) << "post";
    until.until = brief.endsAt - Millis(60'000);
    QTest::newRow("extend, until before its end") << until << complete({}, {brief}) << R"(already-so {"code":"runs-already",)";
    until.until = Now - Millis(1);
    QTest::newRow("extend, until what is over") << until << complete({}, {brief}) << "refused";
    Silence landedAndOver = over;
    landedAndOver.comment = acknowledgementComment(acknowledge.id, {});
    QTest::newRow("ack, my own had landed and is over") << acknowledge << complete({firing}, {landedAndOver}) << "landed s1 expired";

    AlertAction expire = action(Verb::ExpireSilence);
    expire.silenceId = QStringLiteral("s1");
    QTest::newRow("expire") << expire << complete({}, {plain}) << "expire s1";
    QTest::newRow("expire, over") << expire << complete({}, {over}) << "already-so";
    QTest::newRow("expire, unknown") << expire << complete({}, {}) << "already-so";
    QTest::newRow("expire, unknown but a member is down") << expire << half << "not-sent-target";

    // Which acknowledgement it is was not known when its end was wished for: the one that the alert has.
    AlertAction release = action(Verb::Unacknowledge);
    release.createdAt = UtcTime {1'500'000};
    QTest::newRow("unack") << release << complete({acked}, {ack}) << "expire s1";
    QTest::newRow("unack, silenced only") << release << complete({acked}, {plain}) << R"(already-so {"code":"not-held")";
    QTest::newRow("unack, not held") << release << complete({firing}, {}) << R"(already-so {"code":"not-held")";
    QTest::newRow("unack, gone but a member is down") << release << half << "not-sent-target";
    Silence theirs = ack;
    theirs.startsAt = UtcTime {1'600'000};
    QTest::newRow("unack, another's since") << release << complete({acked}, {theirs}) << R"(conflict {"code":"acknowledged")";
    release.author = theirs.createdBy;
    QTest::newRow("unack, one's own since") << release << complete({acked}, {theirs}) << "expire s1";
    release.silenceId = QStringLiteral("s0");
    QTest::newRow("unack, the one that was seen is over") << release << complete({acked}, {theirs}) << R"(already-so {"code":"had-ended")";
}

void TestAlertmanagerDecisions::decisions()
{
    QFETCH(AlertAction, action);
    QFETCH(AlertPage, present);
    QFETCH(QString, expected);
    const Decision decision = decide(action, present, Now);
    QString got;
    if (decision.outcome) {
        got = toldOf(*decision.outcome);
    } else if (decision.landed) {
        got = QStringLiteral("landed ") + decision.landed->id
            + (decision.landed->state == SilenceState::Active ? QStringLiteral(" active") : QStringLiteral(" expired"));
    } else if (decision.post) {
        got = QStringLiteral("post");
    } else {
        got = QStringLiteral("expire ") + decision.expire;
    }
    QVERIFY2(got.startsWith(expected), qPrintable(got));
}

void TestAlertmanagerDecisions::anAckIsPostedExactly()
{
    Alert firing = alertNamed(QStringLiteral("a"));
    firing.labels.insert(QStringLiteral("service"), QStringLiteral("say \"hi\"\\"));
    const AlertAction acknowledge = action(Verb::Acknowledge);
    const Decision decision = decide(acknowledge, complete({firing}, {}), Now);
    QVERIFY(decision.post);
    QCOMPARE(decision.post->matchers, exactMatchers(firing.labels));
    // The server begins it at its own time.
    QVERIFY(decision.post->startsAt < Now - Millis(3'600'000));
    QCOMPARE(decision.post->endsAt, Now + Millis(3'600'000));
    QCOMPARE(decision.post->comment, acknowledgementComment(acknowledge.id, QStringLiteral("on it")));
    QCOMPARE(decision.post->createdBy, QStringLiteral("ben"));
    QVERIFY(decision.post->id.isEmpty());
}

void TestAlertmanagerDecisions::anExtensionKeepsTheSilence()
{
    Silence silence = silenceNamed(QStringLiteral("s1"));
    silence.endsAt = UtcTime {2'500'000};
    silence.comment = QStringLiteral("ACK! mine [qd:0123456789ab]");
    silence.annotations.insert(QStringLiteral("ticket"), QStringLiteral("OPS-1"));
    AlertAction extend = action(Verb::ExtendSilence);
    extend.silenceId = silence.id;
    const Decision decision = decide(extend, complete({}, {silence}), Now);
    QVERIFY(decision.post);
    QCOMPARE(decision.post->id, silence.id);
    QCOMPARE(decision.post->matchers, silence.matchers);
    QCOMPARE(decision.post->startsAt, silence.startsAt);
    QCOMPARE(decision.post->endsAt, silence.endsAt + extend.duration);
    QCOMPARE(decision.post->annotations, silence.annotations);
    QCOMPARE(decision.post->createdBy, QStringLiteral("ana"));
    QCOMPARE(decision.post->comment, QStringLiteral("ACK! mine ") + silenceMarker(extend.id));
}

void TestAlertmanagerDecisions::requestsAreWhatTheServerTakes()
{
    const QString api = QStringLiteral("/api/v2");
    QCOMPARE(apiRoot(QUrl(QStringLiteral("http://h:9093")), api).toString(), QStringLiteral("http://h:9093/api/v2"));
    QCOMPARE(apiRoot(QUrl(QStringLiteral("https://h/am/")), api).toString(), QStringLiteral("https://h/am/api/v2"));
    QCOMPARE(apiRoot(QUrl(QStringLiteral("https://h/am/api/v2/")), api).toString(), QStringLiteral("https://h/am/api/v2"));
    const QUrl root(QStringLiteral("http://h:9093/api/v2"));
    // Whoever is slow with the one is slow with the other, and without the status the lists do not count as whole.
    QVERIFY(statusRequest(root).timeout >= silencesRequest(root).timeout && statusRequest(root).stall >= silencesRequest(root).stall);
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
    QVERIFY(!postSilenceRequest(root, draft).body.contains("annotations"));
    draft.annotations.insert(QStringLiteral("ticket"), QStringLiteral("\"OPS-1\""));
    const HttpRequest post = postSilenceRequest(root, draft);
    QCOMPARE(post.contentType, QByteArray("application/json"));
    QVERIFY(!post.body.contains("\"id\""));
    QVERIFY(post.body.contains("\"isRegex\":true"));
    QVERIFY(post.body.contains("\"isEqual\":false"));
    QVERIFY(post.body.contains("1970-01-01T00:00:02.500Z"));
    const QByteArray annotations = R"("annotations":{"ticket":"\"OPS-1\""})";
    QVERIFY(post.body.contains(annotations));
}

QTEST_GUILESS_MAIN(TestAlertmanagerDecisions)
#include "tst_alertmanagerdecisions.moc"
