#include "app/store/tables/firingstable.h"

#include "app/domain/pastincidents.h"
#include "app/store/tables/blob.h"

#include <algorithm>

namespace quarterdeck {

namespace {

/// The text; shares the memory of the expected one where it is that.
QString textLike(QByteArrayView utf8, const QString &expected)
{
    return QAnyStringView::equal(expected, QUtf8StringView(utf8.data(), utf8.size())) ? expected : QString::fromUtf8(utf8);
}

/// What is as in the alert shares its texts.
Firing firingOf(const sqlite::Statement &row, const AlertKey &key, const Alert &like)
{
    Firing firing;
    firing.seq = row.integer(0);
    firing.alert = key;
    firing.title = textLike(row.view(3), like.title);
    firing.service = textLike(row.view(4), like.service);
    firing.team = textLike(row.view(5), like.team);
    firing.severity = row.view(6) == severityName(like.severity) ? like.severity : severityFromLabel(row.text(6));
    firing.state = row.view(7) == alertStateName(like.state) ? like.state : alertStateFromName(row.text(7));
    firing.startsAt = row.time(8);
    firing.acknowledgedAt = row.time(9);
    firing.resolvedAt = row.time(10);
    firing.responder = row.text(11);
    firing.names = row.view(12).toByteArray();
    firing.endedBy = row.text(13);
    return firing;
}

Firing firingOf(const sqlite::Statement &row)
{
    static const Alert None;
    return firingOf(row, {row.text(1), row.text(2)}, None);
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
        // An alert of Prometheus ends when its rule no longer holds, acknowledged or not; of others their source tells who did it.
        incident.isAutoResolved = firing.endedBy.isEmpty();
    }
    incident.isMajor = firing.severity == Severity::Critical;
    return incident;
}

JoinNames namesOf(const QByteArray &packed)
{
    JoinNames names;
    BlobReader in(packed);
    names.correlation = quint64(in.number());
    for (qint64 left = in.number(); left > 0 && in.isOk(); --left) {
        names.pages.push_back(quint64(in.number()));
    }
    for (qint64 left = in.number(); left > 0 && in.isOk(); --left) {
        const auto name = quint32(in.number());
        names.labels.emplace_back(name, quint32(in.number()));
    }
    return in.isOk() ? names : JoinNames();
}

/// One incident of what several sources told of it, which goes on as long as one of them does. `parts` are in the order of their begin.
Incident united(std::vector<Incident> parts)
{
    Incident whole = parts.front();
    std::vector<Acknowledgement> acknowledgements;
    for (const Incident &part : parts) {
        if (part.acknowledged) {
            acknowledgements.push_back({*part.acknowledged, part.user});
        }
        whole.resolved = whole.resolved && part.resolved ? std::optional(std::max(*whole.resolved, *part.resolved)) : std::nullopt;
        whole.isAutoResolved = whole.isAutoResolved && part.isAutoResolved;
        whole.isMajor = whole.isMajor || part.isMajor;
        whole.team = whole.team.isEmpty() ? part.team : whole.team;
        whole.service = whole.service.isEmpty() ? part.service : whole.service;
    }
    std::ranges::stable_sort(acknowledgements, {}, &Acknowledgement::at);
    if (!acknowledgements.empty()) {
        whole.acknowledged = acknowledgements.front().at;
        const auto named = std::ranges::find_if(acknowledgements, [](const Acknowledgement &one) { return !one.user.isEmpty(); });
        whole.user = named == acknowledgements.end() ? QString() : named->user;
    }
    return whole;
}

} // namespace

QByteArray packNames(const Alert &alert)
{
    const JoinNames names = joinNames(alert);
    BlobWriter out;
    out.number(qint64(names.correlation)).number(qint64(names.pages.size()));
    for (const quint64 page : names.pages) {
        out.number(qint64(page));
    }
    out.number(qint64(names.labels.size()));
    for (const auto &[name, value] : names.labels) {
        out.number(name).number(value);
    }
    return out.take();
}

const PreciousTable &FiringsTable::table()
{
    static const PreciousTable Table("firings",
        {"alert_source", "alert_id", "title", "service", "team", "severity", "state", "starts_at", "acknowledged_at", "resolved_at", "responder",
            "names", "ended_by"});
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

std::vector<std::optional<Firing>> FiringsTable::newestOf(std::span<const Alert> alerts)
{
    static const QByteArray Sql = table().select("WHERE alert_source=?1 AND alert_id IN (") + sqlite::parameters(2, sqlite::ManyAtOnce) + ')';
    std::vector<std::optional<Firing>> newest(alerts.size());
    std::vector<std::pair<QByteArray, std::size_t>> order;
    order.reserve(alerts.size());
    for (std::size_t i = 0; i < alerts.size(); ++i) {
        order.emplace_back(alerts[i].key.id.toUtf8(), i);
    }
    std::sort(order.begin(), order.end());
    for (std::size_t begin = 0; begin < order.size(); begin += sqlite::ManyAtOnce) {
        auto rows = m_state.query(Sql.constData(), alerts.front().key.source);
        rows.borrow();
        for (std::size_t i = begin; i < std::min(begin + sqlite::ManyAtOnce, order.size()); ++i) {
            rows.bindNext(QLatin1StringView(order[i].first.constData(), order[i].first.size()));
        }
        while (rows.next()) {
            const QByteArrayView id = rows.view(2);
            const auto found = std::lower_bound(
                order.begin(), order.end(), id, [](const auto &one, QByteArrayView other) { return one.first < other; });
            if (found == order.end() || found->first != id) {
                continue;
            }
            std::optional<Firing> &known = newest[found->second];
            // Of those that began at once the one that was stored last.
            const bool isNewer = !known || rows.time(8) > known->startsAt || (rows.time(8) == known->startsAt && rows.integer(0) > known->seq);
            if (isNewer) {
                known = firingOf(rows, alerts[found->second].key, alerts[found->second]);
            }
        }
    }
    return newest;
}

void FiringsTable::store(Firing &firing)
{
    const sqlite::Row row {firing.alert.source, firing.alert.id, firing.title, firing.service, firing.team, severityName(firing.severity),
        alertStateName(firing.state), firing.startsAt, firing.acknowledgedAt, firing.resolvedAt, firing.responder, firing.names, firing.endedBy};
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

std::vector<Incident> FiringsTable::incidents(TimeRange range, std::span<const JoinDecision> decisions)
{
    static const QByteArray Sql = table().select("WHERE starts_at<?2 AND (starts_at>=?1 OR resolved_at=0 OR resolved_at>?1) ORDER BY starts_at, seq");
    std::vector<Incident> incidents;
    std::vector<PastFiring> firings;
    auto rows = m_state.query(Sql.constData(), range.from, range.to);
    while (rows.next()) {
        const Firing firing = firingOf(rows);
        incidents.push_back(incidentOf(firing));
        firings.push_back({firing.alert, firing.title, firing.service, firing.startsAt, firing.resolvedAt, namesOf(firing.names)});
    }
    const auto groups = pastIncidents(firings, decisions);
    std::vector<bool> isTold(incidents.size(), false);
    for (const std::vector<std::size_t> &group : groups) {
        std::vector<Incident> parts;
        for (const std::size_t place : group) {
            parts.push_back(incidents[place]);
            isTold[place] = place != group.front();
        }
        incidents[group.front()] = united(std::move(parts));
    }
    std::size_t place = 0;
    std::erase_if(incidents, [&](const Incident &) { return isTold[place++]; });
    return incidents;
}

bool FiringsTable::retain(UtcTime time, int limit)
{
    m_state.run("DELETE FROM firings WHERE seq IN (SELECT seq FROM firings WHERE resolved_at>0 AND resolved_at<?1 LIMIT ?2)", time, limit);
    return m_state.changedRows() == limit;
}

} // namespace quarterdeck
