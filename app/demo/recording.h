#pragma once

#include "app/domain/action.h"
#include "app/domain/logline.h"
#include "app/domain/series.h"

#include <vector>

namespace quarterdeck::demo {

/// The incident of the script as if it had just been recorded, for machines without the servers: alerts, log lines, and the answers
/// of queries at the height of it; the alerts are those of several sources. Pure and deterministic.
struct Recording {
    UtcTime recordedAt;
    std::vector<Alert> alerts;
    std::vector<LogLine> lines;
    TimeRange range;
};

/// The recording as of `now`; the deploy was six minutes before.
Recording recordIncident(UtcTime now);

/// The samples that a panel of the demo's configuration would have had, by its title and service.
std::vector<Sample> recordedSamples(const QString &service, const QString &panelTitle, TimeRange range, Millis step, UtcTime now);

} // namespace quarterdeck::demo
