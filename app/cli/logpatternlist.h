#pragma once

#include "app/cli/clisession.h"
#include "app/domain/logline.h"

namespace quarterdeck {

/// Lists the patterns of the lines that a query finds, as of `range`, beside those of an equal stretch of time before it. Returns the exit code.
int listLogPatterns(CliSession &session, const LogQuery &query, TimeRange range);
/// The titles of that list, for --sort.
QStringList logPatternColumns();

} // namespace quarterdeck
