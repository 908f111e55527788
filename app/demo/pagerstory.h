#pragma once

#include "app/demo/pageraccount.h"
#include "app/demo/scenario.h"

namespace quarterdeck::demo {

/// What the company's PagerDuty goes through: a few incidents from before, and those that the scripted incident brings. The one of the
/// database is the same incident as an alert of Alertmanager and a check of Icinga2; it ends when the pool has room again, unless somebody
/// was faster.
class PagerStory {
public:
    /// Opens what is open at `now`.
    PagerStory(PagerAccount &account, UtcTime now);
    /// Opens and resolves what is to be by now. Times that go up.
    void follow(const Scenario &scenario, UtcTime now);

private:
    void followPool(const Scenario &scenario, UtcTime now);
    void followCustomers(const Scenario &scenario, UtcTime now);
    bool isOpen(const QString &id) const;

    PagerAccount &m_account;
    QString m_pool; ///< Ids; empty before they are opened.
    QString m_customers;
    bool m_isOver = false;
};

} // namespace quarterdeck::demo
