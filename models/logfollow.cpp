#include "models/logfollow.h"

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr std::size_t MostKnown = 2000;
constexpr int MostAtOnce = 100'000;
// A machine whose clock is ahead of ours dates its newest lines after now.
constexpr Millis AheadOfUs {86'400'000};

} // namespace

LogFollow::LogFollow(Telemetry &telemetry, const Clock &clock, int buckets, QObject *parent)
    : QObject(parent)
    , m_telemetry(telemetry)
    , m_clock(clock)
    , m_buckets(buckets)
{
}

LogFollow::~LogFollow()
{
    m_stop.request_stop();
}

void LogFollow::read(const LogQuery &query, bool isLive)
{
    stop();
    m_stop.request_stop();
    m_stop = {};
    m_query = query;
    m_isReadingEarlier = false;
    m_earlierLimit = query.limit;
    LogQuery wanted = query;
    wanted.range.to = isLive ? wanted.range.to + AheadOfUs : wanted.range.to;
    then(m_telemetry.logs(wanted, m_stop.get_token()), this, [this, isLive, stop = m_stop](const Result<Dated<LogPage>> &page) {
        if (!stop.stop_requested()) {
            accept(page, isLive);
        }
    });
    count(query.range);
}

void LogFollow::count(TimeRange range)
{
    LogQuery wanted = m_query;
    wanted.range = range;
    then(m_telemetry.logHistogram(wanted, m_buckets, m_stop.get_token()), this, [this, stop = m_stop](const Result<Dated<LogHistogram>> &answer) {
        if (!stop.stop_requested()) {
            m_state.histogram = answer ? answer->value : LogHistogram {};
            emit changed();
        }
    });
}

void LogFollow::readEarlier()
{
    if (m_isReadingEarlier || !m_state.isAnswered || m_state.complete.from <= m_query.range.from) {
        return;
    }
    LogQuery wanted = m_query;
    wanted.range.to = m_state.complete.from + Millis(1);
    wanted.limit = m_earlierLimit;
    m_isReadingEarlier = true;
    then(m_telemetry.logs(wanted, m_stop.get_token()), this, [this, stop = m_stop](const Result<Dated<LogPage>> &page) {
        if (!stop.stop_requested()) {
            acceptEarlier(page);
        }
    });
}

void LogFollow::stop()
{
    if (m_state.isFollowing && m_state.interruption.isEmpty()) {
        m_state.complete.to = std::max(m_state.complete.to, m_clock.now());
    }
    m_state.isFollowing = false;
    m_tail.reset();
}

void LogFollow::clear()
{
    stop();
    m_stop.request_stop();
    m_stop = {};
    m_state = {};
    m_isReadingEarlier = false;
    m_known.clear();
    m_border.clear();
}

LogPage LogFollow::page(TimeRange asked) const
{
    LogPage page;
    page.complete = m_state.complete;
    page.isTruncated = m_state.isTruncated;
    if (m_state.isFollowing && m_state.interruption.isEmpty()) {
        page.complete.to = asked.to;
    } else if (!m_state.isLive && m_state.asOf.isValid()) {
        page.complete.to = std::min(page.complete.to, m_state.asOf);
    }
    return page;
}

void LogFollow::accept(const Result<Dated<LogPage>> &page, bool isLive)
{
    if (!page) {
        m_state.error = page.error();
        emit changed();
        return;
    }
    m_state.isAnswered = true;
    m_state.isLive = page->isLive || std::ssize(page->failures) < page->asked.size();
    m_state.asOf = page->asOf;
    m_state.error = page->isLive ? std::nullopt : std::optional(page->error.value_or(Error {ErrorKind::Offline, {}, {}, 0, {}}));
    m_state.complete = page->value.complete;
    m_state.isTruncated = page->value.isTruncated;
    m_state.lacks = page->value.lacks;
    m_state.sources = page->asked;
    m_known.clear();
    remember(page->value.lines);
    takeBorder(page->value.lines);
    emit replaced(page->value.lines);
    if (m_state.isLive && isLive) {
        follow();
    }
    emit changed();
}

void LogFollow::acceptEarlier(const Result<Dated<LogPage>> &page)
{
    m_isReadingEarlier = false;
    m_state.error = page ? page->error : std::optional(page.error());
    if (page) {
        std::vector<LogLine> fresh;
        std::copy_if(page->value.lines.begin(), page->value.lines.end(), std::back_inserter(fresh), [this](const LogLine &line) {
            return std::none_of(
                m_border.begin(), m_border.end(), [&line](const Known &one) { return one.cursor == line.cursor && one.text == line.text; });
        });
        if (fresh.empty() && page->value.isTruncated && m_earlierLimit < MostAtOnce) {
            // One instant has more lines than a page.
            m_earlierLimit *= 2;
            readEarlier();
            return;
        }
        m_earlierLimit = m_query.limit;
        m_state.complete.from = page->value.complete.from;
        m_state.isTruncated = page->value.isTruncated;
        m_state.lacks.insert(m_state.lacks.end(), page->value.lacks.begin(), page->value.lacks.end());
        takeBorder(page->value.lines);
        emit earlier(fresh);
    }
    emit changed();
}

void LogFollow::takeBorder(const std::vector<LogLine> &lines)
{
    m_border.clear();
    for (const LogLine &line : lines) {
        if (line.nanos / 1'000'000 <= m_state.complete.from.ms) {
            m_border.push_back({line.nanos, line.cursor, line.text});
        }
    }
}

void LogFollow::follow()
{
    LogQuery wanted = m_query;
    if (!m_known.empty()) {
        wanted.range.from = {m_known.back().nanos / 1'000'000};
    }
    m_tail = m_telemetry.tail(wanted);
    m_state.interruption.clear();
    m_state.isFollowing = m_tail != nullptr;
    if (m_tail != nullptr) {
        connect(m_tail.get(), &LogTail::arrived, this, &LogFollow::acceptTail);
        connect(m_tail.get(), &LogTail::interrupted, this, &LogFollow::acceptInterruption);
    }
}

void LogFollow::acceptTail(const std::vector<LogLine> &lines)
{
    std::vector<LogLine> fresh;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(fresh), [this](const LogLine &line) { return !isKnown(line); });
    if (fresh.empty()) {
        return;
    }
    remember(fresh);
    for (const LogLine &line : fresh) {
        if (!m_state.sources.contains(line.source)) {
            m_state.sources.append(line.source);
        }
    }
    emit appended(fresh);
}

void LogFollow::acceptInterruption(const QString &why)
{
    if (m_state.interruption.isEmpty() && !why.isEmpty()) {
        m_state.complete.to = m_clock.now();
    }
    const bool isBack = !m_state.interruption.isEmpty() && why.isEmpty();
    m_state.interruption = why;
    emit changed();
    if (isBack) {
        // The tail that tells this may not end while it does.
        QMetaObject::invokeMethod(this, &LogFollow::missed, Qt::QueuedConnection);
    }
}

bool LogFollow::isKnown(const LogLine &line) const
{
    for (auto one = m_known.rbegin(); one != m_known.rend() && one->nanos >= line.nanos; ++one) {
        if (one->cursor == line.cursor && one->text == line.text) {
            return true;
        }
    }
    return false;
}

void LogFollow::remember(const std::vector<LogLine> &lines)
{
    const std::size_t from = lines.size() > MostKnown ? lines.size() - MostKnown : 0;
    for (std::size_t i = from; i < lines.size(); ++i) {
        m_known.push_back({lines[i].nanos, lines[i].cursor, lines[i].text});
    }
    while (m_known.size() > MostKnown) {
        m_known.pop_front();
    }
}

} // namespace quarterdeck
