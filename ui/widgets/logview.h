#pragma once

#include "app/domain/logline.h"
#include "ui/theme/theme.h"

#include <QAbstractScrollArea>

#include <functional>
#include <memory>
#include <vector>

namespace quarterdeck {

/// Log lines, oldest first, of which only the visible ones are drawn. While it follows, the end stays in view; as soon as the reader
/// scrolls up, new lines never move what is being read. Holds at most 200,000 lines; the oldest go first.
class LogView final : public QAbstractScrollArea {
    Q_OBJECT

public:
    static constexpr int MaxLines = 200'000;
    explicit LogView(const Theme &theme, QWidget *parent = nullptr);
    ~LogView() override;

    /// Replaces everything; the reading position is that of the end while following.
    void setLines(std::vector<LogLine> lines);
    /// Adds newer lines at the end.
    void append(const std::vector<LogLine> &batch);
    /// Adds older lines before all others, the newest of them where there is not room for all; what is being read stays where it is.
    /// Returns how many.
    int prepend(std::vector<LogLine> batch);
    void clear() { setLines({}); }
    int lineCount() const;
    const LogLine &line(int index) const;
    /// Jumps to the end and stays there.
    void setFollowing(bool following);
    bool isFollowing() const;
    /// Line under the keyboard; -1: none.
    int currentLine() const;
    void setCurrentLine(int index);
    /// First line at or after the time comes into view and becomes current.
    void scrollToTime(UtcTime at);
    /// Substring marked in every line; empty: none.
    void setHighlight(const QString &text);
    /// Next or previous line that holds the highlight, or else an error; false when there is none.
    bool findNext(bool forward);
    /// Time of day of a line in the zone shown.
    void setTimeText(std::function<QString(qint64 nanos)> timeText);
    /// Where the times begin, for a view that stands in a padded pane. Units: pixels from the edge.
    void setInset(int pixels);
    /// Shown while there are no lines.
    void setEmptyText(const QString &sentence);
    /// The selected lines, or the current one, as text.
    QString selectedText() const;

signals:
    /// The view began or stopped to stay at the end.
    void followingChanged(bool following);
    /// Enter or a double click on a line.
    void lineActivated(int index);
    void currentLineChanged(int index);

protected:
    bool event(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace quarterdeck
