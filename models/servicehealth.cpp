#include "models/servicehealth.h"

namespace quarterdeck {

Health healthOfSeverity(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return Health::Critical;
    case Severity::Error:
        return Health::Error;
    case Severity::Warning:
    case Severity::Unknown:
        return Health::Warning;
    case Severity::Info:
        return Health::Info;
    }
    return Health::Warning;
}

QStringList sourcesNotLive(const std::vector<SourceStatus> &statuses)
{
    QStringList ids;
    for (const SourceStatus &status : verdictOf(statuses).notLive) {
        ids.append(status.id);
    }
    ids.sort();
    return ids;
}

ServiceHealth serviceHealth(const std::vector<Alert> &alerts, const std::vector<SourceStatus> &statuses)
{
    ServiceHealth found;
    found.notLive = sourcesNotLive(statuses);
    const Verdict verdict = verdictOf(statuses);
    found.isCertain = verdict.isClear();
    found.isToldOf = verdict.kind != Verdict::Kind::NothingKnown;
    found.hasSources = verdict.hasSources;
    found.health = found.isCertain ? Health::Ok : Health::Unknown;
    UtcTime worstStart;
    bool hasWorst = false;
    Health worst = Health::Ok;
    for (const Alert &alert : alerts) {
        if (!alert.isOpen()) {
            continue;
        }
        ++found.openAlerts;
        if (!found.since.isValid() || (alert.startsAt.isValid() && alert.startsAt < found.since)) {
            found.since = alert.startsAt;
        }
        const Health health = healthOfSeverity(alert.severity);
        if (!hasWorst || health < worst || (health == worst && alert.startsAt < worstStart)) {
            hasWorst = true;
            worst = health;
            worstStart = alert.startsAt;
            found.worst = alert.key;
            found.worstTitle = alert.title;
        }
    }
    if (hasWorst) {
        found.health = worst;
    }
    return found;
}

} // namespace quarterdeck
