#pragma once

#include "app/domain/alert.h"
#include "app/domain/silence.h"

#include <QByteArrayView>

namespace quarterdeck::alertmanager {

/// What one member said. Elements that cannot be identified, or are too large, are left out and the first is named in `problem`, as is one
/// that contradicts itself: then the list is not complete.
template <class T> struct Listing {
    std::vector<T> items;
    std::optional<Error> problem;
};

/// Cluster and version of one member.
struct MemberStatus {
    QString version;
    QString clusterStatus; ///< "ready", "settling", "disabled".
    int peers = 0;         ///< Members it knows of, itself included; 0 where there is no cluster.
    UtcTime startedAt;     ///< By its own clock; invalid where it does not say.
    bool mayMute = true;   ///< False where its configuration names no time interval for any route.
};

/// The reply of GET /alerts: state is Triggered or Suppressed, as far as the member alone can say.
/// Errors: BadPayload with a JSON pointer where the whole is not a list.
Result<Listing<Alert>> parseAlerts(QByteArrayView body, const SourceId &source);
/// The reply of GET /alerts/groups, each alert once.
/// Errors: as parseAlerts.
Result<Listing<Alert>> parseGroups(QByteArrayView body, const SourceId &source);
/// The reply of GET /silences, expired ones included.
/// Errors: as parseAlerts.
Result<Listing<Silence>> parseSilences(QByteArrayView body, const SourceId &source);
/// The reply of GET /silence/{id}.
/// Errors: BadPayload.
Result<Silence> parseSilence(QByteArrayView body, const SourceId &source);
/// The id in the reply of POST /silences.
/// Errors: BadPayload.
Result<QString> parseSilenceId(QByteArrayView body);
/// The reply of GET /status.
/// Errors: BadPayload.
Result<MemberStatus> parseStatus(QByteArrayView body);
/// The server's own words in an error body, as one clean line, which comes in three shapes: a bare JSON string, {"code","message"}, or nothing.
QString errorWords(QByteArrayView body);

} // namespace quarterdeck::alertmanager
