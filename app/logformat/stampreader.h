#pragma once

#include "app/logformat/stamp.h"

namespace quarterdeck::logformat {

// Each reads one way to write a time at the start of `text`; nothing where it is not written so. Pure.

/// "2026-11-30T03:35:47.25+05:30", "2026/11/30 03:48:33", "2026-11-30  3:30:34", "30-Nov-2026 03:42:24.425"; a zone by offset, Z or word.
std::optional<Placed> readDateTime(QByteArrayView text);
/// "Nov 30 03:35:47", with a year after it or without, and "Nov 30, 2026 3:42:42 PM".
std::optional<Placed> readMonthFirst(QByteArrayView text);
/// "Mon Nov 30 03:48:28.119621 2026".
std::optional<Placed> readWeekday(QByteArrayView text);
/// "30/Nov/2026:03:48:31 +0530".
std::optional<Placed> readAccessTime(QByteArrayView text);
/// "261130  3:30:37".
std::optional<Placed> readShortDate(QByteArrayView text);
/// "1130 03:32:28.313387", as klog writes it after the letter of the level.
std::optional<Placed> readMonthDay(QByteArrayView text);
/// A number of seconds with or without a fraction, of milliseconds, microseconds or nanoseconds since the epoch, in this century.
std::optional<Placed> readEpoch(QByteArrayView text);
/// "@400000006b0ca6591b71044c": 64 bits of TAI seconds, and nanoseconds.
std::optional<Placed> readTai64(QByteArrayView text);

} // namespace quarterdeck::logformat
