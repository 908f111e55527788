#include "app/sync/tailfeed.h"

#include "app/domain/longtext.h"
#include "app/store/store.h"

#include <algorithm>
#include <utility>

namespace quarterdeck {

namespace {
constexpr int BundleEveryMs = 80;
}

TailFeed::TailFeed(LogQuery query, CancelToken cancel)
    : m_query(std::move(query))
    , m_cancel(std::move(cancel))
    , m_bundling(this)
{
    m_bundling.setSingleShot(true);
    m_bundling.setInterval(BundleEveryMs);
    connect(&m_bundling, &QTimer::timeout, this, &TailFeed::flush);
}

void TailFeed::follow(const std::vector<Followed> &sources, Store &store)
{
    m_store = &store;
    // The stop may be asked for on another thread, and within this very call.
    m_onCancel = std::make_unique<std::stop_callback<std::function<void()>>>(m_cancel, [this] { deleteLater(); });
    for (const Followed &followed : sources) {
        auto *strand = new TailStrand(followed.id, followed.source, followed.why, this);
        m_strands.push_back(strand);
        connect(strand, &TailStrand::took, this, &TailFeed::take);
        connect(strand, &TailStrand::turned, this, &TailFeed::tell);
    }
    for (TailStrand *strand : m_strands) {
        LogQuery own = m_query;
        own.sources = QStringList {strand->id()};
        strand->start(own, m_cancel);
    }
}

void TailFeed::take(const std::vector<LogLine> &lines)
{
    const auto added = m_lines.insert(m_lines.end(), lines.begin(), lines.end());
    std::for_each(added, m_lines.end(), boundLine);
    if (!m_bundling.isActive()) {
        m_bundling.start();
    }
}

void TailFeed::flush()
{
    if (m_lines.empty() || m_cancel.stop_requested()) {
        return;
    }
    std::vector<LogLine> lines = std::exchange(m_lines, {});
    if (m_strands.size() > 1) {
        std::stable_sort(lines.begin(), lines.end(), [](const LogLine &a, const LogLine &b) { return a.nanos < b.nanos; });
    }
    emit arrived(lines);
    if (m_query.expression.isEmpty()) {
        m_store->putLogs(lines, std::nullopt);
    }
}

void TailFeed::tell()
{
    flush();
    QStringList problems;
    for (const TailStrand *strand : m_strands) {
        if (!strand->problem().isEmpty()) {
            problems.append(m_strands.size() > 1 ? strand->id() + QStringLiteral(": ") + strand->problem() : strand->problem());
        }
    }
    const QString why = problems.join(QStringLiteral("; "));
    if (why != std::exchange(m_told, why)) {
        emit interrupted(why);
    }
}

FedLogTail::FedLogTail(std::stop_source stop)
    : m_stop(std::move(stop))
{
}

FedLogTail::~FedLogTail()
{
    m_stop.request_stop();
}

} // namespace quarterdeck
