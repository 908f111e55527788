#include "app/kpi/load.h"

#include "app/kpi/columns.h"
#include "app/kpi/figures.h"

#include <algorithm>

namespace quarterdeck {

namespace {

// Source: responders are interrupted again when the next page comes 10 minutes or more after the first of a group.
constexpr qint64 MergeWithin = 600'000;
constexpr qint64 ShiftLength = 12 * 3'600'000LL;
// Source: Google SRE book, chapter 11: at most two incidents per 12-hour shift.
constexpr double ShiftLimit = 2.0;

void count(HourClasses &classes, HourClass kind)
{
    switch (kind) {
    case HourClass::Business:
        ++classes.business;
        break;
    case HourClass::Off:
        ++classes.off;
        break;
    case HourClass::Sleep:
        ++classes.sleep;
        break;
    }
}

double ratio(qint64 part, qint64 whole)
{
    return whole > 0 ? double(part) / double(whole) : 0.0;
}

void addTimes(const LoadColumns &columns, LoadReport &report)
{
    std::vector<qint64> acknowledge;
    std::vector<qint64> resolve;
    std::vector<qint64> people;
    int openAck = 0;
    int openResolve = 0;
    int negativeAck = 0;
    int negativeResolve = 0;
    int negativePeople = 0;
    for (const LoadRow &row : columns.counted) {
        if (row.isAcknowledged) {
            if (row.acknowledged >= row.created) {
                acknowledge.push_back(row.acknowledged - row.created);
            } else {
                ++negativeAck;
            }
        } else {
            openAck += int(!row.isResolved);
        }
        if (!row.isResolved) {
            ++openResolve;
        } else if (row.resolved < row.created) {
            ++negativeResolve;
            negativePeople += int(!row.isAuto);
        } else {
            resolve.push_back(row.resolved - row.created);
            if (!row.isAuto) {
                people.push_back(row.resolved - row.created);
            }
        }
    }
    const auto finish = [](std::vector<qint64> spans, int open, int negative) {
        Durations out = summarize(std::move(spans));
        out.open = open;
        out.negative = negative;
        return out;
    };
    report.timeToAcknowledge = finish(std::move(acknowledge), openAck, negativeAck);
    report.timeToResolve = finish(std::move(resolve), openResolve, negativeResolve);
    report.timeToResolveByPeople = finish(std::move(people), openResolve, negativePeople);
}

void addInterruptionsOf(std::size_t user, const LoadColumns &columns, LoadReport &report)
{
    std::vector<const LoadRow *> hits;
    columns.eachOf(user, [&](const LoadRow &row) {
        if (row.isInterrupting) {
            hits.push_back(&row);
        }
    });
    const auto isEarlier = [](const LoadRow *a, const LoadRow *b) { return a->interruptedAt < b->interruptedAt; };
    if (!std::is_sorted(hits.begin(), hits.end(), isEarlier)) {
        std::sort(hits.begin(), hits.end(), isEarlier);
    }
    const LoadRow *first = nullptr;
    std::optional<qint64> lastHour;
    for (const LoadRow *hit : hits) {
        count(report.interruptions, hit->hour);
        if (first == nullptr || hit->interruptedAt - first->interruptedAt >= MergeWithin) {
            first = hit;
            count(report.disruptions, hit->hour);
        }
        const qint64 hour = hit->interruptedLocal / 3'600'000 - qint64(hit->interruptedLocal < 0);
        // Local time runs backwards once a year: an hour seen twice then still counts once, as it does on the wall clock.
        if (!lastHour || hour > *lastHour) {
            ++report.disruptedHours;
            lastHour = hour;
        }
    }
    if (!hits.empty()) {
        report.interruptionsByUser.insert(columns.users[user], int(hits.size()));
    }
}

// Durations of incidents that reach over an end of the window count with the part inside.
void addEngaged(const LoadColumns &columns, LoadReport &report)
{
    std::vector<std::vector<Interval>> perUser(columns.users.size());
    std::vector<Interval> majors;
    const qint64 from = report.scope.window.from.ms;
    const qint64 to = std::min(report.scope.window.to.ms, std::max(columns.now, from));
    const auto clipped = [&](qint64 a, qint64 b) { return Interval {std::clamp(a, from, to), std::clamp(b, from, to)}; };
    const auto add = [&](const LoadRow &row) {
        if (row.isAcknowledged && row.isResolved && row.resolved > row.acknowledged) {
            const Interval engaged = clipped(row.acknowledged, row.resolved);
            report.engagedSum += double(engaged.to - engaged.from) / 1000.0;
            perUser[std::size_t(row.user)].push_back(engaged);
        }
        if (row.isMajor) {
            majors.push_back(clipped(row.created, row.isResolved ? row.resolved : columns.now));
        }
    };
    std::for_each(columns.early.begin(), columns.early.end(), add);
    std::for_each(columns.counted.begin(), columns.counted.end(), add);
    for (std::size_t user = 0; user < perUser.size(); ++user) {
        if (!perUser[user].empty()) {
            const double seconds = double(unionLength(std::move(perUser[user]))) / 1000.0;
            report.engagedUnion.insert(columns.users[user], seconds);
            report.engagedUnionTotal += seconds;
        }
    }
    report.majorUptime = to > from ? 1.0 - ratio(unionLength(std::move(majors)), to - from) : 1.0;
}

// Shifts begin at 09:00 and 21:00 of the responder's wall clock, and so last 11 or 13 hours where the clocks change.
void addShiftsOf(std::size_t user, const LoadColumns &columns, LoadReport &report)
{
    constexpr qint64 FirstShift = 9 * 3'600'000LL;
    const ZoneClock &clock = columns.clockOf(int(user));
    std::vector<qint64> shifts;
    columns.eachOf(user, [&](const LoadRow &row) {
        const qint64 local = clock.toLocal({row.created}) - FirstShift;
        shifts.push_back(local / ShiftLength - qint64(local < 0 && local % ShiftLength != 0));
    });
    if (!std::is_sorted(shifts.begin(), shifts.end())) {
        std::sort(shifts.begin(), shifts.end());
    }
    for (auto at = shifts.begin(); at != shifts.end();) {
        const auto end = std::upper_bound(at, shifts.end(), *at);
        const qint64 local = *at * ShiftLength + FirstShift;
        ShiftLoad shift;
        shift.user = columns.users[user];
        shift.start = clock.fromLocal(local);
        shift.hours = double((clock.fromLocal(local + ShiftLength) - shift.start).count()) / 3'600'000.0;
        shift.incidents = int(end - at);
        shift.per12h = shift.hours > 0 ? shift.incidents * 12.0 / shift.hours : 0;
        shift.isOverLimit = shift.per12h > ShiftLimit;
        report.shifts.push_back(std::move(shift));
        at = end;
    }
}

void addRates(const LoadColumns &columns, LoadReport &report)
{
    int autoResolved = 0;
    int transient = 0;
    int action = 0;
    int noAction = 0;
    for (const LoadRow &row : columns.counted) {
        report.acknowledged += int(row.isAcknowledged);
        autoResolved += int(row.isAuto);
        transient += int(row.isTransient());
        action += int(row.tag == LoadRow::Tag::Action);
        noAction += int(row.tag == LoadRow::Tag::NoAction);
        report.isEstimated |= row.isGuessed;
    }
    report.incidents = int(columns.counted.size());
    report.ackRate = ratio(report.acknowledged, report.incidents);
    report.autoResolvedRate = ratio(autoResolved, report.incidents);
    report.transientRate = ratio(transient, report.incidents);
    report.precisionClassified = ratio(action, action + noAction);
    report.precisionStrict = ratio(action, report.incidents);
}

void addFairness(const LoadColumns &columns, const ResponderZones &zones, LoadReport &report)
{
    QMap<QString, int> people;
    for (std::size_t user = 0; user < columns.users.size(); ++user) {
        if (columns.starts[user + 1] > columns.starts[user]) {
            people.insert(columns.users[user], 0);
        }
    }
    // Somebody who is listed and was never called belongs into the picture of the whole company, not into that of another team.
    if (report.scope.team.isEmpty() && report.scope.service.isEmpty() && report.scope.user.isEmpty()) {
        for (auto it = zones.cbegin(); it != zones.cend(); ++it) {
            people.insert(it.key(), 0);
        }
    }
    for (auto it = report.interruptionsByUser.cbegin(); it != report.interruptionsByUser.cend(); ++it) {
        people.insert(it.key(), it.value());
    }
    people.remove(QString());
    report.fairnessGini = gini({people.cbegin(), people.cend()});
}

} // namespace

LoadReport computeLoad(const std::vector<Incident> &incidents, const LoadScope &scope, const ResponderZones &zones, UtcTime now)
{
    LoadReport report;
    report.scope = scope;
    report.windowHours = double(std::max<qint64>(0, qint64(scope.window.length().count()))) / 3'600'000.0;
    const LoadColumns columns = makeColumns(incidents, scope, zones, now);
    addRates(columns, report);
    addTimes(columns, report);
    for (std::size_t user = 0; user < columns.users.size(); ++user) {
        addInterruptionsOf(user, columns, report);
        addShiftsOf(user, columns, report);
    }
    addEngaged(columns, report);
    addFairness(columns, zones, report);
    addNoise(columns, report);
    return report;
}

} // namespace quarterdeck
