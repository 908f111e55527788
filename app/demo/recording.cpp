#include "app/demo/recording.h"

#include "app/demo/scenario.h"

#include <QMap>

#include <algorithm>
#include <cmath>
#include <optional>

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

// As the source of PagerDuty would have read it.
Alert paged(
    const char *id, const char *title, const char *service, const char *team, const char *severity, const char *summary, UtcTime start, UtcTime now)
{
    Alert alert = firing(title, service, team, severity, summary, start, now);
    alert.key = {QStringLiteral("pagerduty"), QString::fromLatin1(id)};
    alert.rawState = QStringLiteral("triggered");
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

ServiceMoment momentOf(const Scenario &scenario, const QString &service, UtcTime at)
{
    for (const DemoService &candidate : company()) {
        if (candidate.name == service) {
            return scenario.moment(candidate, at);
        }
    }
    return {};
}

double poolMaxOf(const QString &service)
{
    const auto found = std::find_if(company().begin(), company().end(), [&](const DemoService &one) { return one.name == service; });
    return found == company().end() ? 0 : found->poolMax;
}

// Nothing for a panel that was not recorded: an empty chart is true, another panel's curve is not.
std::optional<double> recordedValue(const Scenario &scenario, const QString &service, const QString &title, UtcTime at)
{
    const ServiceMoment m = momentOf(scenario, service, at);
    const QMap<QString, double> values {{QStringLiteral("Requests"), m.requestsPerSecond}, {QStringLiteral("Errors"), m.errorRatio},
        {QStringLiteral("Latency p99"), m.tailSeconds}, {QStringLiteral("Latency p50"), m.medianSeconds},
        {QStringLiteral("Database pool"), std::round(m.poolInUse)}, {QStringLiteral("Queue"), std::round(m.queueDepth)},
        {QStringLiteral("Index lag"), 41 + 3 * std::sin(double(at.ms) / 30'000.0)}, {QStringLiteral("Replica rebuild"), 0.62}};
    if (title == QLatin1StringView("Pool of checkout")) {
        return std::round(momentOf(scenario, QStringLiteral("checkout"), at).poolInUse);
    }
    if (title == QLatin1StringView("Pool in use")) {
        const double most = poolMaxOf(service);
        return most > 0 ? std::optional(m.poolInUse / most) : std::nullopt;
    }
    if (title == QLatin1StringView("Requests of callers")) {
        double sum = 0;
        for (const QString &caller : {QStringLiteral("checkout"), QStringLiteral("payments-worker"), QStringLiteral("ledger")}) {
            sum += momentOf(scenario, caller, at).requestsPerSecond;
        }
        return sum;
    }
    const auto found = values.constFind(title);
    return found == values.cend() ? std::nullopt : std::optional(*found);
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
        firing("ReplicaRebuilding", "search-indexer", "discovery", "info", "Shard 7 rebuilds a replica: 62% done", now - Millis(70 * 60'000), now),
        paged("Q2SHOP004714", "DbPoolNearlyExhausted", "orders-db", "platform", "warning", "orders-db: DbPoolNearlyExhausted", onset - Millis(4000),
            now),
        paged("Q2SHOP004715", "Customers ask about failed payments", "storefront", "web", "warning",
            "storefront: Customers ask about failed payments", onset + Millis(25'000), now),
        paged("Q2SHOP004713", "Bounce rate of mails above 4 %", "notifications", "growth", "warning", "notifications: Bounce rate of mails above 4 %",
            now - Millis(12 * 60'000), now)};
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
    for (UtcTime at = range.from; at <= range.to; at = at + step) {
        if (const std::optional<double> value = recordedValue(scenario, service, panelTitle, at)) {
            out.push_back({at.ms, *value});
        }
    }
    return out;
}

} // namespace quarterdeck::demo
