#pragma once

#include "models/logfollow.h"
#include "ui/pages/api/page.h"

#include <QTimer>

class QPushButton;

namespace quarterdeck {

class HistogramBar;
class LogView;
class SectionHead;
struct LogSummary;

/// Histogram and lines of one log, followed while it is seen; the head says what is complete, or what was not read, as the bars do, and
/// earlier lines can be loaded. Thread: main.
class LogPane final : public QWidget {
    Q_OBJECT

public:
    /// `name` begins the names of its parts: "serviceLog" has "serviceLogHead", "serviceLogHistogram", "serviceLogLines", "serviceLogEarlier".
    LogPane(const PageContext &context, const QString &name, QWidget *parent = nullptr);
    /// Shows what this asks for, in the range that all pages share. `nothing` is said where no line matches.
    void setQuery(const LogQuery &query, const QString &nothing);
    /// Moves the keyboard to the lines.
    void focusLines();
    /// Reads the lines before those that are shown.
    void loadEarlier();
    /// Stops taking new lines in, or goes on: what came meanwhile is read then.
    void setPaused(bool paused);
    bool isPaused() const { return m_isPaused; }
    LogView &view() { return *m_view; }
    const LogView &view() const { return *m_view; }
    const LogFollow::State &state() const { return m_log.state(); }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void connectAll();
    void connectLog();
    void reload();
    void acceptLines(const std::vector<LogLine> &lines);
    void refresh();
    QStringList parts(const LogSummary &summary, TimeRange asked) const;
    QStringList coverage(const LogSummary &summary, TimeRange asked) const;
    QString problem() const;
    bool isLive() const;

    const PageContext m_context;
    LogFollow m_log;
    SectionHead *m_head;
    QPushButton *m_earlier;
    HistogramBar *m_bar;
    LogView *m_view;
    std::optional<LogQuery> m_query;
    QString m_nothing;
    bool m_isPaused = false;
    QTimer m_timer;
};

} // namespace quarterdeck
