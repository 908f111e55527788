#pragma once

#include "app/core/zoneclock.h"
#include "app/kpi/load.h"

namespace quarterdeck {

/// The wall clock of a person over a stretch of time, by the IANA name of their zone; an empty or unknown one is UTC.
ZoneClock clockOfZone(const QByteArray &zone, TimeRange range);

/// The class of a wall time. Units: ms since 1970-01-01T00:00 on the wall.
HourClass hourClassOf(qint64 local);

} // namespace quarterdeck
