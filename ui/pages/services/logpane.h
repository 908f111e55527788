#pragma once

#include "app/core/async.h"
#include "app/domain/freshness.h"
#include "app/domain/logline.h"
#include "app/domain/service.h"
#include "ui/pages/api/page.h"

#include <QTimer>

namespace quarterdeck {

class HistogramBar;
class LogTail;
class LogView;
class SectionHead;
struct LogSummary;

/// Histogram and lines of a service's log, followed while it is seen; the head says what is complete, or what
/// was not read, as the bars do. Thread: main.
class LogPane final : public QWidget {
    Q_OBJECT

public:
    LogPane(const PageContext &context, QWidget *parent = nullptr);
    ~LogPane() override;
    /// Shows the log of this service.
    void setService(const Service &service);
    /// Moves the keyboard to the lines.
    void focusLines();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void connectAll();
    void reload();
    void refreshHistogram();
    void follow();
    void stopFollowing();
    void acceptPage(const Result<Dated<LogPage>> &page);
    void acceptTail(const std::vector<LogLine> &lines);
    void describe();
    QStringList coverage(const LogSummary &summary, TimeRange asked) const;
    LogQuery query() const;
    bool isLive() const;

    const PageContext m_context;
    SectionHead *m_head;
    HistogramBar *m_bar;
    LogView *m_view;
    Service m_service;
    LogPage m_page;
    LogHistogram m_histogram;
    QStringList m_sources; // that were asked
    QString m_problem;
    QString m_interruption;
    UtcTime m_staleSince;
    bool m_isLoaded = false;
    bool m_isFollowing = false;
    std::stop_source m_stop;
    std::unique_ptr<LogTail> m_tail;
    QTimer m_timer;
};

} // namespace quarterdeck
