#pragma once

#include "app/core/time.h"
#include "app/demo/company.h"

#include <QSet>

#include <limits>

namespace quarterdeck::demo {

/// Where the script stands.
enum class Phase : quint8 { Calm, Deploy, Incident, Recovering, Recovered };

/// Stable name: "calm", "deploy", "incident", "recovering", "recovered".
QString phaseName(Phase phase);

/// What one service does at one moment.
struct ServiceMoment {
    double requestsPerSecond = 0;
    double errorRatio = 0;
    double medianSeconds = 0;
    double tailSeconds = 0;
    double poolInUse = 0;
    double queueDepth = 0;
    QString version;
};

/// The scripted incident: checkout v2.41.0 leaks a database connection per failed payment, the pool of orders-db runs dry, callers
/// time out, the payment queue grows; rolling back and draining ends it. Pure: time in, numbers out.
class Scenario {
public:
    /// The deploy happens `calm` after `start`.
    Scenario(UtcTime start, Millis calm);
    /// Nothing ever happens.
    static Scenario calm() { return {UtcTime {std::numeric_limits<qint64>::max()}, Millis(0)}; }
    Phase phase(UtcTime now) const;
    /// 0 in calm, rising to 1 when the pool is dry, back to 0 while recovering.
    double severity(UtcTime now) const;
    ServiceMoment moment(const DemoService &service, UtcTime now) const;
    UtcTime deployedAt() const { return m_deploy; }
    /// A step of the runbook was ticked. Recovery begins with the last of `stepsNeeded` different ones.
    void stepDone(const QString &step, UtcTime now);

    static constexpr int stepsNeeded = 6;

private:
    UtcTime m_deploy;
    UtcTime m_recovery; ///< Invalid until the steps are done.
    QSet<QString> m_steps;
};

} // namespace quarterdeck::demo
