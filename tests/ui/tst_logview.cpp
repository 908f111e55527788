#include "tests/support/uistage.h"
#include "tests/ui/widgetinputs.h"
#include "ui/widgets/logtext.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/plainlabel.h"

#include <QScrollBar>

using namespace quarterdeck;

class TestLogView : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { setStage(m_theme, Theme::Scheme::Dark); }

    void logViewKeepsTheReadingPosition();
    void logViewHoldsAtMostItsLimit();
    void logViewNeverInterpretsALine();

private:
    Theme m_theme;
};

void TestLogView::logViewKeepsTheReadingPosition()
{
    LogView view(m_theme);
    QVERIFY(showAndWait(view, {600, 300}));
    std::vector<LogLine> lines;
    for (int i = 0; i < 1000; ++i) {
        lines.push_back(logLine(i, LogLevel::Info, QByteArray::number(i)));
    }
    view.setLines(lines);
    QVERIFY(view.isFollowing());
    QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
    view.verticalScrollBar()->setValue(400);
    QVERIFY(!view.isFollowing());
    view.append({logLine(1001, LogLevel::Error, "new")});
    QCOMPARE(view.verticalScrollBar()->value(), 400);
    view.setFollowing(true);
    view.append({logLine(1002, LogLevel::Error, "newer")});
    QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
    QVERIFY(view.findNext(false) || view.currentLine() == -1);
}

void TestLogView::logViewHoldsAtMostItsLimit()
{
    LogView view(m_theme);
    view.resize(600, 300);
    std::vector<LogLine> lines(std::size_t(LogView::MaxLines), logLine(0, LogLevel::Info, "old"));
    view.setLines(lines);
    view.setFollowing(false);
    view.verticalScrollBar()->setValue(5000);
    view.append({logLine(1, LogLevel::Info, "new"), logLine(2, LogLevel::Info, "newest")});
    QCOMPARE(view.lineCount(), LogView::MaxLines);
    QCOMPARE(view.verticalScrollBar()->value(), 4998);
    QCOMPARE(view.line(LogView::MaxLines - 1).text, QByteArray("newest"));
}

void TestLogView::logViewNeverInterpretsALine()
{
    LogLine line = logLine(0, LogLevel::Error, "\x1b[31mred\x1b[0m <img src='/dev/zero'>\nnext \xff");
    QCOMPARE(logText(line), QStringLiteral("red <img src='/dev/zero'>⏎next \uFFFD"));
    line.text = QByteArray(2'000'000, 'x');
    QVERIFY(logText(line).size() <= 4098);
    QVERIFY(logText(line).endsWith(QChar(0x2026)));
}

QTEST_MAIN(TestLogView)
#include "tst_logview.moc"
