#include "app/domain/filtermoments.h"

namespace quarterdeck {

FilterMoment FilterMoments::of(const Alert &alert, const AlertFilter &filter) const
{
    const bool isAckedAsked = filter.needsAckedAt() && alert.state == AlertState::Acknowledged;
    return {filter.needsFreshness() && notLive.contains(alert.key.source), now,
        isAckedAsked ? silences.value(keyOf(alert.key.source, alert.acknowledgement().id)).from : UtcTime {}};
}

} // namespace quarterdeck
