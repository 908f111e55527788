#include "app/store/applying.h"
#include "tests/unit/store/faultvfs.h"
#include "tests/unit/store/storefiles.h"

#include <QDir>

#include <set>

using namespace quarterdeck;

namespace {

const AlertKey Key {QStringLiteral("eu-am"), QStringLiteral("f1")};

/// What a person was told is stored.
struct Told {
    QSet<QUuid> actions;
    QSet<QUuid> notes;
    QSet<QString> ticks;
    friend bool operator==(const Told &, const Told &) = default;
    bool isWithin(const Told &other) const { return other.actions.contains(actions) && other.notes.contains(notes) && other.ticks.contains(ticks); }
};

/// Everything that the store holds of it.
Told storedIn(Store &store, const QUuid &run)
{
    Told found;
    found.actions = storedIds(store);
    for (const Note &note : await(store.notes(Key)).value_or(std::vector<Note> {})) {
        found.notes.insert(note.id);
    }
    for (const StepMark &mark : await(store.audit(run)).value_or(std::vector<StepMark> {})) {
        found.ticks.insert(mark.step);
    }
    return found;
}

bool isInWords(const Error &error)
{
    return error.kind == ErrorKind::Storage && error.what.endsWith(u'.') && !error.what.contains(QStringLiteral("SQLite"));
}

/// An acknowledgement, a note and a tick; what was accepted goes to `told`. False where a refusal was not in words.
bool actOnce(Store &store, const QUuid &run, Told &told, int *refused = nullptr)
{
    bool isFine = true;
    const auto refuse = [&](const Error &error) {
        isFine = isFine && isInWords(error);
        if (refused != nullptr) {
            ++*refused;
        }
    };
    const AlertAction action = someAction(Key, Verb::Note);
    const auto queued = await(store.enqueue({action}, TenMinutes));
    queued ? void(told.actions.insert(action.id)) : refuse(queued.error());
    const auto note = await(store.addNote(Key, QStringLiteral("ana"), QStringLiteral("looking")));
    note ? void(told.notes.insert(note->id)) : refuse(note.error());
    const QString step = QUuid::createUuid().toString();
    const auto ticked = await(store.mark({run, step, StepMark::State::Ticked, QStringLiteral("ana"), TestStart, {}, {}}));
    ticked ? void(told.ticks.insert(step)) : refuse(ticked.error());
    return isFine;
}

/// What a kill at this moment would leave, opened.
Told afterKill(const StoreFolder &folder, const QUuid &run)
{
    StoreFolder copy;
    QDir().mkpath(copy.paths().dataFolder);
    for (const char *end : {"", "-wal"}) {
        const QLatin1StringView ending(end);
        if (QFile::exists(folder.stateFile() + ending)) {
            QFile::copy(folder.stateFile() + ending, copy.stateFile() + ending);
        }
    }
    auto store = copy.open();
    return store ? storedIn(*store, run) : Told {};
}

} // namespace

class TestStoreIoFaults : public QObject {
    Q_OBJECT

private slots:
    void everyCallThatCanFail_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("isLasting");
        const std::array<std::pair<const char *, FaultVfs::Kind>, 4> Kinds {{{"write", FaultVfs::Kind::Write},
            {"torn write", FaultVfs::Kind::TornWrite}, {"full", FaultVfs::Kind::Full}, {"sync", FaultVfs::Kind::Sync}}};
        for (const auto &[name, kind] : Kinds) {
            QTest::newRow(qPrintable(QStringLiteral("%1, once").arg(QLatin1StringView(name)))) << int(kind) << false;
            QTest::newRow(qPrintable(QStringLiteral("%1, from then on").arg(QLatin1StringView(name)))) << int(kind) << true;
        }
    }

    /// Each act is refused in words, or is there after a kill and after a restart; and the store goes on once the fault is over.
    void everyCallThatCanFail()
    {
        QFETCH(int, kind);
        QFETCH(bool, isLasting);
        FaultVfs vfs;
        StoreFolder folder;
        auto store = folder.open();
        QVERIFY(await(store->apply(someBatch({someAlert(QStringLiteral("f1"))}))));
        RunbookRun run;
        run.id = QUuid::createUuid();
        QVERIFY(await(store->start(run)));
        QVERIFY(await(store->flush()));
        Told told;
        int faults = 0;
        int refused = 0;
        for (int nth = 1; nth < 500; ++nth) {
            vfs.failAt(FaultVfs::Kind(kind), nth, isLasting, "state.db");
            const bool isInWordsAll = actOnce(*store, run.id, told, &refused);
            const bool wasFault = vfs.clear();
            QVERIFY2(isInWordsAll, qPrintable(QString::number(nth)));
            if (!wasFault) {
                break;
            }
            ++faults;
            QVERIFY2(told.isWithin(afterKill(folder, run.id)), qPrintable(QStringLiteral("accepted and lost after fault %1").arg(nth)));
            QVERIFY2(storedIn(*store, run.id) == told, qPrintable(QStringLiteral("another state than was told after fault %1").arg(nth)));
            QVERIFY(actOnce(*store, run.id, told, nullptr));
            QVERIFY2(storedIn(*store, run.id) == told, qPrintable(QStringLiteral("not usable after fault %1").arg(nth)));
            QCOMPARE(int(await(store->alerts())->size()), 1);
        }
        qInfo("%d places of a fault, %d acts refused", faults, refused);
        QVERIFY(faults >= 3);
        // A fault may hit the moving of the log into the main file, which is tried again later and costs nothing.
        QVERIFY(refused * 2 >= faults);
        store.reset();
        store = folder.open();
        QVERIFY2(store->report().sentences.isEmpty(), qPrintable(store->report().sentences.join(u' ')));
        QCOMPARE(storedIn(*store, run.id), told);
    }

    /// Moving the log into the main file may fail: what was accepted stays in the log.
    void aFailedCheckpointLosesNothing()
    {
        FaultVfs vfs;
        StoreFolder folder;
        auto store = folder.open();
        RunbookRun run;
        run.id = QUuid::createUuid();
        QVERIFY(await(store->start(run)));
        QVERIFY(await(store->flush()));
        Told told;
        vfs.failAt(FaultVfs::Kind::Write, 1, true, "state.db$");
        for (int i = 0; i < 120; ++i) {
            QVERIFY(actOnce(*store, run.id, told));
        }
        QVERIFY2(vfs.clear(), "no checkpoint was tried");
        QVERIFY(told.isWithin(afterKill(folder, run.id)));
        QVERIFY(actOnce(*store, run.id, told));
        store.reset();
        store = folder.open();
        QCOMPARE(storedIn(*store, run.id), told);
    }

    /// A poll that could be stored only in part is told as failed, and is whole and single when it comes again.
    void aPollThatFailsInItsMidstIsRepeated()
    {
        FaultVfs vfs;
        StoreFolder folder;
        auto store = folder.open();
        const std::vector<Alert> alerts = someAlerts(int(BatchPart) + 500);
        Batch batch = someBatch(alerts);
        SourceStatus status;
        status.id = QStringLiteral("eu-am");
        status.freshness = Freshness::Live;
        status.lastOkAt = TestStart;
        batch.status = status;
        QVERIFY(await(store->flush()));
        std::set<std::size_t> parts;
        for (int nth = 1; nth < 100; ++nth) {
            vfs.failAt(FaultVfs::Kind::Sync, nth, true, "state.db-wal");
            const auto refused = await(store->apply(batch));
            if (!vfs.clear()) {
                break;
            }
            QVERIFY(!refused);
            QVERIFY(isInWords(refused.error()));
            parts.insert(await(store->alerts())->size());
            QVERIFY2(await(store->statuses())->empty(), "half a poll must not look like a live source");
        }
        QVERIFY2(parts.size() > 1 && *parts.begin() == 0, "a fault must have been met between the parts");
        QVERIFY(await(store->apply(batch)));
        QCOMPARE(await(store->alerts())->size(), alerts.size());
        QCOMPARE(await(store->incidents({TestStart - Millis(86'400'000), TestStart}))->size(), alerts.size());
        for (const Alert &alert : {alerts.front(), alerts.back()}) {
            QCOMPARE(int(await(store->history(alert.key))->size()), 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestStoreIoFaults)
#include "tst_storeiofaults.moc"
