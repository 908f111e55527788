#pragma once

#include "app/domain/quiet.h"

#include <optional>
#include <vector>

namespace quarterdeck {

/// By what alerts are put together.
enum class AlertGrouping : quint8 { Service, Alertname, Cluster, None };
/// Order of the alerts within a group.
enum class AlertSort : quint8 { SeverityAge, Newest, Oldest, Title };

/// A group of the list with what there is to say about it. What is held back is counted apart.
struct AlertGroup {
    enum class Kind : quint8 {
        Service,
        Team, ///< Grouped by service: alerts with a team but no service.
        Alertname,
        Cluster,
        All,       ///< Without grouping: has no header row.
        NoCluster, ///< Grouped by cluster: alerts without that label.
        Unowned,   ///< Grouped by service: alerts with neither service nor team.
        Resolved   ///< Resolved in the last hour.
    };
    Kind kind = Kind::All;
    QString name;  ///< Service, team, alertname or cluster; empty for the other kinds.
    QString owner; ///< Of the service; empty when nobody is named.
    bool isOwnerKnown = true;
    QString tier;
    QStringList dependents; ///< Services that depend on it.
    int count = 0;          ///< Alerts that match the filter.
    int open = 0;           ///< Of these, not resolved.
    int triggered = 0;      ///< Of these, neither acknowledged nor silenced.
    int acknowledged = 0;
    int silenced = 0;                        ///< Suppressed for whatever reason.
    QuietCount quiet;                        ///< The open ones by what keeps them quiet.
    int stale = 0;                           ///< Their source is not live.
    int held = 0;                            ///< New ones that match but are not shown yet.
    Severity worst = Severity::Unknown;      ///< Of the triggered ones, else of all: the colour of the header.
    Severity worstOfAll = Severity::Unknown; ///< What the order goes by, so that acknowledging moves nothing.
    QString commonTitle;                     ///< Set when every alert has the same name.
    bool isFolded = false;
};

} // namespace quarterdeck
