#include "tests/faults/enginebench.h"
#include "tests/support/icinga2gate.h"

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

/// A problem that is acknowledged while its Icinga2 is away, which comes back without all it knew: the service is one that was never checked.
/// It would take the acknowledgement, and hide the next problem from its first moment on.
class TestNeverChecked : public QObject {
    Q_OBJECT

private slots:
    void acknowledgedWhileItWasAway_data()
    {
        QTest::addColumn<QByteArray>("settling");
        QTest::addColumn<int>("state");
        QTest::newRow("a server that is taken at its word") << QByteArray("0s") << 2;
        QTest::newRow("a server that may have forgotten") << QByteArray("10m") << 2;
        // What was never checked is unknown to the server itself: then it does not tell since when.
        QTest::newRow("a server that may have forgotten, and does not date the problem") << QByteArray("10m") << 3;
    }
    void acknowledgedWhileItWasAway();
};

void TestNeverChecked::acknowledgedWhileItWasAway()
{
    QFETCH(QByteArray, settling);
    QFETCH(int, state);
    if (!Icinga2Server::isInstalled()) {
        QSKIP("icinga2 is not installed");
    }
    Icinga2Server server;
    server.addHost(S("web"));
    server.addService(S("web"), S("http"));
    QVERIFY2(server.start(), server.log().constData());
    QVERIFY(server.check(S("web"), 0) && server.check(S("web!http"), state));
    std::atomic<bool> isAway = false;
    ScriptedServer gateway([&](const ScriptedRequest &request) { return isAway ? ScriptedReply::reset() : passOn(request, server); });
    EngineBench b;
    b.urls = {gateway.url(QString()).toString()};
    b.settling = settling;
    b.kind = "icinga2";
    b.settings = ", basic_auth: {username: root, password_file: '" + b.secretFile("secret") + "'}";
    QVERIFY(b.open());
    b.engine->sync().start();
    QTRY_COMPARE_WITH_TIMEOUT(b.alerts().size(), std::size_t(1), 20'000);
    isAway = true;
    b.engine->sync().refresh();
    QTRY_VERIFY(b.status().freshness != Freshness::Live);
    const AlertAction action = b.acknowledgement(b.alerts().front());
    QVERIFY(EngineBench::wait(b.engine->store().enqueue({action}, Millis(600'000))));
    server.kill();
    server.forget();
    QVERIFY2(server.start(), server.log().constData());
    isAway = false;
    b.engine->sync().refresh();
    const auto isAcknowledged = [&] {
        const QByteArray body = server.query("/v1/objects/services").body;
        const QJsonValue service = QJsonDocument::fromJson(body).object().value(S("results"))[0][S("attrs")];
        return service[S("acknowledgement")].toInt(-1) != 0;
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
    QVERIFY(server.check(S("web!http"), state));
    b.engine->sync().refresh();
    // The problem that the server tells of now began after the one that was seen: whether it was ever over, it cannot say, and a person must.
    QTRY_COMPARE_WITH_TIMEOUT(b.entryOf(action).state, OutboxState::Conflict, 40'000);
    QTRY_VERIFY(b.alerts().size() == 1 && b.alerts().front().startsAt > action.expectedStart);
    QCOMPARE(b.alerts().front().state, AlertState::Triggered);
    QVERIFY(!isAcknowledged());
    if (settling != "0s") {
        const QString both = b.entryOf(action).reason.text();
        QVERIFY2(both.contains(toRfc3339(action.expectedStart)) && both.contains(toRfc3339(b.alerts().front().startsAt)), qPrintable(both));
    }
}

QTEST_GUILESS_MAIN(TestNeverChecked)
#include "tst_neverchecked.moc"
