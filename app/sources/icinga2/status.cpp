#include "app/sources/icinga2/status.h"

#include "app/core/text.h"
#include "app/json/jsonreader.h"
#include "app/sources/api/names.h"

#include <algorithm>

namespace quarterdeck::icinga2 {

namespace {

constexpr qsizetype MostNamed = 5;
constexpr double LatestSecond = 253'402'300'799.0; // the end of the year 9999

/// "a, b, c and 12 more", for a log of errors: names are foreign.
QString listed(const QStringList &names)
{
    QStringList shown;
    for (const QString &name : names.first(std::min(names.size(), MostNamed))) {
        shown.append(text::plain(name, LongestName));
    }
    const QString some = shown.join(QStringLiteral(", "));
    return names.size() > MostNamed ? QStringLiteral("%1 and %2 more").arg(some, QString::number(names.size() - MostNamed)) : some;
}

/// Reads the status of the first result. Errors: BadPayload.
template <class T, class F> Result<T> statusOf(QByteArrayView body, F read)
{
    const auto document = JsonDocument::parse(body);
    if (!document) {
        return tl::unexpected(document.error());
    }
    const JsonValue status = document->root()[u"results"].at(0)[u"status"];
    if (!status.isObject()) {
        status.markBad(QStringLiteral("The server does not say how it is"));
    }
    T found = read(status);
    if (const auto verdict = document->verdict(); !verdict) {
        return tl::unexpected(verdict.error());
    }
    return found;
}

bool contains(const JsonValue &names, const QString &wanted)
{
    bool isThere = false;
    names.each([&](const QString &, const JsonValue &one) { isThere |= one.stringOr({}) == wanted; });
    return isThere;
}

void addZone(Cluster &cluster, const QString &name, const JsonValue &zone, const QString &own)
{
    if (zone[u"connected"].booleanOr(true)) {
        return;
    }
    if (!own.isEmpty() && zone[u"parent_zone"].stringOr({}) == own) {
        cluster.zonesAway.append(name);
        return;
    }
    cluster.othersAway.append(name);
}

} // namespace

Result<Counts> parseCounts(QByteArrayView body)
{
    return statusOf<Counts>(body, [](const JsonValue &status) {
        Counts counts;
        counts.uptime = Millis(qint64(std::clamp(status[u"uptime"].number(), 0.0, 1e10) * 1000));
        counts.pending = qint64(std::clamp(status[u"num_hosts_pending"].number(), 0.0, 1e9))
            + qint64(std::clamp(status[u"num_services_pending"].number(), 0.0, 1e9));
        return counts;
    });
}

Result<Switches> parseSwitches(QByteArrayView body)
{
    return statusOf<Switches>(body, [](const JsonValue &status) {
        Switches switches;
        status[u"icingaapplication"].each([&switches](const QString &, const JsonValue &app) {
            const double start = std::clamp(app[u"program_start"].numberOr(0), 0.0, LatestSecond);
            switches.startedAt = start > 0 ? UtcTime {qint64(start * 1000)} : switches.startedAt;
            switches.checksHosts &= app[u"enable_host_checks"].booleanOr(true);
            switches.checksServices &= app[u"enable_service_checks"].booleanOr(true);
            switches.notifies &= app[u"enable_notifications"].booleanOr(true);
        });
        return switches;
    });
}

Result<Cluster> parseCluster(QByteArrayView body)
{
    return statusOf<Cluster>(body, [](const JsonValue &status) {
        Cluster cluster;
        const JsonValue api = status[u"api"];
        const JsonValue zones = api[u"zones"];
        const QString self = api[u"identity"].stringOr({});
        QString own;
        zones.each([&](const QString &name, const JsonValue &zone) { own = contains(zone[u"endpoints"], self) ? name : own; });
        zones.each([&](const QString &name, const JsonValue &zone) { addZone(cluster, name, zone, own); });
        return cluster;
    });
}

QStringList whyOld(const ServerState &server)
{
    QStringList why;
    const Switches &switches = server.switches;
    if (!switches.checksHosts || !switches.checksServices) {
        const QString what = switches.checksServices ? QStringLiteral("hosts")
            : switches.checksHosts                   ? QStringLiteral("services")
                                                     : QStringLiteral("hosts and services");
        why.append(QStringLiteral(
            "Icinga2 is configured not to check its %1 (enable_host_checks, enable_service_checks): their state is as old as their last check")
                       .arg(what));
    }
    if (!server.cluster.zonesAway.isEmpty()) {
        why.append(
            QStringLiteral("It is not connected to the zones %1: what is checked there may have changed").arg(listed(server.cluster.zonesAway)));
    }
    return why;
}

QStringList remarks(const ServerState &server)
{
    QStringList all;
    if (!server.cluster.othersAway.isEmpty()) {
        all.append(QStringLiteral("Of its cluster, %1 is not connected").arg(listed(server.cluster.othersAway)));
    }
    if (!server.switches.notifies) {
        all.append(QStringLiteral("Icinga2 notifies nobody of problems (enable_notifications is off)"));
    }
    return all;
}

} // namespace quarterdeck::icinga2
