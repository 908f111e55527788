#include "app/domain/oncall.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>
#include <tuple>

namespace quarterdeck {

namespace {

auto placeOf(const Shift &shift)
{
    return std::tie(shift.policy, shift.level, shift.from, shift.person.name, shift.person.id, shift.to, shift.schedule);
}

bool isMissing(const OnCallPage &page, OnCallLack::Part part)
{
    return std::ranges::find(page.lacks, part, &OnCallLack::part) != page.lacks.end();
}

/// What tells one person from another.
QString identityOf(const OnCallPerson &person)
{
    return person.id.isEmpty() ? person.name : person.id;
}

/// Somebody's shift begins or ends.
struct Edge {
    UtcTime at;
    int by; ///< 1 or -1.
    QString who;
};

/// How often each is called at `after`, and what changes later.
std::vector<Edge> edgesAfter(std::span<const Shift> shifts, UtcTime after, QHash<QString, int> &present)
{
    std::vector<Edge> edges;
    for (const Shift &shift : shifts) {
        const bool isOver = shift.to.isValid() && shift.to <= std::max(after, shift.from);
        if (isOver) {
            continue;
        }
        const QString who = identityOf(shift.person);
        if (shift.from <= after) {
            ++present[who];
        } else {
            edges.push_back({shift.from, 1, who});
        }
        if (shift.to.isValid()) {
            edges.push_back({shift.to, -1, who});
        }
    }
    std::ranges::sort(edges, {}, &Edge::at);
    return edges;
}

/// The policies of a page, and those that only its shifts know.
std::vector<OnCallPolicy> policiesOf(const OnCallPage &page)
{
    std::vector<OnCallPolicy> all = page.policies;
    QSet<QString> known;
    for (const OnCallPolicy &policy : all) {
        known.insert(policy.id);
    }
    for (const Shift &shift : page.shifts) {
        if (!known.contains(shift.policy)) {
            known.insert(shift.policy);
            all.push_back({shift.policy, shift.policy, 0, {}});
        }
    }
    std::ranges::sort(all, [](const OnCallPolicy &a, const OnCallPolicy &b) { return std::tie(a.name, a.id) < std::tie(b.name, b.id); });
    return all;
}

Duty dutyOf(const OnCallPage &page, std::span<const Shift> shifts, UtcTime at)
{
    Duty duty;
    duty.isWhole = page.hasAllShifts();
    duty.knownUntil = page.covers.to;
    if (!page.covers.contains(at)) {
        return duty;
    }
    duty.now = peopleAt(shifts, at);
    duty.isKnown = duty.isWhole || !duty.now.empty();
    duty.isForEver = !duty.now.empty();
    for (const Shift &shift : shifts) {
        if (shift.contains(at)) {
            duty.isForEver &= !shift.to.isValid();
            if (!shift.schedule.isEmpty() && !duty.schedules.contains(shift.schedule)) {
                duty.schedules.append(shift.schedule);
            }
        }
    }
    const UtcTime change = nextChange(shifts, at);
    if (change.isValid() && change < page.covers.to) {
        duty.until = change;
        duty.next = peopleAt(shifts, change);
    }
    return duty;
}

} // namespace

bool OnCallPage::hasAllShifts() const
{
    return !isMissing(*this, OnCallLack::Part::Shifts);
}

bool OnCallPage::hasAllPolicies() const
{
    return !isMissing(*this, OnCallLack::Part::Policies);
}

void sortShifts(std::vector<Shift> &shifts)
{
    std::ranges::sort(shifts, [](const Shift &a, const Shift &b) { return placeOf(a) < placeOf(b); });
}

std::vector<OnCallPerson> peopleAt(std::span<const Shift> shifts, UtcTime at)
{
    std::vector<OnCallPerson> people;
    QSet<QString> seen;
    for (const Shift &shift : shifts) {
        const QString who = identityOf(shift.person);
        if (shift.contains(at) && !seen.contains(who)) {
            seen.insert(who);
            people.push_back(shift.person);
        }
    }
    std::ranges::sort(people, [](const OnCallPerson &a, const OnCallPerson &b) { return std::tie(a.name, a.id) < std::tie(b.name, b.id); });
    return people;
}

UtcTime nextChange(std::span<const Shift> shifts, UtcTime after)
{
    QHash<QString, int> present;
    const std::vector<Edge> edges = edgesAfter(shifts, after, present);
    const QHash<QString, int> first = present;
    int others = 0; // People who are called now and were not, or the other way round.
    for (std::size_t i = 0; i < edges.size();) {
        const UtcTime at = edges[i].at;
        for (; i < edges.size() && edges[i].at == at; ++i) {
            int &count = present[edges[i].who];
            const bool was = count > 0;
            count += edges[i].by;
            if (was != (count > 0)) {
                others += (count > 0) == (first.value(edges[i].who) > 0) ? -1 : 1;
            }
        }
        if (others > 0) {
            return at;
        }
    }
    return {};
}

std::vector<TimeRange> gapsIn(std::span<const Shift> shifts, TimeRange range)
{
    std::vector<TimeRange> held;
    for (const Shift &shift : shifts) {
        const UtcTime from = std::max(shift.from, range.from);
        const UtcTime to = shift.to.isValid() ? std::min(shift.to, range.to) : range.to;
        if (from < to) {
            held.push_back({from, to});
        }
    }
    std::ranges::sort(held, {}, &TimeRange::from);
    std::vector<TimeRange> gaps;
    UtcTime at = range.from;
    for (const TimeRange &one : held) {
        if (one.from > at) {
            gaps.push_back({at, one.from});
        }
        at = std::max(at, one.to);
    }
    if (at < range.to) {
        gaps.push_back({at, range.to});
    }
    return gaps;
}

std::vector<Duty> dutiesAt(const OnCallPage &page, UtcTime at, TimeRange range)
{
    std::map<QString, std::map<int, std::vector<Shift>>> byPolicy;
    for (const Shift &shift : page.shifts) {
        byPolicy[shift.policy][shift.level].push_back(shift);
    }
    const TimeRange known {std::max(range.from, page.covers.from), std::min(range.to, page.covers.to)};
    std::vector<Duty> duties;
    for (const OnCallPolicy &policy : policiesOf(page)) {
        std::map<int, std::vector<Shift>> &levels = byPolicy[policy.id];
        for (int level = 1; level <= std::max(1, policy.levels); ++level) {
            levels.try_emplace(level);
        }
        for (const auto &[level, shifts] : levels) {
            Duty duty = dutyOf(page, shifts, at);
            duty.policy = policy;
            duty.level = level;
            if (level == 1 && duty.isWhole && known.from < known.to) {
                duty.gaps = gapsIn(shifts, known);
            }
            duties.push_back(std::move(duty));
        }
    }
    return duties;
}

bool pages(const OnCallPolicy &policy, const QString &service)
{
    return policy.services.contains(service, Qt::CaseInsensitive);
}

QStringList lackTexts(const OnCallPage &page)
{
    QStringList texts;
    for (const OnCallLack &lack : page.lacks) {
        texts.append(lack.why.what);
    }
    return texts;
}

} // namespace quarterdeck
