#include "app/sync/tailstrand.h"

#include <QPointer>
#include <QRandomGenerator>
#include <QTimer>

#include <utility>

namespace quarterdeck {

TailStrand::TailStrand(SourceId id, LogFace *source, QString why, QObject *parent)
    : QObject(parent)
    , m_id(std::move(id))
    , m_source(source)
    , m_problem(source == nullptr ? std::move(why) : QString())
    , m_backoff(Millis(1'000), Millis(30'000), [] { return QRandomGenerator::global()->generateDouble(); })
{
}

void TailStrand::start(const LogQuery &query, const CancelToken &cancel)
{
    m_query = query;
    m_cancel = cancel;
    if (m_source == nullptr) {
        emit turned();
        return;
    }
    connectTail();
}

void TailStrand::connectTail()
{
    if (m_cancel.stop_requested()) {
        return;
    }
    const TailSink sink = [guard = QPointer<TailStrand>(this)](const TailEvent &event) {
        if (guard) {
            guard->take(event);
        }
    };
    then(m_source->tail(m_query, sink, m_cancel), this, [this](const Result<Done> &result) { ended(result); });
}

void TailStrand::take(const TailEvent &event)
{
    if (m_cancel.stop_requested()) {
        return;
    }
    m_backoff.reset();
    if (const auto *gap = std::get_if<TailGap>(&event)) {
        m_problem = QStringLiteral("Lines since %1 may be missing.").arg(toRfc3339(gap->since));
        emit turned();
        return;
    }
    // Whoever shows the lines reads again what was missed meanwhile.
    if (!std::exchange(m_problem, {}).isEmpty()) {
        emit turned();
    }
    if (const auto *lines = std::get_if<std::vector<LogLine>>(&event)) {
        emit took(*lines);
    }
}

void TailStrand::ended(const Result<Done> &result)
{
    if (m_cancel.stop_requested()) {
        return;
    }
    m_problem = result ? QStringLiteral("The source ended the tail.") : result.error().what;
    emit turned();
    const Millis wait = m_backoff.next(result ? std::nullopt : result.error().retryAfter);
    QTimer::singleShot(wait, this, &TailStrand::connectTail);
}

} // namespace quarterdeck
