#include "app/sync/probereport.h"

namespace quarterdeck {

ProbeReport probeReport(const Result<BackendHealth> &health)
{
    ProbeReport report;
    if (health) {
        report.isOk = health->membersLive >= health->members;
        report.version = health->version;
        report.latency = health->latency;
        report.sentences = health->findings;
    } else {
        report.error = health.error();
    }
    return report;
}

} // namespace quarterdeck
