#include "app/store/announcer.h"

#include <utility>

namespace quarterdeck {

namespace {
constexpr int LeastGap = 100;
}

Announcer::Hold::Hold(Announcer &announcer)
    : m_announcer(announcer)
{
    const QMutexLocker lock(&m_announcer.m_mutex);
    ++m_announcer.m_holds;
}

Announcer::Hold::~Hold()
{
    // Twice through the queue: the asker may have been interrupted between asking and listening for the answer.
    Announcer *announcer = &m_announcer;
    const auto later = [announcer](auto fn) { QMetaObject::invokeMethod(announcer, std::move(fn), Qt::QueuedConnection); };
    later([announcer, later] { later([announcer] { announcer->endHold(); }); });
}

Announcer::Announcer(QObject *parent)
    : QObject(parent)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Announcer::emitNow);
}

void Announcer::announce(ChangeSet changes, bool isUrgent)
{
    if (changes.isEmpty()) {
        return;
    }
    {
        const QMutexLocker lock(&m_mutex);
        m_waiting.merge(std::move(changes));
    }
    QMetaObject::invokeMethod(
        this, [this, isUrgent] { schedule(isUrgent); }, Qt::QueuedConnection);
}

void Announcer::whenTold(std::function<void()> fn)
{
    QMetaObject::invokeMethod(
        this,
        [this, fn = std::move(fn)]() mutable {
            m_afterwards.push_back(std::move(fn));
            if (isAllTold()) {
                runAfterwards();
            }
        },
        Qt::QueuedConnection);
}

bool Announcer::isAllTold()
{
    const QMutexLocker lock(&m_mutex);
    return m_waiting.isEmpty();
}

void Announcer::runAfterwards()
{
    for (const std::function<void()> &fn : std::exchange(m_afterwards, {})) {
        fn();
    }
}

void Announcer::schedule(bool isUrgent)
{
    if (isUrgent || !m_sinceLast.isValid() || m_sinceLast.hasExpired(LeastGap)) {
        emitNow();
    } else if (!m_timer.isActive()) {
        m_timer.start(LeastGap - int(m_sinceLast.elapsed()));
    }
}

void Announcer::endHold()
{
    {
        const QMutexLocker lock(&m_mutex);
        --m_holds;
    }
    if (m_isOverdue) {
        emitNow();
    }
}

void Announcer::emitNow()
{
    ChangeSet changes;
    {
        const QMutexLocker lock(&m_mutex);
        m_isOverdue = m_holds > 0;
        if (m_isOverdue) {
            return;
        }
        std::swap(changes, m_waiting);
    }
    m_timer.stop();
    if (!changes.isEmpty()) {
        m_sinceLast.start();
        emit due(changes);
    }
    runAfterwards();
}

} // namespace quarterdeck
