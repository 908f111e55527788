#pragma once

#include "app/sources/pagerduty/reader.h"

#include <QSet>

namespace quarterdeck::pagerduty {

/// One poll: page after page of what is open, then the logs that tell a snooze, then the maintenance windows. One request at a time, as PagerDuty
/// asks for. Deletes itself when it is over. Thread: io.
class Round final : public QObject {
public:
    /// A child of `reader`.
    Round(Reader &reader, CancelToken cancel);
    /// To be called once.
    Async<AlertPage> run();

private:
    void askPage(int offset);
    void takePage(Page<Incident> page, int offset);
    void stepBack(int offset);
    void stepOn(int offset, int served, bool hasNews);
    bool joins(const Page<Incident> &page) const;
    bool add(std::vector<Incident> incidents);
    void lack(const Error &error);
    void askLogs();
    void takeLog(const QString &id, UtcTime until, const Result<std::vector<LogEntry>> &log);
    /// The maintenance windows, where they may be others than last time.
    void askWindows();
    void takeWindows(Result<Page<MaintenanceWindow>> page);
    void conclude();
    void finish(Result<AlertPage> snapshot);

    Reader &m_reader;
    CancelToken m_cancel;
    Reply<AlertPage> m_reply;
    std::vector<Incident> m_incidents;
    QSet<QString> m_ids;
    qint64 m_highest = 0;         ///< Number of the newest incident so far.
    std::optional<Error> m_lacks; ///< Why this is not all that is open.
    std::optional<Error> m_remark;
    int m_stepsBack = 0;
    int m_logs = 0;
    bool m_isBack = false; ///< The page that was asked for last may hold nothing new.
};

} // namespace quarterdeck::pagerduty
