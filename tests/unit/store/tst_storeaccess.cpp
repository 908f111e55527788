#include "tests/unit/store/storefiles.h"

#include <QDir>

using namespace quarterdeck;

namespace {

const AlertKey Key {QStringLiteral("eu-am"), QStringLiteral("f1")};

} // namespace

class TestStoreAccess : public QObject {
    Q_OBJECT

private slots:
    void onlyOneProcessWrites()
    {
        StoreFolder folder;
        auto first = folder.open();
        const AlertAction action = someAction(Key);
        QVERIFY(await(first->enqueue({action}, TenMinutes)));
        auto second = folder.open();
        QVERIFY(second->report().isReadOnly && second->report().isHeld && !first->report().isHeld);
        QVERIFY(second->report().sentences.join(u' ').contains(QStringLiteral("is using this data")));
        QVERIFY(storedIds(*second).contains(action.id));
        const AlertAction later = someAction(Key, Verb::Note);
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
        QVERIFY(await(store->putLogs({}, LogQuery {{QStringLiteral("j")}, {TestStart - Millis(1000), TestStart}, {}, {}, {}, {}, 1})));
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
};

QTEST_GUILESS_MAIN(TestStoreAccess)
#include "tst_storeaccess.moc"
