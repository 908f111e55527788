#pragma once

#include "app/domain/history.h"
#include "app/store/tables/firingstable.h"

namespace quarterdeck {

/// Puts into a firing what its source tells of it: when it was first acknowledged and by whom and, where it is over, when and by whom it was
/// ended. A poll sees only that it happened, and later. `told`: of its alert, oldest first.
void correct(Firing &firing, const std::vector<HistoryEvent> &told);

} // namespace quarterdeck
