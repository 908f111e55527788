#include "tests/contract/alertmanager/alertmanagerbench.h"
#include "tests/support/gatewayforms.h"
#include "tests/support/outcometext.h"
#include "tests/support/passon.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <atomic>

using namespace quarterdeck;

/// What a gateway answers to a write is not the server's word: whether it was taken is what the real server says.
class TestAlertmanagerGateway : public AlertmanagerBench {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!RealAlertmanager::isInstalled()) {
            QSKIP("prometheus-alertmanager is not installed");
        }
        QVERIFY2(startAlone(), log().constData());
    }
    void cleanupTestCase() { stop(); }

    void postsAreToldTruly_data() { forms(); }
    void postsAreToldTruly();
    void deletesAreToldTruly_data() { forms(); }
    void deletesAreToldTruly();
    void aDateThatIsNotTheServersMovesNoEnd_data();
    void aDateThatIsNotTheServersMovesNoEnd();
    void refusalsSayWhatToMend_data();
    void refusalsSayWhatToMend();

private:
    static void forms()
    {
        QTest::addColumn<int>("form");
        QTest::addColumn<bool>("isTaken");
        for (int i = 0; i < int(std::size(GatewayForms)); ++i) {
            QTest::addRow("%s, taken", GatewayForms[i].name) << i << true;
            QTest::addRow("%s, not taken", GatewayForms[i].name) << i << false;
        }
    }
    std::unique_ptr<Source> through(const ScriptedServer &gateway)
    {
        return m_bench->open(*makeAlertmanagerConnector(), settled({gateway.url(QString())}));
    }
    /// Reads do pass; writes are answered in that form, taken or not.
    ScriptedServer::Handler gatewayTo(const GatewayForm &form, bool isTaken) const
    {
        return [form, isTaken, url = m_server->url()](const ScriptedRequest &request) {
            if (request.method == "GET") {
                return passOn(request, url);
            }
            if (isTaken) {
                (void)passOn(request, url);
            }
            return form.reply();
        };
    }
    AlertAction silenceOf(const char *form) const
    {
        AlertAction action = actionOn(QString(), Verb::Silence);
        const QString value = QString::fromLatin1(form) + u' ' + QUuid::createUuid().toString(QUuid::Id128);
        action.matchers = {{QStringLiteral("a"), value, false, true}};
        return action;
    }
    /// How many silences the real server holds in force with this marker.
    int inForce(const QUuid &action)
    {
        const AlertPage now = snapshot();
        return int(std::ranges::count_if(
            now.silences, [&](const Silence &s) { return s.state == SilenceState::Active && s.comment.contains(silenceMarker(action)); }));
    }
    bool isEnded(const QString &silence)
    {
        const AlertPage now = snapshot();
        const auto at = std::ranges::find(now.silences, silence, &Silence::id);
        return at != now.silences.end() && at->state == SilenceState::Expired;
    }
};

void TestAlertmanagerGateway::postsAreToldTruly()
{
    QFETCH(int, form);
    QFETCH(bool, isTaken);
    ScriptedServer gateway(gatewayTo(GatewayForms[form], isTaken));
    const auto source = through(gateway);
    const AlertAction action = silenceOf(GatewayForms[form].name);
    auto told = await(source->acts()->perform(action, {}, {}));
    const bool isOpen = isOutcome(told, Outcome::Is::Unknown);
    if (isOpen) {
        told = await(source->acts()->readBack(action, {}, {}));
    }
    QCOMPARE(inForce(action.id), isTaken ? 1 : 0);
    if (isTaken) {
        QVERIFY2(isOutcome(told, Outcome::Is::Done), qPrintable(toldOf(told)));
        return;
    }
    const bool isOwn = QByteArray(GatewayForms[form].name).endsWith(" own") && GatewayForms[form].status != 404;
    const bool isFinal = isOutcome(told, Outcome::Is::Refused);
    QVERIFY2(isFinal == (isOwn || QByteArray(GatewayForms[form].name) == "403"), qPrintable(toldOf(told)));
    QVERIFY2(isFinal || isOutcome(told, Outcome::Is::NotSent), qPrintable(toldOf(told)));
}

void TestAlertmanagerGateway::deletesAreToldTruly()
{
    QFETCH(int, form);
    QFETCH(bool, isTaken);
    const auto made = await(m_source->acts()->perform(silenceOf(GatewayForms[form].name), {}, {}));
    QVERIFY2(made, qPrintable(errorOf(made)));
    ScriptedServer gateway(gatewayTo(GatewayForms[form], isTaken));
    const auto source = through(gateway);
    const AlertAction action = actionOn(made->madeId, Verb::ExpireSilence);
    auto told = await(source->acts()->perform(action, {}, {}));
    const bool isOpen = isOutcome(told, Outcome::Is::Unknown);
    if (isOpen) {
        told = await(source->acts()->readBack(action, {}, {}));
    }
    QCOMPARE(isEnded(made->madeId), isTaken);
    if (isTaken) {
        QVERIFY2(isOutcome(told, Outcome::Is::Done) || isOutcome(told, Outcome::Is::AlreadySo), qPrintable(toldOf(told)));
        return;
    }
    const bool isOwn = QByteArray(GatewayForms[form].name) == "400 own" || QByteArray(GatewayForms[form].name) == "422 own";
    const bool isFinal = isOutcome(told, Outcome::Is::Refused);
    QVERIFY2(isFinal == (isOwn || QByteArray(GatewayForms[form].name) == "403"), qPrintable(toldOf(told)));
    QVERIFY2(isFinal || isOutcome(told, Outcome::Is::NotSent), qPrintable(toldOf(told)));
}

void TestAlertmanagerGateway::aDateThatIsNotTheServersMovesNoEnd_data()
{
    QTest::addColumn<int>("off");
    for (const int minutes : {-1440, -120, -5, -1, 1, 5, 120, 1440}) {
        QTest::addRow("%d min", minutes) << minutes;
    }
}

void TestAlertmanagerGateway::aDateThatIsNotTheServersMovesNoEnd()
{
    QFETCH(int, off);
    ScriptedServer gateway([off, url = m_server->url()](const ScriptedRequest &request) {
        ScriptedReply reply = passOn(request, url);
        const QDateTime date = QDateTime::currentDateTimeUtc().addSecs(qint64(off) * 60);
        reply.headers.push_back({"Date", QLocale::c().toString(date, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1()});
        return reply;
    });
    const auto source = through(gateway);
    // So that the skew is known.
    QVERIFY(await(source->alerts()->read({})));
    AlertAction action = silenceOf("date");
    action.duration = Millis(600'000);
    const auto told = await(source->acts()->perform(action, {}, {}));
    QVERIFY2(told && told->is == Outcome::Is::Done, qPrintable(errorOf(told)));
    const AlertPage now = snapshot();
    const auto held = std::ranges::find(now.silences, told->madeId, &Silence::id);
    QVERIFY(held != now.silences.end());
    QCOMPARE(held->state, SilenceState::Active);
    QVERIFY2(std::chrono::abs(held->endsAt - SystemClock().now() - action.duration) < Millis(30'000), qPrintable(toRfc3339(held->endsAt)));
    QCOMPARE(inForce(action.id), 1);
}

void TestAlertmanagerGateway::refusalsSayWhatToMend_data()
{
    QTest::addColumn<ScriptedReply>("reply");
    QTest::addColumn<QString>("is");
    QTest::addColumn<QString>("words");
    QTest::newRow("tenant") << ScriptedReply::text("no org id\n", 401) << "not-sent-access"
                            << "X-Scope-OrgID";
    QTest::newRow("client certificate") << ScriptedReply::html("<html><center>No required SSL certificate was sent</center></html>", 400)
                                        << "not-sent-access"
                                        << "client certificate";
    QTest::newRow("proxy") << ScriptedReply::text("", 407) << "not-sent-access"
                           << "requires a name and a password";
    QTest::newRow("sign-in page, 403") << ScriptedReply::html("<!DOCTYPE html><form>Sign in</form>", 403) << "not-sent-access"
                                       << "sign-in page";
    QTest::newRow("sign-in page, 503") << ScriptedReply::html("<!DOCTYPE html><form>Sign in</form>", 503) << "not-sent-access"
                                       << "sign-in page";
    QTest::newRow("forbidden page") << ScriptedReply::html("<html><h1>403 Forbidden</h1><hr>nginx</html>", 403) << "refused"
                                    << "denied permission";
    QTest::newRow("wait") << ScriptedReply::tooMany("7") << "not-sent-access"
                          << "7 s";
}

void TestAlertmanagerGateway::refusalsSayWhatToMend()
{
    QFETCH(ScriptedReply, reply);
    QFETCH(QString, is);
    QFETCH(QString, words);
    ScriptedServer gateway(
        [reply, url = m_server->url()](const ScriptedRequest &request) { return request.method == "GET" ? passOn(request, url) : reply; });
    const auto told = await(through(gateway)->acts()->perform(silenceOf("words"), {}, {}));
    QVERIFY2(toldOf(told).startsWith(is + u' '), qPrintable(toldOf(told)));
    QVERIFY2(told->reason.text().contains(words), qPrintable(toldOf(told)));
}

QTEST_GUILESS_MAIN(TestAlertmanagerGateway)
#include "tst_alertmanagergateway.moc"
