#pragma once

#include "app/sources/api/source.h"
#include "app/store/batch.h"

#include <QHash>

namespace quarterdeck {

/// The open alerts and silences of one source as they were stored last.
class KnownAlerts {
public:
    KnownAlerts() = default;
    /// From what is stored.
    explicit KnownAlerts(const std::vector<Alert> &open);

    /// What a snapshot changes. Alerts that are absent are gone only when the snapshot is complete.
    Batch compare(const AlertSnapshot &snapshot, const SourceId &source, UtcTime observedAt) const;
    /// Alerts of the batch that began to fire or fired again and that nobody has handled.
    std::vector<Alert> arrivedIn(const Batch &batch) const;
    /// Takes the batch over, once it is stored.
    void accept(const Batch &batch);
    qsizetype size() const { return m_alerts.size(); }

private:
    std::optional<std::vector<Silence>> silencesAfter(const AlertSnapshot &snapshot) const;

    QHash<QString, Alert> m_alerts;
    std::vector<Silence> m_silences;
    bool m_hasSilences = false;
};

} // namespace quarterdeck
