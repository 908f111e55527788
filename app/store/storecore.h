#pragma once

#include "app/store/adoption.h"
#include "app/store/announcer.h"
#include "app/store/databases.h"
#include "app/store/logcache.h"
#include "app/store/readlane.h"
#include "app/store/store.h"
#include "app/store/worker.h"

namespace quarterdeck {

/// What the parts of Store share: the databases and the threads they are used on. All that writes runs on the db thread; reads run
/// beside it. What a person does overtakes everything else, between the parts of a long write.
class StoreCore {
public:
    StoreCore(Databases opened, StorePaths where, const Clock &time);
    ~StoreCore();
    StoreCore(const StoreCore &) = delete;
    StoreCore &operator=(const StoreCore &) = delete;

    /// Runs `fn()`, which yields T or Result<T>, on the db thread after all that was asked before; a failure of either database becomes
    /// the result.
    template <class T, class F> Async<T> ask(F fn)
    {
        Reply<T> reply;
        worker.post([this, reply, fn = std::move(fn)]() mutable { reply.finish(attempt<T>(fn)); });
        return reply.future();
    }
    /// ask() for what changes something: refused in words where writing is not possible.
    template <class T, class F> Async<T> change(F fn)
    {
        ++writes;
        return isReadOnly() ? ready<T>(refusal()) : ask<T>(std::move(fn));
    }
    /// change() whose answer comes after what it announced has been told.
    template <class T, class F> Async<T> changeAndTell(F fn)
    {
        ++writes;
        if (isReadOnly()) {
            return ready<T>(refusal());
        }
        Reply<T> reply;
        worker.post([this, reply, fn = std::move(fn)]() mutable { announcer.whenTold([reply, result = attempt<T>(fn)] { reply.finish(result); }); });
        return reply.future();
    }
    /// Like ask(), but before everything that was only asked.
    template <class T, class F> Async<T> askNow(F fn, CancelToken cancel = {})
    {
        Reply<T> reply;
        ++m_urgent;
        worker.postUrgent([this, reply, fn = std::move(fn), cancel = std::move(cancel)]() mutable {
            Result<T> result = attempt<T>(fn, cancel);
            --m_urgent;
            reply.finish(std::move(result));
        });
        return reply.future();
    }
    /// askNow() for what a person does: refused in words where writing is not possible.
    template <class T, class F> Async<T> act(F fn)
    {
        ++writes;
        return isReadOnly() ? ready<T>(refusal()) : askNow<T>(std::move(fn));
    }
    /// Runs `fn(ReadView)`, which yields T or Result<T>, beside the writer, or on it where that cannot be. It sees every write that had
    /// finished and every act that had been asked for. `isFollowed`: the asker keeps the answer up to date by changed().
    template <class T, class F> Async<T> read(F fn, CancelToken cancel = {}, bool isFollowed = false)
    {
        return readOn<T>(lists, std::move(fn), std::move(cancel), isFollowed);
    }
    /// read() for what may take seconds.
    template <class T, class F> Async<T> scan(F fn, CancelToken cancel = {}) { return readOn<T>(scans, std::move(fn), std::move(cancel), false); }

    sqlite::Connection &state() { return *databases.state; }
    sqlite::Connection &cache() { return *databases.cache; }
    bool isReadOnly() const { return !databases.readOnlyReason.isEmpty(); }
    tl::unexpected<Error> refusal() const { return fail(ErrorKind::Storage, databases.readOnlyReason); }
    /// The outbox changed by these entries, with their alerts as they are to be shown now.
    ChangeSet changeOf(const std::vector<OutboxEntry> &entries);
    /// A copy of today unless there is one; the oldest beyond seven go.
    void backupDaily(UtcTime now);
    /// Once a week: the parts that opening does not look at. Indexes that do not agree with their table are made anew.
    void checkWeekly(UtcTime now);
    /// A cached answer was of use at `at`.
    void noteSeriesUse(qint64 seq, UtcTime at);
    /// Deletes a little of what is older than `before`, and goes on in another job until there is no more.
    void retainStep(UtcTime now, UtcTime before, const Reply<Done> &reply);

private:
    std::atomic<int> m_urgent {0}; ///< Urgent jobs that have not ended.
    std::atomic<bool> m_isEnding {false};

public:
    Databases databases;
    StorePaths paths;
    const Clock &clock;
    Announcer announcer;
    HiddenSources hidden;            ///< Set once, before anything is read.
    LogCache logs;                   ///< Of logWorker.
    LogCache oldLogs;                ///< The same files to read, of `scans`.
    std::atomic<int> writes {0};     ///< What has been asked to be written so far by change() and act().
    std::atomic<int> seriesPuts {0}; ///< Asked for and not ended yet: who asks for what they bring stands in line behind them.
    std::atomic<int> logPuts {0};    ///< The same of answers of log lines; what a tail brings is not waited for.
    CacheLife cacheLife;
    Worker worker;
    Worker logWorker;
    ReadLane lists;
    ReadLane scans; ///< The readers end first, with everything they use still there.

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
    template <class T, class F> Async<T> readOn(ReadLane &lane, F fn, CancelToken cancel, bool isFollowed)
    {
        if (m_urgent > 0 || cacheLife.number() == 0) {
            return askNow<T>([this, fn = std::move(fn)]() mutable { return fn(ReadView {state(), cache()}); }, std::move(cancel));
        }
        Reply<T> reply;
        lane.post([this, &lane, reply, fn = std::move(fn), cancel = std::move(cancel), isFollowed]() mutable {
            std::optional<Announcer::Hold> hold;
            if (isFollowed) {
                hold.emplace(announcer);
            }
            if (auto result = lane.attempt<T>(fn, cancel)) {
                reply.finish(std::move(*result));
                return;
            }
            worker.postUrgent([this, reply, fn = std::move(fn), cancel]() mutable {
                reply.finish(attempt<T>([&] { return fn(ReadView {state(), cache()}); }, cancel));
            });
        });
        return reply.future();
    }
    /// The first failure of the two databases; both can be used again afterwards.
    std::optional<Error> takeFailure();
    /// True when the cache was found damaged and a new one is in place.
    bool reviveCache();
    void beginCacheLife();
    void endWeeklyCheck(UtcTime now, const QList<QByteArray> &repairs);
};

} // namespace quarterdeck
