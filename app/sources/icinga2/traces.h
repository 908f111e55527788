#pragma once

#include "app/domain/action.h"
#include "app/domain/outcome.h"
#include "app/sources/icinga2/assemble.h"

namespace quarterdeck::icinga2 {

/// What a read after an action was sent says of it: in force as wished, in force otherwise, or nothing where it left no trace.
std::optional<Outcome> traceOf(const AlertAction &action, const Present &present, UtcTime now);
/// True where the lists that would hold a trace were read whole.
bool wouldShow(const AlertAction &action, const Present &present);

} // namespace quarterdeck::icinga2
