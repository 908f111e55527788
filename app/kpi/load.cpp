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
            row.acknowledged >= row.created ? acknowledge.push_back(row.acknowledged - row.created) : void(++negativeAck);
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

void addInterruptions(const LoadColumns &columns, LoadReport &report)
{
    struct Hit {
        int user;
        qint64 at;
    };
    std::vector<Hit> hits;
    std::vector<int> perUser(columns.users.size());
    for (const LoadRow &row : columns.counted) {
        if (row.isInterrupting) {
            hits.push_back({row.user, row.interruptedAt});
            ++perUser[std::size_t(row.user)];
        }
    }
    std::sort(hits.begin(), hits.end(), [](const Hit &a, const Hit &b) { return a.user != b.user ? a.user < b.user : a.at < b.at; });
    const Hit *first = nullptr;
    int lastUser = -1;
    qint64 lastHour = 0;
    for (const Hit &hit : hits) {
        const ZoneClock &clock = columns.clockOf(hit.user);
        count(report.interruptions, clock.classify({hit.at}));
        if (first == nullptr || first->user != hit.user || hit.at - first->at >= MergeWithin) {
            first = &hit;
            count(report.disruptions, clock.classify({hit.at}));
        }
        const qint64 local = clock.toLocal({hit.at});
        const qint64 hour = local / 3'600'000 - qint64(local < 0);
        // Local time runs backwards once a year: an hour seen twice then still counts once, as it does on the wall clock.
        if (hit.user != lastUser || hour > lastHour) {
            ++report.disruptedHours;
            lastHour = hour;
        }
        lastUser = hit.user;
    }
    for (std::size_t user = 0; user < perUser.size(); ++user) {
        if (perUser[user] > 0) {
            report.interruptionsByUser.insert(columns.users[user], perUser[user]);
        }
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
    for (const LoadRow &row : columns.touching) {
        if (row.isAcknowledged && row.isResolved && row.resolved > row.acknowledged) {
            const Interval engaged = clipped(row.acknowledged, row.resolved);
            report.engagedSum += double(engaged.to - engaged.from) / 1000.0;
            perUser[std::size_t(row.user)].push_back(engaged);
        }
        if (row.isMajor) {
            majors.push_back(clipped(row.created, row.isResolved ? row.resolved : columns.now));
        }
    }
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
void addShifts(const LoadColumns &columns, LoadReport &report)
{
    struct Key {
        int user;
        qint64 local;
    };
    constexpr qint64 FirstShift = 9 * 3'600'000LL;
    std::vector<Key> keys;
    keys.reserve(columns.counted.size());
    for (const LoadRow &row : columns.counted) {
        const qint64 local = columns.clockOf(row.user).toLocal({row.created}) - FirstShift;
        const qint64 shift = local / ShiftLength - qint64(local < 0 && local % ShiftLength != 0);
        keys.push_back({row.user, shift * ShiftLength + FirstShift});
    }
    std::sort(keys.begin(), keys.end(), [](const Key &a, const Key &b) { return a.user != b.user ? a.user < b.user : a.local < b.local; });
    for (std::size_t i = 0; i < keys.size();) {
        std::size_t end = i;
        while (end < keys.size() && keys[end].user == keys[i].user && keys[end].local == keys[i].local) {
            ++end;
        }
        const ZoneClock &clock = columns.clockOf(keys[i].user);
        ShiftLoad shift;
        shift.user = columns.users[std::size_t(keys[i].user)];
        shift.start = clock.fromLocal(keys[i].local);
        shift.hours = double((clock.fromLocal(keys[i].local + ShiftLength) - shift.start).count()) / 3'600'000.0;
        shift.incidents = int(end - i);
        shift.per12h = shift.hours > 0 ? shift.incidents * 12.0 / shift.hours : 0;
        shift.isOverLimit = shift.per12h > ShiftLimit;
        report.shifts.push_back(std::move(shift));
        i = end;
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
    for (const LoadRow &row : columns.counted) {
        people.insert(columns.users[std::size_t(row.user)], 0);
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
    addInterruptions(columns, report);
    addEngaged(columns, report);
    addShifts(columns, report);
    addFairness(columns, zones, report);
    addNoise(columns, report);
    return report;
}

} // namespace quarterdeck
