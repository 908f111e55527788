#pragma once

#include "app/core/time.h"

#include <functional>

namespace quarterdeck {

/// How deliveries behave.
struct DeliveryRules {
    bool isReadOnly = false;     ///< Nothing is sent; what waits is refused with the reason.
    Millis confirmAfter {1'000}; ///< Two read backs this far apart must miss an action before it counts as not done.
    Millis backoffFloor {2'000};
    Millis backoffCap {60'000};
    Millis readBackCap {15'000};    ///< An action in doubt is looked for at least this often while its source answers.
    Millis slowAfter {2'000};       ///< An entry that takes longer no longer keeps the next one waiting.
    Millis laneRest {4'000};        ///< The longest rest that one entry's trouble to reach the source gives all others.
    std::function<double()> random; ///< Numbers in [0, 1).
};

} // namespace quarterdeck
