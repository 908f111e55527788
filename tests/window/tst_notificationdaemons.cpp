#include "app/desktop/notifier.h"
#include "tests/support/privatebus.h"

#include <QGuiApplication>
#include <QProcess>
#include <QRegularExpression>
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

/// What is asked of the notification service, as the bus tells it.
class BusWatch {
public:
    /// One popup that was asked for.
    struct Notify {
        uint replaces = 0;
        QStringList texts; ///< The name of the program, its icon, summary, body; then keys and labels of the buttons.
    };
    BusWatch()
    {
        m_process.start(QStringLiteral("dbus-monitor"), {QStringLiteral("--session"), QStringLiteral("interface='org.freedesktop.Notifications'")});
    }
    ~BusWatch()
    {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
    BusWatch(const BusWatch &) = delete;
    BusWatch &operator=(const BusWatch &) = delete;
    bool isThere() { return m_process.waitForReadyRead(10'000); }
    std::vector<Notify> notifies()
    {
        m_output += m_process.readAllStandardOutput();
        std::vector<Notify> all;
        static const QRegularExpression Text(QStringLiteral("string \"((?:[^\"])*)\""));
        for (const QString &message : QString::fromUtf8(m_output).split(QStringLiteral("\nmethod ")).mid(1)) {
            // The end of the list of buttons is the end of what is looked at.
            const qsizetype end = message.indexOf(QStringLiteral("\n   ]"));
            if (!message.section(u'\n', 0, 0).endsWith(QStringLiteral("member=Notify")) || end < 0) {
                continue;
            }
            Notify &one = all.emplace_back();
            one.replaces = message.section(QStringLiteral("uint32 "), 1, 1).section(u'\n', 0, 0).toUInt();
            for (auto texts = Text.globalMatch(message.left(end)); texts.hasNext();) {
                one.texts.append(texts.next().captured(1));
            }
        }
        return all;
    }

private:
    QProcess m_process;
    QByteArray m_output;
};

Alert alertOf(const QString &id, AlertState state = AlertState::Triggered)
{
    Alert alert;
    alert.key = {QStringLiteral("am"), id};
    alert.title = id;
    alert.summary = QStringLiteral("primary < replica");
    alert.severity = Severity::Critical;
    alert.state = state;
    return alert;
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
    void idsHold_data() { services(); }
    void idsHold();
    void criticalOnesStayWhileOthersGo_data() { services(); }
    void criticalOnesStayWhileOthersGo();
    void whatStartsLaterIsToldAllAndWhatIsHandledGoes_data() { services(); }
    void whatStartsLaterIsToldAllAndWhatIsHandledGoes();

private:
    static void services()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"dunst", "xfce4-notifyd", "lxqt-notificationd", "notification-daemon"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }
};

void TestNotificationDaemons::idsHold()
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

void TestNotificationDaemons::criticalOnesStayWhileOthersGo()
{
    QFETCH(const QString, name);
    const QString program = programOf(name);
    if (program.isEmpty()) {
        QSKIP("this service is not installed");
    }
    NotificationDaemon daemon;
    QSignalSpy appeared(&daemon, &NotificationDaemon::appeared);
    QSignalSpy closed(&daemon, &NotificationDaemon::closed);
    auto service = start(program);
    QTRY_VERIFY_WITH_TIMEOUT(!appeared.isEmpty(), 30'000);
    const uint critical = shown(daemon, popupOf(true));
    const uint other = shown(daemon, popupOf(false));
    QVERIFY(critical != 0 && other != 0);
    const auto isClosed = [&closed](uint id) {
        return std::any_of(closed.cbegin(), closed.cend(), [id](const auto &one) { return one.at(0).toUInt() == id; });
    };
    // How long a popup stays that is not critical is the service's own choice: ten seconds, if it goes at all on a screen without a person.
    const bool isGone = QTest::qWaitFor([&] { return isClosed(other); }, 15'000);
    QVERIFY2(isGone || (name != u"dunst" && name != u"xfce4-notifyd"), "this one was seen to end it");
    QTest::qWait(500);
    QVERIFY2(!isClosed(critical), "the critical one went unseen");
    daemon.close(critical);
    QTRY_VERIFY(isClosed(critical));
    service->kill();
    service->waitForFinished(5000);
}

void TestNotificationDaemons::whatStartsLaterIsToldAllAndWhatIsHandledGoes()
{
    QFETCH(const QString, name);
    const QString program = programOf(name);
    if (program.isEmpty() || QStandardPaths::findExecutable(QStringLiteral("dbus-monitor")).isEmpty()) {
        QSKIP("this service or dbus-monitor is not installed");
    }
    BusWatch watch;
    QVERIFY(watch.isThere());
    NotificationDaemon daemon;
    QSignalSpy closed(&daemon, &NotificationDaemon::closed);
    Notifier notifier;
    QSignalSpy refused(&notifier, &Notifier::refused);
    const Alert one = alertOf(QStringLiteral("DbDown"));
    const Alert two = alertOf(QStringLiteral("DiskFull"));
    // Nobody shows it yet, and nobody forgets it.
    notifier.announce({one}, {});
    QTRY_VERIFY(!refused.isEmpty());
    auto service = start(program);
    QTRY_VERIFY_WITH_TIMEOUT(!watch.notifies().empty() && watch.notifies().back().texts.contains(QStringLiteral("ack")), 30'000);
    const BusWatch::Notify first = watch.notifies().back();
    QCOMPARE(first.replaces, 0U);
    QCOMPARE(first.texts.value(2), QStringLiteral("DbDown"));
    QCOMPARE(first.texts.value(3), QStringLiteral("primary &lt; replica"));
    QCOMPARE(
        first.texts.mid(4), QStringList({QStringLiteral("default"), QStringLiteral("Open"), QStringLiteral("ack"), QStringLiteral("Acknowledge")}));
    // Handled elsewhere, it goes from the screen.
    QTRY_COMPARE(refused.last().first().toString(), QString());
    notifier.follow({alertOf(QStringLiteral("DbDown"), AlertState::Acknowledged)}, {});
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(closed.last().at(1).value<NotificationDaemon::Closed>(), NotificationDaemon::Closed::ByUs);
    // A service that is started anew is told what is still unseen, as something new.
    const std::size_t before = watch.notifies().size();
    notifier.announce({two}, {});
    QTRY_COMPARE(watch.notifies().size(), before + 1);
    QTest::qWait(500);
    service->kill();
    service->waitForFinished(5000);
    service = start(program);
    QTRY_VERIFY_WITH_TIMEOUT(watch.notifies().size() > before + 1, 30'000);
    const BusWatch::Notify again = watch.notifies().back();
    QCOMPARE(again.replaces, 0U);
    QCOMPARE(again.texts, watch.notifies().at(before).texts);
    QTest::qWait(1'000);
    closed.clear();
    notifier.follow({}, {two.key});
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(closed.last().at(1).value<NotificationDaemon::Closed>(), NotificationDaemon::Closed::ByUs);
    service->kill();
    service->waitForFinished(5000);
}

int main(int argc, char **argv)
{
    const PrivateBus bus;
    QGuiApplication app(argc, argv);
    TestNotificationDaemons test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_notificationdaemons.moc"
