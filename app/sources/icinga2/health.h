#pragma once

#include "app/sources/api/source.h"
#include "app/sources/icinga2/rights.h"
#include "app/sources/icinga2/status.h"

namespace quarterdeck::icinga2 {

/// What there is to say about a server that answers: its version, what the user may not do, what it has not checked yet.
BackendHealth healthOf(const Rights &rights, const Result<ServerState> &server);

/// The error of a probe with what to do about it on an Icinga2, where the certificates of its own authority are the rule.
Error advised(Error error);

} // namespace quarterdeck::icinga2
