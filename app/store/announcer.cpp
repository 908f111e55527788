#include "app/store/announcer.h"

#include <iterator>
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
        m_waiting.changedAlerts.erase(m_waiting.changedAlerts.begin(), m_waiting.changedAlerts.begin() + std::ptrdiff_t(std::exchange(m_told, 0)));
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

ChangeSet Announcer::takePart()
{
    std::vector<Alert> &changed = m_waiting.changedAlerts;
    const auto first = changed.begin() + std::ptrdiff_t(m_told);
    if (changed.size() - m_told <= AnnouncedAtOnce) {
        changed.erase(changed.begin(), first);
        m_told = 0;
        return std::exchange(m_waiting, {});
    }
    const auto last = first + std::ptrdiff_t(AnnouncedAtOnce);
    // What tells that a list has changed does not wait for the alerts; those that are gone come after those that are new.
    ChangeSet part = std::exchange(m_waiting, {});
    m_waiting.changedAlerts = std::exchange(part.changedAlerts, {std::make_move_iterator(first), std::make_move_iterator(last)});
    std::swap(m_waiting.removedAlerts, part.removedAlerts);
    m_told += AnnouncedAtOnce;
    return part;
}

void Announcer::emitNow()
{
    ChangeSet part;
    bool isLast = false;
    {
        const QMutexLocker lock(&m_mutex);
        m_isOverdue = m_holds > 0;
        if (m_isOverdue) {
            return;
        }
        part = takePart();
        isLast = m_waiting.isEmpty();
    }
    m_timer.stop();
    if (!part.isEmpty()) {
        m_sinceLast.start();
        emit due(part);
    }
    if (isLast) {
        runAfterwards();
    } else {
        m_timer.start(0);
    }
}

} // namespace quarterdeck
