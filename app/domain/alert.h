#pragma once

#include "app/core/endpoint.h"
#include "app/core/time.h"
#include "app/domain/hold.h"
#include "app/domain/labels.h"
#include "app/domain/severity.h"
#include "app/domain/verb.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace quarterdeck {

/// Identity of an alert: never the bare backend id, never (host, name).
struct AlertKey {
    SourceId source;
    QString id; ///< Alertmanager: the fingerprint.

    bool isValid() const { return !source.isEmpty() && !id.isEmpty(); }
    /// "source:id", as the command line and deep links write it.
    QString toString() const { return source + u':' + id; }
    static AlertKey fromString(QStringView text);
    friend bool operator==(const AlertKey &, const AlertKey &) = default;
    friend size_t qHash(const AlertKey &key, size_t seed = 0) { return qHashMulti(seed, key.source, key.id); }
};

/// The state shown. Precedence: Resolved > Snoozed > Acknowledged > Suppressed > Triggered.
enum class AlertState : quint8 { Triggered, Acknowledged, Snoozed, Suppressed, Resolved };

/// Stable name: "triggered", "acknowledged", "snoozed", "suppressed", "resolved".
QLatin1StringView alertStateName(AlertState state);
/// Inverse of alertStateName; Triggered for an unknown name (an alert is rather shown than hidden).
AlertState alertStateFromName(QStringView name);

/// A queued action as the row shows it beside the true state.
enum class Pending : quint8 { None, Queued, Sending, Unknown, Conflict };

/// A page elsewhere about an alert. Both are foreign text.
struct Link {
    QString title;
    QString url;
    friend bool operator==(const Link &, const Link &) = default;
};

/// One alert of one source, as last seen.
struct Alert {
    AlertKey key;
    QString title;   ///< Label alertname.
    QString summary; ///< Annotation summary, else description, else message.
    Severity severity = Severity::Unknown;
    AlertState state = AlertState::Triggered;
    QString rawState; ///< The backend's own word, for the tooltip.
    QString service;  ///< By service matching; empty when unowned.
    QString team;     ///< Label team, else the owner of the service; empty when unknown.
    QString cluster;  ///< Label cluster.
    Labels labels;
    Labels annotations;
    UtcTime startsAt;
    UtcTime updatedAt;
    UtcTime endsAt;     ///< Rolling future while firing.
    UtcTime lastSeenAt; ///< Time of the last poll that held it.
    UtcTime resolvedAt; ///< Valid only when state is Resolved.
    Holds holds {};     ///< Why it is quiet, and who has it.
    QString generatorUrl;
    QString runbookUrl;           ///< Annotation runbook_url or runbook, as given: untrusted.
    QStringList assigned {};      ///< Names of the people whom the source holds responsible now.
    std::vector<Link> links {};   ///< Where the source shows it, and what it is linked with.
    QString correlation {};       ///< The name by which another source may know the same incident: a dedup key, a fingerprint, host!service.
    VerbSet can = VerbSet::all(); ///< Of the verbs of its source, those that can be done to this one.
    Pending pending = Pending::None;

    /// Who has it, and until when: its acknowledgement or its snooze; all empty where there is none.
    Hold acknowledgement() const;
    /// What keeps it quiet by name: its silences, downtimes and maintenance, without an acknowledgement.
    QStringList mutes() const;
    /// Whether this silence, downtime, maintenance or acknowledgement holds it.
    bool isHeldBy(const QString &id) const;
    bool isOpen() const { return state != AlertState::Resolved; }
    friend bool operator==(const Alert &, const Alert &) = default;
};

/// Fills title, summary, severity, cluster, team and runbookUrl from labels and annotations.
void deriveFields(Alert &alert);

} // namespace quarterdeck
