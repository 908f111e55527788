#pragma once

#include "app/core/async.h"

#include <QTest>

namespace quarterdeck {

/// Runs the event loop until the future is finished, at most `limit`; a future that is not done by then yields a Timeout whose `where`
/// is "test".
template <class T> Result<T> await(const Async<T> &future, Millis limit = Millis(20'000))
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, int(limit.count()))) {
        return fail(ErrorKind::Timeout, QStringLiteral("The test has waited long enough"), QStringLiteral("test"));
    }
    return future.result();
}

} // namespace quarterdeck
