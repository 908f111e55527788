#pragma once

#include "app/core/result.h"
#include "app/core/time.h"

#include <QByteArrayView>
#include <QStringList>

namespace quarterdeck::icinga2 {

/// What GET /v1/status/CIB says.
struct Counts {
    Millis uptime {0};
    qint64 pending = 0; ///< Hosts and services that have never been checked.
};
/// Errors: BadPayload, with a JSON pointer.
Result<Counts> parseCounts(QByteArrayView body);

/// What GET /v1/status/IcingaApplication says.
struct Switches {
    UtcTime startedAt; ///< By the server's clock; invalid where it is not told.
    bool checksHosts = true;
    bool checksServices = true;
    bool notifies = true;
};
/// What is not told is on. Errors: BadPayload.
Result<Switches> parseSwitches(QByteArrayView body);

/// What GET /v1/status/ApiListener says: its neighbours only, that is its own zone, the one above it and those right below.
struct Cluster {
    QStringList zonesAway;  ///< Below it and not connected: nothing new is heard of what is checked there.
    QStringList othersAway; ///< Endpoints of its own zone, or the zone above, that are not connected: it goes on without.
};
/// Errors: BadPayload.
Result<Cluster> parseCluster(QByteArrayView body);

/// All of them.
struct ServerState {
    Counts counts;
    Switches switches;
    Cluster cluster;

    /// The server's own time when it was asked; invalid where it is not told.
    UtcTime now() const { return switches.startedAt.isValid() ? switches.startedAt + counts.uptime : UtcTime {}; }
};

/// Why what the server says may be old, one sentence each: then that nothing is wrong there is not known.
QStringList whyOld(const ServerState &server);
/// What else there is to know of it.
QStringList remarks(const ServerState &server);

} // namespace quarterdeck::icinga2
