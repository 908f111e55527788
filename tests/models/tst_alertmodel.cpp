#include "models/alertmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <map>

using namespace quarterdeck;

namespace {

constexpr UtcTime Start {1'795'271'762'000};

Alert make(int id, const QString &service, Severity severity, int minutes, AlertState state = AlertState::Triggered)
{
    Alert alert;
    alert.key = {QStringLiteral("am-eu"), QString::number(id)};
    alert.title = QStringLiteral("Alert%1").arg(id % 17);
    alert.service = service;
    alert.severity = severity;
    alert.state = state;
    alert.startsAt = Start - Millis(60'000LL * minutes);
    alert.lastSeenAt = Start;
    if (state == AlertState::Resolved) {
        alert.resolvedAt = Start;
    }
    return alert;
}

Alert randomAlert(QRandomGenerator &random, int id)
{
    const int service = random.bounded(7);
    Alert alert = make(id, service == 0 ? QString() : QStringLiteral("svc-%1").arg(service), Severity(random.bounded(5)), random.bounded(50),
        AlertState(random.bounded(5)));
    alert.team = random.bounded(3) == 0 ? QString() : QStringLiteral("team-%1").arg(random.bounded(3));
    alert.cluster = random.bounded(2) == 0 ? QString() : QStringLiteral("eu-%1").arg(random.bounded(3));
    alert.summary = QStringLiteral("word%1 text").arg(random.bounded(4));
    return alert;
}

// The list as anybody would write it without a thought for speed.
class Oracle {
public:
    std::map<AlertKey, Alert, bool (*)(const AlertKey &, const AlertKey &)> alerts {
        [](const AlertKey &a, const AlertKey &b) { return a.toString() < b.toString(); }};
    AlertFilter filter;
    AlertGrouping grouping = AlertGrouping::Service;
    AlertSort sort = AlertSort::SeverityAge;

    static QString groupKey(const Alert &alert, AlertGrouping grouping)
    {
        using Kind = AlertGroup::Kind;
        const auto key = [](Kind kind, const QString &name) { return QString::number(int(kind)) + u':' + name; };
        if (alert.state == AlertState::Resolved) {
            return key(Kind::Resolved, {});
        }
        switch (grouping) {
        case AlertGrouping::Service:
            return !alert.service.isEmpty() ? key(Kind::Service, alert.service)
                : !alert.team.isEmpty()     ? key(Kind::Team, alert.team)
                                            : key(Kind::Unowned, {});
        case AlertGrouping::Alertname:
            return key(Kind::Alertname, alert.title);
        case AlertGrouping::Cluster:
            return alert.cluster.isEmpty() ? key(Kind::NoCluster, {}) : key(Kind::Cluster, alert.cluster);
        case AlertGrouping::None:
            break;
        }
        return key(Kind::All, {});
    }

    // Rows as text, with the folds the model shows now.
    QStringList rows(const AlertModel &model) const
    {
        std::map<QString, std::vector<Alert>> groups;
        for (const auto &[key, alert] : alerts) {
            if (filter.matches(alert, AlertFilter::haystackOf(alert), false)) {
                groups[groupKey(alert, grouping)].push_back(alert);
            }
        }
        std::map<QString, bool> folded;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row, 0);
            if (index.data(IsGroupRole).toBool()) {
                folded[index.data(KeyRole).toString()] = index.data(IsFoldedRole).toBool();
            }
        }
        std::vector<std::pair<QString, std::vector<Alert>>> sorted(groups.begin(), groups.end());
        for (auto &[key, members] : sorted) {
            std::sort(members.begin(), members.end(), [this](const Alert &a, const Alert &b) { return place(a) < place(b); });
        }
        std::sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return rank(a.first, a.second) < rank(b.first, b.second); });
        QStringList lines;
        for (const auto &[key, members] : sorted) {
            const bool isAll = key.startsWith(QString::number(int(AlertGroup::Kind::All)) + u':');
            if (!isAll) {
                lines << QStringLiteral("[%1] %2").arg(key).arg(members.size());
            }
            if (isAll || !folded[key]) {
                for (const Alert &alert : members) {
                    lines << alert.key.toString() + u' ' + QString(alertStateName(alert.state));
                }
            }
        }
        return lines;
    }

    static QStringList shown(const AlertModel &model)
    {
        QStringList lines;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row, 0);
            lines << (index.data(IsGroupRole).toBool()
                    ? QStringLiteral("[%1] %2").arg(index.data(KeyRole).toString()).arg(index.data(CountRole).toInt())
                    : index.data(KeyRole).toString() + u' ' + QString(alertStateName(AlertState(index.data(AlertStateRole).toInt()))));
        }
        return lines;
    }

private:
    using Place = std::tuple<int, qint64, QString, QString>;
    Place place(const Alert &a) const
    {
        const int severity = sort == AlertSort::SeverityAge ? int(a.severity) : 0;
        const qint64 time = sort == AlertSort::Title ? 0 : sort == AlertSort::Newest ? -a.startsAt.ms : a.startsAt.ms;
        return {severity, time, a.title, a.key.toString()};
    }
    static std::tuple<bool, int, bool, int, QString> rank(const QString &key, const std::vector<Alert> &members)
    {
        const int kind = key.section(u':', 0, 0).toInt();
        const auto worst = std::min_element(members.begin(), members.end(), [](const Alert &a, const Alert &b) { return a.severity < b.severity; });
        return {kind == int(AlertGroup::Kind::Resolved), int(worst->severity), kind >= int(AlertGroup::Kind::NoCluster), kind, key.section(u':', 1)};
    }
};

std::vector<Alert> values(const Oracle &oracle)
{
    std::vector<Alert> all;
    for (const auto &[key, alert] : oracle.alerts) {
        all.push_back(alert);
    }
    return all;
}

ChangeSet randomChange(QRandomGenerator &random, Oracle &oracle, int &nextId, int size)
{
    ChangeSet changes;
    QSet<AlertKey> used;
    for (int i = 0; i < size; ++i) {
        const int what = random.bounded(10);
        if (what < 4 || oracle.alerts.empty()) {
            const Alert alert = randomAlert(random, nextId++);
            oracle.alerts[alert.key] = alert;
            changes.changedAlerts.push_back(alert);
            used.insert(alert.key);
            continue;
        }
        auto at = oracle.alerts.begin();
        std::advance(at, random.bounded(int(oracle.alerts.size())));
        if (used.contains(at->first)) {
            continue;
        }
        used.insert(at->first);
        if (what < 7) {
            const Alert alert = randomAlert(random, at->first.id.toInt());
            at->second = alert;
            changes.changedAlerts.push_back(alert);
        } else {
            changes.removedAlerts.push_back(at->first);
            oracle.alerts.erase(at);
        }
    }
    return changes;
}

} // namespace

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
        model.dropResolvedBefore(Start);
        QCOMPARE(model.rowCount(), 3);
        model.dropResolvedBefore(Start + Millis(1));
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
        model.setFilter(*AlertFilter::parse(u"is:stale"));
        QCOMPARE(model.rowCount(), 2);
        us.freshness = Freshness::Live;
        model.setStatuses({eu, us});
        QCOMPARE(model.rowCount(), 0);
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
};

QTEST_GUILESS_MAIN(TestAlertModel)
#include "tst_alertmodel.moc"
