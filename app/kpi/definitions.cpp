#include "app/kpi/load.h"

#include <array>

namespace quarterdeck {

namespace {

constexpr const char *PagerDuty = "PagerDuty Analytics API, incident metrics";
constexpr const char *Ours = "Quarterdeck's own definition";
constexpr const char *Workbook = "Google SRE workbook, chapter 5";

struct Row {
    const char *key;
    const char *title;
    const char *formula;
    const char *source;
    const char *worked = "";
};

constexpr std::array Times {
    Row {"incidents", "Incidents",
        "Firings created inside the time window and the scope. What several sources tell of one thing is one: it begins with the first of them, "
        "counts as acknowledged from the first acknowledgement on, and ends with the last.",
        PagerDuty, "Two firings of one alert that overlap, 10:00 to 12:00 and 11:00 to 11:30: 2 incidents, no repeat, engaged time counted once."},
    Row {"acknowledged", "Acknowledged", "Incidents that somebody acknowledged explicitly.", PagerDuty},
    Row {"ack_rate", "Acknowledgement rate", "Acknowledged incidents divided by all incidents.", PagerDuty},
    Row {"mtta_mean_s", "Time to acknowledge, mean",
        "Mean of first acknowledgement minus creation, over acknowledged incidents. The first one stands, whatever happens after it.", PagerDuty,
        "Acknowledged at 0 min, given back at 30, acknowledged again at 41: 0 s."},
    Row {"mtta_median_s", "Time to acknowledge, median", "Middle value; for an even number the mean of the two middle ones.", Ours},
    Row {"mtta_p90_s", "Time to acknowledge, 90th percentile", "Nearest rank: the value at position ceil(0.9 n) of the sorted times.", Ours,
        "60, 120, 180, 180, 240, 300, 360, 600 s: position 8, 600 s."},
    Row {"mttr_mean_s", "Time to resolve, mean",
        "Mean of resolution minus creation. Open incidents are left out and counted beside it, acknowledged or not; so are those that ended "
        "before they began.",
        PagerDuty, "Created 10:00, acknowledged 10:05, still open: time to acknowledge 300 s, time to resolve 0 of 1 known, 1 open."},
    Row {"mttr_median_s", "Time to resolve, median", "Middle value. The mean alone misleads: a few long incidents dominate it.", Ours},
    Row {"mttr_p90_s", "Time to resolve, 90th percentile", "Nearest rank: the value at position ceil(0.9 n) of the sorted times.", Ours},
    Row {"mttr_people_mean_s", "Time to resolve by people, mean", "As time to resolve, without incidents that resolved themselves.", Ours},
};

constexpr std::array People {
    Row {"interruptions.total", "Interruptions",
        "Distinct pairs of incident and responder with at least one notification that is not e-mail. An alert that pages again after its "
        "acknowledgement was given back interrupts again. This is our count: PagerDuty's differs, it merges the pages of one person within 60 s "
        "and leaves e-mail out as well.",
        Ours,
        "Acknowledged at 0 min, given back at 30, acknowledged again at 41: 1 incident, 2 interruptions. \"notify\": [] is nobody notified, 0; no "
        "\"notify\" at all is not known, 1 and estimated."},
    Row {"interruptions.business", "Interruptions in business hours", "Monday to Friday, 08:00 to 18:00 on the responder's own clock.", PagerDuty},
    Row {"interruptions.off", "Interruptions off hours", "Neither business hours nor sleep hours, on the responder's own clock.", PagerDuty},
    Row {"interruptions.sleep", "Interruptions in sleep hours",
        "22:00 to 08:00 on any day, on the responder's own clock. Sleep wins over the other classes.", PagerDuty},
    Row {"disruptions.total", "Disruptions",
        "Interruptions of one person less than 10 minutes after the first of a group count once. Where nobody knows who was called, each counts.",
        Ours, "Pages at 10:00:00, 10:09:59 and 10:10:00: 2."},
    Row {"disruptions.business", "Disruptions in business hours", "Disruptions that begin in business hours.", Ours},
    Row {"disruptions.off", "Disruptions off hours", "Disruptions that begin off hours.", Ours},
    Row {"disruptions.sleep", "Disruptions in sleep hours", "Disruptions that begin in sleep hours.", Ours},
    Row {"disrupted_hours", "Disrupted hours", "Distinct pairs of responder and clock hour with an interruption.", "Multitudes, out-of-hours pages",
        "18:30, 19:15 and 19:25: 2. Pages at 03:35 and, after the clock went back from 03:45 to 02:45, at 02:50: 2."},
    Row {"engaged_sum_s", "Engaged time, added up",
        "Sum, over incidents and the people who acknowledged them, of that acknowledgement to resolution, the part inside the window. Who is still "
        "at work is counted beside it, not measured.",
        PagerDuty, "Acknowledged 10:05 and still open: 0 s, 1 open."},
    Row {"engaged_union_s", "Engaged time", "As above, but the time of one person counts once where incidents overlap.", Ours,
        "10:00 to 11:00 and 10:30 to 11:30: 5400 s, added up 7200 s."},
    Row {"fairness_gini", "Fairness",
        "Gini coefficient of interruptions per person, not per hour on call: 0 is even, towards 1 few carry all. Who is on call more often is "
        "called more often.",
        Ours, "12, 3, 1 and 0 interruptions: 0.59375."},
    Row {"shifts.per_12h", "Incidents per 12-hour shift",
        "Incidents of a shift, 09:00 to 21:00 or 21:00 to 09:00 of its responder, times 12 divided by its real length; over 2 is too many. Only "
        "shifts with incidents are known, and only of responders who are.",
        "Google SRE book, chapter 11", "2 incidents in a night of 11 hours, when the clock goes forward: 2.18, over the limit."},
};

constexpr std::array Noise {
    Row {"auto_resolved_rate", "Resolved by itself",
        "Incidents that their source ended, not a person, divided by all incidents. Alertmanager ends every alert itself: in the local history all "
        "that ended count, whether they were acknowledged or not.",
        PagerDuty},
    Row {"transient_rate", "Transient noise", "Resolved by itself, never acknowledged and shorter than 5 minutes, divided by all incidents.", Ours},
    Row {"repeat_rate", "Repeats",
        "Resolved incidents whose alert fired again within 24 hours, divided by resolved incidents. The next firing decides: one that began before "
        "the end is an overlap, one created after the window is not known yet.",
        Ours, "Ended Sunday 23:00, fired again Monday 01:00: 0 repeats in the week to Sunday, 1 in the eight days to Monday."},
    Row {"precision_classified", "Alert precision, classified", "Incidents tagged as needing action divided by all tagged ones.", Workbook},
    Row {"precision_strict", "Alert precision, strict", "Incidents tagged as needing action divided by all incidents, once any is tagged.", Workbook},
    Row {"uptime_pct", "Time without a major incident",
        "Share of the window up to now that no major incident of the scope covers; overlaps count once. In the local history a major incident is "
        "one of severity critical.",
        PagerDuty, "Major 02:30 to 03:06 and 02:33 to 03:36 in a week: 99.345 %."},
    Row {"noise", "Noisiest alerts", "Incidents by alert rule, with those at night, resolved by themselves, transient and repeated.", Ours},
};

template <std::size_t Size> void append(const std::array<Row, Size> &rows, std::vector<KpiDefinition> &all)
{
    for (const Row &row : rows) {
        all.push_back({QString::fromLatin1(row.key), QString::fromLatin1(row.title), QString::fromLatin1(row.formula),
            QString::fromLatin1(row.source), QString::fromLatin1(row.worked)});
    }
}

} // namespace

const std::vector<KpiDefinition> &kpiDefinitions()
{
    static const std::vector<KpiDefinition> All = [] {
        std::vector<KpiDefinition> all;
        append(Times, all);
        append(People, all);
        append(Noise, all);
        return all;
    }();
    return All;
}

} // namespace quarterdeck
