#pragma once

#include "app/domain/action.h"
#include "app/store/databases.h"
#include "app/store/settlement.h"

namespace quarterdeck {

/// What enqueueActions() has stored.
struct Enqueued {
    std::vector<OutboxEntry> entries; ///< The one that stands for each action, in their order: its own, or the one that wants the same.
    std::vector<OutboxEntry> moved;   ///< Those that were waiting and are not sent any more.
};

/// Stores all actions, or none. An id that is stored already, as after an answer that was lost, is not stored twice, nor a wish that waits
/// already; an unsent one that a new one takes back or replaces is withdrawn (domain/overlap). Thread: db.
/// Errors: Storage; Rejected for an action without id or source.
Result<Enqueued> enqueueActions(Databases &databases, const std::vector<AlertAction> &actions, Millis validFor, UtcTime now);
/// Errors: NotFound; Conflict when it has been sent or has ended.
Result<OutboxEntry> withdrawAction(sqlite::Connection &state, const QUuid &action, UtcTime now);
/// Takes back all of these that can be, and yields them as they are then.
Result<std::vector<OutboxEntry>> withdrawActions(sqlite::Connection &state, const std::vector<QUuid> &actions, UtcTime now);
/// A new entry in place of one that expired, was rejected or conflicts, which is superseded by it.
/// Errors: NotFound; Conflict when it is on its way or done.
Result<OutboxEntry> resendAction(Databases &databases, const QUuid &action, UtcTime now);
/// Moves an entry on, with its history. Errors: NotFound; Conflict when the state cannot follow.
Result<OutboxEntry> settleAction(sqlite::Connection &state, const Settlement &settlement, UtcTime now);
/// settleAction() for several, in one transaction; yields those that could follow. Errors: Storage: then none has.
Result<std::vector<OutboxEntry>> settleActions(sqlite::Connection &state, const std::vector<Settlement> &settlements, UtcTime now);
/// Notes which member actions are sent to, and when a first look back missed them: all or none.
/// Errors: NotFound; Conflict where one is neither being sent nor in doubt.
Result<Done> traceActions(sqlite::Connection &state, const std::vector<QUuid> &actions, const QString &target, UtcTime missedAt);

} // namespace quarterdeck
