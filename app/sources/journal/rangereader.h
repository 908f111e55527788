#pragma once

#include "app/sources/journal/gateway.h"

#include <deque>

namespace quarterdeck::journal {

/// Entries beyond an end of the range that are looked at for late ones: the journal is in order of arrival, not of time.
inline constexpr int LateEntries = 200;

/// What is to be read.
struct ReadPlan {
    Matches matches;    ///< For the server.
    EntryFilter filter; ///< For us: range, text, levels, and the same fields again.
    TimeRange range;
    int limit = 1000;     ///< Lines wanted, the newest.
    int budget = 100'000; ///< Entries looked at before it gives up on older ones.
    int page = 1000;      ///< Entries per request.
};

/// Reads the newest lines of a range backwards, page by page. Deletes itself when it is done. Thread: io.
class RangeReader : public QObject {
public:
    RangeReader(Gateway &gateway, ReadPlan plan, UtcTime now, CancelToken cancel, QObject *parent);
    Async<LogPage> run();

private:
    void readPage();
    void take(const Result<ParsedPage> &page);
    bool isRead(const ParsedPage &page) const;
    void finish(Result<LogPage> result);
    LogPage collect(bool isWhole);

    Gateway &m_gateway;
    ReadPlan m_plan;
    UtcTime m_now;
    CancelToken m_cancel;
    Reply<LogPage> m_reply;
    std::deque<std::vector<LogLine>> m_pages; ///< Oldest first.
    QByteArray m_before;                      ///< The next page ends before this cursor; empty at first.
    qint64 m_oldestUsec = 0;                  ///< Of the first entry of the oldest page.
    std::size_t m_lines = 0;
    int m_seen = 0;
};

} // namespace quarterdeck::journal
