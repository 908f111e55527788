#pragma once

#include "app/domain/join.h"

#include <span>
#include <utility>
#include <vector>

namespace quarterdeck {

/// What is kept of an alert to tell later which firings of several sources were one incident: hashes, the same on every machine.
struct JoinNames {
    quint64 correlation = 0;                         ///< Of Alert::correlation; 0: none.
    std::vector<quint64> pages;                      ///< Of the pages that it leads to, each once.
    std::vector<std::pair<quint32, quint32>> labels; ///< Name and value of those that tell things apart.
    friend bool operator==(const JoinNames &, const JoinNames &) = default;
};

/// The names of an alert.
JoinNames joinNames(const Alert &alert);

/// One stretch during which an alert fired.
struct PastFiring {
    AlertKey alert;
    QString title;
    QString service;
    UtcTime begun;
    UtcTime ended; ///< Invalid while it goes on.
    JoinNames names;
};

/// Finds the firings that were one incident, by the rules of joinedIncidents() for alerts that fire together: groups of places in the list,
/// each in the order in which they began, ordered by their first. Those that stand alone are in none.
std::vector<std::vector<std::size_t>> pastIncidents(std::span<const PastFiring> firings, std::span<const JoinDecision> decisions);

} // namespace quarterdeck
