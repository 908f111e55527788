#pragma once

#include "models/loadview.h"

namespace quarterdeck {

/// The figures as CSV: one row a figure with key, value, unit and definition, then weeks and rules. Units: seconds and ratios 0..1.
QByteArray loadCsv(const LoadView &view);

} // namespace quarterdeck
