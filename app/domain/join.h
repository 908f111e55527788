#pragma once

#include "app/domain/alert.h"

#include <span>
#include <vector>

namespace quarterdeck {

/// Why two alerts of different sources count as one incident, surest first.
enum class JoinBy : quint8 {
    Person,      ///< Somebody said so.
    Correlation, ///< One names the other, or both have the same name for it.
    Link,        ///< Both lead to the same page.
    Sameness     ///< Same service, same title, begun within five minutes, and no label says otherwise.
};

/// Stable name: "person", "correlation", "link", "sameness".
QLatin1StringView joinByName(JoinBy by);

/// What a person decided of two alerts: they are one incident, or they are not. Of two decisions on one pair the later in the list counts.
struct JoinDecision {
    AlertKey one;
    AlertKey other;
    bool areOne = true;
    QString by;
    UtcTime at;
    friend bool operator==(const JoinDecision &, const JoinDecision &) = default;
};

/// One incident that several alerts tell. Its state is that of the lead, its severity the worst of all.
struct JoinedIncident {
    struct Follower {
        AlertKey key;
        JoinBy by = JoinBy::Sameness;
        AlertKey with {}; ///< The one that this is true of: the lead, or another follower that is nearer to it.
        friend bool operator==(const Follower &, const Follower &) = default;
    };
    AlertKey lead; ///< The one that verbs go to: more can be done to it than to the others.
    std::vector<Follower> followers;
    friend bool operator==(const JoinedIncident &, const JoinedIncident &) = default;
};

/// Finds the open alerts that are one incident, in the order of their leads. `verbs`: what their sources take. Alerts of one source are
/// joined by a person alone, and never where two of one source could be meant: rather twice than one for another.
std::vector<JoinedIncident> joinedIncidents(
    std::span<const Alert *const> alerts, const QHash<SourceId, VerbSet> &verbs, std::span<const JoinDecision> decisions);

} // namespace quarterdeck
