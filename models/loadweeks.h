#pragma once

#include "models/loadview.h"

namespace quarterdeck {

/// Weeks that the history shows at most.
inline constexpr int loadWeekCount = 26;

/// Interruptions per calendar week, Monday to Sunday in the zone of the team, up to the end of the scope's window; the weeks before
/// `historyFrom` are left out. Oldest first. Pure.
std::vector<LoadWeek> loadWeeks(
    const std::vector<Incident> &incidents, const LoadScope &scope, const ResponderZones &zones, UtcTime now, UtcTime historyFrom);

} // namespace quarterdeck
