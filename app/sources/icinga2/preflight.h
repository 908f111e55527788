#pragma once

#include "app/domain/action.h"
#include "app/domain/outcome.h"
#include "app/sources/icinga2/acts.h"
#include "app/sources/icinga2/assemble.h"

namespace quarterdeck::icinga2 {

/// What an Icinga2 can be told.
constexpr VerbSet Verbs {Verb::Acknowledge, Verb::Silence, Verb::ExtendSilence, Verb::ExpireSilence, Verb::Unacknowledge};

/// How acknowledgements are made.
struct AcknowledgementStyle {
    bool isSticky = false;
    bool isPersistent = false;
    bool doesNotify = true;
};

/// What is to be done about an action, given the present state. Exactly one of the first two is set.
struct Plan {
    std::optional<Outcome> outcome; ///< Nothing is sent: it holds already, cannot be done or not be decided, or the world has moved on.
    std::optional<Act> act;
    QString ends; ///< The downtime that a longer one has taken the place of: to be removed when that holds.
};

/// Decides about an action by the present state. Conflicts name what the person saw and what is now.
Plan plan(const AlertAction &action, const Present &present, UtcTime now, const AcknowledgementStyle &style);

/// What a read after an action was sent says of it: in force as wished, in force otherwise, or nothing where it left no trace.
std::optional<Outcome> traceOf(const AlertAction &action, const Present &present, UtcTime now);
/// True where the lists that would hold a trace were read whole.
bool wouldShow(const AlertAction &action, const Present &present);

} // namespace quarterdeck::icinga2
