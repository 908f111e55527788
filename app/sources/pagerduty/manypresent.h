#pragma once

#include "app/sources/pagerduty/reader.h"

namespace quarterdeck::pagerduty {

/// Several incidents as they are now.
struct ManyPresent {
    QHash<QString, Incident> incidents;         ///< By id; what PagerDuty does not have is not in it.
    QHash<QString, std::vector<LogEntry>> logs; ///< By id, since the time asked for.
};

/// Reads several incidents: page by page what is open, as long as that is worth it, then one by one those that no page had; and, where a time
/// is given, what was done to them since then. One request at a time. Deletes itself when it is done. Thread: io.
class ManyGathering final : public QObject {
public:
    /// A child of `reader`. `logSince` invalid: no log is wanted.
    ManyGathering(Reader &reader, QStringList ids, TimeRange log, CancelToken cancel);
    /// Errors: those of the reader; what PagerDuty does not have is none.
    Async<ManyPresent> run();

private:
    void readPage(int offset, int pages);
    void readRest();
    void readLog(int offset, int pages);
    /// The logs of each, where that of the account is too long.
    void readLogs();
    void finish(Result<ManyPresent> present);

    Reader &m_reader;
    QStringList m_missing; ///< Not read yet.
    QStringList m_unread;  ///< Whose log is not read yet.
    TimeRange m_log;
    CancelToken m_cancel;
    ManyPresent m_present;
    Reply<ManyPresent> m_reply;
};

} // namespace quarterdeck::pagerduty
