#pragma once

#include "app/cli/report.h"
#include "app/domain/logline.h"

namespace quarterdeck {

/// Says which patterns these lines have, found by `query` as of `range`, beside those of an equal stretch of time before it, which is asked for here.
void sayPatterns(CliSession &session, Report &report, const std::vector<LogLine> &lines, const LogQuery &query, TimeRange range);
/// The titles of that list, for --sort.
QStringList logPatternColumns();

} // namespace quarterdeck
