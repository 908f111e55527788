#include "app/domain/verdict.h"

#include <algorithm>

namespace quarterdeck {

bool isBelieved(const SourceStatus &status)
{
    return status.freshness == Freshness::Live && (status.members <= 1 || status.liveMembers >= status.members) && !status.error;
}

Verdict verdictOf(const std::vector<SourceStatus> &statuses)
{
    Verdict verdict;
    verdict.hasSources = !statuses.empty();
    std::ranges::copy_if(statuses, std::back_inserter(verdict.notLive), [](const SourceStatus &status) { return !isBelieved(status); });
    if (std::ranges::any_of(statuses, &SourceStatus::tellsAlerts)) {
        verdict.kind = verdict.notLive.empty() ? Verdict::Kind::Clear : Verdict::Kind::NotLive;
    }
    return verdict;
}

} // namespace quarterdeck
