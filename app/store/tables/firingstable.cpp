#include "app/store/tables/firingstable.h"

namespace quarterdeck {

namespace {

Firing firingOf(const sqlite::Statement &row)
{
    Firing firing;
    firing.seq = row.integer(0);
    firing.alert = {row.text(1), row.text(2)};
    firing.title = row.text(3);
    firing.service = row.text(4);
    firing.team = row.text(5);
    firing.severity = severityFromLabel(row.text(6));
    firing.state = alertStateFromName(row.text(7));
    firing.startsAt = row.time(8);
    firing.acknowledgedAt = row.time(9);
    firing.resolvedAt = row.time(10);
    firing.responder = row.text(11);
    return firing;
}

Incident incidentOf(const Firing &firing)
{
    Incident incident;
    incident.fingerprint = firing.alert.toString();
    incident.id = incident.fingerprint + u'@' + QString::number(firing.startsAt.ms);
    incident.title = firing.title;
    incident.service = firing.service;
    incident.team = firing.team;
    incident.user = firing.responder;
    incident.created = firing.startsAt;
    if (firing.acknowledgedAt.isValid()) {
        incident.acknowledged = firing.acknowledgedAt;
    }
    if (!firing.isOpen()) {
        incident.resolved = firing.resolvedAt;
        // Alertmanager never says who ended an alert: one that nobody acknowledged is taken to have ended by itself.
        incident.isAutoResolved = !firing.acknowledgedAt.isValid();
    }
    return incident;
}

} // namespace

const PreciousTable &FiringsTable::table()
{
    static const PreciousTable Table("firings",
        {"alert_source", "alert_id", "title", "service", "team", "severity", "state", "starts_at", "acknowledged_at", "resolved_at", "responder"});
    return Table;
}

std::optional<Firing> FiringsTable::newest(const AlertKey &alert)
{
    // In the order of the index: sorting by the start in SQL costs more than the few rows that there are.
    static const QByteArray Sql = table().select("WHERE alert_source=?1 AND alert_id=?2 ORDER BY seq DESC");
    std::optional<Firing> newest;
    auto rows = m_state.query(Sql.constData(), alert.source, alert.id);
    while (rows.next()) {
        if (!newest || rows.time(8) > newest->startsAt) {
            newest = firingOf(rows);
        }
    }
    return newest;
}

void FiringsTable::store(Firing &firing)
{
    const sqlite::Row row {firing.alert.source, firing.alert.id, firing.title, firing.service, firing.team, severityName(firing.severity),
        alertStateName(firing.state), firing.startsAt, firing.acknowledgedAt, firing.resolvedAt, firing.responder};
    if (firing.seq == 0) {
        firing.seq = table().insert(m_state, row);
    } else {
        table().update(m_state, firing.seq, row);
    }
}

std::vector<Firing> FiringsTable::open()
{
    static const QByteArray Sql = table().select("WHERE resolved_at=0 ORDER BY seq");
    std::vector<Firing> firings;
    auto rows = m_state.query(Sql.constData());
    while (rows.next()) {
        firings.push_back(firingOf(rows));
    }
    return firings;
}

std::vector<Incident> FiringsTable::incidents(TimeRange range)
{
    static const QByteArray Sql = table().select("WHERE starts_at>=?1 AND starts_at<?2 ORDER BY starts_at, seq");
    std::vector<Incident> incidents;
    auto rows = m_state.query(Sql.constData(), range.from, range.to);
    while (rows.next()) {
        incidents.push_back(incidentOf(firingOf(rows)));
    }
    return incidents;
}

bool FiringsTable::retain(UtcTime time, int limit)
{
    m_state.run("DELETE FROM firings WHERE seq IN (SELECT seq FROM firings WHERE resolved_at>0 AND resolved_at<?1 LIMIT ?2)", time, limit);
    return m_state.changedRows() == limit;
}

} // namespace quarterdeck
