#include "app/secrets/secretstore.h"
#include "tests/support/await.h"

using namespace quarterdeck;

/// The store that forgets: what others use in tests and sessions without a keyring.
class TestMemoryStore : public QObject {
    Q_OBJECT

private slots:
    void keepsAndForgets()
    {
        const auto store = makeMemoryStore();
        QCOMPARE(store->state(), SecretStore::State::Ok);
        QCOMPARE(await(store->read(QStringLiteral("a"))).error().kind, ErrorKind::NotFound);
        QVERIFY(await(store->write(QStringLiteral("a"), Secret("one"))));
        QVERIFY(await(store->write(QStringLiteral("a"), Secret("two"))));
        QCOMPARE(await(store->read(QStringLiteral("a")))->reveal(), QByteArray("two"));
        QVERIFY(await(store->remove(QStringLiteral("a"))));
        QCOMPARE(await(store->read(QStringLiteral("a"))).error().kind, ErrorKind::NotFound);
        QVERIFY(await(store->remove(QStringLiteral("never there"))));
    }

    void forgetsAtTheEnd()
    {
        QVERIFY(await(makeMemoryStore()->write(QStringLiteral("a"), Secret("one"))));
        QCOMPARE(await(makeMemoryStore()->read(QStringLiteral("a"))).error().kind, ErrorKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestMemoryStore)
#include "tst_memorystore.moc"
