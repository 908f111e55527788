#include "app/demo/recording.h"

#include "app/demo/scenario.h"

#include <cmath>

namespace quarterdeck::demo {

namespace {

constexpr Millis SinceDeploy {6 * 60'000};
constexpr Millis Length {60 * 60'000};

Scenario scenarioAt(UtcTime now)
{
    return Scenario(now - SinceDeploy, Millis(0));
}

Alert firing(const char *title, const char *service, const char *team, const char *severity, const char *summary, UtcTime start, UtcTime now)
{
    Alert alert;
    alert.labels = {{QStringLiteral("alertname"), QString::fromLatin1(title)}, {QStringLiteral("service"), QString::fromLatin1(service)},
        {QStringLiteral("team"), QString::fromLatin1(team)}, {QStringLiteral("severity"), QString::fromLatin1(severity)},
        {QStringLiteral("cluster"), QStringLiteral("eu-1")}};
    alert.annotations = {{QStringLiteral("summary"), QString::fromLatin1(summary)}};
    alert.key = {QStringLiteral("alertmanager"), QString::number(alert.labels.fingerprint(), 16).rightJustified(16, u'0')};
    deriveFields(alert);
    alert.service = QString::fromLatin1(service);
    alert.startsAt = start;
    alert.updatedAt = now;
    alert.lastSeenAt = now;
    alert.rawState = QStringLiteral("active");
    return alert;
}

LogLine line(UtcTime at, const QString &service, LogLevel level, const QByteArray &text, int serial)
{
    LogLine out;
    out.source = QStringLiteral("journal");
    out.nanos = at.nanos();
    out.cursor = QStringLiteral("recorded-%1-%2").arg(at.ms).arg(serial);
    out.service = service;
    out.host = service + QStringLiteral("-1");
    out.level = level;
    out.text = text;
    return out;
}

} // namespace

Recording recordIncident(UtcTime now)
{
    const Scenario scenario = scenarioAt(now);
    const UtcTime onset = scenario.deployedAt() + Millis(18'000);
    Recording out;
    out.recordedAt = now;
    out.range = {now - Length, now};
    out.alerts = {firing("CheckoutErrorBudgetBurn", "checkout", "payments", "critical", "Checkout is failing 2.1% of requests", onset, now),
        firing("CheckoutLatencyHigh", "checkout", "payments", "critical", "p99 of checkout is 2.8 s, threshold 0.8 s", onset + Millis(20'000), now),
        firing(
            "DbPoolNearlyExhausted", "orders-db", "platform", "warning", "99 of 100 connections of orders-db are in use", onset - Millis(5000), now),
        firing("QueueBacklogGrowing", "payments-worker", "payments", "warning", "12400 settlements wait and rising", onset + Millis(40'000), now),
        firing("IndexLagHigh", "search-indexer", "discovery", "warning", "The search index is 41 s behind", now - Millis(52 * 60'000), now),
        firing("ReplicaRebuilding", "search-indexer", "discovery", "info", "Shard 7 rebuilds a replica: 62% done", now - Millis(70 * 60'000), now)};
    int serial = 0;
    for (UtcTime at = out.range.from; at < now; at = at + Millis(1500)) {
        const double bad = scenario.severity(at);
        const QString checkout = QStringLiteral("checkout");
        if (bad > 0.2 && serial % 3 != 0) {
            out.lines.push_back(line(at, checkout, LogLevel::Error,
                "pool: timed out waiting for connection (5000 ms) waiters=" + QByteArray::number(int(20 + 75 * bad)), ++serial));
        } else {
            out.lines.push_back(line(at, checkout, LogLevel::Info, "GET /cart 200 in 41 ms", ++serial));
        }
    }
    return out;
}

std::vector<Sample> recordedSamples(const QString &service, const QString &panelTitle, TimeRange range, Millis step, UtcTime now)
{
    const Scenario scenario = scenarioAt(now);
    std::vector<Sample> out;
    for (const DemoService &candidate : company()) {
        if (candidate.name != service) {
            continue;
        }
        for (UtcTime at = range.from; at <= range.to; at = at + step) {
            const ServiceMoment m = scenario.moment(candidate, at);
            double value = m.requestsPerSecond;
            if (panelTitle == QLatin1StringView("Errors")) {
                value = m.errorRatio;
            } else if (panelTitle.startsWith(QLatin1StringView("Latency"))) {
                value = panelTitle.endsWith(QLatin1StringView("p50")) ? m.medianSeconds : m.tailSeconds;
            } else if (panelTitle == QLatin1StringView("Database pool")) {
                value = std::round(m.poolInUse);
            } else if (panelTitle == QLatin1StringView("Queue")) {
                value = std::round(m.queueDepth);
            }
            out.push_back({at.ms, value});
        }
    }
    return out;
}

} // namespace quarterdeck::demo
