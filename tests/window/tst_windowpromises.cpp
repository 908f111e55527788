#include "app/store/filelock.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/windowbench.h"
#include "tests/support/windowhands.h"

#include <future>
#include <thread>

using namespace quarterdeck;

/// What must be seen on every page as long as it is true.
class TestWindowPromises : public QObject {
    Q_OBJECT

    static QByteArray configuration(const QByteArray &url, const QByteArray &tls)
    {
        return "version: 1\ncurrent-context: test\ncontexts:\n- {name: test, backends: [am]}\n- {name: look, read_only: true, backends: [am]}\n"
               "backends:\n- {name: am, type: alertmanager, url: '"
            + url + "'" + tls + "}\n";
    }

private slots:
    void switchedOffVerificationIsSaidOnEveryPage()
    {
        WindowBench b;
        RefusedPort nobody;
        const QByteArray url = "https://127.0.0.1:" + QByteArray::number(nobody.port());
        QVERIFY(b.write(QStringLiteral("config.yaml"), configuration(url, ", tls_config: {insecure_skip_verify: true}")));
        QVERIFY(b.open());
        for (const QString &page : b.window().pageIds()) {
            b.window().go({page, {}, {}});
            QTRY_VERIFY2(wordsInSight(b.window()).contains(QLatin1String("Certificates are not verified for am. ")), qPrintable(page));
        }
        b.close();
        QVERIFY(b.write(QStringLiteral("config.yaml"), configuration(url, {})));
        QVERIFY(b.open());
        QVERIFY(!wordsInSight(b.window()).contains(QLatin1String("Certificates are not verified")));
    }
    void aReadOnlyContextIsSaidOnEveryPage()
    {
        WindowBench b;
        RefusedPort nobody;
        QVERIFY(b.write(QStringLiteral("config.yaml"), configuration("http://127.0.0.1:" + QByteArray::number(nobody.port()), {})));
        DesktopOptions options;
        options.configFile = b.config();
        options.dataDir = b.data();
        options.context = QStringLiteral("look");
        QVERIFY(b.open(options));
        for (const QString &page : b.window().pageIds()) {
            b.window().go({page, {}, {}});
            QTRY_VERIFY2(wordsInSight(b.window()).contains(QLatin1String("This context is read-only")), qPrintable(page));
        }
    }
    void aStoreThatQdeckHoldsForAMomentIsWaitedFor()
    {
        WindowBench b;
        RefusedPort nobody;
        QVERIFY(b.write(QStringLiteral("config.yaml"), configuration("http://127.0.0.1:" + QByteArray::number(nobody.port()), {})));
        QVERIFY(b.open());
        const QString lock = b.desktop->engine().folders().data + QStringLiteral("/state.lock");
        QVERIFY(QFile::exists(lock));
        b.close();
        std::promise<bool> isHeld;
        std::thread qdeck([&lock, &isHeld] {
            const auto held = FileLock::take(lock);
            isHeld.set_value(held != nullptr);
            QThread::msleep(500);
        });
        QVERIFY(isHeld.get_future().get());
        const bool isOpen = b.open();
        qdeck.join();
        QVERIFY(isOpen);
        QVERIFY(!b.desktop->engine().store().report().isReadOnly);
    }
};

QTEST_MAIN(TestWindowPromises)
#include "tst_windowpromises.moc"
