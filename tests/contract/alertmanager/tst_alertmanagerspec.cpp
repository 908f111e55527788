#include "app/sources/alertmanager/connector.h"
#include "tests/contract/bench.h"
#include "tests/support/prism.h"
#include "tests/support/realservers.h"
#include "tests/support/scriptedserver.h"

#include <QTest>

using namespace quarterdeck;

namespace {

/// A small Alertmanager of 0.34 with one alert, keeping one silence.
class NewerFake {
public:
    ScriptedReply answer(const ScriptedRequest &request)
    {
        if (request.path() == "/api/v2/status") {
            return ScriptedReply::json(R"({"cluster":{"name":"a","status":"ready","peers":[{"name":"a","address":"127.0.0.1:9094"}]},"versionInfo":{
"version":"0.34.0","revision":"x","branch":"x","buildUser":"x","buildDate":"x","goVersion":"x"},"config":{"original":""},"uptime":"2026-11-21T07:00:00.000Z"})");
        }
        if (request.path() == "/api/v2/alerts") {
            const QByteArray silenced = isSilenced ? "\"0f0f6b3e-4b38-4b0e-8b0e-0123456789ab\"" : "";
            return ScriptedReply::json(
                R"([{"fingerprint":"00000000000000a1","labels":{"alertname":"A"},"annotations":{"summary":"x"},"receivers":[{"name":"d"}],
"startsAt":"2026-11-21T07:00:00.000Z","updatedAt":"2026-11-21T07:00:00.000Z","endsAt":"2026-11-21T09:00:00.000Z",
"status":{"state":")"
                + QByteArray(isSilenced ? "suppressed" : "active") + R"(","silencedBy":[)" + silenced + R"(],"inhibitedBy":[],"mutedBy":[]}}])");
        }
        if (request.method == "POST") {
            posted = request.body;
            isSilenced = true;
            return ScriptedReply::json(R"({"silenceID":"0f0f6b3e-4b38-4b0e-8b0e-0123456789ab"})");
        }
        if (request.method == "DELETE") {
            isSilenced = false;
            return ScriptedReply::empty(200);
        }
        return request.path() == "/api/v2/silences" ? ScriptedReply::json(isSilenced ? '[' + held() + ']' : QByteArray("[]"))
                                                    : ScriptedReply::json(held());
    }

private:
    QByteArray held() const
    {
        // What was posted, as the server gives it back.
        QByteArray silence = posted.trimmed();
        silence.chop(1);
        return silence
            + R"(,"id":"0f0f6b3e-4b38-4b0e-8b0e-0123456789ab","annotations":{},"updatedAt":"2026-11-21T07:13:00.000Z","status":{"state":"active"}})";
    }
    QByteArray posted = "{}";
    bool isSilenced = false;
};

AlertAction acknowledge(const Alert &alert)
{
    AlertAction action;
    action.id = QUuid::createUuid();
    action.source = alert.key.source;
    action.alert = alert.key;
    action.expectedStart = alert.startsAt;
    action.matchers = exactMatchers(alert.labels);
    action.duration = Millis(600'000);
    action.author = QStringLiteral("ana");
    action.comment = QStringLiteral("on it");
    return action;
}

} // namespace

/// Our client and a server with a published document between them.
class TestAlertmanagerSpec : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void realServerBehindItsDocument();
    void fakeBehindTheNewestDocument();
    void theProxyIsNotBlind();

private:
    void walkThrough(const QUrl &url);
    ContractBench m_bench;
};

void TestAlertmanagerSpec::initTestCase()
{
    if (Prism::program().isEmpty()) {
        QSKIP("prism is absent: see tests/contract/prism/README.md");
    }
    if (sharedPath(QStringLiteral("specs")).isEmpty()) {
        QSKIP("the published documents are absent: $QUARTERDECK_SHARED/specs");
    }
}

void TestAlertmanagerSpec::walkThrough(const QUrl &url)
{
    Endpoint endpoint = ContractBench::endpoint({url});
    const auto source = m_bench.open(*makeAlertmanagerConnector(), endpoint);
    const auto health = await(source->probe({}));
    QVERIFY2(health, qPrintable(errorOf(health)));
    QTRY_VERIFY(await(source->alerts()->read({}))->isWhole());
    const auto before = await(source->alerts()->read({}));
    QVERIFY2(before, qPrintable(errorOf(before)));
    QCOMPARE(before->alerts.size(), std::size_t(1));
    const auto acknowledged = await(source->acts()->perform(acknowledge(before->alerts[0]), {}, {}));
    QVERIFY2(acknowledged, qPrintable(errorOf(acknowledged)));
    QCOMPARE(acknowledged->is, Outcome::Is::Done);
    const auto after = await(source->alerts()->read({}));
    QVERIFY2(after, qPrintable(errorOf(after)));
    QCOMPARE(after->alerts[0].state, AlertState::Acknowledged);
    AlertAction change;
    change.id = QUuid::createUuid();
    change.verb = Verb::ExtendSilence;
    change.source = QStringLiteral("src");
    change.silenceId = after->alerts[0].acknowledgement().id;
    change.duration = Millis(7'200'000);
    const auto extended = await(source->acts()->perform(change, {}, {}));
    QVERIFY2(extended, qPrintable(errorOf(extended)));
    QCOMPARE(extended->is, Outcome::Is::Done);
}

void TestAlertmanagerSpec::realServerBehindItsDocument()
{
    if (!RealAlertmanager::isInstalled()) {
        QSKIP("prometheus-alertmanager is not installed");
    }
    RealAlertmanager server;
    QVERIFY2(server.start(), server.log().constData());
    const QByteArray alert = "[{\"labels\":{\"alertname\":\"A\",\"path\":\"a+b \\\"c\\\"\"},\"annotations\":{\"summary\":\"x\"},"
                             "\"generatorURL\":\"http://127.0.0.1/\"}]";
    QVERIFY(server.post(alert));
    Prism prism;
    QVERIFY2(prism.start(sharedPath(QStringLiteral("specs/alertmanager-v2-0.25-prism.yaml")), server.url()), prism.log().constData());
    walkThrough(prism.url());
    QVERIFY2(!prism.log().contains("Violation"), prism.log().constData());
}

void TestAlertmanagerSpec::fakeBehindTheNewestDocument()
{
    NewerFake fake;
    ScriptedServer server([&fake](const ScriptedRequest &request) { return fake.answer(request); });
    Prism prism;
    QVERIFY2(prism.start(sharedPath(QStringLiteral("specs/alertmanager-v2-0.34-prism.yaml")), server.url(QString())), prism.log().constData());
    walkThrough(prism.url());
    QVERIFY2(!prism.log().contains("Violation"), prism.log().constData());
}

void TestAlertmanagerSpec::theProxyIsNotBlind()
{
    // An answer against the document must not reach the client as good.
    ScriptedServer server(
        [](const ScriptedRequest &) { return ScriptedReply::json(R"([{"fingerprint":"a","labels":{},"status":{"state":"firing"}}])"); });
    Prism prism;
    QVERIFY2(prism.start(sharedPath(QStringLiteral("specs/alertmanager-v2-0.34-prism.yaml")), server.url(QString())), prism.log().constData());
    const auto source = m_bench.open(*makeAlertmanagerConnector(), ContractBench::endpoint({prism.url()}));
    const auto result = await(source->alerts()->read({}));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Server);
}

QTEST_GUILESS_MAIN(TestAlertmanagerSpec)
#include "tst_alertmanagerspec.moc"
