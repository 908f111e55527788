#include "app/domain/series.h"

#include <algorithm>

namespace quarterdeck {

Millis stepFor(TimeRange range, int pixels, Millis least)
{
    const qint64 length = std::max<qint64>(1000, range.length().count());
    const qint64 perPixel = length / std::max(1, pixels);
    const qint64 perLimit = (length + MostPoints - 1) / MostPoints;
    const qint64 step = std::max({qint64(least.count()), perPixel, perLimit});
    return Millis((step + 999) / 1000 * 1000);
}

} // namespace quarterdeck
