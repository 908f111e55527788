#pragma once

#include "app/domain/incident.h"
#include "app/domain/oncall.h"
#include "app/domain/service.h"

#include <QSet>

namespace quarterdeck {

/// One question of an ownership review about one service.
enum class OwnershipCheck : quint8 {
    OwnerNamed,        ///< Somebody is named as its owner.
    OwnerKnown,        ///< A catalog or the configuration knows that team.
    SourcesAgree,      ///< No two sources say different things of it.
    TierNamed,         ///< Its tier is named.
    LifecycleNamed,    ///< Its lifecycle is named.
    DependenciesKnown, ///< What it depends on are services that are known.
    RunbookForAlerts,  ///< It has a runbook, or every alert that it had has one.
    OnCallNow,         ///< Somebody is called for it.
    OnCallAhead,       ///< ... at every instant of the days ahead, by one policy or another.
    EscalationOfTwo,   ///< At least two people are called, one after the other or together.
    BusFactor,         ///< At least two people took its incidents.
};

/// What came of a check. What is not known passes nothing and fails nothing.
enum class CheckState : quint8 {
    Pass,
    Fail,
    Unknown,      ///< What would tell it is missing, old or not whole.
    NotApplicable ///< There is nothing to check: a service without dependencies, too few incidents.
};

/// The answer to one check and what it rests on.
struct CheckResult {
    OwnershipCheck check = OwnershipCheck::OwnerNamed;
    CheckState state = CheckState::Unknown;
    QStringList evidence;        ///< Names: of people, alerts, dependencies, as the check says. Foreign text.
    std::vector<TimeRange> gaps; ///< Of OnCallAhead: when nobody is called.
    UtcTime knownUntil;          ///< Of OnCallAhead where it is unknown: from then on.

    friend bool operator==(const CheckResult &, const CheckResult &) = default;
};

/// What a review is made from, of all services at once.
struct OwnershipFacts {
    UtcTime now;
    TimeRange ahead;               ///< The days that are to be covered.
    TimeRange past;                ///< Whose incidents count.
    UtcTime historyFrom;           ///< When the history begins; what lies before is not known.
    std::vector<Service> services; ///< All that are known.
    std::vector<OnCallPage> pages; ///< Who is on call, by source.
    bool isOnCallWhole = false;    ///< Every source that could tell has answered.
    bool areAlertsWhole = false;   ///< Every source of alerts has answered.
    /// Whether the alerts of a service, by its name in lower case, have a runbook, by title: Pass, Fail or Unknown.
    QHash<QString, QMap<QString, CheckState>> alertRunbooks;
    std::vector<Incident> incidents; ///< Of `past`.
};

/// The review of one service: every check, in the order of OwnershipCheck.
struct ServiceReview {
    QString service;
    QString owner;
    std::vector<CheckResult> checks;

    /// Checks that passed, and those that passed or failed.
    int passed() const;
    int decided() const;
    friend bool operator==(const ServiceReview &, const ServiceReview &) = default;
};

/// Fewer incidents with a responder than this say nothing of how many people know a service.
constexpr int EnoughForBusFactor = 5;

/// Reviews every service, by name.
std::vector<ServiceReview> reviewOwnership(const OwnershipFacts &facts);

/// All checks in their order.
const std::vector<OwnershipCheck> &ownershipChecks();
/// Stable name: "owner-named", "on-call-ahead".
QLatin1StringView checkName(OwnershipCheck check);
/// Stable name: "pass", "fail", "unknown", "not-applicable".
QLatin1StringView checkStateName(CheckState state);

} // namespace quarterdeck
