#include "models/servicelistmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace quarterdeck;

namespace {

Service service(const QString &name, const QString &owner = {}, const QString &tier = {})
{
    Service s;
    s.name = name;
    s.owner = owner;
    s.tier = tier;
    return s;
}

Alert alert(const QString &id, const QString &service, Severity severity, qint64 startMs, AlertState state = AlertState::Triggered)
{
    Alert a;
    a.key = {QStringLiteral("am"), id};
    a.title = u'T' + id;
    a.service = service;
    a.severity = severity;
    a.startsAt = {startMs};
    a.state = state;
    return a;
}

SourceStatus status(const QString &id, Freshness freshness)
{
    SourceStatus s;
    s.id = id;
    s.freshness = freshness;
    s.liveMembers = freshness == Freshness::Live ? 1 : 0;
    s.faces = Face::Alerts;
    return s;
}

} // namespace

class TestServiceListModel : public QObject {
    Q_OBJECT

private slots:
    void healthIsOkOnlyWhenEverySourceIsLive_data()
    {
        QTest::addColumn<std::vector<SourceStatus>>("statuses");
        QTest::addColumn<int>("expected");
        const auto row = [](const char *name, std::vector<SourceStatus> statuses, Health health) {
            QTest::newRow(name) << std::move(statuses) << int(health);
        };
        row("no source", {}, Health::Unknown);
        row("live", {status("a", Freshness::Live)}, Health::Ok);
        for (const Freshness freshness :
            {Freshness::Stale, Freshness::NeedsSignIn, Freshness::Unreachable, Freshness::Misconfigured, Freshness::NeverSeen}) {
            row(freshnessName(freshness).data(), {status("a", Freshness::Live), status("b", freshness)}, Health::Unknown);
        }
        SourceStatus halfDead = status("a", Freshness::Live);
        halfDead.members = 2;
        row("one of two members", {halfDead}, Health::Unknown);
        SourceStatus fresh = status("a", Freshness::Live);
        fresh.error = Error {ErrorKind::Server, QStringLiteral("started 4s ago"), {}, 0, {}};
        row("lately started", {fresh}, Health::Unknown);
        SourceStatus prometheus = status("prom", Freshness::Live);
        prometheus.faces = Face::Metrics;
        row("no source of alerts", {prometheus}, Health::Unknown);
        row("a source of alerts beside another", {prometheus, status("a", Freshness::Live)}, Health::Ok);
    }

    void healthIsOkOnlyWhenEverySourceIsLive()
    {
        QFETCH(std::vector<SourceStatus>, statuses);
        QFETCH(int, expected);
        QCOMPARE(int(serviceHealth({}, statuses).health), expected);
        QCOMPARE(int(serviceHealth({alert("1", "x", Severity::Critical, 5, AlertState::Resolved)}, statuses).health), expected);
        const ServiceHealth failing = serviceHealth({alert("1", "x", Severity::Critical, 5)}, statuses);
        QCOMPARE(int(failing.health), int(Health::Critical));
        QCOMPARE(failing.isCertain, expected == int(Health::Ok));
    }

    void theWorstAlertDecides()
    {
        const ServiceHealth health = serviceHealth({alert("1", "x", Severity::Info, 10), alert("2", "x", Severity::Warning, 40),
                                                       alert("3", "x", Severity::Warning, 30), alert("4", "x", Severity::Unknown, 90)},
            {status("a", Freshness::Live)});
        QCOMPARE(int(health.health), int(Health::Warning));
        QCOMPARE(health.worst.id, QStringLiteral("3"));
        QCOMPARE(health.openAlerts, 4);
        QCOMPARE(health.since.ms, 10);
    }

    void liveChangesKeepRowsInPlaceUntilResorted()
    {
        ServiceListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setStatuses({status("a", Freshness::Live)});
        model.setServices({service("alpha"), service("beta"), service("gamma")});
        QCOMPARE(int(model.book().health("alpha").health), int(Health::Unknown));
        model.setAlerts({});
        QCOMPARE(int(model.book().health("alpha").health), int(Health::Ok));
        QCOMPARE(model.index(0, ServiceListModel::NameColumn).data().toString(), QStringLiteral("alpha"));
        const QPersistentModelIndex gamma = model.index(2, ServiceListModel::NameColumn);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        ChangeSet changes;
        changes.changedAlerts = {alert("1", "Gamma", Severity::Critical, 7)};
        model.applyAlerts(changes);
        QCOMPARE(gamma.row(), 2);
        QCOMPARE(gamma.data(ServiceListModel::HealthRole).toInt(), int(Health::Critical));
        QVERIFY(model.isOrderStale());
        model.resort();
        QCOMPARE(gamma.row(), 0);
        QCOMPARE(gamma.data().toString(), QStringLiteral("gamma"));
        QVERIFY(!model.isOrderStale());
        QCOMPARE(resets.count(), 0);
        ChangeSet gone;
        gone.removedAlerts = {AlertKey {"am", "1"}};
        model.applyAlerts(gone);
        QCOMPARE(gamma.data(ServiceListModel::HealthRole).toInt(), int(Health::Ok));
    }

    void anAlertThatMovesLeavesItsOldService()
    {
        ServiceListModel model;
        model.setStatuses({status("a", Freshness::Live)});
        model.setServices({service("alpha"), service("beta")});
        model.setAlerts({alert("1", "alpha", Severity::Error, 1)});
        ChangeSet changes;
        changes.changedAlerts = {alert("1", "beta", Severity::Error, 1)};
        model.applyAlerts(changes);
        QCOMPARE(int(model.book().health("alpha").health), int(Health::Ok));
        QCOMPARE(int(model.book().health("beta").health), int(Health::Error));
    }

    void filtersAndSorts()
    {
        ServiceListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setServices(
            {service("checkout", "payments", "1"), service("cart", "shop", "10"), service("pricing", "payments", "2"), service("zoo", {}, {})});
        model.setFilter("PAY");
        QCOMPARE(model.rowCount(), 2);
        model.setFilter("pay check");
        QCOMPARE(model.rowCount(), 1);
        model.setFilter("nothing like it");
        QCOMPARE(model.rowCount(), 0);
        model.setFilter({});
        model.sort(ServiceListModel::TierColumn, Qt::AscendingOrder);
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row) {
            names << model.index(row, ServiceListModel::NameColumn).data().toString();
        }
        QCOMPARE(names, QStringList({"checkout", "pricing", "cart", "zoo"}));
    }

    void aServiceThatComesAndGoesMovesNoOther()
    {
        ServiceListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setServices({service("alpha"), service("beta"), service("delta")});
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex delta = model.index(2, 1);
        model.setServices({service("alpha"), service("beta"), service("charly"), service("delta")});
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(delta.row(), 3);
        model.setServices({service("charly"), service("delta", "team")});
        QCOMPARE(delta.row(), 1);
        QCOMPARE(delta.data(OwnerRole).toString(), QStringLiteral("team"));
        QCOMPARE(resets.count(), 0);
    }

    void loadIsUnknownUntilItIsKnown()
    {
        ServiceListModel model;
        model.setServices({service("alpha")});
        QCOMPARE(model.index(0, 0).data(ServiceListModel::LoadRole).toInt(), -1);
        QVERIFY(!model.index(0, ServiceListModel::LoadColumn).data().isValid());
        model.setLoads({{"alpha", 3}});
        QCOMPARE(model.index(0, ServiceListModel::LoadColumn).data().toInt(), 3);
    }
};

QTEST_GUILESS_MAIN(TestServiceListModel)
#include "tst_servicelistmodel.moc"
