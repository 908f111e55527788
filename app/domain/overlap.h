#pragma once

#include "app/domain/action.h"

namespace quarterdeck {

/// What a wish means for an older one about the same that is still open.
enum class Overlap : quint8 {
    None,     ///< Both are wanted, one after the other.
    Same,     ///< The older one is this wish: once is enough.
    Replaces, ///< The older one is of the same kind and wants something else: the newer one counts.
    Undoes    ///< The older one is what this one takes back, or makes pointless.
};

/// Decides by what the two want, wherever the older one stands. Pure.
Overlap overlapOf(const AlertAction &newer, const AlertAction &older);

/// True for a wish that nothing is left of once what it takes back has not been sent: it names nothing that is in force at its source.
bool onlyUndoes(const AlertAction &action);

/// True where `made`, once it is in force, is what an open `later` wish is about that does not know its id yet.
bool isAboutMade(const AlertAction &later, const AlertAction &made);

/// Queued, being sent or in doubt.
bool isOnItsWay(OutboxState state);

/// True for a wish that would hide an alert, or put it into maintenance, once it is in force.
bool wouldHide(const AlertAction &wish, const Alert &alert);

/// `action` as one on what an open wish makes and what has no id yet: it meets that wish in the outbox, or waits behind it.
AlertAction aimedAtMade(AlertAction action, const AlertAction &made);

/// By what wishes may overlap: of two with other keys neither means anything for the other.
QString overlapKey(const AlertAction &action);

} // namespace quarterdeck
