#pragma once

#include "app/ports/sources.h"
#include "app/sources/api/source.h"

namespace quarterdeck {

/// What a probe found, as a person is told.
ProbeReport probeReport(const Result<BackendHealth> &health);

} // namespace quarterdeck
