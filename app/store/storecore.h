#pragma once

#include "app/store/announcer.h"
#include "app/store/databases.h"
#include "app/store/logcache.h"
#include "app/store/store.h"
#include "app/store/worker.h"

namespace quarterdeck {

/// What the parts of Store share: the databases and the threads they are used on.
class StoreCore {
public:
    StoreCore(Databases opened, StorePaths where, const Clock &time);
    ~StoreCore();
    StoreCore(const StoreCore &) = delete;
    StoreCore &operator=(const StoreCore &) = delete;

    /// Runs `fn()`, which yields T or Result<T>, on the db thread; a failure of either database becomes the result.
    template <class T, class F> Async<T> ask(F fn, CancelToken cancel = {})
    {
        Reply<T> reply;
        worker.post([this, reply, fn = std::move(fn), cancel = std::move(cancel)]() mutable { reply.finish(attempt<T>(fn, cancel)); });
        return reply.future();
    }
    /// ask() for what changes something: refused in words where writing is not possible.
    template <class T, class F> Async<T> change(F fn)
    {
        if (!databases.readOnlyReason.isEmpty()) {
            return ready<T>(fail(ErrorKind::Storage, databases.readOnlyReason));
        }
        return ask<T>(std::move(fn));
    }

    sqlite::Connection &state() { return *databases.state; }
    sqlite::Connection &cache() { return *databases.cache; }
    bool isReadOnly() const { return !databases.readOnlyReason.isEmpty(); }
    /// The outbox changed by these entries, with their alerts as they are to be shown now.
    ChangeSet changeOf(const std::vector<OutboxEntry> &entries);
    /// A copy of today unless there is one; the oldest beyond seven go.
    void backupDaily(UtcTime now);

    /// Once a week: the parts that opening does not look at. Indexes that do not agree with their table are made anew.
    void checkWeekly(UtcTime now);
    /// Deletes a little of what is older than `before`, and goes on in another job until there is no more.
    void retainStep(UtcTime now, UtcTime before, const Reply<Done> &reply);

    Databases databases;
    StorePaths paths;
    const Clock &clock;
    Announcer announcer;
    LogCache logs;
    Worker logWorker;
    Worker worker; ///< Last: it ends first, with everything it uses still there.

private:
    template <class T, class F> Result<T> attempt(F &&fn, const CancelToken &cancel = {})
    {
        if (cancel.stop_requested()) {
            return fail(ErrorKind::Cancelled, QStringLiteral("The operation was abandoned"));
        }
        state().setCancel(cancel);
        cache().setCancel(cancel);
        Result<T> result = fn();
        state().setCancel({});
        cache().setCancel({});
        if (reviveCache()) {
            result = fn();
        }
        if (auto failure = takeFailure()) {
            return tl::unexpected(*failure);
        }
        return result;
    }
    /// The first failure of the two databases; both can be used again afterwards.
    std::optional<Error> takeFailure();
    /// True when the cache was found damaged and a new one is in place.
    bool reviveCache();
};

} // namespace quarterdeck
