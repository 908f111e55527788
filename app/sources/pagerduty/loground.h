#pragma once

#include "app/sources/api/timelineface.h"
#include "app/sources/pagerduty/reader.h"

namespace quarterdeck::pagerduty {

/// How much of the log was good to read at once the last time: a guess for the next portion.
struct LogSpan {
    Millis length {30LL * 86'400'000};
    bool hasChanges = true; ///< The account lets us read what was changed at its services.
};

/// One portion of the log of the account, page after page of one stretch of time, and what was changed before the incidents that it opens. A stretch
/// with more entries than are good for one portion, or than PagerDuty gives, is halved. One request at a time. Deletes itself when it is over.
/// Thread: io.
class LogRound final : public QObject {
public:
    /// A child of `reader`. `clock` and `span` outlive it.
    LogRound(Reader &reader, const Clock &clock, LogSpan &span, const TimelineCursor &since, CancelToken cancel);
    /// To be called once.
    Async<TimelinePage> run();

private:
    void ask(int offset);
    void take(AccountLogPage page, int offset);
    void askChanges(int offset);
    void takeChanges(Page<ChangeEvent> page, int offset);
    void missChanges(const Error &error);
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
    std::vector<Opening> m_openings;
    std::vector<ChangeEvent> m_changes;
    Reply<TimelinePage> m_reply;
};

} // namespace quarterdeck::pagerduty
