#include "app/cli/alertids.h"

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr Millis AskFor {4'000};

} // namespace

std::vector<Alert> findAlerts(const std::vector<Alert> &alerts, const std::vector<std::string> &ids, QStringList &problems)
{
    std::vector<Alert> found;
    for (const std::string &typed : ids) {
        const QString id = QString::fromStdString(typed);
        std::vector<Alert> matching;
        std::copy_if(alerts.begin(), alerts.end(), std::back_inserter(matching),
            [&id](const Alert &alert) { return alert.key.toString() == id || alert.key.id == id; });
        if (matching.size() > 1) {
            problems.append(QStringLiteral("%1 names alerts of several sources: write source:fingerprint").arg(id));
        } else if (matching.empty()) {
            problems.append(QStringLiteral("%1 is no alert that is known here").arg(id));
        } else {
            found.push_back(matching.front());
        }
    }
    return found;
}

Result<std::vector<Alert>> alertsFor(CliSession &session, const std::vector<std::string> &ids)
{
    auto alerts = CliSession::wait(session.engine().store().alerts());
    QStringList problems;
    if (alerts) {
        findAlerts(*alerts, ids, problems);
    }
    if (!problems.isEmpty()) {
        session.refresh(AskFor);
        alerts = CliSession::wait(session.engine().store().alerts());
    }
    return alerts;
}

} // namespace quarterdeck
