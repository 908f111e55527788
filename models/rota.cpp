#include "models/rota.h"

#include <algorithm>
#include <set>

namespace quarterdeck {

namespace {

/// The instants of a range at which somebody comes or goes, its own ends among them.
std::vector<UtcTime> cutsOf(const std::vector<Shift> &shifts, TimeRange known, TimeRange range)
{
    std::set<qint64> cuts {range.from.ms, range.to.ms};
    const auto add = [&cuts, &range](UtcTime at) {
        if (at > range.from && at < range.to) {
            cuts.insert(at.ms);
        }
    };
    add(known.from);
    add(known.to);
    for (const Shift &shift : shifts) {
        add(shift.from);
        add(shift.to);
    }
    std::vector<UtcTime> all;
    std::ranges::transform(cuts, std::back_inserter(all), [](qint64 ms) { return UtcTime {ms}; });
    return all;
}

QStringList namesAt(const std::vector<Shift> &shifts, UtcTime at)
{
    QStringList names;
    for (const OnCallPerson &person : peopleAt(shifts, at)) {
        if (!names.contains(person.name)) {
            names.append(person.name);
        }
    }
    return names;
}

std::vector<RotaStretch> stretchesOf(const OnCallPage &page, const std::vector<Shift> &shifts, TimeRange range)
{
    std::vector<RotaStretch> all;
    const std::vector<UtcTime> cuts = cutsOf(shifts, page.covers, range);
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        RotaStretch one;
        one.when = {cuts[i], cuts[i + 1]};
        const bool isCovered = page.covers.contains(cuts[i]);
        one.people = isCovered ? namesAt(shifts, cuts[i]) : QStringList();
        one.kind = !one.people.isEmpty()       ? RotaStretch::Kind::Somebody
            : isCovered && page.hasAllShifts() ? RotaStretch::Kind::Nobody
                                               : RotaStretch::Kind::Unknown;
        // A shift that joins another one of the same people is no change.
        if (!all.empty() && all.back().kind == one.kind && all.back().people == one.people) {
            all.back().when.to = one.when.to;
        } else {
            all.push_back(std::move(one));
        }
    }
    return all;
}

bool holds(const QStringList &texts, const QString &text)
{
    return std::ranges::any_of(texts, [&text](const QString &one) { return one.contains(text, Qt::CaseInsensitive); });
}

/// The one name among all that holds the text.
QString nameHolding(const std::vector<RotaRow> &rows, const QString &text)
{
    QString found;
    for (const RotaRow &row : rows) {
        for (const RotaStretch &stretch : row.stretches) {
            for (const QString &name : stretch.people) {
                if (!name.contains(text, Qt::CaseInsensitive) || name == found) {
                    continue;
                }
                if (!found.isEmpty()) {
                    return {};
                }
                found = name;
            }
        }
    }
    return found;
}

} // namespace

std::optional<PersonDuty> dutyOfPerson(const std::vector<RotaRow> &rows, const QString &text, TimeRange range)
{
    const QString name = text.trimmed().isEmpty() ? QString() : nameHolding(rows, text.trimmed());
    if (name.isEmpty()) {
        return std::nullopt;
    }
    struct Held {
        TimeRange when;
        QString policy;
    };
    std::vector<Held> held;
    for (const RotaRow &row : rows) {
        for (const RotaStretch &stretch : row.stretches) {
            if (stretch.people.contains(name)) {
                held.push_back({stretch.when, row.policy.name});
            }
        }
    }
    std::ranges::stable_sort(held, {}, [](const Held &one) { return one.when.from; });
    PersonDuty duty;
    duty.name = name;
    UtcTime end = range.from;
    for (const Held &one : held) {
        if (one.when.from <= end) {
            duty.isOnCall |= one.when.contains(range.from);
            end = std::max(end, one.when.to);
        } else if (!duty.next.isValid()) {
            duty.next = one.when.from;
        }
    }
    duty.until = duty.isOnCall && end < range.to ? end : UtcTime();
    for (const Held &one : held) {
        const bool counts = duty.isOnCall ? one.when.contains(range.from) : one.when.from == duty.next;
        if (counts && !duty.policies.contains(one.policy)) {
            duty.policies.append(one.policy);
        }
    }
    return duty;
}

QString RotaRow::key() const
{
    return source + u'\n' + policy.id + u'\n' + QString::number(level);
}

bool RotaRow::mentions(const QString &text) const
{
    const QString wanted = text.trimmed();
    return wanted.isEmpty() || holds({policy.name, source}, wanted) || holds(policy.services, wanted) || holds(duty.schedules, wanted)
        || std::ranges::any_of(stretches, [&wanted](const RotaStretch &one) { return holds(one.people, wanted); });
}

std::vector<RotaRow> rotaOf(const OnCallAnswer &answer, TimeRange range)
{
    std::vector<RotaRow> rows;
    for (const OnCallPage &page : answer.value) {
        QHash<QString, std::vector<Shift>> shifts;
        const auto levelKey = [](const QString &policy, int level) { return policy + u'\n' + QString::number(level); };
        for (const Shift &shift : page.shifts) {
            shifts[levelKey(shift.policy, shift.level)].push_back(shift);
        }
        for (Duty &duty : dutiesAt(page, range.from, range)) {
            RotaRow row;
            row.source = page.source;
            row.policy = duty.policy;
            row.level = duty.level;
            row.stretches = stretchesOf(page, shifts.value(levelKey(duty.policy.id, duty.level)), range);
            row.duty = std::move(duty);
            rows.push_back(std::move(row));
        }
    }
    std::ranges::stable_sort(rows, [](const RotaRow &a, const RotaRow &b) {
        const int order = a.policy.name.localeAwareCompare(b.policy.name);
        return order != 0 ? order < 0 : std::tie(a.source, a.policy.id, a.level) < std::tie(b.source, b.policy.id, b.level);
    });
    return rows;
}

RotaFinding findingOf(const OnCallAnswer &answer, const std::vector<RotaRow> &rows, TimeRange range)
{
    RotaFinding finding;
    finding.isWhole = answer.isLive && answer.failures.empty() && answer.warnings.isEmpty() && !answer.value.empty()
        && std::ranges::all_of(answer.value,
            [&range](const OnCallPage &page) { return page.lacks.empty() && page.covers.from <= range.from && page.covers.to >= range.to; });
    for (const RotaRow &row : rows) {
        if (row.level != 1) {
            continue;
        }
        ++finding.policies;
        finding.withGaps += row.duty.gaps.empty() ? 0 : 1;
        if (!row.duty.isKnown) {
            ++finding.unknownNow;
        } else if (row.duty.now.empty()) {
            ++finding.nobodyNow;
            finding.nobodyNames.append(row.policy.name);
        }
    }
    return finding;
}

} // namespace quarterdeck
