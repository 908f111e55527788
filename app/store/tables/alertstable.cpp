#include "app/store/tables/alertstable.h"

#include "app/store/tables/blob.h"

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr qint64 MostRoom = 20'000;
constexpr qsizetype UsualBody = 1024;

QByteArray bodyOf(const Alert &alert)
{
    BlobWriter body(UsualBody);
    body.text(alert.title).text(alert.summary).number(qint64(alert.severity)).text(alert.rawState);
    body.text(alert.service).text(alert.team).text(alert.cluster).labels(alert.labels).labels(alert.annotations);
    body.number(alert.startsAt.ms).number(alert.updatedAt.ms).number(alert.endsAt.ms);
    body.texts(alert.silencedBy).texts(alert.inhibitedBy).text(alert.ackSilence).text(alert.acknowledgedBy);
    body.number(alert.acknowledgedUntil.ms).text(alert.generatorUrl).text(alert.runbookUrl);
    body.texts(alert.mutedBy).texts(alert.mutedFor).texts(alert.assigned).text(alert.correlation).number(qint64(alert.can.bits()));
    std::vector<Label> links;
    for (const Link &link : alert.links) {
        links.push_back({link.title, link.url});
    }
    body.pairs(links);
    return body.take();
}

/// An alert that nobody saw end is rather shown than hidden.
AlertState openState(qint64 stored)
{
    const AlertState state = bounded(stored, AlertState::Resolved);
    return state == AlertState::Resolved ? AlertState::Triggered : state;
}

/// The hash of a key begins with that of its source.
sqlite::RowHash sourceHash(const QByteArray &source)
{
    sqlite::RowHash hash("alert");
    hash.addBytes(sqlite::Value::Kind::Text, source.constData(), source.size());
    return hash;
}

qint64 keyHash(sqlite::RowHash hash, const QByteArray &id)
{
    hash.addBytes(sqlite::Value::Kind::Text, id.constData(), id.size());
    return hash.value();
}

/// Columns: source, id, state, last_seen_at, resolved_at, body.
Alert alertOf(const sqlite::Statement &row, StringPool &pool)
{
    Alert alert;
    alert.key = {pool.text(row.view(0)), row.text(1)};
    alert.state = row.time(4).isValid() ? AlertState::Resolved : openState(row.integer(2));
    alert.lastSeenAt = row.time(3);
    alert.resolvedAt = row.time(4);
    BlobReader body(row.view(5), &pool);
    alert.title = body.sharedText();
    alert.summary = body.text();
    alert.severity = bounded(body.number(), Severity::Unknown);
    alert.rawState = body.sharedText();
    alert.service = body.sharedText();
    alert.team = body.sharedText();
    alert.cluster = body.sharedText();
    alert.labels = body.labels();
    alert.annotations = body.labels();
    alert.startsAt = {body.number()};
    alert.updatedAt = {body.number()};
    alert.endsAt = {body.number()};
    alert.silencedBy = body.texts();
    alert.inhibitedBy = body.texts();
    alert.ackSilence = body.text();
    alert.acknowledgedBy = body.sharedText();
    alert.acknowledgedUntil = {body.number()};
    alert.generatorUrl = body.text();
    alert.runbookUrl = body.sharedText();
    // Past the end of a row of before these were kept: empty.
    alert.mutedBy = body.texts();
    alert.mutedFor = body.texts();
    alert.assigned = body.texts();
    alert.correlation = body.text();
    const qint64 can = body.number();
    const std::vector<Label> links = body.pairs();
    alert.can = body.isOk() ? VerbSet::fromBits(quint32(can)) : VerbSet::all();
    for (const Label &link : links) {
        alert.links.push_back({link.name, link.value});
    }
    return alert;
}

} // namespace

AlertsTable::Place AlertsTable::placeOf(const AlertKey &key)
{
    const QByteArray source = key.source.toUtf8();
    const QByteArray id = key.id.toUtf8();
    // Two keys with one hash would hide an alert behind another: the second takes the next free number.
    for (qint64 number = keyHash(sourceHash(source), id);; ++number) {
        auto row = m_cache.query("SELECT seq, source, id, last_seen_at, resolved_at FROM alerts WHERE fp=?1", number);
        if (!row.next()) {
            return {0, number, false, {}};
        }
        if (row.view(1) == source && row.view(2) == id) {
            return {row.integer(0), number, !row.time(4).isValid(), row.time(3)};
        }
    }
}

std::optional<std::vector<AlertsTable::Place>> AlertsTable::placesOf(std::span<const Alert> alerts)
{
    static const QByteArray Sql = "SELECT fp, seq, source, id, last_seen_at, resolved_at FROM alerts WHERE fp IN ("
        + sqlite::parameters(1, sqlite::ManyAtOnce) + ')';
    struct Wanted {
        qint64 fp;
        QByteArray id;
        std::size_t at;
    };
    const QByteArray source = alerts.empty() ? QByteArray() : alerts.front().key.source.toUtf8();
    const sqlite::RowHash hash = sourceHash(source);
    std::vector<Wanted> wanted;
    wanted.reserve(alerts.size());
    std::vector<Place> places;
    places.reserve(alerts.size());
    for (const Alert &alert : alerts) {
        const QByteArray id = alert.key.id.toUtf8();
        places.push_back({0, keyHash(hash, id), false, {}});
        wanted.push_back({places.back().fp, id, wanted.size()});
    }
    std::sort(wanted.begin(), wanted.end(), [](const Wanted &one, const Wanted &other) { return one.fp < other.fp; });
    const auto isTwice = [](const Wanted &one, const Wanted &next) { return one.fp == next.fp; };
    const auto isOfAnother = [&](const Alert &alert) { return alert.key.source != alerts.front().key.source; };
    if (std::adjacent_find(wanted.begin(), wanted.end(), isTwice) != wanted.end() || std::any_of(alerts.begin(), alerts.end(), isOfAnother)) {
        return std::nullopt;
    }
    for (std::size_t begin = 0; begin < wanted.size(); begin += sqlite::ManyAtOnce) {
        auto rows = m_cache.query(Sql.constData());
        for (std::size_t i = begin; i < std::min(begin + sqlite::ManyAtOnce, wanted.size()); ++i) {
            rows.bindNext(wanted[i].fp);
        }
        while (rows.next()) {
            const qint64 fp = rows.integer(0);
            const auto found = std::lower_bound(wanted.begin(), wanted.end(), fp, [](const Wanted &one, qint64 number) { return one.fp < number; });
            if (found == wanted.end() || found->fp != fp || rows.view(2) != source || rows.view(3) != found->id) {
                return std::nullopt;
            }
            places[found->at] = {rows.integer(1), fp, !rows.time(5).isValid(), rows.time(4)};
        }
    }
    return places;
}

void AlertsTable::put(const Alert &alert, const Place &place)
{
    if (place.seq != 0) {
        m_cache.run("UPDATE alerts SET state=?1, last_seen_at=?2, resolved_at=?3, body=?4 WHERE seq=?5", int(alert.state), alert.lastSeenAt,
            alert.resolvedAt, bodyOf(alert), place.seq);
    } else {
        m_cache.run("INSERT INTO alerts(state, last_seen_at, resolved_at, body, fp, source, id) VALUES(?1,?2,?3,?4,?5,?6,?7)", int(alert.state),
            alert.lastSeenAt, alert.resolvedAt, bodyOf(alert), place.fp, alert.key.source, alert.key.id);
    }
}

std::optional<Alert> AlertsTable::find(const AlertKey &key)
{
    const Place place = placeOf(key);
    if (place.seq == 0) {
        return std::nullopt;
    }
    StringPool pool;
    auto row = m_cache.query("SELECT source, id, state, last_seen_at, resolved_at, body FROM alerts WHERE seq=?1", place.seq);
    return row.next() ? std::optional(alertOf(row, pool)) : std::nullopt;
}

std::vector<Alert> AlertsTable::listed(UtcTime since)
{
    std::vector<Alert> alerts;
    // Room beyond what is needed is never touched; making more of it would move all that is there.
    auto last = m_cache.query("SELECT max(seq) FROM alerts");
    alerts.reserve(last.next() ? std::size_t(std::clamp(last.integer(0), qint64(0), MostRoom)) : 0);
    StringPool pool;
    auto rows = m_cache.query("SELECT source, id, state, last_seen_at, resolved_at, body FROM alerts "
                              "WHERE resolved_at=0 OR resolved_at>=?1",
        since);
    while (rows.next()) {
        alerts.push_back(alertOf(rows, pool));
    }
    return alerts;
}

void AlertsTable::eachOpen(const SourceId &source, const std::function<void(const Alert &)> &see)
{
    StringPool pool;
    auto rows = m_cache.query("SELECT source, id, state, last_seen_at, resolved_at, body FROM alerts "
                              "WHERE source=?1 AND resolved_at=0",
        source);
    while (rows.next()) {
        see(alertOf(rows, pool));
    }
}

std::vector<AlertKey> AlertsTable::ageOut(UtcTime time, int limit)
{
    std::vector<AlertKey> keys;
    std::vector<qint64> seqs;
    {
        auto rows = m_cache.query("SELECT seq, source, id FROM alerts WHERE resolved_at>0 AND resolved_at<?1 LIMIT ?2", time, limit);
        while (rows.next()) {
            seqs.push_back(rows.integer(0));
            keys.push_back({rows.text(1), rows.text(2)});
        }
    }
    for (const qint64 seq : seqs) {
        m_cache.run("DELETE FROM alerts WHERE seq=?1", seq);
    }
    return keys;
}

} // namespace quarterdeck
