#pragma once

#include "app/core/asynctake.h"

#include <optional>
#include <utility>
#include <vector>

namespace quarterdeck {

/// What `fn(Result<A>)`, which yields Result<B>, makes of a result that nobody else waits for.
/// Thread: the guard's own, as with then().
template <class A, class F> auto map(const Async<A> &future, QObject *guard, F fn)
{
    using B = typename std::invoke_result_t<F &, Result<A>>::value_type;
    const Reply<B> reply;
    thenTake(future, guard, [reply, fn = std::move(fn)](Result<A> result) mutable { reply.finish(fn(std::move(result))); });
    return reply.future();
}

/// What comes of the question that `fn(A)`, which yields Async<B>, asks next; an error of the first one is that of both.
/// Thread: the guard's own, as with then().
template <class A, class F> auto flatMap(const Async<A> &future, QObject *guard, F fn)
{
    using B = typename decltype(std::declval<std::invoke_result_t<F &, A>>().result())::value_type;
    const Reply<B> reply;
    thenTake(future, guard, [reply, guard, fn = std::move(fn)](Result<A> result) mutable {
        if (!result) {
            reply.finish(tl::unexpected(std::move(result.error())));
            return;
        }
        thenTake(fn(std::move(*result)), guard, [reply](Result<B> next) { reply.finish(std::move(next)); });
    });
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
