#include "app/sources/loki/linereader.h"

#include <algorithm>

namespace quarterdeck::loki {

namespace {

constexpr int LeastPage = 100;

qint64 lengthOf(Millis span)
{
    return qint64(span.count()) * 1'000'000;
}

Error tooManyAt(qint64 instant, int most)
{
    return {ErrorKind::TooLarge,
        QStringLiteral("%1 lines or more have the time %2: the server gives no more than that of one instant")
            .arg(QString::number(most), toRfc3339(UtcTime {instant / 1'000'000})),
        {}, 0, std::nullopt};
}

} // namespace

LineReader::LineReader(LokiServer &server, ReadPlan plan, CancelToken cancel, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_plan(std::move(plan))
    , m_cancel(std::move(cancel))
    , m_from(m_plan.from)
    , m_to(m_plan.to)
    , m_page(std::min(std::max(m_plan.limit, LeastPage), m_server.limits().entries))
{
}

Async<ReadLines> LineReader::run()
{
    const auto future = m_reply.future();
    readPage();
    return future;
}

void LineReader::readPage()
{
    if (m_from >= m_to) {
        finish();
        return;
    }
    m_page = std::min(m_page, m_server.limits().entries);
    const qint64 longest = m_server.limits().range ? lengthOf(*m_server.limits().range) : m_to - m_from;
    m_asksFrom = m_plan.isForward ? m_from : std::max(m_from, m_to - longest);
    m_asksTo = m_plan.isForward ? std::min(m_to, m_from + longest) : m_to;
    const LinesQuestion question {m_plan.query, m_asksFrom, m_asksTo, m_page, m_plan.isForward};
    then(m_server.lines(question, m_cancel), this, [this](const Result<LinesReply> &reply) { take(reply); });
}

void LineReader::take(const Result<LinesReply> &reply)
{
    if (!reply) {
        finish(tl::unexpected(reply.error()));
    } else if (reply->refusal) {
        refused(*reply->refusal);
    } else {
        takeLines(reply->answer);
    }
}

void LineReader::refused(const Refusal &refusal)
{
    const bool isNarrower = (refusal.entries && *refusal.entries < m_page) || (refusal.range && lengthOf(*refusal.range) < m_asksTo - m_asksFrom);
    if (!isNarrower) {
        finish(fail(ErrorKind::Rejected, QStringLiteral("The server refuses the question for a limit that it keeps to")));
        return;
    }
    readPage();
}

void LineReader::takeLines(const LinesAnswer &answer)
{
    for (const QString &warning : answer.warnings) {
        m_read.lacks.push_back({ErrorKind::Server, warning, {}, 0, std::nullopt});
    }
    std::vector<LogLine> fresh;
    for (const LogLine &line : answer.lines) {
        if (!m_known.contains(line.cursor)) {
            fresh.push_back(line);
        }
    }
    const bool isFull = std::ssize(answer.lines) >= m_page;
    const bool isOneInstant = isFull && answer.lines.front().nanos == answer.lines.back().nanos;
    if (isOneInstant && m_page < m_server.limits().entries) {
        m_page = m_server.limits().entries;
        readPage();
        return;
    }
    m_count += fresh.size();
    if (m_plan.isForward) {
        m_pages.push_back(std::move(fresh));
    } else {
        m_pages.push_front(std::move(fresh));
    }
    if (isOneInstant) {
        skip(answer.lines.front().nanos);
    } else if (isFull) {
        goOnAt(m_plan.isForward ? answer.lines.back().nanos : answer.lines.front().nanos, answer.lines);
    } else {
        m_known.clear();
        m_from = m_plan.isForward ? m_asksTo : m_from;
        m_to = m_plan.isForward ? m_to : m_asksFrom;
    }
    if (m_from >= m_to) {
        finish();
    } else if (m_count >= std::size_t(m_plan.limit)) {
        m_read.isWhole = false;
        finish();
    } else {
        readPage();
    }
}

void LineReader::goOnAt(qint64 instant, const std::vector<LogLine> &lines)
{
    m_known.clear();
    for (const LogLine &line : lines) {
        if (line.nanos == instant) {
            m_known.insert(line.cursor);
        }
    }
    (m_plan.isForward ? m_from : m_to) = m_plan.isForward ? instant : instant + 1;
}

void LineReader::skip(qint64 instant)
{
    m_known.clear();
    m_read.lacks.push_back(tooManyAt(instant, m_page));
    m_read.gapAt = m_read.gapAt.value_or(instant);
    (m_plan.isForward ? m_from : m_to) = m_plan.isForward ? instant + 1 : instant;
}

void LineReader::finish()
{
    m_read.lines.reserve(m_count);
    for (std::vector<LogLine> &lines : m_pages) {
        std::ranges::move(lines, std::back_inserter(m_read.lines));
    }
    m_read.from = m_plan.isForward || m_read.isWhole ? m_plan.from : m_to;
    m_read.to = m_plan.isForward && !m_read.isWhole ? m_from : m_plan.to;
    finish(std::move(m_read));
}

void LineReader::finish(Result<ReadLines> result)
{
    m_reply.finish(std::move(result));
    deleteLater();
}

} // namespace quarterdeck::loki
