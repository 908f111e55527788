#include "app/cli/followedalerts.h"

#include "app/cli/clisession.h"

#include <utility>

namespace quarterdeck {

FollowedAlerts::FollowedAlerts(Reader &reader)
{
    QObject::connect(&reader, &Reader::changed, &m_guard, [this](const ChangeSet &changes) { apply(changes); });
    thenTake(reader.alerts(), &m_guard, [this](Result<std::vector<Alert>> stored) {
        if (!stored) {
            m_isRead.finish(tl::unexpected<Error>(stored.error()));
            return;
        }
        m_alerts = std::move(*stored);
        m_places.clear();
        for (std::size_t i = 0; i < m_alerts.size(); ++i) {
            m_places.insert(m_alerts[i].key, i);
        }
        m_isRead.finish(Done {});
    });
}

Result<std::vector<Alert>> FollowedAlerts::take()
{
    if (const auto read = CliSession::wait(m_isRead.future()); !read) {
        return tl::unexpected<Error>(read.error());
    }
    m_places.clear();
    return std::exchange(m_alerts, {});
}

void FollowedAlerts::apply(const ChangeSet &changes)
{
    for (const Alert &alert : changes.changedAlerts) {
        put(alert);
    }
    for (const AlertKey &key : changes.removedAlerts) {
        remove(key);
    }
}

void FollowedAlerts::put(const Alert &alert)
{
    const auto place = m_places.constFind(alert.key);
    if (place != m_places.constEnd()) {
        m_alerts[*place] = alert;
        return;
    }
    m_places.insert(alert.key, m_alerts.size());
    m_alerts.push_back(alert);
}

void FollowedAlerts::remove(const AlertKey &key)
{
    const auto place = m_places.constFind(key);
    if (place == m_places.constEnd()) {
        return;
    }
    const std::size_t at = *place;
    m_places.erase(place);
    if (at + 1 != m_alerts.size()) {
        m_alerts[at] = std::move(m_alerts.back());
        m_places[m_alerts[at].key] = at;
    }
    m_alerts.pop_back();
}

} // namespace quarterdeck
