#include "app/store/applying.h"

#include "app/store/firingupdate.h"
#include "app/store/tables/alertstable.h"
#include "app/store/tables/cursorstable.h"
#include "app/store/tables/outboxtable.h"
#include "app/store/tables/silencestable.h"
#include "app/store/tables/statusestable.h"

#include <algorithm>
#include <future>
#include <span>

namespace quarterdeck {

namespace {

constexpr std::size_t WorthALookUp = 64;

/// The work on one part of a batch, inside its transactions.
class Applying {
public:
    Applying(Databases &databases, const Batch &batch, UtcTime lastPollAt)
        : m_batch(batch)
        , m_alerts(*databases.cache)
        , m_silences(*databases.cache)
        , m_statuses(*databases.cache)
        , m_firings(*databases.state)
        , m_cursors(*databases.state)
        , m_pending(OutboxTable(*databases.state).pending())
        , m_lastPollAt(lastPollAt)
    {
    }

    void upsert(std::span<const Alert> alerts)
    {
        // One part is looked up at once, unless it is small or what is written for one alert may change what is found for another.
        const auto places = alerts.size() >= WorthALookUp ? m_alerts.placesOf(alerts) : std::nullopt;
        if (!places) {
            for (const Alert &alert : alerts) {
                upsert(alert, m_alerts.placeOf(alert.key), m_firings.newest(alert.key));
            }
            return;
        }
        const std::size_t first = m_changes.changedAlerts.size();
        for (const Alert &alert : alerts) {
            tell(toStore(alert));
        }
        // Each of the two connections has a thread of its own meanwhile; where none can be had, one is written after the other.
        auto rows = std::async(std::launch::async | std::launch::deferred, [&] {
            for (std::size_t i = 0; i < alerts.size(); ++i) {
                m_alerts.put(m_changes.changedAlerts[first + i], places->at(i));
            }
        });
        std::vector<std::optional<Firing>> firings = m_firings.newestOf(alerts);
        for (std::size_t i = 0; i < alerts.size(); ++i) {
            see(alerts[i], places->at(i), std::move(firings[i]));
        }
        rows.get();
    }

    void resolve(const AlertKey &key)
    {
        m_changes.history |= m_firings.ended(key, m_batch.observedAt);
        std::optional<Alert> alert = m_alerts.find(key);
        if (!alert || !alert->isOpen()) {
            return;
        }
        alert->state = AlertState::Resolved;
        // It was in every complete answer until this one.
        alert->lastSeenAt = std::max(alert->lastSeenAt, m_lastPollAt);
        alert->resolvedAt = m_batch.observedAt;
        put(std::move(*alert), m_alerts.placeOf(key));
    }

    void putRest()
    {
        if (m_batch.silences) {
            m_changes.silences = m_silences.replace(m_batch.source, m_batch.areSilencesAll ? *m_batch.silences : withStored(*m_batch.silences));
        }
        if (m_batch.memory) {
            m_cursors.putMemory(m_batch.source, *m_batch.memory);
        }
        if (m_batch.status) {
            m_statuses.put(*m_batch.status);
        }
    }

    void ageOut(UtcTime time) { m_changes.removedAlerts = m_alerts.ageOut(time, int(BatchStep)); }
    ChangeSet take() { return std::move(m_changes); }

private:
    void upsert(const Alert &alert, const AlertsTable::Place &place, std::optional<Firing> firing)
    {
        see(alert, place, std::move(firing));
        put(toStore(alert), place);
    }

    void see(const Alert &alert, const AlertsTable::Place &place, std::optional<Firing> firing)
    {
        const UtcTime known = place.isOpen ? std::max(place.lastSeenAt, m_lastPollAt) : UtcTime {};
        m_changes.history |= m_firings.seen(alert, std::move(firing), known, m_batch.observedAt);
    }

    Alert toStore(Alert alert) const
    {
        if (alert.isOpen()) {
            alert.resolvedAt = {};
        } else if (!alert.resolvedAt.isValid()) {
            alert.resolvedAt = m_batch.observedAt;
        }
        return alert;
    }

    std::vector<Silence> withStored(std::vector<Silence> silences)
    {
        for (Silence &stored : m_silences.ofSource(m_batch.source)) {
            if (std::ranges::find(silences, stored.id, &Silence::id) == silences.end()) {
                silences.push_back(std::move(stored));
            }
        }
        return silences;
    }

    void put(Alert alert, const AlertsTable::Place &place) { m_alerts.put(tell(std::move(alert)), place); }

    const Alert &tell(Alert alert)
    {
        alert.pending = m_pending.value(alert.key, Pending::None);
        return m_changes.changedAlerts.emplace_back(std::move(alert));
    }

    const Batch &m_batch;
    AlertsTable m_alerts;
    SilencesTable m_silences;
    StatusesTable m_statuses;
    FiringUpdate m_firings;
    CursorsTable m_cursors;
    QHash<AlertKey, Pending> m_pending;
    UtcTime m_lastPollAt;
    ChangeSet m_changes;
};

/// Writes the alerts from one place of the batch to before another, those that are gone behind the others.
std::size_t applyStep(Applying &applying, const Batch &batch, std::size_t from, std::size_t to)
{
    const std::size_t upserts = batch.upserts.size();
    if (from < upserts) {
        applying.upsert(std::span(batch.upserts).subspan(from, std::min(to, upserts) - from));
    }
    for (std::size_t at = std::max(from, upserts); at < to; ++at) {
        applying.resolve(batch.gone[at - upserts]);
    }
    return to;
}

} // namespace

void applyBatch(
    Databases &databases, const Batch &batch, UtcTime now, const std::function<bool()> &isAwaited, const std::function<void(ChangeSet)> &between)
{
    const UtcTime lastPollAt = StatusesTable(*databases.cache).lastOkAt(batch.source);
    const std::size_t all = batch.upserts.size() + batch.gone.size();
    std::size_t at = 0;
    for (bool isLast = false; !isLast;) {
        ChangeSet part;
        {
            sqlite::Transaction state(*databases.state);
            sqlite::Transaction cache(*databases.cache);
            Applying applying(databases, batch, lastPollAt);
            const std::size_t end = std::min(at + BatchPart, all);
            do {
                at = applyStep(applying, batch, at, std::min(at + BatchStep, end));
            } while (at < end && !isAwaited());
            if (at == all) {
                applying.putRest();
                applying.ageOut(now - ResolvedListed);
            }
            part = applying.take();
            isLast = at == all && part.removedAlerts.size() < BatchStep;
            // State first: what it holds already is recognised when the batch comes again, what the cache alone held would be lost.
            if (databases.cache->hasFailed() || !state.commit() || !cache.commit()) {
                return;
            }
        }
        between(std::move(part));
    }
}

} // namespace quarterdeck
