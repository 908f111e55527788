#pragma once

#include "app/core/async.h"
#include "app/ports/reader.h"

#include <QHash>
#include <QObject>

#include <vector>

namespace quarterdeck {

/// The alerts of a reader while they change: what a poll brings is there once it is announced, without being read back.
/// Thread: the one it was made on.
class FollowedAlerts {
public:
    /// Asks for those that are stored. The reader must outlive this.
    explicit FollowedAlerts(Reader &reader);
    FollowedAlerts(const FollowedAlerts &) = delete;
    FollowedAlerts &operator=(const FollowedAlerts &) = delete;

    /// Hands over the alerts as they are now; nothing is left here. Waits until those that were stored have been read. Errors: those of
    /// Reader::alerts(); Timeout; Cancelled after a signal.
    Result<std::vector<Alert>> take();

private:
    void apply(const ChangeSet &changes);
    void put(const Alert &alert);
    void remove(const AlertKey &key);

    std::vector<Alert> m_alerts;
    QHash<AlertKey, std::size_t> m_places; ///< Of each in m_alerts.
    Reply<Done> m_isRead;
    QObject m_guard;
};

} // namespace quarterdeck
