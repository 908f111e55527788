#include "app/core/nanotime.h"

#include "app/core/time.h"

namespace quarterdeck {

QString nanoTime(qint64 nanos)
{
    constexpr qint64 Second = 1'000'000'000;
    const qint64 part = ((nanos % Second) + Second) % Second;
    const QString whole = toDateTime(UtcTime {(nanos - part) / Second * 1000}).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
    return QStringLiteral("%1.%2Z").arg(whole).arg(part, 9, 10, QLatin1Char('0'));
}

} // namespace quarterdeck
