#include "app/sources/journal/rangereader.h"

#include <algorithm>

namespace quarterdeck::journal {

RangeReader::RangeReader(Gateway &gateway, ReadPlan plan, UtcTime now, CancelToken cancel, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_plan(std::move(plan))
    , m_now(now)
    , m_cancel(std::move(cancel))
{
}

Async<LogPage> RangeReader::run()
{
    const auto future = m_reply.future();
    readPage();
    return future;
}

void RangeReader::readPage()
{
    // One more than is skipped back: a seek that ends between two entries, or past the last, stands one further on than one that
    // hits an entry. What is too much is cut off by time or by cursor.
    const bool isFirst = m_before.isEmpty();
    const int count = m_plan.page + 1 + (isFirst && m_plan.range.to < m_now ? LateEntries : 0);
    const Range range {isFirst ? timeCursor(m_plan.range.to) : m_before, -m_plan.page, count};
    then(m_gateway.page(m_plan.matches, range, m_plan.filter, m_before, m_cancel), this, [this](const Result<ParsedPage> &page) { take(page); });
}

bool RangeReader::isRead(const ParsedPage &page) const
{
    const qint64 from = m_plan.range.from.ms * 1000;
    return page.entries == 0 || page.newestUsec < from;
}

void RangeReader::take(const Result<ParsedPage> &page)
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
    m_seen += page->entries;
    m_lines += page->lines.size();
    if (page->entries > 0) {
        m_pages.push_front(page->lines);
        m_before = page->firstCursor;
        m_oldestUsec = page->firstUsec;
    }
    if (isRead(*page)) {
        finish(collect(true));
    } else if (m_lines > std::size_t(m_plan.limit) || m_seen >= m_plan.budget || !isCursor(m_before) || m_before.isEmpty()) {
        finish(collect(false));
    } else {
        readPage();
    }
}

LogPage RangeReader::collect(bool isWhole)
{
    LogPage result;
    result.lines.reserve(m_lines);
    for (std::vector<LogLine> &lines : m_pages) {
        std::move(lines.begin(), lines.end(), std::back_inserter(result.lines));
    }
    result.complete = {m_plan.range.from, std::min(m_plan.range.to, m_now)};
    qint64 cutUsec = isWhole ? 0 : m_oldestUsec;
    if (result.lines.size() > std::size_t(m_plan.limit)) {
        const auto keep = result.lines.end() - m_plan.limit;
        std::for_each(result.lines.begin(), keep, [&cutUsec](const LogLine &line) { cutUsec = std::max(cutUsec, line.nanos / 1000); });
        result.lines.erase(result.lines.begin(), keep);
        isWhole = false;
    }
    if (!isWhole) {
        result.isTruncated = true;
        result.complete.from = std::min(std::max(m_plan.range.from, UtcTime {cutUsec / 1000 + 1}), result.complete.to);
    }
    return result;
}

void RangeReader::finish(Result<LogPage> result)
{
    m_reply.finish(std::move(result));
    deleteLater();
}

} // namespace quarterdeck::journal
