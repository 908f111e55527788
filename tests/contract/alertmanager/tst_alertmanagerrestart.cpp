#include "app/sources/alertmanager/connector.h"
#include "tests/contract/bench.h"
#include "tests/support/outcometext.h"
#include "tests/support/realservers.h"
#include "tests/support/scriptedserver.h"

#include <QTest>

using namespace quarterdeck;

namespace {

const QByteArray OneFiring
    = R"([{"labels":{"alertname":"A","service":"web"},"annotations":{},"startsAt":"2026-01-01T00:00:00Z","endsAt":"2036-01-01T00:00:00Z"}])";

std::unique_ptr<Source> open(ContractBench &bench, const std::vector<QUrl> &urls, const QString &settling)
{
    Endpoint endpoint = ContractBench::endpoint(urls);
    if (!settling.isEmpty()) {
        endpoint.options.insert(QStringLiteral("settling_time"), settling);
    }
    return bench.open(*makeAlertmanagerConnector(), endpoint);
}

QByteArray httpDate(UtcTime time)
{
    return QLocale::c().toString(toDateTime(time), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1();
}

QByteArray quoted(const QString &text)
{
    return '"' + text.toLatin1() + '"';
}

} // namespace

/// A server that has just been started answers wholly and knows of nothing: that ends no alert from before.
class TestAlertmanagerRestart : public QObject {
    Q_OBJECT

private slots:
    void aRealRestartIsNotQuiet();
    void theYoungestMemberOfAClusterCounts();
    void whatTheStatusSays_data();
    void whatTheStatusSays();
    void theStatusIsAskedAfterTheLists();
    void acknowledgingWhatItForgotWaits();
    void theDefaultIsFiveMinutes();
    void zeroNeverAsks();
    void oddSpansAreRefused();

private:
    ContractBench m_bench;
};

void TestAlertmanagerRestart::aRealRestartIsNotQuiet()
{
    if (!RealAlertmanager::isInstalled()) {
        QSKIP("prometheus-alertmanager is not installed");
    }
    RealAlertmanager server;
    QVERIFY2(server.start(), server.log().constData());
    const auto source = open(m_bench, {server.url()}, QStringLiteral("4s"));
    // Fresh and never asked before: nothing is known yet.
    const auto first = await(source->alerts()->read({}));
    QVERIFY2(first, qPrintable(errorOf(first)));
    QVERIFY(first->isWhole() && first->heardSince);
    QVERIFY(*first->heardSince <= SystemClock().now() + Millis(1'500) && *first->heardSince > SystemClock().now() - Millis(5'000));
    QVERIFY2(first->trouble() && first->trouble()->what.contains(QLatin1StringView("started")), qPrintable(first->trouble()->what));
    QCOMPARE(first->membersLive, 1);
    QVERIFY(server.post(OneFiring));
    QCOMPARE(await(source->alerts()->read({}))->alerts.size(), std::size_t(1));
    QTRY_VERIFY_WITH_TIMEOUT(!await(source->alerts()->read({}))->heardSince, 8'000);

    server.kill();
    QVERIFY2(server.start(), server.log().constData());
    // What it lists the first time may be of the process before.
    QVERIFY(!await(source->alerts()->read({}))->isWhole());
    const auto fresh = await(source->alerts()->read({}));
    QVERIFY2(fresh, qPrintable(errorOf(fresh)));
    QVERIFY(fresh->isWhole());
    QVERIFY(fresh->alerts.empty());
    QVERIFY(fresh->heardSince);
    QVERIFY2(fresh->trouble()->what.contains(QLatin1StringView("are kept until it has run for 4s")), qPrintable(fresh->trouble()->what));
    QTRY_VERIFY_WITH_TIMEOUT(!await(source->alerts()->read({}))->heardSince, 8'000);
}

void TestAlertmanagerRestart::theYoungestMemberOfAClusterCounts()
{
    const UtcTime now = SystemClock().now();
    const auto running = [now](Millis ran) {
        return [now, ran](const ScriptedRequest &request) {
            ScriptedReply reply = ScriptedReply::json(request.path().endsWith("/status")
                    ? R"({"cluster":{"status":"ready"},"uptime":)" + quoted(toRfc3339(now - ran)) + "}"
                    : QByteArray("[]"));
            reply.headers.push_back({"Date", httpDate(now)});
            return reply;
        };
    };
    ScriptedServer old(running(Millis(86'400'000)));
    ScriptedServer fresh(running(Millis(40'000)));
    const auto both = await(open(m_bench, {old.url(), fresh.url()}, {})->alerts()->read({}));
    QVERIFY2(both, qPrintable(errorOf(both)));
    QVERIFY(both->isWhole() && both->heardSince);
    QVERIFY(std::chrono::abs(*both->heardSince - (SystemClock().now() - Millis(40'000))) < Millis(4'000));
    QCOMPARE(both->membersLive, 2);
    QVERIFY2(both->trouble()->what.startsWith(QStringLiteral("127.0.0.1:%1 started ").arg(fresh.port())), qPrintable(both->trouble()->what));
    const auto alone = await(open(m_bench, {old.url()}, {})->alerts()->read({}));
    QVERIFY(alone && alone->isWhole() && !alone->heardSince && !alone->trouble());
}

void TestAlertmanagerRestart::whatTheStatusSays_data()
{
    QTest::addColumn<QByteArray>("uptime");
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<QString>("expected");
    const UtcTime now = SystemClock().now();
    const Millis hour(3'600'000);
    const auto at = [](UtcTime time) { return quoted(toRfc3339(time)); };
    const QString settled = QStringLiteral("settled");
    const QString young = QStringLiteral("young");
    const QString incomplete = QStringLiteral("incomplete");
    QTest::newRow("old") << at(now - hour) << httpDate(now) << settled;
    QTest::newRow("fresh") << at(now - Millis(40'000)) << httpDate(now) << young;
    QTest::newRow("fresh, and its clock is an hour behind ours") << at(now - hour - Millis(40'000)) << httpDate(now - hour) << young;
    QTest::newRow("old, and its clock is an hour ahead of ours") << at(now - Millis(60'000)) << httpDate(now + hour) << settled;
    QTest::newRow("in the future") << at(now + hour) << httpDate(now) << young;
    // Without its own clock ours has to do.
    QTest::newRow("old, no clock") << at(now - hour) << QByteArray() << settled;
    QTest::newRow("fresh, garbled clock") << at(now - Millis(40'000)) << QByteArray("tomorrow") << young;
    // One that does not say when it was started is taken at its word.
    QTest::newRow("missing") << QByteArray("null") << httpDate(now) << settled;
    QTest::newRow("zero time") << QByteArray("\"0001-01-01T00:00:00Z\"") << httpDate(now) << settled;
    QTest::newRow("a span") << QByteArray("\"72h3m\"") << httpDate(now) << settled;
    QTest::newRow("a number") << QByteArray("17") << httpDate(now) << settled;
    QTest::newRow("an object") << QByteArray("{}") << httpDate(now) << settled;
    QTest::newRow("no status at all") << QByteArray("200") << httpDate(now) << settled;
    QTest::newRow("refused") << QByteArray("403") << httpDate(now) << settled;
    QTest::newRow("not there") << QByteArray("404") << httpDate(now) << settled;
    QTest::newRow("failing") << QByteArray("503") << httpDate(now) << incomplete;
}

void TestAlertmanagerRestart::whatTheStatusSays()
{
    QFETCH(QByteArray, uptime);
    QFETCH(QByteArray, date);
    QFETCH(QString, expected);
    ScriptedServer server([=](const ScriptedRequest &request) {
        if (!request.path().endsWith("/status")) {
            return ScriptedReply::json("[]");
        }
        if (uptime == "200") {
            return ScriptedReply::json("[]");
        }
        if (uptime.size() == 3 && uptime.toInt() >= 400) {
            return ScriptedReply::text("nothing to see", uptime.toInt());
        }
        ScriptedReply reply = ScriptedReply::json(R"({"cluster":{"status":"ready"},"uptime":)" + uptime + "}");
        if (!date.isEmpty()) {
            reply.headers.push_back({"Date", date});
        }
        return reply;
    });
    const auto snapshot = await(open(m_bench, {server.url()}, {})->alerts()->read({}));
    QVERIFY2(snapshot, qPrintable(errorOf(snapshot)));
    const char *found = !snapshot->isWhole() ? "incomplete" : snapshot->heardSince ? "young" : "settled";
    QCOMPARE(QString::fromLatin1(found), expected);
    QCOMPARE(snapshot->trouble() != nullptr, expected != QLatin1StringView("settled"));
    QCOMPARE(snapshot->membersLive, 1);
}

void TestAlertmanagerRestart::theStatusIsAskedAfterTheLists()
{
    ScriptedServer server([](const ScriptedRequest &) { return ScriptedReply::json("[]"); });
    QVERIFY(await(open(m_bench, {server.url()}, {})->alerts()->read({})));
    const auto requests = server.requests();
    // A server that does not tell its version may know what is muted.
    QCOMPARE(requests.size(), std::size_t(4));
    QVERIFY(requests[2].path().endsWith("/status"));
    QVERIFY(requests[3].path().endsWith("/groups"));
}

void TestAlertmanagerRestart::acknowledgingWhatItForgotWaits()
{
    ScriptedServer server([](const ScriptedRequest &request) {
        return ScriptedReply::json(request.path().endsWith("/status")
                ? R"({"cluster":{"status":"ready"},"uptime":)" + quoted(toRfc3339(SystemClock().now() - Millis(30'000))) + "}"
                : QByteArray("[]"));
    });
    AlertAction action;
    action.id = QUuid::createUuid();
    action.source = QStringLiteral("src");
    action.alert = {action.source, QStringLiteral("00000000000000a1")};
    action.expectedStart = UtcTime {1'790'000'000'000};
    action.duration = Millis(600'000);
    const auto receipt = await(open(m_bench, {server.url()}, {})->acts()->perform(action, {}, {}));
    // Not a conflict: it may well be firing.
    QVERIFY2(toldOf(receipt).startsWith(QLatin1StringView("not-sent-target")), qPrintable(toldOf(receipt)));
    QCOMPARE(receipt->reason.code, ReasonCode::AlertNotKnown);
    QVERIFY2(receipt->reason.text().contains(QLatin1StringView("started")), qPrintable(toldOf(receipt)));
}

void TestAlertmanagerRestart::theDefaultIsFiveMinutes()
{
    const UtcTime now = SystemClock().now();
    for (const auto &[ran, isYoung] : {std::pair(Millis(290'000), true), std::pair(Millis(310'000), false)}) {
        ScriptedServer server([now, ran = ran](const ScriptedRequest &request) {
            ScriptedReply reply = ScriptedReply::json(request.path().endsWith("/status")
                    ? R"({"cluster":{"status":"ready"},"uptime":)" + quoted(toRfc3339(now - ran)) + "}"
                    : QByteArray("[]"));
            reply.headers.push_back({"Date", httpDate(now)});
            return reply;
        });
        QCOMPARE(await(open(m_bench, {server.url()}, {})->alerts()->read({}))->heardSince.has_value(), isYoung);
    }
}

void TestAlertmanagerRestart::zeroNeverAsks()
{
    ScriptedServer server([](const ScriptedRequest &) { return ScriptedReply::json("[]"); });
    const auto snapshot = await(open(m_bench, {server.url()}, QStringLiteral("0s"))->alerts()->read({}));
    QVERIFY(snapshot && snapshot->isWhole());
    for (const ScriptedRequest &request : server.requests()) {
        QVERIFY2(!request.path().endsWith("/status"), request.path().constData());
    }
}

void TestAlertmanagerRestart::oddSpansAreRefused()
{
    const SourceDeps deps {m_bench.http(), m_bench.clock()};
    for (const char *span : {"soon", "-5m", "2d", "5 minutes"}) {
        Endpoint endpoint = ContractBench::endpoint({QUrl(QStringLiteral("http://a"))});
        endpoint.options.insert(QStringLiteral("settling_time"), QLatin1StringView(span));
        const auto source = makeAlertmanagerConnector()->open(endpoint, deps);
        QVERIFY2(!source, span);
        QCOMPARE(source.error().where, QStringLiteral("settling_time"));
    }
}

QTEST_GUILESS_MAIN(TestAlertmanagerRestart)
#include "tst_alertmanagerrestart.moc"
