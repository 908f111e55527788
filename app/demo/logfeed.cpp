#include "app/demo/logfeed.h"

#include <algorithm>
#include <cmath>

namespace quarterdeck::demo {

namespace {

struct Route {
    const char *service;
    const char *route;
    int milliseconds;
};

constexpr Route Routes[] = {{"checkout", "GET /cart", 41}, {"checkout", "POST /pay", 96}, {"storefront", "GET /", 62},
    {"storefront", "GET /product", 88}, {"mobile-api", "GET /v3/home", 70}, {"pricing", "GET /quote", 12}, {"identity", "POST /token", 44},
    {"identity-edge", "GET /session", 6}, {"search", "GET /search", 37}, {"ledger", "POST /entry", 31}, {"notifications", "POST /send", 120},
    {"payments-worker", "settle", 190}};

} // namespace

LogFeed::LogFeed(quint32 seed)
    : m_engine(seed)
{
}

QByteArray LogFeed::trace()
{
    return QByteArray::number(quint64(random() * double(0xFFFFFF)), 16).rightJustified(6, '0');
}

QByteArray LogFeed::entry(qint64 micros, const QString &service, int priority, const QByteArray &message, const QByteArray &traceId)
{
    const QByteArray stamp = QByteArray::number(micros);
    QByteArray out = "__REALTIME_TIMESTAMP=" + stamp + "\n__MONOTONIC_TIMESTAMP=" + QByteArray::number(micros % 1'000'000'000'000)
        + "\n_BOOT_ID=5f1d0c7a3b9e4d28a6c4f0e1b2d3c4a5\n_HOSTNAME=" + service.toUtf8() + "-1\nSYSLOG_IDENTIFIER=" + service.toUtf8()
        + "\nPRIORITY=" + QByteArray::number(priority) + "\nMESSAGE=" + message + '\n';
    if (!traceId.isEmpty()) {
        out += "TRACE_ID=" + traceId + '\n';
    }
    return out + '\n';
}

void LogFeed::calmLines(const DemoService &service, UtcTime from, double count, std::vector<std::pair<qint64, QByteArray>> &out)
{
    const int lines = int(count) + (random() < count - std::floor(count) ? 1 : 0);
    for (int i = 0; i < lines; ++i) {
        const qint64 micros = from.ms * 1000 + qint64(random() * 1e6);
        const Route *route = nullptr;
        for (const Route &candidate : Routes) {
            if (service.name == QLatin1StringView(candidate.service) && (route == nullptr || random() < 0.5)) {
                route = &candidate;
            }
        }
        if (route == nullptr || random() < 0.08) {
            out.emplace_back(micros, entry(micros, service.name, 6, "health ok", {}));
            continue;
        }
        const int ms = int(route->milliseconds * (0.6 + random() * 0.9));
        out.emplace_back(micros, entry(micros, service.name, 6, QByteArray(route->route) + " 200 in " + QByteArray::number(ms) + " ms", trace()));
    }
}

void LogFeed::incidentLines(double severity, UtcTime from, std::vector<std::pair<qint64, QByteArray>> &out)
{
    const QString checkout = QStringLiteral("checkout");
    const int errors = int(severity * 4 + random());
    for (int i = 0; i < errors; ++i) {
        const qint64 micros = from.ms * 1000 + qint64(random() * 9e5);
        const QByteArray waiters = QByteArray::number(int(20 + 75 * severity + random() * 8));
        out.emplace_back(micros, entry(micros, checkout, 3, "pool: timed out waiting for connection (5000 ms) waiters=" + waiters, {}));
        const qint64 later = micros + 8000;
        const char *region = random() < 0.5 ? "eu-west" : "eu-north";
        const QByteArray id = trace();
        out.emplace_back(later,
            entry(later, checkout, 3, "POST /pay 500 in " + QByteArray::number(5001 + int(random() * 20)) + " ms trace=" + id + " customer=" + region,
                id));
    }
    if (severity > 0.3) {
        const qint64 micros = from.ms * 1000 + qint64(random() * 9e5);
        out.emplace_back(micros, entry(micros, checkout, 4, "retry " + QByteArray::number(1 + int(random() * 3)) + "/3 orders-db:5432", {}));
        out.emplace_back(micros + 500,
            entry(micros + 500, QStringLiteral("payments-worker"), 4,
                "backlog " + QByteArray::number(int(12'000 * severity)) + " settlements, oldest 41 s", {}));
        out.emplace_back(
            micros + 700, entry(micros + 700, QStringLiteral("orders-db"), 4, "remaining connection slots are reserved for superusers", {}));
    }
}

QByteArray LogFeed::second(const Scenario &scenario, UtcTime now, double density)
{
    const UtcTime from = now - Millis(1000);
    std::vector<std::pair<qint64, QByteArray>> lines;
    for (const DemoService &service : company()) {
        const double perSecond = std::clamp(service.requestsPerSecond / 900.0, 0.12, 2.2);
        calmLines(service, from, perSecond * density, lines);
    }
    if (now >= scenario.deployedAt() && from < scenario.deployedAt()) {
        const qint64 micros = scenario.deployedAt().ms * 1000;
        lines.emplace_back(micros, entry(micros, QStringLiteral("checkout"), 5, "deploy: starting v2.41.0 (ci, 14 commits)", {}));
    }
    incidentLines(scenario.severity(now), from, lines);
    std::sort(lines.begin(), lines.end());
    QByteArray out;
    for (const auto &line : lines) {
        out += line.second;
    }
    return out;
}

} // namespace quarterdeck::demo
