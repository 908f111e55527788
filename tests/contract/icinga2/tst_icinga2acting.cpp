#include "app/sources/icinga2/actor.h"
#include "tests/contract/icinga2/icinga2bench.h"

using namespace quarterdeck;

/// What is done to a real Icinga2, and what it answers.
class TestIcinga2Acting : public Icinga2Bench {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();

    void acknowledges();
    void acknowledgedBySomebodyElse();
    void overOrChangedIsAConflict();
    void pendingTakesNoAcknowledgement();
    void stylesOfAcknowledgements();
    void persistentCommentIsNoAcknowledgement();
    void takesAnAcknowledgementBack();
    void setsExtendsAndEndsADowntime();
    void downtimesAreOfOneObject();
    void readsBackByTheMarker();
    void manyInOneCall();
    void noTargetIsNoAct();
    void everyAct();
    void oddAnswersOfActions();
    void downtimeOfChildrenStays();
    void eventsComeInBunches();

private:
    Outcome performed(const AlertAction &action);
    Result<std::vector<icinga2::ActResult>> send(icinga2::ObjectKind kind, const QStringList &names, icinga2::Deed deed)
    {
        return await(m_actor->send(icinga2::Act {kind, names, std::move(deed)}, {}));
    }
    std::unique_ptr<icinga2::Actor> m_actor;
};

void TestIcinga2Acting::initTestCase()
{
    if (!Icinga2Server::isInstalled()) {
        QSKIP("icinga2 is not installed");
    }
    for (const char *name : {"ack", "other", "over", "pend", "style", "back", "down", "one", "mark", "many", "acts", "odd", "top", "below"}) {
        m_server.addHost(QString::fromLatin1(name));
        for (const char *check : {"a", "b", "c"}) {
            m_server.addService(QString::fromLatin1(name), QString::fromLatin1(check));
        }
    }
    m_server.configure("object Dependency \"needs\" { parent_host_name = \"top\"; child_host_name = \"below\" }");
    QVERIFY2(start(), m_server.log().constData());
    const Endpoint root = endpoint(QStringLiteral("root"));
    m_actor = std::make_unique<icinga2::Actor>(
        icinga2::Settings {root.http, icinga2::apiRoot(root.urls.front()), root.id, {}, Millis(0)}, SourceDeps {*m_http, m_clock});
}

void TestIcinga2Acting::cleanupTestCase()
{
    m_actor.reset();
    stop();
}

Outcome TestIcinga2Acting::performed(const AlertAction &action)
{
    const auto receipt = await(m_source->acts()->perform(action, {}, {}));
    if (!receipt) {
        qWarning("%s", qPrintable(toldOf(receipt)));
        return {Outcome::Is::Unknown};
    }
    return *receipt;
}

void TestIcinga2Acting::acknowledges()
{
    QVERIFY(m_server.check(QStringLiteral("ack!a"), 2));
    const AlertAction action = actionOn(seen(QStringLiteral("ack!a")), Verb::Acknowledge);
    const UtcTime before = m_clock.now();
    const Outcome receipt = performed(action);
    QCOMPARE(receipt.is, Outcome::Is::Done);
    const AlertPage all = snapshot();
    const Alert alert = *of(all, QStringLiteral("ack!a"));
    QCOMPARE(alert.state, AlertState::Acknowledged);
    QCOMPARE(alert.acknowledgement().by, QStringLiteral("ana"));
    QCOMPARE(alert.acknowledgement().id, receipt.madeId);
    QVERIFY(alert.acknowledgement().until >= before + Millis(3'599'000) && alert.acknowledgement().until <= m_clock.now() + Millis(3'601'000));
    const auto listed = std::ranges::find(all.silences, receipt.madeId, &Silence::id);
    QVERIFY(listed != all.silences.end() && listed->comment.contains(silenceMarker(action.id)));
    QCOMPARE(commentText(listed->comment), QStringLiteral("looking"));
    // The same action again has nothing left to do.
    QCOMPARE(performed(action).is, Outcome::Is::Done);
    // It is over with the problem, and the next one is heard.
    QVERIFY(m_server.check(QStringLiteral("ack!a"), 0) && m_server.check(QStringLiteral("ack!a"), 2));
    QCOMPARE(seen(QStringLiteral("ack!a")).state, AlertState::Triggered);
}

void TestIcinga2Acting::acknowledgedBySomebodyElse()
{
    QVERIFY(m_server.check(QStringLiteral("other!a"), 2));
    const Alert alert = seen(QStringLiteral("other!a"));
    const QByteArray body = R"({"type":"Service","service":"other!a","author":"cid","comment":"mine"})";
    QCOMPARE(act("acknowledge-problem", body).status, 200);
    const auto twice = act("acknowledge-problem", body);
    QCOMPARE(twice.status, 409);
    QVERIFY(parsed(twice.body)[u"results"].at(0)[u"status"].string().contains(QLatin1StringView("already acknowledged")));
    const Outcome receipt = performed(actionOn(alert, Verb::Acknowledge));
    QCOMPARE(receipt.is, Outcome::Is::AlreadySo);
    QCOMPARE(receipt.reason, Reason {ReasonCode::Acknowledged}.with(reasonpart::By, QStringLiteral("cid")));
    QCOMPARE(receipt.madeId, seen(QStringLiteral("other!a")).acknowledgement().id);
}

void TestIcinga2Acting::overOrChangedIsAConflict()
{
    const QString id = QStringLiteral("over!a");
    QVERIFY(m_server.check(id, 0) && m_server.check(id, 1));
    const AlertAction warned = actionOn(seen(id), Verb::Acknowledge);
    QTest::qWait(2000);
    QVERIFY(m_server.check(id, 2));
    const Outcome changed = performed(warned);
    QCOMPARE(changed.is, Outcome::Is::Conflict);
    QVERIFY2(changed.reason.text().contains(QLatin1StringView("CRITICAL")), qPrintable(toldOf(changed)));
    const AlertAction critical = actionOn(seen(id), Verb::Acknowledge);
    QVERIFY(m_server.check(id, 0));
    const Outcome over = performed(critical);
    QCOMPARE(over.is, Outcome::Is::Conflict);
    QCOMPARE(over.reason.code, ReasonCode::Gone);
    QCOMPARE(attribute("services", id, QStringLiteral("acknowledgement")), QStringLiteral("0.000"));
    // What the server would say to it.
    QCOMPARE(act("acknowledge-problem", R"({"type":"Service","service":"over!a","author":"cid","comment":"c"})").status, 409);
}

void TestIcinga2Acting::pendingTakesNoAcknowledgement()
{
    AlertAction action;
    action.id = QUuid::createUuid();
    action.source = QStringLiteral("src");
    action.alert = {QStringLiteral("src"), QStringLiteral("pend!a")};
    action.author = QStringLiteral("ana");
    action.duration = Millis(60'000);
    QCOMPARE(performed(action).is, Outcome::Is::Conflict);
    QCOMPARE(attribute("services", QStringLiteral("pend!a"), QStringLiteral("acknowledgement")), QStringLiteral("0.000"));
    // The server would have taken it, and the first problem is born acknowledged.
    QCOMPARE(act("acknowledge-problem", R"({"type":"Service","service":"pend!b","author":"cid","comment":"c"})").status, 200);
    QVERIFY(m_server.check(QStringLiteral("pend!b"), 3));
    QCOMPARE(attribute("services", QStringLiteral("pend!b"), QStringLiteral("acknowledgement")), QStringLiteral("1.000"));
}

void TestIcinga2Acting::stylesOfAcknowledgements()
{
    const auto source = open(
        QStringLiteral("root"), {{QStringLiteral("sticky"), QStringLiteral("true")}, {QStringLiteral("persistent"), QStringLiteral("true")}});
    QVERIFY(m_server.check(QStringLiteral("style!a"), 1) && m_server.check(QStringLiteral("style!b"), 1));
    QVERIFY(isOutcome(await(source->acts()->perform(actionOn(seen(QStringLiteral("style!a")), Verb::Acknowledge), {}, {})), Outcome::Is::Done));
    QCOMPARE(performed(actionOn(seen(QStringLiteral("style!b")), Verb::Acknowledge)).is, Outcome::Is::Done);
    QVERIFY(m_server.check(QStringLiteral("style!a"), 2) && m_server.check(QStringLiteral("style!b"), 2));
    QCOMPARE(seen(QStringLiteral("style!a")).state, AlertState::Acknowledged);
    QCOMPARE(seen(QStringLiteral("style!b")).state, AlertState::Triggered);
}

void TestIcinga2Acting::persistentCommentIsNoAcknowledgement()
{
    const QString id = QStringLiteral("style!c");
    const auto source = open(QStringLiteral("root"), {{QStringLiteral("persistent"), QStringLiteral("true")}});
    QVERIFY(m_server.check(id, 1));
    const AlertAction action = actionOn(seen(id), Verb::Acknowledge);
    const auto made = await(source->acts()->perform(action, {}, {}));
    QVERIFY2(made && made->is == Outcome::Is::Done, qPrintable(toldOf(made)));
    QVERIFY(m_server.check(id, 0) && m_server.check(id, 1));
    QCOMPARE(seen(id).state, AlertState::Triggered);
    const QByteArray end = QByteArray::number(m_clock.now().ms / 1000 + 600);
    const QByteArray mine = R"({"type":"Service","service":"style!c","author":"cid","comment":"mine","persistent":true,"expiry":)" + end + '}';
    QCOMPARE(act("acknowledge-problem", mine).status, 200);
    QCOMPARE(seen(id).acknowledgement().by, QStringLiteral("cid"));
    const auto look = await(source->acts()->readBack(action, {}, {}));
    QVERIFY2(look, qPrintable(toldOf(look)));
    QCOMPARE(look->is, Outcome::Is::Conflict);
    // The comment of a persistent one stays when it is taken back, and hides nothing any more.
    const auto countOf = [this, &id] {
        const AlertPage all = snapshot();
        return std::ranges::count_if(all.silences, [&id](const Silence &one) { return one.id.startsWith(id); });
    };
    QCOMPARE(countOf(), 1);
    QCOMPARE(act("remove-acknowledgement", R"({"type":"Service","service":"style!c"})").status, 200);
    QCOMPARE(countOf(), 0);
}

void TestIcinga2Acting::takesAnAcknowledgementBack()
{
    QVERIFY(m_server.check(QStringLiteral("back!a"), 2));
    const Outcome made = performed(actionOn(seen(QStringLiteral("back!a")), Verb::Acknowledge));
    const auto extended = await(m_source->acts()->perform(actionOn(made.madeId, Verb::ExtendSilence), {}, {}));
    QVERIFY2(isOutcome(extended, Outcome::Is::Refused), qPrintable(toldOf(extended)));
    QCOMPARE(performed(actionOn(made.madeId, Verb::ExpireSilence)).is, Outcome::Is::Done);
    QCOMPARE(seen(QStringLiteral("back!a")).state, AlertState::Triggered);
    QCOMPARE(performed(actionOn(made.madeId, Verb::ExpireSilence)).is, Outcome::Is::AlreadySo);
    // The server itself says yes to it at any time.
    QCOMPARE(act("remove-acknowledgement", R"({"type":"Service","service":"back!a"})").status, 200);
}

void TestIcinga2Acting::setsExtendsAndEndsADowntime()
{
    const QString id = QStringLiteral("down!a");
    QVERIFY(m_server.check(id, 2));
    const AlertAction wish = actionOn(seen(id), Verb::Silence);
    const Outcome made = performed(wish);
    QCOMPARE(made.is, Outcome::Is::Done);
    QCOMPARE(seen(id).mutes(), QStringList {made.madeId});
    QCOMPARE(attribute("downtimes", made.madeId, QStringLiteral("duration")), QStringLiteral("0.000"));
    QCOMPARE(seen(id).state, AlertState::Suppressed);
    QCOMPARE(performed(actionOn(seen(id), Verb::Silence, Millis(60'000))).is, Outcome::Is::AlreadySo);
    AlertAction longer = actionOn(made.madeId, Verb::ExtendSilence);
    longer.until = m_clock.now() + Millis(20'000'000);
    const Outcome extended = performed(longer);
    QCOMPARE(extended.is, Outcome::Is::Done);
    QVERIFY2(extended.reason.isEmpty(), qPrintable(toldOf(extended)));
    QTRY_COMPARE(seen(id).mutes(), QStringList {extended.madeId});
    QCOMPARE(performed(actionOn(extended.madeId, Verb::ExpireSilence)).is, Outcome::Is::Done);
    QTRY_COMPARE(seen(id).state, AlertState::Triggered);
    QCOMPARE(performed(actionOn(extended.madeId, Verb::ExpireSilence)).is, Outcome::Is::AlreadySo);
    QCOMPARE(performed(actionOn(made.madeId, Verb::ExtendSilence)).is, Outcome::Is::Conflict);
}

void TestIcinga2Acting::downtimesAreOfOneObject()
{
    QVERIFY(m_server.check(QStringLiteral("one!a"), 2) && m_server.check(QStringLiteral("one"), 1));
    for (const char *id : {"one!a", "one"}) {
        AlertAction wide = actionOn(seen(QString::fromLatin1(id)), Verb::Silence);
        wide.matchers = {{QStringLiteral("host"), QStringLiteral("one")}};
        const auto receipt = await(m_source->acts()->perform(wide, {}, {}));
        QVERIFY2(isOutcome(receipt, Outcome::Is::Refused), qPrintable(toldOf(receipt)));
    }
    AlertAction loose = actionOn(QString(), Verb::Silence);
    loose.matchers = {{QStringLiteral("host"), QStringLiteral("one")}, {QStringLiteral("check"), QStringLiteral("a")}};
    QVERIFY(isOutcome(await(m_source->acts()->perform(loose, {}, {})), Outcome::Is::Refused));
    const AlertPage all = snapshot();
    QVERIFY(std::ranges::none_of(all.silences, [](const Silence &silence) { return silence.id.startsWith(u"one!"); }));
}

void TestIcinga2Acting::readsBackByTheMarker()
{
    QVERIFY(m_server.check(QStringLiteral("mark!a"), 2));
    const AlertAction ack = actionOn(seen(QStringLiteral("mark!a")), Verb::Acknowledge);
    const AlertAction silence = actionOn(seen(QStringLiteral("mark!a")), Verb::Silence);
    for (const AlertAction &action : {ack, silence}) {
        const auto before = await(m_source->acts()->readBack(action, {}, {}));
        QVERIFY2(isOutcome(before, Outcome::Is::NotSent), qPrintable(toldOf(before)));
        const Outcome made = performed(action);
        const auto after = await(m_source->acts()->readBack(action, {}, {}));
        QVERIFY2(after, qPrintable(toldOf(after)));
        QCOMPARE(after->is, Outcome::Is::Done);
        QCOMPARE(after->madeId, made.madeId);
        const AlertAction end = actionOn(made.madeId, Verb::ExpireSilence);
        QVERIFY(isOutcome(await(m_source->acts()->readBack(end, {}, {})), Outcome::Is::NotSent));
        QCOMPARE(performed(end).is, Outcome::Is::Done);
        QVERIFY(isOutcome(await(m_source->acts()->readBack(end, {}, {})), Outcome::Is::Done));
    }
}

void TestIcinga2Acting::manyInOneCall()
{
    for (const char *check : {"many!a", "many!b", "many!c"}) {
        QVERIFY(m_server.check(QString::fromLatin1(check), 2));
    }
    const QStringList names {QStringLiteral("many!c"), QStringLiteral("many!a"), QStringLiteral("many!b")};
    const icinga2::AcknowledgeProblem deed {QStringLiteral("ana"), QStringLiteral("all"), {}};
    QVERIFY(send(icinga2::ObjectKind::Service, {names[1]}, deed));
    const auto results = send(icinga2::ObjectKind::Service, names, deed);
    // The call as a whole is answered with 409, and two of three are done.
    QVERIFY2(results, qPrintable(errorOf(results)));
    QCOMPARE(results->size(), std::size_t(3));
    QCOMPARE(results->at(0).code, 200);
    QCOMPARE(results->at(1).code, 409);
    QCOMPARE(results->at(2).code, 200);
    for (const QString &name : names) {
        QCOMPARE(attribute("services", name, QStringLiteral("acknowledgement")), QStringLiteral("1.000"));
    }
    // One unknown name among many, and nothing is done to any.
    const auto none = send(icinga2::ObjectKind::Service, {names[0], QStringLiteral("many!nosuch")}, icinga2::RemoveAcknowledgement {});
    QVERIFY(!none);
    QVERIFY(none.error().sent == Sent::Yes);
    QCOMPARE(none.error().kind, ErrorKind::NotFound);
    QCOMPARE(attribute("services", names[0], QStringLiteral("acknowledgement")), QStringLiteral("1.000"));
}

void TestIcinga2Acting::noTargetIsNoAct()
{
    using icinga2::ObjectKind;
    const icinga2::Deed deed = icinga2::CheckNow {};
    for (const auto &[kind, names] : {std::pair {ObjectKind::Host, QStringList {}}, std::pair {ObjectKind::Host, QStringList {QString()}},
             std::pair {ObjectKind::Service, QStringList {QStringLiteral("host")}}, std::pair {ObjectKind::Host, QStringList {QStringLiteral("a!b")}},
             std::pair {ObjectKind::Service, QStringList {QStringLiteral("a!b"), QStringLiteral("!b")}},
             std::pair {ObjectKind::Downtime, QStringList {QStringLiteral("a!b")}},
             std::pair {ObjectKind::Comment, QStringList {QStringLiteral("a!b")}}}) {
        const auto results = send(kind, names, deed);
        QVERIFY(!results);
        QCOMPARE(results.error().kind, ErrorKind::Rejected);
        QVERIFY(results.error().sent == Sent::No);
    }
    // What it is about: without a name that it knows, the server acts on everything there is.
    for (const char *body :
        {R"({"type":"Service","author":"x","comment":"c"})", R"({"type":"Service","service_name":"odd!a","author":"x","comment":"c"})",
            R"({"type":"Service","services":[],"author":"x","comment":"c"})"}) {
        const auto reply = act("add-comment", body);
        QCOMPARE(reply.status, 200);
        QVERIFY2(parsed(reply.body)[u"results"].size() > 30, reply.body.left(200).constData());
    }
}

void TestIcinga2Acting::everyAct()
{
    using namespace icinga2;
    QVERIFY(m_server.check(QStringLiteral("acts!a"), 2) && m_server.check(QStringLiteral("acts"), 1));
    const UtcTime now = m_clock.now();
    const auto good = [](const Result<std::vector<ActResult>> &results) { return results && results->size() == 1 && results->front().isDone(); };
    const QStringList service {QStringLiteral("acts!a")};
    const QStringList host {QStringLiteral("acts")};
    QVERIFY(good(send(ObjectKind::Service, service, AddComment {QStringLiteral("ana"), QStringLiteral("note"), now + Millis(60'000)})));
    QVERIFY(good(send(ObjectKind::Host, host, CheckNow {})));
    QVERIFY(good(
        send(ObjectKind::Service, service, AcknowledgeProblem {QStringLiteral("ana"), QStringLiteral("c"), now + Millis(60'000), true, true, true})));
    QCOMPARE(attribute("services", service.front(), QStringLiteral("acknowledgement")), QStringLiteral("2.000"));
    QVERIFY(good(send(ObjectKind::Service, service, RemoveAcknowledgement {QStringLiteral("ana")})));
    ScheduleDowntime downtime {QStringLiteral("ana"), QStringLiteral("c"), now - Millis(1000), now + Millis(60'000)};
    downtime.isFixed = false;
    QVERIFY(!send(ObjectKind::Host, host, downtime));
    downtime.duration = Millis(30'000);
    const auto flexible = send(ObjectKind::Host, host, downtime);
    QVERIFY(good(flexible));
    QVERIFY(good(send(ObjectKind::Downtime, {flexible->front().made}, RemoveDowntime {QStringLiteral("ana")})));
    downtime.until = downtime.from - Millis(1);
    QVERIFY(!send(ObjectKind::Host, host, downtime));
    ScheduleDowntime all {QStringLiteral("ana"), QStringLiteral("c"), now - Millis(1000), now + Millis(60'000)};
    all.allServices = true;
    const auto whole = send(ObjectKind::Host, host, all);
    QVERIFY(good(whole));
    QTRY_COMPARE(attribute("services", QStringLiteral("acts!b"), QStringLiteral("downtime_depth")), QStringLiteral("1.000"));
    QVERIFY(good(send(ObjectKind::Downtime, {whole->front().made}, RemoveDowntime {QStringLiteral("ana")})));
    QTRY_COMPARE(attribute("services", QStringLiteral("acts!b"), QStringLiteral("downtime_depth")), QStringLiteral("0.000"));
}

void TestIcinga2Acting::oddAnswersOfActions()
{
    QVERIFY(m_server.check(QStringLiteral("odd!a"), 2));
    const QByteArray good = R"({"type":"Service","service":"odd!a","author":"cid","comment":"c"})";
    // A filter that matches nothing is an internal error with an empty list of results.
    const auto none = act("acknowledge-problem", R"({"type":"Service","filter":"service.name == \"nosuch\"","author":"cid","comment":"c"})");
    QCOMPARE(none.status, 500);
    QCOMPARE(none.body, QByteArray(R"({"results":[]})"));
    QCOMPARE(act("acknowledge-problem", R"({"type":"Service","service":"odd!nosuch","author":"cid","comment":"c"})").status, 404);
    const auto anyAccept = m_server.request("POST", "/v1/actions/acknowledge-problem", good, "root", "*/*");
    QCOMPARE(anyAccept.status, 400);
    QVERIFY(anyAccept.body.startsWith("<h1>Accept header is missing"));
    const QByteArray past = R"({"type":"Service","service":"odd!a","author":"cid","comment":"c","expiry":1000})";
    QCOMPARE(act("acknowledge-problem", past).status, 409);
    // Milliseconds are taken for seconds, and the end of a downtime before its start for an end.
    QByteArray late = past;
    late.replace("1000", QByteArray::number(m_clock.now().ms + 60'000));
    QCOMPARE(act("acknowledge-problem", late).status, 200);
    QVERIFY(seen(QStringLiteral("odd!a")).acknowledgement().until.isValid());
    QCOMPARE(act("remove-acknowledgement", good).status, 200);
    QCOMPARE(
        act("schedule-downtime", R"({"type":"Service","service":"odd!a","author":"cid","comment":"c","start_time":2000,"end_time":1000})").status,
        200);
    // Targets add up: a host beside a service does not say where the service is, and a filter beside a name does not narrow it.
    const auto both = act("add-comment", R"({"type":"Host","host":"odd","service":"odd!a","author":"cid","comment":"c"})");
    QCOMPARE(parsed(both.body)[u"results"].size(), 2);
    const auto widened = act("add-comment",
        R"({"type":"Service","service":"odd!a","filter":"host.name == \"odd\" && service.name == \"b\"","author":"cid","comment":"c"})");
    QCOMPARE(parsed(widened.body)[u"results"].size(), 2);
    // The stream of events: no GET, and an unknown type is taken.
    QCOMPARE(m_server.request("GET", "/v1/events?types=StateChange&queue=q").status, 404);
}

void TestIcinga2Acting::downtimeOfChildrenStays()
{
    icinga2::ScheduleDowntime deed {QStringLiteral("ana"), QStringLiteral("c"), m_clock.now() - Millis(1000), m_clock.now() + Millis(60'000)};
    deed.children = icinga2::Children::Triggered;
    const auto made = send(icinga2::ObjectKind::Host, {QStringLiteral("top")}, deed);
    QVERIFY(made && made->front().isDone());
    QTRY_COMPARE(attribute("hosts", QStringLiteral("below"), QStringLiteral("downtime_depth")), QStringLiteral("1.000"));
    const auto ended = send(icinga2::ObjectKind::Downtime, {made->front().made}, icinga2::RemoveDowntime {QStringLiteral("ana")});
    QVERIFY(ended && ended->front().isDone());
    QCOMPARE(attribute("hosts", QStringLiteral("top"), QStringLiteral("downtime_depth")), QStringLiteral("0.000"));
    QCOMPARE(attribute("hosts", QStringLiteral("below"), QStringLiteral("downtime_depth")), QStringLiteral("1.000"));
}

void TestIcinga2Acting::eventsComeInBunches()
{
    const auto change = [this] { QVERIFY(m_server.check(QStringLiteral("odd!b"), 2) && m_server.check(QStringLiteral("odd!c"), 2)); };
    // A tick of five seconds: both at once, one a line; a busy machine is given some more.
    const QByteArray sent = m_server.stream(R"({"types":["CheckResult"],"queue":"bunches"})", 9000, change);
    QCOMPARE(sent.count(R"("host":"odd")"), 2);
    // Nothing is wrong with a type that there is not, and nothing ever comes of it.
    const QByteArray none = m_server.stream(R"({"types":["CheckResults"],"queue":"none"})", 6000, change);
    QVERIFY2(none.startsWith("HTTP/1.1 200") && !none.contains(R"("host":"odd")"), none.constData());
}

QTEST_GUILESS_MAIN(TestIcinga2Acting)
#include "tst_icinga2acting.moc"
