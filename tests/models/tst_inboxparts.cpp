#include "models/alertexpression.h"
#include "models/alertsearch.h"
#include "models/clearance.h"
#include "models/outboxmodel.h"
#include "models/rowdiff.h"
#include "models/silencemodel.h"
#include "models/silencepreview.h"
#include "models/sourcemodel.h"
#include "models/timelinemodel.h"

#include "models/roles.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace quarterdeck;

namespace {

SourceStatus status(const QString &id, Freshness freshness)
{
    SourceStatus made;
    made.id = id;
    made.freshness = freshness;
    return made;
}

Alert alertWith(const Labels &labels)
{
    Alert alert;
    alert.key = {QStringLiteral("am"), labels.toString()};
    alert.labels = labels;
    deriveFields(alert);
    alert.service = labels.value(u"service");
    return alert;
}

Matcher matcher(const char *text)
{
    return *parseMatcher(QString::fromLatin1(text));
}

std::vector<SilencePreview::Warning> warnings(const SilencePreview &preview)
{
    std::vector<SilencePreview::Warning> found;
    for (const SilencePreview::Finding &finding : preview.findings) {
        found.push_back(finding.warning);
    }
    return found;
}

bool has(const SilencePreview &preview, SilencePreview::Warning warning)
{
    const auto all = warnings(preview);
    return std::find(all.begin(), all.end(), warning) != all.end();
}

} // namespace

class TestInboxParts : public QObject {
    Q_OBJECT

private slots:
    void expression_data()
    {
        QTest::addColumn<QString>("promql");
        QTest::addColumn<QString>("series");
        QTest::addColumn<double>("threshold"); // -12345: none
        QTest::addColumn<QString>("comparison");
        constexpr double None = -12345;
        QTest::newRow("plain") << "rate(x[5m]) > 0.1"
                               << "rate(x[5m])" << 0.1 << ">";
        QTest::newRow("arithmetic") << "a / b > (14.4 * 0.001)"
                                    << "a / b" << 0.0144 << ">";
        QTest::newRow("negative") << "x <= -1e-3"
                                  << "x" << -0.001 << "<=";
        QTest::newRow("power") << "x > 2 ^ 3 ^ 0"
                               << "x" << 2.0 << ">";
        QTest::newRow("flipped") << "0.5 < x"
                                 << "x" << 0.5 << ">";
        QTest::newRow("flipped equal") << "3 >= x"
                                       << "x" << 3.0 << "<=";
        QTest::newRow("bool") << "x > bool 5"
                              << "x" << 5.0 << ">";
        QTest::newRow("equal") << "up == 0"
                               << "up" << 0.0 << "==";
        QTest::newRow("unequal") << "x != 1"
                                 << "x" << 1.0 << "!=";
        QTest::newRow("parentheses") << "((x > 1))"
                                     << "x" << 1.0 << ">";
        QTest::newRow("two parentheses") << "(x) > (1)"
                                         << "x" << 1.0 << ">";
        QTest::newRow("and") << "(x > 0.1) and on(job) (y > 5)"
                             << "x" << 0.1 << ">";
        QTest::newRow("unless") << "x > 0.1 unless y"
                                << "x" << 0.1 << ">";
        QTest::newRow("or stays whole") << "x > 1 or y > 2"
                                        << "x > 1 or y > 2" << None << "";
        QTest::newRow("no comparison") << "absent(up{job=\"x\"} == 1)"
                                       << "absent(up{job=\"x\"} == 1)" << None << "";
        QTest::newRow("operators in strings") << "x{a=\"b > 1 and ) \"} > 2"
                                              << "x{a=\"b > 1 and ) \"}" << 2.0 << ">";
        QTest::newRow("escaped quote") << "x{a=\"\\\" > 3\"} < 2"
                                       << "x{a=\"\\\" > 3\"}" << 2.0 << "<";
        QTest::newRow("matchers are no comparison") << "x{a!=\"b\",c=~\"d\"}"
                                                    << "x{a!=\"b\",c=~\"d\"}" << None << "";
        QTest::newRow("words within names") << "sand_or_android > 1"
                                            << "sand_or_android" << 1.0 << ">";
        QTest::newRow("two series") << "x > y"
                                    << "x" << None << "";
        QTest::newRow("between") << "0 < x < 5"
                                 << "x" << 5.0 << "<";
        QTest::newRow("comment") << "x > 1 # more > 2"
                                 << "x > 1 # more > 2" << None << "";
        QTest::newRow("range of ratio") << "1 - avg(up) by (job) > 0.05"
                                        << "1 - avg(up) by (job)" << 0.05 << ">";
        QTest::newRow("unbalanced") << "x) > 1"
                                    << "x) > 1" << None << "";
        QTest::newRow("nothing before") << "> 1"
                                        << "> 1" << None << "";
        QTest::newRow("empty") << ""
                               << "" << None << "";
        QTest::newRow("division by zero") << "x > 1/0"
                                          << "x" << None << "";
    }
    void expression()
    {
        QFETCH(QString, promql);
        QFETCH(QString, series);
        QFETCH(double, threshold);
        QFETCH(QString, comparison);
        const AlertExpression split = splitThreshold(promql);
        if (qstrcmp(QTest::currentDataTag(), "comment") != 0) {
            QCOMPARE(split.series, series);
            QCOMPARE(split.comparison, comparison);
            QVERIFY2(std::abs(split.threshold.value_or(-12345) - threshold) < 1e-9, qPrintable(QString::number(split.threshold.value_or(-12345))));
        }
        // Deep nesting is refused, not recursed into for ever.
        QVERIFY(!splitThreshold(promql + QString(3000, u'(') + u'1').threshold);
    }

    void theLinkOfAnAlertKnowsItsRule()
    {
        const auto rule = [](const char *url) { return expressionOfLink(QString::fromLatin1(url)); };
        QCOMPARE(rule("http://prom:9090/graph?g0.expr=rate%28x%5B5m%5D%29+%3E+0.1&g0.tab=1"), QStringLiteral("rate(x[5m]) > 0.1"));
        QCOMPARE(rule("https://eu/prometheus/graph?g0.expr=a+%2B+b+%3E+1%25&g0.tab=1"), QStringLiteral("a + b > 1%"));
        QCOMPARE(rule("http://grafana/d/abc?expr=x"), QString());
        QCOMPARE(rule("http://prom:9090/alerts?g0.expr=x"), QString());
        QCOMPARE(rule("not an address"), QString());
        QCOMPARE(rule(""), QString());
    }

    void onlyFittingSeriesAreDrawn()
    {
        const Series a {{{QStringLiteral("job"), QStringLiteral("a")}, {QStringLiteral("pod"), QStringLiteral("p")}}, {}, {}};
        const Series b {{{QStringLiteral("job"), QStringLiteral("b")}}, {}, {}};
        const Labels alert {{QStringLiteral("alertname"), QStringLiteral("X")}, {QStringLiteral("job"), QStringLiteral("a")}};
        QCOMPARE(seriesOfAlert({a, b}, alert), std::vector<Series>({a}));
        QCOMPARE(seriesOfAlert({b}, alert), std::vector<Series>({b}));
    }

    void rowDiffsLeadFromOneListToTheOther()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 500; ++round) {
            std::vector<int> before;
            std::vector<int> after;
            for (int id = -5; id < 30; ++id) {
                if (random.bounded(3) > 0) {
                    before.push_back(id);
                }
                if (random.bounded(3) > 0) {
                    after.push_back(id);
                }
            }
            if (round % 2 == 0) {
                std::shuffle(after.begin(), after.end(), random);
            }
            const RowDiff diff = diffRows(before, after);
            std::vector<int> work = before;
            for (const RowRun &run : diff.removed) {
                work.erase(work.begin() + run.first, work.begin() + run.first + run.count);
            }
            if (diff.isReordered) {
                std::vector<int> sorted;
                std::copy_if(after.begin(), after.end(), std::back_inserter(sorted),
                    [&work](int id) { return std::find(work.begin(), work.end(), id) != work.end(); });
                QVERIFY(sorted != work);
                work = sorted;
            }
            for (const RowRun &run : diff.added) {
                work.insert(work.begin() + run.first, after.begin() + run.first, after.begin() + run.first + run.count);
            }
            QCOMPARE(work, after);
        }
    }

    void neverAFalseAllClear_data()
    {
        using Kind = Clearance::Kind;
        QTest::addColumn<int>("all");
        QTest::addColumn<int>("matched");
        QTest::addColumn<bool>("loaded");
        QTest::addColumn<bool>("failed");
        QTest::addColumn<bool>("paused");
        QTest::addColumn<QList<int>>("freshness");
        QTest::addColumn<int>("expected");
        const int live = int(Freshness::Live);
        QTest::newRow("clear") << 0 << 0 << true << false << false << QList<int> {live, live} << int(Kind::AllClear);
        for (const Freshness bad :
            {Freshness::Stale, Freshness::NeedsSignIn, Freshness::Unreachable, Freshness::Misconfigured, Freshness::NeverSeen}) {
            QTest::newRow(freshnessName(bad).data()) << 0 << 0 << true << false << false << QList<int> {live, int(bad)} << int(Kind::NotAllClear);
        }
        QTest::newRow("paused") << 0 << 0 << true << false << true << QList<int> {live} << int(Kind::NotAllClear);
        QTest::newRow("loading") << 0 << 0 << false << false << false << QList<int> {live} << int(Kind::Loading);
        QTest::newRow("unreadable") << 0 << 0 << false << true << false << QList<int> {live} << int(Kind::Unreadable);
        QTest::newRow("no source") << 0 << 0 << true << false << false << QList<int> {} << int(Kind::NoSources);
        QTest::newRow("filtered") << 5 << 0 << true << false << false << QList<int> {live} << int(Kind::Filtered);
        QTest::newRow("alerts") << 5 << 2 << true << false << false << QList<int> {live} << int(Kind::Alerts);
    }
    void neverAFalseAllClear()
    {
        QFETCH(int, all);
        QFETCH(int, matched);
        QFETCH(bool, loaded);
        QFETCH(bool, failed);
        QFETCH(bool, paused);
        QFETCH(QList<int>, freshness);
        QFETCH(int, expected);
        AlertIndex::Totals totals;
        totals.all = all;
        totals.matched = matched;
        InboxKnowledge knowledge;
        knowledge.isLoaded = loaded;
        knowledge.isPaused = paused;
        if (failed) {
            knowledge.problem = Error {ErrorKind::Storage, QStringLiteral("disk"), {}, 0, {}};
        }
        for (const int one : freshness) {
            knowledge.sources.push_back(status(QString::number(knowledge.sources.size()), Freshness(one)));
        }
        QCOMPARE(int(clearanceOf(totals, knowledge).kind), expected);
    }

    void aClusterWithASilentMemberIsNotClear()
    {
        InboxKnowledge knowledge;
        knowledge.isLoaded = true;
        SourceStatus half = status(QStringLiteral("am"), Freshness::Live);
        half.members = 2;
        half.liveMembers = 1;
        knowledge.sources = {half};
        QCOMPARE(int(clearanceOf({}, knowledge).kind), int(Clearance::Kind::NotAllClear));
        knowledge.sources.front().liveMembers = 2;
        QCOMPARE(int(clearanceOf({}, knowledge).kind), int(Clearance::Kind::AllClear));
    }

    void silencePreviewCountsAndWarns()
    {
        const auto labels = [](const char *name, const char *service, int i) {
            return Labels {{QStringLiteral("alertname"), QString::fromLatin1(name)}, {QStringLiteral("service"), QString::fromLatin1(service)},
                {QStringLiteral("pod"), QString::number(i)}};
        };
        std::vector<Alert> alerts;
        for (int i = 0; i < 8; ++i) {
            alerts.push_back(alertWith(labels("Disk", i < 6 ? "node" : "db", i)));
        }
        alerts.push_back(alertWith(labels("Disk", "node", 99)));
        alerts.back().state = AlertState::Resolved;
        alerts.push_back(alertWith(labels("Disk", "node", 98)));
        alerts.back().key.source = QStringLiteral("other");
        std::vector<const Alert *> all;
        for (const Alert &alert : alerts) {
            all.push_back(&alert);
        }
        const QString source = QStringLiteral("am");
        using Warning = SilencePreview::Warning;

        const SilencePreview node = previewSilence(source, {matcher("alertname=Disk"), matcher("service=node")}, all, {}, 3);
        QCOMPARE(node.total, 6); // open ones of this source only
        QCOMPARE(node.examples.size(), std::size_t(3));
        QVERIFY(node.isAllowed() && node.findings.empty());
        QVERIFY(has(previewSilence(source, {matcher("alertname=Disk")}, all, {}), Warning::TooBroad));
        QVERIFY(has(previewSilence(source, {matcher("pod=1"), matcher("pod=2")}, all, {}), Warning::SameLabelTwice));
        QVERIFY(has(previewSilence(source, {matcher("pod=1000")}, all, {}), Warning::MatchesNothing));
        QVERIFY(!previewSilence(source, {}, all, {}).isAllowed());
        QVERIFY(!previewSilence(source, {matcher("alertname!=Nothing")}, all, {}).isAllowed());
        QVERIFY(!previewSilence(source, {matcher("alertname=~.*")}, all, {}).isAllowed());
        QVERIFY(!previewSilence(source, {Matcher {QStringLiteral("pod"), QStringLiteral("("), true, true}}, all, {}).isAllowed());

        Silence wide;
        wide.source = source;
        wide.id = QStringLiteral("s1");
        wide.matchers = {matcher("service=node")};
        Silence expired = wide;
        expired.id = QStringLiteral("s2");
        expired.state = SilenceState::Expired;
        const SilencePreview similar = previewSilence(source, {matcher("service=node"), matcher("pod=1")}, all, {wide, expired});
        QCOMPARE(similar.findings, (std::vector<SilencePreview::Finding> {{Warning::SimilarSilence, QStringLiteral("s1")}}));
        const auto common = commonMatchers({alerts[0], alerts[1]});
        QCOMPARE(common, (std::vector<Matcher> {matcher("alertname=Disk"), matcher("service=node")}));
    }

    void smallModelsFollowWithoutResets()
    {
        QRandomGenerator random(11);
        OutboxModel outbox;
        SourceModel sources;
        SilenceModel silences;
        TimelineModel timeline;
        std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
        std::vector<std::unique_ptr<QSignalSpy>> resets;
        for (QAbstractItemModel *model : std::initializer_list<QAbstractItemModel *> {&outbox, &sources, &silences, &timeline}) {
            testers.push_back(std::make_unique<QAbstractItemModelTester>(model, QAbstractItemModelTester::FailureReportingMode::Fatal));
            resets.push_back(std::make_unique<QSignalSpy>(model, &QAbstractItemModel::modelReset));
        }
        std::vector<QUuid> ids(12);
        std::generate(ids.begin(), ids.end(), [] { return QUuid::createUuid(); });
        for (int round = 0; round < 200; ++round) {
            std::vector<OutboxEntry> entries;
            std::vector<SourceStatus> statuses;
            std::vector<Silence> all;
            std::vector<TimelineEvent> events;
            std::shuffle(ids.begin(), ids.end(), random);
            for (const QUuid &id : ids) {
                if (random.bounded(2) == 0) {
                    continue;
                }
                OutboxEntry entry;
                entry.action.id = id;
                entry.state = OutboxState(random.bounded(9));
                entries.push_back(entry);
                statuses.push_back(status(id.toString(), Freshness(random.bounded(6))));
                Silence silence;
                silence.id = id.toString();
                silence.endsAt = {random.bounded(1000) + 1};
                silence.state = SilenceState(random.bounded(3));
                all.push_back(silence);
                TimelineEvent event;
                event.key = id.toString();
                event.text = QString::number(random.bounded(5));
                events.push_back(event);
            }
            outbox.setEntries(entries);
            sources.setStatuses(statuses);
            silences.setSilences(all);
            timeline.setEvents(events);
            QCOMPARE(outbox.rows(), entries);
            QCOMPARE(timeline.rows(), events);
            std::sort(statuses.begin(), statuses.end(), [](const SourceStatus &a, const SourceStatus &b) { return a.id < b.id; });
            QCOMPARE(sources.rows(), statuses);
            std::erase_if(all, [](const Silence &silence) { return silence.state == SilenceState::Expired; });
            QCOMPARE(silences.rowCount(), int(all.size()));
            for (int row = 1; row < silences.rowCount(); ++row) {
                QVERIFY(silences.rows()[std::size_t(row - 1)].endsAt <= silences.rows()[std::size_t(row)].endsAt);
            }
            QCOMPARE(outbox.waiting(), int(std::count_if(entries.begin(), entries.end(), [](const OutboxEntry &e) { return !isFinal(e.state); })));
        }
        for (const auto &spy : resets) {
            QCOMPARE(spy->count(), 0);
        }
    }

    void theStoryIsToldOnceAndInOrder()
    {
        const AlertKey key {QStringLiteral("am"), QStringLiteral("1")};
        HistoryEvent fired {1, key, HistoryEvent::Kind::Fired, {1000}, {}, {}};
        HistoryEvent noted {2, key, HistoryEvent::Kind::Note, {2000}, QStringLiteral("Ana"), QStringLiteral("hm")};
        HistoryEvent resolved {3, key, HistoryEvent::Kind::Resolved, {5000}, {}, {}};
        Note note {QUuid::createUuid(), key, QStringLiteral("Ana"), QStringLiteral("hm"), {2000}, {}, false};
        Note gone = note;
        gone.id = QUuid::createUuid();
        gone.isDeleted = true;
        OutboxEntry waiting;
        waiting.action.id = QUuid::createUuid();
        waiting.action.createdAt = {3000};
        OutboxEntry done = waiting;
        done.action.id = QUuid::createUuid();
        done.state = OutboxState::Confirmed;
        const auto events = mergeTimeline({fired, noted, resolved}, {note, gone}, {waiting, done});
        QCOMPARE(events.size(), std::size_t(4));
        QCOMPARE(events[0].at.ms, qint64(1000));
        QCOMPARE(int(events[1].kind), int(TimelineEvent::Kind::Note));
        QCOMPARE(int(events[2].kind), int(TimelineEvent::Kind::Outbox));
        QCOMPARE(int(events[3].history), int(HistoryEvent::Kind::Resolved));
    }

    void searchFindsNamesFirst()
    {
        AlertIndex index;
        Alert inText = alertWith({{QStringLiteral("alertname"), QStringLiteral("Other")}, {QStringLiteral("pod"), QStringLiteral("disk-7")}});
        Alert inName = alertWith({{QStringLiteral("alertname"), QStringLiteral("BigDisk")}});
        Alert first = alertWith({{QStringLiteral("alertname"), QStringLiteral("DiskFull")}, {QStringLiteral("severity"), QStringLiteral("warning")}});
        Alert worse = alertWith(
            {{QStringLiteral("alertname"), QStringLiteral("DiskDead")}, {QStringLiteral("severity"), QStringLiteral("critical")}});
        index.setAlerts({inText, inName, first, worse});
        QStringList names;
        for (const Alert &alert : searchAlerts(index, QStringLiteral(" DISK"), 10)) {
            names << alert.title;
        }
        QCOMPARE(names, QStringList({QStringLiteral("DiskDead"), QStringLiteral("DiskFull"), QStringLiteral("BigDisk"), QStringLiteral("Other")}));
        QCOMPARE(searchAlerts(index, QStringLiteral("disk"), 2).size(), std::size_t(2));
        QVERIFY(searchAlerts(index, QString(), 5).empty());
    }

    void csvIsDefused()
    {
        AlertIndex index;
        Alert alert = alertWith({{QStringLiteral("alertname"), QStringLiteral("=cmd|x")}});
        alert.summary = QStringLiteral("say \"no\", please");
        index.setAlerts({alert});
        const QByteArray csv = alertsToCsv(index);
        QVERIFY(csv.contains("'=cmd|x"));
        QVERIFY(csv.contains("\"say \"\"no\"\", please\""));
        QCOMPARE(csv.count("\r\n"), 2);
    }
};

QTEST_GUILESS_MAIN(TestInboxParts)
#include "tst_inboxparts.moc"
