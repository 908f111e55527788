#pragma once

#include "app/calendar/event.h"
#include "app/core/time.h"

#include <QTimeZone>

namespace quarterdeck {

/// A stretch of time in which a calendar says that something is so.
struct CalendarShift {
    QString summary;       ///< Foreign.
    QStringList attendees; ///< Addresses. Foreign.
    UtcTime from;
    UtcTime to; ///< The first instant after it.

    friend bool operator==(const CalendarShift &, const CalendarShift &) = default;
};

/// What a calendar says of a range.
struct CalendarReading {
    QString name;                      ///< What it calls itself; may be empty. Foreign.
    std::vector<CalendarShift> shifts; ///< Those that reach into the range, whole, by start.
    std::vector<calendar::Doubt> doubts;
};

/// Reads an iCalendar file by RFC 5545: zones, rules, exceptions and edited instances. `zone`: of days and times that name none, where
/// the calendar does not say it either; invalid: that of this machine, with a doubt. Thread: any.
/// Errors: BadPayload, when it is no calendar, or is cut off.
Result<CalendarReading> readCalendar(const QByteArray &text, TimeRange range, const QTimeZone &zone);

} // namespace quarterdeck
