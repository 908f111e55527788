#pragma once

#include "app/core/async.h"

#include <QThreadPool>

namespace quarterdeck {

/// Runs `work` (pure: bytes in, Result<T> out) at once for small inputs, on the thread pool for large ones.
/// Units: `size` in bytes of the input. Thread: io; continue with then(), which brings the result back.
template <class T, class F> Async<T> offload(qsizetype size, F work)
{
    constexpr qsizetype SmallEnough = 256 * 1024;
    if (size <= SmallEnough) {
        return ready<T>(work());
    }
    Reply<T> reply;
    QThreadPool::globalInstance()->start([reply, work = std::move(work)] { reply.finish(work()); });
    return reply.future();
}

} // namespace quarterdeck
