#include "app/ownership/review.h"

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
    bool isKnown = true;  ///< Each of those says how it stands.
    QSet<QString> now;
    std::vector<TimeRange> gaps;
    UtcTime knownUntil;
};

QString personKey(const OnCallPerson &person)
{
    return person.email.isEmpty() ? person.name.toLower() : person.email.toLower();
}

class Review {
public:
    explicit Review(const OwnershipFacts &facts)
        : m_facts(facts)
    {
        for (const Service &service : facts.services) {
            m_known.insert(service.name.toLower());
        }
        for (const OnCallPage &page : facts.pages) {
            for (Duty &duty : dutiesAt(page, facts.now, facts.ahead)) {
                m_duties.push_back(std::move(duty));
            }
            m_hasAllPolicies = m_hasAllPolicies && page.hasAllPolicies();
        }
        for (const Incident &incident : facts.incidents) {
            if (!incident.user.isEmpty()) {
                Responders &of = m_responders[incident.service.toLower()];
                of.incidents += 1;
                of.people.insert(incident.user);
            }
        }
    }

    ServiceReview of(const Service &service) const
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
        QSet<QString> people;
    };

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
        if (m_facts.alertTitles.value(key).isEmpty()) {
            // Without any history there is no telling whether it never fires.
            return open(OwnershipCheck::RunbookForAlerts, CheckState::NotApplicable);
        }
        QStringList bare = m_facts.withoutRunbook.value(key).values();
        bare.sort();
        return decided(OwnershipCheck::RunbookForAlerts, bare.isEmpty(), bare);
    }

    Cover coverOf(const QString &service) const
    {
        Cover cover;
        for (const Duty &duty : m_duties) {
            if (!pages(duty.policy, service)) {
                continue;
            }
            cover.isPaged = true;
            cover.isKnown = cover.isKnown && duty.isKnown && (duty.isWhole || !duty.now.empty());
            for (const OnCallPerson &person : duty.now) {
                cover.now.insert(personKey(person));
            }
            cover.gaps.insert(cover.gaps.end(), duty.gaps.begin(), duty.gaps.end());
            const bool isSooner = !cover.knownUntil.isValid() || duty.knownUntil < cover.knownUntil;
            cover.knownUntil = duty.knownUntil.isValid() && isSooner ? duty.knownUntil : cover.knownUntil;
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

    static QStringList sorted(const QSet<QString> &people)
    {
        QStringList names = people.values();
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
        return decided(OwnershipCheck::OnCallNow, !cover.now.isEmpty(), sorted(cover.now));
    }

    CheckResult onCallAhead(const Cover &cover) const
    {
        if (const auto result = unpaged(OwnershipCheck::OnCallAhead, cover)) {
            return *result;
        }
        const bool reachesAll = cover.isKnown && cover.knownUntil.isValid() && !(cover.knownUntil < m_facts.ahead.to);
        CheckResult result = decided(OwnershipCheck::OnCallAhead, cover.gaps.empty());
        if (cover.gaps.empty() && !reachesAll) {
            result.state = CheckState::Unknown;
        }
        result.gaps = cover.gaps;
        result.knownUntil = reachesAll ? UtcTime {} : cover.knownUntil;
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
        return decided(OwnershipCheck::EscalationOfTwo, cover.now.size() >= TwoPeople, sorted(cover.now));
    }

    CheckResult busFactor(const Service &service) const
    {
        const Responders of = m_responders.value(service.name.toLower());
        if (of.people.size() >= TwoPeople) {
            return decided(OwnershipCheck::BusFactor, true, sorted(of.people));
        }
        if (m_facts.past.from < m_facts.historyFrom) {
            // Others may have taken those of before.
            return open(OwnershipCheck::BusFactor, CheckState::Unknown);
        }
        return of.incidents < EnoughForBusFactor ? open(OwnershipCheck::BusFactor, CheckState::NotApplicable)
                                                 : decided(OwnershipCheck::BusFactor, false, sorted(of.people));
    }

    const OwnershipFacts &m_facts;
    QSet<QString> m_known; // Lower case.
    std::vector<Duty> m_duties;
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
    const Review review(facts);
    std::vector<ServiceReview> all;
    for (const Service &service : facts.services) {
        all.push_back(review.of(service));
    }
    return all;
}

} // namespace quarterdeck
