#pragma once

#include "app/core/async.h"

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace quarterdeck {

/// How the fakes of the ports answer: now, or when they are released, which lets a test see the time between question and answer.
class FakeAnswers {
public:
    bool isHeld = false;          ///< True: futures stay open until release().
    std::optional<Error> failure; ///< Set: every answer is this error.

    /// Answers everything that was held, oldest first.
    void release()
    {
        isHeld = false;
        const auto waiting = std::exchange(m_waiting, {});
        for (const auto &finish : waiting) {
            finish();
        }
    }
    std::size_t heldCount() const { return m_waiting.size(); }

    template <class T> Async<T> answer(Result<T> result, CancelToken cancel = {})
    {
        if (failure) {
            result = tl::unexpected<Error>(*failure);
        }
        if (!isHeld) {
            return ready<T>(std::move(result));
        }
        const Reply<T> reply;
        m_waiting.push_back([reply, result, cancel] {
            reply.finish(cancel.stop_requested() ? Result<T>(fail(ErrorKind::Cancelled, QStringLiteral("Cancelled"))) : result);
        });
        return reply.future();
    }

private:
    std::vector<std::function<void()>> m_waiting;
};

} // namespace quarterdeck
