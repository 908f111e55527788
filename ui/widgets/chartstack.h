#pragma once

#include "app/domain/series.h"

namespace quarterdeck {

/// Each series on top of those before it, at the times that any of them has: a series that has nothing there, or nothing near before it,
/// adds nothing. The last `apart` series are no part of it and stay as they are.
std::vector<Series> chartStack(const std::vector<Series> &series, std::size_t apart = 0);

/// The series with gaps in place of what has no place on a logarithmic axis: zero and below.
std::vector<Series> aboveZero(std::vector<Series> series);

} // namespace quarterdeck
