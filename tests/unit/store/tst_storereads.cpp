#include "app/store/announcer.h"
#include "tests/support/filledalert.h"
#include "tests/unit/store/storefiles.h"

#include <QSignalSpy>

using namespace quarterdeck;

namespace {

constexpr int Many = 10'000;
const AlertKey First {QStringLiteral("eu-am"), QStringLiteral("0")};

/// Notes in which order futures finish.
class Order {
public:
    template <class T> void watch(const QString &name, const Async<T> &future)
    {
        then(future, &m_guard, [this, name](const Result<T> &result) { m_names += result ? name : name + QStringLiteral(" failed"); });
    }
    QStringList names() const { return m_names; }

private:
    QObject m_guard;
    QStringList m_names;
};

} // namespace

class TestStoreReads : public QObject {
    Q_OBJECT

private slots:
    void keepsEveryFieldOfAnAlert()
    {
        StoreFolder folder;
        auto store = folder.open();
        Alert alert = filledAlert();
        alert.resolvedAt = {};
        alert.pending = Pending::None; // the outbox alone says this
        Batch batch = someBatch({alert});
        batch.source = alert.key.source;
        QVERIFY(await(store->apply(batch)));
        const auto stored = await(store->alerts());
        QCOMPARE(int(stored->size()), 1);
        QCOMPARE(stored->front(), alert);
    }

    void whatAPersonDoesOvertakesALargePoll()
    {
        StoreFolder folder;
        auto store = folder.open();
        RunbookRun run;
        run.id = QUuid::createUuid();
        QVERIFY(await(store->start(run)));
        QHash<AlertKey, Pending> shown;
        QObject guard;
        connect(store.get(), &Reader::changed, &guard, [&](const ChangeSet &changes) {
            for (const Alert &alert : changes.changedAlerts) {
                shown.insert(alert.key, alert.pending);
            }
        });
        Order order;
        order.watch(QStringLiteral("poll"), store->apply(someBatch(someAlerts(Many))));
        order.watch(QStringLiteral("poll after"), store->apply(someBatch({someAlert(QStringLiteral("later"))})));
        order.watch(QStringLiteral("ack"), store->enqueue({someAction(First)}, TenMinutes));
        order.watch(QStringLiteral("note"), store->addNote(First, QStringLiteral("ana"), QStringLiteral("mine")));
        order.watch(QStringLiteral("tick"), store->mark({run.id, QStringLiteral("1"), StepMark::State::Ticked, {}, TestStart, {}, {}}));
        QTRY_COMPARE_WITH_TIMEOUT(int(order.names().size()), 5, 60'000);
        QCOMPARE(order.names(),
            (QStringList {
                QStringLiteral("ack"), QStringLiteral("note"), QStringLiteral("tick"), QStringLiteral("poll"), QStringLiteral("poll after")}));
        QTRY_COMPARE_WITH_TIMEOUT(int(shown.size()), Many + 1, 60'000);
        QCOMPARE(shown.value(First), Pending::Queued);
        const auto alerts = await(store->alerts());
        QCOMPARE(int(alerts->size()), Many + 1);
        QCOMPARE(int(await(store->history({QStringLiteral("eu-am"), QStringLiteral("9999")}))->size()), 1);
    }

    void aReadDoesNotWaitForALargePoll()
    {
        StoreFolder folder;
        auto store = folder.open();
        QVERIFY(await(store->addNote(First, QStringLiteral("ana"), QStringLiteral("mine"))));
        Order order;
        order.watch(QStringLiteral("poll"), store->apply(someBatch(someAlerts(Many))));
        order.watch(QStringLiteral("notes"), store->notes(First));
        order.watch(QStringLiteral("services"), store->services());
        order.watch(QStringLiteral("entries"), store->entries());
        QTRY_COMPARE_WITH_TIMEOUT(int(order.names().size()), 4, 60'000);
        QCOMPARE(
            order.names(), (QStringList {QStringLiteral("notes"), QStringLiteral("services"), QStringLiteral("entries"), QStringLiteral("poll")}));
    }

    void aSearchDoesNotWaitForLogLines()
    {
        StoreFolder folder;
        auto store = folder.open();
        LogLine line;
        line.source = QStringLiteral("journal");
        line.nanos = TestStart.nanos();
        line.cursor = QStringLiteral("c");
        line.text = "needle";
        QVERIFY(await(store->putLogs({line}, std::nullopt)));
        std::vector<LogLine> lines;
        for (int i = 1; i <= Many; ++i) {
            lines.push_back(line);
            lines.back().nanos += i * 1'000'000LL;
            lines.back().cursor = QString::number(i);
            lines.back().text = "a line of the usual length with words in it " + QByteArray::number(i);
        }
        LogQuery query;
        query.range = {TestStart - Millis(1000), TestStart + Millis(86'000)};
        query.text = QStringLiteral("needle");
        Order order;
        order.watch(QStringLiteral("lines"), store->putLogs(lines, std::nullopt));
        order.watch(QStringLiteral("search"), store->cachedLogs(query));
        QTRY_COMPARE_WITH_TIMEOUT(int(order.names().size()), 2, 60'000);
        QCOMPARE(order.names(), (QStringList {QStringLiteral("search"), QStringLiteral("lines")}));
    }

    void aReadSeesWhatWasAskedForBeforeIt()
    {
        StoreFolder folder;
        auto store = folder.open();
        for (int i = 0; i < 200; ++i) {
            store->enqueue({someAction(First, Verb::Note)}, TenMinutes);
            auto entries = store->entries();
            QCOMPARE(int(await(std::move(entries))->size()), i + 1);
        }
        QVERIFY(await(store->apply(someBatch({someAlert(QStringLiteral("0"))}))));
        QCOMPARE(await(store->alerts())->front().pending, Pending::Queued);
    }

    void aReadAheadIsGivenToTheFirstWhoAsks()
    {
        StoreFolder folder;
        auto store = folder.open();
        QVERIFY(await(store->apply(someBatch({someAlert(QStringLiteral("0"))}))));
        store->readAhead();
        auto first = store->alerts();
        QCOMPARE(await(first)->size(), std::size_t(1));
        QVERIFY(await(store->apply(someBatch({someAlert(QStringLiteral("1"))}))));
        QCOMPARE(await(store->alerts())->size(), std::size_t(2));
    }

    void aReadAheadIsNotUsedWhenSomethingWasWrittenSince()
    {
        StoreFolder folder;
        auto store = folder.open();
        QVERIFY(await(store->apply(someBatch({someAlert(QStringLiteral("0"))}))));
        store->readAhead();
        QVERIFY(await(store->apply(someBatch({someAlert(QStringLiteral("1"))}))));
        QCOMPARE(await(store->alerts())->size(), std::size_t(2));
        store->readAhead();
        QVERIFY(await(store->enqueue({someAction({QStringLiteral("eu-am"), QStringLiteral("1")})}, TenMinutes)));
        const auto marked = await(store->alerts());
        QVERIFY(std::any_of(marked->begin(), marked->end(), [](const Alert &alert) { return alert.pending == Pending::Queued; }));
    }

    void openImprintsWaitForPollsAskedForBefore()
    {
        StoreFolder folder;
        auto store = folder.open();
        store->apply(someBatch(someAlerts(Many)));
        QCOMPARE(int(await(store->openImprints(QStringLiteral("eu-am")))->size()), Many);
    }

    /// Where answer and change cross, the change comes last: an answer is from before it.
    void aChangeIsToldAfterTheAnswerThatMayLackIt()
    {
        Announcer announcer;
        QSignalSpy told(&announcer, &Announcer::due);
        ChangeSet change;
        change.history = true;
        QStringList order;
        connect(&announcer, &Announcer::due, this, [&] { order += QStringLiteral("change"); });
        {
            const Announcer::Hold hold(announcer);
            announcer.announce(change, true);
            QCoreApplication::processEvents();
            QCOMPARE(told.size(), 0);
            QMetaObject::invokeMethod(
                this, [&] { order += QStringLiteral("answer"); }, Qt::QueuedConnection);
        }
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(order, (QStringList {QStringLiteral("answer"), QStringLiteral("change")}));
        announcer.announce(change, true);
        QTRY_COMPARE(told.size(), 2);
    }

    /// A list that is loaded while polls go on, and then follows changed(), ends with every alert.
    void aListLoadedDuringPollsIsComplete()
    {
        StoreFolder folder;
        auto store = folder.open();
        QSet<AlertKey> listed;
        QObject guard;
        connect(store.get(), &Reader::changed, &guard, [&](const ChangeSet &changes) {
            for (const Alert &alert : changes.changedAlerts) {
                listed.insert(alert.key);
            }
        });
        for (int i = 0; i < 300; ++i) {
            const auto applied = store->apply(someBatch({someAlert(QString::number(i))}));
            then(store->alerts(), &guard, [&](const Result<std::vector<Alert>> &alerts) {
                listed.clear();
                for (const Alert &alert : *alerts) {
                    listed.insert(alert.key);
                }
            });
            QCoreApplication::processEvents();
        }
        QVERIFY(await(store->flush()));
        QTRY_COMPARE(int(listed.size()), 300);
    }

    void endingDoesNotWaitForReads()
    {
        StoreFolder folder;
        auto store = folder.open();
        QVERIFY(await(store->apply(someBatch(someAlerts(Many)))));
        std::vector<Async<std::vector<Alert>>> reads;
        for (int i = 0; i < 200; ++i) {
            reads.push_back(store->alerts());
        }
        const AlertAction action = someAction(First);
        const auto queued = store->enqueue({action}, TenMinutes);
        store.reset();
        QVERIFY(queued.result());
        int abandoned = 0;
        for (const auto &read : reads) {
            QVERIFY(read.isFinished());
            abandoned += int(!read.result() && read.result().error().kind == ErrorKind::Cancelled);
        }
        QVERIFY(abandoned > 0);
        store = folder.open();
        QVERIFY(storedIds(*store).contains(action.id));
    }

    void readersOfADamagedCacheFindTheNewOne()
    {
        StoreFolder folder;
        const auto store = openOverDamagedCache(folder, Many);
        QVERIFY(store);
        QCOMPARE(int(await(store->alerts())->size()), Many);
        QVERIFY(await(store->apply(someBatch({someAlert(QStringLiteral("new"))}))));
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(int(await(store->alerts())->size()), Many + 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestStoreReads)
#include "tst_storereads.moc"
