#include "app/sources/alertmanager/merge.h"
#include "app/sources/alertmanager/mutes.h"
#include "app/sources/alertmanager/parse.h"
#include "tests/contract/bench.h"

#include <QTest>

using namespace quarterdeck;
using namespace quarterdeck::alertmanager;

/// What is read out of replies.
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
    void aNamelessSilenceIsNamed_data();
    void aNamelessSilenceIsNamed();
    void oneLargeRowStopsNothing();
    void oneOddRowOfManyStopsNothing();
    void mutesAreToldByGroups_data();
    void mutesAreToldByGroups();
    void everyCutOffAnswerIsRefused();
    void whatMayMuteIsInTheConfiguration();
};

namespace {

QByteArray alertJson(const QByteArray &fingerprint, const QByteArray &more = {})
{
    return R"({"fingerprint":")" + fingerprint + R"(","labels":{"alertname":"A)" + fingerprint
        + R"("},"annotations":{},)"
          R"("startsAt":"2026-11-21T07:00:00Z","status":{"state":"active","silencedBy":[],"inhibitedBy":[]})"
        + more + '}';
}

/// A group as 0.28 and newer tell it: for a receiver, muted by these intervals, with the alert "a".
QByteArray group(const QByteArray &receiver, const QByteArray &mutedBy, const QByteArray &fingerprint = "a")
{
    return R"({"receiver":{"name":")" + receiver + R"("},"labels":{},"alerts":[{"fingerprint":")" + fingerprint
        + R"(","labels":{},"status":{"state":"suppressed","silencedBy":[],"inhibitedBy":[],"mutedBy":[)" + mutedBy + R"(]}}]})";
}

} // namespace

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
    QCOMPARE(items[1].holds.ids(HoldKind::Inhibition), QStringList {QStringLiteral("00000000000000b1")});
    applySilences(items, silences->items);
    QCOMPARE(items[2].state, AlertState::Acknowledged);
    QCOMPARE(items[2].acknowledgement().id, QStringLiteral("ack-1"));
    QCOMPARE(items[2].acknowledgement().by, QStringLiteral("ana"));
    QCOMPARE(toRfc3339(items[2].acknowledgement().until), QStringLiteral("2026-11-21T08:13:00Z"));
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

void TestAlertmanagerParse::aNamelessSilenceIsNamed_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("empty silence") << QByteArray(R"({"state":"suppressed","silencedBy":[""],"inhibitedBy":[]})");
    QTest::newRow("empty inhibitor") << QByteArray(R"({"state":"suppressed","silencedBy":[],"inhibitedBy":[""]})");
    QTest::newRow("empty interval") << QByteArray(R"({"state":"suppressed","silencedBy":[],"inhibitedBy":[],"mutedBy":[""]})");
    QTest::newRow("number") << QByteArray(R"({"state":"suppressed","silencedBy":[7],"inhibitedBy":[]})");
    QTest::newRow("null") << QByteArray(R"({"state":"suppressed","silencedBy":[null],"inhibitedBy":[]})");
}

void TestAlertmanagerParse::aNamelessSilenceIsNamed()
{
    QFETCH(QByteArray, status);
    const auto parsed = parseAlerts('[' + alertJson("a", ",\"status\":" + status) + ',' + alertJson("b") + ']', QStringLiteral("src"));
    QVERIFY2(parsed, qPrintable(errorOf(parsed)));
    QCOMPARE(parsed->items.size(), std::size_t(2));
    QCOMPARE(parsed->items[0].state, AlertState::Triggered);
    QVERIFY(parsed->problem);
    QCOMPARE(parsed->problem->where, QStringLiteral("/0"));
}

void TestAlertmanagerParse::oneLargeRowStopsNothing()
{
    const QByteArray large(9'000'000, 'x');
    const auto cut = parseAlerts(
        '[' + alertJson("a", R"(,"annotations":{"summary":"short","dump":")" + large + "\"}") + ',' + alertJson("b") + ']', QStringLiteral("src"));
    QVERIFY2(cut, qPrintable(errorOf(cut)));
    QVERIFY(!cut->problem);
    QCOMPARE(cut->items.size(), std::size_t(2));
    QCOMPARE(cut->items[0].summary, QStringLiteral("short"));
    const QString dump = cut->items[0].annotations.value(u"dump");
    QVERIFY2(dump.endsWith(QStringLiteral("x… [cut, 9 MB]")), qPrintable(dump.right(40)));
    QVERIFY(dump.size() < 65'600);
    // Many large ones: together at most a megabyte is kept.
    QByteArray many;
    for (int i = 0; i < 100; ++i) {
        many += (i > 0 ? ",\"n" : "\"n") + QByteArray::number(i) + "\":\"" + large.first(60'000) + '"';
    }
    const auto bounded = parseAlerts('[' + alertJson("a", ",\"annotations\":{" + many + '}') + ']', QStringLiteral("src"));
    qsizetype size = 0;
    for (const Label &label : bounded->items[0].annotations) {
        size += label.value.size();
    }
    QVERIFY2(size < 1'100'000, qPrintable(QString::number(size)));
    QCOMPARE(bounded->items[0].annotations.size(), 100);
    // A label is never cut, because it would be matched by no server: such a row is named and left out.
    const auto left = parseAlerts(
        '[' + alertJson("a", R"(,"labels":{"alertname":"Big","dump":")" + large + "\"}") + ',' + alertJson("b") + ']', QStringLiteral("src"));
    QVERIFY2(left, qPrintable(errorOf(left)));
    QCOMPARE(left->items.size(), std::size_t(1));
    QCOMPARE(left->items[0].key.id, QStringLiteral("b"));
    QVERIFY(left->problem && left->problem->what.contains(QStringLiteral("The alert a (Big) is too large")));
    const auto silences = parseSilences(
        R"([{"id":"s","comment":")" + large + R"(","matchers":[]},{"id":"t","comment":"","matchers":[]}])", QStringLiteral("src"));
    QVERIFY(
        silences && silences->items.size() == 1 && silences->problem && silences->problem->what.contains(QStringLiteral("silence s is too large")));
}

void TestAlertmanagerParse::oneOddRowOfManyStopsNothing()
{
    // More values than the careful reader takes of one document, and rows that it alone can read.
    QByteArray body = "[";
    const QByteArray labels = R"(,"labels":{"alertname":"A","a":"1","b":"2","c":"3","d":"4","e":"5","f":"6","g":"7","h":"8"})";
    for (int i = 0; i < 100'000; ++i) {
        body += alertJson(QByteArray::number(i), i % 1000 == 0 ? R"(,"labels":{"alertname":7})" : labels) + ',';
    }
    body += alertJson("deep", ",\"x\":" + QByteArray(100, '[') + QByteArray(100, ']')) + ']';
    const auto parsed = parseAlerts(body, QStringLiteral("src"));
    QVERIFY2(parsed, qPrintable(errorOf(parsed)));
    QCOMPARE(parsed->items.size(), std::size_t(100'000));
    QVERIFY(parsed->problem && parsed->problem->where == QStringLiteral("/100000"));
}

void TestAlertmanagerParse::mutesAreToldByGroups_data()
{
    QTest::addColumn<QByteArray>("groups");
    QTest::addColumn<QStringList>("mutedBy");
    QTest::addColumn<QStringList>("mutedFor");
    const QStringList none;
    const QStringList night {QStringLiteral("night")};
    QTest::newRow("no groups") << QByteArray() << none << none;
    QTest::newRow("not muted") << group("mail", {}) << none << none;
    QTest::newRow("muted in its only group") << group("mail", "\"night\"") << night << none;
    QTest::newRow("muted in all groups") << group("mail", "\"night\"") + ',' + group("pager", "\"weekend\"")
                                         << QStringList {QStringLiteral("night"), QStringLiteral("weekend")} << none;
    QTest::newRow("muted for one receiver") << group("mail", "\"night\"") + ',' + group("pager", {}) << none << QStringList {QStringLiteral("mail")};
    QTest::newRow("the other group first") << group("pager", {}) + ',' + group("mail", "\"night\"") << none << QStringList {QStringLiteral("mail")};
    QTest::newRow("muted in one of two groups of a receiver") << group("mail", "\"night\"") + ',' + group("mail", {}) << none << none;
    QTest::newRow("another alert") << group("mail", "\"night\"", "b") << none << none;
}

void TestAlertmanagerParse::mutesAreToldByGroups()
{
    QFETCH(QByteArray, groups);
    QFETCH(QStringList, mutedBy);
    QFETCH(QStringList, mutedFor);
    const auto mutes = parseMutes('[' + groups + ']');
    QVERIFY2(mutes, qPrintable(errorOf(mutes)));
    QCOMPARE(mutes->isEmpty, groups.isEmpty());
    QCOMPARE(mutes->isTold, !groups.isEmpty());
    auto alerts = parseAlerts('[' + alertJson("a") + ']', QStringLiteral("src"))->items;
    applyMutes(alerts, *mutes);
    QCOMPARE(alerts[0].holds.ids(HoldKind::TimeInterval), mutedBy);
    QCOMPARE(alerts[0].holds.receivers(), mutedFor);
    QCOMPARE(alerts[0].state, mutedBy.isEmpty() ? AlertState::Triggered : AlertState::Suppressed);
    QCOMPARE(alerts[0].rawState, mutedBy.isEmpty() ? QStringLiteral("active") : QStringLiteral("muted"));
    // Versions before 0.28 do not tell it.
    const auto old = parseMutes('[' + group("mail", {}).replace(R"(,"mutedBy":[])", "") + ']');
    QVERIFY(old && !old->isTold && !old->isEmpty);
}

void TestAlertmanagerParse::everyCutOffAnswerIsRefused()
{
    const QByteArray alerts = '[' + alertJson("a", R"(,"annotations":{"q":"\"[]{},\\"})") + ", " + alertJson("b") + ']';
    const QByteArray groups = '[' + group("mail", "\"night\"") + ',' + group("pager", {}) + ']';
    QVERIFY(parseAlerts(alerts, QStringLiteral("src")) && parseMutes(groups));
    for (qsizetype size = 0; size < alerts.size(); ++size) {
        QVERIFY2(!parseAlerts(alerts.first(size), QStringLiteral("src")), qPrintable(QString::number(size)));
    }
    for (qsizetype size = 0; size < groups.size(); ++size) {
        QVERIFY2(!parseMutes(groups.first(size)), qPrintable(QString::number(size)));
    }
    for (const char *odd : {"{}", "null", "[7]", "[{}]", R"([{"receiver":{"name":"x"}}])", R"([{"receiver":{"name":"x"},"alerts":[{}]}])"}) {
        QVERIFY2(!parseMutes(odd), odd);
    }
}

void TestAlertmanagerParse::whatMayMuteIsInTheConfiguration()
{
    const auto mayMute = [](const QByteArray &config) {
        return parseStatus(R"({"cluster":{"status":"ready"},"config":{"original":")" + config + "\"}}")->mayMute;
    };
    QVERIFY(!mayMute("route:\\n  receiver: x\\n"));
    QVERIFY(mayMute("route:\\n  mute_time_intervals:\\n  - night\\n"));
    QVERIFY(mayMute("route:\\n  active_time_intervals:\\n  - day\\n"));
    QVERIFY(!mayMute("route:\\n  receiver: x\\ntime_intervals:\\n- name: night\\n"));
    // Not told.
    QVERIFY(mayMute("") && mayMute("<error creating config string>"));
}

QTEST_GUILESS_MAIN(TestAlertmanagerParse)
#include "tst_alertmanagerparse.moc"
