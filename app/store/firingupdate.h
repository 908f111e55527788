#pragma once

#include "app/store/tables/eventstable.h"
#include "app/store/tables/firingstable.h"
#include "app/store/tables/historytable.h"

namespace quarterdeck {

/// Keeps firings and history in step with what polls say. Thread: db.
class FiringUpdate {
public:
    explicit FiringUpdate(sqlite::Connection &state)
        : m_state(state)
        , m_firings(state)
        , m_history(state)
    {
    }
    /// The newest firing of an alert, for seen().
    std::optional<Firing> newest(const AlertKey &alert) { return m_firings.newest(alert); }
    /// The same for several alerts of one source, no two of one key, in their order.
    std::vector<std::optional<Firing>> newestOf(std::span<const Alert> alerts) { return m_firings.newestOf(alerts); }
    /// An alert as a poll holds it, and its newest firing. `knownFiringUntil`: last time it was seen before; a start after it is another
    /// firing, an earlier one a correction. True when history was written.
    bool seen(const Alert &alert, std::optional<Firing> last, UtcTime knownFiringUntil, UtcTime observedAt);
    /// The alert is over. True when history was written.
    bool ended(const AlertKey &alert, UtcTime at);
    /// A person's acknowledgement is confirmed; only the first counts.
    void acknowledged(const AlertKey &alert, const QString &who, UtcTime at);
    /// Its source has told more of an alert.
    void told(const AlertKey &alert);

private:
    bool begin(const Alert &alert, const std::optional<Firing> &last, UtcTime observedAt);
    bool refresh(const Firing &before, const Alert &alert, UtcTime observedAt);

    /// As its source tells it, where it does.
    void store(Firing &firing);
    bool tells(const SourceId &source);

    sqlite::Connection &m_state;
    FiringsTable m_firings;
    HistoryTable m_history;
    QHash<SourceId, bool> m_tells; ///< Sources that tell of the past.
};

} // namespace quarterdeck
