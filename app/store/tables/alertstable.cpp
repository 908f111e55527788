#include "app/store/tables/alertstable.h"

#include "app/domain/alertfields.h"
#include "app/store/tables/blob.h"
#include "app/store/tables/oldalert.h"

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr qint64 MostRoom = 20'000;
constexpr qsizetype UsualBody = 1024;
/// Begins a body. Those of before began with the length of the title, which is never negative.
constexpr qint64 BodyFormat = -2;
template <class Field>
constexpr bool hasColumn = std::is_same_v<Field, AlertKey> || std::is_same_v<Field, AlertState> || std::is_same_v<Field, Pending>;

bool isInBody(FieldUse use)
{
    return use == FieldUse::Lasting || use == FieldUse::Shared || use == FieldUse::Rolling;
}

/// Writes the fields of an alert that have no column, one after the other.
class BodyWriter {
public:
    QByteArray of(const Alert &alert)
    {
        m_body.number(BodyFormat);
        visitFields(alert, [this](const char *, const auto &field, FieldUse use) {
            if (isInBody(use)) {
                put(field);
            }
        });
        return m_body.take();
    }

private:
    void put(const QString &text) { m_body.text(text); }
    void put(const QStringList &texts) { m_body.texts(texts); }
    void put(const Labels &labels) { m_body.labels(labels); }
    void put(UtcTime time) { m_body.number(time.ms); }
    void put(Severity severity) { m_body.number(qint64(severity)); }
    void put(VerbSet verbs) { m_body.number(qint64(verbs.bits())); }
    void put(const Holds &holds)
    {
        m_body.number(std::distance(holds.begin(), holds.end()));
        for (const Hold &hold : holds) {
            m_body.number(qint64(hold.kind)).text(hold.id).text(hold.by).number(hold.until.ms).text(hold.receiver);
        }
    }
    void put(const std::vector<Link> &links)
    {
        std::vector<Label> pairs;
        for (const Link &link : links) {
            pairs.push_back({link.title, link.url});
        }
        m_body.pairs(pairs);
    }
    template <class Other> void put(const Other &) { static_assert(hasColumn<Other>, "a field of this type has no place in the body yet"); }

    BlobWriter m_body {UsualBody};
};

/// Reads what BodyWriter wrote. A row of before a field was kept ends sooner: that field is as in a new alert.
class BodyReader {
public:
    BodyReader(QByteArrayView bytes, StringPool &pool)
        : m_bytes(bytes)
        , m_pool(pool)
        , m_body(bytes, &pool)
    {
    }

    void fill(Alert &alert)
    {
        if (m_body.number() >= 0) {
            fillFromOldBody(alert, BlobReader(m_bytes, &m_pool));
            return;
        }
        visitFields(alert, [this](const char *, auto &field, FieldUse use) {
            if (isInBody(use)) {
                take(field, use == FieldUse::Shared);
            }
        });
    }

private:
    void take(QString &text, bool isShared) { text = isShared ? m_body.sharedText() : m_body.text(); }
    void take(QStringList &texts, bool) { texts = m_body.texts(); }
    void take(Labels &labels, bool) { labels = m_body.labels(); }
    void take(UtcTime &time, bool) { time = {m_body.number()}; }
    void take(Severity &severity, bool) { severity = bounded(m_body.number(), Severity::Unknown); }
    void take(VerbSet &verbs, bool)
    {
        const qint64 bits = m_body.number();
        verbs = m_body.isOk() ? VerbSet::fromBits(quint32(bits)) : VerbSet::all();
    }
    void take(Holds &holds, bool)
    {
        for (qint64 left = m_body.number(); left > 0 && m_body.isOk(); --left) {
            Hold hold;
            hold.kind = bounded(m_body.number(), HoldKind::Unexplained);
            hold.id = m_body.text();
            hold.by = m_body.sharedText();
            hold.until = {m_body.number()};
            hold.receiver = m_body.sharedText();
            holds.add(std::move(hold));
        }
    }
    void take(std::vector<Link> &links, bool)
    {
        for (const Label &pair : m_body.pairs()) {
            links.push_back({pair.name, pair.value});
        }
    }
    template <class Other> void take(Other &, bool) { static_assert(hasColumn<Other>, "a field of this type has no place in the body yet"); }

    QByteArrayView m_bytes;
    StringPool &m_pool;
    BlobReader m_body;
};

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
    BodyReader(row.view(5), pool).fill(alert);
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
            alert.resolvedAt, BodyWriter().of(alert), place.seq);
    } else {
        m_cache.run("INSERT INTO alerts(state, last_seen_at, resolved_at, body, fp, source, id) VALUES(?1,?2,?3,?4,?5,?6,?7)", int(alert.state),
            alert.lastSeenAt, alert.resolvedAt, BodyWriter().of(alert), place.fp, alert.key.source, alert.key.id);
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
