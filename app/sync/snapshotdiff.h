#pragma once

#include "app/domain/imprint.h"
#include "app/sources/api/alertface.h"
#include "app/store/batch.h"

#include <QHash>

namespace quarterdeck {

/// The open alerts, by their imprints, and the silences of one source as they were stored last.
class KnownAlerts {
public:
    KnownAlerts() = default;
    /// From what is stored.
    explicit KnownAlerts(const std::vector<AlertImprint> &open);

    /// What a snapshot changes. Alerts that are absent are gone only when the snapshot is complete, and where it has a `heardSince` only
    /// those that were seen since then; those that are seen for the first time since then change, so that this is known later.
    Batch compare(const AlertPage &snapshot, const SourceId &source, UtcTime observedAt) const;
    /// Whether alerts stay that a complete snapshot would have ended, had it no `heardSince`. `batch` is what compare() made of it.
    bool isKeeping(const AlertPage &snapshot, const Batch &batch) const;
    /// Alerts of the batch that ask for somebody and did not before: they began to fire, fired again, or their silence, acknowledgement,
    /// mute or inhibition ended while they fire.
    std::vector<Alert> arrivedIn(const Batch &batch) const;
    /// Takes the batch over, once it is stored.
    void accept(const Batch &batch);
    qsizetype size() const { return m_alerts.size(); }

private:
    std::optional<std::vector<Silence>> silencesAfter(const AlertPage &snapshot) const;

    struct Known {
        AlertImprint::Digest content {};
        UtcTime startsAt;
        UtcTime lastSeenAt;
        AlertState state = AlertState::Triggered;
    };
    static bool isDoubtful(const Known &known, const AlertPage &snapshot);

    QHash<QString, Known> m_alerts;
    std::vector<Silence> m_silences;
    bool m_hasSilences = false;
};

} // namespace quarterdeck
