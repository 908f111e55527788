#include "app/demo/icingastory.h"

#include "app/json/jsonreader.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace quarterdeck::demo {

namespace {

constexpr Millis Minute {60'000};
constexpr Millis Refresh {30'000};
constexpr Millis ConnectionsEvery {5000};
constexpr int NeverChecked = -1;

struct Check {
    const char *host;
    const char *name;    ///< Empty: the host itself.
    const char *service; ///< As the catalog calls it.
    const char *team;
    int state; ///< Of a host 0 (up) or 1 (down); of a service 0 to 3.
    const char *output;
    int minutes; ///< How long it has been so; 0: as long as it has been watched.
};

// What is critical and loud is the script's alone: it is what a newcomer is to look at.
constexpr std::array Checks {Check {"web-1", "", "storefront", "web", 0, "PING OK - 0.4 ms", 0},
    Check {"web-1", "http", "storefront", "web", 0, "HTTP OK: HTTP/1.1 200 OK - 0.041 s", 0},
    Check {"web-1", "certificate", "storefront", "web", NeverChecked, "", 0},
    Check {"orders-db-1", "", "orders-db", "platform", 0, "PING OK - 0.3 ms", 0},
    Check {"orders-db-1", "disk", "orders-db", "platform", 1, "DISK WARNING - /var/lib/postgresql 14% free (82 GB)", 140},
    Check {"mail-1", "", "notifications", "growth", 0, "PING OK - 1.1 ms", 0},
    Check {"mail-1", "queue", "notifications", "growth", 1, "WARNING: 412 mails are queued, the oldest for 26 minutes", 18},
    Check {"search-2", "", "search", "discovery", 1, "PING CRITICAL - Packet loss = 100%", 75},
    Check {"backup-1", "", "ledger", "payments", 1, "PING CRITICAL - Packet loss = 100%", 25},
    Check {"backup-1", "dump", "ledger", "payments", 2, "CRITICAL: the newest dump is 27 hours old", 24}};

// Named by the incident of PagerDuty (pagerstory.cpp).
constexpr Check Connections {"orders-db-1", "connections", "orders-db", "platform", 0, "", 0};

bool isHost(const Check &check)
{
    return *check.name == '\0';
}

QString idOf(const Check &check)
{
    return isHost(check) ? QString::fromLatin1(check.host) : QString::fromLatin1(check.host) + u'!' + QLatin1StringView(check.name);
}

QByteArray objectOf(const Check &check)
{
    const QByteArray head = isHost(check) ? QByteArray("object Host \"") + check.host + "\" {"
                                          : QByteArray("object Service \"") + check.name + "\" {\n  host_name = \"" + check.host + '"';
    return head + "\n  check_command = \"dummy\"\n  enable_active_checks = false\n  max_check_attempts = 1\n  vars.service = \"" + check.service
        + "\"\n  vars.team = \"" + check.team + "\"\n}\n";
}

/// The beginning of every question about one object.
void beginAbout(JsonWriter &json, const Check &check)
{
    json.beginObject().key(u"type").value(isHost(check) ? "Host" : "Service");
    json.key(isHost(check) ? u"hosts" : u"services").beginArray().value(idOf(check)).endArray();
}

QByteArray resultOf(const Check &check, int state, const QString &output, UtcTime at)
{
    JsonWriter json;
    beginAbout(json, check);
    json.key(u"exit_status").value(state).key(u"plugin_output").value(output);
    json.key(u"execution_start").value(at.ms / 1000).key(u"execution_end").value(at.ms / 1000);
    return json.endObject().take();
}

const Check &hostNamed(const char *name)
{
    return *std::ranges::find_if(
        Checks, [name](const Check &check) { return isHost(check) && QLatin1StringView(check.host) == QLatin1StringView(name); });
}

} // namespace

QByteArray IcingaStory::objects()
{
    QByteArray all;
    for (const Check &check : Checks) {
        all += objectOf(check);
    }
    return all + objectOf(Connections);
}

IcingaStory::IcingaStory(IcingaClient &client, UtcTime now)
    : m_client(client)
{
    const QByteArray path = "/actions/process-check-result";
    for (const Check &check : Checks) {
        if (check.state == NeverChecked) {
            continue;
        }
        // A first result that is a problem would have no time of its change.
        m_client.post(path, resultOf(check, 0, QStringLiteral("OK"), now - 300 * Minute));
        if (check.state != 0) {
            m_client.post(path, resultOf(check, check.state, QString::fromUtf8(check.output), now - check.minutes * Minute));
        }
    }
    JsonWriter acknowledgement;
    beginAbout(acknowledgement, hostNamed("search-2"));
    acknowledgement.key(u"author").value("bo").key(u"comment").value("New mainboard comes on Thursday; search runs on two hosts meanwhile");
    m_client.post("/actions/acknowledge-problem", acknowledgement.key(u"sticky").value(true).endObject().take());
    JsonWriter downtime;
    beginAbout(downtime, hostNamed("backup-1"));
    downtime.key(u"author").value("chi").key(u"comment").value("Moves to another rack").key(u"fixed").value(true);
    downtime.key(u"start_time").value((now - 30 * Minute).ms / 1000).key(u"end_time").value((now + 120 * Minute).ms / 1000);
    m_client.post("/actions/schedule-downtime", downtime.endObject().take());
}

void IcingaStory::follow(const Scenario &scenario, UtcTime now)
{
    if (now - m_toldAll >= Refresh) {
        for (const Check &check : Checks) {
            if (check.state != NeverChecked && m_toldAll.isValid()) {
                m_client.post("/actions/process-check-result", resultOf(check, check.state, QString::fromUtf8(check.output), now));
            }
        }
        m_toldAll = now;
    }
    tellConnections(scenario, now);
}

void IcingaStory::tellConnections(const Scenario &scenario, UtcTime now)
{
    const auto pool = std::ranges::find(company(), QStringLiteral("orders-db"), &DemoService::name);
    const double inUse = std::round(scenario.moment(*pool, now).poolInUse);
    const int state = inUse > 85 ? 1 : 0;
    if (state == m_connections && now - m_toldConnections < ConnectionsEvery) {
        return;
    }
    m_connections = state;
    m_toldConnections = now;
    const QString word = state == 0 ? QStringLiteral("POSTGRES OK") : QStringLiteral("POSTGRES WARNING");
    m_client.post("/actions/process-check-result",
        resultOf(Connections, state, word + QStringLiteral(" - %1 of %2 connections in use").arg(inUse).arg(pool->poolMax), now));
}

} // namespace quarterdeck::demo
