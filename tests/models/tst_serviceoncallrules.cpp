#include "models/serviceoncall.h"

#include <QTest>

using namespace quarterdeck;

namespace {

const UtcTime Now {1'795'271'762'000};
constexpr Millis Hour {3'600'000};
const QString Checkout = QStringLiteral("checkout");

Shift shift(const char *policy, const char *name, UtcTime from, UtcTime to, int level = 1)
{
    Shift made;
    made.policy = QLatin1StringView(policy);
    made.level = level;
    made.person.name = QLatin1StringView(name);
    made.from = from;
    made.to = to;
    return made;
}

OnCallPage page(const char *source, const std::vector<Shift> &shifts, const QStringList &services = {Checkout})
{
    OnCallPage made;
    made.source = QLatin1StringView(source);
    made.covers = {Now - Hour, Now + Hour * 100};
    made.policies = {{QStringLiteral("P"), QStringLiteral("First aid"), 1, services},
        {QStringLiteral("Q"), QStringLiteral("Others"), 1, {QStringLiteral("mail")}}};
    made.shifts = shifts;
    return made;
}

OnCallAnswer answer(const std::vector<OnCallPage> &pagesOfSources)
{
    OnCallAnswer made;
    made.value = pagesOfSources;
    made.isLive = true;
    made.asOf = Now;
    return made;
}

OnCallLack lack(OnCallLack::Part part)
{
    return {part, Error {ErrorKind::Forbidden, QStringLiteral("no right"), {}, 0, std::nullopt}};
}

ServiceOnCall told(const OnCallAnswer &whole)
{
    return serviceOnCall(forService(whole, Checkout), Now);
}

} // namespace

/// What is said of who is on call for a service.
class TestServiceOnCallRules : public QObject {
    Q_OBJECT

private slots:
    void onlyItsOwnPolicies()
    {
        const ServiceOnCall known = told(answer({page("pd",
            {shift("P", "Ana", {}, Now + Hour), shift("P", "Ben", Now + Hour, {}), shift("P", "Boss", {}, {}, 2), shift("Q", "Zoe", {}, {})},
            {QStringLiteral("CheckOut")})}));
        QCOMPARE(known.kind, ServiceOnCall::Kind::Somebody);
        QCOMPARE(known.now, QStringList {"Ana"});
        QCOMPARE(known.until, Now + Hour);
        QCOMPARE(known.next, QStringList {"Ben"});
        QCOMPARE(known.policies, QStringList {"First aid"});
        QCOMPARE(known.sources, QStringList {"pd"});
    }
    void policiesOfTwoSources()
    {
        const ServiceOnCall known = told(answer({page("pd", {shift("P", "Ana", {}, Now + Hour * 2)}),
            page("jira", {shift("P", "Ben", {}, Now + Hour), shift("P", "Cem", Now + Hour, {})})}));
        QCOMPARE(known.now, (QStringList {"Ana", "Ben"}));
        QCOMPARE(known.until, Now + Hour);
        QCOMPARE(known.next, (QStringList {"Ana", "Cem"}));
    }
    void nobodyOnlyWhereItIsKnown()
    {
        const OnCallAnswer empty = answer({page("pd", {})});
        QCOMPARE(told(empty).kind, ServiceOnCall::Kind::Nobody);
        QVERIFY(told(empty).isNextWhole);
        OnCallAnswer lacking = empty;
        lacking.value.front().lacks = {lack(OnCallLack::Part::Shifts)};
        QCOMPARE(told(lacking).kind, ServiceOnCall::Kind::Unknown);
        QVERIFY(!told(lacking).isNextWhole);
        OnCallAnswer other = empty;
        other.failures = {{QStringLiteral("jira"), Error {ErrorKind::Offline, QStringLiteral("away"), {}, 0, std::nullopt}, {}}};
        QCOMPARE(told(other).kind, ServiceOnCall::Kind::Unknown);
        QCOMPARE(told(other).failures, other.failures);
        // What is old was whole once.
        other.failures.front().asOf = Now - Hour;
        QCOMPARE(told(other).kind, ServiceOnCall::Kind::Nobody);
        QCOMPARE(told(other).oldAsOf, Now - Hour);
        OnCallAnswer past = empty;
        past.value.front().covers = {Now - Hour * 2, Now - Hour};
        QCOMPARE(told(past).kind, ServiceOnCall::Kind::Unknown);
    }
    void noPolicyOnlyWhereAllAreKnown()
    {
        OnCallAnswer none = answer({page("pd", {shift("P", "Ana", {}, {})}, {QStringLiteral("web")})});
        QCOMPARE(told(none).kind, ServiceOnCall::Kind::NoPolicy);
        none.value.front().lacks = {lack(OnCallLack::Part::Policies)};
        none.warnings = QStringList {QStringLiteral("no right")};
        none.warnedBy = QStringList {QStringLiteral("pd")};
        QCOMPARE(told(none).kind, ServiceOnCall::Kind::Unknown);
        QCOMPARE(told(none).remarks, QStringList {"pd: no right"});
    }
};

QTEST_GUILESS_MAIN(TestServiceOnCallRules)
#include "tst_serviceoncallrules.moc"
