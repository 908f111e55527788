#pragma once

#include "app/store/batch.h"

#include <vector>

namespace quarterdeck::demo {

/// Eight weeks of firings of the simulated company up to `now`, as the polls that would have seen them, oldest first: what the load
/// figures of the demo are counted from. The same for the same `now`.
std::vector<Batch> loadHistory(const SourceId &source, UtcTime now);

} // namespace quarterdeck::demo
