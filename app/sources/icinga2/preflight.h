#pragma once

#include "app/domain/action.h"
#include "app/domain/outcome.h"
#include "app/sources/icinga2/acts.h"
#include "app/sources/icinga2/assemble.h"
#include "app/sources/icinga2/verbs.h"

namespace quarterdeck::icinga2 {

/// How acknowledgements and downtimes are made.
struct Style {
    bool isSticky = false;
    bool isPersistent = false;
    bool doesNotify = true;
    bool downtimeServices = false;                   ///< A downtime of a host is one of all its services, too.
    Children downtimeChildren = Children::Untouched; ///< And of the hosts that depend on it.
};

/// What is to be done about an action, given the present state. Exactly one of the first two is set.
struct Plan {
    std::optional<Outcome> outcome; ///< Nothing is sent: it holds already, cannot be done or not be decided, or the world has moved on.
    std::optional<Act> act;
    QStringList ends;  ///< The downtimes that a longer one has taken the place of: to be removed when that holds.
    UtcTime lastCheck; ///< Of what is to be checked now: the next result is what was wished for.
};

/// Decides about an action by the present state. Conflicts name what the person saw and what is now.
Plan plan(const AlertAction &action, const Present &present, UtcTime now, const Style &style);

} // namespace quarterdeck::icinga2
