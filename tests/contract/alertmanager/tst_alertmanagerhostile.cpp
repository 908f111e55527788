#include "app/sources/alertmanager/connector.h"
#include "tests/contract/alertmanager/fakealertmanager.h"
#include "tests/contract/bench.h"
#include "tests/support/outcometext.h"

#include <QTest>

#include <atomic>

using namespace quarterdeck;

Q_DECLARE_METATYPE(quarterdeck::ScriptedReply)

/// What an Alertmanager or whatever stands before it may answer: nothing of it may look like "all quiet" or lose an action.
class TestAlertmanagerHostile : public QObject {
    Q_OBJECT

private slots:
    void noAnswerLooksLikeQuiet_data();
    void noAnswerLooksLikeQuiet();
    void aBadMemberMakesItIncomplete_data();
    void aBadMemberMakesItIncomplete();
    void aSlowMemberIsWaitedForTheNextTime();
    void aCancelledPollIsCancelled();
    void doubtfulWritesAreUnknown_data();
    void doubtfulWritesAreUnknown();
    void refusedWritesAreRefused_data();
    void refusedWritesAreRefused();
    void aFailedReReadSendsNothing();
    void aSilenceThatIsNotThereIsNotConfirmed();
    void notFoundIsBelievedWhereTheListAgrees();
    void theNextMemberIsAskedWhetherItLanded();
    void readBackWaitsForTheMemberItWasSentTo();
    void badSettingsAreNamed();

private:
    std::unique_ptr<Source> open(std::vector<QUrl> urls)
    {
        return m_bench.open(*makeAlertmanagerConnector(), ContractBench::endpoint(std::move(urls)));
    }
    ContractBench m_bench;
};

void TestAlertmanagerHostile::noAnswerLooksLikeQuiet_data()
{
    QTest::addColumn<ScriptedReply>("reply");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("login page with 200") << ScriptedReply::html("<html><form action=login></form></html>") << ErrorKind::Unauthorized;
    QTest::newRow("login page as json") << ScriptedReply::json("<!DOCTYPE html><html></html>") << ErrorKind::Unauthorized;
    QTest::newRow("empty body") << ScriptedReply::json("") << ErrorKind::BadPayload;
    QTest::newRow("no content") << ScriptedReply::empty(204) << ErrorKind::BadPayload;
    QTest::newRow("null") << ScriptedReply::json("null") << ErrorKind::BadPayload;
    QTest::newRow("object") << ScriptedReply::json("{\"status\":\"success\",\"data\":[]}") << ErrorKind::BadPayload;
    QTest::newRow("half a list") << ScriptedReply::json("[{\"fingerprint\":\"a\"") << ErrorKind::BadPayload;
    QTest::newRow("deep") << ScriptedReply::json(QByteArray(100'000, '[')) << ErrorKind::BadPayload;
    QTest::newRow("401") << ScriptedReply::json("{}", 401) << ErrorKind::Unauthorized;
    QTest::newRow("403") << ScriptedReply::json("{}", 403) << ErrorKind::Forbidden;
    QTest::newRow("404") << ScriptedReply::text("404 page not found", 404) << ErrorKind::NotFound;
    QTest::newRow("429") << ScriptedReply::tooMany("7") << ErrorKind::RateLimited;
    QTest::newRow("500") << ScriptedReply::text("oops", 500) << ErrorKind::Server;
    QTest::newRow("502") << ScriptedReply::html("<html>bad gateway</html>", 502) << ErrorKind::Server;
    QTest::newRow("redirect elsewhere") << ScriptedReply::redirect(302, "http://127.0.0.1:1/elsewhere") << ErrorKind::Rejected;
    QTest::newRow("redirect to a sign-in") << ScriptedReply::redirect(302, "http://127.0.0.1:1/login") << ErrorKind::Unauthorized;
    QTest::newRow("sign-in page with 403") << ScriptedReply::html("<html><title>Sign In</title></html>", 403) << ErrorKind::Unauthorized;
    QTest::newRow("no tenant") << ScriptedReply::text("no org id\n", 401) << ErrorKind::Rejected;
    for (const int status : {201, 202, 203, 205, 206, 207, 226}) {
        QTest::addRow("whole list with %d", status) << ScriptedReply::json("[]", status) << ErrorKind::BadPayload;
    }
    QTest::newRow("cut off gzip") << cutOffGzip() << ErrorKind::Offline;
    QTest::newRow("cut with length") << ScriptedReply::truncated("[]                    ", true) << ErrorKind::Offline;
    QTest::newRow("reset") << ScriptedReply::reset() << ErrorKind::Offline;
    QTest::newRow("closed") << ScriptedReply::closeSilently() << ErrorKind::Offline;
}

void TestAlertmanagerHostile::noAnswerLooksLikeQuiet()
{
    QFETCH(ScriptedReply, reply);
    QFETCH(ErrorKind, kind);
    ScriptedServer server([reply](const ScriptedRequest &) { return reply; });
    const auto source = open({server.url()});
    const auto result = await(source->alerts()->read({}));
    QVERIFY(!result);
    QVERIFY2(result.error().kind == kind, qPrintable(errorOf(result)));
    QVERIFY(!result.error().what.isEmpty());
    QVERIFY(!await(source->probe({})));
}

void TestAlertmanagerHostile::aBadMemberMakesItIncomplete_data()
{
    noAnswerLooksLikeQuiet_data();
}

void TestAlertmanagerHostile::aBadMemberMakesItIncomplete()
{
    QFETCH(ScriptedReply, reply);
    QFETCH(ErrorKind, kind);
    ScriptedServer good(fake([](const ScriptedRequest &) { return nothing(); }));
    // Only one of its two lists is bad: that is enough.
    ScriptedServer bad(fake([reply](const ScriptedRequest &request) { return request.path().endsWith("/silences") ? reply : nothing(); }));
    const auto source = open({good.url(), bad.url()});
    const auto result = await(source->alerts()->read({}));
    QVERIFY2(result, qPrintable(errorOf(result)));
    QVERIFY(!result->isWhole());
    // One that refuses its silences has told its alerts all the same; one that broke off may be going down.
    const bool isRefusal = kind == ErrorKind::BadPayload || kind == ErrorKind::Forbidden || kind == ErrorKind::NotFound || kind == ErrorKind::Server
        || kind == ErrorKind::Rejected;
    QCOMPARE(result->hasAllAlerts(), isRefusal);
    QCOMPARE(result->membersLive, isRefusal ? 2 : 1);
    QCOMPARE(result->members, 2);
    QCOMPARE(result->alerts.size(), std::size_t(1));
    QVERIFY(result->trouble() && result->trouble()->kind == kind);
}

void TestAlertmanagerHostile::aSlowMemberIsWaitedForTheNextTime()
{
    ScriptedServer quick(fake([](const ScriptedRequest &) { return nothing(); }));
    ScriptedServer slow(fake([](const ScriptedRequest &request) {
        ScriptedReply reply = request.path().endsWith("/alerts") ? ScriptedReply::json(OneAlert) : nothing();
        reply.delay = Millis(4'500);
        return reply;
    }));
    Endpoint endpoint = ContractBench::endpoint({quick.url(), slow.url()});
    const auto source = m_bench.open(*makeAlertmanagerConnector(), endpoint);
    const auto first = await(source->alerts()->read({}));
    QVERIFY2(first, qPrintable(errorOf(first)));
    QVERIFY(!first->isWhole());
    // Its late answer came, though nobody waited: from now on it is given its time.
    QTest::qWait(2'500);
    const auto second = await(source->alerts()->read({}));
    QVERIFY2(second, qPrintable(errorOf(second)));
    QVERIFY(second->isWhole());
}

void TestAlertmanagerHostile::aCancelledPollIsCancelled()
{
    ScriptedServer server([](const ScriptedRequest &) { return ScriptedReply::blackHole(); });
    const auto source = open({server.url()});
    std::stop_source stop;
    const auto future = source->alerts()->read(stop.get_token());
    QTRY_VERIFY(server.requests().size() >= 2);
    stop.request_stop();
    const auto result = await(future, Millis(2000));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Cancelled);
}

void TestAlertmanagerHostile::doubtfulWritesAreUnknown_data()
{
    QTest::addColumn<ScriptedReply>("reply");
    QTest::newRow("gateway timeout") << ScriptedReply::html("<html>504</html>", 504);
    QTest::newRow("bad gateway") << ScriptedReply::text("", 502);
    QTest::newRow("500") << ScriptedReply::json("\"could not gossip\"", 500);
    QTest::newRow("reset") << ScriptedReply::reset();
    QTest::newRow("closed") << ScriptedReply::closeSilently();
    QTest::newRow("cut") << ScriptedReply::truncated(R"({"silenceID":"s1"})", true);
    QTest::newRow("200 without an id") << ScriptedReply::json("{}");
    QTest::newRow("200 and empty") << ScriptedReply::json("");
}

void TestAlertmanagerHostile::doubtfulWritesAreUnknown()
{
    QFETCH(ScriptedReply, reply);
    ScriptedServer first(fake([reply](const ScriptedRequest &request) { return request.method == "POST" ? reply : nothing(); }));
    ScriptedServer second(fake([](const ScriptedRequest &) { return nothing(); }));
    const auto source = open({first.url(), second.url()});
    const auto result = await(source->acts()->perform(acknowledgement(), {}, {}));
    QVERIFY2(isOutcome(result, Outcome::Is::Unknown), qPrintable(toldOf(result)));
    // Never resent: neither here nor to the other member.
    int posts = 0;
    for (const auto &requests : {first.requests(), second.requests()}) {
        for (const ScriptedRequest &request : requests) {
            posts += request.method == "POST" ? 1 : 0;
        }
    }
    QCOMPARE(posts, 1);
}

void TestAlertmanagerHostile::refusedWritesAreRefused_data()
{
    QTest::addColumn<ScriptedReply>("reply");
    QTest::addColumn<QString>("told");
    QTest::addColumn<QString>("words");
    QTest::newRow("bare string") << ScriptedReply::json("\"Failed to create silence: end time can't be in the past\"", 400) << "refused"
                                 << "end time can't be in the past";
    QTest::newRow("code and message") << ScriptedReply::json(R"({"code":602,"message":"comment in body is required"})", 422) << "refused"
                                      << "comment in body is required";
    QTest::newRow("401") << ScriptedReply::text("", 401) << "not-sent-access"
                         << "";
    QTest::newRow("403") << ScriptedReply::text("read only", 403) << "refused"
                         << "";
    QTest::newRow("login page") << ScriptedReply::html("<html>login</html>") << "not-sent-access"
                                << "";
}

void TestAlertmanagerHostile::refusedWritesAreRefused()
{
    QFETCH(ScriptedReply, reply);
    QFETCH(QString, told);
    QFETCH(QString, words);
    ScriptedServer server(fake([reply](const ScriptedRequest &request) { return request.method == "POST" ? reply : nothing(); }));
    const auto result = await(open({server.url()})->acts()->perform(acknowledgement(), {}, {}));
    QVERIFY2(toldOf(result).startsWith(told + u' '), qPrintable(toldOf(result)));
    QVERIFY2(result->reason.text().contains(words), qPrintable(toldOf(result)));
}

void TestAlertmanagerHostile::aFailedReReadSendsNothing()
{
    ScriptedServer server(
        fake([](const ScriptedRequest &request) { return request.path().endsWith("/alerts") ? ScriptedReply::reset() : nothing(); }));
    const auto result = await(open({server.url()})->acts()->perform(acknowledgement(), {}, {}));
    // Bytes were sent, but only to read: nothing is in doubt.
    QVERIFY2(toldOf(result).startsWith(QLatin1StringView("not-sent-source")), qPrintable(toldOf(result)));
    for (const ScriptedRequest &request : server.requests()) {
        QCOMPARE(request.method, QByteArray("GET"));
    }
}

void TestAlertmanagerHostile::aSilenceThatIsNotThereIsNotConfirmed()
{
    ScriptedServer server(
        fake([](const ScriptedRequest &request) { return request.path().contains("/silence/") ? ScriptedReply::empty(404) : nothing(); }));
    const auto result = await(open({server.url()})->acts()->perform(acknowledgement(), {}, {}));
    QVERIFY2(isOutcome(result, Outcome::Is::Unknown), qPrintable(toldOf(result)));
    QCOMPARE(result->reason.code, ReasonCode::MadeNotRead);
    ScriptedServer other(fake([](const ScriptedRequest &request) {
        return request.path().contains("/silence/") ? ScriptedReply::json(heldSilence("x").replace("\"value\":\"A\"", "\"value\":\"B\"")) : nothing();
    }));
    const auto wrong = await(open({other.url()})->acts()->perform(acknowledgement(), {}, {}));
    QCOMPARE(toldOf(wrong), QStringLiteral(R"(refused {"code":"held-otherwise","args":{}})"));
    ScriptedServer good(fake(
        [](const ScriptedRequest &request) { return request.path().contains("/silence/") ? ScriptedReply::json(heldSilence("x")) : nothing(); }));
    const auto right = await(open({good.url()})->acts()->perform(acknowledgement(), {}, {}));
    QVERIFY2(right, qPrintable(errorOf(right)));
    QCOMPARE(right->is, Outcome::Is::Done);
    QCOMPARE(right->madeId, QStringLiteral("s1"));
    // Held as asked for, but not yet, or not for as long.
    ScriptedServer late(fake([](const ScriptedRequest &request) {
        return request.path().contains("/silence/") ? ScriptedReply::json(heldSilence("x").replace("active", "pending")) : nothing();
    }));
    const auto pending = await(open({late.url()})->acts()->perform(acknowledgement(), {}, {}));
    QVERIFY2(pending, qPrintable(errorOf(pending)));
    QCOMPARE(pending->is, Outcome::Is::Conflict);
    QCOMPARE(pending->reason.code, ReasonCode::BeginsLater);
    ScriptedServer brief(fake([](const ScriptedRequest &request) {
        return request.path().contains("/silence/") ? ScriptedReply::json(heldSilence("x").replace("07:23", "07:18")) : nothing();
    }));
    const auto shorter = await(open({brief.url()})->acts()->perform(acknowledgement(), {}, {}));
    QVERIFY2(shorter, qPrintable(errorOf(shorter)));
    QCOMPARE(shorter->is, Outcome::Is::Conflict);
    QCOMPARE(toldOf(shorter),
        QStringLiteral(R"(conflict {"code":"ends-otherwise","args":{"until":"2026-11-21T07:18:00Z","wished":"2026-11-21T07:23:00Z"}})"));
}

void TestAlertmanagerHostile::notFoundIsBelievedWhereTheListAgrees()
{
    // A 0.25 says so with a 500.
    std::atomic_bool isGone = false;
    std::atomic_bool isRight = false;
    std::atomic_bool isForgotten = false;
    ScriptedServer server(fake([&](const ScriptedRequest &request) {
        if (request.method == "DELETE") {
            isGone = isRight.load();
            return ScriptedReply::json("\"silence s1 not found\"", 500);
        }
        const QByteArray held = isGone ? heldSilence("x").replace("active", "expired") : heldSilence("x");
        const bool isListed = !isGone || !isForgotten;
        return request.path().endsWith("/silences") ? ScriptedReply::json('[' + (isListed ? held : QByteArray()) + ']') : nothing();
    }));
    AlertAction expire = acknowledgement();
    expire.verb = Verb::ExpireSilence;
    expire.silenceId = QStringLiteral("s1");
    const auto source = open({server.url()});
    const auto wrong = await(source->acts()->perform(expire, {}, {}));
    QVERIFY2(isOutcome(wrong, Outcome::Is::Unknown), qPrintable(toldOf(wrong)));
    isRight = true;
    // It ran before our DELETE and is ended in the list: a gateway has asked twice.
    const auto ours = await(source->acts()->perform(expire, {}, {}));
    QVERIFY2(isOutcome(ours, Outcome::Is::Done), qPrintable(toldOf(ours)));
    isGone = false;
    isForgotten = true;
    const auto result = await(source->acts()->perform(expire, {}, {}));
    QVERIFY2(result, qPrintable(errorOf(result)));
    QCOMPARE(result->is, Outcome::Is::AlreadySo);
}

void TestAlertmanagerHostile::theNextMemberIsAskedWhetherItLanded()
{
    // The first member answers reads, then is gone when the write comes.
    auto first = std::make_unique<ScriptedServer>(fake([](const ScriptedRequest &) { return nothing(); }));
    std::atomic_int reads = 0;
    ScriptedServer second(fake([&](const ScriptedRequest &request) {
        if (request.path().contains("/silence/")) {
            return ScriptedReply::json(heldSilence("x"));
        }
        ScriptedReply reply = nothing();
        if (request.path().endsWith("/silences") && request.method == "GET" && reads++ == 0) {
            reply = ScriptedReply::json("[]");
            reply.delay = Millis(600);
        }
        return reply;
    }));
    const auto source = open({first->url(), second.url()});
    const auto future = source->acts()->perform(acknowledgement(), {}, {});
    QTRY_VERIFY(first->requests().size() >= 2);
    QTest::qWait(200);
    first.reset();
    const auto result = await(future);
    QVERIFY2(result, qPrintable(errorOf(result)));
    QCOMPARE(result->is, Outcome::Is::Done);
    QVERIFY(reads >= 2);
}

void TestAlertmanagerHostile::readBackWaitsForTheMemberItWasSentTo()
{
    auto first = std::make_unique<ScriptedServer>(
        fake([](const ScriptedRequest &request) { return request.method == "POST" ? ScriptedReply::closeSilently() : nothing(); }));
    ScriptedServer second(fake([](const ScriptedRequest &) { return nothing(); }));
    const auto source = open({first->url(), second.url()});
    const AlertAction action = acknowledgement();
    QString target;
    const BeforeSend before = [&target](const QString &member) {
        target = member;
        return ready<Done>(Done {});
    };
    QVERIFY(isOutcome(await(source->acts()->perform(action, before, {})), Outcome::Is::Unknown));
    QVERIFY(!target.isEmpty() && !target.contains(u'/'));
    const quint16 port = first->port();
    first.reset();
    // It may have landed there and not been gossiped yet.
    const auto doubtful = await(source->acts()->readBack(action, target, {}));
    QCOMPARE(toldOf(doubtful), QStringLiteral(R"(unknown {"code":"member-away","args":{}})"));
    ScriptedServer again(fake([&action](const ScriptedRequest &request) {
        return request.path().endsWith("/silences") ? ScriptedReply::json('[' + heldSilence(acknowledgementComment(action.id, {}).toUtf8()) + ']')
                                                    : nothing();
    }),
        port);
    const auto found = await(source->acts()->readBack(action, target, {}));
    QVERIFY2(found, qPrintable(errorOf(found)));
    QCOMPARE(found->madeId, QStringLiteral("s1"));
}

void TestAlertmanagerHostile::badSettingsAreNamed()
{
    const auto connector = makeAlertmanagerConnector();
    const SourceDeps deps {m_bench.http(), m_bench.clock()};
    const auto refused = [&](const Endpoint &endpoint) {
        const auto source = connector->open(endpoint, deps);
        return source ? QString() : source.error().where;
    };
    QCOMPARE(refused(ContractBench::endpoint({})), QStringLiteral("urls"));
    QCOMPARE(refused(ContractBench::endpoint({QUrl(QStringLiteral("file:///etc/passwd"))})), QStringLiteral("urls"));
    QCOMPARE(refused(ContractBench::endpoint({QUrl(QStringLiteral("http://a")), QUrl(QStringLiteral("http://a/"))})), QStringLiteral("urls"));
    Endpoint endpoint = ContractBench::endpoint({QUrl(QStringLiteral("http://a"))});
    endpoint.options.insert(QStringLiteral("tenantt"), QStringLiteral("x"));
    QCOMPARE(refused(endpoint), QStringLiteral("tenantt"));
    endpoint.options = {{QStringLiteral("api_path"), QStringLiteral("api")}};
    QCOMPARE(refused(endpoint), QStringLiteral("api_path"));
    // The path and the tenant header reach the server.
    ScriptedServer server([](const ScriptedRequest &) { return ScriptedReply::json("[]"); });
    endpoint.urls = {server.url(QStringLiteral("/alertmanager"))};
    endpoint.options = {{QStringLiteral("api_path"), QStringLiteral("/am/v2/")}};
    endpoint.http.headers.push_back({QStringLiteral("X-Scope-OrgID"), QStringLiteral("team-a"), {}});
    QVERIFY(await(m_bench.open(*connector, endpoint)->alerts()->read({})));
    for (const ScriptedRequest &request : server.requests()) {
        QVERIFY(request.path().startsWith("/alertmanager/am/v2/"));
        QCOMPARE(request.header("x-scope-orgid"), QByteArray("team-a"));
    }
}

QTEST_GUILESS_MAIN(TestAlertmanagerHostile)
#include "tst_alertmanagerhostile.moc"
