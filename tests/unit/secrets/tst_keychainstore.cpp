#include "app/secrets/secretstore.h"
#include "tests/support/await.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace quarterdeck;

namespace {

/// Runs one test function of this program again in a session bus of its own, in the state that `prepare` makes.
int runInSession(const QString &function, const QString &prepare, const QString &home, QByteArray &output)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME"}) {
        environment.insert(QString::fromLatin1(name), home);
    }
    environment.remove(QStringLiteral("DISPLAY"));
    environment.insert(QStringLiteral("QUARTERDECK_TEST_SESSION"), QStringLiteral("1"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    // A bus that can start no services by itself, so that only what `prepare` starts is there.
    QFile bus(home + QStringLiteral("/bus.conf"));
    if (!bus.open(QIODevice::WriteOnly)) {
        return -1;
    }
    bus.write("<busconfig><type>session</type><listen>unix:dir=" + home.toLocal8Bit()
        + "</listen><auth>EXTERNAL</auth><policy context='default'><allow send_destination='*' eavesdrop='true'/>"
          "<allow eavesdrop='true'/><allow own='*'/></policy></busconfig>");
    bus.close();
    process.start(QStringLiteral("dbus-run-session"),
        {QStringLiteral("--config-file=") + bus.fileName(), QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
            prepare + QStringLiteral("; exec \"$0\" \"$1\""), QCoreApplication::applicationFilePath(), function});
    process.waitForFinished(60'000);
    output = process.readAll();
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

/// Shell text that does `step` until the default collection says that it is locked (`state` "true") or not ("false"), for 5 s at most.
QString until(const QString &state, const QString &step)
{
    return QStringLiteral("for i in $(seq 50); do gdbus call --session -d org.freedesktop.secrets -o /org/freedesktop/secrets/aliases/default "
                          "-m org.freedesktop.DBus.Properties.Get org.freedesktop.Secret.Collection Locked 2>/dev/null | grep -q %1 && break; "
                          "%2; sleep 0.1; done")
        .arg(state, step);
}

bool hasTools()
{
    return !QStandardPaths::findExecutable(QStringLiteral("dbus-run-session")).isEmpty()
        && !QStandardPaths::findExecutable(QStringLiteral("gnome-keyring-daemon")).isEmpty()
        && !QStandardPaths::findExecutable(QStringLiteral("gdbus")).isEmpty();
}

bool isInSession()
{
    return qEnvironmentVariableIsSet("QUARTERDECK_TEST_SESSION");
}

} // namespace

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
        const QString unlock = QStringLiteral("echo -n pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null; ")
            + until(QStringLiteral("false"), QStringLiteral("true"));
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
