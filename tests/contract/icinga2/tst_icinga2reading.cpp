#include "tests/contract/icinga2/icinga2bench.h"

#include <cmath>

using namespace quarterdeck;

/// What is read from a real Icinga2.
class TestIcinga2Reading : public Icinga2Bench {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { stop(); }

    void probeTellsVersion();
    void authorityIsAsked();
    void pendingIsNoProblem();
    void serviceTellsAllThereIs();
    void hostIsDown();
    void firstProblemHasNoTimeOfChange();
    void startMovesWithTheState();
    void servicesOfADownHostAreQuiet();
    void childrenAreUnreachable();
    void acknowledgementEndsByOurClock();
    void downtimeSaysByWhomAndUntilWhen();
    void flexibleDowntimeOfAnOldProblemIsOver();
    void namesOfAnyCharacters_data();
    void namesOfAnyCharacters();
    void onlyNamedVariables();
    void emptyListsAreWhole();
    void readsAfterAPause();
};

namespace {
const QString Odd = QString::fromUtf8("a b \"q\" ' \\ % & <x> ä:%21*[1]{2}$c$");
}

void TestIcinga2Reading::initTestCase()
{
    if (!Icinga2Server::isInstalled()) {
        QSKIP("icinga2 is not installed");
    }
    m_server.configure("object HostGroup \"linux\" { }\nobject ServiceGroup \"web\" { }");
    m_server.addHost(QStringLiteral("shop"),
        "display_name = \"Shop 1\"; groups = [\"linux\"]; vars.team = \"core\"; vars.service = \"shop\"; vars.snmp_community = \"hush\"");
    m_server.addService(QStringLiteral("shop"), QStringLiteral("80:http"),
        "display_name = \"Web\"; groups = [\"web\"]; notes = \"read this\"; notes_url = \"https://wiki.example/web\"; action_url = "
        "\"https://graph.example/$host.name$/$service.name$?x=$custom$\"; vars.team = \"front\"; vars.env = [\"a\", \"b\"]; vars.mysql_password = "
        "\"hush\"");
    for (const char *name : {"never", "down", "first", "moves", "quiet", "parent", "child", "acked", "maintained", "flexible"}) {
        m_server.addHost(QString::fromLatin1(name));
        m_server.addService(QString::fromLatin1(name), QStringLiteral("disk"));
    }
    m_server.configure("object Dependency \"needs\" { parent_host_name = \"parent\"; child_host_name = \"child\" }");
    m_server.addHost(Odd);
    m_server.addService(Odd, Odd);
    m_server.addHost(QStringLiteral("line\nfeed\ttab"));
    m_server.addHost(QString::fromUtf8("сервер 服务器"));
    QVERIFY2(start(), m_server.log().constData());
}

void TestIcinga2Reading::probeTellsVersion()
{
    const auto health = await(m_source->probe({}));
    QVERIFY2(health, qPrintable(errorOf(health)));
    QVERIFY2(health->version.startsWith(QLatin1StringView("2.")), qPrintable(health->version));
    QCOMPARE(health->findings.size(), 1);
    QVERIFY2(health->findings.front().contains(QLatin1StringView("never been checked")), qPrintable(health->findings.join(u'\n')));
}

void TestIcinga2Reading::authorityIsAsked()
{
    Endpoint stranger = endpoint(QStringLiteral("root"));
    stranger.http.tls.caFile.clear();
    const auto health = await(open(stranger)->probe({}));
    QVERIFY(!health);
    QCOMPARE(health.error().kind, ErrorKind::Tls);
    QVERIFY2(health.error().what.contains(QLatin1StringView("/var/lib/icinga2/certs/ca.crt")), qPrintable(health.error().what));
    QVERIFY2(health.error().what.contains(QLatin1StringView("ca_file")), qPrintable(health.error().what));
    Endpoint misnamed = endpoint(QStringLiteral("root"));
    misnamed.http.tls.serverName = QStringLiteral("icinga.example");
    const auto other = await(open(misnamed)->alerts()->read({}));
    QVERIFY(!other);
    QVERIFY2(other.error().what.contains(QLatin1StringView("server_name")), qPrintable(other.error().what));
    QVERIFY2(other.error().what.contains(QLatin1StringView("NodeName")), qPrintable(other.error().what));
    m_secrets->secrets.insert(QStringLiteral("pw"), "wrong");
    const auto refused = await(m_source->alerts()->read({}));
    m_secrets->secrets.insert(QStringLiteral("pw"), "secret");
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Unauthorized);
}

void TestIcinga2Reading::pendingIsNoProblem()
{
    QCOMPARE(attribute("hosts", QStringLiteral("never"), QStringLiteral("state")), QStringLiteral("1.000"));
    QCOMPARE(attribute("services", QStringLiteral("never!disk"), QStringLiteral("state")), QStringLiteral("3.000"));
    QCOMPARE(attribute("services", QStringLiteral("never!disk"), QStringLiteral("problem")), QStringLiteral("false"));
    QCOMPARE(attribute("services", QStringLiteral("never!disk"), QStringLiteral("last_check")), QStringLiteral("-1.000"));
    QCOMPARE(attribute("hosts", QStringLiteral("never"), QStringLiteral("last_hard_state")), QStringLiteral("1.000"));
    QCOMPARE(attribute("services", QStringLiteral("never!disk"), QStringLiteral("last_hard_state")), QStringLiteral("3.000"));
    const AlertPage all = snapshot();
    QVERIFY2(all.isWhole(), all.trouble() ? qPrintable(all.trouble()->what) : "");
    QVERIFY(!of(all, QStringLiteral("never")));
    QVERIFY(!of(all, QStringLiteral("never!disk")));
}

void TestIcinga2Reading::serviceTellsAllThereIs()
{
    const UtcTime before = m_clock.now();
    QVERIFY(m_server.check(QStringLiteral("shop!80:http"), 1, QStringLiteral("HTTP WARNING - slow\nsecond line"), "time=1.2s;1;2 size=5KB"));
    const Alert alert = seen(QStringLiteral("shop!80:http"));
    QVERIFY(alert.key.isValid());
    QCOMPARE(AlertKey::fromString(alert.key.toString()), alert.key);
    QCOMPARE(alert.state, AlertState::Triggered);
    QCOMPARE(alert.severity, Severity::Warning);
    QCOMPARE(alert.rawState, QStringLiteral("WARNING (soft)"));
    QCOMPARE(alert.title, QStringLiteral("Web"));
    QCOMPARE(alert.summary, QStringLiteral("Shop 1: HTTP WARNING - slow"));
    QCOMPARE(alert.annotations.value(u"output"), QStringLiteral("HTTP WARNING - slow\nsecond line"));
    QCOMPARE(alert.annotations.value(u"performance_data"), QStringLiteral("time=1.2s;1;2 size=5KB"));
    QCOMPARE(alert.annotations.value(u"attempt"), QStringLiteral("2/3"));
    QCOMPARE(alert.annotations.value(u"notes"), QStringLiteral("read this"));
    QCOMPARE(alert.runbookUrl, QStringLiteral("https://wiki.example/web"));
    // The server serves its macros as they were written.
    QCOMPARE(attribute("services", QStringLiteral("shop!80:http"), QStringLiteral("action_url")),
        QStringLiteral("https://graph.example/$host.name$/$service.name$?x=$custom$"));
    QCOMPARE(alert.generatorUrl, QStringLiteral("https://graph.example/shop/80%3Ahttp?x=$custom$"));
    QCOMPARE(alert.labels.value(u"host"), QStringLiteral("shop"));
    QCOMPARE(alert.labels.value(u"check"), QStringLiteral("80:http"));
    QCOMPARE(alert.labels.value(u"hostgroups"), QStringLiteral("linux"));
    QCOMPARE(alert.labels.value(u"servicegroups"), QStringLiteral("web"));
    QVERIFY(alert.startsAt >= before - Millis(1000) && alert.startsAt <= m_clock.now() + Millis(1000));
    QVERIFY(m_server.check(QStringLiteral("shop!80:http"), 2, QStringLiteral("gone")));
    QVERIFY(m_server.check(QStringLiteral("shop!80:http"), 2, QStringLiteral("gone")));
    const Alert worse = seen(QStringLiteral("shop!80:http"));
    QCOMPARE(worse.severity, Severity::Critical);
    QCOMPARE(worse.rawState, QStringLiteral("CRITICAL"));
    QVERIFY(!worse.annotations.contains(u"attempt"));
    QVERIFY(m_server.check(QStringLiteral("shop!80:http"), 3, {}));
    QCOMPARE(seen(QStringLiteral("shop!80:http")).severity, Severity::Unknown);
    QCOMPARE(seen(QStringLiteral("shop!80:http")).summary, QStringLiteral("Shop 1: UNKNOWN"));
    QVERIFY(m_server.check(QStringLiteral("shop!80:http"), 0, QStringLiteral("fine")));
    QVERIFY(!seen(QStringLiteral("shop!80:http")).key.isValid());
}

void TestIcinga2Reading::hostIsDown()
{
    QVERIFY(m_server.check(QStringLiteral("down"), 1, QStringLiteral("no answer")));
    const Alert soft = seen(QStringLiteral("down"));
    QCOMPARE(soft.rawState, QStringLiteral("DOWN (soft)"));
    QCOMPARE(soft.severity, Severity::Critical);
    QCOMPARE(soft.title, QStringLiteral("down"));
    QCOMPARE(soft.summary, QStringLiteral("no answer"));
    QVERIFY(m_server.check(QStringLiteral("down"), 1) && m_server.check(QStringLiteral("down"), 1));
    QCOMPARE(seen(QStringLiteral("down")).rawState, QStringLiteral("DOWN"));
}

void TestIcinga2Reading::firstProblemHasNoTimeOfChange()
{
    const QString id = QStringLiteral("first!disk");
    QVERIFY(m_server.check(id, 3));
    QCOMPARE(attribute("services", id, QStringLiteral("last_state_change")), QStringLiteral("0.000"));
    const Alert soft = seen(id);
    QVERIFY(soft.startsAt.isValid());
    QTest::qWait(20);
    QVERIFY(m_server.check(id, 3));
    // Hard after two results of three, and still without a time of change.
    QCOMPARE(attribute("services", id, QStringLiteral("state_type")), QStringLiteral("1.000"));
    QCOMPARE(attribute("services", id, QStringLiteral("last_state_change")), QStringLiteral("0.000"));
    QCOMPARE(seen(id).startsAt, soft.startsAt);
    QVERIFY(m_server.check(id, 3));
    QCOMPARE(seen(id).startsAt, soft.startsAt);
    // One that was not seen before it was hard is told since then.
    const auto fresh = open(QStringLiteral("root"));
    const AlertPage all = snapshot(*fresh);
    // The server tells microseconds, of which three digits are shown rounded.
    const double hard = attribute("services", id, QStringLiteral("last_hard_state_change")).toDouble() * 1000;
    QVERIFY2(std::abs(double(of(all, id)->startsAt.ms) - hard) <= 1, qPrintable(QString::number(hard, 'f', 0)));
}

void TestIcinga2Reading::startMovesWithTheState()
{
    const QString id = QStringLiteral("moves!disk");
    QVERIFY(m_server.check(id, 0));
    QVERIFY(m_server.check(id, 1));
    const Alert warning = seen(id);
    QTest::qWait(5);
    QVERIFY(m_server.check(id, 1) && m_server.check(id, 1));
    QCOMPARE(seen(id).startsAt, warning.startsAt);
    QTest::qWait(5);
    QVERIFY(m_server.check(id, 2));
    QVERIFY(seen(id).startsAt > warning.startsAt);
}

void TestIcinga2Reading::servicesOfADownHostAreQuiet()
{
    QVERIFY(m_server.check(QStringLiteral("quiet!disk"), 2));
    QCOMPARE(seen(QStringLiteral("quiet!disk")).state, AlertState::Triggered);
    QVERIFY(m_server.check(QStringLiteral("quiet"), 1));
    QCOMPARE(attribute("services", QStringLiteral("quiet!disk"), QStringLiteral("handled")), QStringLiteral("true"));
    const Alert service = seen(QStringLiteral("quiet!disk"));
    QCOMPARE(service.state, AlertState::Suppressed);
    QCOMPARE(service.holds.ids(HoldKind::Inhibition), QStringList {QStringLiteral("quiet")});
    QCOMPARE(seen(QStringLiteral("quiet")).state, AlertState::Triggered);
    QVERIFY(m_server.check(QStringLiteral("quiet"), 0));
    QCOMPARE(seen(QStringLiteral("quiet!disk")).state, AlertState::Triggered);
}

void TestIcinga2Reading::childrenAreUnreachable()
{
    for (int i = 0; i < 3; ++i) {
        QVERIFY(m_server.check(QStringLiteral("parent"), 1));
    }
    QVERIFY(m_server.check(QStringLiteral("child"), 1));
    const Alert child = seen(QStringLiteral("child"));
    QCOMPARE(child.rawState, QStringLiteral("UNREACHABLE (soft)"));
    QCOMPARE(child.state, AlertState::Suppressed);
    QCOMPARE(child.holds.ids(HoldKind::Inhibition), QStringList {QStringLiteral("parent")});
    // Its parent is back, and the server has not looked at it again: it is heard.
    QVERIFY(m_server.check(QStringLiteral("parent"), 0));
    QCOMPARE(seen(QStringLiteral("child")).state, AlertState::Triggered);
}

void TestIcinga2Reading::acknowledgementEndsByOurClock()
{
    const QString id = QStringLiteral("acked!disk");
    QVERIFY(m_server.check(id, 2));
    const qint64 end = m_clock.now().ms + 1500;
    QCOMPARE(act("acknowledge-problem",
                 R"({"type":"Service","service":"acked!disk","author":"cid","comment":"mine","expiry":)"
                     + QByteArray::number(double(end) / 1000, 'f', 3) + '}')
                 .status,
        200);
    const AlertPage all = snapshot();
    const Alert *alert = of(all, id);
    QCOMPARE(alert->state, AlertState::Acknowledged);
    QCOMPARE(alert->acknowledgement().by, QStringLiteral("cid"));
    QCOMPARE(alert->acknowledgement().until.ms, end);
    const auto listed = std::ranges::find(all.silences, alert->acknowledgement().id, &Silence::id);
    QVERIFY(listed != all.silences.end());
    QVERIFY(listed->kind == HoldKind::Acknowledgement);
    QCOMPARE(commentText(listed->comment), QStringLiteral("mine"));
    QVERIFY(MatcherSet(listed->matchers).matches(alert->labels));
    QTest::qWait(int(end - m_clock.now().ms) + 100);
    // The server still says 1 to the read that makes it forget.
    QCOMPARE(attribute("services", id, QStringLiteral("acknowledgement")), QStringLiteral("1.000"));
    QCOMPARE(seen(id).state, AlertState::Triggered);
    QCOMPARE(attribute("services", id, QStringLiteral("acknowledgement")), QStringLiteral("0.000"));
    QVERIFY(seen(id).acknowledgement().id.isEmpty());
}

void TestIcinga2Reading::downtimeSaysByWhomAndUntilWhen()
{
    const QString id = QStringLiteral("maintained!disk");
    QVERIFY(m_server.check(id, 2));
    const qint64 now = m_clock.now().ms / 1000;
    QCOMPARE(act("schedule-downtime",
                 R"({"type":"Service","service":"maintained!disk","author":"cid","comment":"upgrade","fixed":true,"start_time":)"
                     + QByteArray::number(now) + R"(,"end_time":)" + QByteArray::number(now + 600) + '}')
                 .status,
        200);
    QTRY_COMPARE(seen(id).state, AlertState::Suppressed);
    const AlertPage all = snapshot();
    const Alert *alert = of(all, id);
    QCOMPARE(alert->mutes().size(), 1);
    const auto listed = std::ranges::find(all.silences, alert->mutes().front(), &Silence::id);
    QVERIFY(listed != all.silences.end());
    QCOMPARE(listed->createdBy, QStringLiteral("cid"));
    QCOMPARE(listed->comment, QStringLiteral("upgrade"));
    QCOMPARE(listed->endsAt.ms, (now + 600) * 1000);
    QCOMPARE(listed->state, SilenceState::Active);
    QVERIFY(MatcherSet(listed->matchers).matches(alert->labels));
}

void TestIcinga2Reading::flexibleDowntimeOfAnOldProblemIsOver()
{
    const QString id = QStringLiteral("flexible!disk");
    QVERIFY(m_server.check(id, 0));
    QVERIFY(m_server.check(id, 2));
    QTest::qWait(1100);
    const QByteArray now = QByteArray::number(m_clock.now().ms / 1000);
    const auto reply = act("schedule-downtime",
        R"({"type":"Service","service":"flexible!disk","author":"cid","comment":"c","fixed":false,"duration":1,"start_time":)" + now
            + R"(,"end_time":)" + QByteArray::number(m_clock.now().ms / 1000 + 600) + '}');
    // Taken, and triggered as of the problem's own start: its second is over before it was made.
    QCOMPARE(reply.status, 200);
    QCOMPARE(attribute("services", id, QStringLiteral("downtime_depth")), QStringLiteral("0.000"));
    QCOMPARE(seen(id).state, AlertState::Triggered);
}

void TestIcinga2Reading::namesOfAnyCharacters_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("host") << Odd;
    QTest::newRow("service") << Odd + u'!' + Odd;
    QTest::newRow("lines") << QStringLiteral("line\nfeed\ttab");
    QTest::newRow("scripts") << QString::fromUtf8("сервер 服务器");
}

void TestIcinga2Reading::namesOfAnyCharacters()
{
    QFETCH(QString, id);
    QVERIFY(m_server.check(id, 1));
    const Alert alert = seen(id);
    QCOMPARE(alert.key.id, id);
    QCOMPARE(AlertKey::fromString(alert.key.toString()), alert.key);
    const auto receipt = await(m_source->acts()->perform(actionOn(alert, Verb::Acknowledge), {}, {}));
    QVERIFY2(receipt, qPrintable(toldOf(receipt)));
    QCOMPARE(receipt->is, Outcome::Is::Done);
    const auto downtime = await(m_source->acts()->perform(actionOn(alert, Verb::Silence), {}, {}));
    QVERIFY2(downtime, qPrintable(toldOf(downtime)));
    QCOMPARE(seen(id).state, AlertState::Acknowledged);
    QCOMPARE(seen(id).mutes(), QStringList {downtime->madeId});
    for (const QString &silence : {receipt->madeId, downtime->madeId}) {
        const auto ended = await(m_source->acts()->perform(actionOn(silence, Verb::ExpireSilence), {}, {}));
        QVERIFY2(ended, qPrintable(toldOf(ended)));
        QCOMPARE(ended->is, Outcome::Is::Done);
    }
    QVERIFY(seen(id).state != AlertState::Acknowledged);
    QVERIFY(m_server.check(id, 0));
}

void TestIcinga2Reading::onlyNamedVariables()
{
    QVERIFY(m_server.check(QStringLiteral("shop!80:http"), 2));
    const Alert alert = seen(QStringLiteral("shop!80:http"));
    QCOMPARE(alert.team, QStringLiteral("front"));
    QCOMPARE(alert.labels.value(u"service"), QStringLiteral("shop"));
    QCOMPARE(alert.labels.value(u"env"), QStringLiteral("a,b"));
    for (const Labels &texts : {alert.labels, alert.annotations}) {
        for (const Label &label : texts) {
            QVERIFY2(!label.value.contains(QLatin1StringView("hush")), qPrintable(label.name));
        }
    }
    const auto other = open(QStringLiteral("root"), {{QStringLiteral("custom_vars"), QStringLiteral("env")}});
    const AlertPage all = snapshot(*other);
    QVERIFY(of(all, QStringLiteral("shop!80:http"))->team.isEmpty());
    QVERIFY(m_server.check(QStringLiteral("shop!80:http"), 0));
}

void TestIcinga2Reading::emptyListsAreWhole()
{
    // A filter that nothing matches, and a kind that has no objects, are no refusal: 200 with an empty list.
    const auto none = m_server.query("/v1/objects/services", R"({"filter":"service.state == 7"})");
    QCOMPARE(none.status, 200);
    QCOMPARE(none.body, QByteArray(R"({"results":[]})"));
    QCOMPARE(m_server.query("/v1/objects/notifications").status, 200);
    // A filter that fails is: and it says just what a missing right says.
    QCOMPARE(m_server.query("/v1/objects/services", R"({"filter":"service.nosuch"})").status, 404);
    QCOMPARE(m_server.query("/v1/objects/services", R"({"services":["shop!nosuch"]})").status, 404);
    // A list of no names is not an empty question but one for all.
    const auto all = m_server.query("/v1/objects/hosts", R"({"hosts":[],"attrs":["state"]})");
    QVERIFY(parsed(all.body)[u"results"].size() > 10);
}

void TestIcinga2Reading::readsAfterAPause()
{
    QVERIFY(snapshot().isWhole());
    // The server ends connections that nobody uses, and that is seen only when they are used again.
    QTest::qWait(16'000);
    const AlertPage all = snapshot();
    QVERIFY2(all.isWhole() && !all.trouble(), all.trouble() ? qPrintable(all.trouble()->what) : "");
    QVERIFY(await(m_source->probe({})));
}

QTEST_GUILESS_MAIN(TestIcinga2Reading)
#include "tst_icinga2reading.moc"
