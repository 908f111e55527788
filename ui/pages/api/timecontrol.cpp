#include "ui/pages/api/timecontrol.h"

#include <QTimeZone>

namespace quarterdeck {

TimeControl::TimeControl(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

TimeRange TimeControl::range() const
{
    if (!isSliding()) {
        return m_fixed;
    }
    const UtcTime now = m_clock.now();
    return {now - m_span, now};
}

void TimeControl::setSpan(Millis span)
{
    m_span = span;
    m_fixed = {};
    emit rangeChanged();
}

void TimeControl::setFixed(TimeRange range)
{
    m_fixed = range;
    emit rangeChanged();
}

void TimeControl::setCrosshair(UtcTime at)
{
    if (at == m_crosshair) {
        return;
    }
    m_crosshair = at;
    emit crosshairChanged(at);
}

void TimeControl::setUtc(bool utc)
{
    if (utc != m_utc) {
        m_utc = utc;
        emit zoneChanged();
    }
}

QString TimeControl::clockText(UtcTime at, bool withSeconds) const
{
    const QDateTime moment = m_utc ? toDateTime(at) : toDateTime(at).toLocalTime();
    return moment.toString(withSeconds ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

QString TimeControl::exactText(UtcTime at) const
{
    const QDateTime moment = m_utc ? toDateTime(at) : toDateTime(at).toLocalTime();
    return moment.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) + u' ' + zoneText();
}

QString TimeControl::zoneText() const
{
    return m_utc ? QStringLiteral("UTC") : QTimeZone::systemTimeZone().abbreviation(toDateTime(m_clock.now()));
}

} // namespace quarterdeck
