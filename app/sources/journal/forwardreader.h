#pragma once

#include "app/sources/journal/rangereader.h"

namespace quarterdeck::journal {

/// Reads the oldest lines of a range forwards, page by page. Deletes itself when it is done. Thread: io.
class ForwardReader : public QObject {
public:
    ForwardReader(Gateway &gateway, ReadPlan plan, UtcTime now, CancelToken cancel, QObject *parent);
    Async<LogPage> run();

private:
    void readPage();
    void take(const Result<ParsedPage> &page);
    void finish(Result<LogPage> result);
    LogPage collect(bool isWhole);

    Gateway &m_gateway;
    ReadPlan m_plan;
    UtcTime m_now;
    CancelToken m_cancel;
    Reply<LogPage> m_reply;
    std::vector<LogLine> m_lines;
    QByteArray m_after; ///< The next page begins after this cursor; empty at first.
    qint64 m_newestUsec = 0;
    int m_late = LateEntries; ///< Entries from before the range that the first page begins with.
    int m_asked = 0;          ///< Entries that the last request was for.
    int m_seen = 0;
};

} // namespace quarterdeck::journal
