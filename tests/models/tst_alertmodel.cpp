#include "tests/models/alertoracle.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace quarterdeck;

class TestAlertModel : public QObject {
    Q_OBJECT

private slots:
    void equalsTheOracle_data()
    {
        QTest::addColumn<int>("grouping");
        QTest::addColumn<int>("sort");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("changeSize");
        QTest::newRow("service") << int(AlertGrouping::Service) << int(AlertSort::SeverityAge) << "" << 5;
        QTest::newRow("service, big changes") << int(AlertGrouping::Service) << int(AlertSort::SeverityAge) << "" << 120;
        QTest::newRow("alertname, newest") << int(AlertGrouping::Alertname) << int(AlertSort::Newest) << "" << 5;
        QTest::newRow("cluster, oldest") << int(AlertGrouping::Cluster) << int(AlertSort::Oldest) << "" << 8;
        QTest::newRow("none, title") << int(AlertGrouping::None) << int(AlertSort::Title) << "" << 5;
        QTest::newRow("filtered by word") << int(AlertGrouping::Service) << int(AlertSort::SeverityAge) << "word1" << 6;
        QTest::newRow("filtered by state") << int(AlertGrouping::None) << int(AlertSort::SeverityAge) << "is:open -is:silenced" << 60;
    }
    void equalsTheOracle()
    {
        QFETCH(int, grouping);
        QFETCH(int, sort);
        QFETCH(QString, filter);
        QFETCH(int, changeSize);
        QRandomGenerator random(quint32(grouping * 10 + sort + changeSize));
        Oracle oracle;
        oracle.grouping = AlertGrouping(grouping);
        oracle.sort = AlertSort(sort);
        oracle.filter = *AlertFilter::parse(filter);
        int nextId = 0;
        randomChange(random, oracle, nextId, 60);
        AlertModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.arrange(oracle.grouping, oracle.sort);
        model.setFilter(oracle.filter);
        model.load(values(oracle));
        QCOMPARE(Oracle::shown(model), oracle.rows(model));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        for (int step = 0; step < 120; ++step) {
            // Some rows are remembered, as a view remembers its selection.
            std::vector<std::pair<QPersistentModelIndex, QString>> kept;
            for (int i = 0; i < 4 && model.rowCount() > 0; ++i) {
                const QModelIndex index = model.index(random.bounded(model.rowCount()), 0);
                kept.emplace_back(index, index.data(KeyRole).toString());
            }
            model.applyDelta(randomChange(random, oracle, nextId, 1 + random.bounded(changeSize)));
            QCOMPARE(Oracle::shown(model), oracle.rows(model));
            for (const auto &[index, key] : kept) {
                QVERIFY(!index.isValid() || index.data(KeyRole).toString() == key);
                QVERIFY(index.isValid() || model.rowOf(AlertKey::fromString(key)) < 0 || key.section(u':', 0, 0) != u"am-eu");
            }
            if (step % 10 == 5 && model.rowCount() > 0) {
                const int row = model.headerRowOf(random.bounded(model.rowCount()));
                model.setFolded(row, random.bounded(2) == 0);
                QCOMPARE(Oracle::shown(model), oracle.rows(model));
            }
        }
        QCOMPARE(resets.count(), 0);
        int open = 0;
        for (const auto &[key, alert] : oracle.alerts) {
            open += alert.isOpen() ? 1 : 0;
        }
        QCOMPARE(model.alerts().totals().open, open);
        QCOMPARE(model.alerts().totals().all, int(oracle.alerts.size()));
    }

    void newOnesAreHeldBackAndAnnounced()
    {
        AlertModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.load({make(1, QStringLiteral("checkout"), Severity::Warning, 5)});
        model.setHolding(true);
        const int before = model.rowCount();
        QSignalSpy totals(&model, &AlertModel::totalsChanged);
        ChangeSet changes;
        changes.changedAlerts = {
            make(2, QStringLiteral("checkout"), Severity::Critical, 1), make(3, QStringLiteral("search"), Severity::Critical, 1)};
        model.applyDelta(changes);
        QCOMPARE(model.rowCount(), before);
        QCOMPARE(model.alerts().totals().held, 2);
        QCOMPARE(model.alerts().totals().openCritical, 2); // what is held back is never uncounted
        QCOMPARE(totals.count(), 1);
        QCOMPARE(model.headerAt(0)->held, 1);
        changes.changedAlerts = {make(2, QStringLiteral("checkout"), Severity::Critical, 1, AlertState::Resolved)};
        model.applyDelta(changes);
        changes = {};
        changes.removedAlerts = {make(2, {}, Severity::Info, 0).key};
        model.applyDelta(changes);
        QCOMPARE(model.alerts().totals().held, 1);
        model.releaseHeld();
        QCOMPARE(model.alerts().totals().held, 0);
        QCOMPARE(model.rowCount(), before + 2);
        QVERIFY(model.rowOf({QStringLiteral("am-eu"), QStringLiteral("3")}) > 0);
        QCOMPARE(model.headerAt(model.headerRowOf(model.rowOf({QStringLiteral("am-eu"), QStringLiteral("1")})))->held, 0);
    }

    void bigGroupsFoldThemselvesButNotUnderTheCursor()
    {
        AlertModel model;
        std::vector<Alert> alerts;
        for (int i = 0; i < 214; ++i) {
            Alert alert = make(i, QStringLiteral("node"), Severity::Warning, i);
            alert.title = QStringLiteral("NodeFilesystemSpaceFillingUp");
            alerts.push_back(alert);
        }
        alerts.push_back(make(900, QStringLiteral("checkout"), Severity::Warning, 3));
        model.load(alerts);
        QCOMPARE(model.rowCount(), 3);
        const AlertGroup *node = model.headerAt(2);
        QVERIFY(node->isFolded);
        QCOMPARE(node->open, 214);
        QCOMPARE(node->commonTitle, QStringLiteral("NodeFilesystemSpaceFillingUp"));
        QVERIFY(!model.headerAt(0)->isFolded);
        model.setFolded(2, false);
        QCOMPARE(model.rowCount(), 217);
        // The reader's group grows past the limit while the cursor is in it.
        model.setCurrent(make(900, {}, Severity::Info, 0).key);
        ChangeSet changes;
        for (int i = 1000; i < 1040; ++i) {
            changes.changedAlerts.push_back(make(i, QStringLiteral("checkout"), Severity::Warning, 3));
        }
        model.applyDelta(changes);
        QVERIFY(!model.headerAt(0)->isFolded);
        // What a person unfolded stays unfolded, also over a new reading of everything.
        model.load(alerts);
        QVERIFY(!model.headerAt(2)->isFolded);
    }

    void resolvedOnesGoToTheirOwnGroupAndAgeOut()
    {
        AlertModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.load({make(1, QStringLiteral("a"), Severity::Critical, 5), make(2, QStringLiteral("a"), Severity::Info, 5)});
        ChangeSet changes;
        changes.changedAlerts = {make(1, QStringLiteral("a"), Severity::Critical, 5, AlertState::Resolved)};
        model.applyDelta(changes);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(int(model.headerAt(2)->kind), int(AlertGroup::Kind::Resolved));
        QVERIFY(model.headerAt(2)->isFolded);
        QCOMPARE(model.alerts().totals().openCritical, 0);
        model.advanceTo(Start + Millis(3'600'000));
        QCOMPARE(model.rowCount(), 3);
        model.advanceTo(Start + Millis(3'600'001));
        QCOMPARE(model.rowCount(), 2);
    }

    void marksAreOnlyOnWhatIsShown()
    {
        AlertModel model;
        model.load({make(1, QStringLiteral("a"), Severity::Critical, 5), make(2, QStringLiteral("b"), Severity::Info, 5),
            make(3, QStringLiteral("b"), Severity::Info, 5, AlertState::Resolved)});
        model.setAllMarked(true);
        QCOMPARE(model.alerts().totals().marked, 2); // a resolved one is nothing to act on
        model.setFilter(*AlertFilter::parse(u"service:a"));
        QCOMPARE(model.alerts().totals().marked, 1);
        model.setFilter({});
        QCOMPARE(model.alerts().marked().size(), std::size_t(1));
        model.setMarked(model.rowOf({QStringLiteral("am-eu"), QStringLiteral("2")}), true);
        QCOMPARE(model.alerts().totals().marked, 2);
        ChangeSet changes;
        changes.removedAlerts = {{QStringLiteral("am-eu"), QStringLiteral("1")}};
        model.applyDelta(changes);
        QCOMPARE(model.alerts().totals().marked, 1);
    }

    void staleIsKnownOfEveryRow()
    {
        AlertModel model;
        Alert other = make(2, QStringLiteral("b"), Severity::Info, 5);
        other.key.source = QStringLiteral("am-us");
        model.load({make(1, QStringLiteral("a"), Severity::Critical, 5), other});
        SourceStatus eu;
        eu.id = QStringLiteral("am-eu");
        eu.freshness = Freshness::Live;
        SourceStatus us = eu;
        us.id = QStringLiteral("am-us");
        us.freshness = Freshness::Unreachable;
        model.setStatuses({eu, us});
        QVERIFY(!model.index(1, 0).data(AlertModel::IsStaleRole).toBool());
        QVERIFY(model.index(3, 0).data(AlertModel::IsStaleRole).toBool());
        QCOMPARE(model.headerAt(2)->stale, 1);
        // Its source told everything later than it changed: it was there until then.
        us.lastOkAt = other.lastSeenAt + Millis(90'000);
        model.setStatuses({eu, us});
        QCOMPARE(model.index(3, 0).data(AlertModel::LastSeenRole).toLongLong(), us.lastOkAt.ms);
        model.setFilter(*AlertFilter::parse(u"is:stale"));
        QCOMPARE(model.rowCount(), 2);
        us.freshness = Freshness::Live;
        model.setStatuses({eu, us});
        QCOMPARE(model.rowCount(), 0);
    }

    void agesMoveRowsAsTimeGoesBy()
    {
        AlertModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.load({make(1, QStringLiteral("a"), Severity::Critical, 50), make(2, QStringLiteral("a"), Severity::Critical, 5)});
        model.advanceTo(Start);
        model.setFilter(*AlertFilter::parse(u"@age>1h"));
        QCOMPARE(model.rowCount(), 0);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.advanceTo(Start + Millis(15 * 60'000));
        QCOMPARE(model.rowCount(), 2);
        model.advanceTo(Start + Millis(75 * 60'000));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(resets.size(), 0);
    }

    void acknowledgementsHaveAnAge()
    {
        Alert alert = make(1, QStringLiteral("a"), Severity::Critical, 5);
        alert.state = AlertState::Acknowledged;
        alert.holds = {{HoldKind::Acknowledgement, QStringLiteral("s1"), QStringLiteral("ana")}};
        Silence silence;
        silence.source = alert.key.source;
        silence.id = QStringLiteral("s1");
        silence.startsAt = alert.startsAt;
        AlertModel model;
        model.load({alert});
        model.setSilences({silence});
        model.advanceTo(silence.startsAt + Millis(42 * 60'000));
        model.setFilter(*AlertFilter::parse(u"@acked>30m"));
        QCOMPARE(model.rowCount(), 2);
        model.setFilter(*AlertFilter::parse(u"@acked>1h"));
        QCOMPARE(model.rowCount(), 0);
        // Where nobody says since when, it is shown.
        model.setSilences({});
        model.setFilter(*AlertFilter::parse(u"@acked>1h"));
        QCOMPARE(model.rowCount(), 2);
    }

    void anEmptyListNamesTheWordInTheWay()
    {
        AlertModel model;
        model.load({make(1, QStringLiteral("a"), Severity::Critical, 5), make(2, QStringLiteral("a"), Severity::Warning, 5),
            make(3, QStringLiteral("b"), Severity::Warning, 5)});
        model.setFilter(*AlertFilter::parse(u"severity:critical service:b"));
        QCOMPARE(model.rowCount(), 0);
        const auto obstacles = model.alerts().obstacles();
        QCOMPARE(obstacles.size(), std::size_t(2));
        QCOMPARE(obstacles[0].term, QStringLiteral("severity:critical"));
        QCOMPARE(obstacles[0].count, 1);
        QCOMPARE(obstacles[1].term, QStringLiteral("service:b"));
        model.setFilter(*AlertFilter::parse(u"nothing-like-it severity:error service:c"));
        QVERIFY(model.alerts().obstacles().empty());
    }

    void aStormKeepsSelectionAndComesOutRight()
    {
        QRandomGenerator random(7);
        Oracle oracle;
        int nextId = 0;
        for (; nextId < 10'000; ++nextId) {
            const Alert alert = randomAlert(random, nextId);
            oracle.alerts[alert.key] = alert;
        }
        AlertModel model;
        model.load(values(oracle));
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.headerAt(row) != nullptr) {
                model.setFolded(row, false);
            }
        }
        QCOMPARE(Oracle::shown(model), oracle.rows(model));
        // Ten seconds of 200 changes a second, told every 100 ms; the selected alert is not among those that go.
        const AlertKey selected {QStringLiteral("am-eu"), QStringLiteral("4711")};
        QPersistentModelIndex current(model.index(model.rowOf(selected), 0));
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        for (int tick = 0; tick < 100; ++tick) {
            const Alert keep = oracle.alerts[selected];
            ChangeSet changes = randomChange(random, oracle, nextId, 20);
            std::erase_if(changes.changedAlerts, [&](const Alert &alert) { return alert.key == selected; });
            std::erase(changes.removedAlerts, selected);
            oracle.alerts[selected] = keep;
            model.applyDelta(changes);
            QVERIFY(current.isValid());
            QCOMPARE(current.data(KeyRole).toString(), selected.toString());
        }
        QCOMPARE(resets.count(), 0);
        QCOMPARE(Oracle::shown(model), oracle.rows(model));
    }
    void theFirstChangeFillsAnEmptyList()
    {
        QRandomGenerator random(11);
        Oracle oracle;
        int nextId = 0;
        ChangeSet first = randomChange(random, oracle, nextId, 300);
        // Of two words about one alert the later holds.
        Alert stale = first.changedAlerts.front();
        stale.summary = QStringLiteral("from before");
        stale.severity = Severity::Unknown;
        first.changedAlerts.insert(first.changedAlerts.begin(), stale);
        AlertModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy totals(&model, &AlertModel::totalsChanged);
        model.applyDelta(first);
        QCOMPARE(Oracle::shown(model), oracle.rows(model));
        QCOMPARE(resets.count(), 0);
        QCOMPARE(totals.count(), 1);
        model.applyDelta(randomChange(random, oracle, nextId, 40));
        QCOMPARE(Oracle::shown(model), oracle.rows(model));
        AlertModel holding;
        holding.setHolding(true);
        holding.applyDelta(first);
        QCOMPARE(holding.rowCount(), 0);
        QVERIFY(holding.alerts().totals().held > 0);
    }
};

QTEST_GUILESS_MAIN(TestAlertModel)
#include "tst_alertmodel.moc"
