#include "app/store/tables/historytable.h"

#include "app/json/reasonjson.h"
#include "app/store/tables/oldreasons.h"

namespace quarterdeck {

namespace {

/// What is stored of an action in the place of a text.
QString packed(const HistoryEvent &event)
{
    JsonWriter json;
    json.beginObject().key(u"verb").value(verbName(event.verb.value_or(Verb::Acknowledge)));
    if (!event.detail.isEmpty()) {
        json.key(u"comment").value(event.detail);
    }
    if (!event.reason.isEmpty()) {
        json.key(u"reason");
        writeReason(json, event.reason);
    }
    return QString::fromUtf8(json.endObject().take());
}

void unpack(HistoryEvent &event, const QString &stored)
{
    // Versions before the fourth wrote "acknowledge: " and the comment or a sentence; no verb begins with a bracket.
    if (!stored.startsWith(u'{')) {
        const QString rest = stored.section(QStringLiteral(": "), 1);
        event.verb = verbFromName(stored.section(QStringLiteral(": "), 0, 0));
        const QString told = event.verb ? rest : stored;
        event.detail = event.kind == HistoryEvent::Kind::ActionQueued ? told : QString();
        event.reason = event.kind == HistoryEvent::Kind::ActionQueued ? Reason {} : reasonOfSentence(told);
        return;
    }
    const auto document = JsonDocument::parse(stored.toUtf8());
    if (!document) {
        event.reason = Reason::said(stored);
        return;
    }
    event.verb = verbFromName(document->root()[u"verb"].stringOr({}));
    event.detail = document->root()[u"comment"].stringOr({});
    event.reason = readReason(document->root()[u"reason"]);
}

bool isOfAction(HistoryEvent::Kind kind)
{
    using enum HistoryEvent::Kind;
    return kind == ActionQueued || kind == ActionConfirmed || kind == ActionFailed;
}

} // namespace

const PreciousTable &HistoryTable::table()
{
    static const PreciousTable Table("history", {"alert_source", "alert_id", "kind", "at", "who", "detail"});
    return Table;
}

void HistoryTable::insert(const AlertKey &alert, HistoryEvent::Kind kind, UtcTime at, const QString &who, const QString &detail)
{
    table().insert(m_state, {alert.source, alert.id, historyKindName(kind), at, who, detail});
}

void HistoryTable::insert(const HistoryEvent &event)
{
    insert(event.alert, event.kind, event.at, event.who, packed(event));
}

std::vector<HistoryEvent> HistoryTable::ofAlert(const AlertKey &alert)
{
    static const QByteArray Sql = table().select("WHERE alert_source=?1 AND alert_id=?2 ORDER BY at, seq");
    std::vector<HistoryEvent> events;
    auto rows = m_state.query(Sql.constData(), alert.source, alert.id);
    while (rows.next()) {
        HistoryEvent event {rows.integer(0), {rows.text(1), rows.text(2)}, historyKindFromName(rows.text(3)), rows.time(4), rows.text(5)};
        if (isOfAction(event.kind)) {
            unpack(event, rows.text(6));
        } else {
            event.detail = rows.text(6);
        }
        events.push_back(std::move(event));
    }
    return events;
}

bool HistoryTable::retain(UtcTime time, int limit)
{
    m_state.run("DELETE FROM history WHERE seq IN (SELECT seq FROM history WHERE at<?1 LIMIT ?2)", time, limit);
    return m_state.changedRows() == limit;
}

} // namespace quarterdeck
