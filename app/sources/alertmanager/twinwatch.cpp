#include "app/sources/alertmanager/twinwatch.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace quarterdeck::alertmanager {

namespace {

constexpr std::size_t MostSeen = 8;
/// What two clocks may be apart without anybody having noticed.
constexpr Millis ClockSlack {60'000};
/// In so large steps it is remembered until when there are several servers.
constexpr qint64 MemoryStepMs = 60'000;

} // namespace

void TwinWatch::heard(UtcTime startedAt, Millis now, UtcTime at, Millis skew)
{
    if (!startedAt.isValid()) {
        return;
    }
    m_heard.insert(startedAt.ms);
    const UtcTime lastHeard = std::exchange(m_lastHeard, at);
    if (!m_starts.empty() && m_starts.back() == startedAt) {
        return;
    }
    const auto known = std::ranges::find(m_starts, startedAt);
    if (!m_starts.empty() && lastHeard.isValid() && startedAt - skew + ClockSlack < lastHeard) {
        m_twinsAt = now;
    }
    if (known != m_starts.end()) {
        // A process that was replaced does not come back.
        m_twinsAt = now;
        m_starts.erase(known);
    } else if (m_starts.size() == MostSeen) {
        m_starts.erase(m_starts.begin());
    }
    m_starts.push_back(startedAt);
}

bool TwinWatch::isBlind(Millis now) const
{
    return areTwo(now) && m_heard.size() < 2;
}

QString TwinWatch::memory(Millis now, UtcTime at) const
{
    QStringList parts;
    for (const UtcTime start : m_starts) {
        parts.append(QString::number(start.ms));
    }
    const qint64 until = areTwo(now) ? (at + (Memory - (now - *m_twinsAt))).ms / MemoryStepMs * MemoryStepMs : 0;
    return parts.isEmpty() ? QString() : QStringLiteral("%1/%2").arg(parts.join(u','), QString::number(until));
}

void TwinWatch::remember(const QString &memory, UtcTime lastHeard, Millis now, UtcTime at)
{
    for (const QString &part : memory.section(u'/', 0, 0).split(u',', Qt::SkipEmptyParts)) {
        if (m_starts.size() < MostSeen) {
            m_starts.push_back({part.toLongLong()});
        }
    }
    m_lastHeard = lastHeard;
    const Millis left = UtcTime {memory.section(u'/', 1, 1).toLongLong()} - at;
    if (left > Millis(0) && left <= Memory) {
        m_twinsAt = now - (Memory - left);
    }
}

void TwinWatch::complete(std::vector<Alert> &alerts, Millis now)
{
    if (!areTwo(now)) {
        m_known.clear();
        m_disagreedAt.reset();
        return;
    }
    QSet<QString> listed;
    for (const Alert &alert : alerts) {
        listed.insert(alert.key.id);
        const auto known = m_known.constFind(alert.key.id);
        if (known != m_known.constEnd() && known->isMissed && known->alert.startsAt == alert.startsAt) {
            m_disagreedAt = now;
        }
        m_known.insert(alert.key.id, {alert, now, false});
    }
    for (auto it = m_known.begin(); it != m_known.end();) {
        if (now - it->listedAt >= Memory) {
            it = m_known.erase(it);
            continue;
        }
        if (!listed.contains(it.key())) {
            it->isMissed = true;
            alerts.push_back(it->alert);
        }
        ++it;
    }
}

} // namespace quarterdeck::alertmanager
