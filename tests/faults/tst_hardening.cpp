#include "app/bootstrap/hardening.h"

#include <QAbstractEventDispatcher>
#include <QTest>
#include <QThread>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace quarterdeck;

// What a process of ours is like before it does anything.
class TestHardening : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("SSLKEYLOGFILE", "/dev/null");
        qputenv("QT_PLUGIN_PATH", "/nowhere");
        hardenProcess();
    }
    void filesArePrivateAndNoCoreIsLeft()
    {
        QCOMPARE(::umask(077), mode_t(077));
        rlimit core {1, 1};
        QCOMPARE(::getrlimit(RLIMIT_CORE, &core), 0);
        QCOMPARE(core.rlim_max, rlim_t(0));
    }
    void variablesThatLeadAstrayAreGone()
    {
        QVERIFY(!qEnvironmentVariableIsSet("SSLKEYLOGFILE"));
        QVERIFY(!qEnvironmentVariableIsSet("QT_PLUGIN_PATH"));
    }
    void threadsRunWithoutGlib()
    {
        QThread thread;
        thread.start();
        QTRY_VERIFY(thread.eventDispatcher() != nullptr);
        QCOMPARE(thread.eventDispatcher()->metaObject()->className(), "QEventDispatcherUNIX");
        thread.quit();
        QVERIFY(thread.wait());
    }
};

QTEST_GUILESS_MAIN(TestHardening)
#include "tst_hardening.moc"
