#include "tests/faults/enginebench.h"
#include "tests/support/pagerdutyserver.h"

#include <atomic>

using namespace quarterdeck;

namespace {

QString S(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// Incidents of PagerDuty that are acknowledged while there is no network, and resolved by somebody else before it is back.
class TestResolvedMeanwhile : public QObject {
    Q_OBJECT

private slots:
    void neverOpenedAgain_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("one") << 1;
        QTest::newRow("several, in one request") << 5;
    }
    void neverOpenedAgain();
};

void TestResolvedMeanwhile::neverOpenedAgain()
{
    QFETCH(int, count);
    PagerdutyServer server;
    QStringList ids;
    server.with([&](PagerdutyAccount &account) {
        for (int i = 0; i < count; ++i) {
            ids.append(account.open(S("Disk %1 full").arg(i)));
        }
    });
    std::atomic<bool> isAway = false;
    ScriptedServer gateway([&](const ScriptedRequest &request) { return isAway ? ScriptedReply::reset() : server.answer(request); });
    EngineBench b;
    b.urls = {gateway.url(QString()).toString()};
    b.kind = "pagerduty";
    b.settings = ", authorization: {type: Token, credentials_file: '" + b.secretFile("user-key") + "'}";
    QVERIFY(b.open());
    b.engine->sync().start();
    QTRY_COMPARE(int(b.alerts().size()), count);
    isAway = true;
    b.engine->sync().refresh();
    QTRY_VERIFY(b.status().freshness != Freshness::Live);
    std::vector<AlertAction> actions;
    for (const Alert &alert : b.alerts()) {
        actions.push_back(b.acknowledgement(alert));
    }
    QVERIFY(EngineBench::wait(b.engine->store().enqueue(actions, Millis(600'000))));
    server.with([&](PagerdutyAccount &account) { return account.update(ids.front(), {{S("status"), S("resolved")}}, S("PBEN002")).status; });
    // The program is ended and started again before the network is back.
    b.engine.reset();
    QVERIFY(b.open());
    b.engine->sync().start();
    QTRY_VERIFY(b.status().error);
    for (const AlertAction &action : actions) {
        QCOMPARE(b.entryOf(action).state, OutboxState::Queued);
    }
    isAway = false;
    b.engine->sync().refresh();
    QTRY_VERIFY_WITH_TIMEOUT(b.isDelivered(), 20'000);
    for (const AlertAction &action : actions) {
        const OutboxEntry entry = b.entryOf(action);
        if (action.alert.id != ids.front()) {
            QCOMPARE(entry.state, OutboxState::Confirmed);
            continue;
        }
        // Both states: what was seen, and since when it is over.
        QCOMPARE(entry.state, OutboxState::Conflict);
        QCOMPARE(entry.reason.code, ReasonCode::ResolvedSince);
        QCOMPARE(entry.reason.time(reasonpart::Seen), action.expectedStart);
        QVERIFY(entry.reason.time(reasonpart::Since).isValid());
    }
    QTRY_COMPARE(int(b.alerts().size()), count - 1);
    // Any status put on it would have opened it again, and paged.
    for (const ScriptedRequest &request : gateway.requests()) {
        const bool isAboutIt = request.body.contains(ids.front().toUtf8()) || request.path().contains(ids.front().toUtf8());
        QVERIFY2(request.method == "GET" || !isAboutIt, request.target.constData());
    }
    QCOMPARE(server.with([&](PagerdutyAccount &account) { return account.incident(ids.front()).value(S("status")).toString(); }), S("resolved"));
}

QTEST_GUILESS_MAIN(TestResolvedMeanwhile)
#include "tst_resolvedmeanwhile.moc"
