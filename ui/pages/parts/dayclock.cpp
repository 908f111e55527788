#include "ui/pages/parts/dayclock.h"

#include "ui/pages/api/timecontrol.h"
#include "ui/widgets/phrases.h"

#include <QCoreApplication>

namespace quarterdeck {

QString dayClockText(const TimeControl &time, UtcTime at, UtcTime now)
{
    const QString clock = time.clockText(at, false);
    const QDate day = dayOf(time, at);
    return day == dayOf(time, now) ? clock : QCoreApplication::translate("DayClock", "%1 %2", "a day and a time").arg(phrases::day(day), clock);
}

QDate dayOf(const TimeControl &time, UtcTime at)
{
    return time.isUtc() ? toDateTime(at).date() : toDateTime(at).toLocalTime().date();
}

} // namespace quarterdeck
