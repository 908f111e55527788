#pragma once

#include "app/core/result.h"
#include "app/domain/outcome.h"
#include "app/store/settlement.h"

#include <vector>

namespace quarterdeck {

/// The ids of entries, in their order.
std::vector<QUuid> actionsOf(const std::vector<OutboxEntry> &entries);

/// What an entry ends as without being sent: where nothing is sent, or when it is too late. Nothing where it may be sent.
std::optional<Settlement> settledUnsent(const OutboxEntry &entry, bool isReadOnly, UtcTime now);
/// What an entry becomes by what came of it; nothing where it was not sent.
std::optional<Settlement> settledBy(const QUuid &action, const Outcome &outcome);
/// It waits again, for two looks have not found it.
Settlement settledMissing(const OutboxEntry &entry);
/// True for the states that say that the source has it, or something in its place.
bool hasEffect(OutboxState state);

/// What came of each of so many that were sent together, where the answer tells of all of them; else the same error for each.
std::vector<Result<Outcome>> outcomesOfEach(const Result<std::vector<Outcome>> &outcomes, std::size_t count);

} // namespace quarterdeck
