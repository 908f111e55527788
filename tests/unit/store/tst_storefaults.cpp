#include "app/store/sqlite/connection.h"
#include "tests/unit/store/storetest.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <csignal>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace quarterdeck;

namespace {

constexpr Millis TenMinutes {600'000};
const AlertKey Key {QStringLiteral("eu-am"), QStringLiteral("f1")};

/// A small file system of its own, where that is allowed.
struct SmallDisk {
    explicit SmallDisk(const QString &folder)
        : path(QFile::encodeName(folder))
    {
        QDir().mkpath(folder);
        isMounted = ::mount("tmpfs", path.constData(), "tmpfs", 0, "size=2m") == 0;
    }
    ~SmallDisk()
    {
        if (isMounted) {
            ::umount2(path.constData(), MNT_DETACH);
        }
    }
    bool makeReadOnly() const { return ::mount("tmpfs", path.constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0; }
    QByteArray path;
    bool isMounted = false;
};

/// Acknowledges until it is refused; the ids that were accepted.
std::vector<QUuid> acknowledgeUntilRefused(Store &store, Error *error)
{
    std::vector<QUuid> accepted;
    for (int i = 0; i < 20'000; ++i) {
        AlertAction action = someAction(Key);
        action.comment = QString(2000, u'x');
        const auto queued = await(store.enqueue({action}, TenMinutes));
        if (!queued) {
            *error = queued.error();
            return accepted;
        }
        accepted.push_back(action.id);
    }
    return accepted;
}

QSet<QUuid> storedIds(Store &store)
{
    QSet<QUuid> ids;
    const auto entries = await(store.entries());
    for (const OutboxEntry &entry : *entries) {
        ids.insert(entry.action.id);
    }
    return ids;
}

QByteArray contentOf(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void writeContent(const QString &file, const QByteArray &bytes)
{
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly | QIODevice::Truncate));
    out.write(bytes);
}

/// True where the page's directory and the neighbourhood of each place that holds `marker` are as they were: then SQLite's row
/// around it is too.
bool isUntouched(const QByteArray &before, const QByteArray &after, const QByteArray &marker)
{
    constexpr qsizetype Page = 4096;
    constexpr qsizetype Around = 450;
    const auto same = [&](qsizetype from, qsizetype to) {
        return to <= after.size() && QByteArrayView(before).sliced(from, to - from) == QByteArrayView(after).sliced(from, to - from);
    };
    for (qsizetype at = before.indexOf(marker); at >= 0; at = before.indexOf(marker, at + 1)) {
        const qsizetype page = at / Page * Page;
        if (!same(page, page + 300) || !same(std::max(page, at - Around), std::min(page + Page, at + Around))) {
            return false;
        }
    }
    return same(0, 100);
}

struct Marked {
    QByteArray marker;
    char kind;
};

} // namespace

class TestStoreFaults : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { std::signal(SIGXFSZ, SIG_IGN); }

    void aFullDiskRefusesInWordsAndRecovers()
    {
        StoreFolder folder;
        const SmallDisk disk(folder.dir.path() + QStringLiteral("/data"));
        if (!disk.isMounted) {
            QSKIP("mounting is not allowed here; the size limit is tried below");
        }
        auto store = folder.open();
        QVERIFY(store);
        QVERIFY(await(store->apply(someBatch({someAlert(QStringLiteral("f1"))}))));
        const QString ballast = folder.paths().dataFolder + QStringLiteral("/ballast");
        writeContent(ballast, QByteArray(600'000, 'b'));
        Error error;
        const std::vector<QUuid> accepted = acknowledgeUntilRefused(*store, &error);
        QVERIFY(accepted.size() > 10 && accepted.size() < 20'000);
        QCOMPARE(error.kind, ErrorKind::Storage);
        QVERIFY2(error.what.contains(QStringLiteral("not accepted")) || error.what.contains(QStringLiteral("nothing was accepted")),
            qPrintable(error.what));
        QCOMPARE(await(store->addNote(Key, {}, QString(20'000, u'n'))).error().kind, ErrorKind::Storage);
        QCOMPARE(int(await(store->alerts())->size()), 1);
        QVERIFY(storedIds(*store) == QSet<QUuid>(accepted.begin(), accepted.end()));
        QVERIFY(QFile::remove(ballast));
        const AlertAction after = someAction(Key);
        QVERIFY2(await(store->enqueue({after}, TenMinutes)), "space was freed: it must go on without a restart");
        store.reset();
        store = folder.open();
        QSet<QUuid> expected(accepted.begin(), accepted.end());
        expected.insert(after.id);
        QVERIFY(storedIds(*store) == expected);
    }

    void aSizeLimitRefusesInWords()
    {
        StoreFolder folder;
        auto store = folder.open();
        rlimit before {};
        ::getrlimit(RLIMIT_FSIZE, &before);
        const rlimit small {512 * 1024, before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        Error error;
        const std::vector<QUuid> accepted = acknowledgeUntilRefused(*store, &error);
        ::setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(accepted.size() > 10 && accepted.size() < 20'000);
        QCOMPARE(error.kind, ErrorKind::Storage);
        const AlertAction after = someAction(Key);
        QVERIFY(await(store->enqueue({after}, TenMinutes)));
        store.reset();
        store = folder.open();
        QSet<QUuid> expected(accepted.begin(), accepted.end());
        expected.insert(after.id);
        QVERIFY(storedIds(*store) == expected);
    }

    void aReadOnlyFolderIsReadAndRefusesInWords()
    {
        StoreFolder folder;
        const SmallDisk disk(folder.dir.path() + QStringLiteral("/data"));
        auto store = folder.open();
        const AlertAction action = someAction(Key);
        QVERIFY(await(store->enqueue({action}, TenMinutes)));
        QVERIFY(await(store->apply(someBatch({someAlert(QStringLiteral("f1"))}))));
        store.reset();
        if (disk.isMounted) {
            QVERIFY(disk.makeReadOnly());
        } else {
            QFile::setPermissions(folder.paths().dataFolder, QFile::ReadOwner | QFile::ExeOwner);
        }
        store = folder.open();
        QVERIFY(store);
        QVERIFY(store->report().isReadOnly);
        QVERIFY(!store->report().sentences.isEmpty());
        QVERIFY(storedIds(*store).contains(action.id));
        QCOMPARE(int(await(store->alerts())->size()), 1);
        const auto refused = await(store->enqueue({someAction(Key)}, TenMinutes));
        QCOMPARE(refused.error().kind, ErrorKind::Storage);
        QVERIFY2(refused.error().what.endsWith(u'.'), qPrintable(refused.error().what));
        QFile::setPermissions(folder.paths().dataFolder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    void onlyOneProcessWrites()
    {
        StoreFolder folder;
        auto first = folder.open();
        const AlertAction action = someAction(Key);
        QVERIFY(await(first->enqueue({action}, TenMinutes)));
        auto second = folder.open();
        QVERIFY(second->report().isReadOnly);
        QVERIFY(second->report().sentences.join(u' ').contains(QStringLiteral("Another Quarterdeck")));
        QVERIFY(storedIds(*second).contains(action.id));
        const AlertAction later = someAction(Key);
        QVERIFY(await(first->enqueue({later}, TenMinutes)));
        QVERIFY(storedIds(*second).contains(later.id));
        const std::vector<Error> refusals {await(second->enqueue({someAction(Key)}, TenMinutes)).error(), await(second->addNote(Key, {}, {})).error(),
            await(second->apply(someBatch({}))).error(), await(second->settle(action.id, OutboxState::Sending, {}, {})).error(),
            await(second->start({})).error(), await(second->putLogs({}, std::nullopt)).error(), await(second->replaceServices({})).error(),
            await(second->withdraw(action.id)).error(), await(second->resend(action.id)).error(), await(second->retain(1, 1)).error()};
        for (const Error &error : refusals) {
            QCOMPARE(error.kind, ErrorKind::Storage);
        }
        first.reset();
        second.reset();
        QVERIFY(!folder.open()->report().isReadOnly);
    }

    void theCommandLineReadsBesideTheWindow()
    {
        StoreFolder folder;
        auto reader = folder.open(Store::Mode::ReadOnly);
        QVERIFY(reader);
        QVERIFY(await(reader->alerts())->empty());
        reader.reset();
        auto writer = folder.open();
        QVERIFY(await(writer->apply(someBatch({someAlert(QStringLiteral("f1"))}))));
        reader = folder.open(Store::Mode::ReadOnly);
        QVERIFY(reader->report().sentences.isEmpty());
        QCOMPARE(int(await(reader->alerts())->size()), 1);
    }

    void filesArePrivate()
    {
        StoreFolder folder;
        QDir().mkpath(folder.paths().dataFolder);
        QFile::setPermissions(folder.paths().dataFolder, QFile::Permissions(0x7755));
        auto store = folder.open();
        QVERIFY(await(store->addNote(Key, {}, {})));
        QVERIFY(await(store->putLogs({}, LogQuery {QStringLiteral("j"), {TestStart - Millis(1000), TestStart}, {}, {}, {}, {}, 1})));
        QVERIFY(await(store->flush()));
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther
            | QFile::ExeOther;
        int files = 0;
        for (const QString &path : {folder.paths().dataFolder, folder.paths().cacheFolder}) {
            QCOMPARE(QFile::permissions(path) & others, QFile::Permissions());
            const QFileInfoList all = QDir(path).entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot);
            for (const QFileInfo &info : all) {
                QVERIFY2((info.permissions() & others) == QFile::Permissions(), qPrintable(info.filePath()));
                ++files;
            }
        }
        QVERIFY(files >= 8);
    }

    void aDamagedCacheStartsAnewWithWhatStillFires()
    {
        StoreFolder folder;
        auto store = folder.open();
        QVERIFY(await(store->apply(someBatch({someAlert(QStringLiteral("f1")), someAlert(QStringLiteral("f2"))}))));
        Batch gone = someBatch({});
        gone.gone = {{QStringLiteral("eu-am"), QStringLiteral("f2")}};
        QVERIFY(await(store->apply(gone)));
        store.reset();
        QByteArray bytes = contentOf(folder.cacheFile());
        bytes.replace(0, 200, QByteArray(200, 'x'));
        writeContent(folder.cacheFile(), bytes);
        store = folder.open();
        QVERIFY(!store->report().isReadOnly);
        QVERIFY(store->report().sentences.join(u' ').contains(QStringLiteral("started anew")));
        const auto alerts = await(store->openAlerts(QStringLiteral("eu-am")));
        QCOMPARE(int(alerts->size()), 1);
        QCOMPARE(alerts->front().key, Key);
        QCOMPARE(alerts->front().severity, Severity::Critical);
        QCOMPARE(QDir(folder.paths().cacheFolder).entryList({QStringLiteral("cache.db.corrupt-*")}).size(), 1);
    }

    void aCacheDamagedWhileRunningIsReplaced()
    {
        StoreFolder folder;
        auto store = folder.open();
        std::vector<Alert> alerts;
        for (int i = 0; i < 3000; ++i) {
            alerts.push_back(someAlert(QString::number(i)));
        }
        QVERIFY(await(store->apply(someBatch(alerts))));
        store.reset();
        store = folder.open();
        QFile file(folder.cacheFile());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(4096));
        file.write(QByteArray(int(file.size()) - 4096, 'x'));
        file.close();
        const auto found = await(store->alerts());
        QVERIFY2(found, qPrintable(found ? QString() : found.error().what));
        QCOMPARE(int(found->size()), 3000);
        QVERIFY(await(store->apply(someBatch({someAlert(QStringLiteral("new"))}))));
        QCOMPARE(int(await(store->alerts())->size()), 3001);
    }

    void aVanishedStateComesBackFromTheBackup()
    {
        StoreFolder folder;
        auto store = folder.open();
        const AlertAction action = someAction(Key);
        QVERIFY(await(store->enqueue({action}, TenMinutes)));
        QVERIFY(await(store->addNote(Key, QStringLiteral("ana"), QStringLiteral("kept"))));
        store.reset();
        folder.clock.advance(Millis(86'400'000));
        store = folder.open();
        QVERIFY(await(store->flush()));
        store.reset();
        writeContent(folder.stateFile(), {});
        store = folder.open();
        QVERIFY(!store->report().sentences.isEmpty());
        QCOMPARE(int(await(store->notes(Key))->size()), 1);
        // It may have been sent since: it is read back, not sent.
        QCOMPARE(await(store->undelivered())->front().state, OutboxState::Unknown);
    }

    void backupsAreKeptForSevenDays()
    {
        StoreFolder folder;
        for (int day = 0; day < 10; ++day) {
            auto store = folder.open();
            QVERIFY(await(store->addNote(Key, {}, QString::number(day))));
            store.reset();
            folder.clock.advance(Millis(86'400'000));
        }
        const QDir backups(folder.paths().dataFolder + QStringLiteral("/backups"));
        const QStringList files = backups.entryList(QDir::Files, QDir::Name);
        QVERIFY2(files.size() == 7, qPrintable(files.join(u' ')));
        auto store = folder.open();
        const QString copy = folder.dir.filePath(QStringLiteral("copy.db"));
        QVERIFY(await(store->backup(copy)));
        auto opened = sqlite::Connection::open(copy, sqlite::Connection::Access::Immutable, sqlite::Connection::Sync::Full);
        QVERIFY(opened);
        auto row = (*opened)->query("SELECT count(*) FROM notes");
        QVERIFY(row.next());
        QCOMPARE(row.integer(0), 10);
    }

    void aFlippedByteIsSetAsideAndReported()
    {
        StoreFolder folder;
        auto store = folder.open();
        QVERIFY(await(store->addNote(Key, QStringLiteral("ana"), QStringLiteral("marker-one"))));
        QVERIFY(await(store->addNote(Key, QStringLiteral("ana"), QStringLiteral("marker-two"))));
        store.reset();
        QByteArray bytes = contentOf(folder.stateFile());
        for (qsizetype at = bytes.indexOf("marker-one"); at >= 0; at = bytes.indexOf("marker-one", at + 1)) {
            bytes[at] = 'M';
        }
        writeContent(folder.stateFile(), bytes);
        store = folder.open();
        QVERIFY(!store->report().isReadOnly);
        QCOMPARE(store->report().lostRows, 2);
        QVERIFY(!store->report().sentences.isEmpty());
        const auto notes = await(store->notes(Key));
        QCOMPARE(int(notes->size()), 1);
        QCOMPARE(notes->front().text, QStringLiteral("marker-two"));
        store.reset();
        auto opened = sqlite::Connection::open(folder.stateFile(), sqlite::Connection::Access::ReadWrite, sqlite::Connection::Sync::Full);
        auto row = (*opened)->query("SELECT count(*) FROM damaged WHERE CAST(content AS TEXT) LIKE '%Marker-one%'");
        QVERIFY(row.next());
        QCOMPARE(row.integer(0), 2);
    }

    void anIndexThatLiesIsMadeAnew()
    {
        StoreFolder folder;
        auto store = folder.open();
        QVERIFY(await(store->apply(someBatch({someAlert(QStringLiteral("f1")), someAlert(QStringLiteral("f2"))}))));
        store.reset();
        QByteArray bytes = contentOf(folder.stateFile());
        {
            // The pages of the index hold nothing but source and id.
            auto opened = sqlite::Connection::open(folder.stateFile(), sqlite::Connection::Access::ReadOnly, sqlite::Connection::Sync::Full);
            auto row = (*opened)->query("SELECT rootpage FROM sqlite_schema WHERE name='history_by_alert'");
            QVERIFY(row.next());
            const qsizetype page = (qsizetype(row.integer(0)) - 1) * 4096;
            const qsizetype at = bytes.indexOf("eu-amf1", page);
            QVERIFY(at > page && at < page + 4096);
            bytes[at + 6] = '0';
        }
        writeContent(folder.stateFile(), bytes);
        store = folder.open();
        QVERIFY(await(store->flush()));
        store.reset();
        folder.clock.advance(Millis(8 * 86'400'000LL));
        store = folder.open();
        QVERIFY(await(store->flush()));
        QCOMPARE(int(await(store->history(Key))->size()), 1);
    }

    /// Every mutant starts, keeps every row that the damage did not touch, says what it lost, and can be written to.
    void threeHundredMutatedFilesStart()
    {
        StoreFolder folder;
        std::vector<Marked> rows;
        auto store = folder.open();
        RunbookRun run;
        run.id = QUuid::createUuid();
        QVERIFY(await(store->start(run)));
        for (int i = 0; i < 60; ++i) {
            const QString number = QStringLiteral("%1").arg(i, 4, 10, QLatin1Char('0'));
            AlertAction action = someAction(Key);
            action.comment = QStringLiteral("action-marker-") + number;
            QVERIFY(await(store->enqueue({action}, TenMinutes)));
            QVERIFY(await(store->addNote(Key, QStringLiteral("ana"), QStringLiteral("note-marker-") + number)));
            const QString note = QStringLiteral("mark-marker-") + number;
            QVERIFY(await(store->mark({run.id, number, StepMark::State::Ticked, QStringLiteral("ana"), TestStart, note, {}})));
            rows.push_back({action.comment.toLatin1(), 'a'});
            rows.push_back({"note-marker-" + number.toLatin1(), 'n'});
            rows.push_back({note.toLatin1(), 'm'});
        }
        const QByteArray wal = contentOf(folder.stateFile() + QStringLiteral("-wal"));
        const QByteArray early = contentOf(folder.stateFile());
        store.reset();
        const QByteArray whole = contentOf(folder.stateFile());
        QVERIFY(whole.size() > 20 * 4096);
        QRandomGenerator random(300);
        int required = 0;
        int kept = 0;
        for (int i = 0; i < 300; ++i) {
            // Every sixth has its newest pages in the -wal still, and the damage in the main file or there.
            const bool hasWal = i % 6 == 5;
            QByteArray bytes = hasWal ? early : whole;
            QByteArray log = hasWal ? wal : QByteArray();
            QByteArray &target = hasWal && random.bounded(2) == 0 ? log : bytes;
            switch (i % 3) {
            case 0:
                for (int flip = 0; flip < 20; ++flip) {
                    target[qsizetype(random.bounded(quint32(target.size())))] = char(random.bounded(256));
                }
                break;
            case 1:
                target.truncate(qsizetype(random.bounded(quint32(target.size()))));
                break;
            default: {
                const qsizetype page = qsizetype(random.bounded(quint32(target.size() / 4096)));
                for (qsizetype at = page * 4096; at < page * 4096 + 4096; ++at) {
                    target[at] = char(random.bounded(256));
                }
            }
            }
            StoreFolder mutant;
            QDir().mkpath(mutant.paths().dataFolder);
            writeContent(mutant.stateFile(), bytes);
            if (hasWal) {
                writeContent(mutant.stateFile() + QStringLiteral("-wal"), log);
            }
            auto opened = mutant.open();
            QVERIFY2(opened, qPrintable(QString::number(i)));
            QVERIFY2(!opened->report().isReadOnly, qPrintable(QString::number(i) + QStringLiteral(": ") + opened->report().sentences.join(u' ')));
            QSet<QByteArray> found;
            const auto entries = await(opened->entries());
            for (const OutboxEntry &entry : *entries) {
                found.insert(entry.action.comment.toLatin1());
            }
            const auto notes = await(opened->notes(Key));
            for (const Note &note : *notes) {
                found.insert(note.text.toLatin1());
            }
            const auto marks = await(opened->audit(run.id));
            for (const StepMark &mark : *marks) {
                found.insert(mark.note.toLatin1());
            }
            for (const Marked &row : rows) {
                if (!hasWal && isUntouched(whole, bytes, row.marker)) {
                    ++required;
                    QVERIFY2(found.contains(row.marker), qPrintable(QString::number(i) + QString::fromLatin1(row.marker)));
                }
            }
            kept += int(found.size());
            const bool isWhole = found.size() == qsizetype(rows.size());
            QVERIFY2(isWhole || hasWal || !opened->report().sentences.isEmpty(), "what is lost must be told");
            QVERIFY(await(opened->enqueue({someAction(Key)}, TenMinutes)));
            opened.reset();
            auto again = mutant.open();
            QVERIFY2(again->report().sentences.isEmpty(), qPrintable(again->report().sentences.join(u' ')));
            QCOMPARE(int(await(again->entries())->size()), int(entries->size()) + 1);
        }
        qInfo("300 mutants: %d of %d rows kept; all of %d untouched ones", kept, 300 * int(rows.size()), required);
        QVERIFY(required > 10'000);
    }
};

QTEST_GUILESS_MAIN(TestStoreFaults)
#include "tst_storefaults.moc"
