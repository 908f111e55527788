#pragma once

#include "app/core/async.h"

#include <QTest>

#include <optional>

namespace quarterdeck {

/// Runs the event loop until the future is finished, at most `limit`; a future that is not done by then yields a Timeout whose `where`
/// is "test".
template <class T> Result<T> await(const Async<T> &future, Millis limit = Millis(20'000))
{
    std::optional<Result<T>> result;
    QObject guard;
    then(future, &guard, [&result](const Result<T> &arrived) { result = arrived; });
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, int(limit.count()))) {
        return fail(ErrorKind::Timeout, QStringLiteral("The test has waited long enough"), QStringLiteral("test"));
    }
    return *result;
}

} // namespace quarterdeck
