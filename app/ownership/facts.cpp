#include "app/ownership/facts.h"

#include "app/domain/verdict.h"

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr Millis ReviewDay {86'400'000};
constexpr qint64 WholeMinute = 60'000;

} // namespace

OwnershipFacts factsAt(UtcTime now, int daysAhead)
{
    OwnershipFacts facts;
    facts.now = now;
    // Whole minutes: a source that knows no milliseconds would cover a little less than it was asked for.
    facts.ahead = {now, UtcTime {(now + ReviewDay * daysAhead).ms / WholeMinute * WholeMinute}};
    facts.past = {now - ReviewDay * OwnershipHistoryDays, now};
    facts.historyFrom = now;
    return facts;
}

void addStatuses(OwnershipFacts &facts, const std::vector<SourceStatus> &statuses)
{
    facts.areAlertsWhole = verdictOf(statuses).isClear();
    // What the configuration leaves out may be who would tell.
    facts.isOnCallWhole = std::ranges::none_of(
        statuses, [](const SourceStatus &one) { return one.freshness == Freshness::Misconfigured && one.faces.testFlag(Face::OnCall); });
}

void addIncidents(OwnershipFacts &facts, const std::vector<Incident> &all)
{
    for (const Incident &incident : all) {
        facts.historyFrom = std::min(facts.historyFrom, incident.created);
        if (!(incident.created < facts.past.from)) {
            facts.incidents.push_back(incident);
        }
    }
}

void addAlerts(OwnershipFacts &facts, const std::vector<Alert> &alerts, const HasRunbookFor &hasRunbook)
{
    for (const Alert &alert : alerts) {
        CheckState &state = facts.alertRunbooks[alert.service.toLower()][alert.title];
        const bool hasOne = hasRunbook(alert.title, alert.runbookUrl, alert.service);
        state = hasOne && state != CheckState::Fail ? CheckState::Pass : CheckState::Fail;
    }
    for (const Incident &incident : facts.incidents) {
        QMap<QString, CheckState> &titles = facts.alertRunbooks[incident.service.toLower()];
        if (!titles.contains(incident.title)) {
            titles.insert(incident.title, hasRunbook(incident.title, {}, incident.service) ? CheckState::Pass : CheckState::Unknown);
        }
    }
}

void addOnCall(OwnershipFacts &facts, const Result<Dated<std::vector<OnCallPage>>> &answer)
{
    facts.isOnCallWhole = facts.isOnCallWhole && answer && answer->failures.empty();
    if (answer) {
        facts.pages = answer->value;
    }
}

} // namespace quarterdeck
