#include "tests/contract/alertmanager/alertmanagerbench.h"
#include "tests/contract/bench.h"
#include "tests/support/realservers.h"

#include <QTest>

using namespace quarterdeck;

/// What is read from a real Alertmanager.
class TestAlertmanagerServer : public AlertmanagerBench {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!RealAlertmanager::isInstalled()) {
            QSKIP("prometheus-alertmanager is not installed");
        }
    }
    void init() { QVERIFY2(startAlone(), log().constData()); }
    void cleanup() { stop(); }

    void probeTellsVersion();
    void listsWhatFires();
    void inhibitionIsSuppression();
    void tenThousandAlerts();
};

void TestAlertmanagerServer::probeTellsVersion()
{
    const auto health = await(m_source->probe({}));
    QVERIFY2(health, qPrintable(errorOf(health)));
    QVERIFY(health->version.startsWith(QLatin1StringView("0.")));
    QCOMPARE(health->membersLive, 1);
    QVERIFY2(health->findings.isEmpty(), qPrintable(health->findings.join(u'\n')));
}

void TestAlertmanagerServer::listsWhatFires()
{
    QVERIFY(snapshot().alerts.empty());
    QVERIFY(snapshot().isWhole());
    QVERIFY(m_server->post(body({{QStringLiteral("High"), QStringLiteral("web"), QStringLiteral("page")}})));
    const AlertPage one = snapshot();
    QVERIFY(one.isWhole());
    const Alert *alert = named(one, QStringLiteral("High"));
    QVERIFY(alert);
    QCOMPARE(alert->state, AlertState::Triggered);
    QCOMPARE(alert->severity, Severity::Critical);
    QCOMPARE(alert->summary, QStringLiteral("about High"));
    QCOMPARE(alert->key.id, QString::number(alert->labels.fingerprint(), 16).rightJustified(16, u'0'));
    QVERIFY(m_server->post(body({{QStringLiteral("High"), QStringLiteral("web"), QStringLiteral("page"), {}, SystemClock().now() - Millis(1000)}})));
    const AlertPage none = snapshot();
    QVERIFY(none.isWhole() && none.alerts.empty());
}

void TestAlertmanagerServer::inhibitionIsSuppression()
{
    QVERIFY(m_server->post(body({{QStringLiteral("Down"), QStringLiteral("db"), QStringLiteral("critical")},
        {QStringLiteral("Slow"), QStringLiteral("db")}, {QStringLiteral("Other"), QStringLiteral("web")}})));
    QTRY_VERIFY(named(snapshot(), QStringLiteral("Slow"))->state == AlertState::Suppressed);
    const AlertPage all = snapshot();
    QCOMPARE(named(all, QStringLiteral("Slow"))->holds.ids(HoldKind::Inhibition), QStringList {named(all, QStringLiteral("Down"))->key.id});
    QCOMPARE(named(all, QStringLiteral("Down"))->state, AlertState::Triggered);
    QCOMPARE(named(all, QStringLiteral("Other"))->state, AlertState::Triggered);
}

void TestAlertmanagerServer::tenThousandAlerts()
{
    for (int chunk = 0; chunk < 10; ++chunk) {
        std::vector<Posted> alerts;
        for (int i = 0; i < 1000; ++i) {
            alerts.push_back({QStringLiteral("Alert%1").arg(chunk * 1000 + i), QStringLiteral("service%1").arg(i % 50)});
        }
        QVERIFY(m_server->post(body(alerts)));
    }
    const AlertPage all = snapshot();
    QVERIFY(all.isWhole());
    QCOMPARE(all.alerts.size(), std::size_t(10'000));
    QSet<QString> titles;
    for (const Alert &alert : all.alerts) {
        titles.insert(alert.title);
        QCOMPARE(alert.state, AlertState::Triggered);
        QCOMPARE(alert.severity, Severity::Warning);
        QCOMPARE(alert.summary, QStringLiteral("about ") + alert.title);
    }
    QCOMPARE(titles.size(), 10'000);
    // Equal label texts share memory.
    QSet<const QChar *> places;
    for (const Alert &alert : all.alerts) {
        const QString service = alert.labels.value(u"service");
        places.insert(service.constData());
    }
    QCOMPARE(places.size(), 50);
}

QTEST_GUILESS_MAIN(TestAlertmanagerServer)
#include "tst_alertmanagerserver.moc"
