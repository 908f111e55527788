#include "models/backendlistmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace quarterdeck;

class TestBackendListModel : public QObject {
    Q_OBJECT

private slots:
    void joinsConfigurationAndFreshness()
    {
        BackendListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        SourceStatus live;
        live.id = QStringLiteral("eu-am");
        live.freshness = Freshness::Live;
        SourceStatus stray;
        stray.id = QStringLiteral("old");
        model.setBackends(
            {{"eu-am", "alertmanager", {"https://a", "https://b"}, "bearer token from keychain:eu"}, {"prom", "prometheus", {}, "none"}},
            {live, stray});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, BackendListModel::AddressColumn).data().toString(), QStringLiteral("https://a, https://b"));
        QCOMPARE(model.index(0, 0).data(FreshnessRole).toInt(), int(Freshness::Live));
        QCOMPARE(model.index(1, 0).data(FreshnessRole).toInt(), int(Freshness::NeverSeen));
        QCOMPARE(model.index(2, 0).data(BackendListModel::IsConfiguredRole).toBool(), false);
    }

    void tellsTheVerdictOfATest()
    {
        BackendListModel model;
        model.setBackends({{"prom", "prometheus", {}, "none"}}, {});
        model.setProbeRunning("prom");
        QCOMPARE(model.index(0, 0).data(BackendListModel::ProbeStateRole).toInt(), int(ProbeState::Running));
        ProbeReport report;
        report.isOk = false;
        report.error = Error {ErrorKind::Unauthorized, QStringLiteral("It rejects the token"), {}, 401, {}};
        model.setProbe("prom", report);
        QCOMPARE(model.index(0, 0).data(BackendListModel::ProbeStateRole).toInt(), int(ProbeState::Failed));
        const auto why = [&model] { return model.index(0, 0).data(BackendListModel::ProbeErrorRole).value<Error>(); };
        QCOMPARE(why(), *report.error);
        QVERIFY(model.index(0, 0).data(BackendListModel::VerdictRole).toStringList().isEmpty());
        model.setProbe("prom", fail(ErrorKind::Offline, QStringLiteral("Offline")));
        QCOMPARE(why().what, QStringLiteral("Offline"));
        model.setProbeRunning("prom");
        QVERIFY(!model.index(0, 0).data(BackendListModel::ProbeErrorRole).isValid());
    }

    void aStatusUpdatesItsRowAlone()
    {
        BackendListModel model;
        model.setBackends({{"a", "prometheus", {}, {}}, {"b", "journal", {}, {}}}, {});
        QList<int> rows;
        connect(&model, &QAbstractItemModel::dataChanged, this, [&](const QModelIndex &from) { rows << from.row(); });
        SourceStatus status;
        status.id = QStringLiteral("b");
        status.freshness = Freshness::Unreachable;
        status.error = Error {ErrorKind::Offline, QStringLiteral("refuses connections"), {}, 0, {}};
        model.setStatus(status);
        QCOMPARE(rows, QList<int>({1}));
        QCOMPARE(model.index(1, 0).data(BackendListModel::ErrorRole).value<Error>(), *status.error);
        QVERIFY(!model.index(0, 0).data(BackendListModel::ErrorRole).isValid());
    }
};

QTEST_GUILESS_MAIN(TestBackendListModel)
#include "tst_backendlistmodel.moc"
