#include "app/sources/alertmanager/merge.h"
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

QTEST_GUILESS_MAIN(TestAlertmanagerParse)
#include "tst_alertmanagerparse.moc"
