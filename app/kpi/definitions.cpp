#include "app/kpi/load.h"

namespace quarterdeck {

namespace {

KpiDefinition define(const char *key, const char *title, const char *formula, const char *source)
{
    return {QString::fromLatin1(key), QString::fromLatin1(title), QString::fromLatin1(formula), QString::fromLatin1(source)};
}

} // namespace

const std::vector<KpiDefinition> &kpiDefinitions()
{
    static const char *const PagerDuty = "PagerDuty Analytics API, incident metrics";
    static const char *const Ours = "Quarterdeck's own definition";
    static const std::vector<KpiDefinition> All {define("incidents", "Incidents", "Firings created inside the time window and the scope.", PagerDuty),
        define("acknowledged", "Acknowledged", "Incidents that somebody acknowledged explicitly.", PagerDuty),
        define("ack_rate", "Acknowledgement rate", "Acknowledged incidents divided by all incidents.", PagerDuty),
        define("mtta_mean_s", "Time to acknowledge, mean", "Mean of first acknowledgement minus creation, over acknowledged incidents.", PagerDuty),
        define("mtta_median_s", "Time to acknowledge, median", "Middle value; for an even number the mean of the two middle ones.", Ours),
        define("mtta_p90_s", "Time to acknowledge, 90th percentile", "Nearest rank: the value at position ceil(0.9 n) of the sorted times.", Ours),
        define("mttr_mean_s", "Time to resolve, mean", "Mean of resolution minus creation. Open incidents are left out and counted beside it.",
            PagerDuty),
        define("mttr_median_s", "Time to resolve, median", "Middle value. The mean alone misleads: a few long incidents dominate it.", Ours),
        define("mttr_p90_s", "Time to resolve, 90th percentile", "Nearest rank: the value at position ceil(0.9 n) of the sorted times.", Ours),
        define("mttr_people_mean_s", "Time to resolve by people, mean", "As time to resolve, without incidents that resolved themselves.", Ours),
        define("interruptions.total", "Interruptions", "Distinct pairs of incident and responder with at least one notification that is not e-mail.",
            PagerDuty),
        define(
            "interruptions.business", "Interruptions in business hours", "Monday to Friday, 08:00 to 18:00 on the responder's own clock.", PagerDuty),
        define("interruptions.off", "Interruptions off hours", "Neither business hours nor sleep hours, on the responder's own clock.", PagerDuty),
        define("interruptions.sleep", "Interruptions in sleep hours",
            "22:00 to 08:00 on any day, on the responder's own clock. Sleep wins over the other classes.", PagerDuty),
        define("disruptions.total", "Disruptions", "Interruptions of one person less than 10 minutes after the first of a group count once.", Ours),
        define("disruptions.business", "Disruptions in business hours", "Disruptions that begin in business hours.", Ours),
        define("disruptions.off", "Disruptions off hours", "Disruptions that begin off hours.", Ours),
        define("disruptions.sleep", "Disruptions in sleep hours", "Disruptions that begin in sleep hours.", Ours),
        define("disrupted_hours", "Disrupted hours", "Distinct pairs of responder and clock hour with an interruption.",
            "Multitudes, out-of-hours pages"),
        define(
            "engaged_sum_s", "Engaged time, added up", "Sum of acknowledgement to resolution over incidents, the part inside the window.", PagerDuty),
        define("engaged_union_s", "Engaged time", "As above, but the time of one person counts once where incidents overlap.", Ours),
        define("auto_resolved_rate", "Resolved by itself", "Incidents that nobody resolved divided by all incidents.", PagerDuty),
        define("transient_rate", "Transient noise", "Resolved by itself, never acknowledged and shorter than 5 minutes, divided by all incidents.",
            Ours),
        define("repeat_rate", "Repeats", "Resolved incidents whose alert fired again within 24 hours, divided by resolved incidents.", Ours),
        define("precision_classified", "Alert precision, classified", "Incidents tagged as needing action divided by all tagged ones.",
            "Google SRE workbook, chapter 5"),
        define("precision_strict", "Alert precision, strict", "Incidents tagged as needing action divided by all incidents.",
            "Google SRE workbook, chapter 5"),
        define("major_uptime", "Time without a major incident", "Share of the window that no major incident covers; overlaps count once.", PagerDuty),
        define("fairness_gini", "Fairness", "Gini coefficient of interruptions per person: 0 is even, towards 1 few carry all.", Ours),
        define("shifts.per_12h", "Incidents per 12-hour shift", "Incidents of a shift times 12 divided by its real length; over 2 is too many.",
            "Google SRE book, chapter 11"),
        define("noise", "Noisiest alerts", "Incidents by alert rule, with those at night, resolved by themselves, transient and repeated.", Ours)};
    return All;
}

} // namespace quarterdeck
