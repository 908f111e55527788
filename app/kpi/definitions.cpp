#include "app/kpi/load.h"

#include <QtGlobal>

#include <array>

namespace quarterdeck {

namespace {

constexpr const char *PagerDuty = QT_TRANSLATE_NOOP("LoadDefinition", "PagerDuty Analytics API, incident metrics");
constexpr const char *Ours = QT_TRANSLATE_NOOP("LoadDefinition", "Quarterdeck's own definition");
constexpr const char *Workbook = QT_TRANSLATE_NOOP("LoadDefinition", "Google SRE workbook, chapter 5");

struct Row {
    const char *key;
    const char *title;
    const char *formula;
    const char *source;
    const char *worked = "";
};

constexpr std::array Times {
    Row {"incidents", QT_TRANSLATE_NOOP("LoadDefinition", "Incidents"),
        QT_TRANSLATE_NOOP("LoadDefinition",
            "Alerts that started firing in the time range, for the selected team and services. An alert reported by several sources counts once: it "
            "starts with the first report, is acknowledged from the first acknowledgement on, and ends with the last one."),
        PagerDuty,
        QT_TRANSLATE_NOOP("LoadDefinition",
            "Two firings of one alert that overlap, 10:00 to 12:00 and 11:00 to 11:30: 2 incidents, no repeat, engaged time counted once.")},
    Row {"acknowledged", QT_TRANSLATE_NOOP("LoadDefinition", "Acknowledged"),
        QT_TRANSLATE_NOOP("LoadDefinition", "Incidents that somebody acknowledged explicitly."), PagerDuty},
    Row {"ack_rate", QT_TRANSLATE_NOOP("LoadDefinition", "Acknowledgement rate"),
        QT_TRANSLATE_NOOP("LoadDefinition", "Acknowledged incidents divided by all incidents."), PagerDuty},
    Row {"mtta_mean_s", QT_TRANSLATE_NOOP("LoadDefinition", "Time to acknowledge, mean"),
        QT_TRANSLATE_NOOP("LoadDefinition",
            "Mean of first acknowledgement minus creation, over acknowledged incidents. Only the first acknowledgement counts, whatever happens "
            "after it."),
        PagerDuty, QT_TRANSLATE_NOOP("LoadDefinition", "Acknowledged at 0 min, acknowledgement removed at 30, acknowledged again at 41: 0 s.")},
    Row {"mtta_median_s", QT_TRANSLATE_NOOP("LoadDefinition", "Time to acknowledge, median"),
        QT_TRANSLATE_NOOP("LoadDefinition", "Middle value; for an even number, the mean of the two middle values."), Ours},
    Row {"mtta_p90_s", QT_TRANSLATE_NOOP("LoadDefinition", "Time to acknowledge, 90th percentile"),
        QT_TRANSLATE_NOOP("LoadDefinition", "Nearest rank: the value at position ceil(0.9 n) of the sorted times."), Ours,
        QT_TRANSLATE_NOOP("LoadDefinition", "60, 120, 180, 180, 240, 300, 360, 600 s: position 8, 600 s.")},
    Row {"mttr_mean_s", QT_TRANSLATE_NOOP("LoadDefinition", "Time to resolve, mean"),
        QT_TRANSLATE_NOOP("LoadDefinition",
            "Mean of resolution minus creation. Open incidents, acknowledged or not, are excluded and counted separately; so are incidents that "
            "ended before they started."),
        PagerDuty,
        QT_TRANSLATE_NOOP(
            "LoadDefinition", "Created 10:00, acknowledged 10:05, still open: time to acknowledge 300 s, time to resolve 0 of 1 known, 1 open.")},
    Row {"mttr_median_s", QT_TRANSLATE_NOOP("LoadDefinition", "Time to resolve, median"),
        QT_TRANSLATE_NOOP("LoadDefinition", "Middle value. The mean alone is misleading, because a few long incidents dominate it."), Ours},
    Row {"mttr_p90_s", QT_TRANSLATE_NOOP("LoadDefinition", "Time to resolve, 90th percentile"),
        QT_TRANSLATE_NOOP("LoadDefinition", "Nearest rank: the value at position ceil(0.9 n) of the sorted times."), Ours},
    Row {"mttr_people_mean_s", QT_TRANSLATE_NOOP("LoadDefinition", "Mean time to resolve, incidents resolved by people"),
        QT_TRANSLATE_NOOP("LoadDefinition", "As time to resolve, without self-resolved incidents."), Ours},
};

constexpr std::array People {
    Row {"interruptions.total", QT_TRANSLATE_NOOP("LoadDefinition", "Interruptions"),
        QT_TRANSLATE_NOOP("LoadDefinition",
            "Number of (incident, responder) pairs with at least one notification other than e-mail. An alert that pages again after its "
            "acknowledgement was removed interrupts again. This is our count: PagerDuty's differs, it merges the pages of one person within 60 s and "
            "excludes e-mail as well."),
        Ours,
        QT_TRANSLATE_NOOP("LoadDefinition",
            "Acknowledged at 0 min, acknowledgement removed at 30, acknowledged again at 41: 1 incident, 2 interruptions. \"notify\": [] means "
            "nobody was notified, 0; without \"notify\" it is unknown, 1 and estimated.")},
    Row {"interruptions.business", QT_TRANSLATE_NOOP("LoadDefinition", "Interruptions in business hours"),
        QT_TRANSLATE_NOOP("LoadDefinition", "Monday to Friday, 08:00 to 18:00 in the responder's time zone."), PagerDuty},
    Row {"interruptions.off", QT_TRANSLATE_NOOP("LoadDefinition", "Interruptions in off-hours"),
        QT_TRANSLATE_NOOP("LoadDefinition", "Neither business hours nor sleep hours, in the responder's time zone."), PagerDuty},
    Row {"interruptions.sleep", QT_TRANSLATE_NOOP("LoadDefinition", "Interruptions in sleep hours"),
        QT_TRANSLATE_NOOP(
            "LoadDefinition", "22:00 to 08:00 on any day, in the responder's time zone. Sleep hours take precedence over the other classes."),
        PagerDuty},
    Row {"disruptions.total", QT_TRANSLATE_NOOP("LoadDefinition", "Disruptions"),
        QT_TRANSLATE_NOOP("LoadDefinition",
            "Interruptions of the same person within 10 minutes of the first count as one. If it is unknown who was paged, each counts."),
        Ours, QT_TRANSLATE_NOOP("LoadDefinition", "Pages at 10:00:00, 10:09:59 and 10:10:00: 2.")},
    Row {"disruptions.business", QT_TRANSLATE_NOOP("LoadDefinition", "Disruptions in business hours"),
        QT_TRANSLATE_NOOP("LoadDefinition", "Disruptions that start in business hours."), Ours},
    Row {"disruptions.off", QT_TRANSLATE_NOOP("LoadDefinition", "Disruptions in off-hours"),
        QT_TRANSLATE_NOOP("LoadDefinition", "Disruptions that start in off-hours."), Ours},
    Row {"disruptions.sleep", QT_TRANSLATE_NOOP("LoadDefinition", "Disruptions in sleep hours"),
        QT_TRANSLATE_NOOP("LoadDefinition", "Disruptions that start in sleep hours."), Ours},
    Row {"disrupted_hours", QT_TRANSLATE_NOOP("LoadDefinition", "Disrupted hours"),
        QT_TRANSLATE_NOOP("LoadDefinition", "Number of (responder, clock hour) pairs with an interruption."),
        QT_TRANSLATE_NOOP("LoadDefinition", "Multitudes, out-of-hours pages"),
        QT_TRANSLATE_NOOP(
            "LoadDefinition", "18:30, 19:15 and 19:25: 2. Pages at 03:35 and, after the clock went back from 03:45 to 02:45, at 02:50: 2.")},
    Row {"engaged_sum_s", QT_TRANSLATE_NOOP("LoadDefinition", "Time engaged, total"),
        QT_TRANSLATE_NOOP("LoadDefinition",
            "Total time from acknowledgement to resolution, over incidents and the people who acknowledged them, limited to the time range. People "
            "still at work are counted separately, not measured."),
        PagerDuty, QT_TRANSLATE_NOOP("LoadDefinition", "Acknowledged 10:05 and still open: 0 s, 1 open.")},
    Row {"engaged_union_s", QT_TRANSLATE_NOOP("LoadDefinition", "Time engaged"),
        QT_TRANSLATE_NOOP("LoadDefinition", "As above, but overlapping incidents of the same person count once."), Ours,
        QT_TRANSLATE_NOOP("LoadDefinition", "10:00 to 11:00 and 10:30 to 11:30: 5400 s; total 7200 s.")},
    Row {"fairness_gini", QT_TRANSLATE_NOOP("LoadDefinition", "Fairness"),
        QT_TRANSLATE_NOOP("LoadDefinition",
            "Gini coefficient of interruptions per person, not per hour on call: 0 = evenly shared, 1 = one person takes them all. Whoever is on "
            "call more often is paged more often."),
        Ours, QT_TRANSLATE_NOOP("LoadDefinition", "12, 3, 1 and 0 interruptions: 0.59375.")},
    Row {"shifts.per_12h", QT_TRANSLATE_NOOP("LoadDefinition", "Incidents per 12-hour shift"),
        QT_TRANSLATE_NOOP("LoadDefinition",
            "Incidents in a shift, 09:00 to 21:00 or 21:00 to 09:00 in the responder's time zone, scaled to 12 hours. More than 2 is too many. Only "
            "shifts with incidents are known, and only those of known responders."),
        QT_TRANSLATE_NOOP("LoadDefinition", "Google SRE book, chapter 11"),
        QT_TRANSLATE_NOOP("LoadDefinition", "2 incidents in a night of 11 hours, when the clock goes forward: 2.18, over the limit.")},
};

constexpr std::array Noise {
    Row {"auto_resolved_rate", QT_TRANSLATE_NOOP("LoadDefinition", "Self-resolved"),
        QT_TRANSLATE_NOOP("LoadDefinition",
            "Incidents ended by their source rather than by a person, divided by all incidents. Alertmanager ends every alert itself: in the local "
            "history every ended incident counts, acknowledged or not."),
        PagerDuty},
    Row {"transient_rate", QT_TRANSLATE_NOOP("LoadDefinition", "Transient alerts"),
        QT_TRANSLATE_NOOP("LoadDefinition", "Self-resolved, never acknowledged and shorter than 5 minutes, divided by all incidents."), Ours},
    Row {"repeat_rate", QT_TRANSLATE_NOOP("LoadDefinition", "Repeated"),
        QT_TRANSLATE_NOOP("LoadDefinition",
            "Resolved incidents whose alert fired again within 24 hours, divided by resolved incidents. The next firing decides: one that started "
            "before the end is an overlap, one created after the time range is not known yet."),
        Ours,
        QT_TRANSLATE_NOOP(
            "LoadDefinition", "Ended Sunday 23:00, fired again Monday 01:00: 0 repeats in the week to Sunday, 1 in the eight days to Monday.")},
    Row {"precision_classified", QT_TRANSLATE_NOOP("LoadDefinition", "Alert precision, classified"),
        QT_TRANSLATE_NOOP("LoadDefinition", "Incidents tagged as needing action divided by all tagged incidents."), Workbook},
    Row {"precision_strict", QT_TRANSLATE_NOOP("LoadDefinition", "Alert precision, strict"),
        QT_TRANSLATE_NOOP("LoadDefinition", "Incidents tagged as needing action divided by all incidents, once any is tagged."), Workbook},
    Row {"uptime_pct", QT_TRANSLATE_NOOP("LoadDefinition", "Time without a major incident"),
        QT_TRANSLATE_NOOP("LoadDefinition",
            "Share of the time range up to now without a major incident, for the selected team and services; overlaps count once. In the local "
            "history a major incident is one of severity critical."),
        PagerDuty, QT_TRANSLATE_NOOP("LoadDefinition", "Major 02:30 to 03:06 and 02:33 to 03:36 in a week: 99.345 %.")},
    Row {"noise", QT_TRANSLATE_NOOP("LoadDefinition", "Noisiest alerts"),
        QT_TRANSLATE_NOOP("LoadDefinition", "Incidents by alert rule, with those in sleep hours, self-resolved, transient and repeated."), Ours},
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
