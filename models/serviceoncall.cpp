#include "models/serviceoncall.h"

#include <QSet>

#include <algorithm>

namespace quarterdeck {

namespace {

void addNames(QStringList &names, const std::vector<OnCallPerson> &people)
{
    for (const OnCallPerson &person : people) {
        if (!names.contains(person.name)) {
            names.append(person.name);
        }
    }
}

/// Those who are called first by the policies of the pages.
std::vector<Duty> firstDuties(const OnCallAnswer &own, UtcTime now)
{
    std::vector<Duty> duties;
    for (const OnCallPage &page : own.value) {
        for (Duty &duty : dutiesAt(page, now, {})) {
            if (duty.level == 1) {
                duties.push_back(std::move(duty));
            }
        }
    }
    return duties;
}

void readAges(ServiceOnCall &made, const OnCallAnswer &own)
{
    made.failures = own.failures;
    for (const SourceFailure &failure : own.failures) {
        if (failure.asOf.isValid() && (!made.oldAsOf.isValid() || failure.asOf < made.oldAsOf)) {
            made.oldAsOf = failure.asOf;
        }
    }
    for (qsizetype i = 0; i < own.warnings.size(); ++i) {
        made.remarks.append(own.warnedBy.value(i) + QStringLiteral(": ") + own.warnings.at(i));
    }
}

} // namespace

OnCallAnswer forService(const OnCallAnswer &answer, const QString &service)
{
    OnCallAnswer own = answer;
    for (OnCallPage &page : own.value) {
        std::erase_if(page.policies, [&service](const OnCallPolicy &policy) { return !pages(policy, service); });
        QSet<QString> ids;
        for (const OnCallPolicy &policy : page.policies) {
            ids.insert(policy.id);
        }
        std::erase_if(page.shifts, [&ids](const Shift &shift) { return !ids.contains(shift.policy); });
    }
    return own;
}

ServiceOnCall serviceOnCall(const OnCallAnswer &own, UtcTime now)
{
    ServiceOnCall made;
    readAges(made, own);
    const auto isAbsent = [](const SourceFailure &failure) { return !failure.asOf.isValid(); };
    const bool isWhole = std::ranges::none_of(own.failures, isAbsent) && std::ranges::all_of(own.value, &OnCallPage::hasAllPolicies);
    for (const OnCallPage &page : own.value) {
        if (!page.policies.empty()) {
            made.sources.append(page.source);
        }
    }
    const std::vector<Duty> duties = firstDuties(own, now);
    made.isNextWhole = isWhole && std::ranges::all_of(duties, &Duty::isWhole);
    for (const Duty &duty : duties) {
        made.policies.append(duty.policy.name);
        addNames(made.now, duty.now);
        if (duty.until.isValid() && (!made.until.isValid() || duty.until < made.until)) {
            made.until = duty.until;
        }
    }
    for (const Duty &duty : made.until.isValid() ? duties : std::vector<Duty>()) {
        addNames(made.next, duty.until == made.until ? duty.next : duty.now);
    }
    if (!made.now.isEmpty()) {
        made.kind = ServiceOnCall::Kind::Somebody;
    } else if (isWhole && !own.value.empty() && std::ranges::all_of(duties, &Duty::isKnown)) {
        made.kind = duties.empty() ? ServiceOnCall::Kind::NoPolicy : ServiceOnCall::Kind::Nobody;
    }
    return made;
}

} // namespace quarterdeck
