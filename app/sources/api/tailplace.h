#pragma once

#include "app/domain/logline.h"

#include <QHash>

namespace quarterdeck {

/// How a tail by overlapping readings asks.
struct TailRules {
    Millis every {500};       ///< Between two readings.
    Millis overlap {2'000};   ///< So far before the newest line each reading begins.
    Millis late {60'000};     ///< So late a line may come and is still found, as far as `mostAgain` allows.
    int mostAgain = 5'000;    ///< Lines that are read again, at most, to look for late ones.
    int sweepEach = 10;       ///< Each so many readings one looks for late lines.
    int quickRetries = 3;     ///< Then a tail ends with its error, so that the interruption is shown.
    Millis ahead {3'600'000}; ///< Lines dated so far after now are brought too: their clock is ahead of ours.
};

/// How far a tail has come, and what it has told. Pure.
class TailPlace {
public:
    /// Nothing was told yet; lines before `start` are not news.
    void begin(UtcTime start);
    bool isSet() const { return m_floor > 0; }
    /// From where to read now. Units: nanoseconds since the epoch.
    qint64 nextFrom(const TailRules &rules, bool isSweep) const;
    /// The lines of a reading that were not told before, in their order; they are told from now on. Their cursors are their names.
    std::vector<LogLine> news(std::vector<LogLine> lines);
    /// A reading at `now` brought all that was there; what is too old to be read again is forgotten.
    void readWhole(UtcTime now, const TailRules &rules);

private:
    /// The oldest of the newest lines that may be read again. Units: nanoseconds since the epoch.
    qint64 oldestAgain(const TailRules &rules) const;

    QHash<QString, qint64> m_told; ///< Names of lines and their nanoseconds.
    qint64 m_floor = 0;
    qint64 m_newest = 0;
    qint64 m_readAt = 0;
    qint64 m_forgotten = 0; ///< What is older is never read again: it is not remembered whether it was told.
};

} // namespace quarterdeck
