#include "app/sync/snapshotdiff.h"

#include <QSet>

#include <algorithm>
#include <tuple>

namespace quarterdeck {

namespace {

// Everything but the times that roll on with each poll and the mark of the outbox, which is the store's.
auto lastingPart(const Alert &a)
{
    return std::tie(a.state, a.startsAt, a.rawState, a.severity, a.title, a.summary, a.service, a.team, a.cluster, a.labels, a.annotations,
        a.silencedBy, a.inhibitedBy, a.ackSilence, a.acknowledgedBy, a.acknowledgedUntil, a.generatorUrl, a.runbookUrl);
}

} // namespace

KnownAlerts::KnownAlerts(const std::vector<Alert> &open)
{
    for (const Alert &alert : open) {
        m_alerts.insert(alert.key.id, alert);
    }
}

Batch KnownAlerts::compare(const AlertSnapshot &snapshot, const SourceId &source, UtcTime observedAt) const
{
    Batch batch;
    batch.source = source;
    batch.observedAt = observedAt;
    QSet<QString> present;
    present.reserve(qsizetype(snapshot.alerts.size()));
    for (const Alert &alert : snapshot.alerts) {
        present.insert(alert.key.id);
        const auto known = m_alerts.constFind(alert.key.id);
        if (known == m_alerts.constEnd() || lastingPart(*known) != lastingPart(alert)) {
            batch.upserts.push_back(alert);
            batch.upserts.back().lastSeenAt = observedAt;
        }
    }
    if (snapshot.isComplete) {
        for (auto it = m_alerts.constBegin(); it != m_alerts.constEnd(); ++it) {
            if (!present.contains(it.key())) {
                batch.gone.push_back(it->key);
            }
        }
    }
    batch.silences = silencesAfter(snapshot);
    return batch;
}

std::optional<std::vector<Silence>> KnownAlerts::silencesAfter(const AlertSnapshot &snapshot) const
{
    std::vector<Silence> all = snapshot.silences;
    if (!snapshot.isComplete) {
        for (const Silence &old : m_silences) {
            if (std::none_of(all.begin(), all.end(), [&old](const Silence &s) { return s.id == old.id; })) {
                all.push_back(old);
            }
        }
    }
    if (m_hasSilences && all == m_silences) {
        return std::nullopt;
    }
    if (!m_hasSilences && !snapshot.isComplete) {
        return std::nullopt;
    }
    return all;
}

std::vector<Alert> KnownAlerts::arrivedIn(const Batch &batch) const
{
    std::vector<Alert> arrived;
    for (const Alert &alert : batch.upserts) {
        const auto known = m_alerts.constFind(alert.key.id);
        const bool isNew = known == m_alerts.constEnd() || known->startsAt < alert.startsAt;
        if (isNew && alert.state == AlertState::Triggered) {
            arrived.push_back(alert);
        }
    }
    return arrived;
}

void KnownAlerts::accept(const Batch &batch)
{
    for (const Alert &alert : batch.upserts) {
        m_alerts.insert(alert.key.id, alert);
    }
    for (const AlertKey &key : batch.gone) {
        m_alerts.remove(key.id);
    }
    if (batch.silences) {
        m_silences = *batch.silences;
        m_hasSilences = true;
    }
}

} // namespace quarterdeck
