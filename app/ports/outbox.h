#pragma once

#include "app/core/async.h"
#include "app/domain/action.h"
#include "app/domain/history.h"
#include "app/domain/join.h"

#include <vector>

namespace quarterdeck {

/// Takes what a person wants done. A finished future means it is durable: the process may be killed the next instant.
/// Thread: main.
class Outbox {
public:
    virtual ~Outbox() = default;
    /// Stores all of them in one transaction, or none. Each is sent when its source is live, until `validFor` has passed. What it takes back or
    /// replaces and was not sent yet is withdrawn (domain/overlap). Yields the entry that stands for each: an older one where that wants the same;
    /// one that has ended where nothing was left to be sent.
    /// Errors: Storage, in words for the person (disk full, read-only): then nothing was accepted.
    virtual Async<std::vector<OutboxEntry>> enqueue(std::vector<AlertAction> actions, Millis validFor) = 0;
    /// Takes back what is still queued. Errors: Conflict when it has already been sent.
    virtual Async<Done> withdraw(QUuid action) = 0;
    /// Takes back at once all of these that are still queued, and yields which; the others have been sent or have come to their end.
    /// Errors: Storage: then none was taken back.
    virtual Async<std::vector<QUuid>> withdrawAll(std::vector<QUuid> actions) = 0;
    /// Sends an expired, rejected or conflicting entry after all, as a new action against the state of now.
    virtual Async<OutboxEntry> resend(QUuid action) = 0;
    /// Waiting entries and those that ended in the last day, newest first.
    virtual Async<std::vector<OutboxEntry>> entries() = 0;
    /// Adds a note to an alert; durable like an action.
    virtual Async<Note> addNote(AlertKey alert, QString author, QString text) = 0;
    /// Marks a note as deleted (undo of addNote).
    virtual Async<Done> removeNote(QUuid note) = 0;
    /// Remembers that alerts are one incident, or are not; durable like an action. Its time is set.
    virtual Async<Done> decideJoin(JoinDecision decision) = 0;
};

} // namespace quarterdeck
