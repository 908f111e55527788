#include "app/demo/scenario.h"

#include <algorithm>
#include <cmath>

namespace quarterdeck::demo {

namespace {

constexpr double RiseSeconds = 14;
constexpr double FallSeconds = 20;

// Slow daily-looking waves and a little noise, the same for the same instant.
double wave(UtcTime now, const QString &name)
{
    const double phase = double(qHash(name, 7) % 1000) / 159.0;
    const double t = double(now.ms) / 1000.0;
    const double noise = std::sin(t * 1.7 + phase * 3) * 0.4 + std::sin(t * 0.71 + phase) * 0.6;
    return 1.0 + 0.055 * std::sin(t / 140.0 + phase) + 0.012 * noise;
}

double smooth(double x)
{
    const double c = std::clamp(x, 0.0, 1.0);
    return c * c * (3 - 2 * c);
}

} // namespace

QString phaseName(Phase phase)
{
    switch (phase) {
    case Phase::Calm:
        return QStringLiteral("calm");
    case Phase::Deploy:
        return QStringLiteral("deploy");
    case Phase::Incident:
        return QStringLiteral("incident");
    case Phase::Recovering:
        return QStringLiteral("recovering");
    case Phase::Recovered:
        break;
    }
    return QStringLiteral("recovered");
}

Scenario::Scenario(UtcTime start, Millis calm)
    : m_deploy(start + calm)
{
}

Phase Scenario::phase(UtcTime now) const
{
    if (now < m_deploy) {
        return Phase::Calm;
    }
    if (m_recovery.isValid()) {
        return now - m_recovery < Millis(qint64(FallSeconds * 1000)) ? Phase::Recovering : Phase::Recovered;
    }
    return now - m_deploy < Millis(4000) ? Phase::Deploy : Phase::Incident;
}

double Scenario::severity(UtcTime now) const
{
    if (now < m_deploy) {
        return 0;
    }
    const double rise = smooth(double((now - m_deploy).count()) / 1000.0 / RiseSeconds);
    if (!m_recovery.isValid()) {
        return rise;
    }
    return rise * (1 - smooth(double((now - m_recovery).count()) / 1000.0 / FallSeconds));
}

ServiceMoment Scenario::moment(const DemoService &service, UtcTime now) const
{
    const double w = wave(now, service.name);
    const double bad = severity(now);
    ServiceMoment m {service.requestsPerSecond * w, service.errorRatio * (2 - w), service.medianSeconds * w, service.tailSeconds * w,
        service.poolInUse * w, service.queueDepth * w, service.version};
    if (service.name == QLatin1StringView("checkout")) {
        m.requestsPerSecond *= 1 - 0.16 * bad;
        m.errorRatio += 0.021 * bad;
        m.tailSeconds += 2.4 * bad;
        m.medianSeconds += 0.03 * bad;
        m.poolInUse += 60 * bad;
        if (now >= m_deploy && (!m_recovery.isValid() || now < m_recovery)) {
            m.version = QStringLiteral("v2.41.0");
        }
    } else if (service.name == QLatin1StringView("orders-db")) {
        m.poolInUse += 61 * bad;
    } else if (service.name == QLatin1StringView("payments-worker")) {
        m.queueDepth += 12'400 * bad;
        m.tailSeconds += 1.2 * bad;
    } else if (service.name == QLatin1StringView("storefront") || service.name == QLatin1StringView("mobile-api")) {
        m.errorRatio += 0.004 * bad;
        m.tailSeconds += 0.8 * bad;
    }
    m.poolInUse = std::min(m.poolInUse, service.poolMax);
    return m;
}

void Scenario::stepDone(const QString &step, UtcTime now)
{
    m_steps.insert(step);
    if (m_steps.size() >= stepsNeeded && !m_recovery.isValid() && now >= m_deploy) {
        m_recovery = now;
    }
}

} // namespace quarterdeck::demo
