#pragma once

#include "app/domain/incident.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace quarterdeck {

/// Which incidents count.
struct LoadScope {
    TimeRange window;
    QString team;    ///< Empty: all.
    QString service; ///< Empty: all.
    QString user;    ///< Empty: all.
};

/// Time zone of each responder (IANA id); "" is the zone for those not listed.
using ResponderZones = QMap<QString, QByteArray>;

/// Mean, median, p90 by nearest rank, and how many went in; where `n` is 0 the rest says nothing. Units: seconds.
struct Durations {
    int n = 0;
    int open = 0;     ///< Censored: not ended yet, not in the figures.
    int negative = 0; ///< Clock skew: flagged, not in the figures.
    double mean = 0;
    double median = 0;
    double p90 = 0;
    double longest = 0;
};

/// Counts by the responder's local wall clock. Sleep [22,08) wins over business Mon-Fri [08,18) wins over off hours: they sum to total.
struct HourClasses {
    int business = 0;
    int off = 0;
    int sleep = 0;
    int total() const { return business + off + sleep; }
};

/// Load of one 12-hour shift.
struct ShiftLoad {
    QString user;
    UtcTime start;
    double hours = 12; ///< Real length: 11 or 13 where the clocks change.
    int incidents = 0;
    double per12h = 0;
    bool isOverLimit = false; ///< More than 2 per 12 hours.
};

/// Noise of one alert rule.
struct NoiseRow {
    QString title;
    int incidents = 0;
    int sleep = 0;
    int autoResolved = 0;
    int transient = 0; ///< Auto-resolved, never acknowledged, shorter than 5 minutes.
    int repeats = 0;   ///< Fired again within 24 h of its end.
};

/// The load figures of one scope and window. What there is no data for is nothing, never 0.
struct LoadReport {
    LoadScope scope;
    int incidents = 0;
    int acknowledged = 0;
    std::optional<double> ackRate; ///< Ratio 0..1, as are all rates.
    Durations timeToAcknowledge;
    Durations timeToResolve;
    Durations timeToResolveByPeople;    ///< Without auto-resolved ones.
    HourClasses interruptions;          ///< Distinct (incident, user) with a notification that is not e-mail, and each paging after a reopening.
    HourClasses disruptions;            ///< The same, merged per user within 10 minutes of the first of a group.
    int disruptedHours = 0;             ///< Distinct (user, local clock hour).
    double engagedSum = 0;              ///< Units: seconds.
    QMap<QString, double> engagedUnion; ///< Per user, overlaps counted once; unknown users added up. Units: seconds.
    double engagedUnionTotal = 0;
    int engagedOpen = 0; ///< Acknowledged and still open: their engaged time is not in the figures.
    std::optional<double> autoResolvedRate;
    std::optional<double> transientRate;
    std::optional<double> repeatRate;          ///< Of resolved incidents.
    std::optional<double> precisionClassified; ///< Of tagged incidents.
    std::optional<double> precisionStrict;     ///< Of all incidents, once any is tagged.
    std::optional<double> majorUptime;         ///< Share of the window up to now not covered by a major incident.
    std::optional<double> fairnessGini;        ///< Of interruptions per user, not per hour on call.
    QMap<QString, int> interruptionsByUser;    ///< Under "" those of which nobody knows whom they called.
    QMap<QString, int> sleepByUser;            ///< Those of them in sleep hours.
    std::vector<ShiftLoad> shifts;             ///< Of known users; only those with incidents.
    int shiftsOverLimit = 0;
    std::optional<double> worstShift; ///< Incidents per 12 hours of the worst shift.
    std::vector<NoiseRow> noise;      ///< Most incidents first.
    double windowHours = 0;
    int unknownUser = 0;      ///< Incidents of which nobody knows whom they called: each stands for itself and belongs to no shift.
    bool isEstimated = false; ///< Responders or notifications are guessed, not known.
};

/// The figures of one scope, asked for once; for more, keep a LoadTable. Pure; O(n log n). Source: operational-load definitions in ARCHITECTURE.md,
/// worked example in tests/unit/kpi.
LoadReport computeLoad(const std::vector<Incident> &incidents, const LoadScope &scope, const ResponderZones &zones, UtcTime now);

/// Which class an instant falls in for somebody in `zone`.
enum class HourClass : quint8 { Business, Off, Sleep };
HourClass classifyHour(UtcTime at, const QByteArray &zone);

/// What one figure means, by its key in the JSON output ("mtta_mean_s", "interruptions.sleep", ...): formula and source in plain English.
/// Everything but the key is a source text of the context LoadDefinition, for the window to translate.
struct KpiDefinition {
    QString key;
    QString title;
    QString formula;
    QString source;
    QString worked; ///< An example with its value where a plain reading leaves it open; else empty.
};
const std::vector<KpiDefinition> &kpiDefinitions();

} // namespace quarterdeck
