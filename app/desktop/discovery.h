#pragma once

#include "app/core/async.h"
#include "app/desktop/welcome.h"

namespace quarterdeck {

/// What listens on the usual loopback ports, and what amtool's configuration names. Only loopback is tried, only when asked for.
/// Takes at most a second, on a pool thread; finishes there.
Async<std::vector<FoundBackend>> discoverBackends();

/// A config.yaml for these backends.
QByteArray configurationFor(const std::vector<FoundBackend> &found);

} // namespace quarterdeck
