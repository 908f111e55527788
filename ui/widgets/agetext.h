#pragma once

#include "app/core/time.h"
#include "app/domain/freshness.h"
#include "ui/theme/tokens.h"

namespace quarterdeck {

/// A short age for lists: "4 s", "6 min", "1 h 05 min", "3 d". Never negative.
QString ageText(Millis age);
/// How a freshness reads: "live", "stale", "needs sign-in", "unreachable", "misconfigured", "not asked yet".
QString freshnessWord(Freshness freshness);
/// The colour of a freshness: only Live is green.
Token freshnessToken(Freshness freshness);

} // namespace quarterdeck
