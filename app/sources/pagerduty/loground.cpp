#include "app/sources/pagerduty/loground.h"

#include "app/core/asynctake.h"

#include <algorithm>

namespace quarterdeck::pagerduty {

namespace {

// What is told of before we first looked. PagerDuty gives six months at most.
constexpr Millis LookBack {30LL * 86'400'000};
constexpr Millis LongestSpan = LookBack;
// An entry may come late, and our clock and theirs may differ: a portion begins a little before the end of the one before.
constexpr Millis LogOverlap {600'000};
constexpr Millis ShortSpan {1'200'000};
constexpr Millis ShortestSpan {2'000};
// Of one portion, unless it is of a short time.
constexpr int MostRows = 1'000;
constexpr int FewRows = MostRows / 4;
constexpr int HalvedAtOnce = 3;
constexpr int MostChangeRows = 1'000;

Error missing(const QString &what)
{
    return Error {ErrorKind::TooLarge, what, {}, 0, std::nullopt};
}

} // namespace

LogRound::LogRound(Reader &reader, const Clock &clock, LogSpan &span, const TimelineCursor &since, CancelToken cancel)
    : QObject(&reader)
    , m_reader(reader)
    , m_clock(clock)
    , m_span(span)
    , m_cancel(std::move(cancel))
{
    const UtcTime now {m_clock.now().ms / 1000 * 1000};
    const UtcTime oldest = now - LookBack;
    const UtcTime begin = parseRfc3339(since.text).value_or(oldest);
    if (begin < oldest && !since.text.isEmpty()) {
        lack(missing(QStringLiteral("The log between %1 and %2 was not read").arg(toRfc3339(begin), toRfc3339(oldest))));
    }
    // One from a clock that was ahead is read again.
    m_begin = std::clamp(begin, oldest, now);
    m_range = {m_begin - LogOverlap, std::min(now, m_begin + m_span.length)};
}

Async<TimelinePage> LogRound::run()
{
    const auto future = m_reply.future();
    ask(0);
    return future;
}

void LogRound::ask(int offset)
{
    // Whether the end belongs to the range is not documented.
    const TimeRange asked {m_range.from, m_range.to + Millis(1'000)};
    thenTake(m_reader.accountLog(asked, offset, m_cancel), this, [this, offset](Result<AccountLogPage> result) {
        if (result) {
            take(std::move(*result), offset);
        } else if (result.error().httpStatus == 400 && shorten()) {
            ask(0);
        } else {
            finish(tl::unexpected(std::move(result.error())));
        }
    });
}

void LogRound::take(AccountLogPage page, int offset)
{
    if (page.problem) {
        lack(*page.problem);
    }
    std::ranges::move(page.items, std::back_inserter(m_page.events));
    std::ranges::move(page.openings, std::back_inserter(m_openings));
    const qint64 next = offset + qint64(page.served);
    if (!page.hasMore) {
        m_span.length = next < FewRows ? std::min(m_span.length * 2, LongestSpan) : m_span.length;
        askChanges(0);
        return;
    }
    if (page.served == 0) {
        finish(fail(ErrorKind::BadPayload, QStringLiteral("The server says that there are more log entries and does not give them")));
        return;
    }
    const bool isEnough = next >= MostRows && (m_range.length() > ShortSpan || m_range.from < m_begin);
    if ((isEnough || next + PageSize > LastReachable) && shorten()) {
        // Where even a short time has more than there is to be had, half of it has too.
        for (int i = 0; i < HalvedAtOnce && !isEnough; ++i) {
            shorten();
        }
        ask(0);
    } else if (next + PageSize <= LastReachable) {
        ask(int(next));
    } else {
        lack(missing(QStringLiteral("There are more log entries of %1 than PagerDuty lists").arg(toRfc3339(m_begin))));
        askChanges(0);
    }
}

bool LogRound::shorten()
{
    if (m_range.length() <= ShortestSpan) {
        return false;
    }
    const auto seconds = [](Millis span) { return Millis(span.count() / 1000 * 1000); };
    const Millis before = m_begin - m_range.from;
    if (m_range.length() <= ShortSpan && before > Millis(0)) {
        // What was told before already goes first.
        m_range.from = m_begin - seconds(before / 10);
    } else {
        m_range.to = m_begin + std::max(Millis(1'000), seconds((m_range.to - m_begin) / 2));
        m_span.length = m_range.to - m_begin;
    }
    return true;
}

void LogRound::askChanges(int offset)
{
    std::erase_if(m_openings, [](const Opening &opening) { return opening.service.isEmpty(); });
    if (m_openings.empty() || !m_span.hasChanges) {
        conclude();
        return;
    }
    const auto [first, last] = std::ranges::minmax(m_openings, {}, &Opening::at);
    const TimeRange range {first.at - ChangeLookBack, last.at + Millis(1'000)};
    thenTake(m_reader.changes(range, offset, m_cancel), this, [this, offset](Result<Page<ChangeEvent>> page) {
        if (page) {
            takeChanges(std::move(*page), offset);
        } else {
            missChanges(page.error());
        }
    });
}

void LogRound::takeChanges(Page<ChangeEvent> page, int offset)
{
    if (page.problem) {
        lack(*page.problem);
    }
    std::ranges::move(page.items, std::back_inserter(m_changes));
    const int next = offset + int(page.served);
    if (page.hasMore && page.served > 0 && next < MostChangeRows) {
        askChanges(next);
        return;
    }
    if (page.hasMore) {
        lack(missing(QStringLiteral("Not all that was changed before %1 could be read").arg(toRfc3339(m_range.to))));
    }
    conclude();
}

void LogRound::missChanges(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Cancelled:
    case ErrorKind::RateLimited:
    case ErrorKind::Unauthorized:
    case ErrorKind::Offline:
        // The portion is asked for again.
        finish(tl::unexpected(error));
        return;
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::Rejected:
        m_span.hasChanges = false;
        break;
    default:
        break;
    }
    Error why = error;
    why.what = QStringLiteral("What was changed before incidents cannot be read: ") + error.what;
    lack(why);
    conclude();
}

/// The first: the others are mostly like it.
void LogRound::lack(const Error &why)
{
    m_page.lack = m_page.lack ? m_page.lack : std::optional(why);
}

void LogRound::conclude()
{
    const std::vector<SourceEvent> changed = changesBefore(m_openings, m_changes, m_reader.settings().source);
    m_page.events.insert(m_page.events.end(), changed.begin(), changed.end());
    m_page.reaches = {toRfc3339(m_range.to), m_range.to};
    m_page.hasMore = m_range.to + LogOverlap < m_clock.now();
    finish(std::move(m_page));
}

void LogRound::finish(Result<TimelinePage> page)
{
    m_reply.finish(std::move(page));
    deleteLater();
}

} // namespace quarterdeck::pagerduty
