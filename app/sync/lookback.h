#pragma once

#include "app/domain/outcome.h"
#include "app/store/settlement.h"
#include "app/sync/deliveryrules.h"
#include "app/sync/entrycourses.h"

#include <vector>

namespace quarterdeck {

/// What looking for entries in doubt came to: each of them stands in one of the lists.
struct LookBack {
    std::vector<OutboxEntry> told;         ///< The source has said what came of these,
    std::vector<Result<Outcome>> outcomes; ///< in their order.
    std::vector<Settlement> again;         ///< Missed twice: they wait to be sent once more.
    std::vector<OutboxEntry> missed;       ///< Missed for the first time, which is to be written down.
    std::vector<OutboxEntry> untold;       ///< Still not known, so that an earlier miss does not count: to be written down as well.
    std::vector<QUuid> resting;            ///< Still not known, and nothing to write down.
};

/// Judges a look for these entries, and lets those rest that are to be looked for or sent again; those of one list for equally long, so that they
/// go together again. An entry counts as not arrived where two looks have missed it, `rules.confirmAfter` apart, this process's or not.
LookBack lookedBack(const std::vector<OutboxEntry> &entries, const std::vector<Result<Outcome>> &outcomes, EntryCourses &courses,
    const DeliveryRules &rules, const Clock &clock);

} // namespace quarterdeck
