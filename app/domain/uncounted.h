#pragma once

#include "app/domain/logline.h"

namespace quarterdeck {

/// The stretch of a histogram whose counts are lower bounds because not every line of it was read; of no length where all was. Pure.
TimeRange uncounted(const LogHistogram &histogram);

} // namespace quarterdeck
