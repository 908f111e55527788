#pragma once

#include "app/kpi/load.h"

namespace quarterdeck {

/// Which figure is asked about: what an explanation is of.
struct FigureQuestion {
    QStringList keys;              ///< Of the definitions.
    QString rule;                  ///< Only incidents of this rule; empty: of all.
    std::optional<TimeRange> part; ///< Only those that began in this part of the window, such as a week of the chart.
};

/// The incidents behind a figure.
struct FigureIncidents {
    int count = 0;               ///< All of them.
    std::vector<Incident> first; ///< The first of them: for spans the longest, else the newest.
};

/// Those of `incidents` that the figure rests on: created in the scope, and acknowledged, resolved or ended by themselves where the figure counts
/// only such. Pure.
FigureIncidents incidentsBehind(const FigureQuestion &question, const LoadScope &scope, const std::vector<Incident> &incidents, std::size_t limit);

} // namespace quarterdeck
