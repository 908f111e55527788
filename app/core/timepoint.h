#pragma once

#include "app/core/time.h"

namespace quarterdeck {

/// Which end of a range a time is.
enum class RangeEnd : quint8 { From, To };

/// Reads one end of a range: "now", "now-6h", "now - 1h", "now/d" and "now-1d/d" (the start of that day in the local zone, or its end
/// where the time is the end of the range; also s, m, h, M and y), RFC 3339, "2026-11-21 07:00" and "2026-11-21 07:00:12" (UTC unless
/// "UTC", "Z", an offset or the local zone's abbreviation follows) or seconds or milliseconds since the epoch.
std::optional<UtcTime> parseTimePoint(QStringView text, UtcTime now, RangeEnd end);

} // namespace quarterdeck
