#pragma once

#include "app/calendar/event.h"
#include "app/core/zoneclock.h"

#include <map>

namespace quarterdeck::calendar {

/// The wall clocks of the zones that a calendar names: by their IANA name, also where it stands behind a path of a vendor or is the one of
/// Windows, else by their VTIMEZONE. Not for several threads at once.
class Zones {
public:
    /// `content` outlives it. `range`: where the clocks are asked. `otherwise`: of days and times without a zone, if the calendar has none.
    Zones(const Content &content, TimeRange range, QTimeZone otherwise);
    UtcTime instantOf(const WrittenTime &time) { return clockOf(time).fromLocal(time.local); }
    const ZoneClock &clockOf(const WrittenTime &time);
    const std::vector<Doubt> &doubts() const { return m_doubts; }

private:
    ZoneClock named(const QByteArray &id);
    ZoneClock ofCalendar();
    ZoneClock byObservances(const std::vector<Observance> &observances) const;

    const Content &m_content;
    TimeRange m_range;
    QTimeZone m_otherwise;
    ZoneClock m_utc;
    std::map<QByteArray, ZoneClock> m_clocks; ///< By TZID; that of the calendar by an empty one.
    std::vector<Doubt> m_doubts;
};

} // namespace quarterdeck::calendar
