#include "app/sources/icinga2/acts.h"
#include "app/sources/icinga2/assemble.h"
#include "app/sources/icinga2/connector.h"
#include "app/sources/icinga2/objects.h"
#include "app/sources/icinga2/rights.h"
#include "tests/contract/bench.h"
#include "tests/support/outcometext.h"
#include "tests/support/scriptedserver.h"

#include <QTest>

using namespace quarterdeck;
using namespace quarterdeck::icinga2;

namespace {

const QByteArray AllRights = R"({"results":[{"user":"root","version":"r2.13.6-1","permissions":["*"]}]})";
const QByteArray NoList = R"({"results":[]})";
const QByteArray NotFound = R"({"error":404,"status":"No objects found."})";
const QByteArray Settled = R"({"results":[{"name":"CIB","status":{"uptime":100000,"num_hosts_pending":0,"num_services_pending":0}}]})";
const QByteArray AllOn
    = R"({"results":[{"name":"IcingaApplication","status":{"icingaapplication":{"app":{"enable_host_checks":true,"enable_service_checks":true}}}}]})";
const QByteArray Alone
    = R"({"results":[{"name":"ApiListener","status":{"api":{"identity":"m","zones":{"m":{"connected":true,"endpoints":["m"]}}}}}]})";
const QByteArray Problem
    = R"({"results":[{"name":"web!http","type":"Service","joins":{},"attrs":{"state":2,"state_type":1,"last_check":1796010865.2,"last_state_change":1796010000.5,
"acknowledgement":0,"downtime_depth":0,"last_check_result":{"output":"down"}}}]})";

/// A good server with one problem, but for what `odd` answers itself (a status of 0: nothing).
ScriptedServer::Handler fake(std::function<ScriptedReply(const ScriptedRequest &)> odd)
{
    return [odd](const ScriptedRequest &request) {
        const ScriptedReply own = odd(request);
        if (own.status != 0) {
            return own;
        }
        if (request.path() == "/v1") {
            return ScriptedReply::json(AllRights);
        }
        if (request.path() == "/v1/status/CIB") {
            return ScriptedReply::json(Settled);
        }
        if (request.path().startsWith("/v1/status/")) {
            return ScriptedReply::json(request.path().endsWith("ApiListener") ? Alone : AllOn);
        }
        return ScriptedReply::json(request.path() == "/v1/objects/services" ? Problem : NoList);
    };
}

ScriptedReply nothing()
{
    return ScriptedReply::empty(0);
}

/// Answers one path by one reply, all others well.
ScriptedServer::Handler only(const QByteArray &path, const ScriptedReply &reply)
{
    return fake([path, reply](const ScriptedRequest &request) { return request.path() == path ? reply : nothing(); });
}

QStringList vars()
{
    return {QStringLiteral("team"), QStringLiteral("a"), QStringLiteral("d"), QStringLiteral("n"), QStringLiteral("b"), QStringLiteral("nul")};
}

} // namespace

/// What is made of answers of every kind, good and bad.
class TestIcinga2Hostile : public QObject {
    Q_OBJECT

private slots:
    void recordedAnswers();
    void everyPrefixIsRefused();
    void oneBadObjectSpoilsNotTheList();
    void endedAcknowledgementIsNone();
    void patterns_data();
    void patterns();
    void names();
    void actsThatAreAnswered_data();
    void actsThatAreAnswered();
    void settingsAreChecked();
    void filterMayBeForbidden();
    void wholeOrNothing_data();
    void wholeOrNothing();
    void everyCutPollIsIncomplete();
    void writesInDoubt_data();
    void writesInDoubt();

private:
    std::unique_ptr<Source> openAt(const ScriptedServer &server)
    {
        return m_bench.open(*makeIcinga2Connector(), ContractBench::endpoint({server.url()}));
    }
    ContractBench m_bench;
};

void TestIcinga2Hostile::recordedAnswers()
{
    const auto services = parseCheckables(fixture(QStringLiteral("icinga2/services.json")), vars());
    QVERIFY2(services, qPrintable(errorOf(services)));
    QVERIFY(!services->problem);
    const auto byName = [&services](
                            const QString &id) { return *std::ranges::find(services->items, id, [](const Checkable &one) { return one.ref.id(); }); };
    const Checkable http = byName(QStringLiteral("web!80:http"));
    QVERIFY(http.isPending() && !http.isProblem() && http.state == 3);
    QCOMPARE(http.vars.value(u"a"), QStringLiteral("x"));
    QCOMPARE(http.vars.value(u"n"), QStringLiteral("5"));
    QCOMPARE(http.vars.value(u"b"), QStringLiteral("true"));
    QCOMPARE(http.vars.value(u"team"), QStringLiteral("shop"));
    QVERIFY(!http.vars.contains(u"d") && !http.vars.contains(u"nul"));
    QVERIFY(byName(QStringLiteral("web!b1")).isProblem());
    QCOMPARE(byName(QStringLiteral("web!b1")).hostDisplayName, QStringLiteral("Web server"));
    const auto hosts = parseCheckables(fixture(QStringLiteral("icinga2/hosts.json")), {});
    QVERIFY(hosts && !hosts->problem && hosts->items.size() == 4);
    const auto comments = parseComments(fixture(QStringLiteral("icinga2/comments.json")));
    QVERIFY(comments && !comments->problem);
    QCOMPARE(std::ranges::count_if(comments->items, &Comment::isAcknowledgement), comments->items.size() - 1);
    const auto downtimes = parseDowntimes(fixture(QStringLiteral("icinga2/downtimes.json")));
    QVERIFY(downtimes && !downtimes->problem && downtimes->items.size() == 4);
    const Downtime &flexible = downtimes->items.at(1);
    QVERIFY(!flexible.isFixed);
    QCOMPARE(flexible.end(), flexible.triggeredAt + Millis(60'000));
    QVERIFY(downtimes->items.at(0).isInEffect(downtimes->items.at(0).enteredAt));
    QVERIFY(!flexible.isInEffect(flexible.enteredAt));
    const auto rights = parseRights(fixture(QStringLiteral("icinga2/rights.json")));
    QVERIFY(rights);
    QCOMPARE(rights->query(u"Host"), Right::Part);
    QCOMPARE(rights->query(u"Service"), Right::All);
    QCOMPARE(rights->query(u"Comment"), Right::None);
    QCOMPARE(rights->act(u"add-comment"), Right::All);
}

void TestIcinga2Hostile::everyPrefixIsRefused()
{
    for (const char *name : {"services", "hosts", "comments", "downtimes", "rights"}) {
        const QByteArray whole = fixture(QStringLiteral("icinga2/") + QString::fromLatin1(name) + QStringLiteral(".json")).trimmed();
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const QByteArray part = whole.first(size);
            QVERIFY2(!parseCheckables(part, {}) && !parseComments(part) && !parseDowntimes(part) && !parseDependencies(part) && !parseRights(part),
                part.constData());
        }
    }
    for (const QByteArray &other : {NotFound, QByteArray("[]"), QByteArray("{}"), QByteArray(R"({"results":{}})"), QByteArray(R"({"results":null})"),
             QByteArray(R"({"results":[}])"), QByteArray(R"({"results":[{}},{}]})")}) {
        QVERIFY2(!parseCheckables(other, {}), other.constData());
    }
}

void TestIcinga2Hostile::oneBadObjectSpoilsNotTheList()
{
    const QByteArray good = Problem.sliced(12).chopped(2);
    for (const QByteArray &bad :
        {QByteArray("{}"), QByteArray("null"), QByteArray(R"({"name":"!x","attrs":{"state":2}})"), QByteArray(R"({"name":"a!b!c"})"),
            QByteArray(good).replace("\"state\":2", "\"state\":\"2\""), QByteArray(good).replace("\"last_check\":1796010865.2,", ""),
            QByteArray(good).replace("\"acknowledgement\":0,", ""), QByteArray(200, '[') + QByteArray(200, ']')}) {
        const auto listing = parseCheckables("{\"results\":[" + bad + ',' + good + "]}", {});
        QVERIFY2(listing, bad.constData());
        QCOMPARE(listing->items.size(), std::size_t(1));
        QVERIFY(listing->problem);
        QVERIFY2(listing->problem->where.startsWith(QLatin1StringView("/results/0")), qPrintable(listing->problem->where));
    }
    const auto wild = parseCheckables(
        QByteArray(Problem).replace("1796010865.2", "1e308").replace("\"downtime_depth\":0", "\"downtime_depth\":-1e308"), {});
    QVERIFY(wild && wild->items.size() == 1);
}

void TestIcinga2Hostile::endedAcknowledgementIsNone()
{
    const UtcTime now {1'796'011'000'000};
    for (const auto &[end, state] : {std::pair {"0", AlertState::Acknowledged}, std::pair {"1796011001", AlertState::Acknowledged},
             std::pair {"1796010999", AlertState::Triggered}}) {
        QByteArray body = Problem;
        body.replace("\"acknowledgement\":0", "\"acknowledgement\":2,\"acknowledgement_expiry\":" + QByteArray(end));
        FirstSeen firstSeen;
        const auto present = assemble(Answers {parseRights(AllRights), parseCheckables(NoList, {}), parseCheckables(body, {}), parseComments(NoList),
                                          parseDowntimes(NoList), parseDependencies(NoList), ServerState {}},
            Judge {QStringLiteral("src"), now, Millis(0)}, firstSeen);
        QVERIFY2(present && present->snapshot.alerts.size() == 1, qPrintable(errorOf(present)));
        QCOMPARE(present->snapshot.alerts.front().state, state);
    }
}

void TestIcinga2Hostile::patterns_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isMatch");
    const auto row = [](const char *pattern, const char *text, bool isMatch) {
        QTest::addRow("%s ~ %s", pattern, text) << QString::fromLatin1(pattern) << QString::fromLatin1(text) << isMatch;
    };
    row("*", "", true);
    row("", "", true);
    row("", "a", false);
    row("objects/*", "objects/query/Host", true);
    row("Objects/Query/host", "objects/query/Host", true);
    row("objects/query/H?st", "objects/query/Host", true);
    row("objects/query/Host", "objects/query/Hosts", false);
    row("*Host", "objects/query/Host", true);
    row("*a*b*c", "xaxbxbxc", true);
    row("*a*b*c", "xaxcxb", false);
    row("a?", "a", false);
}

void TestIcinga2Hostile::patterns()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(bool, isMatch);
    QCOMPARE(matchesPattern(pattern, text), isMatch);
}

void TestIcinga2Hostile::names()
{
    QCOMPARE(ObjectRef::fromId(u"a:b!c:d").service, QStringLiteral("c:d"));
    QCOMPARE(ObjectRef::fromId(u"a:b!c:d").host, QStringLiteral("a:b"));
    QVERIFY(ObjectRef::fromId(u"a").isHost());
    for (const char *bad : {"", "!", "a!", "!b", "a!b!c"}) {
        QVERIFY2(!ObjectRef::fromId(QString::fromLatin1(bad)).isValid(), bad);
    }
}

void TestIcinga2Hostile::actsThatAreAnswered_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<std::optional<Sent>>("sent"); ///< Nothing: results.
    const QByteArray two = R"({"results":[{"code":200,"status":"done","name":"x"},{"code":409,"status":"no"}]})";
    const std::optional<Sent> unknown = Sent::Maybe;
    const std::optional<Sent> refused = Sent::Yes;
    QTest::newRow("all there") << 200 << two << std::optional<Sent>();
    QTest::newRow("one conflict") << 409 << two << std::optional<Sent>();
    QTest::newRow("two errors") << 500 << two << std::optional<Sent>();
    QTest::newRow("too few") << 200 << QByteArray(R"({"results":[{"code":200,"status":"done"}]})") << unknown;
    QTest::newRow("none") << 500 << NoList << unknown;
    QTest::newRow("no code") << 200 << QByteArray(R"({"results":[{"status":"done"},{"code":200}]})") << unknown;
    QTest::newRow("not found") << 404 << NotFound << refused;
    QTest::newRow("not allowed") << 403 << QByteArray(R"({"error":403,"status":"Missing permission: filter-expression"})") << refused;
    QTest::newRow("reloading") << 503 << QByteArray(R"({"error":503,"status":"Icinga is reloading."})") << refused;
    QTest::newRow("failed inside") << 500 << QByteArray(R"({"error":500,"status":"Unhandled exception"})") << unknown;
    QTest::newRow("gateway") << 502 << QByteArray("<html>Bad gateway</html>") << unknown;
    QTest::newRow("gateway's no") << 403 << QByteArray("<html>no</html>") << unknown;
    QTest::newRow("good page") << 200 << QByteArray("<html>Sign in</html>") << unknown;
    QTest::newRow("cut") << 200 << two.chopped(9) << unknown;
    QTest::newRow("empty") << 200 << QByteArray() << unknown;
    QTest::newRow("no list") << 200 << QByteArray("[]") << unknown;
}

void TestIcinga2Hostile::actsThatAreAnswered()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(std::optional<Sent>, sent);
    HttpResponse response;
    response.status = status;
    response.body = body;
    const auto results = actResults(response, 2);
    QCOMPARE(results.has_value(), !sent.has_value());
    if (!results) {
        QVERIFY(results.error().sent == *sent);
    } else {
        QVERIFY(results->at(0).isDone() && results->at(0).made == u"x");
        QVERIFY(!results->at(1).isDone() && results->at(1).words == u"no");
    }
}

void TestIcinga2Hostile::settingsAreChecked()
{
    const auto opened = [this](const QMap<QString, QString> &options, std::vector<QUrl> urls) {
        Endpoint endpoint = ContractBench::endpoint(std::move(urls));
        endpoint.options = options;
        return makeIcinga2Connector()->open(endpoint, SourceDeps {m_bench.http(), m_bench.clock()});
    };
    const QUrl url(QStringLiteral("https://icinga.example:5665"));
    QVERIFY(opened({}, {url}));
    QVERIFY(opened({{QStringLiteral("sticky"), QStringLiteral("true")}, {QStringLiteral("settling_time"), QStringLiteral("5m")}}, {url}));
    for (const char *children : {"none", "triggered", "scheduled"}) {
        QVERIFY(opened({{QStringLiteral("downtime_children"), QString::fromLatin1(children)}}, {url}));
    }
    QVERIFY(!opened({}, {}));
    QVERIFY(!opened({}, {url, QUrl(QStringLiteral("https://other.example:5665"))}));
    QVERIFY(!opened({}, {QUrl(QStringLiteral("ftp://icinga.example"))}));
    for (const char *key : {"sticky", "persistent", "notify", "settling_time", "downtime_services", "downtime_children", "nosuch"}) {
        const auto bad = opened({{QString::fromLatin1(key), QStringLiteral("maybe")}}, {url});
        QVERIFY(!bad);
        QCOMPARE(bad.error().where, QString::fromLatin1(key));
    }
}

void TestIcinga2Hostile::filterMayBeForbidden()
{
    // 2.17 lets nobody filter without the right to; its words are not known to us, the whole list is asked for instead.
    for (const int status : {403, 404}) {
        ScriptedServer server(fake([status](const ScriptedRequest &request) {
            return request.body.contains("\"filter\"") ? ScriptedReply::json(NotFound, status) : nothing();
        }));
        const auto source = openAt(server);
        for (int i = 0; i < 2; ++i) {
            const auto all = await(source->alerts()->read({}));
            QVERIFY2(all && all->isWhole() && all->alerts.size() == 1, qPrintable(errorOf(all)));
        }
        const auto requests = server.requests();
        const auto filtered = std::ranges::count_if(requests, [](const ScriptedRequest &request) { return request.body.contains("\"filter\""); });
        QCOMPARE(filtered, 2);
        for (const ScriptedRequest &request : requests) {
            QCOMPARE(request.header("accept"), QByteArray("application/json"));
        }
    }
}

void TestIcinga2Hostile::wholeOrNothing_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("kind");
    for (const char *path : {"/v1", "/v1/objects/hosts", "/v1/objects/services", "/v1/objects/comments", "/v1/objects/downtimes", "/v1/status/CIB",
             "/v1/status/IcingaApplication", "/v1/status/ApiListener"}) {
        for (int kind = 0; kind < 9; ++kind) {
            QTest::addRow("%s %d", path, kind) << QByteArray(path) << kind;
        }
    }
}

void TestIcinga2Hostile::wholeOrNothing()
{
    QFETCH(QByteArray, path);
    QFETCH(int, kind);
    ScriptedReply partial = ScriptedReply::json(NoList, 206);
    const ScriptedReply replies[] {ScriptedReply::json(NotFound, 404), ScriptedReply::json("{}"), ScriptedReply::html("<html>Sign in</html>"),
        ScriptedReply::empty(204), partial, ScriptedReply::reset(), ScriptedReply::truncated(NoList, true),
        ScriptedReply::truncated(NoList.chopped(2), false), ScriptedReply::json(NoList, 500)};
    ScriptedServer server(only(path, replies[kind]));
    const auto source = openAt(server);
    const auto all = await(source->alerts()->read({}));
    if (!all) {
        return;
    }
    QVERIFY2(!all->isWhole(), "a part of the answer is missing");
    QVERIFY(all->trouble());
    const bool isOfQuiet = path == "/v1/objects/comments" || path == "/v1/objects/downtimes";
    QCOMPARE(all->hasAllAlerts(), isOfQuiet);
}

void TestIcinga2Hostile::everyCutPollIsIncomplete()
{
    // As long as the length is not told, a cut list is only known by its text.
    const QByteArray whole = QByteArray(Problem).replace("\n", "");
    for (qsizetype size = 0; size < whole.size(); size += 7) {
        ScriptedServer server(only("/v1/objects/services", ScriptedReply::truncated(whole.first(size), false)));
        const auto source = openAt(server);
        const auto all = await(source->alerts()->read({}));
        QVERIFY2(!all || !all->hasAllAlerts(), whole.first(size).constData());
    }
}

void TestIcinga2Hostile::writesInDoubt_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind < 6; ++kind) {
        QTest::addRow("%d", kind) << kind;
    }
}

void TestIcinga2Hostile::writesInDoubt()
{
    QFETCH(int, kind);
    const ScriptedReply replies[] {ScriptedReply::reset(), ScriptedReply::closeSilently(), ScriptedReply::html("<html>Bad gateway</html>", 502),
        ScriptedReply::json(NoList, 500), ScriptedReply::truncated(R"({"results":[{"code":200)", false), ScriptedReply::redirect(302, "/login")};
    ScriptedServer server(only("/v1/actions/acknowledge-problem", replies[kind]));
    const auto source = openAt(server);
    AlertAction action;
    action.id = QUuid::createUuid();
    action.source = QStringLiteral("src");
    action.alert = {action.source, QStringLiteral("web!http")};
    action.duration = Millis(60'000);
    action.author = QStringLiteral("ana");
    const auto receipt = await(source->acts()->perform(action, {}, {}));
    QVERIFY2(isOutcome(receipt, Outcome::Is::Unknown), qPrintable(toldOf(receipt)));
    const auto requests = server.requests();
    QCOMPARE(std::ranges::count_if(requests, [](const ScriptedRequest &one) { return one.path() == "/v1/actions/acknowledge-problem"; }), 1);
    const auto look = await(source->acts()->readBack(action, {}, {}));
    QVERIFY2(isOutcome(look, Outcome::Is::NotSent), qPrintable(toldOf(look)));
}

QTEST_GUILESS_MAIN(TestIcinga2Hostile)
#include "tst_icinga2hostile.moc"
