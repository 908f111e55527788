#pragma once

#include "app/logformat/cursor.h"
#include "app/logformat/stamp.h"

namespace quarterdeck::logformat {

// The parts of a written time. Each goes forward over what it takes, and stays where it takes nothing.

/// What stands below a second.
struct Fraction {
    qint32 nanos = 0;
    int digits = 0;
    bool isUnreadable = false;
};

/// What stands for the zone.
struct ZoneText {
    std::optional<int> offset; ///< Seconds east of UTC.
    std::array<char, 6> word {};
};

/// "Nov": 11; 0 for anything else.
int takeMonth(Cursor &text);
/// "Mon".
bool takeWeekday(Cursor &text);
/// "03:48:33" or "3:48:33".
bool takeClock(Cursor &text, Civil &civil);
/// "PM" after a space: the hour of `civil` becomes that of a whole day.
void takeHalfOfDay(Cursor &text, Civil &civil);
/// ".123" or ",123". What is no number before a zone is a fraction that cannot be read, where `mayBeBroken`.
Fraction takeFraction(Cursor &text, bool mayBeBroken);
/// "Z", "+05:30", " +0530", " -03", " IST".
ZoneText takeZone(Cursor &text);

} // namespace quarterdeck::logformat
