#include "tests/contract/icinga2/icinga2bench.h"

#include "app/sources/icinga2/events.h"
#include "tests/support/scriptedserver.h"

using namespace quarterdeck;

namespace {

/// As late as the server may be (5 s), and some time for a busy machine.
constexpr int Tick = 9'000;

} // namespace

/// The stream of events of a real Icinga2: it makes a source say that it should be read, and is believed in nothing else.
class TestIcinga2Events : public Icinga2Bench {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { stop(); }

    void whatChangesIsHeard();
    void nothingIsHeardOfNothing();
    void cancellingEndsTheStream();
    void streamIsOpenedAgain();
    void withoutARightNothingIsHeard();
    void oneRightOfMany();
    void oneForbiddenTypeForbidsAll();
    void linesAndNothingElse();
    void equalQueuesBothHear();
    void requestsOfTheStream();

private:
    int httpClients();
    bool isListening(const int &heard);
    Result<BackendHealth> probed(const QString &user) { return await(open(user)->probe({})); }
};

void TestIcinga2Events::initTestCase()
{
    if (!Icinga2Server::isInstalled()) {
        QSKIP("icinga2 is not installed");
    }
    m_server.addUser("deaf", R"("objects/query/*", "status/query", "actions/*")");
    m_server.addUser("some", R"("objects/query/*", "status/query", "actions/*", "events/StateChange")");
    m_server.addHost(QStringLiteral("web"));
    for (const char *name : {"state", "ack", "down", "note", "again", "part", "line", "poke"}) {
        m_server.addService(QStringLiteral("web"), QString::fromLatin1(name));
    }
    QVERIFY2(start(), m_server.log().constData());
    QVERIFY(m_server.check(QStringLiteral("web"), 0));
    for (const char *name : {"state", "ack", "down", "note", "again", "part", "line", "poke"}) {
        QVERIFY(m_server.check(QStringLiteral("web!") + QString::fromLatin1(name), 2));
    }
}

int TestIcinga2Events::httpClients()
{
    const QByteArray body = m_server.request("GET", "/v1/status/ApiListener").body;
    return int(parsed(body)[u"results"].at(0)[u"status"][u"api"][u"http"][u"clients"].number());
}

bool TestIcinga2Events::isListening(const int &heard)
{
    // What the server does with a request it tells nobody: it is asked to tell something until that arrives.
    for (int i = 0; i < 60 && heard == 0; ++i) {
        m_server.check(QStringLiteral("web!poke"), i % 2 == 0 ? 1 : 2);
        QTest::qWait(500);
    }
    const bool isThere = heard > 0;
    QTest::qWait(isThere ? 5'500 : 0);
    return isThere;
}

void TestIcinga2Events::whatChangesIsHeard()
{
    const auto source = open(QStringLiteral("root"));
    std::stop_source stop;
    int heard = 0;
    source->alerts()->watch([&heard] { ++heard; }, stop.get_token());
    QVERIFY(isListening(heard));
    const QByteArray now = QByteArray::number(m_clock.now().ms / 1000);
    const QByteArray end = QByteArray::number(m_clock.now().ms / 1000 + 600);
    const std::pair<QByteArray, QByteArray> deeds[] {
        {"process-check-result", R"({"type":"Service","service":"web!state","exit_status":0,"plugin_output":"fine"})"},
        {"acknowledge-problem", R"({"type":"Service","service":"web!ack","author":"cid","comment":"mine"})"},
        {"remove-acknowledgement", R"({"type":"Service","service":"web!ack"})"},
        {"schedule-downtime",
            R"({"type":"Service","service":"web!down","author":"cid","comment":"c","start_time":)" + now + R"(,"end_time":)" + end + '}'},
        {"add-comment", R"({"type":"Service","service":"web!note","author":"cid","comment":"c"})"}};
    for (const auto &[action, body] : deeds) {
        heard = 0;
        QCOMPARE(act(action, body).status, 200);
        QTRY_VERIFY2_WITH_TIMEOUT(heard > 0, action.constData(), Tick);
        QTest::qWait(100);
    }
}

void TestIcinga2Events::nothingIsHeardOfNothing()
{
    const auto source = open(QStringLiteral("root"));
    std::stop_source stop;
    int heard = 0;
    source->alerts()->watch([&heard] { ++heard; }, stop.get_token());
    QVERIFY(isListening(heard));
    heard = 0;
    QTest::qWait(6'000);
    // Nothing has changed, and nothing is said: not even that it is alive.
    QCOMPARE(heard, 0);
}

void TestIcinga2Events::cancellingEndsTheStream()
{
    const auto source = open(QStringLiteral("root"));
    std::stop_source stop;
    int heard = 0;
    source->alerts()->watch([&heard] { ++heard; }, stop.get_token());
    QVERIFY(isListening(heard));
    const int during = httpClients();
    stop.request_stop();
    heard = 0;
    QTRY_VERIFY_WITH_TIMEOUT(httpClients() < during, 10'000);
    QVERIFY(m_server.check(QStringLiteral("web!part"), 0) && m_server.check(QStringLiteral("web!part"), 2));
    QTest::qWait(6'000);
    QCOMPARE(heard, 0);
}

void TestIcinga2Events::streamIsOpenedAgain()
{
    const auto source = open(QStringLiteral("root"));
    std::stop_source stop;
    int heard = 0;
    source->alerts()->watch([&heard] { ++heard; }, stop.get_token());
    QVERIFY(isListening(heard));
    m_server.stop();
    heard = 0;
    QVERIFY2(m_server.start(), m_server.log().constData());
    // What happened meanwhile is told by nobody: that it is open again is a reason to read.
    QTRY_VERIFY_WITH_TIMEOUT(heard > 0, 40'000);
    heard = 0;
    QVERIFY(isListening(heard));
    heard = 0;
    QCOMPARE(act("acknowledge-problem", R"({"type":"Service","service":"web!again","author":"cid","comment":"c"})").status, 200);
    QTRY_VERIFY_WITH_TIMEOUT(heard > 0, Tick);
}

void TestIcinga2Events::withoutARightNothingIsHeard()
{
    const auto source = open(QStringLiteral("deaf"));
    std::stop_source stop;
    int heard = 0;
    source->alerts()->watch([&heard] { ++heard; }, stop.get_token());
    QTest::qWait(500);
    QVERIFY(m_server.check(QStringLiteral("web!state"), 2));
    QTest::qWait(6'000);
    QCOMPARE(heard, 0);
    const AlertPage all = snapshot(*source);
    QVERIFY2(all.isWhole() && !all.trouble(), "it is no error");
    const auto health = probed(QStringLiteral("deaf"));
    QVERIFY2(health, qPrintable(errorOf(health)));
    QCOMPARE(health->findings.size(), 1);
    QVERIFY2(health->findings.front().contains(QLatin1StringView("Add events/* to the permissions")), qPrintable(health->findings.front()));
}

void TestIcinga2Events::oneRightOfMany()
{
    const auto source = open(QStringLiteral("some"));
    std::stop_source stop;
    int heard = 0;
    source->alerts()->watch([&heard] { ++heard; }, stop.get_token());
    // States it hears, and acknowledgements it does not.
    QVERIFY(isListening(heard));
    heard = 0;
    QCOMPARE(act("acknowledge-problem", R"({"type":"Service","service":"web!part","author":"cid","comment":"c"})").status, 200);
    QTest::qWait(6'000);
    QCOMPARE(heard, 0);
    const auto health = probed(QStringLiteral("some"));
    QVERIFY2(health, qPrintable(errorOf(health)));
    QCOMPARE(health->findings.size(), 1);
    QVERIFY2(health->findings.front().contains(QLatin1StringView("events/AcknowledgementSet, events/AcknowledgementCleared")),
        qPrintable(health->findings.front()));
    QVERIFY(!health->findings.front().contains(QLatin1StringView("events/StateChange")));
}

void TestIcinga2Events::oneForbiddenTypeForbidsAll()
{
    // That is why rights are asked first; and the words speak of a path.
    const QByteArray both = R"({"types":["StateChange","AcknowledgementSet"],"queue":"q"})";
    const auto reply = m_server.request("POST", "/v1/events", both, "some");
    QCOMPARE(reply.status, 404);
    QVERIFY2(reply.body.contains("The requested path 'v1/events' could not be found"), reply.body.constData());
    // A queue is wanted (before 2.16), and types are.
    QCOMPARE(m_server.request("POST", "/v1/events", R"({"types":["StateChange"]})").status, 400);
    QCOMPARE(m_server.request("POST", "/v1/events", R"({"queue":"q"})").status, 400);
}

void TestIcinga2Events::linesAndNothingElse()
{
    const QByteArray sent = m_server.stream(R"({"types":["StateChange"],"queue":"lines"})", 9'000,
        [this] { QVERIFY(m_server.check(QStringLiteral("web!line"), 0) && m_server.check(QStringLiteral("web!line"), 2)); });
    // No length, no chunks: a head, and then one object a line until the connection ends.
    const QByteArray head = sent.left(sent.indexOf("\r\n\r\n")).toLower();
    QVERIFY2(head.startsWith("http/1.1 200") && !head.contains("chunked") && !head.contains("content-length"), head.constData());
    const QByteArrayList lines = sent.mid(sent.indexOf("\r\n\r\n") + 4).trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    double last = 0;
    for (const QByteArray &line : lines) {
        QCOMPARE(parsed(line)[u"type"].string(), QStringLiteral("StateChange"));
        // Each has its own time, however late it comes.
        QVERIFY(parsed(line)[u"timestamp"].number() > last);
        last = parsed(line)[u"timestamp"].number();
    }
}

void TestIcinga2Events::equalQueuesBothHear()
{
    const QByteArray sent = m_server.stream(R"({"types":["StateChange"],"queue":"same"})", 7'000, [this] {
        const QByteArray other = m_server.stream(R"({"types":["StateChange"],"queue":"same"})", 7'000,
            [this] { QVERIFY(m_server.check(QStringLiteral("web!line"), 0) && m_server.check(QStringLiteral("web!line"), 2)); });
        QCOMPARE(other.count(R"("type":"StateChange")"), 2);
    });
    QCOMPARE(sent.count(R"("type":"StateChange")"), 2);
}

void TestIcinga2Events::requestsOfTheStream()
{
    const QByteArray rights = R"({"results":[{"user":"root","version":"r2.16.6-1","permissions":["*"]}]})";
    ScriptedServer server([rights](const ScriptedRequest &request) {
        return request.path() == "/v1" ? ScriptedReply::json(rights) : ScriptedReply::json(R"({"error":404,"status":"no"})", 404);
    });
    Endpoint there = endpoint(QStringLiteral("root"));
    there.urls = {server.url()};
    there.http.tls.caFile.clear();
    const auto source = open(there);
    std::stop_source stop;
    int heard = 0;
    source->alerts()->watch([&heard] { ++heard; }, stop.get_token());
    QTRY_COMPARE(server.requests().size(), std::size_t(2));
    // What is refused for good is not asked for again at once.
    QTest::qWait(3'000);
    const auto requests = server.requests();
    QCOMPARE(requests.size(), std::size_t(2));
    QCOMPARE(heard, 0);
    for (const ScriptedRequest &request : requests) {
        // Servers of 2.16.0 to 2.16.3 let nobody in who shows the password only when asked for it.
        QVERIFY(request.header("authorization").startsWith("Basic "));
        QCOMPARE(request.header("accept"), QByteArray("application/json"));
    }
    const JsonValue body = parsed(requests.back().body);
    QVERIFY(body[u"queue"].string().startsWith(QLatin1StringView("quarterdeck-")));
    QCOMPARE(body[u"types"].size(), icinga2::eventTypes().size());
    stop.request_stop();
}

QTEST_GUILESS_MAIN(TestIcinga2Events)
#include "tst_icinga2events.moc"
