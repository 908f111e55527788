#include "app/demo/fleet.h"
#include "tests/support/privatebus.h"
#include "tests/support/realservers.h"
#include "tests/support/windowbench.h"
#include "tests/support/windowhands.h"
#include "tests/window/notificationdesk.h"
#include "ui/pages/runbooks/checklistview.h"
#include "ui/pages/runbooks/stepdelegate.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/timechart.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>

using namespace quarterdeck;

namespace {

constexpr int MostActions = 5;

int silencesOf(const QUrl &alertmanager, const QString &service)
{
    QUrl url = alertmanager;
    url.setPath(QStringLiteral("/api/v2/silences"));
    int count = 0;
    for (const QJsonValue &value : QJsonDocument::fromJson(plainHttp("GET", url).body).array()) {
        const QJsonObject silence = value.toObject();
        const bool isActive = silence.value(QLatin1String("status")).toObject().value(QLatin1String("state")).toString() == QLatin1String("active");
        for (const QJsonValue &matcher : silence.value(QLatin1String("matchers")).toArray()) {
            count += isActive && matcher.toObject().value(QLatin1String("name")).toString() == QLatin1String("service")
                && matcher.toObject().value(QLatin1String("value")).toString() == service;
        }
    }
    return count;
}

} // namespace

/// From the notification to an acknowledged alert, the charts and the log of its service and the first tick of its runbook, in five
/// actions: by keyboard alone, and by mouse alone. The demo's servers are real, and so is the path of the notification.
class TestJourney : public QObject {
    Q_OBJECT

    std::unique_ptr<NotificationDesk> m_desk;
    WindowBench m_first;
    WindowBench m_second;
    QUrl m_alertmanager;

    static QUrl alertmanagerOf(WindowBench &b)
    {
        for (const Endpoint &endpoint : b.desktop->engine().endpoints()) {
            if (endpoint.kind == QLatin1String("alertmanager")) {
                return endpoint.urls.front();
            }
        }
        return {};
    }
    // The notification names the alert and opens it.
    void followNotification(WindowBench &b)
    {
        QTRY_VERIFY2_WITH_TIMEOUT(m_desk->latest().title.contains(QLatin1String("on checkout")), qPrintable(m_desk->latest().title), 90'000);
        QVERIFY(m_desk->latest().actions.contains(QStringLiteral("default")));
        const QString alert = m_desk->latest().title.section(QStringLiteral(" on "), 0, 0);
        b.window().go({QStringLiteral("settings"), {}, {}});
        b.window().showMinimized();
        m_desk->press(QStringLiteral("default"));
        QTRY_COMPARE(b.window().currentPageId(), QStringLiteral("inbox"));
        QVERIFY(!b.window().isMinimized());
        QVERIFY(QTest::qWaitForWindowActive(&b.window()));
        QTRY_COMPARE(b.find<QLabel>("inbox.head.title")->text(), alert);
    }
    void seeAcknowledged(WindowBench &b)
    {
        QTRY_COMPARE(b.outbox().size(), std::size_t(1));
        QTRY_COMPARE_WITH_TIMEOUT(b.outbox().front().state, OutboxState::Confirmed, 20'000);
        QCOMPARE(b.outbox().front().action.verb, Verb::Acknowledge);
        QCOMPARE(silencesOf(m_alertmanager, QStringLiteral("checkout")), 1);
    }
    void seeService(WindowBench &b)
    {
        QTRY_COMPARE(b.window().currentPageId(), QStringLiteral("services"));
        QCOMPARE(b.find<QLabel>("serviceName")->text(), QStringLiteral("checkout"));
        const auto charts = [&b] {
            int count = 0;
            for (const TimeChart *chart : b.find<QWidget>("serviceDetail")->findChildren<TimeChart *>()) {
                count += isInSight(chart) && chart->toCsv().count('\n') > 20;
            }
            return count;
        };
        QTRY_VERIFY2_WITH_TIMEOUT(charts() >= 4, qPrintable(QString::number(charts())), 20'000);
        const auto *lines = b.find<LogView>("serviceLogLines");
        QVERIFY(isInSight(lines));
        QTRY_VERIFY_WITH_TIMEOUT(lines->lineCount() > 10, 20'000);
        for (int i = 0; i < lines->lineCount(); ++i) {
            QCOMPARE(lines->line(i).service, QStringLiteral("checkout"));
            QVERIFY(!lines->line(i).text.isEmpty());
        }
    }
    void seeRunbook(WindowBench &b)
    {
        QTRY_COMPARE(b.window().currentPageId(), QStringLiteral("runbooks"));
        QTRY_VERIFY(b.find<QLabel>("runProgress")->text().contains(QLatin1String("0 of 6 done")));
    }
    // Not the wish on the screen: what another reader of the same database finds.
    void seeTick(WindowBench &b, const QString &dataDir)
    {
        QTRY_VERIFY(b.find<QLabel>("runProgress")->text().contains(QLatin1String("1 of 6 done")));
        EngineOptions options;
        options.configFile = b.desktop->preferences().configFile();
        options.dataDir = dataDir;
        options.mode = Store::Mode::ReadOnly;
        options.useKeyring = false;
        const auto reader = Engine::create(options, b.clock);
        QVERIFY(reader);
        const auto runs = WindowBench::wait((*reader)->store().runs());
        QVERIFY(runs);
        QCOMPARE(runs->size(), std::size_t(1));
        QCOMPARE(runs->front().marks.size(), std::size_t(1));
        QCOMPARE(runs->front().marks.front().state, StepMark::State::Ticked);
        QVERIFY(runs->front().marks.front().textSeen.startsWith(QLatin1String("Confirm it is ")));
    }

private slots:
    void initTestCase()
    {
        if (!QDBusConnection::sessionBus().isConnected()) {
            QSKIP("dbus-daemon is not installed");
        }
        if (const QStringList missing = DemoFleet::missingServers(); !missing.isEmpty()) {
            QSKIP(qPrintable(QStringLiteral("not installed: ") + missing.join(QStringLiteral(", "))));
        }
        m_desk = std::make_unique<NotificationDesk>(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));
        QVERIFY(m_desk->begin());
        // The demo's servers are started by the program beside the window's.
        DesktopOptions options;
        options.isDemo = true;
        QVERIFY(m_first.open(options));
        m_alertmanager = alertmanagerOf(m_first);
        QVERIFY(m_alertmanager.isValid());
    }
    void byKeyboardAlone()
    {
        WindowBench &b = m_first;
        followNotification(b);
        WindowHands hands(b.window());
        hands.press(Qt::Key_A);
        seeAcknowledged(b);
        hands.press(Qt::Key_S);
        seeService(b);
        hands.press(Qt::Key_O);
        seeRunbook(b);
        hands.press(Qt::Key_Space);
        seeTick(b, QFileInfo(b.desktop->preferences().configFile()).path() + QStringLiteral("/quarterdeck"));
        QVERIFY2(hands.actions() <= MostActions, qPrintable(QString::number(hands.actions())));
        qInfo("by keyboard: %d actions", hands.actions());
    }
    void byMouseAlone()
    {
        QVERIFY(m_first.desktop != nullptr);
        // Somebody else's window on the same servers, who has handled nothing yet.
        for (const OutboxEntry &entry : m_first.outbox()) {
            QUrl url = m_alertmanager;
            url.setPath(QStringLiteral("/api/v2/silence/") + entry.resultSilence);
            QCOMPARE(plainHttp("DELETE", url).status, 200);
        }
        m_desk->shown.clear();
        WindowBench &b = m_second;
        DesktopOptions options;
        options.configFile = m_first.desktop->preferences().configFile();
        options.dataDir = b.data();
        QVERIFY(b.open(options));
        followNotification(b);
        WindowHands hands(b.window());
        QVERIFY(hands.click(b.find<QPushButton>("inbox.head.acknowledge")));
        seeAcknowledged(b);
        QVERIFY(hands.choose(b.find<QToolButton>("inbox.head.more"), b.find<QAction>("inbox.service")));
        seeService(b);
        QTRY_VERIFY(isInSight(b.find<QPushButton>("serviceRunbookOpen")));
        QVERIFY(hands.click(b.find<QPushButton>("serviceRunbookOpen")));
        seeRunbook(b);
        auto *steps = b.find<ChecklistView>("runSteps");
        const QModelIndex first = steps->currentIndex();
        QVERIFY(first.isValid());
        const auto *delegate = qobject_cast<StepDelegate *>(steps->itemDelegate());
        QVERIFY(hands.click(steps->viewport(), delegate->boxOf(steps->visualRect(first), first).center()));
        seeTick(b, b.data());
        QVERIFY2(hands.actions() <= MostActions, qPrintable(QString::number(hands.actions())));
        qInfo("by mouse: %d actions", hands.actions());
    }
    void cleanupTestCase()
    {
        m_second.close();
        m_first.close();
    }
};

int main(int argc, char **argv)
{
    const PrivateBus bus;
    QApplication app(argc, argv);
    TestJourney test;
    return QTest::qExec(&test, argc, argv);
}

#include "moc_notificationdesk.cpp"
#include "tst_journey.moc"
