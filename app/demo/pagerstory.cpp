#include "app/demo/pagerstory.h"

#include <algorithm>

namespace quarterdeck::demo {

namespace {

const QString Marek = QStringLiteral("PMAREK2");
const QString Bo = QStringLiteral("PBOLIN3");
const QString Chi = QStringLiteral("PCHITA4");
const QString Ana = QStringLiteral("PANA001");

constexpr Millis Minute {60'000};
constexpr Millis UntilCustomersCall {25'000};

} // namespace

PagerStory::PagerStory(PagerAccount &account, UtcTime now)
    : m_account(account)
{
    const QString relevance = m_account.open({QStringLiteral("Nightly relevance job did not finish"), QStringLiteral("search"),
        QStringLiteral("discovery"), QStringLiteral("warning"), QStringLiteral("low"), QStringLiteral("cron/relevance"),
        QStringLiteral("The ranking in use is of the day before"), {}, Bo, now - 47 * Minute});
    m_account.change(relevance, {QStringLiteral("acknowledged")}, Bo, now - 41 * Minute);
    m_account.note(relevance, QStringLiteral("Restarted by hand; done at about half past."), Bo, now - 40 * Minute);

    const QString report = m_account.open({QStringLiteral("Settlement report differs by 3 entries"), QStringLiteral("ledger"),
        QStringLiteral("payments"), QStringLiteral("warning"), QStringLiteral("low"), QStringLiteral("ledger/settlement-report"),
        QStringLiteral("The bank has three entries of yesterday that the ledger does not have"), {}, Marek, now - 95 * Minute});
    m_account.change(report, {QStringLiteral("acknowledged")}, Marek, now - 90 * Minute);
    m_account.snooze(report, 6 * 60 * Minute, Marek, now - 90 * Minute);
    m_account.note(report, QStringLiteral("The bank sends the corrected file this afternoon."), Marek, now - 90 * Minute);

    m_account.noteChange(
        {QStringLiteral("Deployed notifications 2.14.0"), QStringLiteral("notifications"), QStringLiteral("shop-pipeline"), now - 21 * Minute});
    m_account.open({QStringLiteral("Bounce rate of mails above 4 %"), QStringLiteral("notifications"), QStringLiteral("growth"),
        QStringLiteral("warning"), QStringLiteral("low"), QStringLiteral("mail/bounces"), QStringLiteral("Most bounces come from one provider"), {},
        Chi, now - 12 * Minute});
    m_account.openWindow({{}, QStringLiteral("The index is rebuilt"), {QStringLiteral("search")}, Bo, now - 30 * Minute, now + 90 * Minute});
}

bool PagerStory::isOpen(const QString &id) const
{
    const PagerIncident *incident = m_account.find(id);
    return incident != nullptr && incident->status != u"resolved";
}

void PagerStory::follow(const Scenario &scenario, UtcTime now)
{
    if (m_isOver) {
        return;
    }
    followPool(scenario, now);
    followCustomers(scenario, now);
    m_isOver = scenario.phase(now) == Phase::Recovered;
}

void PagerStory::followPool(const Scenario &scenario, UtcTime now)
{
    const auto pool = std::ranges::find(company(), QStringLiteral("orders-db"), &DemoService::name);
    const bool isDry = scenario.moment(*pool, now).poolInUse > 85;
    if (isDry && m_pool.isEmpty()) {
        // Title, service and time are those of the rule in rules.yml; the key is the check's name in Icinga2.
        m_pool = m_account.open({QStringLiteral("DbPoolNearlyExhausted"), pool->name, QStringLiteral("platform"), QStringLiteral("warning"),
            QStringLiteral("high"), QStringLiteral("orders-db-1!connections"), QStringLiteral("More than 85 of 100 connections are in use"),
            QStringLiteral("https://runbooks.example.test/DbPoolNearlyExhausted"), Ana, now});
    } else if (!isDry && scenario.phase(now) >= Phase::Recovering && isOpen(m_pool)) {
        m_account.change(m_pool, {QStringLiteral("resolved")}, {}, now);
    }
}

void PagerStory::followCustomers(const Scenario &scenario, UtcTime now)
{
    const Phase phase = scenario.phase(now);
    if (m_customers.isEmpty() && phase == Phase::Incident && now - scenario.deployedAt() >= UntilCustomersCall) {
        m_customers = m_account.open({QStringLiteral("Customers ask about failed payments"), QStringLiteral("storefront"), QStringLiteral("web"), {},
            QStringLiteral("low"), {}, QStringLiteral("Eleven calls within five minutes"), {}, Ana, now});
    } else if (phase == Phase::Recovered && isOpen(m_customers)) {
        m_account.change(m_customers, {QStringLiteral("resolved"), QStringLiteral("Rolled back; test payments go through.")}, Ana, now);
    }
}

} // namespace quarterdeck::demo
