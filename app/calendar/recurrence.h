#pragma once

#include "app/calendar/event.h"

namespace quarterdeck::calendar {

/// The starts that a rule makes.
struct Starts {
    std::vector<qint64> locals;       ///< Ascending. Units: ms on the wall.
    std::optional<WrittenTime> until; ///< The last that the rule allows; it is not applied yet.
    bool isWhole = true;              ///< False where there are too many up to the limit.
};

/// The starts of an RRULE, from the first one up to `limit`. A date that does not exist, such as February 30, is none. Nothing where the
/// rule is not read. Thread: any.
std::optional<Starts> startsOf(const QByteArray &rule, const WrittenTime &first, qint64 limit);

} // namespace quarterdeck::calendar
