#pragma once

#include "app/domain/incident.h"

namespace quarterdeck {

/// What an incident was for one of the people whom it called.
struct Call {
    QString user;                        ///< Empty: nobody knows who.
    std::vector<UtcTime> interruptions;  ///< The first notification that is not e-mail, and the first after each reopening.
    std::optional<UtcTime> acknowledged; ///< The first acknowledgement of this person.
};

/// The people whom an incident called or who acknowledged it; its responder first, never none. Where its notifications are not known, one at its
/// creation and one at each reopening are assumed for those who were called.
std::vector<Call> callsOf(const Incident &incident);

} // namespace quarterdeck
