#pragma once

#include "app/core/combinators.h"
#include "app/core/offload.h"
#include "app/net/httpclient.h"

namespace quarterdeck {

/// What `parse` (pure: QByteArrayView in, Result<T> out) finds in the body of a good answer; a large one is read on the thread pool. The parser
/// alone holds the body, so that it goes as soon as it is read.
/// Thread: the guard's own, as with then().
template <class T, class F> Async<T> parsed(const Async<HttpResponse> &answer, QObject *guard, F parse)
{
    return flatMap(answer, guard, [parse = std::move(parse)](HttpResponse good) {
        const qsizetype size = good.body.size();
        return offload<T>(size, [body = std::move(good.body), parse] { return parse(body); });
    });
}

} // namespace quarterdeck
