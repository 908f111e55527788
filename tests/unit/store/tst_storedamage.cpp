#include "app/store/sqlite/connection.h"
#include "tests/unit/store/storefiles.h"

#include <QDir>

using namespace quarterdeck;

namespace {

const AlertKey Key {QStringLiteral("eu-am"), QStringLiteral("f1")};

} // namespace

class TestStoreDamage : public QObject {
    Q_OBJECT

private slots:
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
        QVERIFY(store->report().sentences.join(u' ').contains(QStringLiteral("recreated")));
        const std::vector<Alert> alerts = openOf(*store, QStringLiteral("eu-am"));
        QCOMPARE(int(alerts.size()), 1);
        QCOMPARE(alerts.front().key, Key);
        QCOMPARE(alerts.front().severity, Severity::Critical);
        QCOMPARE(QDir(folder.paths().cacheFolder).entryList({QStringLiteral("cache.db.corrupt-*")}).size(), 1);
    }

    void aCacheDamagedWhileRunningIsReplaced()
    {
        StoreFolder folder;
        const auto store = openOverDamagedCache(folder, 3000);
        QVERIFY(store);
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
        // After the backup of the day, which would else have them.
        QVERIFY(await(store->flush()));
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
};

QTEST_GUILESS_MAIN(TestStoreDamage)
#include "tst_storedamage.moc"
