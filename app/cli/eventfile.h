#pragma once

#include "app/kpi/load.h"

#include "app/core/result.h"

#include <QStringList>

namespace quarterdeck {

/// A file of recorded incidents: {"users": {name: zone}, "incidents": [{id, service, user, created, notify: [[time, channel]...], ack,
/// resolved, auto, tag, major?}...], "majors": [id...]?}.
struct EventFile {
    std::vector<Incident> incidents;
    ResponderZones zones;
    /// Whole UTC weeks, Monday to Monday, that hold every incident.
    TimeRange weeks;
};

/// Errors: BadPayload with the place, NotFound. `majors` names further incidents that count as major.
Result<EventFile> readEventFile(const QString &path, const QStringList &majors);

} // namespace quarterdeck
