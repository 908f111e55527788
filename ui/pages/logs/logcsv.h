#pragma once

#include "app/domain/logline.h"

#include <functional>

namespace quarterdeck {

/// Log lines as CSV: time with nanoseconds, level, service, source, host, text and the other fields as name=value. Cells cannot become
/// formulas. Encoding: UTF-8. `line(i)` for i from 0 to count - 1.
QByteArray logCsv(int count, const std::function<const LogLine &(int)> &line);

} // namespace quarterdeck
