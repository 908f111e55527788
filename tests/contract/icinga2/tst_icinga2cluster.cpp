#include "tests/contract/icinga2/icinga2bench.h"

#include "app/sources/icinga2/status.h"

using namespace quarterdeck;

namespace {

QString fromLatin(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

/// A real Icinga2 that does not look at everything: what it does not say is not taken for well.
class TestIcinga2Cluster : public Icinga2Bench {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { stop(); }

    void nobodyIsNotified();
    void zoneBelowIsAway();
    void checksAreOff_data();
    void checksAreOff();
    void overdueIsSaid();
    void overduePassiveIsNot();
    void problemsEndAllTheSame();
    void answersOfClusters_data();
    void answersOfClusters();
    void timeOfTheServer();

private:
    bool turn(const char *attribute, bool isOn);
    QString findings()
    {
        const auto health = await(m_source->probe({}));
        return health ? health->findings.join(u'\n') : errorOf(health);
    }
    /// What a snapshot says besides alerts; it must not be an all-clear, and tell of everything that is over.
    QString said(bool isClear = false)
    {
        const AlertPage all = snapshot();
        const QString words = all.trouble() ? all.trouble()->what : QString();
        return all.isWhole() == isClear && all.hasAllAlerts() ? words : QStringLiteral("not as it should be: ") + words;
    }
    /// With more in its configuration; what it knows of checks it keeps.
    bool startAgain(const QByteArray &more)
    {
        m_server.stop();
        m_server.configure(more);
        return m_server.start();
    }
};

void TestIcinga2Cluster::initTestCase()
{
    if (!Icinga2Server::isInstalled()) {
        QSKIP("icinga2 is not installed");
    }
    m_server.configure("object IcingaApplication \"app\" { }");
    m_server.addHost(QStringLiteral("web"));
    m_server.addService(QStringLiteral("web"), QStringLiteral("a"));
    m_server.addService(QStringLiteral("web"), QStringLiteral("passive"), "check_interval = 1s; retry_interval = 1s");
    QVERIFY2(start(), m_server.log().constData());
    for (const char *id : {"web", "web!a", "web!passive"}) {
        QVERIFY(m_server.check(fromLatin(id), 0));
    }
}

bool TestIcinga2Cluster::turn(const char *attribute, bool isOn)
{
    const QByteArray body = R"({"attrs":{")" + QByteArray(attribute) + "\":" + (isOn ? "true" : "false") + "}}";
    return m_server.request("POST", "/v1/objects/icingaapplications/app", body).status == 200;
}

void TestIcinga2Cluster::checksAreOff_data()
{
    QTest::addColumn<QByteArray>("attribute");
    QTest::addColumn<QString>("what");
    QTest::newRow("hosts") << QByteArray("enable_host_checks") << QStringLiteral("not to check its hosts (");
    QTest::newRow("services") << QByteArray("enable_service_checks") << QStringLiteral("not to check its services (");
}

void TestIcinga2Cluster::checksAreOff()
{
    QFETCH(QByteArray, attribute);
    QFETCH(QString, what);
    QVERIFY(!findings().contains(what));
    QVERIFY(turn(attribute.constData(), false));
    QVERIFY2(said().contains(what), qPrintable(said()));
    QVERIFY2(findings().startsWith(QLatin1StringView("Icinga2 is configured not to check")), qPrintable(findings()));
    QVERIFY(turn(attribute.constData(), true));
    QVERIFY(!said().contains(what) && !findings().contains(what));
}

void TestIcinga2Cluster::nobodyIsNotified()
{
    QVERIFY(turn("enable_notifications", false));
    const QString words = findings();
    const AlertPage all = snapshot();
    QVERIFY(turn("enable_notifications", true));
    QVERIFY2(words.contains(QLatin1StringView("notifies nobody")), qPrintable(words));
    // It is to be known, and changes nothing about what is listed.
    QVERIFY(all.trouble() && all.trouble()->what.contains(QLatin1StringView("enable_notifications")));
}

void TestIcinga2Cluster::zoneBelowIsAway()
{
    QVERIFY2(said(true).isEmpty(), qPrintable(said(true)));
    QVERIFY2(findings().isEmpty(), qPrintable(findings()));
    QVERIFY2(
        startAgain("object Endpoint \"sat\" { }\nobject Zone \"sat\" { endpoints = [ \"sat\" ]; parent = \"master\" }"), m_server.log().constData());
    QVERIFY2(said().contains(QLatin1StringView("not connected to the zones sat")), qPrintable(said()));
    QVERIFY2(findings().contains(QLatin1StringView("not connected to the zones sat")), qPrintable(findings()));
}

void TestIcinga2Cluster::overdueIsSaid()
{
    // Nobody looks at it, but the one who is away; by now somebody should have.
    QVERIFY2(startAgain("object Host \"far\" { check_command = \"dummy\"; zone = \"sat\"; check_interval = 1s; retry_interval = 1s }"),
        m_server.log().constData());
    QVERIFY(m_server.check(QStringLiteral("far"), 0));
    const auto isOverdue = [this] {
        return attribute("hosts", QStringLiteral("far"), QStringLiteral("next_update")).toDouble() * 1000 < double(m_clock.now().ms);
    };
    QTRY_VERIFY_WITH_TIMEOUT(isOverdue(), 20'000);
    // By itself it is no problem, and is not listed; what is said names it, and why.
    QCOMPARE(m_server.query("/v1/objects/hosts", R"({"filter":"host.problem"})").body, QByteArray(R"({"results":[]})"));
    // It is asked for by whole seconds.
    QTRY_VERIFY2_WITH_TIMEOUT(
        said().contains(QLatin1StringView("The checks of 1 hosts and services are overdue, that of far first")), qPrintable(said()), 5'000);
    QVERIFY2(said().contains(QLatin1StringView("zones sat")), qPrintable(said()));
    QVERIFY(!seen(QStringLiteral("far")).key.isValid());
}

void TestIcinga2Cluster::overduePassiveIsNot()
{
    // What comes when it comes is never late.
    const double next = attribute("services", QStringLiteral("web!passive"), QStringLiteral("next_update")).toDouble();
    QVERIFY2(next * 1000 < double(m_clock.now().ms), qPrintable(QString::number(next)));
    QVERIFY2(!said().contains(QLatin1StringView("passive")), qPrintable(said()));
}

void TestIcinga2Cluster::problemsEndAllTheSame()
{
    QVERIFY(m_server.check(QStringLiteral("web!a"), 2));
    const AlertAction wish = actionOn(seen(QStringLiteral("web!a")), Verb::Acknowledge);
    QVERIFY(wish.alert.isValid());
    QVERIFY(m_server.check(QStringLiteral("web!a"), 0));
    const AlertPage all = snapshot();
    QVERIFY(!of(all, QStringLiteral("web!a")) && !all.isWhole() && all.hasAllAlerts());
    // That it is over is known, however little is heard from elsewhere.
    const auto late = await(m_source->acts()->perform(wish, {}, {}));
    QVERIFY2(isOutcome(late, Outcome::Is::Conflict) && late->reason.code == ReasonCode::Gone, qPrintable(toldOf(late)));
}

void TestIcinga2Cluster::answersOfClusters_data()
{
    QTest::addColumn<QByteArray>("zones");
    QTest::addColumn<QStringList>("below");
    QTest::addColumn<QStringList>("others");
    const QByteArray self = R"("master":{"connected":true,"endpoints":["m1"],"parent_zone":""})";
    QTest::newRow("alone") << self << QStringList {} << QStringList {};
    QTest::newRow("connected") << self + R"(,"a":{"connected":true,"endpoints":["a1"],"parent_zone":"master"})" << QStringList {} << QStringList {};
    QTest::newRow("away") << self + R"(,"a":{"connected":false,"endpoints":["a1"],"parent_zone":"master"})" << QStringList {QStringLiteral("a")}
                          << QStringList {};
    QTest::newRow("other master") << QByteArray(R"("master":{"connected":false,"endpoints":["m1","m2"],"parent_zone":""})") << QStringList {}
                                  << QStringList {QStringLiteral("master")};
    QTest::newRow("asked at a satellite") << QByteArray(
        R"("top":{"connected":false,"endpoints":["x"],"parent_zone":""},"master":{"connected":true,"endpoints":["m1"],"parent_zone":"top"})")
                                          << QStringList {} << QStringList {QStringLiteral("top")};
    QTest::newRow("odd") << QByteArray(R"("a":null,"b":{"connected":"no"},"c":[])") << QStringList {} << QStringList {};
}

void TestIcinga2Cluster::answersOfClusters()
{
    QFETCH(QByteArray, zones);
    QFETCH(QStringList, below);
    QFETCH(QStringList, others);
    const auto cluster = icinga2::parseCluster(R"({"results":[{"name":"ApiListener","status":{"api":{"identity":"m1","zones":{)" + zones + "}}}}]}");
    QVERIFY2(cluster, qPrintable(errorOf(cluster)));
    QCOMPARE(cluster->zonesAway, below);
    QCOMPARE(cluster->othersAway, others);
    icinga2::ServerState state;
    state.cluster = *cluster;
    QCOMPARE(icinga2::whyOld(state).size(), below.size());
    QCOMPARE(icinga2::remarks(state).size(), others.size());
}

void TestIcinga2Cluster::timeOfTheServer()
{
    icinga2::ServerState state;
    for (const auto &[part, parse] : {std::pair {"IcingaApplication", 0}, std::pair {"CIB", 1}}) {
        const QByteArray body = m_server.request("GET", "/v1/status/" + QByteArray(part)).body;
        if (parse == 0) {
            state.switches = icinga2::parseSwitches(body).value();
        } else {
            state.counts = icinga2::parseCounts(body).value();
        }
    }
    // There is no Date header: its start and how long it has run are its clock.
    QVERIFY(std::chrono::abs(state.now() - m_clock.now()) < Millis(2'000));
    for (const QByteArray &none :
        {QByteArray("[]"), QByteArray("{}"), QByteArray(R"({"results":[]})"), QByteArray(R"({"results":[{"status":null}]})")}) {
        QVERIFY(!icinga2::parseCounts(none) && !icinga2::parseSwitches(none) && !icinga2::parseCluster(none));
    }
    QVERIFY(!icinga2::ServerState {}.now().isValid());
}

QTEST_GUILESS_MAIN(TestIcinga2Cluster)
#include "tst_icinga2cluster.moc"
