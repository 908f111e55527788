#pragma once

#include "app/core/endpoint.h"

#include <QSet>
#include <QStringList>

#include <optional>
#include <vector>

namespace quarterdeck {

/// Which servers a source stands for, as digests, one an address: what is stored under its name is theirs.
struct SourceAddress {
    SourceId source;
    QStringList digests;
};

/// The digests of an endpoint: of each address with what else decides what a server answers (kind, path, headers such as the tenant's).
SourceAddress addressOf(const Endpoint &endpoint);

/// What reads leave out.
struct HiddenSources {
    QSet<SourceId> changed;                     ///< What is stored of them is another server's.
    std::optional<QSet<SourceId>> alertSources; ///< Only alerts of these are listed: nobody asks the others whether they still fire.

    /// Whether what is cached of a source, or of any for an empty name, may be another server's.
    bool hides(const SourceId &source) const { return source.isEmpty() ? !changed.isEmpty() : changed.contains(source); }
    bool hidesAlertsOf(const SourceId &source) const { return changed.contains(source) || (alertSources && !alertSources->contains(source)); }
};

struct Databases;

/// Sources none of whose addresses is one that was noted before. One that was never noted is taken as it is. Thread: db.
QSet<SourceId> changedSources(Databases &databases, const std::vector<SourceAddress> &sources);

/// Drops what the cache holds of the changed sources and notes the addresses of all. What fired when the old server was last heard counts
/// as over then; history, notes and outbox stay. Thread: db. Errors: stay in the connections.
void adoptSources(Databases &databases, const std::vector<SourceAddress> &sources, const QSet<SourceId> &changed, UtcTime now);

} // namespace quarterdeck
