#include "app/store/tables/outboxtable.h"

#include "app/json/reasonjson.h"
#include "app/store/tables/blob.h"
#include "app/store/tables/oldreasons.h"

namespace quarterdeck {

namespace {

/// A column that nothing is compared by any more: such a table only grows at its end.
constexpr qint64 NoVersion = 0;

sqlite::Row rowOf(const OutboxEntry &entry)
{
    const AlertAction &action = entry.action;
    return {action.id, verbName(action.verb), action.source, action.alert.source, action.alert.id, action.alertTitle, NoVersion, action.expectedStart,
        packMatchers(action.matchers), action.silenceId, qint64(action.duration.count()), action.author, action.comment, action.createdAt,
        outboxStateName(entry.state), entry.notAfter, entry.attempts, entry.changedAt, QString(), entry.resultSilence, action.until,
        QString::fromUtf8(encodeReason(entry.reason)), entry.target, entry.missedAt, packTexts(action.people), action.subject};
}

OutboxTable::Stored storedOf(const sqlite::Statement &row)
{
    OutboxTable::Stored stored;
    stored.seq = row.integer(0);
    OutboxEntry &entry = stored.entry;
    AlertAction &action = entry.action;
    action.id = row.uuid(1);
    action.verb = verbFromName(row.text(2)).value_or(Verb::Acknowledge);
    action.source = row.text(3);
    action.alert = {row.text(4), row.text(5)};
    action.alertTitle = row.text(6);
    action.expectedStart = row.time(8);
    action.matchers = unpackMatchers(row.view(9));
    action.silenceId = row.text(10);
    action.duration = Millis(row.integer(11));
    action.author = row.text(12);
    action.comment = row.text(13);
    action.createdAt = row.time(14);
    entry.state = outboxStateFromName(row.text(15));
    entry.notAfter = row.time(16);
    entry.attempts = int(row.integer(17));
    entry.changedAt = row.time(18);
    entry.resultSilence = row.text(20);
    action.until = row.time(21);
    // A row of before the fourth version has a sentence in its place.
    const QString reason = row.text(22);
    entry.reason = reason.isEmpty() ? reasonOfSentence(row.text(19)) : decodeReason(reason);
    entry.target = row.text(23);
    entry.missedAt = row.time(24);
    action.people = unpackTexts(row.view(25));
    action.subject = row.text(26);
    return stored;
}

std::vector<OutboxEntry> entriesOf(sqlite::Statement rows)
{
    std::vector<OutboxEntry> entries;
    while (rows.next()) {
        entries.push_back(storedOf(rows).entry);
    }
    return entries;
}

std::vector<OutboxTable::Stored> rowsOf(sqlite::Statement rows)
{
    std::vector<OutboxTable::Stored> all;
    while (rows.next()) {
        all.push_back(storedOf(rows));
    }
    return all;
}

constexpr const char *Undelivered = "WHERE state IN ('queued','sending','unknown') ORDER BY seq";

Pending pendingOf(OutboxState state)
{
    switch (state) {
    case OutboxState::Queued:
        return Pending::Queued;
    case OutboxState::Sending:
        return Pending::Sending;
    case OutboxState::Unknown:
        return Pending::Unknown;
    case OutboxState::Conflict:
        return Pending::Conflict;
    case OutboxState::Confirmed:
    case OutboxState::Rejected:
    case OutboxState::Expired:
    case OutboxState::Superseded:
    case OutboxState::Withdrawn:
        break;
    }
    return Pending::None;
}

} // namespace

bool mayMove(OutboxState from, OutboxState to)
{
    switch (from) {
    case OutboxState::Queued:
    case OutboxState::Sending:
    case OutboxState::Unknown:
        return to != OutboxState::Withdrawn || from == OutboxState::Queued;
    case OutboxState::Conflict:
        return to == OutboxState::Withdrawn || to == OutboxState::Superseded || to == OutboxState::Expired;
    case OutboxState::Confirmed:
    case OutboxState::Rejected:
    case OutboxState::Expired:
    case OutboxState::Superseded:
    case OutboxState::Withdrawn:
        break;
    }
    return false;
}

const PreciousTable &OutboxTable::table()
{
    static const PreciousTable Table("outbox",
        {"id", "verb", "source", "alert_source", "alert_id", "alert_title", "expected_version", "expected_start", "matchers", "silence_id",
            "duration", "author", "comment", "created_at", "state", "not_after", "attempts", "changed_at", "detail", "result_silence", "until",
            "reason", "target", "missed_at", "people", "subject"});
    return Table;
}

void OutboxTable::insert(const OutboxEntry &entry)
{
    table().insert(m_state, rowOf(entry));
}

void OutboxTable::update(const Stored &stored)
{
    table().update(m_state, stored.seq, rowOf(stored.entry));
}

std::optional<OutboxTable::Stored> OutboxTable::find(const QUuid &action)
{
    static const QByteArray Sql = table().select("WHERE id=?1");
    auto row = m_state.query(Sql.constData(), action);
    return row.next() ? std::optional(storedOf(row)) : std::nullopt;
}

std::vector<OutboxEntry> OutboxTable::undelivered()
{
    static const QByteArray Sql = table().select(Undelivered);
    return entriesOf(m_state.query(Sql.constData()));
}

std::vector<OutboxTable::Stored> OutboxTable::open()
{
    static const QByteArray Sql = table().select(Undelivered);
    return rowsOf(m_state.query(Sql.constData()));
}

std::vector<OutboxTable::Stored> OutboxTable::awaitingOthers()
{
    static const QByteArray Sql = table().select("WHERE state='queued' AND verb IN ('unacknowledge','expire-silence','extend-silence') ORDER BY seq");
    return rowsOf(m_state.query(Sql.constData()));
}

std::vector<OutboxEntry> OutboxTable::recent(UtcTime since)
{
    static const QByteArray Sql = table().select(
        "WHERE state IN ('queued','sending','unknown','conflict') OR changed_at>=?1 ORDER BY created_at DESC, seq DESC");
    return entriesOf(m_state.query(Sql.constData(), since));
}

QHash<AlertKey, Pending> OutboxTable::pending()
{
    QHash<AlertKey, Pending> found;
    auto rows = m_state.query("SELECT alert_source, alert_id, state FROM outbox "
                              "WHERE state IN ('queued','sending','unknown','conflict') AND alert_id<>''");
    while (rows.next()) {
        Pending &present = found[{rows.text(0), rows.text(1)}];
        present = std::max(present, pendingOf(outboxStateFromName(rows.text(2))));
    }
    return found;
}

bool OutboxTable::retain(UtcTime time, int limit)
{
    m_state.run("DELETE FROM outbox WHERE seq IN (SELECT seq FROM outbox "
                "WHERE state NOT IN ('queued','sending','unknown','conflict') AND changed_at<?1 LIMIT ?2)",
        time, limit);
    return m_state.changedRows() == limit;
}

} // namespace quarterdeck
