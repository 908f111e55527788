#pragma once

#include "app/core/time.h"

#include <functional>

namespace quarterdeck {

/// The rhythm of one source.
struct PollTimes {
    Millis every {15'000};
    Millis staleAfter {45'000};
    Millis giveUpAfter {90'000};    ///< A poll that takes longer is cancelled and counts as a timeout.
    std::function<double()> random; ///< Numbers in [0, 1).

    /// The interval, up to a tenth longer or shorter, so that sources do not march in step.
    Millis jittered() const { return Millis(qint64(double(every.count()) * (0.9 + 0.2 * random()))); }
};

} // namespace quarterdeck
