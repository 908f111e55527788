#include "app/sources/elasticsearch/hitreader.h"

#include <algorithm>

namespace quarterdeck::elasticsearch {

namespace {

constexpr int MostOfAPage = 5'000;

} // namespace

HitReader::HitReader(ElasticServer &server, ReadPlan plan, CancelToken cancel, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_plan(std::move(plan))
    , m_cancel(std::move(cancel))
    , m_page(std::clamp(m_plan.limit, 1, MostOfAPage))
{
}

Async<ReadHits> HitReader::run()
{
    const auto future = m_reply.future();
    readPage();
    return future;
}

void HitReader::readPage()
{
    PageQuestion question {m_plan.query, m_server.names().time, m_plan.isOfMixedTimes, m_plan.isForward, m_page, m_pit, m_after};
    thenTake(m_server.page(question, m_cancel), this, [this](Result<Page> page) {
        if (page) {
            take(std::move(*page));
        } else {
            finish(tl::unexpected(page.error()));
        }
    });
}

void HitReader::take(Page page)
{
    const bool isFull = page.hits >= m_page;
    if (m_pit.isEmpty() && isFull && m_plan.limit > m_page) {
        // There may be more than one page: from the beginning, in a view that stands still.
        openView();
        return;
    }
    m_pit = page.pit.isEmpty() ? m_pit : page.pit;
    m_after = page.after;
    addLacks(page.lacks);
    for (LogLine &line : page.lines) {
        if (!m_known.contains(line.cursor)) {
            m_known.insert(line.cursor);
            m_read.lines.push_back(std::move(line));
        }
    }
    if (isFull && std::ssize(m_read.lines) < m_plan.limit) {
        readPage();
        return;
    }
    m_read.isWhole = !isFull;
    if (!m_plan.isForward) {
        std::ranges::reverse(m_read.lines);
    }
    std::ranges::stable_sort(m_read.lines, {}, &LogLine::nanos);
    finish(std::move(m_read));
}

void HitReader::openView()
{
    then(m_server.openView(m_cancel), this, [this](const Result<QByteArray> &pit) {
        if (!pit) {
            finish(tl::unexpected(pit.error()));
            return;
        }
        m_pit = *pit;
        readPage();
    });
}

void HitReader::addLacks(const std::vector<Error> &lacks)
{
    for (const Error &lack : lacks) {
        if (std::ranges::find(m_read.lacks, lack) == m_read.lacks.end()) {
            m_read.lacks.push_back(lack);
        }
    }
}

void HitReader::finish(Result<ReadHits> result)
{
    m_server.closeView(m_pit);
    m_reply.finish(std::move(result));
    deleteLater();
}

} // namespace quarterdeck::elasticsearch
