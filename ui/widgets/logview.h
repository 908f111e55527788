#pragma once

#include "app/domain/logline.h"
#include "ui/theme/theme.h"

#include <QAbstractScrollArea>

#include <deque>
#include <functional>

namespace quarterdeck {

/// Log lines, oldest first, of which only the visible ones are drawn. While it follows, the end stays in view; as soon as the reader
/// scrolls up, new lines never move what is being read. Holds at most 200,000 lines; the oldest go first.
class LogView final : public QAbstractScrollArea {
    Q_OBJECT

public:
    static constexpr int MaxLines = 200'000;
    explicit LogView(const Theme &theme, QWidget *parent = nullptr);

    void setLines(std::vector<LogLine> lines);
    /// Adds newer lines at the end.
    void append(const std::vector<LogLine> &batch);
    void clear();
    int lineCount() const { return int(m_lines.size()); }
    const LogLine &line(int index) const { return m_lines.at(std::size_t(index)); }
    /// Jumps to the end and stays there.
    void setFollowing(bool following);
    bool isFollowing() const { return m_following; }
    /// Line under the keyboard; -1: none.
    int currentLine() const { return m_current; }
    void setCurrentLine(int index);
    /// First line at or after the time comes into view and becomes current.
    void scrollToTime(UtcTime at);
    /// Substring marked in every line; empty: none.
    void setHighlight(const QString &text);
    /// Next or previous line that holds the highlight, or else an error; false when there is none.
    bool findNext(bool forward);
    /// Time of day of a line in the zone shown.
    void setTimeText(std::function<QString(qint64 nanos)> timeText);
    /// Shown while there are no lines.
    void setEmptyText(const QString &sentence);
    /// The selected lines, or the current one, as text.
    QString selectedText() const;

signals:
    void followingChanged(bool following);
    void lineActivated(int index);
    void currentLineChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;

private:
    void updateScrollBars();
    void moveTo(int index, bool extend);
    void paintLine(QPainter &painter, const QRectF &row, int index) const;
    int lineAt(const QPoint &position) const;
    QString shownText(int index) const;
    void measure(int from);
    void trim();

    const Theme &m_theme;
    std::deque<LogLine> m_lines;
    std::function<QString(qint64)> m_timeText;
    QString m_highlight;
    QString m_emptyText;
    qsizetype m_widest = 0; // Units: bytes.
    int m_current = -1;
    int m_anchor = -1;
    bool m_following = true;
    bool m_adjusting = false;
};

} // namespace quarterdeck
