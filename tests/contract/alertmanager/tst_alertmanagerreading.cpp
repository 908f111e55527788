#include "app/sources/alertmanager/connector.h"
#include "tests/contract/alertmanager/fakealertmanager.h"
#include "tests/contract/bench.h"
#include "tests/support/outcometext.h"

#include <QRegularExpression>
#include <QTest>

#include <atomic>

using namespace quarterdeck;

/// What is read beside the alerts, and from members that are slow or cannot tell everything.
class TestAlertmanagerReading : public QObject {
    Q_OBJECT

private slots:
    void refusedSilencesKeepTheLastOnes();
    void mutesAreReadWhereTheyAreTold();
    void aGroupThatHoldsMoreThanTheListIsAContradiction_data();
    void aGroupThatHoldsMoreThanTheListIsAContradiction();
    void mutesAreNotAskedForInVain_data();
    void mutesAreNotAskedForInVain();
    void aSlowButFlowingMemberIsWaitedFor();

private:
    std::unique_ptr<Source> open(std::vector<QUrl> urls)
    {
        return m_bench.open(*makeAlertmanagerConnector(), ContractBench::endpoint(std::move(urls)));
    }
    ContractBench m_bench;
};

void TestAlertmanagerReading::refusedSilencesKeepTheLastOnes()
{
    std::atomic_bool isRefusing = false;
    ScriptedServer server(fake([&](const ScriptedRequest &request) {
        if (!request.path().endsWith("/silences")) {
            return nothing();
        }
        return isRefusing ? ScriptedReply::json(R"("invalid silence: too many matcher sets")", 500)
                          : ScriptedReply::json('[' + heldSilence("x") + ']');
    }));
    const auto source = open({server.url()});
    const auto first = await(source->alerts()->read({}));
    QVERIFY(first && first->isWhole() && first->silences.size() == 1);
    isRefusing = true;
    const auto second = await(source->alerts()->read({}));
    QVERIFY2(second, qPrintable(errorOf(second)));
    QVERIFY(!second->isWhole() && second->hasAllAlerts());
    QCOMPARE(second->alerts.size(), std::size_t(1));
    QCOMPARE(second->silences.size(), std::size_t(1));
    // Its end has gone by since.
    QCOMPARE(second->silences[0].state, SilenceState::Expired);
    const QString words = second->trouble()->what;
    QVERIFY2(
        words.contains(QRegularExpression(QStringLiteral("silences could not be read, as of \\d\\d:\\d\\d: invalid silence: too many matcher sets"))),
        qPrintable(words));
    // Nor is an acknowledgement held up by it.
    const auto receipt = await(source->acts()->perform(acknowledgement(), {}, {}));
    QVERIFY2(receipt, qPrintable(toldOf(receipt)));
    isRefusing = false;
    QVERIFY(await(source->alerts()->read({}))->isWhole());
}

void TestAlertmanagerReading::mutesAreReadWhereTheyAreTold()
{
    QByteArray groups = '[' + groupOf("mail", R"("night")") + ']';
    QByteArray status = Status034;
    int groupsStatus = 200;
    ScriptedServer server(fake([&](const ScriptedRequest &request) {
        if (request.path().endsWith("/groups")) {
            return ScriptedReply::json(groups, groupsStatus);
        }
        return request.path().endsWith("/status") ? ScriptedReply::json(status) : nothing();
    }));
    const QByteArray path = "/api/v2/alerts/groups";
    auto source = open({server.url()});
    const auto stateAfter = [&](const QStringList &mutedBy, const QStringList &mutedFor) {
        const auto snapshot = await(source->alerts()->read({}));
        return snapshot && snapshot->hasAllAlerts() && snapshot->alerts[0].holds.ids(HoldKind::TimeInterval) == mutedBy
            && snapshot->alerts[0].holds.receivers() == mutedFor && (snapshot->alerts[0].state == AlertState::Suppressed) == !mutedBy.isEmpty();
    };
    const QStringList night {QStringLiteral("night")};
    QVERIFY(stateAfter(night, {}));
    QVERIFY(stateAfter(night, {}));
    QCOMPARE(countOf(server, path), 2);
    // One receiver of two: it is shown, and who does not hear of it.
    groups = '[' + groupOf("mail", R"("night")") + ',' + groupOf("pager", {}) + ']';
    QVERIFY(stateAfter({}, {QStringLiteral("mail")}));
    // A failure right after: what is known holds for a moment, and is never asked of a fresh start.
    groupsStatus = 500;
    QVERIFY(stateAfter({}, {QStringLiteral("mail")}));
    source = open({server.url()});
    const auto unread = await(source->alerts()->read({}));
    QVERIFY(unread && unread->isWhole() && unread->trouble());
    QVERIFY2(unread->trouble()->what.contains(QStringLiteral("which alerts are muted could not be read")), qPrintable(unread->trouble()->what));
    QCOMPARE(unread->alerts[0].state, AlertState::Triggered);
}

void TestAlertmanagerReading::aGroupThatHoldsMoreThanTheListIsAContradiction_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<QByteArray>("startsAt");
    QTest::addColumn<QByteArray>("endsAt");
    QTest::addColumn<QByteArray>("fingerprint");
    QTest::addColumn<bool>("isContradiction");
    const QByteArray past = "2026-01-01T00:00:00Z";
    const QByteArray future = "2099-01-01T00:00:00Z";
    QTest::newRow("fires") << QByteArray("active") << past << future << QByteArray("00000000000000ff") << true;
    QTest::newRow("listed") << QByteArray("active") << past << future << QByteArray("00000000000000a1") << false;
    QTest::newRow("ended") << QByteArray("active") << past << past << QByteArray("00000000000000ff") << false;
    QTest::newRow("silenced") << QByteArray("suppressed") << past << future << QByteArray("00000000000000ff") << false;
    QTest::newRow("just begun") << QByteArray("active") << future << future << QByteArray("00000000000000ff") << false;
}

void TestAlertmanagerReading::aGroupThatHoldsMoreThanTheListIsAContradiction()
{
    QFETCH(QByteArray, state);
    QFETCH(QByteArray, startsAt);
    QFETCH(QByteArray, endsAt);
    QFETCH(QByteArray, fingerprint);
    QFETCH(bool, isContradiction);
    QByteArray group = groupOf("mail", {}).replace("suppressed", state).replace("00000000000000a1", fingerprint);
    group.replace(R"("status":)", R"("startsAt":")" + startsAt + R"(","endsAt":")" + endsAt + R"(","status":)");
    ScriptedServer server(fake([&](const ScriptedRequest &request) {
        if (request.path().endsWith("/groups")) {
            return ScriptedReply::json('[' + group + ']');
        }
        return request.path().endsWith("/status") ? ScriptedReply::json(Status034) : nothing();
    }));
    const auto snapshot = await(open({server.url()})->alerts()->read({}));
    QVERIFY2(snapshot, qPrintable(errorOf(snapshot)));
    QCOMPARE(snapshot->hasAllAlerts(), !isContradiction);
    QCOMPARE(snapshot->alerts.size(), std::size_t(1));
    if (isContradiction) {
        QVERIFY2(snapshot->trouble()->what.contains(QStringLiteral("contradicts itself")), qPrintable(snapshot->trouble()->what));
    }
}

void TestAlertmanagerReading::mutesAreNotAskedForInVain_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<int>("groups");
    QTest::addColumn<int>("asked");
    QTest::newRow("0.27") << QByteArray(Status034).replace("0.34", "0.27") << 200 << 0;
    QTest::newRow("no interval in use") << QByteArray(Status034).replace(R"("original":"")", R"("original":"route:\n  receiver: x")") << 200 << 0;
    QTest::newRow("no groups") << Status034 << 404 << 1;
    QTest::newRow("groups that do not tell") << Status034 << 200 << 1;
    QTest::newRow("no status, no groups") << QByteArray("[]") << 404 << 1;
}

void TestAlertmanagerReading::mutesAreNotAskedForInVain()
{
    QFETCH(QByteArray, status);
    QFETCH(int, groups);
    QFETCH(int, asked);
    ScriptedServer server(fake([&](const ScriptedRequest &request) {
        if (request.path().endsWith("/groups")) {
            return ScriptedReply::json('[' + groupOf("mail", {}).replace(R"(,"mutedBy":[])", "") + ']', groups);
        }
        if (request.path().endsWith("/alerts")) {
            return ScriptedReply::json(QByteArray(OneAlert).replace(R"("inhibitedBy":[])", R"("inhibitedBy":[],"mutedBy":["night"])"));
        }
        return request.path().endsWith("/status") ? ScriptedReply::json(status) : nothing();
    }));
    const auto source = open({server.url()});
    for (int poll = 0; poll < 3; ++poll) {
        const auto snapshot = await(source->alerts()->read({}));
        QVERIFY2(snapshot && snapshot->isWhole(), qPrintable(errorOf(snapshot)));
        // What the alert itself says holds.
        QCOMPARE(snapshot->alerts[0].holds.ids(HoldKind::TimeInterval), QStringList {QStringLiteral("night")});
        QCOMPARE(snapshot->alerts[0].state, AlertState::Suppressed);
        QCOMPARE(snapshot->alerts[0].rawState, QStringLiteral("muted"));
    }
    QCOMPARE(countOf(server, "/api/v2/alerts/groups"), asked);
}

void TestAlertmanagerReading::aSlowButFlowingMemberIsWaitedFor()
{
    ScriptedServer quick(fake([](const ScriptedRequest &) { return nothing(); }));
    // Longer than the patience with one that hangs, a byte now and then.
    ScriptedServer slow(fake([](const ScriptedRequest &request) {
        return request.path().endsWith("/alerts") ? ScriptedReply::slow(OneAlert, Millis(7'000 / OneAlert.size())) : nothing();
    }));
    const auto result = await(open({quick.url(), slow.url()})->alerts()->read({}), Millis(30'000));
    QVERIFY2(result, qPrintable(errorOf(result)));
    QVERIFY(result->isWhole());
}

QTEST_GUILESS_MAIN(TestAlertmanagerReading)
#include "tst_alertmanagerreading.moc"
