#include "ui/pages/load/loadcsv.h"

#include "app/core/text.h"

#include <algorithm>

namespace quarterdeck {

namespace {

class Csv {
public:
    void row(const QStringList &cells)
    {
        QStringList safe;
        for (const QString &cell : cells) {
            safe.append(text::csvCell(cell));
        }
        m_text += safe.join(u',') + QStringLiteral("\r\n");
    }
    // What there is no data for is an empty cell, never 0.
    void figure(const QString &key, std::optional<double> value, const QString &unit)
    {
        const auto &all = kpiDefinitions();
        const auto found = std::ranges::find(all, key, &KpiDefinition::key);
        row({QStringLiteral("figure"), key, value ? QString::number(*value, 'g', 12) : QString(), unit,
            found == all.end() ? QString() : found->formula});
    }
    QByteArray bytes() const { return m_text.toUtf8(); }

private:
    QString m_text;
};

void durations(Csv &csv, const QString &prefix, const Durations &times)
{
    const QString seconds = QStringLiteral("s");
    const auto known = [&times](double value) { return times.n > 0 ? std::optional(value) : std::nullopt; };
    csv.figure(prefix + QStringLiteral("_mean_s"), known(times.mean), seconds);
    csv.figure(prefix + QStringLiteral("_median_s"), known(times.median), seconds);
    csv.figure(prefix + QStringLiteral("_p90_s"), known(times.p90), seconds);
    csv.figure(prefix + QStringLiteral("_n"), times.n, {});
    csv.figure(prefix + QStringLiteral("_open"), times.open, {});
    csv.figure(prefix + QStringLiteral("_negative"), times.negative, {});
}

} // namespace

QByteArray loadCsv(const LoadView &view)
{
    const LoadReport &report = view.report;
    Csv csv;
    csv.row({"section", "name", "value", "unit", "definition"});
    csv.row({"window", "from", toRfc3339(report.scope.window.from), {}, {}});
    csv.row({"window", "to", toRfc3339(report.scope.window.to), {}, {}});
    csv.row({"scope", "team", report.scope.team, {}, {}});
    csv.row({"scope", "service", report.scope.service, {}, {}});
    csv.row({"scope", "estimated", report.isEstimated ? "yes" : "no", {}, {}});
    csv.figure("incidents", report.incidents, {});
    csv.figure("acknowledged", report.acknowledged, {});
    csv.figure("ack_rate", report.ackRate, "1");
    durations(csv, QStringLiteral("mtta"), report.timeToAcknowledge);
    durations(csv, QStringLiteral("mttr"), report.timeToResolve);
    const Durations &people = report.timeToResolveByPeople;
    csv.figure("mttr_people_mean_s", people.n > 0 ? std::optional(people.mean) : std::nullopt, "s");
    csv.figure("interruptions.total", report.interruptions.total(), {});
    csv.figure("interruptions.business", report.interruptions.business, {});
    csv.figure("interruptions.off", report.interruptions.off, {});
    csv.figure("interruptions.sleep", report.interruptions.sleep, {});
    csv.figure("disruptions.total", report.disruptions.total(), {});
    csv.figure("disrupted_hours", report.disruptedHours, "h");
    csv.figure("engaged_union_s", report.engagedUnionTotal, "s");
    csv.figure("auto_resolved_rate", report.autoResolvedRate, "1");
    csv.figure("transient_rate", report.transientRate, "1");
    csv.figure("repeat_rate", report.repeatRate, "1");
    csv.figure("fairness_gini", report.fairnessGini, "1");
    csv.figure("shifts.per_12h", report.worstShift, {});
    csv.figure("shifts.with_incidents", double(report.shifts.size()), {});
    csv.figure("shifts.over_limit", report.shiftsOverLimit, {});
    csv.figure("engaged_open", report.engagedOpen, {});
    csv.figure("unknown_responder", report.unknownUser, {});
    csv.figure("uptime_pct", report.majorUptime ? std::optional(*report.majorUptime * 100) : std::nullopt, "%");
    for (const LoadWeek &week : view.weeks) {
        const HourClasses &hours = week.interruptions;
        csv.row({"week", toRfc3339(week.start), QString::number(hours.total()), {},
            QStringLiteral("business %1, off %2, sleep %3%4")
                .arg(hours.business)
                .arg(hours.off)
                .arg(hours.sleep)
                .arg(week.isPartial ? QStringLiteral(", incomplete") : QString())});
    }
    for (const NoiseRow &row : report.noise) {
        csv.row({"rule", row.title, QString::number(row.incidents), {},
            QStringLiteral("sleep %1, auto-resolved %2, transient %3, repeats %4")
                .arg(row.sleep)
                .arg(row.autoResolved)
                .arg(row.transient)
                .arg(row.repeats)});
    }
    return csv.bytes();
}

} // namespace quarterdeck
