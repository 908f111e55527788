#include "app/sources/alertmanager/twinwatch.h"

#include <QSet>

#include <algorithm>

namespace quarterdeck::alertmanager {

namespace {

constexpr std::size_t MostSeen = 8;

} // namespace

void TwinWatch::heard(UtcTime startedAt, Millis now)
{
    if (!startedAt.isValid() || (!m_starts.empty() && m_starts.back() == startedAt)) {
        return;
    }
    const auto known = std::ranges::find(m_starts, startedAt);
    if (known != m_starts.end()) {
        // A process that was replaced does not come back.
        m_twinsAt = now;
        m_starts.erase(known);
    } else if (m_starts.size() == MostSeen) {
        m_starts.erase(m_starts.begin());
    }
    m_starts.push_back(startedAt);
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
