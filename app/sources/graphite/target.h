#pragma once

#include "app/core/result.h"

#include <QString>

namespace quarterdeck::graphite {

/// That a target is one whole expression: of a text whose end it cannot read Graphite evaluates the part before, or answers an empty list, and says
/// neither. Looks at brackets, quotes and what stands between expressions, not at names and functions. Errors: Malformed, with the place.
Result<Done> checkTarget(const QString &target);

} // namespace quarterdeck::graphite
