#pragma once

#include "app/cli/clisession.h"
#include "app/domain/oncall.h"

namespace quarterdeck {

/// What every source that knows says of who is on call.
using OnCallReply = Result<Dated<std::vector<OnCallPage>>>;

/// Asks all of them, or with --cached the store.
OnCallReply askOnCall(CliSession &session, TimeRange range);

} // namespace quarterdeck
