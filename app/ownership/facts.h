#pragma once

#include "app/core/result.h"
#include "app/domain/alert.h"
#include "app/domain/freshness.h"
#include "app/ownership/review.h"

#include <functional>

namespace quarterdeck {

/// How far back incidents count. Units: days.
constexpr int OwnershipHistoryDays = 90;

/// Whether there is a runbook for an alert, by its title, the link that came with it, and its service.
using HasRunbookFor = std::function<bool(const QString &title, const QString &url, const QString &service)>;

// How the window and qdeck put the facts of a review together, in this order:

/// What is asked for at an instant: the days ahead and those behind.
OwnershipFacts factsAt(UtcTime now, int daysAhead);
/// What the sources allow to be said, once they have been read.
void addStatuses(OwnershipFacts &facts, const std::vector<SourceStatus> &statuses);
/// The whole local history: how far back it reaches is a fact, too.
void addIncidents(OwnershipFacts &facts, const std::vector<Incident> &all);
/// Whether the alerts that the services have or had come with a runbook. The history does not keep the link that an alert may have had to one.
void addAlerts(OwnershipFacts &facts, const std::vector<Alert> &alerts, const HasRunbookFor &hasRunbook);
/// Who is on call, where a source tells it at all.
void addOnCall(OwnershipFacts &facts, const Result<Dated<std::vector<OnCallPage>>> &answer);

} // namespace quarterdeck
