#pragma once

#include "app/core/async.h"
#include "app/domain/action.h"
#include "app/domain/outcome.h"

#include <functional>
#include <type_traits>
#include <vector>

namespace quarterdeck {

/// Called with the member that an action is about to be sent to, before each try, as the source names it. The try waits for the answer, and is
/// not made where that is an error. Empty: nobody wants to know.
class BeforeSend {
public:
    using Note = std::function<Async<Done>(const QString &target)>;

    /// Nobody wants to know.
    BeforeSend() = default;
    /// `note` is called; `last`: see last().
    template <class F>
    requires std::is_invocable_v<F, const QString &> BeforeSend(F note, QString last = {}) // NOLINT(*-explicit-*)
        : m_note(std::move(note))
        , m_last(std::move(last))
    {
    }
    explicit operator bool() const { return m_note != nullptr; }
    Async<Done> operator()(const QString &target) const { return m_note(target); }
    /// The member that an earlier try was sent to, which never arrived: another one is asked first. Empty where there is none.
    const QString &last() const { return m_last; }

private:
    Note m_note;
    QString m_last;
};

/// What can be done about the alerts of a source. Threads and cancelling as with Source.
class ActFace {
public:
    virtual ~ActFace() = default;
    /// Re-reads the present state, then sends, then confirms by reading back. Idempotent by action.id where the backend lets it. A source of
    /// one member need not call `before`. Errors: Cancelled, which leaves open what took effect.
    virtual Async<Outcome> perform(AlertAction action, BeforeSend before, CancelToken cancel) = 0;
    /// Whether an action whose sending ended unknown has taken effect: NotSent where it has not, Unknown where that cannot be told now.
    /// `target`: the last that `before` was called with; empty: any member may have it. Errors: Cancelled.
    virtual Async<Outcome> readBack(AlertAction action, QString target, CancelToken cancel) = 0;
    /// How many actions readBackAll() takes at once; 1: each is read back by itself.
    virtual int mostReadBack() const { return 1; }
    /// readBack() for several that were last sent to the same target: reads once, and yields what came of each, in their order.
    /// Errors: Cancelled; Unsupported where mostReadBack() is 1.
    virtual Async<std::vector<Outcome>> readBackAll(std::vector<AlertAction> actions, QString target, CancelToken cancel)
    {
        Q_UNUSED(actions)
        Q_UNUSED(target)
        Q_UNUSED(cancel)
        return ready<std::vector<Outcome>>(fail(ErrorKind::Unsupported, QStringLiteral("Actions are read back one by one here.")));
    }

    /// How many actions like this one performAll() takes at once; 1: this one is performed by itself.
    virtual int mostTogether(const AlertAction &action) const
    {
        Q_UNUSED(action)
        return 1;
    }
    /// perform() for several that are alike (see areAlike()) and about different alerts: reads the present state once for all, sends in as few
    /// requests as can be what may be sent, and yields what came of each, in their order. `before` is for all of them.
    /// Errors: Cancelled, which leaves open what took effect of any; Unsupported where mostTogether() is 1.
    virtual Async<std::vector<Outcome>> performAll(std::vector<AlertAction> actions, BeforeSend before, CancelToken cancel)
    {
        Q_UNUSED(actions)
        Q_UNUSED(before)
        Q_UNUSED(cancel)
        return ready<std::vector<Outcome>>(fail(ErrorKind::Unsupported, QStringLiteral("Actions are performed one by one here.")));
    }
};

} // namespace quarterdeck
