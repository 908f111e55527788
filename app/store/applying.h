#pragma once

#include "app/store/batch.h"
#include "app/store/databases.h"

#include <functional>

namespace quarterdeck {

/// Writes one batch, a large one in several transactions of at most BatchPart alerts, or fewer while `isAwaited` says that somebody waits for
/// the databases. After each `between` receives what has been committed by it; it may use the databases. What happened to an alert is decided by the
/// firings of state.db alone, so that a batch that is applied again, after a crash in its midst, adds nothing twice; new alerts come before those
/// that are gone and the status of the source comes last, so that no part of it looks like an all-clear. Thread: db. Errors: stay in the connections;
/// the parts before them are kept.
void applyBatch(
    Databases &databases, const Batch &batch, UtcTime now, const std::function<bool()> &isAwaited, const std::function<void(ChangeSet)> &between);

/// Alerts written by one transaction: each writes the pages of the indexes anew and waits for the disk.
constexpr std::size_t BatchPart = 10'000;

/// Alerts after which it is asked whether somebody waits: what a person does waits no longer than for these.
constexpr std::size_t BatchStep = 1000;

/// How long a resolved alert stays listed.
constexpr Millis ResolvedListed {3'600'000};

} // namespace quarterdeck
