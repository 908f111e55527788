#pragma once

#include "app/cli/clisession.h"
#include "app/domain/logline.h"

namespace quarterdeck {

/// Which lines the command line asks for. Errors: Usage.
Result<LogQuery> logQueryOf(const Arguments &arguments, TimeRange range);
/// Asks every log source, or with --cached the store.
Result<Dated<LogPage>> askLogs(CliSession &session, const LogQuery &query);

} // namespace quarterdeck
