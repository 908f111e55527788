#pragma once

#include "app/domain/outcome.h"
#include "app/sources/pagerduty/acts.h"
#include "app/sources/pagerduty/present.h"

namespace quarterdeck::pagerduty {

/// What a PagerDuty can be told.
constexpr VerbSet Verbs {Verb::Acknowledge, Verb::Unacknowledge, Verb::Snooze, Verb::Resolve, Verb::Note, Verb::Reassign, Verb::Escalate,
    Verb::AddResponder, Verb::CancelResponder, Verb::Merge, Verb::SetPriority, Verb::Maintain, Verb::ExpireSilence};

/// What is to be done about an action, given the present state. Exactly one of the first two is set.
struct Plan {
    std::optional<Outcome> outcome; ///< Nothing is sent: it holds already, cannot be done, or the world has moved on.
    std::optional<Deed> deed;
    bool isStep = false; ///< The deed only makes the one possible that was asked for: then it is to be planned again.
};

/// Decides about an action by the present state. Conflicts name what the person saw and what is now.
Plan plan(const AlertAction &action, const Present &present, UtcTime now);

/// What a read after an action was sent says of it: in force as wished, or nothing where it left no trace.
std::optional<Outcome> traceOf(const AlertAction &action, const Present &present, UtcTime now);
/// True where PagerDuty does not show for sure what such an action has made: then its yes counts.
bool isShownPoorly(Verb verb);
/// The content of the note that an action's comment becomes, beside what it does; empty for those that carry it along.
QString noteBeside(const AlertAction &action);

} // namespace quarterdeck::pagerduty
