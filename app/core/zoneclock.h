#pragma once

#include "app/kpi/load.h"

#include <vector>

namespace quarterdeck {

/// Divides and rounds towards minus infinity, as times before 1970 need.
constexpr qint64 floorDiv(qint64 a, qint64 b)
{
    return a / b - qint64(a % b != 0 && (a < 0) != (b < 0));
}

/// The class of a wall time. Units: ms since 1970-01-01T00:00 on the wall.
HourClass hourClassOf(qint64 local);

/// The wall clock of one time zone over a stretch of time, fast enough for a million look-ups. Units: milliseconds; local times are
/// counted from 1970-01-01T00:00 on the wall.
class ZoneClock {
public:
    /// An unknown zone is UTC.
    ZoneClock(const QByteArray &zone, TimeRange range);
    qint64 toLocal(UtcTime at) const { return at.ms + offsetAt(at.ms); }
    /// The instant of a wall time; in the gap or the repeated hour of a clock change, the one by the offset before it (RFC 5545).
    UtcTime fromLocal(qint64 local) const;
    /// When the wall clock first shows that time or a later one: in a gap, the change itself.
    UtcTime reaches(qint64 local) const;

private:
    struct Change {
        qint64 from = 0;
        qint64 offset = 0;
    };
    qint64 offsetAt(qint64 utc) const;
    std::size_t changeAt(qint64 local) const;
    std::vector<Change> m_changes;
};

} // namespace quarterdeck
