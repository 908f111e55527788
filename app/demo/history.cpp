#include "app/demo/history.h"

#include <QTimeZone>

#include <algorithm>
#include <array>
#include <random>

namespace quarterdeck::demo {

namespace {

constexpr int Weeks = 8;

struct Rule {
    const char *title;
    const char *service;
    const char *team;
    const char *severity;
    double perWeek;    ///< In the first week.
    double growth;     ///< More per week.
    double sleepShare; ///< Share that starts at night.
    double autoShare;  ///< Share that ends by itself within minutes.
    int minutes;       ///< Usual length.
};

constexpr std::array Rules {Rule {"QueueBacklogGrowing", "payments-worker", "payments", "warning", 2.2, 0.45, 0.35, 0.66, 18},
    Rule {"DbPoolNearlyExhausted", "orders-db", "platform", "warning", 1.6, 0.25, 0.30, 0.15, 34},
    Rule {"PodRestarts", "checkout", "payments", "warning", 1.1, 0.0, 0.12, 0.85, 4},
    Rule {"CheckoutLatencyHigh", "checkout", "payments", "critical", 0.9, 0.05, 0.25, 0.0, 41},
    Rule {"IndexLagHigh", "search-indexer", "discovery", "warning", 1.3, -0.05, 0.20, 0.50, 25},
    Rule {"TokenIssueLatency", "identity", "accounts", "warning", 0.8, 0.0, 0.15, 0.10, 22}};

const char *responderOf(const QString &team, double draw)
{
    if (team == QLatin1StringView("payments")) {
        return draw < 0.6 ? "ana" : "marek";
    }
    return team == QLatin1StringView("discovery") ? "bo" : "chi";
}

Alert makeAlert(const SourceId &source, const Rule &rule, UtcTime start)
{
    Alert alert;
    alert.labels = {{QStringLiteral("alertname"), QString::fromLatin1(rule.title)}, {QStringLiteral("service"), QString::fromLatin1(rule.service)},
        {QStringLiteral("team"), QString::fromLatin1(rule.team)}, {QStringLiteral("severity"), QString::fromLatin1(rule.severity)}};
    alert.key = {source, QStringLiteral("demo") + QString::number(alert.labels.fingerprint(), 16).left(12)};
    deriveFields(alert);
    alert.service = QString::fromLatin1(rule.service);
    alert.startsAt = start;
    alert.updatedAt = start;
    alert.lastSeenAt = start;
    alert.rawState = QStringLiteral("active");
    return alert;
}

void addFiring(std::vector<Batch> &out, const SourceId &source, const Rule &rule, UtcTime start, std::mt19937 &engine)
{
    std::uniform_real_distribution<double> uniform(0.0, 1.0);
    const bool isAuto = uniform(engine) < rule.autoShare;
    const double minutes = isAuto ? 2 + uniform(engine) * 9 : rule.minutes * (0.4 + uniform(engine) * 1.5);
    const UtcTime end = start + Millis(qint64(minutes * 60'000));
    Alert alert = makeAlert(source, rule, start);
    out.push_back({source, start, {alert}, {}, std::nullopt, std::nullopt});
    if (!isAuto) {
        const UtcTime acknowledged = start + Millis(qint64((45 + uniform(engine) * 560) * 1000));
        if (acknowledged < end) {
            alert.state = AlertState::Acknowledged;
            alert.holds.add({HoldKind::Acknowledgement, QStringLiteral("demo"), QString::fromLatin1(responderOf(alert.team, uniform(engine)))});
            alert.updatedAt = acknowledged;
            out.push_back({source, acknowledged, {alert}, {}, std::nullopt, std::nullopt});
        }
    }
    out.push_back({source, end, {}, {alert.key}, std::nullopt, std::nullopt});
}

} // namespace

std::vector<Batch> loadHistory(const SourceId &source, UtcTime now)
{
    std::mt19937 engine(7);
    std::uniform_real_distribution<double> uniform(0.0, 1.0);
    const QTimeZone zone("Europe/Madrid");
    std::vector<Batch> out;
    for (const Rule &rule : Rules) {
        UtcTime busyUntil;
        for (int week = 0; week < Weeks; ++week) {
            const double expected = std::max(0.0, rule.perWeek + rule.growth * week);
            const int count = int(expected) + (uniform(engine) < expected - int(expected) ? 1 : 0);
            std::vector<UtcTime> starts;
            for (int i = 0; i < count; ++i) {
                const bool isNight = uniform(engine) < rule.sleepShare;
                const int hour = isNight ? int(uniform(engine) * 6) + 1 : 8 + int(uniform(engine) * 13);
                const QDate day = toDateTime(now).toTimeZone(zone).date().addDays(-7 * (Weeks - week) + int(uniform(engine) * 7));
                starts.push_back({QDateTime(day, QTime(hour, int(uniform(engine) * 60)), zone).toMSecsSinceEpoch()});
            }
            std::sort(starts.begin(), starts.end());
            for (const UtcTime start : starts) {
                // The same alert cannot fire twice at once.
                if (start > busyUntil && start + Millis(3 * 3'600'000) < now) {
                    addFiring(out, source, rule, start, engine);
                    busyUntil = start + Millis(2 * 3'600'000);
                }
            }
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const Batch &a, const Batch &b) { return a.observedAt < b.observedAt; });
    return out;
}

} // namespace quarterdeck::demo
