#pragma once

#include "ui/widgets/logtext.h"
#include "ui/widgets/logview.h"

#include <QScrollBar>

#include <deque>

class QKeyEvent;
class QMouseEvent;
class QPainter;

namespace quarterdeck {

/// Lines, place and look of a LogView.
class LogView::Private {
public:
    Private(LogView &theView, const Theme &theTheme)
        : view(theView)
        , theme(theTheme)
    {
    }
    int count() const { return int(lines.size()); }
    const LogLine &at(int index) const { return lines.at(std::size_t(index)); }
    int top() const { return view.verticalScrollBar()->value(); }
    int page() const { return view.verticalScrollBar()->pageStep(); }
    void measure(int from, int to);
    void takeOver(int before);
    void updateScrollBars();
    void moveTo(int index, bool extend);
    void paint();
    void paintLine(QPainter &painter, const QRectF &row, int index) const;
    int lineAt(const QPoint &position) const;
    QRect placeOf(int line) const { return {0, (line - top()) * theme.logRowHeight(), view.width(), theme.logRowHeight()}; }
    QString shownText(int index) const;
    bool key(const QKeyEvent &event);
    void press(const QMouseEvent &event);

    LogView &view;
    const Theme &theme;
    std::deque<LogLine> lines;
    /// Of a line, from nanoseconds since the epoch.
    std::function<QString(qint64)> timeText = localLogTime;
    qreal inset = 14; // Units: px.
    QString highlight;
    QString emptyText;
    qsizetype widest = 0; // Units: bytes.
    int current = -1;
    int anchor = -1;
    bool isFollowing = true;
    bool isAdjusting = false;
};

} // namespace quarterdeck
