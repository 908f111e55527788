#pragma once

#include "app/core/time.h"
#include "app/domain/alert.h"

#include <QHash>

#include <optional>
#include <vector>

namespace quarterdeck::alertmanager {

/// Notices that one address leads to several servers in turn, as a load balancer does. They need not have been told of the same alerts:
/// what one of them does not list may be known to the other, so that an alert counts as gone only when nobody behind the address has
/// listed it for a while. Thread: the member's.
class TwinWatch {
public:
    /// How long an alert is remembered that another answer held.
    static constexpr Millis Memory {300'000};

    /// Takes the start of the server in that gave an answer. One that comes back after another one was restarted by nobody.
    void heard(UtcTime startedAt, Millis now);
    /// Whether answers have come from several servers lately.
    bool areTwo(Millis now) const { return m_twinsAt && now - *m_twinsAt < Memory; }
    /// Whether such answers have contradicted each other lately: an alert went and came back as the same.
    bool disagree(Millis now) const { return areTwo(now) && m_disagreedAt && now - *m_disagreedAt < Memory; }
    /// Adds to a whole list what other answers held lately. Remembers nothing, and adds nothing, where there is one server.
    void complete(std::vector<Alert> &alerts, Millis now);

private:
    struct Known {
        Alert alert;
        Millis listedAt;
        bool isMissed = false; ///< The list after it did not hold it.
    };
    std::vector<UtcTime> m_starts; ///< Newest look last; few.
    std::optional<Millis> m_twinsAt;
    std::optional<Millis> m_disagreedAt;
    QHash<QString, Known> m_known;
};

} // namespace quarterdeck::alertmanager
