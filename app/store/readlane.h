#pragma once

#include "app/store/sqlite/connection.h"
#include "app/store/worker.h"

#include <atomic>

namespace quarterdeck {

struct StorePaths;

/// The two databases as a reader sees them.
struct ReadView {
    sqlite::Connection &state;
    sqlite::Connection &cache;
};

/// What readers must know of the cache beside its file: which of its lives it is in. It begins another when a damaged one is replaced.
class CacheLife {
public:
    /// 0 where there is no file that others could read.
    int number() const { return m_number.load(); }
    /// Thread: db.
    void begin(bool hasFile) { m_number.store(hasFile ? ++m_last : 0); }

private:
    std::atomic<int> m_number {0};
    int m_last = 0;
};

/// A thread that reads both databases beside their writer, by connections that can neither write nor checkpoint. What it sees is
/// everything that was committed before the read began.
class ReadLane {
public:
    ReadLane(const QString &name, const StorePaths &paths, const CacheLife &life);
    /// Lets go of what waits and stops what runs: nobody is there any more who would want it.
    ~ReadLane();
    ReadLane(const ReadLane &) = delete;
    ReadLane &operator=(const ReadLane &) = delete;

    /// Thread: any.
    void post(Worker::Job job) { m_worker.post(std::move(job)); }
    /// True once nobody waits for answers any more. Thread: any.
    bool isEnding() const { return m_end.stop_requested(); }
    /// Stopped when this ends, for what else is read on its thread.
    std::stop_token end() const { return m_end.get_token(); }
    /// Runs `fn(view)`, which yields T or Result<T>. Nothing where the databases could not be read here: then the writer must be asked.
    /// Thread: the lane's.
    template <class T, class F> std::optional<Result<T>> attempt(F &fn, const CancelToken &cancel)
    {
        if (isEnding() || cancel.stop_requested()) {
            return Result<T>(fail(ErrorKind::Cancelled, QStringLiteral("The operation was abandoned")));
        }
        if (!open()) {
            return std::nullopt;
        }
        m_state->setCancel(cancel);
        m_cache->setCancel(cancel);
        Result<T> result = fn(ReadView {*m_state, *m_cache});
        return settle() ? std::optional(std::move(result)) : cancelledOrNothing<T>();
    }

private:
    bool open();
    /// True when nothing failed; else both connections are closed.
    bool settle();
    template <class T> std::optional<Result<T>> cancelledOrNothing() const
    {
        return m_isCancelled ? std::optional(Result<T>(fail(ErrorKind::Cancelled, QStringLiteral("The operation was abandoned")))) : std::nullopt;
    }

    QString m_stateFile;
    QString m_cacheFile;
    const CacheLife &m_life;
    std::stop_source m_end;
    std::unique_ptr<sqlite::Connection> m_state;
    std::unique_ptr<sqlite::Connection> m_cache;
    int m_seenLife = 0;
    bool m_isCancelled = false;
    Worker m_worker; ///< Last: it ends first.
};

} // namespace quarterdeck
