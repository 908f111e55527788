#include "app/ownership/review.h"

#include <QTest>

#include <algorithm>

using namespace quarterdeck;

namespace {

constexpr UtcTime Now {1'795'240'000'000};
constexpr Millis Day {86'400'000};

Service cart()
{
    Service service;
    service.name = QStringLiteral("Cart");
    service.owner = QStringLiteral("shop");
    service.tier = QStringLiteral("1");
    service.lifecycle = QStringLiteral("production");
    service.dependsOn = {QStringLiteral("billing")};
    return service;
}

Service named(const char *name)
{
    Service service;
    service.name = QLatin1StringView(name);
    return service;
}

Shift shiftOf(const char *name, int level, Millis from, Millis to)
{
    Shift shift;
    shift.policy = QStringLiteral("p");
    shift.level = level;
    shift.person.name = QLatin1StringView(name);
    shift.from = Now + from;
    shift.to = Now + to;
    return shift;
}

OwnershipFacts factsOf(std::vector<Shift> shifts)
{
    OwnershipFacts facts;
    facts.now = Now;
    facts.ahead = {Now, Now + Day * 14};
    facts.past = {Now - Day * 90, Now};
    facts.historyFrom = Now - Day * 400;
    facts.services = {named("billing"), cart()};
    facts.isOnCallWhole = true;
    facts.areAlertsWhole = true;
    OnCallPage page;
    page.source = QStringLiteral("pager");
    page.asOf = Now;
    page.covers = {Now - Day, Now + Day * 30};
    page.policies = {{QStringLiteral("p"), QStringLiteral("Shop"), 2, {QStringLiteral("cart")}}};
    page.shifts = std::move(shifts);
    sortShifts(page.shifts);
    facts.pages = {page};
    return facts;
}

CheckResult resultOf(const OwnershipFacts &facts, OwnershipCheck check, const char *service = "Cart")
{
    for (const ServiceReview &review : reviewOwnership(facts)) {
        if (review.service == QLatin1StringView(service)) {
            return *std::ranges::find(review.checks, check, &CheckResult::check);
        }
    }
    return {};
}

CheckState stateOf(const OwnershipFacts &facts, OwnershipCheck check, const char *service = "Cart")
{
    return resultOf(facts, check, service).state;
}

Incident taken(const char *user)
{
    Incident incident;
    incident.service = QStringLiteral("cart");
    incident.user = QLatin1StringView(user);
    incident.created = Now - Day;
    return incident;
}

/// Another source, whose policy pages the same service.
OnCallPage second(std::vector<Shift> shifts)
{
    OnCallPage page = factsOf(std::move(shifts)).pages.front();
    page.source = QStringLiteral("rota");
    return page;
}

const std::vector<Shift> Covered {shiftOf("ann", 1, -Day, Day * 20), shiftOf("bob", 2, -Day, Day * 20)};

} // namespace

class TestReview : public QObject {
    Q_OBJECT

private slots:
    void everyCheckStandsInItsPlace()
    {
        const ServiceReview review = reviewOwnership(factsOf(Covered)).at(1);
        QCOMPARE(review.checks.size(), ownershipChecks().size());
        for (std::size_t i = 0; i < review.checks.size(); ++i) {
            QCOMPARE(review.checks[i].check, ownershipChecks()[i]);
        }
        QCOMPARE(checkName(ownershipChecks().back()), QLatin1StringView("bus-factor"));
        // Its alerts and its incidents decide nothing yet.
        QCOMPARE(review.passed(), 9);
        QCOMPARE(review.decided(), 9);
    }

    void whoOwnsIt()
    {
        OwnershipFacts facts = factsOf(Covered);
        QCOMPARE(stateOf(facts, OwnershipCheck::OwnerNamed, "billing"), CheckState::Fail);
        QCOMPARE(stateOf(facts, OwnershipCheck::OwnerKnown, "billing"), CheckState::NotApplicable);
        QCOMPARE(stateOf(facts, OwnershipCheck::OwnerKnown), CheckState::Pass);
        facts.services[1].isOwnerKnown = false;
        QCOMPARE(stateOf(facts, OwnershipCheck::OwnerNamed), CheckState::Pass);
        QCOMPARE(resultOf(facts, OwnershipCheck::OwnerKnown).state, CheckState::Fail);
        QCOMPARE(resultOf(facts, OwnershipCheck::OwnerKnown).evidence, QStringList {QStringLiteral("shop")});
        facts.services[1].conflicts = {QStringLiteral("owner is \"a\" by x, but \"b\" by y")};
        QCOMPARE(resultOf(facts, OwnershipCheck::SourcesAgree).evidence, facts.services[1].conflicts);
        QCOMPARE(stateOf(facts, OwnershipCheck::SourcesAgree), CheckState::Fail);
    }

    void dependenciesOnNothingKnownAreNamed()
    {
        OwnershipFacts facts = factsOf(Covered);
        facts.services[1].dependsOn = {QStringLiteral("BILLING"), QStringLiteral("bilingual")};
        const CheckResult result = resultOf(facts, OwnershipCheck::DependenciesKnown);
        QCOMPARE(result.state, CheckState::Fail);
        QCOMPARE(result.evidence, QStringList {QStringLiteral("bilingual")});
        QCOMPARE(stateOf(facts, OwnershipCheck::DependenciesKnown, "billing"), CheckState::NotApplicable);
    }

    void aRunbookForEveryAlert()
    {
        const QString key = QStringLiteral("cart");
        OwnershipFacts facts = factsOf(Covered);
        QCOMPARE(stateOf(facts, OwnershipCheck::RunbookForAlerts), CheckState::NotApplicable);
        facts.alertRunbooks[key] = {{QStringLiteral("Slow"), CheckState::Pass}, {QStringLiteral("Down"), CheckState::Pass}};
        QCOMPARE(stateOf(facts, OwnershipCheck::RunbookForAlerts), CheckState::Pass);
        facts.alertRunbooks[key][QStringLiteral("Old")] = CheckState::Unknown;
        QCOMPARE(resultOf(facts, OwnershipCheck::RunbookForAlerts).evidence, QStringList {QStringLiteral("Old")});
        QCOMPARE(stateOf(facts, OwnershipCheck::RunbookForAlerts), CheckState::Unknown);
        facts.alertRunbooks[key][QStringLiteral("Slow")] = CheckState::Fail;
        QCOMPARE(resultOf(facts, OwnershipCheck::RunbookForAlerts).evidence, QStringList {QStringLiteral("Slow")});
        QCOMPARE(stateOf(facts, OwnershipCheck::RunbookForAlerts), CheckState::Fail);
        facts.services[1].runbooks = {QStringLiteral("cart.md")};
        QCOMPARE(stateOf(facts, OwnershipCheck::RunbookForAlerts), CheckState::Pass);
    }

    void alertsThatNobodySawMayLackARunbook()
    {
        OwnershipFacts facts = factsOf(Covered);
        facts.areAlertsWhole = false;
        QCOMPARE(stateOf(facts, OwnershipCheck::RunbookForAlerts), CheckState::Unknown);
        facts = factsOf(Covered);
        facts.historyFrom = Now - Day * 30;
        QCOMPARE(stateOf(facts, OwnershipCheck::RunbookForAlerts), CheckState::Unknown);
        facts.alertRunbooks[QStringLiteral("cart")] = {{QStringLiteral("Slow"), CheckState::Pass}};
        QCOMPARE(stateOf(facts, OwnershipCheck::RunbookForAlerts), CheckState::Unknown);
        facts.alertRunbooks[QStringLiteral("cart")] = {{QStringLiteral("Slow"), CheckState::Fail}};
        QCOMPARE(stateOf(facts, OwnershipCheck::RunbookForAlerts), CheckState::Fail);
    }

    void gapsAheadFail()
    {
        const OwnershipFacts facts = factsOf({shiftOf("ann", 1, -Day, Day * 2), shiftOf("ann", 1, Day * 3, Day * 20)});
        const CheckResult result = resultOf(facts, OwnershipCheck::OnCallAhead);
        QCOMPARE(result.state, CheckState::Fail);
        QCOMPARE(result.gaps.size(), 1U);
        QCOMPARE(result.gaps[0].from, Now + Day * 2);
        QCOMPARE(result.gaps[0].to, Now + Day * 3);
        QCOMPARE(stateOf(facts, OwnershipCheck::OnCallNow), CheckState::Pass);
        QCOMPARE(stateOf(facts, OwnershipCheck::EscalationOfTwo), CheckState::Fail);
    }

    void policiesThatTakeTurnsCover()
    {
        // Somebody is always called, by one of two sources.
        OwnershipFacts facts = factsOf({shiftOf("ann", 1, -Day, Day * 7)});
        facts.pages.push_back(second({shiftOf("bob", 1, Day * 7, Day * 20)}));
        QCOMPARE(stateOf(facts, OwnershipCheck::OnCallAhead), CheckState::Pass);
        // What both leave open is a gap, and nothing else.
        facts = factsOf({shiftOf("ann", 1, -Day, Day * 6)});
        facts.pages.push_back(second({shiftOf("bob", 1, Day * 7, Day * 9), shiftOf("bob", 1, Day * 10, Day * 20)}));
        const CheckResult result = resultOf(facts, OwnershipCheck::OnCallAhead);
        QCOMPARE(result.state, CheckState::Fail);
        QCOMPARE(result.gaps.size(), 2U);
        QCOMPARE(result.gaps[0].from, Now + Day * 6);
        QCOMPARE(result.gaps[0].to, Now + Day * 7);
        QCOMPARE(result.gaps[1].from, Now + Day * 9);
        // Where one of them is not known, the gap of the other may be none.
        facts.pages[1].covers.to = Now + Day * 5;
        QCOMPARE(stateOf(facts, OwnershipCheck::OnCallAhead), CheckState::Unknown);
        QCOMPARE(resultOf(facts, OwnershipCheck::OnCallAhead).knownUntil, Now + Day * 6);
        // One that covers all makes the other's no matter.
        facts = factsOf(Covered);
        facts.pages.push_back(second({}));
        facts.pages[1].lacks = {{OnCallLack::Part::Shifts, {}}};
        QCOMPARE(stateOf(facts, OwnershipCheck::OnCallAhead), CheckState::Pass);
    }

    void onePersonOfTwoSourcesIsOne()
    {
        OwnershipFacts facts = factsOf({shiftOf("Ann", 1, -Day, Day * 20)});
        Shift told = shiftOf("ann", 1, -Day, Day * 20);
        told.person.email = QStringLiteral("ann@example.org");
        Shift byAddress = shiftOf("Ann@example.org", 2, -Day, Day * 20);
        facts.pages.push_back(second({told, byAddress}));
        const CheckResult result = resultOf(facts, OwnershipCheck::EscalationOfTwo);
        QCOMPARE(result.state, CheckState::Fail);
        QCOMPARE(result.evidence, QStringList {QStringLiteral("Ann")});
        // An incident names her by either.
        facts.incidents.assign(3, taken("ANN"));
        facts.incidents.insert(facts.incidents.end(), 3, taken("ann@example.org"));
        QCOMPARE(stateOf(facts, OwnershipCheck::BusFactor), CheckState::Fail);
    }

    void onePersonOnTwoLevelsIsOne()
    {
        QCOMPARE(stateOf(factsOf({shiftOf("ann", 1, -Day, Day * 20), shiftOf("Ann", 2, -Day, Day * 20)}), OwnershipCheck::EscalationOfTwo),
            CheckState::Fail);
        QCOMPARE(stateOf(factsOf(Covered), OwnershipCheck::EscalationOfTwo), CheckState::Pass);
    }

    void whatIsNotKnownPassesNothingAndFailsNothing()
    {
        OwnershipFacts facts = factsOf(Covered);
        // The source tells ten days of fourteen.
        facts.pages[0].covers.to = Now + Day * 10;
        const CheckResult ahead = resultOf(facts, OwnershipCheck::OnCallAhead);
        QCOMPARE(ahead.state, CheckState::Unknown);
        QCOMPARE(ahead.knownUntil, Now + Day * 10);
        // Nobody pages it, as far as the one source that answered says.
        facts = factsOf(Covered);
        facts.isOnCallWhole = false;
        for (const OwnershipCheck check : {OwnershipCheck::OnCallNow, OwnershipCheck::OnCallAhead, OwnershipCheck::EscalationOfTwo}) {
            QCOMPARE(stateOf(facts, check, "billing"), CheckState::Unknown);
            facts.isOnCallWhole = true;
            QCOMPARE(stateOf(facts, check, "billing"), CheckState::Fail);
            facts.isOnCallWhole = false;
        }
        facts.pages.clear();
        QCOMPARE(stateOf(facts, OwnershipCheck::OnCallNow), CheckState::Unknown);
        // There is no source that could tell: that is no fault of a service.
        facts.isOnCallWhole = true;
        QCOMPARE(stateOf(facts, OwnershipCheck::OnCallNow), CheckState::NotApplicable);
    }

    void oneWhoTakesAllIsTold()
    {
        OwnershipFacts facts = factsOf(Covered);
        facts.incidents.assign(4, taken("ann"));
        QCOMPARE(stateOf(facts, OwnershipCheck::BusFactor), CheckState::NotApplicable);
        facts.incidents.assign(5, taken("ann"));
        QCOMPARE(stateOf(facts, OwnershipCheck::BusFactor), CheckState::Fail);
        QCOMPARE(resultOf(facts, OwnershipCheck::BusFactor).evidence, QStringList {QStringLiteral("ann")});
        facts.historyFrom = Now - Day * 30;
        QCOMPARE(stateOf(facts, OwnershipCheck::BusFactor), CheckState::Unknown);
        facts.incidents.push_back(taken("bob"));
        QCOMPARE(stateOf(facts, OwnershipCheck::BusFactor), CheckState::Pass);
    }
};

QTEST_APPLESS_MAIN(TestReview)
#include "tst_review.moc"
