#include "tests/faults/enginebench.h"

using namespace quarterdeck;

namespace {

Alert named(EngineBench &bench, const char *title)
{
    for (const Alert &alert : bench.alerts()) {
        if (alert.title == QLatin1StringView(title)) {
            return alert;
        }
    }
    return {};
}

} // namespace

/// A real Alertmanager that restarts while alerts fire, and a whole engine that looks on.
class TestRestart : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!RealAlertmanager::isInstalled()) {
            QSKIP("prometheus-alertmanager is not installed");
        }
    }
    void aFreshServerIsLiveAndSaysThatItIsFresh()
    {
        RealAlertmanager server;
        QVERIFY2(server.start(), server.log());
        EngineBench b;
        b.urls = {server.url().toString()};
        QVERIFY(b.open());
        b.engine->sync().start();
        QTRY_COMPARE(b.status().freshness, Freshness::Live);
        QVERIFY(b.status().error);
        QVERIFY2(b.status().error->what.contains(QStringLiteral("alerts it does not list yet are kept until it has run for 5m")),
            qPrintable(b.status().error->what));
    }
    void whatAFreshServerHasHeardOfItCanEnd()
    {
        RealAlertmanager server;
        QVERIFY2(server.start(), server.log());
        QVERIFY(server.post(alertsJson(2)));
        EngineBench b;
        b.urls = {server.url().toString()};
        b.interval = "1h";
        QVERIFY(b.open());
        b.engine->sync().start();
        QTRY_COMPARE(b.alerts().size(), std::size_t(2));
        const AlertAction action = b.acknowledgement(named(b, "Alert1"));
        QVERIFY(server.post(alertsJson(2, "Alert", "2026-01-02T00:00:00Z")));
        QVERIFY(server.post(alertsJson(1)));
        // Not there any more is no conflict by itself on such a server; that it was seen to end is.
        QVERIFY(EngineBench::wait(b.engine->store().enqueue({action}, Millis(3'600'000))));
        b.engine->sync().deliver();
        QTRY_VERIFY(b.outbox().front().attempts > 0);
        b.engine->sync().refresh();
        QTRY_COMPARE(b.alerts().size(), std::size_t(1));
        QCOMPARE(b.status().freshness, Freshness::Live);
        QTRY_COMPARE_WITH_TIMEOUT(b.outbox().front().state, OutboxState::Conflict, 20'000);
        QCOMPARE(b.outbox().front().reason.code, ReasonCode::ResolvedSince);
        QVERIFY(b.outbox().front().reason.time(reasonpart::Since).isValid());
    }
    void aRestartResolvesNothing()
    {
        RealAlertmanager server;
        QVERIFY2(server.start(), server.log());
        EngineBench b;
        b.settling = "8s";
        b.urls = {server.url().toString()};
        QVERIFY(server.post(alertsJson(2)));
        QVERIFY(b.open());
        b.engine->sync().start();
        QTRY_COMPARE(b.alerts().size(), std::size_t(2));
        QTRY_COMPARE_WITH_TIMEOUT(b.status().freshness, Freshness::Live, 15'000);
        const auto before = b.alerts();

        server.kill();
        QTRY_VERIFY(b.status().freshness != Freshness::Live);
        QVERIFY2(server.start(), server.log());
        const UtcTime restarted = b.clock.now();
        QSignalSpy told(&b.engine->sync(), &Sources::statusChanged);
        // It answers wholly, with nothing.
        b.engine->sync().refresh();
        QTRY_COMPARE(b.status().liveMembers, 1);
        QCOMPARE(b.alerts(), before);
        QCOMPARE(b.status().freshness, Freshness::Stale);
        b.engine->sync().refresh();
        QTRY_VERIFY(b.status().error->what.contains(QStringLiteral("are kept until it has run for 8s")));
        // One of the two is sent again: still the same alert, and no second life in its history.
        QVERIFY(server.post(alertsJson(1)));
        b.engine->sync().refresh();
        QTest::qWait(2000);
        QCOMPARE(b.alerts().size(), std::size_t(2));
        for (const Alert &alert : before) {
            const auto history = EngineBench::wait(b.engine->store().history(alert.key));
            QVERIFY(history);
            QCOMPARE(history->size(), std::size_t(1));
        }
        // Once it has been running for long enough, what it has not heard of again is resolved.
        QTRY_COMPARE_WITH_TIMEOUT(b.alerts().size(), std::size_t(1), 20'000);
        QVERIFY(b.clock.now() - restarted >= Millis(6'000));
        QCOMPARE(b.alerts().front().title, QStringLiteral("Alert0"));
        QTRY_COMPARE(b.status().freshness, Freshness::Live);
        for (const auto &one : told) {
            const auto status = one.front().value<SourceStatus>();
            QVERIFY(status.freshness != Freshness::Live || b.clock.now() - restarted >= Millis(6'000));
        }
    }
};

QTEST_GUILESS_MAIN(TestRestart)
#include "tst_restart.moc"
