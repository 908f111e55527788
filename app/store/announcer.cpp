#include "app/store/announcer.h"

namespace quarterdeck {

namespace {
constexpr int LeastGap = 100;
}

Announcer::Announcer(QObject *parent)
    : QObject(parent)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Announcer::emitNow);
}

void Announcer::announce(const ChangeSet &changes, bool isUrgent)
{
    if (changes.isEmpty()) {
        return;
    }
    {
        const QMutexLocker lock(&m_mutex);
        m_waiting.merge(changes);
    }
    QMetaObject::invokeMethod(
        this, [this, isUrgent] { schedule(isUrgent); }, Qt::QueuedConnection);
}

void Announcer::schedule(bool isUrgent)
{
    if (isUrgent || !m_sinceLast.isValid() || m_sinceLast.hasExpired(LeastGap)) {
        emitNow();
    } else if (!m_timer.isActive()) {
        m_timer.start(LeastGap - int(m_sinceLast.elapsed()));
    }
}

void Announcer::emitNow()
{
    ChangeSet changes;
    {
        const QMutexLocker lock(&m_mutex);
        std::swap(changes, m_waiting);
    }
    m_timer.stop();
    if (!changes.isEmpty()) {
        m_sinceLast.start();
        emit due(changes);
    }
}

} // namespace quarterdeck
