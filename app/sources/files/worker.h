#pragma once

#include "app/core/async.h"

#include <QThreadPool>

#include <functional>
#include <limits>

namespace quarterdeck::files {

/// Threads of a source on which it may wait for the disk. What runs is cancelled when it goes.
class Workers {
public:
    Workers() { m_pool.setMaxThreadCount(MostThreads); }
    Q_DISABLE_COPY_MOVE(Workers)
    ~Workers()
    {
        m_stop.request_stop();
        m_pool.waitForDone();
    }

    /// Runs `work(CancelToken)`, which yields a Result<T>. Its token stops when `cancel` does, and when the threads are to end.
    template <class T, class F> Async<T> run(const CancelToken &cancel, F work)
    {
        const Reply<T> reply;
        m_pool.start([reply, cancel, own = m_stop.get_token(), work = std::move(work)]() mutable {
            std::stop_source either;
            const std::stop_callback byCaller(cancel, [&either] { either.request_stop(); });
            const std::stop_callback byOwner(own, [&either] { either.request_stop(); });
            reply.finish(work(either.get_token()));
        });
        return reply.future();
    }

private:
    static constexpr int MostThreads = 3;

    std::stop_source m_stop;
    QThreadPool m_pool;
};

} // namespace quarterdeck::files
