#pragma once

#include "app/core/async.h"
#include "app/core/clock.h"
#include "app/domain/alertexpression.h"
#include "app/domain/freshness.h"
#include "app/domain/logline.h"
#include "models/timelinemodel.h"
#include "ui/pages/api/page.h"
#include "ui/pages/api/timecontrol.h"
#include "ui/theme/theme.h"

#include <QTimer>

#include <stop_token>

namespace quarterdeck {

/// Fetches what the detail pane shows of one alert beside the alert itself. Waits a moment first, so that moving through a long list
/// costs nothing, and takes back what it asked when another alert comes. Thread: main.
class DetailLoader final : public QObject {
    Q_OBJECT

public:
    /// The values the alert is about.
    struct Chart {
        AlertExpression expression;
        std::vector<Series> series;
        TimeRange range;
        bool isLive = false;
        UtcTime asOf;
        std::optional<Error> error;
        QStringList warnings;      ///< Of the source: what is shown may not be whole.
        bool isPartlyLive = false; ///< Not live, but a part of it is.
    };
    /// Lines on both sides of the onset, as many before as after it where there are enough.
    struct Logs {
        LogPage page; ///< isTruncated: there are more, on one side or both, within what was asked for.
        bool isLive = false;
        UtcTime asOf;
        std::optional<Error> error;
        QStringList asked;         ///< The log sources.
        bool isPartlyLive = false; ///< Not live, but a part of it is.
        bool isSettled = true;     ///< False: the other side has not come yet.
    };
    explicit DetailLoader(const PageContext &context, QObject *parent = nullptr);
    ~DetailLoader() override;

    /// Loads for this alert after the pause; the same alert again loads nothing new.
    void load(const Alert &alert, const std::vector<Label> &logFields);
    /// More lines before or after those that are there; logsLoaded() brings all of them.
    void loadMoreLogs(bool isEarlier);
    /// Reads the story again: notes, history or outbox changed.
    void reloadStory();
    void cancel();
    /// Units: ms between the last move and the first question.
    void setPause(int ms) { m_pause.setInterval(ms); }

signals:
    /// The timeline of the alert has come.
    void storyLoaded(const std::vector<quarterdeck::TimelineEvent> &events);
    /// The values around the onset have come, or why not.
    void chartLoaded(const quarterdeck::DetailLoader::Chart &chart);
    /// The log lines around the onset have come, or why not.
    void logsLoaded(const quarterdeck::DetailLoader::Logs &logs);
    /// The story could not be read, in words for a person.
    void storyFailed(const QString &why);

private:
    void start();
    void loadChart(CancelToken token);
    void loadSeries(const AlertExpression &expression, CancelToken token);
    void loadLogs(CancelToken token);
    void askLogs(TimeRange range, bool isAfter, CancelToken token);
    void takeLogs(const Result<Dated<LogPage>> &answer, TimeRange range, bool isAfter);
    void loadStory(CancelToken token);
    UtcTime onset() const;

    PageContext m_context;
    QTimer m_pause;
    std::stop_source m_cancel;
    Alert m_alert;
    std::vector<Label> m_logFields;
    Logs m_logs;
    int m_logsAwaited = 0;
};

} // namespace quarterdeck
