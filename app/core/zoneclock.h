#pragma once

#include "app/core/time.h"

#include <QTimeZone>

#include <vector>

namespace quarterdeck {

/// Divides and rounds towards minus infinity, as times before 1970 need.
constexpr qint64 floorDiv(qint64 a, qint64 b)
{
    return a / b - qint64(a % b != 0 && (a < 0) != (b < 0));
}

/// The wall clock of one time zone over a stretch of time, fast enough for a million look-ups. Units: milliseconds; local times are
/// counted from 1970-01-01T00:00 on the wall.
class ZoneClock {
public:
    /// From an instant on the wall clock is so far ahead of UTC.
    struct Change {
        qint64 from = 0;
        qint64 offset = 0;
    };

    /// An invalid zone is UTC.
    ZoneClock(const QTimeZone &zone, TimeRange range);
    /// A zone of which only its changes are known, in order; before the first it has `earliest`.
    ZoneClock(qint64 earliest, const std::vector<Change> &changes);
    qint64 toLocal(UtcTime at) const { return at.ms + offsetAt(at.ms); }
    /// The instant of a wall time; in the gap or the repeated hour of a clock change, the one by the offset before it (RFC 5545).
    UtcTime fromLocal(qint64 local) const;
    /// The wall clock shows that time at some instant: false in the gap of a change.
    bool shows(qint64 local) const { return toLocal(fromLocal(local)) == local; }
    /// When the wall clock first shows that time or a later one: in a gap, the change itself.
    UtcTime reaches(qint64 local) const;

private:
    qint64 offsetAt(qint64 utc) const;
    std::size_t changeAt(qint64 local) const;
    std::vector<Change> m_changes;
};

} // namespace quarterdeck
