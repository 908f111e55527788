#include "app/cli/alertids.h"

#include "app/cli/terminal.h"
#include "app/domain/verdict.h"

#include <algorithm>

namespace quarterdeck {

QString unreadText(CliSession &session)
{
    QStringList names;
    for (const SourceStatus &status : session.statusesBeforeLists()) {
        if (status.tellsAlerts() && !isBelieved(status)) {
            const QString state = status.freshness == Freshness::Live ? QString() : freshnessText(status);
            const QString why = status.error ? status.error->what : QString();
            names.append(
                QStringLiteral("%1 (%2)").arg(status.id, state.isEmpty() || why.isEmpty() ? state + why : state + QStringLiteral(": ") + why));
        }
    }
    return names.isEmpty()
        ? QString()
        : QStringLiteral("; it may still exist, because not everything could be read from %1").arg(names.join(QStringLiteral(", ")));
}

std::vector<Alert> findAlerts(const std::vector<Alert> &alerts, const std::vector<std::string> &ids, QStringList &problems, const QString &unread)
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
            problems.append(QStringLiteral("%1 is not a known alert").arg(id) + unread);
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
        session.refresh();
        alerts = CliSession::wait(session.engine().store().alerts());
    }
    return alerts;
}

} // namespace quarterdeck
