#pragma once

#include "app/domain/alert.h"

namespace quarterdeck {

/// When the source was last known to list an alert. What is stored with it is the time of its last change: an open one was in every
/// complete answer since, or it would have ended. `lastCompleteAt`: end of the source's last complete poll; invalid when there was none.
inline UtcTime lastSeen(const Alert &alert, UtcTime lastCompleteAt)
{
    return alert.isOpen() ? std::max(alert.lastSeenAt, lastCompleteAt) : alert.lastSeenAt;
}

} // namespace quarterdeck
