#include "app/cli/figures.h"

#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace quarterdeck {

namespace {

Figure plain(const QString &name, double value)
{
    return {name, {{QString(), value}}};
}

Figure classes(const QString &name, const HourClasses &hours, bool hasTotal)
{
    Figure figure {name, {}};
    if (hasTotal) {
        figure.values.emplace_back(QStringLiteral("total"), hours.total());
    }
    figure.values.emplace_back(QStringLiteral("business"), hours.business);
    figure.values.emplace_back(QStringLiteral("off"), hours.off);
    figure.values.emplace_back(QStringLiteral("sleep"), hours.sleep);
    return figure;
}

// "Europe/London" -> "london"
QString cityOf(const QByteArray &zone)
{
    return QString::fromLatin1(zone.mid(zone.lastIndexOf('/') + 1)).toLower();
}

// The hours between the same two wall-clock times in a zone: not always those in UTC.
double wallHours(TimeRange range, const QByteArray &zone)
{
    const QTimeZone tz(zone);
    const QDateTime from = toDateTime(range.from);
    const QDateTime to = toDateTime(range.to);
    return double(QDateTime(from.date(), from.time(), tz).secsTo(QDateTime(to.date(), to.time(), tz))) / 3600.0;
}

std::vector<Figure> shiftFigures(const LoadReport &report, const ResponderZones &zones)
{
    std::vector<Figure> figures;
    for (auto zone = zones.constBegin(); zone != zones.constEnd(); ++zone) {
        Figure counts {QStringLiteral("%1_12h_shifts_0900_2100_%2").arg(zone.key(), cityOf(zone.value())), {}};
        std::vector<Figure> odd;
        for (const ShiftLoad &shift : report.shifts) {
            if (shift.user != zone.key()) {
                continue;
            }
            const QDateTime start = toDateTime(shift.start).toTimeZone(QTimeZone(zone.value()));
            const QString part = start.time().hour() < 12 ? QStringLiteral("day") : QStringLiteral("night");
            counts.values.emplace_back(QStringLiteral("%1 %2").arg(start.date().toString(Qt::ISODate), part), shift.incidents);
            if (std::abs(shift.hours - 12) > 0.01) {
                odd.push_back(
                    plain(QStringLiteral("%1_%2_%3_hours").arg(zone.key(), part, start.date().toString(QStringLiteral("yyyy_MM_dd"))), shift.hours));
            }
        }
        if (!counts.values.empty()) {
            figures.push_back(counts);
        }
        figures.insert(figures.end(), odd.begin(), odd.end());
    }
    return figures;
}

// What adding up the major incidents one by one would say: too little, where they overlap.
double summedUptime(const std::vector<Incident> &incidents, TimeRange window, UtcTime now)
{
    double down = 0;
    for (const Incident &incident : incidents) {
        if (incident.isMajor) {
            const UtcTime from = std::max(incident.created, window.from);
            const UtcTime to = std::min(incident.resolved.value_or(now), window.to);
            down += std::max(0.0, double((to - from).count()));
        }
    }
    return 100.0 * (1.0 - down / double(window.length().count()));
}

std::vector<Figure> uptimeFigures(const LoadReport &report, const std::vector<Incident> &incidents, const LoadScope &scope, UtcTime now)
{
    QStringList majors;
    for (const Incident &incident : incidents) {
        if (incident.isMajor) {
            majors.append(incident.id);
        }
    }
    if (majors.isEmpty() || majors.size() > 10) {
        return {plain(QStringLiteral("uptime_pct"), report.majorUptime * 100)};
    }
    return {plain(QStringLiteral("uptime_pct"), report.majorUptime * 100),
        plain(QStringLiteral("uptime_pct_union_majors_%1").arg(majors.join(u'_')), report.majorUptime * 100),
        plain(QStringLiteral("uptime_pct_naive_sum_WRONG"), summedUptime(incidents, scope.window, now))};
}

Figure unionFigure(const LoadReport &report)
{
    Figure figure {QStringLiteral("engaged_union_s"), {}};
    for (auto it = report.engagedUnion.constBegin(); it != report.engagedUnion.constEnd(); ++it) {
        figure.values.emplace_back(it.key(), it.value());
    }
    figure.values.emplace_back(QStringLiteral("total"), report.engagedUnionTotal);
    return figure;
}

} // namespace

std::vector<Figure> loadFigures(const std::vector<Incident> &incidents, const LoadScope &scope, const ResponderZones &zones, UtcTime now)
{
    const LoadReport report = computeLoad(incidents, scope, zones, now);
    // The same count by UTC instead of each person's clock, named for what it is: the mistake is common and this shows its size.
    ResponderZones utc;
    for (const Incident &incident : incidents) {
        utc.insert(incident.user, "UTC");
    }
    const LoadReport naive = computeLoad(incidents, scope, utc, now);
    std::vector<Figure> figures {plain(QStringLiteral("incidents"), report.incidents),
        classes(QStringLiteral("interruptions_per_incident"), report.interruptions, true),
        classes(QStringLiteral("disruptions_merged_10min"), report.disruptions, true),
        classes(QStringLiteral("naive_utc_classes_WRONG"), naive.interruptions, false),
        plain(QStringLiteral("mtta_mean_s"), report.timeToAcknowledge.mean), plain(QStringLiteral("mtta_median_s"), report.timeToAcknowledge.median),
        plain(QStringLiteral("mtta_p90_nearest_rank_s"), report.timeToAcknowledge.p90), plain(QStringLiteral("mtta_n"), report.timeToAcknowledge.n),
        plain(QStringLiteral("mttr_all_mean_s"), report.timeToResolve.mean), plain(QStringLiteral("mttr_all_median_s"), report.timeToResolve.median),
        plain(QStringLiteral("mttr_not_auto_mean_s"), report.timeToResolveByPeople.mean), plain(QStringLiteral("engaged_sum_s"), report.engagedSum),
        unionFigure(report), plain(QStringLiteral("ack_rate"), report.ackRate), plain(QStringLiteral("auto_resolved_rate"), report.autoResolvedRate),
        plain(QStringLiteral("transient_unacked_lt5min_rate"), report.transientRate), plain(QStringLiteral("repeat_rate"), report.repeatRate),
        plain(QStringLiteral("precision_classified"), report.precisionClassified), plain(QStringLiteral("precision_strict"), report.precisionStrict),
        plain(QStringLiteral("fairness_gini"), report.fairnessGini), plain(QStringLiteral("disrupted_hours"), report.disruptedHours)};
    for (auto zone = zones.constBegin(); zone != zones.constEnd(); ++zone) {
        if (std::abs(double(scope.window.length().count()) / 3'600'000.0 - 168) < 0.01) {
            figures.push_back(plain(QStringLiteral("%1_week_hours").arg(cityOf(zone.value())), wallHours(scope.window, zone.value())));
        }
    }
    for (const auto &more : {shiftFigures(report, zones), uptimeFigures(report, incidents, scope, now)}) {
        figures.insert(figures.end(), more.begin(), more.end());
    }
    return figures;
}

void writeFigures(JsonWriter &json, const std::vector<Figure> &figures)
{
    json.beginObject();
    for (const Figure &figure : figures) {
        json.key(figure.name);
        if (figure.values.size() == 1 && figure.values.front().first.isEmpty()) {
            json.value(figure.values.front().second);
            continue;
        }
        json.beginObject();
        for (const auto &[name, value] : figure.values) {
            json.key(name).value(value);
        }
        json.endObject();
    }
    json.endObject();
}

} // namespace quarterdeck
