#pragma once

#include "app/core/time.h"
#include "app/domain/alert.h"

#include <QHash>
#include <QSet>

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

    /// Takes the start of the server in that gave an answer, by the clock of the server, which is ahead of ours by `skew`. One that comes back
    /// after another one was restarted by nobody; nor was one that ran already when another one answered. `at`: now by our clock.
    void heard(UtcTime startedAt, Millis now, UtcTime at = {}, Millis skew = {});
    /// Whether answers have come from several servers lately.
    bool areTwo(Millis now) const { return m_twinsAt && now - *m_twinsAt < Memory; }
    /// Whether such answers have contradicted each other lately: an alert went and came back as the same.
    bool disagree(Millis now) const { return areTwo(now) && m_disagreedAt && now - *m_disagreedAt < Memory; }
    /// There are several, and only one of them has answered in this run: what the others list is not known.
    bool isBlind(Millis now) const;
    /// What another run is to know: starts, and until when they count as several. Changes when one of them does.
    QString memory(Millis now, UtcTime at) const;
    /// Takes in what another run has learnt; `lastHeard`: when it heard the last of them.
    void remember(const QString &memory, UtcTime lastHeard, Millis now, UtcTime at);
    /// Adds to a whole list what other answers held lately. Remembers nothing, and adds nothing, where there is one server.
    void complete(std::vector<Alert> &alerts, Millis now);

private:
    struct Known {
        Alert alert;
        Millis listedAt;
        bool isMissed = false; ///< The list after it did not hold it.
    };
    std::vector<UtcTime> m_starts; ///< Newest look last; few.
    QSet<qint64> m_heard;          ///< Starts that answered in this run.
    UtcTime m_lastHeard;           ///< By our clock.
    std::optional<Millis> m_twinsAt;
    std::optional<Millis> m_disagreedAt;
    QHash<QString, Known> m_known;
};

} // namespace quarterdeck::alertmanager
