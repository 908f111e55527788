#include "tests/unit/store/storefiles.h"

#include <QDir>

#include <csignal>
#include <sys/mount.h>
#include <sys/resource.h>

using namespace quarterdeck;

namespace {

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
        AlertAction action = someAction(Key, Verb::Note);
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
        const AlertAction after = someAction(Key, Verb::Note);
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
        const rlimit small {1024 * 1024, before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        Error error;
        const std::vector<QUuid> accepted = acknowledgeUntilRefused(*store, &error);
        ::setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(accepted.size() > 10 && accepted.size() < 20'000);
        QCOMPARE(error.kind, ErrorKind::Storage);
        const AlertAction after = someAction(Key, Verb::Note);
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
        const AlertAction action = someAction(Key, Verb::Note);
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
        const auto refused = await(store->enqueue({someAction(Key, Verb::Note)}, TenMinutes));
        QCOMPARE(refused.error().kind, ErrorKind::Storage);
        QVERIFY2(refused.error().what.endsWith(u'.'), qPrintable(refused.error().what));
        QFile::setPermissions(folder.paths().dataFolder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    void aCacheFolderThatCannotBeWrittenToHindersNobody()
    {
        StoreFolder folder;
        const SmallDisk disk(folder.dir.path() + QStringLiteral("/cache"));
        if (!disk.isMounted) {
            QSKIP("mounting is not allowed here");
        }
        auto store = folder.open();
        QVERIFY(await(store->apply(someBatch({someAlert(QStringLiteral("before"))}))));
        store.reset();
        QVERIFY(disk.makeReadOnly());
        store = folder.open();
        QVERIFY(!store->report().isReadOnly);
        QVERIFY(store->report().sentences.join(u' ').contains(QStringLiteral("cache folder")));
        QVERIFY(await(store->apply(someBatch({someAlert(QStringLiteral("f1"))}))));
        const AlertAction action = someAction(Key, Verb::Note);
        QVERIFY(await(store->enqueue({action}, TenMinutes)));
        const auto alerts = await(store->alerts());
        QCOMPARE(int(alerts->size()), 2);
        QCOMPARE(alerts->back().key, Key);
        QCOMPARE(alerts->back().pending, Pending::Queued);
        QCOMPARE(await(store->putLogs({LogLine {}}, std::nullopt)).error().kind, ErrorKind::Storage);
        store.reset();
        store = folder.open();
        QVERIFY(storedIds(*store).contains(action.id));
        QCOMPARE(int(await(store->alerts())->size()), 1);
        QVERIFY(await(store->history(Key))->size() >= 2);
    }

    /// A full disk below the cache alone: polls are told as failed, what a person does is stored.
    void aFullCacheDiskStopsPollsAndNotActs()
    {
        StoreFolder folder;
        const SmallDisk disk(folder.dir.path() + QStringLiteral("/cache"));
        if (!disk.isMounted) {
            QSKIP("mounting is not allowed here");
        }
        auto store = folder.open();
        QVERIFY(await(store->apply(someBatch({someAlert(QStringLiteral("f1"))}))));
        const QString ballast = folder.paths().cacheFolder + QStringLiteral("/ballast");
        writeContent(ballast, QByteArray(1'500'000, 'b'));
        std::vector<Alert> alerts = someAlerts(5000);
        const auto refused = await(store->apply(someBatch(alerts)));
        QCOMPARE(refused.error().kind, ErrorKind::Storage);
        const AlertAction action = someAction(Key, Verb::Note);
        QVERIFY(await(store->enqueue({action}, TenMinutes)));
        QVERIFY(await(store->alerts())->size() >= 1);
        QVERIFY(QFile::remove(ballast));
        alerts.resize(500);
        QVERIFY(await(store->apply(someBatch(alerts))));
        QVERIFY(await(store->alerts())->size() >= 501);
        QVERIFY(storedIds(*store).contains(action.id));
    }
};

QTEST_GUILESS_MAIN(TestStoreFaults)
#include "tst_storefaults.moc"
