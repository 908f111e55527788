#include "tests/faults/enginebench.h"
#include "tests/support/icinga2gate.h"
#include "tests/support/pagerdutyserver.h"

#include <QElapsedTimer>

using namespace quarterdeck;

namespace {

constexpr int Count = 200;
constexpr const char *Words = "This one is under a change freeze";

QString S(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// Two hundred acknowledgements at once, of which one is refused.
class TestOneOfTwoHundred : public QObject {
    Q_OBJECT

private slots:
    void alertmanager();
    void icinga2();
    void pagerduty();

private:
    /// `bad`: the alert, by id or title, that is refused with these words; `most`: so many requests are enough.
    static void acknowledgeAll(EngineBench &bench, const ScriptedServer &gateway, const QString &bad, const QString &words, int most);
};

void TestOneOfTwoHundred::alertmanager()
{
    if (!RealAlertmanager::isInstalled()) {
        QSKIP("prometheus-alertmanager is not installed");
    }
    RealAlertmanager server;
    QVERIFY2(server.start(), server.log());
    QVERIFY(server.post(alertsJson(Count)));
    ScriptedServer gateway([&server](const ScriptedRequest &request) {
        const bool isBad = request.method == "POST" && request.body.contains("\"Alert77\"");
        return isBad ? ScriptedReply::json(QByteArray("\"") + Words + '"', 400) : passOn(request, server.url());
    });
    EngineBench b;
    acknowledgeAll(b, gateway, S("Alert77"), S(Words), 5 * Count + 50);
}

void TestOneOfTwoHundred::icinga2()
{
    if (!Icinga2Server::isInstalled()) {
        QSKIP("icinga2 is not installed");
    }
    Icinga2Server server;
    server.addHost(S("web"));
    for (int i = 0; i < Count; ++i) {
        server.addService(S("web"), S("s%1").arg(i));
    }
    // The server's own no: it tells of no right and names no service, and does nothing of the whole call.
    server.addUser("night", R"("objects/query/*", "status/query", { permission = "actions/*"; filter = {{ service.name != "s77" }} })");
    QVERIFY2(server.start(), server.log().constData());
    for (int i = 0; i < Count; ++i) {
        QVERIFY(server.check(S("web!s%1").arg(i), 2));
    }
    ScriptedServer gateway([&server](const ScriptedRequest &request) { return passOn(request, server, "night"); });
    EngineBench b;
    b.kind = "icinga2";
    b.settings = ", basic_auth: {username: night, password_file: '" + b.secretFile("secret") + "'}";
    acknowledgeAll(b, gateway, S("web!s77"), S("does not let this user do it to web!s77"), 120);
}

void TestOneOfTwoHundred::pagerduty()
{
    PagerdutyServer server;
    const QString bad = server.with([](PagerdutyAccount &account) {
        QStringList ids;
        for (int i = 0; i < Count; ++i) {
            ids.append(account.open(S("Incident %1").arg(i)));
        }
        return ids[77];
    });
    ScriptedServer gateway([&](const ScriptedRequest &request) {
        const bool isBad = request.method == "PUT" && (request.body.contains(bad.toUtf8()) || request.path().contains(bad.toUtf8()));
        return isBad ? PagerdutyServer::no(400, 2001, S("Invalid Input Provided"), {S(Words)}) : server.answer(request);
    });
    EngineBench b;
    b.kind = "pagerduty";
    b.settings = ", authorization: {type: Token, credentials_file: '" + b.secretFile("user-key") + "'}";
    acknowledgeAll(b, gateway, bad, S(Words), 120);
}

void TestOneOfTwoHundred::acknowledgeAll(EngineBench &b, const ScriptedServer &gateway, const QString &bad, const QString &words, int most)
{
    b.urls = {gateway.url(QString()).toString()};
    b.interval = "60s";
    QVERIFY(b.open());
    b.engine->sync().start();
    QTRY_COMPARE_WITH_TIMEOUT(int(b.alerts().size()), Count, 60'000);
    std::vector<AlertAction> actions;
    for (const Alert &alert : b.alerts()) {
        actions.push_back(b.acknowledgement(alert));
    }
    const std::size_t before = gateway.requests().size();
    QElapsedTimer watch;
    watch.start();
    QVERIFY(EngineBench::wait(b.engine->store().enqueue(actions, Millis(6'000'000))));
    QTRY_VERIFY_WITH_TIMEOUT(b.isDelivered(), 240'000);
    const std::size_t requests = gateway.requests().size() - before;
    qInfo("%zu requests in %.1f s", requests, double(watch.elapsed()) / 1000);
    int confirmed = 0;
    OutboxEntry refused;
    for (const OutboxEntry &entry : b.outbox()) {
        confirmed += entry.state == OutboxState::Confirmed ? 1 : 0;
        refused = entry.state == OutboxState::Rejected ? entry : refused;
    }
    QCOMPARE(confirmed, Count - 1);
    QVERIFY2(refused.action.alert.id == bad || refused.action.alertTitle == bad, qPrintable(refused.action.alert.id));
    QVERIFY2(refused.reason.text().contains(words), qPrintable(refused.reason.text()));
    // The list says the same.
    b.engine->sync().refresh();
    const auto acknowledged = [&b] { return std::ranges::count(b.alerts(), AlertState::Acknowledged, &Alert::state); };
    QTRY_COMPARE_WITH_TIMEOUT(int(acknowledged()), Count - 1, 30'000);
    const auto alerts = b.alerts();
    const auto open = std::ranges::find(alerts, AlertState::Triggered, &Alert::state);
    QVERIFY(open != alerts.end() && open->key == refused.action.alert);
    QVERIFY2(int(requests) <= most, qPrintable(QString::number(requests)));
}

QTEST_GUILESS_MAIN(TestOneOfTwoHundred)
#include "tst_oneoftwohundred.moc"
