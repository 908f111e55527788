#include "models/clearance.h"

#include "models/sourcemodel.h"

#include <algorithm>

namespace quarterdeck {

Clearance clearanceOf(const AlertIndex::Totals &totals, const InboxKnowledge &knowledge)
{
    using Kind = Clearance::Kind;
    Clearance clearance;
    clearance.isPaused = knowledge.isPaused;
    std::copy_if(knowledge.sources.begin(), knowledge.sources.end(), std::back_inserter(clearance.notLive),
        [](const SourceStatus &status) { return !isWhollyLive(status) || status.error; });
    if (totals.matched > 0) {
        clearance.kind = Kind::Alerts;
    } else if (knowledge.problem) {
        clearance.kind = Kind::Unreadable;
    } else if (!knowledge.isLoaded) {
        clearance.kind = Kind::Loading;
    } else if (totals.all > 0) {
        clearance.kind = Kind::Filtered;
    } else if (knowledge.sources.empty()) {
        clearance.kind = Kind::NoSources;
    } else if (!clearance.notLive.empty() || knowledge.isPaused) {
        clearance.kind = Kind::NotAllClear;
    } else {
        clearance.kind = Kind::AllClear;
    }
    return clearance;
}

} // namespace quarterdeck
