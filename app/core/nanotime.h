#pragma once

#include <QString>

namespace quarterdeck {

/// "2026-11-21T08:00:00.123456789Z": nanoseconds since the epoch, in UTC.
QString nanoTime(qint64 nanos);

} // namespace quarterdeck
