#pragma once

#include "app/core/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>
#include <QThread>

#include <memory>
#include <stop_token>

namespace quarterdeck {

/// A Result that arrives later.
template <class T> using Async = QFuture<Result<T>>;

/// Asks an operation to stop; it then finishes with ErrorKind::Cancelled.
using CancelToken = std::stop_token;

/// Runs `fn(const Result<T> &)` on the thread of `guard` when `future` is finished, or never if `guard` is gone by then.
/// The only way a future is continued here.
/// Thread: the guard's own.
template <class T, class F> void then(const Async<T> &future, QObject *guard, F fn)
{
    Q_ASSERT(guard != nullptr && guard->thread() == QThread::currentThread());
    auto *watcher = new QFutureWatcher<Result<T>>(guard);
    QObject::connect(watcher, &QFutureWatcherBase::finished, guard, [watcher, fn = std::move(fn)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0) {
            fn(watcher->future().result());
        } else {
            fn(Result<T>(fail(ErrorKind::Cancelled, QStringLiteral("The operation was abandoned"))));
        }
    });
    watcher->setFuture(future);
}

/// A future that is already finished.
template <class T> Async<T> ready(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

/// The writing end of an Async that can be copied into callbacks. The first `finish` wins.
/// Thread: any; finished at most once.
template <class T> class Reply {
public:
    Reply()
        : m_promise(std::make_shared<QPromise<Result<T>>>())
    {
        m_promise->start();
    }
    Async<T> future() const { return m_promise->future(); }
    void finish(Result<T> result) const
    {
        if (!m_promise->future().isFinished()) {
            m_promise->addResult(std::move(result));
            m_promise->finish();
        }
    }

private:
    std::shared_ptr<QPromise<Result<T>>> m_promise;
};

} // namespace quarterdeck
