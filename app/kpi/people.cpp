#include "app/kpi/figures.h"
#include "app/kpi/selection.h"
#include "app/kpi/shifts.h"

#include <algorithm>
#include <array>

namespace quarterdeck {

namespace {

// Source: responders are interrupted again when the next page comes 10 minutes or more after the first of a group.
constexpr qint64 MergeWithin = 600'000;
// Shifts begin at 09:00 and 21:00 of the responder's wall clock, and so last 11 or 13 hours where the clocks change.
// Source: Google SRE book, chapter 11: at most two incidents per 12-hour shift.
constexpr double ShiftLimit = 2.0;

using Classes = std::array<int, 3>; // By HourClass.

HourClasses toHourClasses(const Classes &classes)
{
    return {classes[std::size_t(HourClass::Business)], classes[std::size_t(HourClass::Off)], classes[std::size_t(HourClass::Sleep)]};
}

struct Shift {
    qint32 number = 0;
    int incidents = 0;
};

// What is known of one responder while the rows go by.
struct Person {
    Classes interruptions {};
    qint64 nextGroup = std::numeric_limits<qint64>::min(); // An interruption from then on is not one with those before.
    std::vector<qint32> hours;                             // Of the wall clock, those with an interruption.
    std::optional<qint64> engagedTo;
    qint64 engaged = 0;
    int counted = 0;
    quint32 place = LoadColumns::None; // Of the first incident, in the list it came from.
    std::vector<Shift> shifts;
};

// Local time runs backwards once a year: an hour seen twice then counts once, as it does on the wall clock, and one before it still counts.
bool isNewHour(std::vector<qint32> &hours, qint32 hour)
{
    if (hours.empty() || hours.back() < hour) {
        hours.push_back(hour);
        return true;
    }
    const auto at = std::lower_bound(hours.begin(), hours.end(), hour);
    if (*at == hour) {
        return false;
    }
    hours.insert(at, hour);
    return true;
}

void addInterruptions(const Selection &selection, std::vector<Person> &people, LoadReport &report)
{
    const LoadColumns &columns = selection.columns;
    RowSet hits(columns.interruptions.size());
    for (const quint32 row : selection.counted) {
        if (columns.is(row, loadflag::Interrupting)) {
            hits.insert(columns.interruption[row]);
        }
    }
    Classes disruptions {};
    // Two people whom nobody knows are not one: each of their incidents stands for itself.
    const qint32 nobody = unknownUser(columns);
    hits.each([&](quint32 hit) {
        const quint32 row = columns.interruptions[hit];
        Person &person = people[std::size_t(columns.user[row])];
        const auto hour = std::size_t(columns.hour[row]);
        const qint64 at = columns.interrupted[row];
        ++person.interruptions[hour];
        const bool isUnknown = columns.user[row] == nobody;
        if (isUnknown || at >= person.nextGroup) {
            person.nextGroup = at + MergeWithin;
            ++disruptions[hour];
        }
        report.disruptedHours += int(isUnknown || isNewHour(person.hours, columns.clockHour[row]));
    });
    report.disruptions = toHourClasses(disruptions);
}

// Durations of incidents that reach over an end of the window count with the part inside.
void addEngaged(const Selection &selection, TimeRange range, std::vector<Person> &people, LoadReport &report)
{
    const LoadColumns &columns = selection.columns;
    RowSet engagements(columns.engagements.size());
    for (const auto *rows : {&selection.early, &selection.counted}) {
        for (const quint32 row : *rows) {
            if (columns.is(row, loadflag::Engaged)) {
                engagements.insert(columns.engagement[row]);
            }
        }
    }
    double sum = 0;
    const qint32 nobody = unknownUser(columns);
    engagements.each([&](quint32 engagement) {
        const quint32 row = columns.engagements[engagement];
        const qint64 from = std::clamp(columns.engaged[row], range.from.ms, range.to.ms);
        const qint64 to = std::clamp(columns.resolved[row], range.from.ms, range.to.ms);
        sum += double(to - from);
        // They come by their start: only what reaches over the end so far is new.
        Person &person = people[std::size_t(columns.user[row])];
        const qint64 end = columns.user[row] == nobody ? from : person.engagedTo.value_or(range.from.ms);
        person.engaged += std::max<qint64>(0, to - std::max(from, end));
        person.engagedTo = std::max(to, end);
    });
    report.engagedSum = sum / 1000.0;
}

void addUptime(const Selection &selection, TimeRange range, LoadReport &report)
{
    const LoadColumns &columns = selection.columns;
    std::vector<Interval> majors;
    for (const auto *rows : {&selection.early, &selection.counted}) {
        for (const quint32 row : *rows) {
            if (columns.is(row, loadflag::Major)) {
                const qint64 end = columns.is(row, loadflag::Resolved) ? columns.resolved[row] : selection.now.ms;
                majors.push_back({std::clamp(columns.created[row], range.from.ms, range.to.ms), std::clamp(end, range.from.ms, range.to.ms)});
            }
        }
    }
    const qint64 length = range.to.ms - range.from.ms;
    const std::optional<double> down = ratio(unionLength(std::move(majors)), length);
    report.majorUptime = down ? std::optional(1.0 - *down) : std::nullopt;
}

void countShifts(const Selection &selection, std::vector<Person> &people)
{
    const LoadColumns &columns = selection.columns;
    const qint32 nobody = unknownUser(columns);
    for (const quint32 row : selection.counted) {
        if (columns.is(row, loadflag::Again)) {
            continue;
        }
        Person &person = people[std::size_t(columns.user[row])];
        ++person.counted;
        person.place = std::min(person.place, columns.place[row]);
        if (columns.user[row] == nobody) {
            continue;
        }
        const qint32 number = columns.shift[row];
        if (person.shifts.empty() || person.shifts.back().number < number) {
            person.shifts.push_back({number, 1});
        } else if (person.shifts.back().number == number) {
            ++person.shifts.back().incidents;
        } else {
            // Where a clock is put back over the start of a shift, the shift before goes on.
            const auto at = std::lower_bound(
                person.shifts.begin(), person.shifts.end(), number, [](const Shift &shift, qint32 wanted) { return shift.number < wanted; });
            (at->number == number ? at : person.shifts.insert(at, Shift {number, 0}))->incidents++;
        }
    }
}

void reportShifts(const Person &person, const QString &name, const ZoneClock &clock, LoadReport &report)
{
    for (const Shift &counted : person.shifts) {
        const qint64 local = counted.number * ShiftLength + FirstShift;
        ShiftLoad shift;
        shift.user = name;
        shift.start = clock.reaches(local);
        qint64 next = local + ShiftLength;
        while (!clock.shows(next)) {
            next += ShiftLength;
        }
        shift.hours = double((clock.reaches(next) - shift.start).count()) / 3'600'000.0;
        shift.incidents = counted.incidents;
        shift.per12h = shift.hours > 0 ? shift.incidents * 12.0 / shift.hours : 0;
        shift.isOverLimit = shift.per12h > ShiftLimit;
        report.shiftsOverLimit += int(shift.isOverLimit);
        report.worstShift = std::max(report.worstShift.value_or(0), shift.per12h);
        report.shifts.push_back(std::move(shift));
    }
}

void reportPeople(const LoadColumns &columns, const std::vector<Person> &people, LoadReport &report)
{
    std::vector<std::size_t> order;
    for (std::size_t user = 0; user < people.size(); ++user) {
        if (people[user].counted > 0 || people[user].engagedTo) {
            order.push_back(user);
        }
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return people[a].place != people[b].place ? people[a].place < people[b].place : columns.users[a] < columns.users[b];
    });
    Classes interruptions {};
    for (const std::size_t user : order) {
        const Person &person = people[user];
        const QString &name = columns.users[user];
        const HourClasses own = toHourClasses(person.interruptions);
        for (std::size_t i = 0; i < interruptions.size(); ++i) {
            interruptions[i] += person.interruptions[i];
        }
        if (own.total() > 0) {
            report.interruptionsByUser.insert(name, own.total());
            report.sleepByUser.insert(name, own.sleep);
        }
        if (person.engagedTo) {
            report.engagedUnion.insert(name, double(person.engaged) / 1000.0);
            report.engagedUnionTotal += double(person.engaged) / 1000.0;
        }
        reportShifts(person, name, columns.clocks[std::size_t(columns.clockOf[user])], report);
    }
    report.interruptions = toHourClasses(interruptions);
}

void addFairness(const LoadColumns &columns, const std::vector<Person> &people, LoadReport &report)
{
    QMap<QString, int> shares;
    for (std::size_t user = 0; user < people.size(); ++user) {
        if (people[user].counted > 0) {
            shares.insert(columns.users[user], 0);
        }
    }
    // Somebody who is listed and was never called belongs into the picture of the whole company, not into that of another team.
    if (report.scope.team.isEmpty() && report.scope.service.isEmpty() && report.scope.user.isEmpty()) {
        for (auto it = columns.zones.cbegin(); it != columns.zones.cend(); ++it) {
            shares.insert(it.key(), 0);
        }
    }
    for (auto it = report.interruptionsByUser.cbegin(); it != report.interruptionsByUser.cend(); ++it) {
        shares.insert(it.key(), it.value());
    }
    shares.remove(QString());
    report.fairnessGini = gini({shares.cbegin(), shares.cend()});
}

} // namespace

void addPeople(const Selection &selection, LoadReport &report)
{
    const TimeRange &window = report.scope.window;
    const TimeRange range {window.from, std::max(window.from, std::min(window.to, selection.now))};
    std::vector<Person> people(selection.columns.users.size());
    addInterruptions(selection, people, report);
    addEngaged(selection, range, people, report);
    addUptime(selection, range, report);
    countShifts(selection, people);
    for (const quint32 row : selection.early) {
        Person &person = people[std::size_t(selection.columns.user[row])];
        person.place = std::min(person.place, selection.columns.place[row]);
    }
    reportPeople(selection.columns, people, report);
    addFairness(selection.columns, people, report);
}

} // namespace quarterdeck
