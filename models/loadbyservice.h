#pragma once

#include "app/kpi/load.h"

#include <QHash>

namespace quarterdeck {

/// Interruptions in a window by service (lower case), by the same definition as the load page. Pure; O(n log n).
QHash<QString, int> loadByService(const std::vector<Incident> &incidents, TimeRange window, const ResponderZones &zones, UtcTime now);

} // namespace quarterdeck
