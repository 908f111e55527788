#include "tests/support/accessibilitywalk.h"
#include "tests/support/inboxfixture.h"
#include "tests/support/uistage.h"

#include "pages.h"
#include "ui/shell/mainwindow.h"

#include <QAction>
#include <QDialog>

using namespace quarterdeck;

/// WCAG 2.5.8: whatever a mouse can do something at is at least 24 x 24 pixels, on every page as it is filled, in every sheet, dense or not.
class TestTargets : public QObject {
    Q_OBJECT

    InboxFixture m_fakes;
    std::unique_ptr<MainWindow> m_window;

    void settle() const
    {
        QCoreApplication::processEvents();
        QTest::qWait(50);
    }

private slots:
    void initTestCase()
    {
        setStage(m_fakes.theme, Theme::Scheme::Light);
        InboxFixture &f = m_fakes;
        f.fill();
        f.reader.serviceList.front().dependsOn = {QStringLiteral("identity"), QStringLiteral("search")};
        f.preferences.backendList = {{QStringLiteral("am-eu"), QStringLiteral("alertmanager"), {QStringLiteral("https://am.example")}, {}},
            {QStringLiteral("prom-eu"), QStringLiteral("prometheus"), {QStringLiteral("https://prom.example")}, {}}};
        f.library.add({QStringLiteral("CheckoutErrorBudgetBurn"), QStringLiteral("/books/burn.md"), QStringLiteral("Checkout burns"),
                          QStringLiteral("checkout"), QStringLiteral("payments"), {}, {}, 2, {}},
            "# Checkout burns\n\n1. Look at it\n\n       kubectl get pods\n\n2. Restart it\n");
        m_window = std::make_unique<MainWindow>(MainWindow::Parts {f.reader, f.outbox, f.sources, f.telemetry, f.onCall, f.runLog, f.library,
                                                    f.preferences, f.secrets, f.editor, f.time, f.clock, f.theme},
            registeredPages());
        QVERIFY(showAndWait(*m_window, {1440, 900}));
        QTRY_VERIFY(m_window->isActiveWindow());
    }
    void cleanupTestCase() { m_window.reset(); }

    void everyPlace_data()
    {
        QTest::addColumn<Destination>("place");
        for (const QString &id : m_window->pageIds()) {
            QTest::newRow(qPrintable(id)) << Destination {id, {}, {}};
        }
        QTest::newRow("alert") << Destination {QStringLiteral("inbox"), m_fakes.reader.alertList.front().key.toString(), {}};
        QTest::newRow("service") << Destination {QStringLiteral("services"), QStringLiteral("checkout"), {}};
        QTest::newRow("runbook") << Destination {QStringLiteral("runbooks"), QStringLiteral("CheckoutErrorBudgetBurn"), {}};
    }
    void everyPlace()
    {
        QFETCH(Destination, place);
        m_window->go(place);
        settle();
        QCOMPARE(tinyTargets(*m_window), QStringList());
        m_window->resize(1024, 700);
        settle();
        QCOMPARE(tinyTargets(*m_window), QStringList());
        m_window->resize(1440, 900);
    }

    void everySheet_data()
    {
        QTest::addColumn<QString>("action");
        for (const char *action : {"inbox.silence", "inbox.note", "inbox.extendUntil"}) {
            QTest::newRow(action) << QString::fromLatin1(action);
        }
    }
    void everySheet()
    {
        QFETCH(QString, action);
        // The acknowledged one: it has a silence to extend.
        m_window->go({QStringLiteral("inbox"), m_fakes.reader.alertList[2].key.toString(), {}});
        settle();
        auto *verb = m_window->findChild<QAction *>(action);
        QVERIFY(verb != nullptr);
        verb->trigger();
        QTRY_VERIFY(QApplication::activeModalWidget() != nullptr);
        QWidget *sheet = QApplication::activeModalWidget();
        settle();
        const QStringList tiny = tinyTargets(*sheet);
        sheet->close();
        QCOMPARE(tiny, QStringList());
    }

    void theWalkFindsAFlatButton()
    {
        QWidget window;
        auto *flat = new QWidget(&window);
        flat->setCursor(Qt::PointingHandCursor);
        flat->setGeometry(0, 0, 80, 18);
        QVERIFY(showAndWait(window, {200, 100}));
        QCOMPARE(tinyTargets(window).size(), 1);
    }
};

QTEST_MAIN(TestTargets)
#include "tst_targets.moc"
