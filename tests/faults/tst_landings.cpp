#include "tests/faults/enginebench.h"
#include "tests/support/latemail.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <atomic>

using namespace quarterdeck;

namespace {

struct Held {
    QString id;
    QString comment;
    bool isActive = false;
};

std::vector<Held> silencesOf(const RealAlertmanager &server)
{
    QUrl url = server.url();
    url.setPath(QStringLiteral("/api/v2/silences"));
    std::vector<Held> all;
    for (const QJsonValue &one : QJsonDocument::fromJson(plainHttp("GET", url).body).array()) {
        const QJsonObject silence = one.toObject();
        const QString state = silence.value(QLatin1String("status")).toObject().value(QLatin1String("state")).toString();
        all.push_back({silence.value(QLatin1String("id")).toString(), silence.value(QLatin1String("comment")).toString(), state == u"active"});
    }
    return all;
}

bool isPost(const ScriptedRequest &request)
{
    return request.method == "POST" && request.path().endsWith("/silences");
}

/// The marker in the body of a POST.
QByteArray markerOf(const ScriptedRequest &request)
{
    const qsizetype at = request.body.indexOf("[qd:");
    return at < 0 ? QByteArray() : request.body.mid(at, 17);
}

} // namespace

/// Requests that land after they were given up, and members that die with one in their hands.
class TestLandings : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!RealAlertmanager::isInstalled()) {
            QSKIP("prometheus-alertmanager is not installed");
        }
    }
    void lateLandingsLeaveOneSilenceEach();
    void aDeadMemberHoldsUpOnlyWhatItTook();
    void afterOurKillOnlyTheMemberItWentToNeedsToAnswer();

private:
    static bool isSettled(EngineBench &bench, const std::vector<AlertAction> &actions)
    {
        const auto entries = bench.outbox();
        return std::all_of(actions.begin(), actions.end(), [&entries](const AlertAction &action) {
            return std::any_of(entries.begin(), entries.end(),
                [&action](const OutboxEntry &entry) { return entry.action.id == action.id && entry.state == OutboxState::Confirmed; });
        });
    }
    /// In force there with this marker.
    static QStringList inForce(const RealAlertmanager &server, const AlertAction &action)
    {
        QStringList ids;
        for (const Held &held : silencesOf(server)) {
            if (held.isActive && held.comment.contains(silenceMarker(action.id))) {
                ids << held.id;
            }
        }
        return ids;
    }
};

void TestLandings::lateLandingsLeaveOneSilenceEach()
{
    const int wished = qEnvironmentVariableIntValue("QUARTERDECK_LANDINGS");
    const int total = wished > 0 ? wished : 20;
    RealAlertmanager server;
    QVERIFY2(server.start(), server.log());
    QVERIFY(server.post(alertsJson(total)));
    LateMail late([&server](const ScriptedRequest &request) { (void)passOn(request, server.url()); });
    QSet<QByteArray> seen;
    int count = 0;
    // Of each action the first request is lost to us and lands one to six seconds later.
    ScriptedServer gateway([&](const ScriptedRequest &r) {
        if (isPost(r) && !seen.contains(markerOf(r))) {
            seen.insert(markerOf(r));
            late.post(r, Millis(1'000 + 250 * (count++ % 21)));
            return ScriptedReply::reset();
        }
        return passOn(r, server.url());
    });
    EngineBench b;
    b.urls = {gateway.url(QString()).toString()};
    QVERIFY(b.open());
    b.engine->sync().start();
    QTRY_COMPARE_WITH_TIMEOUT(int(b.alerts().size()), total, 20'000);
    std::vector<AlertAction> actions;
    for (const Alert &alert : b.alerts()) {
        actions.push_back(b.acknowledgement(alert));
    }
    QVERIFY(EngineBench::wait(b.engine->store().enqueue(actions, Millis(6'000'000))));
    QTRY_VERIFY_WITH_TIMEOUT(isSettled(b, actions), 60'000 + total * 1'000);
    QTRY_VERIFY_WITH_TIMEOUT(late.isEmpty(), 30'000);
    const auto isSingle = [&] {
        return std::all_of(actions.begin(), actions.end(),
            [&](const AlertAction &action) { return inForce(server, action) == QStringList {b.entryOf(action).resultSilence}; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isSingle(), 30'000 + total * 500);
    QVERIFY2(int(silencesOf(server).size()) > total, "some did land late");
}

void TestLandings::aDeadMemberHoldsUpOnlyWhatItTook()
{
    RealAlertmanager first;
    RealAlertmanager second;
    second.joinCluster(first);
    QVERIFY2(first.start() && second.start(), first.log() + second.log());
    QVERIFY(first.post(alertsJson(6)) && second.post(alertsJson(6)));
    std::atomic<bool> isDead = false;
    std::atomic<bool> mayDie = true;
    // It takes the first write and is gone with it.
    ScriptedServer gateway([&](const ScriptedRequest &r) {
        if (isPost(r) && mayDie.exchange(false)) {
            isDead = true;
        }
        return isDead ? ScriptedReply::reset() : passOn(r, first.url());
    });
    EngineBench b;
    b.urls = {gateway.url(QString()).toString() + QStringLiteral("', '") + second.url().toString()};
    QVERIFY(b.open());
    b.engine->sync().start();
    QTRY_COMPARE_WITH_TIMEOUT(b.alerts().size(), std::size_t(6), 20'000);
    std::vector<AlertAction> actions;
    for (const Alert &alert : b.alerts()) {
        actions.push_back(b.acknowledgement(alert));
    }
    const AlertAction later = actions.back();
    actions.pop_back();
    QVERIFY(EngineBench::wait(b.engine->store().enqueue(actions, Millis(600'000))));
    const std::vector<AlertAction> others(actions.begin() + 1, actions.end());
    QTRY_VERIFY_WITH_TIMEOUT(isSettled(b, others), 20'000);
    QVERIFY(isDead);
    QCOMPARE(b.entryOf(actions.front()).state, OutboxState::Unknown);
    // The next process knows even less of it, and goes on all the same.
    b.engine.reset();
    QVERIFY(b.open());
    b.engine->sync().start();
    QVERIFY(EngineBench::wait(b.engine->store().enqueue({later}, Millis(600'000))));
    QTRY_VERIFY_WITH_TIMEOUT(isSettled(b, {later}), 20'000);
    QCOMPARE(b.entryOf(actions.front()).state, OutboxState::Unknown);
    isDead = false;
    QTRY_VERIFY_WITH_TIMEOUT(isSettled(b, actions), 40'000);
    for (const AlertAction &action : actions) {
        QCOMPARE(inForce(second, action), QStringList {b.entryOf(action).resultSilence});
    }
}

void TestLandings::afterOurKillOnlyTheMemberItWentToNeedsToAnswer()
{
    RealAlertmanager first;
    RealAlertmanager second;
    second.joinCluster(first);
    QVERIFY2(first.start() && second.start(), first.log() + second.log());
    QVERIFY(first.post(alertsJson(1)) && second.post(alertsJson(1)));
    std::atomic<bool> isFirstDead = false;
    std::atomic<bool> isSecondDead = false;
    std::atomic<bool> mayLose = true;
    // The first write is lost on the way, and with it the whole network.
    const auto member = [&](const RealAlertmanager &server, std::atomic<bool> &isDead) {
        return [&](const ScriptedRequest &r) {
            if (isPost(r) && mayLose.exchange(false)) {
                isFirstDead = true;
                isSecondDead = true;
            }
            return isDead ? ScriptedReply::reset() : passOn(r, server.url());
        };
    };
    ScriptedServer firstGate(member(first, isFirstDead));
    ScriptedServer secondGate(member(second, isSecondDead));
    EngineBench b;
    b.urls = {firstGate.url(QString()).toString() + QStringLiteral("', '") + secondGate.url(QString()).toString()};
    QVERIFY(b.open());
    b.engine->sync().start();
    QTRY_COMPARE_WITH_TIMEOUT(b.alerts().size(), std::size_t(1), 20'000);
    const AlertAction action = b.acknowledgement(b.alerts().front());
    QVERIFY(EngineBench::wait(b.engine->store().enqueue({action}, Millis(600'000))));
    QTRY_COMPARE_WITH_TIMEOUT(b.entryOf(action).state, OutboxState::Unknown, 20'000);
    QVERIFY(!b.entryOf(action).target.isEmpty());
    b.engine.reset();
    const auto asked = firstGate.requests();
    const bool wentToFirst = std::any_of(asked.begin(), asked.end(), isPost);
    (wentToFirst ? isFirstDead : isSecondDead) = false;
    QVERIFY(b.open());
    b.engine->sync().start();
    // The other one is down for good.
    QTRY_VERIFY_WITH_TIMEOUT(isSettled(b, {action}), 30'000);
    QCOMPARE(inForce(wentToFirst ? first : second, action), QStringList {b.entryOf(action).resultSilence});
}

QTEST_GUILESS_MAIN(TestLandings)
#include "tst_landings.moc"
