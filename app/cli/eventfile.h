#pragma once

#include "app/core/result.h"
#include "app/kpi/loadtable.h"

#include <QStringList>

namespace quarterdeck {

/// A file of recorded incidents: {"users": {name: zone}, "incidents": [{id, service, team?, title?, fingerprint?, user, created, resolved, auto,
/// tag?, major?, notify?: [[time, channel, user?]...], ack?: time, acks?: [[time, user?]...], reopened?: [time...], responders?: [name...]}...],
/// "majors": [id...]?}. Times are RFC 3339. `notify` that is not there is not known; an empty one is nobody notified.
struct EventFile {
    LoadTable table;
    /// Whole UTC weeks, Monday to Monday, that hold the creation of every incident.
    TimeRange weeks;
    /// The file or the caller says which incidents were major.
    bool tellsMajors = false;
};

/// Reads a file of any length; what it takes in memory is about 200 bytes an incident. `majors` names further incidents that count as major.
/// Errors: BadPayload with what cannot be read and where, NotFound; Rejected for a name in `majors` that no incident has.
Result<EventFile> readEventFile(const QString &path, const QStringList &majors);

} // namespace quarterdeck
