#include "app/cli/figures.h"

#include "app/kpi/hourclass.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace quarterdeck {

namespace {

using Value = std::optional<double>;

const QString Seconds = QStringLiteral("s");
const QString Hours = QStringLiteral("h");
const QString Share = QStringLiteral("0..1");

Figure plain(const QString &name, const QString &unit, Value value)
{
    return {name, unit, {{QString(), value}}};
}

Figure classes(const QString &name, const HourClasses &hours)
{
    return {name, {},
        {{QStringLiteral("total"), hours.total()}, {QStringLiteral("business"), hours.business}, {QStringLiteral("off"), hours.off},
            {QStringLiteral("sleep"), hours.sleep}}};
}

void append(std::vector<Figure> &figures, const QString &prefix, const Durations &times)
{
    const auto known = [&times](double value) { return times.n > 0 ? Value(value) : std::nullopt; };
    figures.push_back(plain(prefix + QStringLiteral("_n"), {}, times.n));
    figures.push_back(plain(prefix + QStringLiteral("_open"), {}, times.open));
    figures.push_back(plain(prefix + QStringLiteral("_negative"), {}, times.negative));
    figures.push_back(plain(prefix + QStringLiteral("_mean_s"), Seconds, known(times.mean)));
    figures.push_back(plain(prefix + QStringLiteral("_median_s"), Seconds, known(times.median)));
    figures.push_back(plain(prefix + QStringLiteral("_p90_s"), Seconds, known(times.p90)));
}

// The hours between the two wall-clock times that the window has in UTC: in the week of a clock change not always those in UTC.
Figure weekHours(TimeRange window, const ResponderZones &zones)
{
    Figure figure {QStringLiteral("week_hours"), Hours, {}};
    std::vector<QByteArray> known(zones.cbegin(), zones.cend());
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    for (const QByteArray &zone : known) {
        const ZoneClock clock = clockOfZone(zone, window);
        const Millis length = clock.fromLocal(window.to.ms) - clock.fromLocal(window.from.ms);
        figure.values.emplace_back(QString::fromLatin1(zone), double(length.count()) / 3'600'000.0);
    }
    return figure;
}

void writeValue(JsonWriter &json, const Value &value)
{
    if (value) {
        json.value(*value);
    } else {
        json.null();
    }
}

void writeFigure(JsonWriter &json, const QString &name, const Figure &figure)
{
    json.key(name);
    if (figure.values.size() == 1 && figure.values.front().first.isEmpty()) {
        writeValue(json, figure.values.front().second);
        return;
    }
    json.beginObject();
    for (const auto &[part, value] : figure.values) {
        json.key(part);
        writeValue(json, value);
    }
    json.endObject();
}

// Scripts that read 0.1.0 go on.
const QHash<QString, QString> &formerNames()
{
    static const QHash<QString, QString> Names {{QStringLiteral("interruptions"), QStringLiteral("interruptions_per_incident")},
        {QStringLiteral("disruptions"), QStringLiteral("disruptions_merged_10min")},
        {QStringLiteral("mtta_p90_s"), QStringLiteral("mtta_p90_nearest_rank_s")}, {QStringLiteral("mttr_mean_s"), QStringLiteral("mttr_all_mean_s")},
        {QStringLiteral("mttr_median_s"), QStringLiteral("mttr_all_median_s")},
        {QStringLiteral("mttr_people_mean_s"), QStringLiteral("mttr_not_auto_mean_s")},
        {QStringLiteral("transient_rate"), QStringLiteral("transient_unacked_lt5min_rate")}};
    return Names;
}

} // namespace

std::vector<Figure> loadFigures(const LoadReport &report, const ResponderZones &zones)
{
    std::vector<Figure> figures {plain(QStringLiteral("incidents"), {}, report.incidents),
        plain(QStringLiteral("acknowledged"), {}, report.acknowledged), plain(QStringLiteral("open"), {}, report.timeToResolve.open),
        plain(QStringLiteral("ack_rate"), Share, report.ackRate)};
    append(figures, QStringLiteral("mtta"), report.timeToAcknowledge);
    append(figures, QStringLiteral("mttr"), report.timeToResolve);
    const Durations &people = report.timeToResolveByPeople;
    figures.insert(figures.end(),
        {plain(QStringLiteral("mttr_people_n"), {}, people.n),
            plain(QStringLiteral("mttr_people_mean_s"), Seconds, people.n > 0 ? Value(people.mean) : std::nullopt),
            classes(QStringLiteral("interruptions"), report.interruptions), classes(QStringLiteral("disruptions"), report.disruptions),
            plain(QStringLiteral("disrupted_hours"), Hours, report.disruptedHours),
            plain(QStringLiteral("engaged_sum_s"), Seconds, report.engagedSum),
            Figure {QStringLiteral("engaged_union_s"), Seconds, {{QStringLiteral("total"), report.engagedUnionTotal}}},
            plain(QStringLiteral("engaged_open"), {}, report.engagedOpen),
            Figure {QStringLiteral("shifts"), {},
                {{QStringLiteral("with_incidents"), double(report.shifts.size())}, {QStringLiteral("over_limit"), report.shiftsOverLimit},
                    {QStringLiteral("most_per_12h"), report.worstShift}}},
            plain(QStringLiteral("unknown_responder"), {}, report.unknownUser), plain(QStringLiteral("fairness_gini"), Share, report.fairnessGini),
            plain(QStringLiteral("auto_resolved_rate"), Share, report.autoResolvedRate),
            plain(QStringLiteral("transient_rate"), Share, report.transientRate), plain(QStringLiteral("repeat_rate"), Share, report.repeatRate),
            plain(QStringLiteral("precision_classified"), Share, report.precisionClassified),
            plain(QStringLiteral("precision_strict"), Share, report.precisionStrict),
            plain(QStringLiteral("uptime_pct"), QStringLiteral("%"), report.majorUptime ? Value(*report.majorUptime * 100) : std::nullopt),
            plain(QStringLiteral("window_hours"), Hours, report.windowHours)});
    if (std::abs(report.windowHours - 168) < 0.01 && !zones.isEmpty()) {
        figures.push_back(weekHours(report.scope.window, zones));
    }
    return figures;
}

void writeFigures(JsonWriter &json, const std::vector<Figure> &figures)
{
    json.beginObject();
    for (const Figure &figure : figures) {
        writeFigure(json, figure.name, figure);
    }
    for (const Figure &figure : figures) {
        if (formerNames().contains(figure.name)) {
            writeFigure(json, formerNames().value(figure.name), figure);
        }
    }
    json.endObject();
}

void writePerson(JsonWriter &json, const LoadReport &report, const QString &user)
{
    const auto isUser = [&user](const QString &name) { return name.compare(user, Qt::CaseInsensitive) == 0; };
    QStringList names = report.interruptionsByUser.keys() + report.engagedUnion.keys();
    for (const ShiftLoad &shift : report.shifts) {
        names.append(shift.user);
    }
    const auto found = std::find_if(names.cbegin(), names.cend(), isUser);
    if (user.isEmpty() || found == names.cend()) {
        json.null();
        return;
    }
    json.beginObject().key(u"user").value(*found);
    json.key(u"interruptions").value(report.interruptionsByUser.value(*found));
    json.key(u"sleep").value(report.sleepByUser.value(*found));
    json.key(u"engaged_union_s").value(report.engagedUnion.value(*found));
    json.key(u"shifts").beginArray();
    for (const ShiftLoad &shift : report.shifts) {
        if (shift.user == *found) {
            json.beginObject().key(u"start").value(toRfc3339(shift.start)).key(u"hours").value(shift.hours);
            json.key(u"incidents").value(shift.incidents).key(u"per_12h").value(shift.per12h);
            json.key(u"is_over_limit").value(shift.isOverLimit).endObject();
        }
    }
    json.endArray().endObject();
}

} // namespace quarterdeck
