#pragma once

#include "app/sources/api/timelineface.h"
#include "app/sources/pagerduty/reader.h"

namespace quarterdeck::pagerduty {

/// How much of the log was good to read at once the last time: a guess for the next portion.
struct LogSpan {
    Millis length {30LL * 86'400'000};
};

/// One portion of the log of the account, page after page of one stretch of time. A stretch with more entries than are good for one portion, or
/// than PagerDuty gives, is halved. One request at a time. Deletes itself when it is over. Thread: io.
class LogRound final : public QObject {
public:
    /// A child of `reader`. `clock` and `span` outlive it.
    LogRound(Reader &reader, const Clock &clock, LogSpan &span, const TimelineCursor &since, CancelToken cancel);
    /// To be called once.
    Async<TimelinePage> run();

private:
    void ask(int offset);
    void take(Page<SourceEvent> page, int offset);
    /// Takes a shorter stretch; false where it is as short as can be.
    bool shorten();
    void lack(const Error &why);
    void conclude();
    void finish(Result<TimelinePage> page);

    Reader &m_reader;
    const Clock &m_clock;
    LogSpan &m_span;
    CancelToken m_cancel;
    UtcTime m_begin;   ///< What lies before was read.
    TimeRange m_range; ///< From a little earlier on.
    TimelinePage m_page;
    Reply<TimelinePage> m_reply;
};

} // namespace quarterdeck::pagerduty
