#include "tests/faults/enginebench.h"
#include "tests/support/icinga2gate.h"
#include "tests/support/pagerdutyserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <atomic>

using namespace quarterdeck;

namespace {

QString S(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// What happens to people at night, from the key press to the last word about it, through the whole engine.
class TestStories : public QObject {
    Q_OBJECT

private slots:
    void acknowledgedOfflineAndResolvedMeanwhile();
    void acknowledgedOfflineAndNeverCheckedSince_data();
    void acknowledgedOfflineAndNeverCheckedSince();
    void oneOfTwoHundredFails_data();
    void oneOfTwoHundredFails();

private:
    static void signIn(EngineBench &bench, const QByteArray &kind)
    {
        bench.kind = kind;
        bench.settings = kind == "pagerduty" ? ", authorization: {type: Token, credentials_file: '" + bench.secretFile("user-key") + "'}"
                                             : ", basic_auth: {username: root, password_file: '" + bench.secretFile("secret") + "'}";
    }
    static int count(const std::vector<OutboxEntry> &entries, OutboxState state)
    {
        return int(std::ranges::count(entries, state, &OutboxEntry::state));
    }
};

void TestStories::acknowledgedOfflineAndResolvedMeanwhile()
{
    PagerdutyServer server;
    const QString id = server.with([](PagerdutyAccount &account) { return account.open(S("Disk full")); });
    std::atomic<bool> isAway = false;
    ScriptedServer gateway([&](const ScriptedRequest &request) { return isAway ? ScriptedReply::reset() : server.answer(request); });
    EngineBench b;
    b.urls = {gateway.url(QString()).toString()};
    signIn(b, "pagerduty");
    QVERIFY(b.open());
    b.engine->sync().start();
    QTRY_COMPARE(b.alerts().size(), std::size_t(1));
    isAway = true;
    b.engine->sync().refresh();
    QTRY_VERIFY(b.status().freshness != Freshness::Live);
    const AlertAction action = b.acknowledgement(b.alerts().front());
    QVERIFY(EngineBench::wait(b.engine->store().enqueue({action}, Millis(600'000))));
    QTest::qWait(300);
    QCOMPARE(b.entryOf(action).state, OutboxState::Queued);
    server.with([&](PagerdutyAccount &account) { return account.update(id, {{S("status"), S("resolved")}}, S("PBEN002")).status; });
    // The program is ended and started again before the network is back.
    b.engine.reset();
    QVERIFY(b.open());
    b.engine->sync().start();
    QTRY_VERIFY(b.status().error);
    QCOMPARE(b.entryOf(action).state, OutboxState::Queued);
    isAway = false;
    b.engine->sync().refresh();
    QTRY_COMPARE_WITH_TIMEOUT(b.entryOf(action).state, OutboxState::Conflict, 20'000);
    const Reason reason = b.entryOf(action).reason;
    QCOMPARE(reason.code, ReasonCode::ResolvedSince);
    QCOMPARE(reason.time(reasonpart::Seen), action.expectedStart);
    QVERIFY(reason.time(reasonpart::Since).isValid());
    QTRY_COMPARE(b.alerts().size(), std::size_t(0));
    // Any status put on it would have opened it again, and paged.
    QTest::qWait(1'500);
    const auto all = gateway.requests();
    QVERIFY(std::ranges::none_of(all, [](const ScriptedRequest &request) { return request.method != "GET"; }));
    QCOMPARE(server.with([&](PagerdutyAccount &account) { return account.incident(id).value(S("status")).toString(); }), S("resolved"));
}

void TestStories::acknowledgedOfflineAndNeverCheckedSince_data()
{
    QTest::addColumn<QByteArray>("settling");
    QTest::newRow("a server that is taken at its word") << QByteArray("0s");
    QTest::newRow("a server that may have forgotten") << QByteArray("10m");
}

void TestStories::acknowledgedOfflineAndNeverCheckedSince()
{
    QFETCH(QByteArray, settling);
    if (!Icinga2Server::isInstalled()) {
        QSKIP("icinga2 is not installed");
    }
    Icinga2Server server;
    server.addHost(S("web"));
    server.addService(S("web"), S("http"));
    QVERIFY2(server.start(), server.log().constData());
    QVERIFY(server.check(S("web"), 0) && server.check(S("web!http"), 2));
    std::atomic<bool> isAway = false;
    ScriptedServer gateway([&](const ScriptedRequest &request) { return isAway ? ScriptedReply::reset() : passOn(request, server); });
    EngineBench b;
    b.urls = {gateway.url(QString()).toString()};
    b.settling = settling;
    signIn(b, "icinga2");
    QVERIFY(b.open());
    b.engine->sync().start();
    QTRY_COMPARE_WITH_TIMEOUT(b.alerts().size(), std::size_t(1), 20'000);
    isAway = true;
    b.engine->sync().refresh();
    QTRY_VERIFY(b.status().freshness != Freshness::Live);
    const AlertAction action = b.acknowledgement(b.alerts().front());
    QVERIFY(EngineBench::wait(b.engine->store().enqueue({action}, Millis(600'000))));
    // It has lost all it knew: the service is one that was never checked.
    server.kill();
    server.forget();
    QVERIFY2(server.start(), server.log().constData());
    isAway = false;
    b.engine->sync().refresh();
    const auto isAcknowledged = [&] {
        const QByteArray body = server.query("/v1/objects/services").body;
        const QJsonValue service = QJsonDocument::fromJson(body).object().value(S("results"))[0][S("attrs")];
        return service[S("acknowledgement")].toInt(-1) > 0;
    };
    if (settling == "0s") {
        QTRY_COMPARE_WITH_TIMEOUT(b.entryOf(action).state, OutboxState::Conflict, 30'000);
        const ReasonCode code = b.entryOf(action).reason.code;
        QVERIFY2(code == ReasonCode::Gone || code == ReasonCode::ResolvedSince, qPrintable(QString(reasonCodeName(code))));
    } else {
        // Nobody can say whether the problem is over: the wish waits, and says what for.
        QTRY_COMPARE_WITH_TIMEOUT(b.entryOf(action).reason.code, ReasonCode::AlertNotKnown, 30'000);
        QCOMPARE(b.entryOf(action).state, OutboxState::Queued);
        const QString words = b.entryOf(action).reason.text();
        QVERIFY2(words.contains(S("has not checked")) && words.contains(S("may have forgotten")), qPrintable(words));
        QCOMPARE(b.alerts().size(), std::size_t(1));
    }
    QVERIFY(!isAcknowledged());
    // Taken by the server in this state, it would have hidden the next problem from its first moment on.
    QVERIFY(server.check(S("web!http"), 2));
    if (settling == "0s") {
        b.engine->sync().refresh();
        QTRY_COMPARE_WITH_TIMEOUT(b.alerts().size(), std::size_t(1), 20'000);
        QCOMPARE(b.alerts().front().state, AlertState::Triggered);
        QVERIFY(!isAcknowledged());
    } else {
        // Still the problem that was seen.
        QTRY_COMPARE_WITH_TIMEOUT(b.entryOf(action).state, OutboxState::Confirmed, 40'000);
        QVERIFY(isAcknowledged());
    }
}

void TestStories::oneOfTwoHundredFails_data()
{
    QTest::addColumn<QByteArray>("kind");
    for (const char *kind : {"alertmanager", "icinga2", "pagerduty"}) {
        QTest::newRow(kind) << QByteArray(kind);
    }
}

void TestStories::oneOfTwoHundredFails()
{
    QFETCH(QByteArray, kind);
    constexpr int Count = 200;
    constexpr const char *Words = "This one is under a change freeze";
    PagerdutyServer pagerduty;
    RealAlertmanager alertmanager;
    Icinga2Server icinga;
    std::function<ScriptedReply(const ScriptedRequest &)> pass;
    QString bad;
    if (kind == "alertmanager") {
        if (!RealAlertmanager::isInstalled()) {
            QSKIP("prometheus-alertmanager is not installed");
        }
        QVERIFY2(alertmanager.start(), alertmanager.log());
        QVERIFY(alertmanager.post(alertsJson(Count)));
        bad = S("Alert77");
        pass = [&](const ScriptedRequest &request) {
            const bool isBad = request.method == "POST" && request.body.contains("\"Alert77\"");
            return isBad ? ScriptedReply::text(QByteArray("\"") + Words + '"', 400) : passOn(request, alertmanager.url());
        };
    } else if (kind == "icinga2") {
        if (!Icinga2Server::isInstalled()) {
            QSKIP("icinga2 is not installed");
        }
        icinga.addHost(S("web"));
        for (int i = 0; i < Count; ++i) {
            icinga.addService(S("web"), S("s%1").arg(i));
        }
        QVERIFY2(icinga.start(), icinga.log().constData());
        for (int i = 0; i < Count; ++i) {
            QVERIFY(icinga.check(S("web!s%1").arg(i), 2));
        }
        bad = S("web!s77");
        pass = [&](const ScriptedRequest &request) {
            const bool isBad = request.path().startsWith("/v1/actions/") && request.body.contains("web!s77\"");
            return isBad ? ScriptedReply::json(QByteArray("{\"error\":403,\"status\":\"") + Words + "\"}", 403) : passOn(request, icinga);
        };
    } else {
        bad = pagerduty.with([](PagerdutyAccount &account) {
            QString one;
            for (int i = 0; i < Count; ++i) {
                const QString id = account.open(S("Incident %1").arg(i));
                one = i == 77 ? id : one;
            }
            return one;
        });
        pass = [&](const ScriptedRequest &request) {
            const bool isBad = request.method == "PUT" && request.path() == "/incidents/" + bad.toUtf8();
            return isBad ? PagerdutyServer::no(400, 2001, S("Invalid Input Provided"), {S(Words)}) : pagerduty.answer(request);
        };
    }
    ScriptedServer gateway(pass);
    EngineBench b;
    b.urls = {gateway.url(QString()).toString()};
    if (kind != "alertmanager") {
        signIn(b, kind);
    }
    b.interval = "5s";
    QVERIFY(b.open());
    b.engine->sync().start();
    QTRY_COMPARE_WITH_TIMEOUT(int(b.alerts().size()), Count, 60'000);
    std::vector<AlertAction> actions;
    for (const Alert &alert : b.alerts()) {
        actions.push_back(b.acknowledgement(alert));
    }
    QVERIFY(EngineBench::wait(b.engine->store().enqueue(actions, Millis(6'000'000))));
    QTRY_VERIFY_WITH_TIMEOUT(b.isDelivered(), 240'000);
    const auto entries = b.outbox();
    QCOMPARE(count(entries, OutboxState::Confirmed), Count - 1);
    QCOMPARE(count(entries, OutboxState::Rejected), 1);
    const auto refused = std::ranges::find(entries, OutboxState::Rejected, &OutboxEntry::state);
    QVERIFY2(refused->action.alert.id == bad || refused->action.alertTitle == bad, qPrintable(refused->action.alertTitle));
    QVERIFY2(refused->reason.text().contains(S(Words)), qPrintable(refused->reason.text()));
    // The list says the same.
    const auto acknowledged = [&b] { return std::ranges::count(b.alerts(), AlertState::Acknowledged, &Alert::state); };
    QTRY_COMPARE_WITH_TIMEOUT(int(acknowledged()), Count - 1, 30'000);
}

QTEST_GUILESS_MAIN(TestStories)
#include "tst_stories.moc"
