#include "app/secrets/secretstore.h"
#include "tests/support/await.h"
#include "tests/support/keyringsession.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

using namespace quarterdeck;

/// The desktop keyring: there, locked and absent are all normal.
class TestKeychainStore : public QObject {
    Q_OBJECT

private slots:
    void absentWithoutABus()
    {
        if (isInSession()) {
            return;
        }
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qputenv("XDG_RUNTIME_DIR", "/nonexistent");
        QElapsedTimer timer;
        timer.start();
        const auto store = makeKeychainStore();
        QCOMPARE(store->state(), SecretStore::State::Absent);
        QCOMPARE(await(store->refresh()).value(), SecretStore::State::Absent);
        const auto read = await(store->read(QStringLiteral("eu")));
        QCOMPARE(read.error().kind, ErrorKind::Unsupported);
        QVERIFY(read.error().what.contains(QLatin1StringView("no desktop keyring")));
        QCOMPARE(await(store->write(QStringLiteral("eu"), Secret("x"))).error().kind, ErrorKind::Unsupported);
        QCOMPARE(await(store->remove(QStringLiteral("eu"))).error().kind, ErrorKind::Unsupported);
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    }

    void outside_data()
    {
        QTest::addColumn<QString>("function");
        QTest::addColumn<QString>("prepare");
        // The daemon answers before its collections are loaded: each step is repeated until it shows.
        const QString unlock = unlockedKeyring();
        const QString lock = QStringLiteral("; ")
            + until(QStringLiteral("true"),
                QStringLiteral("gdbus call --session -d org.freedesktop.secrets -o /org/freedesktop/secrets -m org.freedesktop.Secret.Service.Lock "
                               "'[objectpath \"/org/freedesktop/secrets/collection/login\"]'"));
        QTest::newRow("open") << "insideOpen" << unlock;
        QTest::newRow("locked") << "insideLocked" << unlock + lock;
        QTest::newRow("no service") << "insideWithoutService"
                                    << "true";
    }
    void outside()
    {
        if (isInSession()) {
            return;
        }
        if (!hasTools()) {
            QSKIP("dbus-run-session, gnome-keyring-daemon or gdbus absent");
        }
        QFETCH(QString, function);
        QFETCH(QString, prepare);
        QTemporaryDir home;
        QByteArray output;
        const int failures = runInSession(function, prepare, home.path(), output);
        QVERIFY2(failures == 0, output.constData());
        // Whatever the keyring wrote, the secret is not in it as it was.
        QDirIterator it(home.path(), QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(!file.open(QIODevice::ReadOnly) || !file.readAll().contains("c4n4ry"));
        }
    }

    void insideOpen()
    {
        if (!isInSession()) {
            return;
        }
        const auto store = makeKeychainStore();
        QCOMPARE(await(store->refresh()).value(), SecretStore::State::Ok);
        QCOMPARE(await(store->read(QStringLiteral("eu"))).error().kind, ErrorKind::NotFound);
        QVERIFY(await(store->write(QStringLiteral("eu"), Secret("c4n4ry-\xc3\xa9"))));
        const auto read = await(store->read(QStringLiteral("eu")));
        QVERIFY2(read, qPrintable(read ? QString() : read.error().what));
        QCOMPARE(read->reveal(), QByteArray("c4n4ry-\xc3\xa9"));
        QVERIFY(await(store->remove(QStringLiteral("eu"))));
        QCOMPARE(await(store->read(QStringLiteral("eu"))).error().kind, ErrorKind::NotFound);
        QCOMPARE(store->state(), SecretStore::State::Ok);
    }

    void insideLocked()
    {
        if (!isInSession()) {
            return;
        }
        const auto store = makeKeychainStore();
        QCOMPARE(await(store->refresh()).value(), SecretStore::State::Locked);
        const auto read = await(store->read(QStringLiteral("eu")));
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::Unauthorized);
        QVERIFY2(read.error().what.contains(QLatin1StringView("locked")), qPrintable(read.error().what));
        QCOMPARE(store->state(), SecretStore::State::Locked);
    }

    void insideWithoutService()
    {
        if (!isInSession()) {
            return;
        }
        QElapsedTimer timer;
        timer.start();
        const auto store = makeKeychainStore();
        QCOMPARE(await(store->refresh()).value(), SecretStore::State::Absent);
        const auto read = await(store->read(QStringLiteral("eu")));
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::Unsupported);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestKeychainStore)
#include "tst_keychainstore.moc"
