#include "app/ownership/review.h"

#include "app/ownership/coverage.h"
#include "app/ownership/people.h"

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr qsizetype TwoPeople = 2;

CheckResult decided(OwnershipCheck check, bool passes, QStringList evidence = {})
{
    return {check, passes ? CheckState::Pass : CheckState::Fail, std::move(evidence), {}, {}};
}

CheckResult open(OwnershipCheck check, CheckState state)
{
    return {check, state, {}, {}, {}};
}

/// Who is called for one service, over every source that pages it.
struct Cover {
    bool isPaged = false; ///< Some policy names it.
    bool isKnown = true;  ///< Each of those says how it stands now.
    QSet<int> now;        ///< Numbers of people.
    std::vector<PolicyCover> policies;
};

/// A level of a policy, and for what time its page speaks.
struct PagedDuty {
    Duty duty;
    TimeRange known;
};

class Review {
public:
    explicit Review(const OwnershipFacts &facts)
        : m_facts(facts)
    {
        for (const Service &service : facts.services) {
            m_known.insert(service.name.toLower());
        }
        for (const OnCallPage &page : facts.pages) {
            addPage(page);
        }
        for (const Incident &incident : facts.incidents) {
            if (!incident.user.isEmpty()) {
                Responders &of = m_responders[incident.service.toLower()];
                of.incidents += 1;
                of.people.insert(m_people.numberOf(incident.user));
            }
        }
    }

    ServiceReview of(const Service &service)
    {
        ServiceReview review {service.name, service.owner, {}};
        const Cover cover = coverOf(service.name);
        review.checks = {decided(OwnershipCheck::OwnerNamed, !service.owner.isEmpty()), ownerKnown(service),
            decided(OwnershipCheck::SourcesAgree, service.conflicts.isEmpty(), service.conflicts),
            decided(OwnershipCheck::TierNamed, !service.tier.isEmpty()), decided(OwnershipCheck::LifecycleNamed, !service.lifecycle.isEmpty()),
            dependenciesKnown(service), runbookForAlerts(service), onCallNow(cover), onCallAhead(cover), escalationOfTwo(cover), busFactor(service)};
        return review;
    }

private:
    struct Responders {
        int incidents = 0;
        QSet<int> people;
    };

    void addPage(const OnCallPage &page)
    {
        // All of them first: a name and an address may meet in the last one only.
        for (const Shift &shift : page.shifts) {
            m_people.add(shift.person);
        }
        const TimeRange known {std::max(page.covers.from, m_facts.ahead.from), std::min(page.covers.to, m_facts.ahead.to)};
        for (Duty &duty : dutiesAt(page, m_facts.now, m_facts.ahead)) {
            m_duties.push_back({std::move(duty), known});
        }
        m_hasAllPolicies = m_hasAllPolicies && page.hasAllPolicies();
    }

    static CheckResult ownerKnown(const Service &service)
    {
        return service.owner.isEmpty() ? open(OwnershipCheck::OwnerKnown, CheckState::NotApplicable)
                                       : decided(OwnershipCheck::OwnerKnown, service.isOwnerKnown, {service.owner});
    }

    CheckResult dependenciesKnown(const Service &service) const
    {
        if (service.dependsOn.isEmpty()) {
            return open(OwnershipCheck::DependenciesKnown, CheckState::NotApplicable);
        }
        QStringList unknown;
        std::copy_if(service.dependsOn.begin(), service.dependsOn.end(), std::back_inserter(unknown),
            [this](const QString &name) { return !m_known.contains(name.toLower()); });
        return decided(OwnershipCheck::DependenciesKnown, unknown.isEmpty(), unknown);
    }

    CheckResult runbookForAlerts(const Service &service) const
    {
        const QString key = service.name.toLower();
        if (!service.runbooks.isEmpty()) {
            return decided(OwnershipCheck::RunbookForAlerts, true, service.runbooks);
        }
        const QMap<QString, CheckState> alerts = m_facts.alertRunbooks.value(key);
        for (const CheckState state : {CheckState::Fail, CheckState::Unknown}) {
            if (const QStringList titles = alerts.keys(state); !titles.isEmpty()) {
                return {OwnershipCheck::RunbookForAlerts, state, titles, {}, {}};
            }
        }
        // An alert that nobody saw may have none.
        if (!m_facts.areAlertsWhole || m_facts.past.from < m_facts.historyFrom) {
            return open(OwnershipCheck::RunbookForAlerts, CheckState::Unknown);
        }
        return alerts.isEmpty() ? open(OwnershipCheck::RunbookForAlerts, CheckState::NotApplicable)
                                : decided(OwnershipCheck::RunbookForAlerts, true, alerts.keys());
    }

    Cover coverOf(const QString &service)
    {
        Cover cover;
        for (const auto &[duty, known] : m_duties) {
            if (!pages(duty.policy, service)) {
                continue;
            }
            cover.isPaged = true;
            cover.isKnown = cover.isKnown && duty.isKnown && (duty.isWhole || !duty.now.empty());
            for (const OnCallPerson &person : duty.now) {
                cover.now.insert(m_people.numberOf(person.name));
            }
            if (duty.level == 1) {
                cover.policies.push_back({duty.isWhole ? known : TimeRange {}, duty.gaps});
            }
        }
        return cover;
    }

    // That no policy pages it is only known where every source has told all of its policies.
    std::optional<CheckResult> unpaged(OwnershipCheck check, const Cover &cover) const
    {
        if (cover.isPaged) {
            return std::nullopt;
        }
        if (m_facts.pages.empty() && m_facts.isOnCallWhole) {
            return open(check, CheckState::NotApplicable);
        }
        return m_facts.isOnCallWhole && m_hasAllPolicies ? decided(check, false) : open(check, CheckState::Unknown);
    }

    QStringList namesOf(const QSet<int> &people) const
    {
        QStringList names;
        for (const int person : people) {
            names.append(m_people.nameOf(person));
        }
        names.sort();
        return names;
    }

    CheckResult onCallNow(const Cover &cover) const
    {
        if (const auto result = unpaged(OwnershipCheck::OnCallNow, cover)) {
            return *result;
        }
        if (cover.now.isEmpty() && !cover.isKnown) {
            return open(OwnershipCheck::OnCallNow, CheckState::Unknown);
        }
        return decided(OwnershipCheck::OnCallNow, !cover.now.isEmpty(), namesOf(cover.now));
    }

    CheckResult onCallAhead(const Cover &cover) const
    {
        if (const auto result = unpaged(OwnershipCheck::OnCallAhead, cover)) {
            return *result;
        }
        const Uncovered uncovered = uncoveredOf(cover.policies, m_facts.ahead);
        if (uncovered.gaps.empty() && uncovered.unknownFrom.isValid()) {
            CheckResult result = open(OwnershipCheck::OnCallAhead, CheckState::Unknown);
            result.knownUntil = uncovered.unknownFrom;
            return result;
        }
        CheckResult result = decided(OwnershipCheck::OnCallAhead, uncovered.gaps.empty());
        result.gaps = uncovered.gaps;
        return result;
    }

    CheckResult escalationOfTwo(const Cover &cover) const
    {
        if (const auto result = unpaged(OwnershipCheck::EscalationOfTwo, cover)) {
            return *result;
        }
        if (cover.now.size() < TwoPeople && !cover.isKnown) {
            return open(OwnershipCheck::EscalationOfTwo, CheckState::Unknown);
        }
        return decided(OwnershipCheck::EscalationOfTwo, cover.now.size() >= TwoPeople, namesOf(cover.now));
    }

    CheckResult busFactor(const Service &service) const
    {
        const Responders of = m_responders.value(service.name.toLower());
        if (of.people.size() >= TwoPeople) {
            return decided(OwnershipCheck::BusFactor, true, namesOf(of.people));
        }
        if (m_facts.past.from < m_facts.historyFrom) {
            // Others may have taken those of before.
            return open(OwnershipCheck::BusFactor, CheckState::Unknown);
        }
        return of.incidents < EnoughForBusFactor ? open(OwnershipCheck::BusFactor, CheckState::NotApplicable)
                                                 : decided(OwnershipCheck::BusFactor, false, namesOf(of.people));
    }

    const OwnershipFacts &m_facts;
    QSet<QString> m_known; // Lower case.
    std::vector<PagedDuty> m_duties;
    People m_people;
    QHash<QString, Responders> m_responders; // By lower case service.
    bool m_hasAllPolicies = true;
};

} // namespace

int ServiceReview::passed() const
{
    return int(std::ranges::count(checks, CheckState::Pass, &CheckResult::state));
}

int ServiceReview::decided() const
{
    return passed() + int(std::ranges::count(checks, CheckState::Fail, &CheckResult::state));
}

std::vector<ServiceReview> reviewOwnership(const OwnershipFacts &facts)
{
    Review review(facts);
    std::vector<ServiceReview> all;
    for (const Service &service : facts.services) {
        all.push_back(review.of(service));
    }
    return all;
}

} // namespace quarterdeck
