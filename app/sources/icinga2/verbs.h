#pragma once

#include "app/domain/verb.h"
#include "app/sources/icinga2/rights.h"

namespace quarterdeck::icinga2 {

/// What an Icinga2 can be told.
constexpr VerbSet Verbs {Verb::Acknowledge, Verb::Silence, Verb::ExtendSilence, Verb::ExpireSilence, Verb::Unacknowledge, Verb::Note, Verb::CheckNow};

/// Those that this user may have a right to: one with a filter may do it to some objects, and only the server knows to which.
VerbSet verbsFor(const Rights &rights);

} // namespace quarterdeck::icinga2
