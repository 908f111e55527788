#pragma once

#include "app/cli/clisession.h"

namespace quarterdeck {

/// The silences that would hide these alerts and have not been confirmed yet: queued, being sent or in doubt. Those that `known` holds
/// already are left out.
std::vector<OutboxEntry> waitingSilences(CliSession &session, const std::vector<Alert> &alerts, const std::vector<Silence> &known);

} // namespace quarterdeck
