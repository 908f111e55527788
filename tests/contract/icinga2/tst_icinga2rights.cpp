#include "tests/contract/icinga2/icinga2bench.h"

using namespace quarterdeck;

/// What a user may see and do at a real Icinga2, and what a restart of it does.
class TestIcinga2Rights : public Icinga2Bench {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { stop(); }

    void missingRightLooksLikeNothing();
    void filterLooksLikeAll();
    void filterRestrictsBesideAll();
    void problemsAloneAreEnough();
    void actingNeedsARight();
    void filteredActing();
    void wordsOfTheProbe();
    void restartForgetsNothingUnseen();

private:
    QString findings(const QString &user)
    {
        const auto health = await(open(user)->probe({}));
        return health ? health->findings.join(u'\n') : errorOf(health);
    }
};

void TestIcinga2Rights::initTestCase()
{
    if (!Icinga2Server::isInstalled()) {
        QSKIP("icinga2 is not installed");
    }
    m_server.addUser("nothing", R"("actions/*")");
    m_server.addUser("hosts", R"("objects/query/Host", "objects/query/Comment", "objects/query/Downtime")");
    m_server.addUser("part", R"("objects/query/Host", { permission = "objects/query/Service"; filter = {{ host.name == "seen" }} })");
    m_server.addUser("both", R"("*", { permission = "objects/query/Service"; filter = {{ host.name == "seen" }} })");
    m_server.addUser("viewer", R"("OBJECTS/query/Host", "objects/query/Serv?ce")");
    m_server.addUser(
        "some", R"("objects/query/*", "status/query", { permission = "actions/acknowledge-problem"; filter = {{ host.name == "seen" }} })");
    for (const char *name : {"seen", "hidden"}) {
        m_server.addHost(QString::fromLatin1(name));
        m_server.addService(QString::fromLatin1(name), QStringLiteral("a"));
    }
    QVERIFY2(start(), m_server.log().constData());
    for (const char *id : {"seen", "hidden"}) {
        QVERIFY(m_server.check(QString::fromLatin1(id), 0));
        QVERIFY(m_server.check(QString::fromLatin1(id) + QStringLiteral("!a"), 2));
    }
}

void TestIcinga2Rights::missingRightLooksLikeNothing()
{
    const auto reply = m_server.query("/v1/objects/hosts", "{}", "nothing");
    QCOMPARE(reply.status, 404);
    QVERIFY(reply.body.contains("No objects found."));
    const auto none = await(open(QStringLiteral("nothing"))->alerts()->read({}));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ErrorKind::Forbidden);
    QVERIFY2(none.error().what.contains(QLatin1StringView("objects/query/Host")), qPrintable(none.error().what));
    const auto source = open(QStringLiteral("hosts"));
    const AlertPage half = snapshot(*source);
    QVERIFY(half.alerts.empty());
    QVERIFY(!half.isWhole() && !half.hasAllAlerts());
    QVERIFY2(half.trouble()->what.contains(QLatin1StringView("objects/query/Service")), qPrintable(half.trouble()->what));
}

void TestIcinga2Rights::filterLooksLikeAll()
{
    const auto source = open(QStringLiteral("part"));
    const AlertPage part = snapshot(*source);
    QVERIFY(of(part, QStringLiteral("seen!a")));
    QVERIFY(!of(part, QStringLiteral("hidden!a")));
    // What it sees comes and goes; an all-clear it never gives.
    QVERIFY(!part.isWhole() && part.hasAllAlerts());
    QVERIFY2(part.trouble()->what.contains(QLatin1StringView("only some of the services")), qPrintable(part.trouble()->what));
}

void TestIcinga2Rights::filterRestrictsBesideAll()
{
    const auto reply = m_server.query("/v1/objects/services", R"({"attrs":["state"]})", "both");
    QCOMPARE(parsed(reply.body)[u"results"].size(), 1);
    const auto source = open(QStringLiteral("both"));
    QVERIFY(!snapshot(*source).isWhole());
}

void TestIcinga2Rights::problemsAloneAreEnough()
{
    const auto source = open(QStringLiteral("viewer"));
    const AlertPage all = snapshot(*source);
    QVERIFY2(all.isWhole(), all.trouble() ? qPrintable(all.trouble()->what) : "");
    QCOMPARE(all.alerts.size(), std::size_t(2));
    QVERIFY(all.trouble());
    // Said all the same, each of it; that it was restarted and has forgotten problems would not be seen.
    for (const char *permission : {"objects/query/Comment", "objects/query/Downtime", "status/query"}) {
        QVERIFY2(all.trouble()->what.contains(QLatin1StringView(permission)), qPrintable(all.trouble()->what));
    }
    // Acknowledged it is, though nobody says by whom, and taking it back is possible.
    QVERIFY(isOutcome(await(m_source->acts()->perform(actionOn(seen(QStringLiteral("seen!a")), Verb::Acknowledge), {}, {})), Outcome::Is::Done));
    const AlertPage after = snapshot(*source);
    QCOMPARE(of(after, QStringLiteral("seen!a"))->state, AlertState::Acknowledged);
    QVERIFY(of(after, QStringLiteral("seen!a"))->acknowledgement().by.isEmpty());
    QCOMPARE(of(after, QStringLiteral("seen!a"))->acknowledgement().id, QStringLiteral("seen!a"));
    QVERIFY(isOutcome(await(m_source->acts()->perform(actionOn(seen(QStringLiteral("seen!a")).acknowledgement().id, Verb::ExpireSilence), {}, {})),
        Outcome::Is::Done));
}

void TestIcinga2Rights::actingNeedsARight()
{
    const auto source = open(QStringLiteral("viewer"));
    const AlertPage all = snapshot(*source);
    const auto refused = await(source->acts()->perform(actionOn(*of(all, QStringLiteral("seen!a")), Verb::Acknowledge), {}, {}));
    QVERIFY2(isOutcome(refused, Outcome::Is::Refused), qPrintable(toldOf(refused)));
    QVERIFY2(refused->reason.text().contains(QLatin1StringView("actions/acknowledge-problem")), qPrintable(toldOf(refused)));
    QCOMPARE(attribute("services", QStringLiteral("seen!a"), QStringLiteral("acknowledgement")), QStringLiteral("0.000"));
    // The server would have called it missing.
    const auto reply = act("acknowledge-problem", R"({"type":"Service","service":"seen!a","author":"a","comment":"c"})", "viewer");
    QCOMPARE(reply.status, 404);
    QVERIFY(reply.body.contains("No objects found."));
    QCOMPARE(m_server.request("POST", "/v1/events", R"({"types":["StateChange"],"queue":"q"})", "viewer").status, 404);
}

void TestIcinga2Rights::filteredActing()
{
    const auto source = open(QStringLiteral("some"));
    const AlertPage all = snapshot(*source);
    QVERIFY(all.isWhole());
    const auto refused = await(source->acts()->perform(actionOn(*of(all, QStringLiteral("hidden!a")), Verb::Acknowledge), {}, {}));
    QVERIFY2(isOutcome(refused, Outcome::Is::Refused), qPrintable(toldOf(refused)));
    QVERIFY2(refused->reason.text().contains(QLatin1StringView("hidden!a")), qPrintable(toldOf(refused)));
    const auto done = await(source->acts()->perform(actionOn(*of(all, QStringLiteral("seen!a")), Verb::Acknowledge), {}, {}));
    QVERIFY2(done, qPrintable(toldOf(done)));
    QCOMPARE(done->is, Outcome::Is::Done);
    QCOMPARE(act("remove-acknowledgement", R"({"type":"Service","service":"seen!a"})").status, 200);
}

void TestIcinga2Rights::wordsOfTheProbe()
{
    QVERIFY2(
        findings(QStringLiteral("nothing")).contains(QLatin1StringView("may not see hosts, services. Add objects/query/Host, objects/query/Service")),
        qPrintable(findings(QStringLiteral("nothing"))));
    QVERIFY(findings(QStringLiteral("part")).contains(QLatin1StringView("only a part of the services")));
    const QString viewer = findings(QStringLiteral("viewer"));
    QVERIFY2(
        viewer.contains(QLatin1StringView("status/query")) && viewer.contains(QLatin1StringView("actions/schedule-downtime")), qPrintable(viewer));
    QVERIFY2(findings(QStringLiteral("root")).isEmpty(), qPrintable(findings(QStringLiteral("root"))));
}

void TestIcinga2Rights::restartForgetsNothingUnseen()
{
    const auto wary = open(QStringLiteral("root"), {{QStringLiteral("settling_time"), QStringLiteral("10m")}});
    QVERIFY(!snapshot(*wary).heardSince);
    m_server.stop();
    QVERIFY2(m_server.start(), m_server.log().constData());
    // It has written down what it knew.
    QVERIFY(of(snapshot(*wary), QStringLiteral("seen!a")));
    QVERIFY(!snapshot(*wary).heardSince);
    const UtcTime before = m_clock.now();
    m_server.kill();
    m_server.forget();
    QVERIFY2(m_server.start(), m_server.log().constData());
    const AlertPage forgetful = snapshot(*wary);
    QVERIFY(forgetful.alerts.empty());
    QVERIFY(forgetful.heardSince && *forgetful.heardSince >= before - Millis(1000));
    QVERIFY2(forgetful.trouble() && forgetful.trouble()->what.contains(QLatin1StringView("has not checked 4")), "said in words");
    QVERIFY(!snapshot().heardSince);
    for (const char *id : {"seen", "hidden", "seen!a", "hidden!a"}) {
        QVERIFY(m_server.check(QString::fromLatin1(id), 0));
    }
    QTRY_VERIFY(!snapshot(*wary).heardSince);
    QVERIFY(snapshot(*wary).isWhole());
}

QTEST_GUILESS_MAIN(TestIcinga2Rights)
#include "tst_icinga2rights.moc"
