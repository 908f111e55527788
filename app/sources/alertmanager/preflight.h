#pragma once

#include "app/domain/action.h"
#include "app/domain/outcome.h"
#include "app/sources/api/alertface.h"

namespace quarterdeck::alertmanager {

/// What an Alertmanager can be told. An acknowledgement is a silence there, and is taken back as one is ended.
constexpr VerbSet Verbs {Verb::Acknowledge, Verb::Silence, Verb::ExtendSilence, Verb::ExpireSilence, Verb::Unacknowledge};

/// True for what ends a silence: an acknowledgement is one here, and is taken back as one is ended.
constexpr bool endsSilence(Verb verb)
{
    return verb == Verb::ExpireSilence || verb == Verb::Unacknowledge;
}

/// What is to be done about an action, given the present state. Exactly one is set.
struct Decision {
    std::optional<Outcome> outcome; ///< Nothing is sent: already so, a conflict, or it cannot be decided or done.
    std::optional<Silence> landed;  ///< What an earlier try of it has made: nothing is sent, unless its end is to be corrected.
    std::optional<Silence> post;    ///< The silence to post; with an id: to change.
    QString expire;                 ///< The silence to expire.
};

/// Decides about an action by the present state; `now` is for the ends of silences. The start of a new one is left to the server, which puts
/// its own time where a start has passed. Conflicts name what the person saw and what is now.
Decision decide(const AlertAction &action, const AlertPage &present, UtcTime now);

/// A reason that ends.
Reason reasonUntil(ReasonCode code, UtcTime end);

/// True where two lists hold the same matchers in any order.
bool isSameMatchers(const std::vector<Matcher> &one, const std::vector<Matcher> &other);

} // namespace quarterdeck::alertmanager
