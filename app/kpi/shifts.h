#pragma once

#include <QtGlobal>

namespace quarterdeck {

/// Shifts begin at 09:00 and 21:00 of the responder's own clock. Units: ms.
constexpr qint64 ShiftLength = 12 * 3'600'000LL;
constexpr qint64 FirstShift = 9 * 3'600'000LL;

} // namespace quarterdeck
