#include "app/desktop/notifier.h"
#include "tests/support/privatebus.h"
#include "tests/window/notificationdesk.h"

#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace quarterdeck;

namespace {

Alert alertOf(const QString &id, Severity severity = Severity::Critical, const QString &service = {})
{
    Alert alert;
    alert.key = {QStringLiteral("am"), id};
    alert.title = id;
    alert.service = service;
    alert.severity = severity;
    return alert;
}

Alert quiet(Alert alert)
{
    alert.state = AlertState::Acknowledged;
    return alert;
}

const QString Db = QStringLiteral("DbDown");
const QString Cert = QStringLiteral("CertSoon");

} // namespace

/// What is announced, replaced, taken away and acted on, against a desktop that behaves as the real ones were seen to.
class TestNotifier : public QObject {
    Q_OBJECT

    struct Bench {
        AlertKey acknowledged() const { return acks.isEmpty() ? AlertKey {} : acks.last().at(0).value<AlertKey>(); }

        NotificationDesk desk {qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS")};
        bool isThere = desk.begin();
        Notifier notifier;
        QSignalSpy acks {&notifier, &Notifier::acknowledgeRequested};
        QSignalSpy opens {&notifier, &Notifier::openRequested};
        QSignalSpy refusals {&notifier, &Notifier::refused};
    };
    static void settle() { QTest::qWait(150); }

private slots:
    void anActIsBoundToWhatWasShown()
    {
        Bench b;
        b.notifier.announce({alertOf(Db)}, {});
        QTRY_COMPARE(b.desk.shown.size(), std::size_t(1));
        // The next alert is on its way, but what stands on the screen is still the first one.
        b.desk.isHolding = true;
        b.notifier.announce({alertOf(QStringLiteral("DiskFull"))}, {});
        QTRY_COMPARE(b.desk.shown.size(), std::size_t(2));
        b.desk.press(b.desk.shown.front().id, QStringLiteral("ack"));
        QTRY_COMPARE(b.acks.size(), 1);
        QCOMPARE(b.acknowledged().id, Db);
    }
    void aReplacedPopupStillNamesWhatItNamedUntilTheDesktopAnswers()
    {
        Bench b;
        b.notifier.announce({alertOf(QStringLiteral("Slow"), Severity::Warning, QStringLiteral("shop"))}, {});
        QTRY_COMPARE(b.desk.shown.size(), std::size_t(1));
        settle();
        b.desk.isHolding = true;
        b.notifier.announce({alertOf(QStringLiteral("Down"), Severity::Critical, QStringLiteral("shop"))}, {});
        QTRY_COMPARE(b.desk.shown.size(), std::size_t(2));
        QCOMPARE(b.desk.latest().replaces, b.desk.shown.front().id);
        b.desk.press(QStringLiteral("ack"));
        QTRY_COMPARE(b.acks.size(), 1);
        QCOMPARE(b.acknowledged().id, QStringLiteral("Slow"));
    }
    void aPressThatOvertakesTheAnswerWaitsForIt()
    {
        Bench b;
        b.desk.isHolding = true;
        b.notifier.announce({alertOf(Db)}, {});
        QTRY_COMPARE(b.desk.shown.size(), std::size_t(1));
        b.desk.press(QStringLiteral("ack"));
        settle();
        QCOMPARE(b.acks.size(), 0);
        b.desk.answer();
        QTRY_COMPARE(b.acks.size(), 1);
        QCOMPARE(b.acknowledged().id, Db);
    }
    void onePressActsOnceAndThePopupGoes()
    {
        Bench b;
        b.notifier.announce({alertOf(Db)}, {});
        QTRY_COMPARE(b.desk.shown.size(), std::size_t(1));
        settle();
        b.desk.press(QStringLiteral("ack"));
        QTRY_COMPARE(b.desk.closed.size(), std::size_t(1));
        b.desk.press(QStringLiteral("ack"));
        b.desk.press(QStringLiteral("default"));
        settle();
        QCOMPARE(b.acks.size(), 1);
        QCOMPARE(b.opens.size(), 0);
    }
    void whatWasNotOfferedIsNotDone()
    {
        Bench b;
        b.notifier.setReadOnly({alertOf(Db).key.source});
        b.notifier.announce({alertOf(Db)}, {});
        QTRY_COMPARE(b.desk.shown.size(), std::size_t(1));
        QVERIFY(!b.desk.latest().actions.contains(QStringLiteral("ack")));
        settle();
        b.desk.press(QStringLiteral("ack"));
        b.desk.press(QStringLiteral("Open"));
        b.desk.press(77, QStringLiteral("default"));
        settle();
        QCOMPARE(b.acks.size() + b.opens.size(), 0);
    }
    void aWarningNeverReplacesACriticalOne()
    {
        Bench b;
        b.notifier.announce({alertOf(Db)}, {});
        QTRY_COMPARE(b.desk.shown.size(), std::size_t(1));
        settle();
        b.notifier.announce({alertOf(Cert, Severity::Warning)}, {});
        QTRY_COMPARE(b.desk.shown.size(), std::size_t(2));
        QCOMPARE(b.desk.latest().replaces, uint(0));
        settle();
        // Within one group the worst stays the one that is named.
        b.notifier.announce({alertOf(QStringLiteral("Down"), Severity::Critical, QStringLiteral("shop"))}, {});
        QTRY_COMPARE(b.desk.shown.size(), std::size_t(3));
        settle();
        b.notifier.announce({alertOf(QStringLiteral("Slow"), Severity::Warning, QStringLiteral("shop"))}, {});
        QTRY_COMPARE(b.desk.shown.size(), std::size_t(4));
        QCOMPARE(b.desk.latest().replaces, b.desk.shown.at(2).id);
        QVERIFY(b.desk.latest().title.contains(QLatin1String("Down")));
        QCOMPARE(b.desk.latest().urgency, uchar(2));
    }
    void whatIsOverGoesAndTheNextIsNamed()
    {
        Bench b;
        const QString shop = QStringLiteral("shop");
        b.notifier.announce({alertOf(Db, Severity::Critical, shop), alertOf(Cert, Severity::Warning, shop)}, {});
        QTRY_COMPARE(b.desk.shown.size(), std::size_t(1));
        settle();
        b.notifier.follow({quiet(alertOf(Db))}, {});
        QTRY_COMPARE(b.desk.shown.size(), std::size_t(2));
        QVERIFY(b.desk.latest().title.contains(Cert));
        QCOMPARE(b.desk.latest().replaces, b.desk.shown.front().id);
        settle();
        b.notifier.follow({}, {alertOf(Cert).key});
        QTRY_COMPARE(b.desk.closed.size(), std::size_t(1));
        QCOMPARE(b.desk.closed.front(), b.desk.latest().id);
    }
    void andMoreCountsWhatIsStillUnseen()
    {
        Bench b;
        const QString shop = QStringLiteral("shop");
        std::vector<AlertKey> rest;
        for (int i = 0; i < 9; ++i) {
            rest.push_back({QStringLiteral("am"), QString::number(i)});
        }
        b.notifier.announce({alertOf(Db, Severity::Critical, shop), alertOf(Cert, Severity::Warning, shop)}, rest);
        QTRY_COMPARE(b.desk.shown.size(), std::size_t(1));
        QVERIFY2(b.desk.latest().body.contains(QLatin1String("10 more")), qPrintable(b.desk.latest().body));
        settle();
        // Four of them end, the popup expires unseen, and one more fires.
        b.notifier.follow({}, {rest.begin(), rest.begin() + 4});
        b.desk.tellClosed(b.desk.latest().id, 1);
        settle();
        b.notifier.announce({alertOf(QStringLiteral("Fuse"), Severity::Critical, shop)}, {});
        QTRY_COMPARE(b.desk.shown.size(), std::size_t(2));
        QVERIFY2(b.desk.latest().body.contains(QLatin1String("7 more")), qPrintable(b.desk.latest().body));
        settle();
        // Dismissed is seen; so is what is looked at in the window.
        b.desk.tellClosed(b.desk.latest().id, 2);
        b.notifier.markSeen();
        settle();
        b.notifier.announce({alertOf(QStringLiteral("Lamp"), Severity::Critical, shop)}, {});
        QTRY_COMPARE(b.desk.shown.size(), std::size_t(3));
        QVERIFY(!b.desk.latest().body.contains(QLatin1String("more")));
    }
    void aStormIsOnePopup()
    {
        Bench b;
        std::vector<Alert> alerts;
        for (int i = 0; i < 20; ++i) {
            alerts.push_back(alertOf(QStringLiteral("A%1").arg(i), Severity::Critical, QStringLiteral("s%1").arg(i)));
        }
        b.notifier.announce(alerts, {});
        settle();
        QCOMPARE(b.desk.shown.size(), std::size_t(1));
        QVERIFY(b.desk.latest().body.contains(QLatin1String("19 more")));
    }
    void idsOfBeforeARestartMeanNothing()
    {
        Bench b;
        b.notifier.announce({alertOf(Cert, Severity::Warning)}, {});
        QTRY_COMPARE(b.desk.shown.size(), std::size_t(1));
        settle();
        b.desk.end();
        settle();
        b.desk.shown.clear();
        b.desk.capabilities = {QStringLiteral("body"), QStringLiteral("body-markup")};
        QVERIFY(b.desk.begin());
        // What nobody has seen is told again, by what this one understands, as a new popup.
        QTRY_COMPARE(b.desk.shown.size(), std::size_t(1));
        QCOMPARE(b.desk.latest().replaces, uint(0));
        QVERIFY(b.desk.latest().actions.isEmpty());
        settle();
        Alert markup = alertOf(Db);
        markup.summary = QStringLiteral("load < 5 & rising");
        b.notifier.announce({markup}, {});
        QTRY_COMPARE(b.desk.shown.size(), std::size_t(2));
        QCOMPARE(b.desk.latest().body, QStringLiteral("load &lt; 5 &amp; rising"));
    }
    void aServiceThatStartsMeanwhile()
    {
        NotificationDesk desk(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));
        Notifier notifier;
        QSignalSpy acks(&notifier, &Notifier::acknowledgeRequested);
        // Asked before it is there, shown once it is.
        QVERIFY(desk.begin());
        notifier.announce({alertOf(Db)}, {});
        QTRY_VERIFY(!desk.shown.empty() && desk.latest().actions.contains(QStringLiteral("ack")));
        settle();
        desk.press(QStringLiteral("ack"));
        QTRY_COMPARE(acks.size(), 1);
    }
    void aServiceThatStartsLaterIsAskedWhatItUnderstands()
    {
        Bench b;
        b.desk.end();
        settle();
        b.notifier.announce({alertOf(Db)}, {});
        QTRY_VERIFY(!b.refusals.isEmpty());
        QVERIFY(b.desk.begin());
        QTRY_COMPARE(b.desk.shown.size(), std::size_t(1));
        QVERIFY(b.desk.latest().actions.contains(QStringLiteral("ack")));
        QTRY_COMPARE(b.refusals.last().at(0).toString(), QString());
    }
    void aRefusalMakesRoomAndIsSaid()
    {
        Bench b;
        b.desk.room = 2;
        b.notifier.announce({alertOf(Db)}, {});
        QTRY_COMPARE(b.desk.shown.size(), std::size_t(1));
        settle();
        b.notifier.announce({alertOf(Cert, Severity::Warning)}, {});
        QTRY_COMPARE(b.desk.shown.size(), std::size_t(2));
        settle();
        // The third is refused: the warning goes, not the critical one.
        b.notifier.announce({alertOf(QStringLiteral("Fuse"))}, {});
        QTRY_COMPARE(b.desk.shown.size(), std::size_t(3));
        QCOMPARE(b.desk.closed, std::vector<uint> {b.desk.shown.at(1).id});
        QVERIFY(b.refusals.isEmpty());
        b.desk.room = -5;
        b.notifier.announce({alertOf(QStringLiteral("Lamp"))}, {});
        QTRY_COMPARE(b.refusals.size(), 1);
        QCOMPARE(b.refusals.front().front().toString(), QStringLiteral("Exceeded maximum"));
        b.desk.room = 5;
        b.notifier.announce({alertOf(QStringLiteral("Bulb"))}, {});
        QTRY_COMPARE(b.refusals.size(), 2);
        QVERIFY(b.refusals.last().front().toString().isEmpty());
    }
    void criticalOnesStayWhereThatDoesNoHarm_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Severity>("severity");
        QTest::addColumn<int>("timeout");
        QTest::newRow("dunst") << QStringLiteral("dunst") << Severity::Critical << 0;
        QTest::newRow("LXQt") << QStringLiteral("lxqt-notificationd") << Severity::Critical << 0;
        QTest::newRow("MATE") << QStringLiteral("Notification daemon") << Severity::Critical << 0;
        QTest::newRow("notification-daemon") << QStringLiteral("Notification Daemon") << Severity::Critical << -1;
        QTest::newRow("notify-osd") << QStringLiteral("notify-osd") << Severity::Critical << -1;
        QTest::newRow("a warning") << QStringLiteral("dunst") << Severity::Warning << -1;
    }
    void criticalOnesStayWhereThatDoesNoHarm()
    {
        QFETCH(const QString, name);
        QFETCH(const Severity, severity);
        NotificationDesk desk(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));
        desk.name = name;
        desk.begin();
        Notifier notifier;
        notifier.announce({alertOf(Db, severity)}, {});
        QTRY_COMPARE(desk.shown.size(), std::size_t(1));
        QTEST(desk.latest().timeout, "timeout");
    }
    void aLongTitleLeavesTheSummaryShort()
    {
        Bench b;
        b.notifier.announce({alertOf(QString(150, u'x'), Severity::Critical, QStringLiteral("checkout"))}, {});
        QTRY_COMPARE(b.desk.shown.size(), std::size_t(1));
        QVERIFY2(b.desk.latest().title.size() <= 60, qPrintable(b.desk.latest().title));
        QVERIFY(b.desk.latest().title.contains(QLatin1String("checkout")));
        QVERIFY(b.desk.latest().body.contains(QString(150, u'x')));
    }
    void switchedOffNothingStays()
    {
        Bench b;
        b.notifier.announce({alertOf(Db)}, {});
        QTRY_COMPARE(b.desk.shown.size(), std::size_t(1));
        settle();
        b.notifier.setEnabled(false);
        QTRY_COMPARE(b.desk.closed.size(), std::size_t(1));
        b.notifier.announce({alertOf(Cert)}, {});
        settle();
        QCOMPARE(b.desk.shown.size(), std::size_t(1));
    }
    void popupsGoWithTheProgram()
    {
        NotificationDesk desk(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));
        desk.begin();
        {
            Notifier notifier;
            notifier.announce({alertOf(Db)}, {});
            QTRY_COMPARE(desk.shown.size(), std::size_t(1));
            settle();
        }
        QTRY_COMPARE(desk.closed.size(), std::size_t(1));
    }
};

int main(int argc, char **argv)
{
    const PrivateBus bus;
    QGuiApplication app(argc, argv);
    TestNotifier test;
    return QTest::qExec(&test, argc, argv);
}

#include "moc_notificationdesk.cpp"
#include "tst_notifier.moc"
