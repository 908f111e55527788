#pragma once

#include "app/calendar/calendar.h"
#include "app/domain/oncall.h"
#include "app/sources/calendar/options.h"

namespace quarterdeck {

/// What a calendar says of a range, as who is on call: one policy with one level. One person has one name, however it is spelled.
/// `name`: of the schedule, where neither the options nor the calendar have one.
OnCallPage dutiesOf(const CalendarReading &reading, TimeRange range, const CalendarOptions &options, const QString &name);

/// What of a calendar could not be followed, in words, one sentence for each kind.
QStringList doubtSentences(const std::vector<calendar::Doubt> &doubts);

} // namespace quarterdeck
