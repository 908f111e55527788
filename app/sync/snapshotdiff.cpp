#include "app/sync/snapshotdiff.h"

#include <QSet>

#include <algorithm>

namespace quarterdeck {

KnownAlerts::KnownAlerts(const std::vector<AlertImprint> &open)
{
    m_alerts.reserve(qsizetype(open.size()));
    for (const AlertImprint &alert : open) {
        m_alerts.insert(alert.id, {alert.content, alert.startsAt, alert.lastSeenAt, alert.state});
    }
}

Batch KnownAlerts::compare(const AlertPage &snapshot, const SourceId &source, UtcTime observedAt) const
{
    Batch batch;
    batch.source = source;
    batch.observedAt = observedAt;
    Imprinter imprinter;
    QSet<QString> present;
    present.reserve(qsizetype(snapshot.alerts.size()));
    for (const Alert &alert : snapshot.alerts) {
        present.insert(alert.key.id);
        const auto known = m_alerts.constFind(alert.key.id);
        if (known == m_alerts.constEnd() || isDoubtful(*known, snapshot) || known->content != imprinter.of(alert).content) {
            batch.upserts.push_back(alert);
            batch.upserts.back().lastSeenAt = observedAt;
        }
    }
    if (snapshot.hasAllAlerts()) {
        for (auto it = m_alerts.constBegin(); it != m_alerts.constEnd(); ++it) {
            if (!present.contains(it.key()) && !isDoubtful(*it, snapshot)) {
                batch.gone.push_back({source, it.key()});
            }
        }
    }
    batch.silences = silencesAfter(snapshot);
    batch.areSilencesAll = m_hasSilences || snapshot.isWhole();
    return batch;
}

bool KnownAlerts::isDoubtful(const Known &known, const AlertPage &snapshot)
{
    // A server that was restarted since may have forgotten it.
    return snapshot.heardSince && known.lastSeenAt < *snapshot.heardSince;
}

bool KnownAlerts::isKeeping(const AlertPage &snapshot, const Batch &batch) const
{
    if (!snapshot.hasAllAlerts() || !snapshot.heardSince) {
        return false;
    }
    const auto present = std::ranges::count_if(snapshot.alerts, [this](const Alert &alert) { return m_alerts.contains(alert.key.id); });
    return size() - present > qsizetype(batch.gone.size());
}

std::optional<std::vector<Silence>> KnownAlerts::silencesAfter(const AlertPage &snapshot) const
{
    std::vector<Silence> all = snapshot.silences;
    if (!snapshot.isWhole()) {
        for (const Silence &old : m_silences) {
            if (std::none_of(all.begin(), all.end(), [&old](const Silence &s) { return s.id == old.id; })) {
                all.push_back(old);
            }
        }
    }
    return m_hasSilences && all == m_silences ? std::nullopt : std::optional(std::move(all));
}

std::vector<Alert> KnownAlerts::arrivedIn(const Batch &batch) const
{
    std::vector<Alert> arrived;
    for (const Alert &alert : batch.upserts) {
        const auto known = m_alerts.constFind(alert.key.id);
        const bool isNew = known == m_alerts.constEnd() || known->startsAt < alert.startsAt || known->state != AlertState::Triggered;
        if (isNew && alert.state == AlertState::Triggered) {
            arrived.push_back(alert);
        }
    }
    return arrived;
}

void KnownAlerts::accept(const Batch &batch)
{
    Imprinter imprinter;
    for (const Alert &alert : batch.upserts) {
        m_alerts.insert(alert.key.id, {imprinter.of(alert).content, alert.startsAt, alert.lastSeenAt, alert.state});
    }
    for (const AlertKey &key : batch.gone) {
        m_alerts.remove(key.id);
    }
    if (batch.silences && batch.areSilencesAll) {
        m_silences = *batch.silences;
        m_hasSilences = true;
    }
}

} // namespace quarterdeck
