#include "app/sync/tailfeed.h"

#include "app/store/store.h"

#include <QRandomGenerator>

#include <utility>

namespace quarterdeck {

namespace {
constexpr int BundleEveryMs = 80;
}

TailFeed::TailFeed(LogQuery query, CancelToken cancel)
    : m_query(std::move(query))
    , m_cancel(std::move(cancel))
    , m_backoff(Millis(1'000), Millis(30'000), [] { return QRandomGenerator::global()->generateDouble(); })
    , m_bundling(this)
{
    m_bundling.setSingleShot(true);
    m_bundling.setInterval(BundleEveryMs);
    connect(&m_bundling, &QTimer::timeout, this, &TailFeed::flush);
}

void TailFeed::follow(LogSource *source, Store &store)
{
    if (source == nullptr) {
        emit interrupted(QStringLiteral("No log source can be followed here."));
        deleteLater();
        return;
    }
    m_source = source;
    m_store = &store;
    connectTail();
}

void TailFeed::connectTail()
{
    if (m_cancel.stop_requested()) {
        deleteLater();
        return;
    }
    const LogBatchFn lines = [guard = QPointer<TailFeed>(this)](std::vector<LogLine> batch) {
        if (guard) {
            guard->take(std::move(batch));
        }
    };
    then(m_source->tail(m_query, lines, m_cancel), this, [this](const Result<Done> &result) { ended(result); });
}

void TailFeed::take(std::vector<LogLine> lines)
{
    if (m_cancel.stop_requested()) {
        return;
    }
    m_backoff.reset();
    if (std::exchange(m_isInterrupted, false)) {
        emit interrupted({});
    }
    m_lines.insert(m_lines.end(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
    if (!m_bundling.isActive()) {
        m_bundling.start();
    }
}

void TailFeed::flush()
{
    if (m_lines.empty() || m_cancel.stop_requested()) {
        return;
    }
    const std::vector<LogLine> lines = std::exchange(m_lines, {});
    emit arrived(lines);
    m_store->putLogs(lines, std::nullopt);
}

void TailFeed::ended(const Result<Done> &result)
{
    flush();
    if (m_cancel.stop_requested()) {
        deleteLater();
        return;
    }
    m_isInterrupted = true;
    emit interrupted(result ? QStringLiteral("The source ended the tail.") : result.error().what);
    const Millis wait = m_backoff.next(result ? std::nullopt : result.error().retryAfter);
    QTimer::singleShot(wait, this, &TailFeed::connectTail);
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
