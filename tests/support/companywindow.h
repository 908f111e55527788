#pragma once

#include "tests/support/realcompany.h"
#include "tests/support/windowbench.h"

namespace quarterdeck {

/// The whole program with its window, configured for the small company.
class CompanyWindow : public QObject {
protected:
    /// Starts the servers and writes configuration and runbook; the window is still closed.
    bool prepare()
    {
        return m_company.start() && m_b.write(QStringLiteral("config.yaml"), m_company.config())
            && m_b.write(QStringLiteral("runbooks/CheckoutBurns.md"), RealCompany::runbook());
    }
    /// The alert that burns, or an empty one while it is not known.
    Alert checkout() const
    {
        for (const Alert &alert : m_b.openAlerts()) {
            if (alert.title == QLatin1String("CheckoutBurns")) {
                return alert;
            }
        }
        return {};
    }

    RealCompany m_company;
    WindowBench m_b;
};

} // namespace quarterdeck
