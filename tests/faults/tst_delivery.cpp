#include "tests/faults/enginebench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <atomic>

using namespace quarterdeck;

namespace {

/// Comments of every silence the server ever took, expired ones too.
QStringList comments(const RealAlertmanager &server)
{
    QUrl url = server.url();
    url.setPath(QStringLiteral("/api/v2/silences"));
    QStringList all;
    for (const QJsonValue &silence : QJsonDocument::fromJson(plainHttp("GET", url).body).array()) {
        all.append(silence.toObject().value(QLatin1String("comment")).toString());
    }
    return all;
}

qint64 countOf(const QStringList &comments, const QUuid &action)
{
    return std::count_if(comments.begin(), comments.end(), [&action](const QString &c) { return c.contains(silenceMarker(action)); });
}

bool isWrite(const ScriptedRequest &request)
{
    return request.method == "POST" && request.path().endsWith("/silences");
}

} // namespace

class TestDelivery : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!RealAlertmanager::isInstalled()) {
            QSKIP("prometheus-alertmanager is not installed");
        }
    }
    void acknowledgesARealAlert()
    {
        RealAlertmanager server;
        QVERIFY2(server.start(), server.log());
        QVERIFY(server.post(alertsJson(1)));
        EngineBench b;
        b.urls = {server.url().toString()};
        QVERIFY(b.open());
        b.engine->sync().start();
        QTRY_COMPARE(b.alerts().size(), std::size_t(1));
        const AlertAction action = b.acknowledgement(b.alerts().front());
        QVERIFY(EngineBench::wait(b.engine->store().enqueue({action}, Millis(600'000))));
        QTRY_COMPARE(b.outbox().front().state, OutboxState::Confirmed);
        QTRY_COMPARE(b.alerts().front().state, AlertState::Acknowledged);
        QCOMPARE(countOf(comments(server), action.id), qint64(1));
    }
    void queuedOfflineThenSentOnce()
    {
        RealAlertmanager server;
        QVERIFY2(server.start(), server.log());
        QVERIFY(server.post(alertsJson(3)));
        std::atomic<bool> isCut = false;
        ScriptedServer proxy([&](const ScriptedRequest &r) { return isCut ? ScriptedReply::reset() : passOn(r, server.url()); });
        EngineBench b;
        b.urls = {proxy.url(QString()).toString()};
        QVERIFY(b.open());
        b.engine->sync().start();
        QTRY_COMPARE(b.alerts().size(), std::size_t(3));
        isCut = true;
        QTRY_VERIFY(b.status().freshness != Freshness::Live);
        std::vector<AlertAction> actions;
        for (const Alert &alert : b.alerts()) {
            actions.push_back(b.acknowledgement(alert));
        }
        QVERIFY(EngineBench::wait(b.engine->store().enqueue(actions, Millis(600'000))));
        QTest::qWait(500);
        for (const OutboxEntry &entry : b.outbox()) {
            QCOMPARE(entry.state, OutboxState::Queued);
        }
        // The row is not painted acknowledged from a wish.
        for (const Alert &alert : b.alerts()) {
            QCOMPARE(alert.state, AlertState::Triggered);
            QCOMPARE(alert.pending, Pending::Queued);
        }
        // The program ends and starts again in between.
        b.engine.reset();
        QVERIFY(b.open());
        b.engine->sync().start();
        isCut = false;
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                const auto entries = b.outbox();
                return std::all_of(entries.begin(), entries.end(), [](const OutboxEntry &e) { return e.state == OutboxState::Confirmed; });
            }(),
            30'000);
        const QStringList all = comments(server);
        QCOMPARE(all.size(), 3);
        for (const AlertAction &action : actions) {
            QCOMPARE(countOf(all, action.id), qint64(1));
        }
    }
    void resolvedMeanwhileIsAConflict()
    {
        RealAlertmanager server;
        QVERIFY2(server.start(), server.log());
        QVERIFY(server.post(alertsJson(1)));
        EngineBench b;
        b.urls = {server.url().toString()};
        QVERIFY(b.open());
        b.engine->sync().start();
        QTRY_COMPARE(b.alerts().size(), std::size_t(1));
        const Alert seen = b.alerts().front();
        QVERIFY(server.post(alertsJson(1).replace("2036-01-01", "2026-01-02")));
        QTRY_COMPARE(b.alerts().size(), std::size_t(0));
        QVERIFY(EngineBench::wait(b.engine->store().enqueue({b.acknowledgement(seen)}, Millis(600'000))));
        QTRY_COMPARE(b.outbox().front().state, OutboxState::Conflict);
        const ReasonCode why = b.outbox().front().reason.code;
        QVERIFY(why == ReasonCode::Gone || why == ReasonCode::ResolvedSince);
        QVERIFY(comments(server).isEmpty());
    }
    void aRefusalIsFinalAndSaidSo()
    {
        RealAlertmanager server;
        QVERIFY2(server.start(), server.log());
        QVERIFY(server.post(alertsJson(1)));
        ScriptedServer proxy([&](const ScriptedRequest &r) { return isWrite(r) ? ScriptedReply::empty(403) : passOn(r, server.url()); });
        EngineBench b;
        b.urls = {proxy.url(QString()).toString()};
        QVERIFY(b.open());
        b.engine->sync().start();
        QTRY_COMPARE(b.alerts().size(), std::size_t(1));
        QVERIFY(EngineBench::wait(b.engine->store().enqueue({b.acknowledgement(b.alerts().front())}, Millis(600'000))));
        QTRY_COMPARE(b.outbox().front().state, OutboxState::Rejected);
        QVERIFY2(b.outbox().front().reason.text().contains(QStringLiteral("denied permission")), qPrintable(b.outbox().front().reason.text()));
        const auto requests = proxy.requests();
        QCOMPARE(std::count_if(requests.begin(), requests.end(), isWrite), std::ptrdiff_t(1));
    }
    /// Cuts the connection around the write in every way, many times: each wish ends as exactly one silence.
    void cutConnectionsNeverDouble()
    {
        const int total = qEnvironmentVariableIntValue("QUARTERDECK_CUTS") > 0 ? qEnvironmentVariableIntValue("QUARTERDECK_CUTS") : 200;
        constexpr int Lanes = 20;
        RealAlertmanager server;
        QVERIFY2(server.start(), server.log());
        QVERIFY(server.post(alertsJson(total)));
        std::atomic<int> writes = 0;
        std::vector<std::unique_ptr<ScriptedServer>> proxies;
        EngineBench b;
        for (int i = 0; i < Lanes; ++i) {
            proxies.push_back(std::make_unique<ScriptedServer>([&](const ScriptedRequest &r) {
                if (!isWrite(r)) {
                    return passOn(r, server.url());
                }
                const int mode = writes++ % 8;
                if (mode == 0) {
                    return ScriptedReply::reset();
                }
                if (mode == 1) {
                    return ScriptedReply::empty(503);
                }
                const ScriptedReply answer = passOn(r, server.url());
                switch (mode) {
                case 2:
                    return ScriptedReply::reset();
                case 3:
                    return ScriptedReply::closeSilently();
                case 4:
                    return ScriptedReply::truncated(answer.body, true);
                case 5:
                    return ScriptedReply::empty(502);
                case 6:
                    return ScriptedReply::html("<html>gateway</html>");
                default:
                    return answer;
                }
            }));
            b.urls.append(proxies.back()->url(QString()).toString());
        }
        b.interval = "5s";
        QVERIFY(b.open());
        b.engine->sync().start();
        QTRY_COMPARE_WITH_TIMEOUT(int(b.alerts().size()), total * Lanes, 60'000);
        std::vector<AlertAction> actions;
        for (const Alert &alert : b.alerts()) {
            // Each alert is acknowledged through one of the lanes.
            const int number = alert.title.mid(5).toInt();
            if (alert.key.source == QStringLiteral("am%1").arg(number % Lanes)) {
                actions.push_back(b.acknowledgement(alert));
            }
        }
        QCOMPARE(int(actions.size()), total);
        QVERIFY(EngineBench::wait(b.engine->store().enqueue(actions, Millis(6'000'000))));
        const auto isOver = [&b] {
            const auto open = EngineBench::wait(b.engine->store().undelivered());
            return open && open->empty();
        };
        const QDeadlineTimer deadline(total * 2'000 + 60'000);
        while (!isOver() && !deadline.hasExpired()) {
            QTest::qWait(500);
        }
        QVERIFY(isOver());
        const QStringList all = comments(server);
        QCOMPARE(int(all.size()), total);
        for (const AlertAction &action : actions) {
            QCOMPARE(countOf(all, action.id), qint64(1));
        }
        for (const OutboxEntry &entry : b.outbox()) {
            QCOMPARE(entry.state, OutboxState::Confirmed);
        }
    }
};

QTEST_GUILESS_MAIN(TestDelivery)
#include "tst_delivery.moc"
