#pragma once

#include "app/sources/loki/lokiserver.h"

#include <QSet>

#include <deque>

namespace quarterdeck::loki {

/// What is read of one question. Units of times: nanoseconds since the epoch; `to` is left out.
struct ReadPlan {
    QString query;
    qint64 from = 0;
    qint64 to = 0;
    int limit = 1'000;      ///< At least so many lines are read, where there are so many.
    bool isForward = false; ///< The oldest first.
};

/// What was read, oldest first.
struct ReadLines {
    std::vector<LogLine> lines;
    qint64 from = 0;     ///< Every line from here on ...
    qint64 to = 0;       ///< ... up to here (left out) is there, but for what `lacks` says.
    bool isWhole = true; ///< The whole of the plan's range was read.
    std::vector<Error> lacks;
    std::optional<qint64> gapAt; ///< The instant nearest to where the reading began that may not be whole.
};

/// Reads lines page by page. Loki has no cursor: each page begins again at the last instant of the one before, and what is known is left out. An
/// instant that fills a page is asked for with the largest one; where it fills that, too, the rest cannot be had. Deletes itself. Thread: io.
class LineReader final : public QObject {
public:
    LineReader(LokiServer &server, ReadPlan plan, CancelToken cancel, QObject *parent);
    Async<ReadLines> run();

private:
    void readPage();
    void take(const Result<LinesReply> &reply);
    void refused(const Refusal &refusal);
    void takeLines(const LinesAnswer &answer);
    /// Goes on at an instant of which some lines are known.
    void goOnAt(qint64 instant, const std::vector<LogLine> &lines);
    void skip(qint64 instant);
    void finish();
    void finish(Result<ReadLines> result);

    LokiServer &m_server;
    ReadPlan m_plan;
    CancelToken m_cancel;
    Reply<ReadLines> m_reply;
    qint64 m_from; ///< What is still to be read.
    qint64 m_to;
    qint64 m_asksFrom = 0; ///< What is being read of it.
    qint64 m_asksTo = 0;
    int m_page;
    std::size_t m_count = 0;
    std::deque<std::vector<LogLine>> m_pages;
    QSet<QString> m_known; ///< Lines of the instant that the next page begins with.
    ReadLines m_read;
};

} // namespace quarterdeck::loki
