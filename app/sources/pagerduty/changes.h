#pragma once

#include "app/domain/sourceevent.h"
#include "app/sources/pagerduty/accountlog.h"

namespace quarterdeck::pagerduty {

/// Something that was changed: a deployment, a flag.
struct ChangeEvent {
    QString id;
    QString summary;
    QString source;       ///< What told of it.
    QStringList services; ///< Ids.
    UtcTime at;
};

/// A change counts as one before an incident for so long.
inline constexpr Millis ChangeLookBack {24LL * 3'600'000};

/// The answer to changeEventsRequest(). Errors: BadPayload.
Result<Page<ChangeEvent>> parseChanges(QByteArrayView body);
/// What was changed at the service of each incident before it was opened, the last ones, as events of that incident.
std::vector<SourceEvent> changesBefore(const std::vector<Opening> &openings, const std::vector<ChangeEvent> &changes, const SourceId &source);

} // namespace quarterdeck::pagerduty
