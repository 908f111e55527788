#include "app/store/applying.h"

#include "app/store/firingupdate.h"
#include "app/store/tables/alertstable.h"
#include "app/store/tables/outboxtable.h"
#include "app/store/tables/silencestable.h"
#include "app/store/tables/statusestable.h"

namespace quarterdeck {

namespace {

/// The work of one batch, inside its transactions.
class Applying {
public:
    Applying(Databases &databases, const Batch &batch)
        : m_batch(batch)
        , m_alerts(*databases.cache)
        , m_silences(*databases.cache)
        , m_statuses(*databases.cache)
        , m_firings(*databases.state)
        , m_pending(OutboxTable(*databases.state).pending())
        , m_lastPollAt(m_statuses.lastOkAt(batch.source))
    {
    }

    ChangeSet run(UtcTime now)
    {
        for (const Alert &alert : m_batch.upserts) {
            upsert(alert);
        }
        for (const AlertKey &key : m_batch.gone) {
            resolve(key);
        }
        if (m_batch.silences) {
            m_changes.silences = m_silences.replace(m_batch.source, *m_batch.silences);
        }
        if (m_batch.status) {
            m_statuses.put(*m_batch.status);
        }
        m_changes.removedAlerts = m_alerts.ageOut(now - ResolvedListed);
        return std::move(m_changes);
    }

private:
    void upsert(Alert alert)
    {
        const std::optional<Alert> before = m_alerts.find(alert.key);
        const UtcTime known = before && before->isOpen() ? std::max(before->lastSeenAt, m_lastPollAt) : UtcTime {};
        m_changes.history |= m_firings.seen(alert, known, m_batch.observedAt);
        if (alert.isOpen()) {
            alert.resolvedAt = {};
        } else if (!alert.resolvedAt.isValid()) {
            alert.resolvedAt = m_batch.observedAt;
        }
        put(std::move(alert));
    }

    void resolve(const AlertKey &key)
    {
        m_changes.history |= m_firings.ended(key, m_batch.observedAt);
        std::optional<Alert> alert = m_alerts.find(key);
        if (!alert || !alert->isOpen()) {
            return;
        }
        alert->state = AlertState::Resolved;
        alert->resolvedAt = m_batch.observedAt;
        put(std::move(*alert));
    }

    void put(Alert alert)
    {
        m_alerts.put(alert);
        alert.pending = m_pending.value(alert.key, Pending::None);
        m_changes.changedAlerts.push_back(std::move(alert));
    }

    const Batch &m_batch;
    AlertsTable m_alerts;
    SilencesTable m_silences;
    StatusesTable m_statuses;
    FiringUpdate m_firings;
    QHash<AlertKey, Pending> m_pending;
    UtcTime m_lastPollAt;
    ChangeSet m_changes;
};

} // namespace

ChangeSet applyBatch(Databases &databases, const Batch &batch, UtcTime now)
{
    sqlite::Transaction state(*databases.state);
    sqlite::Transaction cache(*databases.cache);
    ChangeSet changes = Applying(databases, batch).run(now);
    // State first: what it holds already is recognised when the batch comes again, what the cache alone held would be lost.
    const bool isWritten = !databases.cache->hasFailed() && state.commit() && cache.commit();
    return isWritten ? changes : ChangeSet {};
}

} // namespace quarterdeck
