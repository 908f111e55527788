#include "tests/support/fakeclock.h"
#include "tests/support/uistage.h"
#include "ui/pages/inbox/alertlist.h"

#include <QPaintEvent>
#include <QScreen>
#include <QScrollBar>

using namespace quarterdeck;

namespace {

std::vector<Alert> makeAlerts(int count)
{
    std::vector<Alert> alerts;
    for (int i = 0; i < count; ++i) {
        Alert alert;
        alert.key = {QStringLiteral("am"), QString::number(i)};
        alert.title = QStringLiteral("HighErrorRate%1").arg(i);
        alert.summary = QStringLiteral("Errors on node %1").arg(i * 7919);
        alert.severity = i % 3 == 0 ? Severity::Critical : Severity::Warning;
        alert.startsAt = {1'795'000'000'000 - i * 61'000LL};
        alerts.push_back(alert);
    }
    return alerts;
}

/// Adds up how much of the viewport was painted. Units: pixels.
class PaintedArea : public QObject {
public:
    int rows = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            for (const QRect &rect : static_cast<QPaintEvent *>(event)->region()) {
                rows += rect.height();
            }
        }
        return false;
    }
};

} // namespace

// What scrolling leaves on the screen.
class TestInboxScroll : public QObject {
    Q_OBJECT

    FakeClock m_clock {UtcTime {1'795'000'000'000}};
    Theme m_theme;
    TimeControl m_time {m_clock};
    AlertModel m_model;
    std::unique_ptr<AlertList> m_list;

    QImage onScreen() const { return m_list->screen()->grabWindow(m_list->winId()).toImage().convertToFormat(QImage::Format_RGB32); }
    QImage paintedAnew() const { return m_list->grab().toImage().convertToFormat(QImage::Format_RGB32); }

private slots:
    void initTestCase()
    {
        setStage(m_theme, Theme::Scheme::Light);
        m_model.arrange(AlertGrouping::None, AlertSort::SeverityAge);
        m_model.load(makeAlerts(500));
        m_list = std::make_unique<AlertList>(m_theme, m_clock, m_time, m_model);
        QVERIFY(showAndWait(*m_list, {900, 500}));
    }
    void aStepPaintsOnlyWhatComesIntoSight()
    {
        m_list->verticalScrollBar()->setValue(1000);
        QTest::qWait(20);
        PaintedArea area;
        m_list->viewport()->installEventFilter(&area);
        m_list->verticalScrollBar()->setValue(1000 + 3 * m_theme.rowHeight());
        QTRY_VERIFY(area.rows > 0);
        QTest::qWait(20);
        QVERIFY2(area.rows < m_list->viewport()->height() / 2, qPrintable(QString::number(area.rows)));
    }
    void whatWasMovedIsWhatWouldBePainted_data()
    {
        QTest::addColumn<int>("step");
        for (const int step : {1, 7, 96, -7, -300, 5000}) {
            QTest::addRow("%d", step) << step;
        }
    }
    void whatWasMovedIsWhatWouldBePainted()
    {
        QFETCH(int, step);
        m_list->verticalScrollBar()->setValue(5000);
        QTest::qWait(20);
        const QImage before = onScreen();
        for (int i = 0; i < 5; ++i) {
            m_list->verticalScrollBar()->setValue(m_list->verticalScrollBar()->value() + step);
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(onScreen(), paintedAnew());
        QVERIFY(onScreen() != before);
    }
    void belowTheLastRowIsOnlyGround()
    {
        AlertModel few;
        few.load(makeAlerts(2));
        AlertList list(m_theme, m_clock, m_time, few);
        QVERIFY(showAndWait(list, {900, 500}));
        const QImage picture = list.screen()->grabWindow(list.winId()).toImage();
        for (int y = 400; y < 480; y += 10) {
            QCOMPARE(picture.pixelColor(300, y), m_theme.color(Token::Window));
        }
    }
};

QTEST_MAIN(TestInboxScroll)
#include "tst_inboxscroll.moc"
