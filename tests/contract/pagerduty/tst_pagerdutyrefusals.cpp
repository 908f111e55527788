#include "pagerdutybench.h"

#include <QTest>

using namespace quarterdeck;

/// What is said where PagerDuty says no, and what may be configured.
class TestPagerdutyRefusals : public QObject {
    Q_OBJECT

private slots:
    void init() { m_b = std::make_unique<PagerdutyBench>(); }

    void refusals_data();
    void refusals();
    void probes();
    void opensByRegionOrUrl();
    void completesByRegion();

private:
    std::unique_ptr<PagerdutyBench> m_b;
};

void TestPagerdutyRefusals::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, int status, const QByteArray &body, ErrorKind kind, const char *words) {
        QTest::newRow(name) << status << body << int(kind) << QString::fromUtf8(words);
    };
    row("list of errors", 400, R"({"error":{"message":"Invalid Input Provided","code":2001,"errors":["Since is odd","Until too"]}})",
        ErrorKind::Rejected, "Invalid Input Provided; Since is odd; Until too");
    row("map of errors", 400, R"({"error":{"message":"Invalid","code":2001,"errors":{"schedule.name":["is empty","is odd"]}}})", ErrorKind::Rejected,
        "Invalid; schedule.name: is empty; schedule.name: is odd");
    row("message alone", 403, R"({"error":{"message":"Access Denied","code":2010}})", ErrorKind::Forbidden, "Access Denied");
    row("plan", 402, R"({"error":{"message":"Account does not have the abilities","code":2014}})", ErrorKind::Rejected, "abilities");
    row("nothing", 404, "", ErrorKind::NotFound, "no such resource");
    row("key", 401, R"({"error":{"message":"Authentication failed","code":2006}})", ErrorKind::Unauthorized, "credentials");
    row("gateway", 502, "<html>Bad gateway</html>", ErrorKind::Server, "server error");
    row("wait", 429, R"({"error":{"message":"Rate Limit Exceeded","code":2020}})", ErrorKind::RateLimited, "");
    row("slow", 408, R"({"error":{"message":"Timeout","code":2016}})", ErrorKind::Timeout, "Timeout");
    row("a part", 206, R"({"incidents":[],"more":false})", ErrorKind::BadPayload, "part");
    row("no list", 200, R"({"alerts":[],"more":false})", ErrorKind::BadPayload, "incidents");
    row("no word of more", 200, R"({"incidents":[]})", ErrorKind::BadPayload, "whole list");
}

void TestPagerdutyRefusals::refusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    QFETCH(QString, words);
    m_b->server.before([&](const ScriptedRequest &, PagerdutyAccount &) { return std::optional(ScriptedReply::json(body, status)); });
    const auto source = m_b->open();
    for (const auto &error : {await(source->alerts()->read({})).map([](const auto &) { return Done {}; }),
             await(source->probe({})).map([](const auto &) { return Done {}; })}) {
        QVERIFY(!error);
        QCOMPARE(errorKindName(error.error().kind), errorKindName(ErrorKind(kind)));
        QVERIFY2(error.error().what.contains(words), qPrintable(error.error().what));
        QVERIFY2(!error.error().what.contains(QStringLiteral("user-key")), qPrintable(error.error().what));
    }
}

void TestPagerdutyRefusals::probes()
{
    const auto own = await(m_b->open()->probe({}));
    QVERIFY2(own, qPrintable(errorOf(own)));
    QVERIFY(own->findings.isEmpty());
    const auto nobodys = await(m_b->open(QStringLiteral("account-key"))->probe({}));
    QVERIFY2(nobodys, qPrintable(errorOf(nobodys)));
    QVERIFY2(nobodys->findings.value(0).contains(QStringLiteral("Set user")), qPrintable(nobodys->findings.join(u' ')));
    m_b->options.insert(QStringLiteral("user"), QStringLiteral("ben@acme.example"));
    QVERIFY(await(m_b->open(QStringLiteral("account-key"))->probe({}))->findings.isEmpty());
    QVERIFY(await(m_b->open()->probe({}))->findings.value(0).contains(QStringLiteral("ana@acme.example")));
}

void TestPagerdutyRefusals::opensByRegionOrUrl()
{
    ContractBench bench;
    const auto connector = makePagerdutyConnector();
    const SourceDeps deps {bench.http(), bench.clock()};
    const auto refusedAt = [&](const std::vector<QUrl> &urls, const QMap<QString, QString> &options) {
        Endpoint endpoint = ContractBench::endpoint(urls);
        endpoint.options = options;
        const auto opened = connector->open(endpoint, deps);
        return opened ? QString() : opened.error().where;
    };
    const QString region = QStringLiteral("region");
    const QUrl url(QStringLiteral("https://api.pagerduty.com"));
    QCOMPARE(refusedAt({}, {}), QString());
    QCOMPARE(refusedAt({}, {{region, QStringLiteral("eu")}}), QString());
    QCOMPARE(refusedAt({url}, {}), QString());
    QCOMPARE(refusedAt({}, {{region, QStringLiteral("mars")}}), region);
    QCOMPARE(refusedAt({url}, {{region, QStringLiteral("eu")}}), region);
    QCOMPARE(refusedAt({url, url}, {}), QStringLiteral("urls"));
    QCOMPARE(refusedAt({QUrl(QStringLiteral("ftp://x/"))}, {}), QStringLiteral("urls"));
    QCOMPARE(refusedAt({url}, {{QStringLiteral("user"), QStringLiteral("Ana")}}), QStringLiteral("user"));
    QCOMPARE(refusedAt({url}, {{QStringLiteral("usr"), QStringLiteral("a@b")}}), QStringLiteral("usr"));
    QCOMPARE(bench.open(*connector, ContractBench::endpoint({url}))->info().id, QStringLiteral("src"));
}

void TestPagerdutyRefusals::completesByRegion()
{
    const auto connector = makePagerdutyConnector();
    const auto completed = [&connector](const QString &region, const OAuth2Config &oauth2 = {}) {
        Endpoint endpoint = ContractBench::endpoint({});
        if (!region.isEmpty()) {
            endpoint.options.insert(QStringLiteral("region"), region);
        }
        endpoint.http.oauth2 = oauth2;
        const auto once = connector->complete(endpoint);
        Endpoint twice = endpoint;
        return once && connector->complete(twice) && twice == endpoint ? endpoint : Endpoint {};
    };
    const QUrl us(QStringLiteral("https://api.pagerduty.com"));
    const QUrl eu(QStringLiteral("https://api.eu.pagerduty.com"));
    QCOMPARE(completed({}).urls, std::vector<QUrl> {us});
    QCOMPARE(completed(QStringLiteral("us")).urls, std::vector<QUrl> {us});
    QCOMPARE(completed(QStringLiteral(" EU ")).urls, std::vector<QUrl> {eu});
    // However it is said, it is the same server.
    QCOMPARE(completed(QStringLiteral("eu")).options, (QMap<QString, QString> {}));
    Endpoint wrong = ContractBench::endpoint({});
    wrong.options.insert(QStringLiteral("region"), QStringLiteral("mars"));
    const Endpoint before = wrong;
    const auto refused = connector->complete(wrong);
    QVERIFY(!refused);
    QCOMPARE(refused.error().what, QStringLiteral("A region is us or eu, not mars"));
    QVERIFY(wrong == before);
    // Where people sign in is published for one region only.
    OAuth2Config browser;
    browser.grant = OAuth2Config::Grant::AuthorizationCode;
    QCOMPARE(completed(QStringLiteral("us"), browser).http.oauth2->tokenUrl, QUrl(QStringLiteral("https://identity.pagerduty.com/oauth/token")));
    QCOMPARE(
        completed(QStringLiteral("us"), browser).http.oauth2->authorizeUrl, QUrl(QStringLiteral("https://identity.pagerduty.com/oauth/authorize")));
    QVERIFY(completed(QStringLiteral("eu"), browser).http.oauth2->tokenUrl.isEmpty());
    QVERIFY(completed(QStringLiteral("us"), {}).http.oauth2->tokenUrl.isEmpty());
    browser.tokenUrl = QUrl(QStringLiteral("https://idp.example/t"));
    QCOMPARE(completed(QStringLiteral("us"), browser).http.oauth2->tokenUrl, browser.tokenUrl);
    QVERIFY(completed(QStringLiteral("us"), browser).http.oauth2->authorizeUrl.isEmpty());
}

QTEST_GUILESS_MAIN(TestPagerdutyRefusals)
#include "tst_pagerdutyrefusals.moc"
