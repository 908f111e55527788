#include "app/sources/pagerduty/parse.h"
#include "pagerdutybench.h"

#include <QTest>

using namespace quarterdeck;

namespace {

QByteArray incidentWith(const QByteArray &fields)
{
    return "{\"incidents\":[{" + fields
        + "},{\"id\":\"PGOOD\",\"title\":\"Good\",\"status\":\"triggered\",\"created_at\":\"2026-01-01T00:00:00Z\"}],\"more\":false}";
}

} // namespace

/// Answers that no PagerDuty should give: none of them may end in an all-clear, or in less than what is there without a word.
class TestPagerdutyHostile : public QObject {
    Q_OBJECT

private slots:
    void init() { m_b = std::make_unique<PagerdutyBench>(); }

    void cutAtEveryPlace();
    void cutLaterPages();
    void brokenConnections();
    void oddIncidents_data();
    void oddIncidents();
    void pagesForPeople_data();
    void pagesForPeople();
    void tooMuch();
    void oddIdsNeverReachAPath();
    void wordsAreCleaned();
    void redirectsAreNotFollowed();

private:
    void answerWith(const ScriptedReply &reply)
    {
        m_b->server.before([reply](const ScriptedRequest &request, PagerdutyAccount &) {
            return request.path() == "/maintenance_windows" ? std::nullopt : std::optional(reply);
        });
    }
    Result<AlertPage> readNow() { return await(m_b->open()->alerts()->read({}), Millis(60'000)); }

    std::unique_ptr<PagerdutyBench> m_b;
};

void TestPagerdutyHostile::cutAtEveryPlace()
{
    const QByteArray whole = fixture(QStringLiteral("pagerduty/incidents.json")).trimmed();
    qsizetype size = 0;
    m_b->server.before([&](const ScriptedRequest &request, PagerdutyAccount &) {
        return request.path() == "/incidents" ? std::optional(ScriptedReply::json(whole.first(size)))
                                              : std::optional(ScriptedReply::json(R"({"log_entries":[],"maintenance_windows":[],"more":false})"));
    });
    const auto source = m_b->open();
    for (qsizetype cut = 0; cut < whole.size(); ++cut) {
        const auto page = pagerduty::parseIncidents(whole.first(cut));
        QVERIFY2(!page && page.error().kind == ErrorKind::BadPayload, qPrintable(QString::number(cut)));
    }
    for (size = 0; size < whole.size(); size += 61) {
        const auto result = await(source->alerts()->read({}));
        QVERIFY2(!result, qPrintable(QString::number(size)));
        QCOMPARE(errorKindName(result.error().kind), errorKindName(ErrorKind::BadPayload));
    }
    size = whole.size();
    const auto result = await(source->alerts()->read({}));
    QVERIFY2(result, qPrintable(errorOf(result)));
    QVERIFY(result->isWhole());
    QCOMPARE(result->alerts.size(), std::size_t(2));
    const Alert alert = alertIn(*result, QStringLiteral("Q1ABCDEF"));
    QCOMPARE(alert.severity, Severity::Warning);
    QCOMPARE(alert.correlation, QStringLiteral("mail/queue"));
    QCOMPARE(alert.labels.value(u"queue"), QStringLiteral("in"));
    QVERIFY(!alert.labels.contains(u"api_key"));
    QCOMPARE(toRfc3339(alert.acknowledgement().until), QStringLiteral("2026-11-20T10:35:00Z"));
}

void TestPagerdutyHostile::cutLaterPages()
{
    for (int i = 0; i < 120; ++i) {
        m_b->openIncident(QStringLiteral("One of many"));
    }
    for (const ScriptedReply &reply : {ScriptedReply::truncated("{\"incidents\":[", true), ScriptedReply::truncated("{\"incidents\":[]", false),
             ScriptedReply::json("{\"incidents\":[],\"more\":false}"), ScriptedReply::json("{}"), ScriptedReply::reset(),
             ScriptedReply::json("{\"incidents\":null,\"more\":false}")}) {
        m_b->server.before([&](const ScriptedRequest &request, PagerdutyAccount &) {
            return request.target.contains("offset=0") ? std::nullopt : std::optional(reply);
        });
        const auto result = readNow();
        QVERIFY2(result, qPrintable(errorOf(result)));
        QVERIFY2(!result->isWhole() && result->trouble(), reply.body.constData());
        QCOMPARE(result->alerts.size(), std::size_t(100));
    }
}

void TestPagerdutyHostile::brokenConnections()
{
    const QByteArray whole = fixture(QStringLiteral("pagerduty/incidents.json"));
    for (const ScriptedReply &reply : {ScriptedReply::truncated(whole.first(400), true), ScriptedReply::reset(), ScriptedReply::closeSilently(),
             ScriptedReply::badGzip(), ScriptedReply::empty(204), ScriptedReply::json(whole, 203), ScriptedReply::json(whole, 202)}) {
        answerWith(reply);
        const auto result = readNow();
        QVERIFY2(!result, qPrintable(QString::number(reply.status)));
    }
}

void TestPagerdutyHostile::oddIncidents_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<bool>("isShown");
    const auto row = [](const char *name, const QByteArray &fields, bool isShown) { QTest::newRow(name) << fields << isShown; };
    const QByteArray began = ",\"created_at\":\"2026-01-01T00:00:00Z\"";
    row("no id", "\"title\":\"A\",\"status\":\"triggered\"" + began, false);
    row("a number for an id", "\"id\":17" + began, false);
    row("a path for an id", "\"id\":\"../users\"" + began, false);
    row("an endless id", "\"id\":\"" + QByteArray(5000, 'A') + "\"" + began, false);
    row("no beginning", "\"id\":\"PODD\",\"status\":\"triggered\"", false);
    row("a senseless beginning", "\"id\":\"PODD\",\"created_at\":\"yesterday\"", false);
    row("no status", "\"id\":\"PODD\"" + began, true);
    row("a number for a status", "\"id\":\"PODD\",\"status\":4" + began, true);
    row("everything of another type",
        "\"id\":\"PODD\",\"title\":[],\"service\":\"x\",\"assignments\":{},\"teams\":7,\"priority\":[1],\"urgency\":{},"
        "\"pending_actions\":\"no\",\"acknowledgements\":[null,3,{\"at\":5}],\"incident_number\":\"9\",\"is_mergeable\":\"yes\","
        "\"custom_fields\":{\"a\":1},\"first_trigger_log_entry\":[1,2],\"escalation_policy\":false"
            + began,
        true);
    row("deep", "\"id\":\"PODD\",\"body\":{\"details\":" + QByteArray(50, '[') + QByteArray(50, ']') + "}" + began, true);
}

void TestPagerdutyHostile::oddIncidents()
{
    QFETCH(QByteArray, fields);
    QFETCH(bool, isShown);
    answerWith(ScriptedReply::json(incidentWith(fields)));
    const auto result = readNow();
    QVERIFY2(result, qPrintable(errorOf(result)));
    // The good one beside it is there in any case, and one that is left out is said to be.
    QVERIFY(alertIn(*result, QStringLiteral("PGOOD")).key.isValid());
    QCOMPARE(alertIn(*result, QStringLiteral("PODD")).key.isValid(), isShown);
    QCOMPARE(result->isWhole(), isShown);
    QCOMPARE(result->trouble() != nullptr, !isShown);
    if (isShown) {
        QCOMPARE(alertIn(*result, QStringLiteral("PODD")).state, AlertState::Triggered);
    }
}

void TestPagerdutyHostile::pagesForPeople_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("page");
    const QByteArray signIn = "<!DOCTYPE html><title>Sign in</title><form><input type=password></form>";
    QTest::newRow("sign-in with 200") << 200 << signIn;
    QTest::newRow("portal with 200") << 200 << QByteArray("<html>Welcome to the hotel</html>");
    QTest::newRow("sign-in with 403") << 403 << signIn;
}

void TestPagerdutyHostile::pagesForPeople()
{
    QFETCH(int, status);
    QFETCH(QByteArray, page);
    for (const auto &reply : {ScriptedReply::html(page, status), ScriptedReply::json(page, status)}) {
        answerWith(reply);
        const auto result = readNow();
        QVERIFY(!result);
        QCOMPARE(errorKindName(result.error().kind), errorKindName(ErrorKind::Unauthorized));
    }
}

void TestPagerdutyHostile::tooMuch()
{
    answerWith(ScriptedReply::endless());
    const auto endless = readNow();
    QVERIFY(!endless);
    answerWith(ScriptedReply::gzipBomb(256LL * 1024 * 1024));
    QVERIFY(!readNow());
    // One that is too large is left out and said to be; long texts are cut.
    const QByteArray began = ",\"created_at\":\"2026-01-01T00:00:00Z\"";
    answerWith(ScriptedReply::json(incidentWith("\"id\":\"PODD\",\"title\":\"" + QByteArray(3'000'000, 'x') + "\"" + began)));
    const auto large = readNow();
    QVERIFY2(large, qPrintable(errorOf(large)));
    QVERIFY(!large->isWhole() && large->trouble()->what.contains(QStringLiteral("too large")));
    answerWith(
        ScriptedReply::json(incidentWith("\"id\":\"PODD\",\"title\":\"A\",\"body\":{\"details\":\"" + QByteArray(500'000, 'x') + "\"}" + began)));
    const auto cut = readNow();
    QVERIFY2(cut, qPrintable(errorOf(cut)));
    QVERIFY(cut->isWhole());
    QVERIFY(alertIn(*cut, QStringLiteral("PODD")).annotations.value(u"description").size() < 70'000);
}

void TestPagerdutyHostile::oddIdsNeverReachAPath()
{
    const auto source = m_b->open();
    AlertAction action;
    action.id = QUuid::createUuid();
    action.source = QStringLiteral("src");
    for (const char *id : {"../users/me", "P1/notes", "P1?x=y", "P1%2f", "", "P 1"}) {
        action.alert = {QStringLiteral("src"), QString::fromLatin1(id)};
        QCOMPARE(toldOf(await(source->acts()->perform(action, {}, {}))).section(u' ', 0, 0), QStringLiteral("conflict"));
    }
    QVERIFY(m_b->server.requests().empty());
}

void TestPagerdutyHostile::wordsAreCleaned()
{
    answerWith(
        ScriptedReply::json("{\"error\":{\"message\":\"a\\u001b[31m\\u202e user-key Authorization: Token token=abcdefabcdef0123\",\"errors\":[\""
                + QByteArray(9000, 'e') + "\"]}}",
            400));
    const auto result = readNow();
    QVERIFY(!result);
    const QString &what = result.error().what;
    QVERIFY2(!what.contains(u'\x1b') && !what.contains(QChar(0x202e)), qPrintable(what));
    QVERIFY2(!what.contains(QStringLiteral("user-key")) && !what.contains(QStringLiteral("abcdefabcdef0123")), qPrintable(what));
    QVERIFY(what.size() < 500);
}

void TestPagerdutyHostile::redirectsAreNotFollowed()
{
    PagerdutyServer other;
    answerWith(ScriptedReply::redirect(302, other.url().toEncoded() + "/incidents"));
    QVERIFY(!readNow());
    QVERIFY(other.requests().empty());
    QVERIFY(!other.rawBytes().contains("user-key"));
}

QTEST_GUILESS_MAIN(TestPagerdutyHostile)
#include "tst_pagerdutyhostile.moc"
