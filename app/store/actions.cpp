#include "app/store/actions.h"

#include "app/domain/overlap.h"
#include "app/store/firingupdate.h"
#include "app/store/tables/alertstable.h"
#include "app/store/tables/historytable.h"
#include "app/store/tables/outboxtable.h"

namespace quarterdeck {

namespace {

using Kind = HistoryEvent::Kind;

constexpr Millis HeldAtMost {24LL * 3'600'000};

void record(sqlite::Connection &state, const AlertAction &action, Kind kind, UtcTime at, const QString &comment, const Reason &reason)
{
    if (action.alert.isValid()) {
        HistoryTable(state).insert({0, action.alert, kind, at, action.author, comment, action.verb, reason});
    }
}

tl::unexpected<Error> notFound(const QUuid &action)
{
    return fail(ErrorKind::NotFound, QStringLiteral("There is no such action."), action.toString(QUuid::WithoutBraces));
}

tl::unexpected<Error> conflict(const OutboxEntry &entry, const QString &what)
{
    return fail(ErrorKind::Conflict, what.arg(QString(outboxStateName(entry.state))), entry.action.id.toString(QUuid::WithoutBraces));
}

/// What the sticky failure of the connection says, after a commit that was refused.
tl::unexpected<Error> failureOf(sqlite::Connection &state)
{
    return tl::unexpected(*state.takeFailure());
}

std::optional<Kind> eventOf(OutboxState state)
{
    switch (state) {
    case OutboxState::Confirmed:
        return Kind::ActionConfirmed;
    case OutboxState::Rejected:
    case OutboxState::Conflict:
    case OutboxState::Expired:
    case OutboxState::Superseded:
    case OutboxState::Withdrawn:
        return Kind::ActionFailed;
    case OutboxState::Queued:
    case OutboxState::Sending:
    case OutboxState::Unknown:
        break;
    }
    return std::nullopt;
}

void insert(sqlite::Connection &state, const OutboxEntry &entry)
{
    OutboxTable(state).insert(entry);
    record(state, entry.action, Kind::ActionQueued, entry.action.createdAt, entry.action.comment, {});
}

void move(sqlite::Connection &state, OutboxTable::Stored &stored, OutboxState to, const Reason &reason, UtcTime now)
{
    const bool isNews = stored.entry.state != to;
    stored.entry.state = to;
    stored.entry.reason = reason;
    stored.entry.changedAt = now;
    if (to == OutboxState::Queued || to == OutboxState::Sending) {
        stored.entry.missedAt = {};
    }
    if (to == OutboxState::Sending) {
        // Of a try that has not been made yet nothing is known; until then it is known which member did not take the last.
        stored.entry.target.clear();
    }
    OutboxTable(state).update(stored);
    if (const auto kind = eventOf(to); kind && isNews) {
        record(state, stored.entry.action, *kind, now, {}, reason);
    }
}

/// Tells those that wait behind an entry what it has made, so that they are about that. What somebody else has made they are not about.
void tellLater(sqlite::Connection &state, const std::vector<OutboxEntry> &settled)
{
    std::vector<OutboxEntry> makers = settled;
    std::erase_if(makers, [](const OutboxEntry &entry) {
        const bool isMade = entry.state == OutboxState::Confirmed || entry.state == OutboxState::Conflict;
        return !isMade || entry.resultSilence.isEmpty() || entry.resultSilence == entry.action.silenceId;
    });
    if (makers.empty()) {
        return;
    }
    for (OutboxTable::Stored &later : OutboxTable(state).awaitingOthers()) {
        const auto made = std::ranges::find_if(makers, [&later](const OutboxEntry &maker) { return isAboutMade(later.entry.action, maker.action); });
        if (made != makers.end()) {
            later.entry.action.silenceId = made->resultSilence;
            OutboxTable(state).update(later);
        }
    }
}

/// settleAction() within a transaction.
Result<OutboxEntry> settleWithin(sqlite::Connection &state, const Settlement &settlement, UtcTime now)
{
    auto stored = OutboxTable(state).find(settlement.action);
    if (!stored) {
        return notFound(settlement.action);
    }
    const OutboxState to = settlement.state;
    if (!mayMove(stored->entry.state, to)) {
        return conflict(stored->entry, QStringLiteral("It is %1 and can no longer be changed."));
    }
    if (to == OutboxState::Sending && stored->entry.state != OutboxState::Sending) {
        ++stored->entry.attempts;
    }
    if (!settlement.silence.isEmpty()) {
        stored->entry.resultSilence = settlement.silence;
    }
    move(state, *stored, to, settlement.reason, now);
    const AlertAction &done = stored->entry.action;
    if (to == OutboxState::Confirmed && done.verb == Verb::Acknowledge && done.alert.isValid()) {
        FiringUpdate(state).acknowledged(done.alert, done.author, done.createdAt);
    }
    return stored->entry;
}

/// True where an acknowledgement or a snooze of ours may be in force that the alert as it is stored does not show yet.
bool mayBeHeldByUs(sqlite::Connection &state, const AlertKey &alert, UtcTime now)
{
    for (const OutboxEntry &entry : OutboxTable(state).recent(now - HeldAtMost)) {
        const bool isMade = entry.state == OutboxState::Confirmed || entry.state == OutboxState::Superseded || entry.state == OutboxState::Conflict;
        if (entry.action.alert != alert || !isMade) {
            continue;
        }
        if (entry.action.verb == Verb::Acknowledge || entry.action.verb == Verb::Snooze) {
            return true;
        }
        if (entry.action.verb == Verb::Unacknowledge && entry.state == OutboxState::Confirmed) {
            return false;
        }
    }
    return false;
}

/// Of an alert that is not held, as far as is known, nothing is left to be taken back. Where it cannot be told it is sent.
bool isNothingLeft(Databases &databases, const AlertAction &action, UtcTime now)
{
    if (!onlyUndoes(action)) {
        return false;
    }
    if (action.verb == Verb::ExpireSilence) {
        return true;
    }
    const auto alert = AlertsTable(*databases.cache).find(action.alert);
    const bool isKnown = !databases.cache->takeFailure() && alert;
    return isKnown && alert->state != AlertState::Acknowledged && alert->state != AlertState::Snoozed
        && !mayBeHeldByUs(*databases.state, action.alert, now);
}

/// What is open, by what wishes may overlap, oldest first.
using OpenEntries = QHash<QString, std::vector<OutboxTable::Stored>>;

/// Moves what a new wish makes pointless; yields the entry that stands for it where that is an older one.
struct Untangled {
    std::optional<OutboxEntry> standing;
    bool isReplacing = false;
    bool hasUndone = false;
    bool isBehind = false; ///< What it takes back may have been sent.
};

Untangled untangle(sqlite::Connection &state, const AlertAction &action, std::vector<OutboxTable::Stored> &open, Enqueued &done, UtcTime now)
{
    Untangled found;
    for (OutboxTable::Stored &older : open) {
        const Overlap overlap = overlapOf(action, older.entry.action);
        const bool isUnsent = older.entry.state == OutboxState::Queued;
        if (overlap == Overlap::None || isFinal(older.entry.state)) {
            continue;
        }
        if (overlap == Overlap::Same) {
            found.standing = older.entry;
        } else if (isUnsent) {
            const bool isReplaced = overlap == Overlap::Replaces;
            found.isReplacing = found.isReplacing || isReplaced;
            found.hasUndone = found.hasUndone || !isReplaced;
            move(state, older, OutboxState::Withdrawn, Reason {isReplaced ? ReasonCode::Replaced : ReasonCode::TakenBack}, now);
            done.moved.push_back(older.entry);
        } else {
            found.standing.reset();
            found.isBehind = true;
        }
    }
    return found;
}

} // namespace

Result<Enqueued> enqueueActions(Databases &databases, const std::vector<AlertAction> &actions, Millis validFor, UtcTime now)
{
    sqlite::Connection &state = *databases.state;
    Enqueued done;
    sqlite::Transaction transaction(state);
    OpenEntries open;
    for (OutboxTable::Stored &stored : OutboxTable(state).open()) {
        open[overlapKey(stored.entry.action)].push_back(std::move(stored));
    }
    for (const AlertAction &action : actions) {
        if (action.id.isNull() || action.source.isEmpty()) {
            return fail(ErrorKind::Rejected, QStringLiteral("An action needs an id and a source."));
        }
        if (auto stored = OutboxTable(state).find(action.id)) {
            done.entries.push_back(std::move(stored->entry));
            continue;
        }
        std::vector<OutboxTable::Stored> &others = open[overlapKey(action)];
        Untangled found = untangle(state, action, others, done, now);
        if (found.standing) {
            done.entries.push_back(std::move(*found.standing));
            continue;
        }
        OutboxEntry entry;
        entry.action = action;
        if (!entry.action.createdAt.isValid()) {
            entry.action.createdAt = now;
        }
        entry.notAfter = now + validFor;
        entry.changedAt = now;
        entry.reason = found.isReplacing ? Reason {ReasonCode::InPlace} : Reason {};
        insert(state, entry);
        auto stored = OutboxTable(state).find(action.id);
        if (stored && found.hasUndone && !found.isBehind && isNothingLeft(databases, action, now)) {
            move(state, *stored, OutboxState::Superseded, Reason {ReasonCode::UndidUnsent}, now);
        }
        if (stored) {
            entry = stored->entry;
            others.push_back(std::move(*stored));
        }
        done.entries.push_back(std::move(entry));
    }
    if (!transaction.commit()) {
        return failureOf(state);
    }
    return done;
}

Result<OutboxEntry> withdrawAction(sqlite::Connection &state, const QUuid &action, UtcTime now)
{
    sqlite::Transaction transaction(state);
    auto stored = OutboxTable(state).find(action);
    if (!stored) {
        return notFound(action);
    }
    if (!mayMove(stored->entry.state, OutboxState::Withdrawn)) {
        return conflict(stored->entry, QStringLiteral("It is %1 and can no longer be discarded."));
    }
    move(state, *stored, OutboxState::Withdrawn, Reason {ReasonCode::TakenBack}, now);
    if (!transaction.commit()) {
        return failureOf(state);
    }
    return stored->entry;
}

Result<std::vector<OutboxEntry>> withdrawActions(sqlite::Connection &state, const std::vector<QUuid> &actions, UtcTime now)
{
    std::vector<OutboxEntry> withdrawn;
    sqlite::Transaction transaction(state);
    for (const QUuid &action : actions) {
        auto stored = OutboxTable(state).find(action);
        if (stored && mayMove(stored->entry.state, OutboxState::Withdrawn)) {
            move(state, *stored, OutboxState::Withdrawn, Reason {ReasonCode::TakenBack}, now);
            withdrawn.push_back(std::move(stored->entry));
        }
    }
    if (!transaction.commit()) {
        return failureOf(state);
    }
    return withdrawn;
}

Result<OutboxEntry> resendAction(Databases &databases, const QUuid &action, UtcTime now)
{
    sqlite::Connection &state = *databases.state;
    sqlite::Transaction transaction(state);
    auto stored = OutboxTable(state).find(action);
    if (!stored) {
        return notFound(action);
    }
    const OutboxState from = stored->entry.state;
    if (from != OutboxState::Expired && from != OutboxState::Rejected && from != OutboxState::Conflict) {
        return conflict(stored->entry, QStringLiteral("It is %1: only what expired, was rejected or conflicts can be sent again."));
    }
    OutboxEntry entry;
    entry.action = stored->entry.action;
    entry.action.id = QUuid::createUuid();
    entry.action.createdAt = now;
    if (const auto alert = AlertsTable(*databases.cache).find(entry.action.alert)) {
        entry.action.expectedStart = alert->startsAt;
    }
    if (databases.cache->hasFailed()) {
        return fail(ErrorKind::Storage, QStringLiteral("The alert as it is now could not be read: nothing was sent again."));
    }
    entry.notAfter = now + (stored->entry.notAfter - stored->entry.action.createdAt);
    entry.changedAt = now;
    stored->entry.state = OutboxState::Superseded;
    stored->entry.changedAt = now;
    stored->entry.reason = Reason {ReasonCode::SentAgain};
    OutboxTable(state).update(*stored);
    insert(state, entry);
    if (!transaction.commit()) {
        return failureOf(state);
    }
    return entry;
}

Result<OutboxEntry> settleAction(sqlite::Connection &state, const Settlement &settlement, UtcTime now)
{
    sqlite::Transaction transaction(state);
    auto entry = settleWithin(state, settlement, now);
    if (entry) {
        tellLater(state, {*entry});
    }
    if (entry && !transaction.commit()) {
        return failureOf(state);
    }
    return entry;
}

Result<std::vector<OutboxEntry>> settleActions(sqlite::Connection &state, const std::vector<Settlement> &settlements, UtcTime now)
{
    sqlite::Transaction transaction(state);
    std::vector<OutboxEntry> moved;
    for (const Settlement &settlement : settlements) {
        if (auto entry = settleWithin(state, settlement, now)) {
            moved.push_back(std::move(*entry));
        }
    }
    tellLater(state, moved);
    if (!transaction.commit()) {
        return failureOf(state);
    }
    return moved;
}

Result<Done> traceActions(sqlite::Connection &state, const std::vector<QUuid> &actions, const QString &target, UtcTime missedAt)
{
    sqlite::Transaction transaction(state);
    for (const QUuid &action : actions) {
        auto stored = OutboxTable(state).find(action);
        if (!stored) {
            return notFound(action);
        }
        if (stored->entry.state != OutboxState::Sending && stored->entry.state != OutboxState::Unknown) {
            return conflict(stored->entry, QStringLiteral("It is %1: it is not on its way."));
        }
        stored->entry.target = target;
        stored->entry.missedAt = missedAt;
        OutboxTable(state).update(*stored);
    }
    if (!transaction.commit()) {
        return failureOf(state);
    }
    return Done {};
}

} // namespace quarterdeck
