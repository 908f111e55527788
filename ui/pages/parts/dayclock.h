#pragma once

#include "app/core/time.h"

#include <QString>

namespace quarterdeck {

class TimeControl;

/// "18:00", or with the day where it is another one than that of `now`: "5 Dec 18:00". In the zone shown.
QString dayClockText(const TimeControl &time, UtcTime at, UtcTime now);
/// The day of an instant in the zone shown.
QDate dayOf(const TimeControl &time, UtcTime at);

} // namespace quarterdeck
