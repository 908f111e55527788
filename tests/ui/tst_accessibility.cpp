#include "tests/support/accessibilitywalk.h"
#include "tests/support/fakepage.h"
#include "tests/support/uistage.h"

#include "pages.h"
#include "ui/shell/mainwindow.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace quarterdeck;

// Every page of the registry in the real window: whatever takes the focus has a name, is large enough, and lets the focus go again.
class TestAccessibility : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void theWalkFindsWhatItLooksFor();
    void everyPage_data();
    void everyPage();

private:
    FakePage m_fakes;
    std::unique_ptr<MainWindow> m_window;
};

void TestAccessibility::initTestCase()
{
    setStage(m_fakes.theme, Theme::Scheme::Light);
    FakePage &f = m_fakes;
    m_window = std::make_unique<MainWindow>(MainWindow::Parts {f.reader, f.outbox, f.sources, f.telemetry, f.onCall, f.runLog, f.library,
                                                f.preferences, f.secrets, f.editor, f.time, f.clock, f.theme},
        registeredPages());
    QVERIFY(showAndWait(*m_window, {1440, 900}));
    QTRY_VERIFY(m_window->isActiveWindow());
}

void TestAccessibility::theWalkFindsWhatItLooksFor()
{
    // A walk that cannot fail would prove nothing.
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *nameless = new QLineEdit(&window);
    column->addWidget(nameless);
    auto *trap = new QWidget(&window);
    trap->setFocusPolicy(Qt::StrongFocus);
    trap->setFixedSize(10, 10);
    column->addWidget(trap);
    QVERIFY(showAndWait(window, {200, 100}));
    QCOMPARE(namelessWidgets(window).size(), 2);
    QCOMPARE(tinyTargets(window).size(), 1);
    nameless->setAccessibleName(QStringLiteral("Name"));
    QCOMPARE(namelessWidgets(window).size(), 1);
    window.close();
    m_window->activateWindow();
    QTRY_VERIFY(m_window->isActiveWindow());
}

void TestAccessibility::everyPage_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : m_window->pageIds()) {
        QTest::newRow(qPrintable(id)) << id;
    }
}

void TestAccessibility::everyPage()
{
    QFETCH(QString, id);
    m_window->go({id, {}, {}});
    QCOMPARE(m_window->currentPageId(), id);
    QCoreApplication::processEvents();
    QCOMPARE(namelessWidgets(*m_window), QStringList());
    QCOMPARE(tinyTargets(*m_window), QStringList());
    QCOMPARE(keyboardTraps(*m_window), QStringList());
    takePicture(*m_window, QStringLiteral("empty-") + id);
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
