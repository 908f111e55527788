#include "models/clearance.h"

namespace quarterdeck {

bool isLeftOut(const SourceStatus &status)
{
    // One that is asked and found wrong stands so since some time.
    return status.freshness == Freshness::Misconfigured && !status.since.isValid() && !status.lastOkAt.isValid();
}

Clearance clearanceOf(const AlertIndex::Totals &totals, const InboxKnowledge &knowledge)
{
    using Kind = Clearance::Kind;
    Clearance clearance;
    clearance.isPaused = knowledge.isPaused;
    const Verdict verdict = verdictOf(knowledge.sources);
    clearance.isToldOf = verdict.kind != Verdict::Kind::NothingKnown;
    clearance.notLive = verdict.notLive;
    if (totals.matched > 0) {
        clearance.kind = Kind::Alerts;
    } else if (knowledge.problem) {
        clearance.kind = Kind::Unreadable;
    } else if (!knowledge.isLoaded) {
        clearance.kind = Kind::Loading;
    } else if (totals.all > 0) {
        clearance.kind = Kind::Filtered;
    } else if (!clearance.isToldOf) {
        clearance.kind = verdict.hasSources ? Kind::NoneTells : Kind::NoSources;
    } else if (!verdict.isClear() || knowledge.isPaused) {
        clearance.kind = Kind::NotAllClear;
    } else {
        clearance.kind = Kind::AllClear;
    }
    return clearance;
}

} // namespace quarterdeck
