#include "app/desktop/notificationdaemon.h"
#include "tests/support/privatebus.h"

#include <QGuiApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <memory>

using namespace quarterdeck;

namespace {

/// A screen that nobody sees; the services draw on it.
class Screen {
public:
    Screen()
    {
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.start(QStringLiteral("Xvfb"),
            {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"), QStringLiteral("0"), QStringLiteral("1280x800x24"),
                QStringLiteral("-nolisten"), QStringLiteral("tcp")});
        for (int i = 0; i < 100 && !m_number.endsWith('\n') && m_process.state() != QProcess::NotRunning; ++i) {
            m_process.waitForReadyRead(100);
            m_number += m_process.readAllStandardOutput();
        }
    }
    ~Screen()
    {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
    Screen(const Screen &) = delete;
    Screen &operator=(const Screen &) = delete;
    bool isThere() const { return m_number.endsWith('\n'); }
    QString name() const { return u':' + QString::fromLatin1(m_number.trimmed()); }

private:
    QProcess m_process;
    QByteArray m_number;
};

QString programOf(const QString &name)
{
    return QStandardPaths::findExecutable(name,
        {QStringLiteral("/usr/bin"), QStringLiteral("/usr/lib/notification-daemon"), QStringLiteral("/usr/lib/x86_64-linux-gnu/xfce4/notifyd"),
            QStringLiteral("/usr/lib/aarch64-linux-gnu/xfce4/notifyd")});
}

Popup popupOf(bool isCritical)
{
    Popup popup;
    popup.summary = QStringLiteral("DbDown on shop");
    popup.body = QStringLiteral("primary < replica");
    popup.isCritical = isCritical;
    popup.actions = {QStringLiteral("default"), QStringLiteral("Open"), QStringLiteral("ack"), QStringLiteral("Acknowledge")};
    return popup;
}

} // namespace

/// The notification services of real desktops, on a screen that nobody sees: each gives an id that holds, keeps it when its popup is replaced,
/// says when the popup goes, and counts anew when it is started anew.
class TestNotificationDaemons : public QObject {
    Q_OBJECT

    std::unique_ptr<Screen> m_screen;

    std::unique_ptr<QProcess> start(const QString &program) const
    {
        auto process = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DISPLAY"), m_screen->name());
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        process->setProcessEnvironment(environment);
        process->setStandardOutputFile(QProcess::nullDevice());
        process->setStandardErrorFile(QProcess::nullDevice());
        process->start(program, {});
        return process;
    }
    static uint shown(NotificationDaemon &daemon, const Popup &popup)
    {
        std::optional<Result<uint>> got;
        daemon.show(popup, [&got](const Result<uint> &id) { got = id; });
        return QTest::qWaitFor([&got] { return got.has_value(); }, 20'000) && *got ? **got : 0;
    }

private slots:
    void initTestCase()
    {
        m_screen = std::make_unique<Screen>();
        if (!m_screen->isThere()) {
            QSKIP("Xvfb is not installed");
        }
    }
    void idsHold_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"dunst", "xfce4-notifyd", "lxqt-notificationd", "notification-daemon"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }
    void idsHold()
    {
        QFETCH(const QString, name);
        const QString program = programOf(name);
        if (program.isEmpty()) {
            QSKIP("this service is not installed");
        }
        NotificationDaemon daemon;
        QSignalSpy appeared(&daemon, &NotificationDaemon::appeared);
        QSignalSpy gone(&daemon, &NotificationDaemon::gone);
        QSignalSpy closed(&daemon, &NotificationDaemon::closed);
        auto service = start(program);
        QTRY_VERIFY_WITH_TIMEOUT(!appeared.isEmpty(), 30'000);
        const uint first = shown(daemon, popupOf(true));
        QVERIFY(first != 0);
        Popup again = popupOf(true);
        again.replaces = first;
        QCOMPARE(shown(daemon, again), first);
        const uint second = shown(daemon, popupOf(false));
        QVERIFY(second != 0 && second != first);
        daemon.close(first);
        QTRY_VERIFY(!closed.isEmpty());
        QCOMPARE(closed.front().at(0).toUInt(), first);
        QCOMPARE(closed.front().at(1).value<NotificationDaemon::Closed>(), NotificationDaemon::Closed::ByUs);
        appeared.clear();
        gone.clear();
        service->kill();
        service->waitForFinished(5000);
        QTRY_VERIFY(!gone.isEmpty());
        service = start(program);
        QTRY_VERIFY_WITH_TIMEOUT(!appeared.isEmpty(), 30'000);
        QVERIFY(shown(daemon, popupOf(true)) != 0);
        service->kill();
        service->waitForFinished(5000);
    }
};

int main(int argc, char **argv)
{
    const PrivateBus bus;
    QGuiApplication app(argc, argv);
    TestNotificationDaemons test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_notificationdaemons.moc"
