#pragma once

#include "app/domain/logline.h"
#include "app/domain/series.h"

#include <cmath>

namespace quarterdeck {

/// When everything that widgets show in tests began; any round time does.
constexpr UtcTime Start {1'795'270'800'000};

/// A curve that waves around `level` and climbs by `rise` near its end.
inline Series wave(int points, qint64 stepMs, const QString &unit, double level, double rise = 0)
{
    Series series;
    series.unit = unit;
    for (int i = 0; i < points; ++i) {
        const double bend = rise == 0 ? 0 : rise / (1 + std::exp(-(i - points * 0.85) / (points * 0.015)));
        series.samples.push_back({Start.ms + i * stepMs, level * (1 + 0.06 * std::sin(i / 9.0) + 0.01 * std::sin(i * 7.0)) + bend});
    }
    return series;
}

/// Line number `i` of a log, 137 ms after the one before.
inline LogLine logLine(int i, LogLevel level, const QByteArray &words)
{
    LogLine line;
    line.nanos = Start.nanos() + qint64(i) * 137'000'000;
    line.level = level;
    line.text = words;
    return line;
}

} // namespace quarterdeck
