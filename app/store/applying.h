#pragma once

#include "app/store/batch.h"
#include "app/store/databases.h"

namespace quarterdeck {

/// Writes one batch. What happened to an alert is decided by the firings of state.db alone, so that a batch that is applied again
/// after a crash between the two databases adds nothing twice. Thread: db.
/// Errors: stay in the connections.
ChangeSet applyBatch(Databases &databases, const Batch &batch, UtcTime now);

/// How long a resolved alert stays listed.
constexpr Millis ResolvedListed {3'600'000};

} // namespace quarterdeck
