#pragma once

#include "app/core/async.h"

namespace quarterdeck {

/// then() for a result that is large and that nobody else waits for: `fn(Result<T>)` gets the result itself instead of a copy.
/// Thread: the guard's own.
template <class T, class F> void thenTake(const Async<T> &future, QObject *guard, F fn)
{
    Q_ASSERT(guard != nullptr && guard->thread() == QThread::currentThread());
    static_assert(std::is_nothrow_move_constructible_v<Result<T>>, "what cannot be moved would be copied");
    auto *watcher = new QFutureWatcher<Result<T>>(guard);
    QObject::connect(watcher, &QFutureWatcherBase::finished, guard, [watcher, fn = std::move(fn)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0) {
            fn(watcher->future().takeResult());
        } else {
            fn(Result<T>(fail(ErrorKind::Cancelled, QStringLiteral("The operation was abandoned"))));
        }
    });
    watcher->setFuture(future);
}

} // namespace quarterdeck
