#include "tests/faults/enginebench.h"

using namespace quarterdeck;

namespace {

const QByteArray OneAlert
    = R"([{"labels":{"alertname":"HighLatency","service":"checkout","severity":"critical"},"annotations":{},"startsAt":"2026-01-01T00:00:00Z","endsAt":"2036-01-01T00:00:00Z","updatedAt":"2026-01-01T00:00:00Z","fingerprint":"00112233aabbccdd","receivers":[{"name":"x"}],"status":{"state":"active","silencedBy":[],"inhibitedBy":[]}}])";

const QByteArray LongRunning = R"({"uptime":"2026-01-01T00:00:00Z","cluster":{"status":"disabled"},"versionInfo":{"version":"0.28.0"}})";

/// An Alertmanager that has run for long: what it does not list it has not forgotten.
ScriptedReply quiet(const ScriptedRequest &request)
{
    return ScriptedReply::json(request.path().endsWith("/status") ? LongRunning : QByteArray("[]"));
}

ScriptedReply healthy(const ScriptedRequest &request)
{
    return request.path().endsWith("/alerts") ? ScriptedReply::json(OneAlert) : quiet(request);
}

/// What a backend may do wrong, by the name of the row.
ScriptedServer::Handler faulty(const QByteArray &name)
{
    const auto always = [](ScriptedReply reply) { return [reply](const ScriptedRequest &) { return reply; }; };
    const auto alertsOnly = [](ScriptedReply reply) {
        return [reply](const ScriptedRequest &r) { return r.path().endsWith("/alerts") ? reply : quiet(r); };
    };
    if (name == "web page with 200") {
        return always(ScriptedReply::html("<html><body>Sign in</body></html>"));
    }
    if (name == "web page that says it is JSON") {
        return always(ScriptedReply::json("<html><body>Sign in</body></html>"));
    }
    if (name == "cut short with a length") {
        return alertsOnly(ScriptedReply::truncated(OneAlert, true));
    }
    if (name == "cut short without a length") {
        return alertsOnly(ScriptedReply::truncated(OneAlert.left(OneAlert.size() - 40), false));
    }
    if (name == "empty body") {
        return always(ScriptedReply::json(""));
    }
    if (name == "null") {
        return always(ScriptedReply::json("null"));
    }
    if (name == "object instead of list") {
        return always(ScriptedReply::json("{}"));
    }
    if (name == "no content") {
        return always(ScriptedReply::empty(204));
    }
    if (name == "redirect") {
        return always(ScriptedReply::redirect(302, "http://127.0.0.1:1/login"));
    }
    if (name == "refused by reset") {
        return always(ScriptedReply::reset());
    }
    if (name == "hung") {
        return always(ScriptedReply::blackHole());
    }
    if (name == "silences fail") {
        return [](const ScriptedRequest &r) { return r.path().endsWith("/silences") ? ScriptedReply::empty(500) : quiet(r); };
    }
    if (name == "garbled gzip") {
        return always(ScriptedReply::badGzip());
    }
    if (name == "too many") {
        return always(ScriptedReply::tooMany("1"));
    }
    return always(ScriptedReply::empty(name.toInt()));
}

} // namespace

class TestFalseAllClear : public QObject {
    Q_OBJECT

private slots:
    void faultResolvesNothing_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<QString>("freshness");
        const auto row = [](const char *name, const char *freshness) { QTest::newRow(name) << QByteArray(name) << QString::fromLatin1(freshness); };
        row("web page with 200", "needs-sign-in");
        row("web page that says it is JSON", "");
        row("cut short with a length", "");
        row("cut short without a length", "");
        row("empty body", "");
        row("null", "");
        row("object instead of list", "");
        row("no content", "");
        row("redirect", "");
        row("refused by reset", "");
        row("hung", "");
        row("garbled gzip", "");
        row("too many", "stale");
        row("401", "needs-sign-in");
        row("403", "needs-sign-in");
        row("404", "misconfigured");
        row("500", "stale");
        row("502", "stale");
        row("503", "stale");
    }
    void faultResolvesNothing()
    {
        QFETCH(QByteArray, fault);
        QFETCH(QString, freshness);
        ScriptedServer server(healthy);
        EngineBench b;
        b.urls = {server.url(QString()).toString()};
        QVERIFY(b.open());
        b.engine->sync().start();
        QTRY_COMPARE(b.alerts().size(), std::size_t(1));
        QTRY_COMPARE(b.status().freshness, Freshness::Live);
        const UtcTime lastOk = b.status().lastOkAt;

        server.setHandler(faulty(fault));
        QTRY_VERIFY2(b.status().freshness != Freshness::Live, "it still counts as live");
        QTest::qWait(1200);
        QVERIFY(b.status().freshness != Freshness::Live);
        QCOMPARE(b.alerts().size(), std::size_t(1));
        QVERIFY(b.status().lastOkAt >= lastOk);
        if (!freshness.isEmpty()) {
            QCOMPARE(QString(freshnessName(b.status().freshness)), freshness);
        }
        // It did not hammer: polls back off while it fails.
        const int before = server.connections();
        QTest::qWait(1000);
        QVERIFY2(server.connections() - before < 25, qPrintable(QString::number(server.connections() - before)));
    }
    void refusedSilencesHoldUpNoAlert()
    {
        ScriptedServer server(healthy);
        EngineBench b;
        b.urls = {server.url(QString()).toString()};
        QVERIFY(b.open());
        b.engine->sync().start();
        QTRY_COMPARE(b.alerts().size(), std::size_t(1));
        // One silence that the server cannot write out makes it refuse them all: alerts come and go, and the source says what is wrong.
        server.setHandler(faulty("silences fail"));
        QTRY_COMPARE(b.alerts().size(), std::size_t(0));
        QTRY_VERIFY(b.status().error);
        QCOMPARE(b.status().freshness, Freshness::Live);
        QVERIFY2(b.status().error->what.contains(QStringLiteral("silences could not be read, as of")), qPrintable(b.status().error->what));
    }
    void recoversByItself()
    {
        ScriptedServer server(healthy);
        EngineBench b;
        b.urls = {server.url(QString()).toString()};
        QVERIFY(b.open());
        b.engine->sync().start();
        QTRY_COMPARE(b.status().freshness, Freshness::Live);
        server.setHandler(faulty("500"));
        QTRY_COMPARE(b.status().freshness, Freshness::Stale);
        server.setHandler(healthy);
        QTRY_COMPARE_WITH_TIMEOUT(b.status().freshness, Freshness::Live, 20'000);
        // A real "nothing is firing" does resolve: the checks above can fail.
        server.setHandler(quiet);
        QTRY_COMPARE(b.alerts().size(), std::size_t(0));
    }
    void neverReachedIsNeverSeenNotClear()
    {
        RefusedPort port;
        EngineBench b;
        b.urls = {QStringLiteral("http://127.0.0.1:%1").arg(port.port())};
        QVERIFY(b.open());
        QCOMPARE(b.status().freshness, Freshness::NeverSeen);
        b.engine->sync().start();
        QTRY_COMPARE(b.status().freshness, Freshness::Unreachable);
        QVERIFY(!b.status().lastOkAt.isValid());
    }
    void oneDeadBackendDoesNotHoldUpTheOthers()
    {
        ScriptedServer good(healthy);
        ScriptedServer hung([](const ScriptedRequest &) { return ScriptedReply::blackHole(); });
        EngineBench b;
        b.urls = {good.url(QString()).toString(), hung.url(QString()).toString()};
        QVERIFY(b.open());
        b.engine->sync().start();
        QTRY_COMPARE(b.status().freshness, Freshness::Live);
        const auto before = good.requests().size();
        QTest::qWait(4000);
        QCOMPARE(b.status().freshness, Freshness::Live);
        QVERIFY2(good.requests().size() - before >= 6, qPrintable(QString::number(good.requests().size() - before)));
        QVERIFY(b.status(QStringLiteral("am1")).freshness != Freshness::Live);
    }
    /// Side by side, so that a busy machine slows both.
    void aHungBackendLeavesTheRhythmOfTheOthers()
    {
        const auto polls = [](const ScriptedServer &server) {
            const auto requests = server.requests();
            return std::count_if(requests.begin(), requests.end(), [](const ScriptedRequest &r) { return r.path().endsWith("/alerts"); });
        };
        ScriptedServer undisturbed(healthy);
        ScriptedServer beside(healthy);
        ScriptedServer hung([](const ScriptedRequest &) { return ScriptedReply::blackHole(); });
        EngineBench alone;
        alone.urls = {undisturbed.url(QString()).toString()};
        EngineBench b;
        b.urls = {beside.url(QString()).toString(), hung.url(QString()).toString()};
        QVERIFY(alone.open());
        QVERIFY(b.open());
        alone.engine->sync().start();
        b.engine->sync().start();
        QTRY_COMPARE(alone.status().freshness, Freshness::Live);
        QTRY_COMPARE(b.status().freshness, Freshness::Live);
        const auto before = std::pair(polls(undisturbed), polls(beside));
        QTest::qWait(20'000);
        const double expected = double(polls(undisturbed) - before.first);
        const double seen = double(polls(beside) - before.second);
        QVERIFY(expected > 10);
        // One more for where the counting begins and ends.
        QVERIFY2(std::abs(seen - expected) <= expected * 0.1 + 1, qPrintable(QStringLiteral("%1 instead of %2").arg(seen).arg(expected)));
    }
    void restartShowsTheCacheAsOld()
    {
        ScriptedServer server(healthy);
        EngineBench b;
        b.urls = {server.url(QString()).toString()};
        QVERIFY(b.open());
        b.engine->sync().start();
        QTRY_COMPARE(b.alerts().size(), std::size_t(1));
        b.engine.reset();
        server.setHandler([](const ScriptedRequest &) { return ScriptedReply::reset(); });
        QVERIFY(b.open());
        QCOMPARE(b.alerts().size(), std::size_t(1));
        QTRY_COMPARE(b.status().freshness, Freshness::Stale);
        QVERIFY(b.status().lastOkAt.isValid());
        b.engine->sync().start();
        QTRY_VERIFY(b.status().error);
        QCOMPARE(b.alerts().size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestFalseAllClear)
#include "tst_falseallclear.moc"
