#include "app/sources/journal/forwardreader.h"

#include <algorithm>

namespace quarterdeck::journal {

ForwardReader::ForwardReader(Gateway &gateway, ReadPlan plan, UtcTime now, CancelToken cancel, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_plan(std::move(plan))
    , m_now(now)
    , m_cancel(std::move(cancel))
{
}

Async<LogPage> ForwardReader::run()
{
    const auto future = m_reply.future();
    readPage();
    return future;
}

void ForwardReader::readPage()
{
    // A few from before: the journal is in order of arrival, not of time. Later pages begin with the entry that is known already,
    // because a server skips back to it where there is none after it.
    const bool isFirst = m_after.isEmpty();
    m_asked = m_plan.page + (isFirst ? m_late : 1);
    const Range range {isFirst ? timeCursor(m_plan.range.from) : m_after, isFirst ? -m_late : 0, m_asked};
    then(m_gateway.page(m_plan.matches, range, m_plan.filter, {}, m_cancel), this, [this](const Result<ParsedPage> &page) { take(page); });
}

void ForwardReader::take(const Result<ParsedPage> &page)
{
    if (!page) {
        if (page.error().kind == ErrorKind::TooLarge && m_plan.page > 1) {
            m_plan.page = std::max(1, m_plan.page / 8);
            readPage();
            return;
        }
        finish(tl::unexpected(page.error()));
        return;
    }
    if (page->entries == 0 && m_after.isEmpty() && m_late > 0) {
        // Where there is nothing before the range, a server that is to skip back answers with nothing at all.
        m_late = 0;
        readPage();
        return;
    }
    const bool isRepeated = !m_after.isEmpty() && page->firstCursor == m_after;
    const int fresh = page->entries - (isRepeated ? 1 : 0);
    for (const LogLine &line : page->lines) {
        if (m_after.isEmpty() || line.cursor.toLatin1() != m_after) {
            m_lines.push_back(line);
        }
    }
    m_seen += fresh;
    m_newestUsec = std::max(m_newestUsec, page->newestUsec);
    const bool isAtEnd = page->entries < m_asked || fresh <= 0;
    const bool isPast = !m_after.isEmpty() && page->firstUsec >= m_plan.range.to.ms * 1000;
    m_after = page->lastCursor;
    if (isAtEnd || isPast) {
        finish(collect(true));
    } else if (m_lines.size() > std::size_t(m_plan.limit) || m_seen >= m_plan.budget || !isCursor(m_after)) {
        finish(collect(false));
    } else {
        readPage();
    }
}

LogPage ForwardReader::collect(bool isWhole)
{
    LogPage result;
    result.lines = std::move(m_lines);
    result.complete = {m_plan.range.from, std::max(m_plan.range.from, std::min(m_plan.range.to, m_now))};
    qint64 cutUsec = m_newestUsec;
    if (result.lines.size() > std::size_t(m_plan.limit)) {
        const auto lost = result.lines.begin() + m_plan.limit;
        std::for_each(lost, result.lines.end(), [&cutUsec](const LogLine &line) { cutUsec = std::min(cutUsec, line.nanos / 1000); });
        result.lines.erase(lost, result.lines.end());
        isWhole = false;
    }
    if (!isWhole) {
        result.isTruncated = true;
        result.complete.to = std::clamp(UtcTime {cutUsec / 1000}, result.complete.from, result.complete.to);
    }
    return result;
}

void ForwardReader::finish(Result<LogPage> result)
{
    m_reply.finish(std::move(result));
    deleteLater();
}

} // namespace quarterdeck::journal
