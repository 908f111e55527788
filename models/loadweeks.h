#pragma once

#include "models/loadview.h"

namespace quarterdeck {

/// Weeks that the history shows at most.
inline constexpr int loadWeekCount = 26;

/// Interruptions per calendar week, Monday to Sunday in the zone of the team, up to the end of the scope's window; the weeks before
/// the table's oldest incident are left out. Oldest first. Pure.
std::vector<LoadWeek> loadWeeks(const LoadTable &table, const LoadScope &scope, UtcTime now);

} // namespace quarterdeck
