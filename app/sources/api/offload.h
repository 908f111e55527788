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

/// Calls `fn` with all results, in order, when the last of `futures` is finished.
/// Thread: the guard's own, as with then().
template <class T, class F> void whenAll(const std::vector<Async<T>> &futures, QObject *guard, F fn)
{
    struct State {
        std::vector<std::optional<Result<T>>> results;
        std::size_t missing;
    };
    auto state = std::make_shared<State>(State {std::vector<std::optional<Result<T>>>(futures.size()), futures.size()});
    auto done = std::make_shared<F>(std::move(fn));
    for (std::size_t i = 0; i < futures.size(); ++i) {
        then(futures[i], guard, [state, done, i](const Result<T> &result) {
            state->results[i] = result;
            if (--state->missing == 0) {
                std::vector<Result<T>> all;
                for (auto &one : state->results) {
                    all.push_back(std::move(*one));
                }
                (*done)(std::move(all));
            }
        });
    }
}

} // namespace quarterdeck
