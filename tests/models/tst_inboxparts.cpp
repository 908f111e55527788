#include "models/alertsearch.h"
#include "models/clearance.h"
#include "models/outboxmodel.h"
#include "models/rowdiff.h"
#include "models/silencemodel.h"
#include "models/sourcemodel.h"
#include "models/timelinemodel.h"

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

} // namespace

class TestInboxParts : public QObject {
    Q_OBJECT

private slots:
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
            QCOMPARE(outbox.waiting(), int(std::count_if(entries.begin(), entries.end(), [](const OutboxEntry &e) {
                return !isFinal(e.state) && e.state != OutboxState::Conflict;
            })));
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
        waiting.reason = Reason::said(QStringLiteral("no answer"));
        resolved.verb = Verb::Silence;
        OutboxEntry done = waiting;
        done.action.id = QUuid::createUuid();
        done.state = OutboxState::Confirmed;
        const auto events = mergeTimeline({fired, noted, resolved}, {note, gone}, {waiting, done});
        QCOMPARE(events.size(), std::size_t(4));
        QCOMPARE(events[0].at.ms, qint64(1000));
        QCOMPARE(int(events[1].kind), int(TimelineEvent::Kind::Note));
        QCOMPARE(int(events[2].kind), int(TimelineEvent::Kind::Outbox));
        QCOMPARE(events[2].reason, waiting.reason);
        QCOMPARE(int(events[3].history), int(HistoryEvent::Kind::Resolved));
        QCOMPARE(events[3].verb, resolved.verb);
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
