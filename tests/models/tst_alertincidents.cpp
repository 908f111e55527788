#include "tests/models/alertoracle.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace quarterdeck;

namespace {

const QString Icinga = QStringLiteral("icinga");
const QString Pager = QStringLiteral("pager");

QHash<SourceId, VerbSet> verbs()
{
    return {{QStringLiteral("am-eu"), VerbSet(Verb::Acknowledge)}, {Icinga, VerbSet(Verb::Acknowledge, Verb::CheckNow)},
        {Pager, VerbSet(Verb::Acknowledge, Verb::Resolve, Verb::Reassign)}};
}

Alert of(const QString &source, const QString &id, Severity severity = Severity::Warning)
{
    Alert alert = make(1, QStringLiteral("shop"), severity, 10);
    alert.key = {source, id};
    alert.title = source + id;
    return alert;
}

/// A page about a check of Icinga's, and something else.
std::vector<Alert> pageAndCheck()
{
    Alert page = of(Pager, QStringLiteral("P1"));
    page.correlation = QStringLiteral("web!http");
    return {page, of(Icinga, QStringLiteral("web!http"), Severity::Critical), of(Icinga, QStringLiteral("db"))};
}

struct Bench {
    AlertModel model;
    QAbstractItemModelTester tester {&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    explicit Bench(std::vector<Alert> alerts = pageAndCheck())
    {
        model.arrange(AlertGrouping::None, AlertSort::SeverityAge);
        model.setVerbs(verbs());
        model.load(std::move(alerts));
    }
    /// "pager:P1 icinga:db"
    QString rows() const
    {
        QStringList keys;
        for (int row = 0; row < model.rowCount(); ++row) {
            keys << model.index(row, 0).data(KeyRole).toString();
        }
        return keys.join(u' ');
    }
    QString cell(int row, int column) const { return model.index(row, column).data().toString(); }
    void change(const Alert &alert)
    {
        ChangeSet changes;
        changes.changedAlerts = {alert};
        model.applyDelta(changes);
    }
    void remove(const AlertKey &key)
    {
        ChangeSet changes;
        changes.removedAlerts = {key};
        model.applyDelta(changes);
    }
};

} // namespace

/// One row for one incident that several sources tell.
class TestAlertIncidents : public QObject {
    Q_OBJECT

private slots:
    void oneRowStandsForAll()
    {
        Bench b;
        QCOMPARE(b.rows(), QStringLiteral("pager:P1 icinga:db"));
        QCOMPARE(b.cell(0, AlertModel::SourceColumn), QStringLiteral("pager, icinga"));
        // As bad as the worst that tells it.
        QCOMPARE(b.cell(0, AlertModel::SeverityColumn), QStringLiteral("critical"));
        QCOMPARE(b.model.alerts().totals().open, 2);
        QCOMPARE(b.model.alerts().totals().openCritical, 1);
        const auto others = b.model.followers({Pager, QStringLiteral("P1")});
        QCOMPARE(others.size(), std::size_t(1));
        QCOMPARE(others[0].alert->key, (AlertKey {Icinga, QStringLiteral("web!http")}));
        QCOMPARE(others[0].by, JoinBy::Correlation);
        QCOMPARE(others[0].with, (AlertKey {Pager, QStringLiteral("P1")}));
        QCOMPARE(b.model.rowOf({Icinga, QStringLiteral("web!http")}), 0);
        QCOMPARE(b.model.reveal({Icinga, QStringLiteral("web!http")}), 0);
    }
    void whatIsOverHidesNothing_data()
    {
        QTest::addColumn<bool>("isLead");
        QTest::addColumn<bool>("isRemoved");
        QTest::newRow("lead resolved") << true << false;
        QTest::newRow("lead removed") << true << true;
        QTest::newRow("follower resolved") << false << false;
        QTest::newRow("follower removed") << false << true;
    }
    void whatIsOverHidesNothing()
    {
        QFETCH(bool, isLead);
        QFETCH(bool, isRemoved);
        Bench b;
        Alert alert = pageAndCheck()[isLead ? 0 : 1];
        alert.state = AlertState::Resolved;
        alert.resolvedAt = Start;
        isRemoved ? b.remove(alert.key) : b.change(alert);
        const QString left = isLead ? QStringLiteral("icinga:web!http") : QStringLiteral("pager:P1");
        QVERIFY2(b.rows().contains(left), qPrintable(b.rows()));
        QCOMPARE(b.model.alerts().totals().open, 2);
        QCOMPARE(b.cell(b.model.rowOf(AlertKey::fromString(left)), AlertModel::SeverityColumn),
            isLead ? QStringLiteral("critical") : QStringLiteral("warning"));
        QCOMPARE(b.rows().count(u':'), isRemoved ? 2 : 3);
    }
    void aFilterFindsTheRowByAnyOfThem()
    {
        Bench b;
        for (const char *filter : {"source:icinga severity:critical", "source:pager", "httpweb"}) {
            b.model.setFilter(*AlertFilter::parse(QString::fromLatin1(filter)));
            const bool isFound = QLatin1StringView(filter) != QLatin1StringView("httpweb");
            QVERIFY2(b.rows().contains(QLatin1StringView("pager:P1")) == isFound, filter);
        }
    }
    void whatChangesInAFollowerChangesTheRow()
    {
        Bench b;
        Alert check = pageAndCheck()[1];
        check.severity = Severity::Info;
        b.change(check);
        QCOMPARE(b.cell(b.model.rowOf({Pager, QStringLiteral("P1")}), AlertModel::SeverityColumn), QStringLiteral("warning"));
        b.model.setFilter(*AlertFilter::parse(QStringLiteral("severity:info")));
        QCOMPARE(b.rows(), QStringLiteral("pager:P1"));
    }
    void aPersonPartsThemAndTheyStayParted()
    {
        Bench b;
        b.model.setJoinDecisions({{{Pager, QStringLiteral("P1")}, {Icinga, QStringLiteral("web!http")}, false, {}, {}}});
        QCOMPARE(b.model.rowCount(), 3);
        Alert check = pageAndCheck()[1];
        check.summary = QStringLiteral("still down");
        b.change(check);
        QCOMPARE(b.model.rowCount(), 3);
        b.model.setJoinDecisions({});
        QCOMPARE(b.model.rowCount(), 2);
    }
    void aNewOneJoinsWhatIsShown()
    {
        Bench b({pageAndCheck()[1], pageAndCheck()[2]});
        QCOMPARE(b.rows(), QStringLiteral("icinga:web!http icinga:db"));
        b.change(pageAndCheck()[0]);
        QTRY_COMPARE(b.rows(), QStringLiteral("pager:P1 icinga:db"));
    }

    void equalsTheOracle_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("grouping");
        QTest::newRow("all") << QString() << int(AlertGrouping::Service);
        QTest::newRow("filtered") << QStringLiteral("word1 is:open") << int(AlertGrouping::None);
        QTest::newRow("by severity") << QStringLiteral("severity:critical") << int(AlertGrouping::Alertname);
    }
    void equalsTheOracle()
    {
        QFETCH(QString, filter);
        QFETCH(int, grouping);
        QRandomGenerator random(7);
        Oracle oracle;
        oracle.verbs = verbs();
        oracle.grouping = AlertGrouping(grouping);
        oracle.filter = *AlertFilter::parse(filter);
        Bench b {std::vector<Alert> {}};
        b.model.setFilter(oracle.filter);
        b.model.arrange(oracle.grouping, AlertSort::SeverityAge);
        for (int step = 0; step < 150; ++step) {
            ChangeSet changes;
            QSet<AlertKey> used;
            for (int i = random.bounded(8); i >= 0; --i) {
                Alert alert = randomAlert(random, random.bounded(40));
                alert.key.source = random.bounded(3) == 0 ? Pager : random.bounded(2) == 0 ? Icinga : alert.key.source;
                alert.correlation = alert.key.source == Pager ? QString::number(random.bounded(40)) : QString();
                if (used.contains(alert.key)) {
                    continue;
                }
                used.insert(alert.key);
                if (random.bounded(4) == 0 && oracle.alerts.erase(alert.key) > 0) {
                    changes.removedAlerts.push_back(alert.key);
                } else {
                    oracle.alerts[alert.key] = alert;
                    changes.changedAlerts.push_back(alert);
                }
            }
            b.model.applyDelta(changes);
            if (step % 40 == 20 && oracle.alerts.size() > 2) {
                const AlertKey one = oracle.alerts.begin()->first;
                const AlertKey other = std::next(oracle.alerts.begin())->first;
                oracle.decisions.push_back({one, other, step % 80 == 20, {}, {}});
                b.model.setJoinDecisions(oracle.decisions);
            }
            QTRY_COMPARE(Oracle::shown(b.model), oracle.rows(b.model));
        }
    }
};

QTEST_GUILESS_MAIN(TestAlertIncidents)
#include "tst_alertincidents.moc"
