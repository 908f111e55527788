#pragma once

#include "app/sources/icinga2/actor.h"
#include "app/sources/icinga2/preflight.h"

namespace quarterdeck::icinga2 {

/// Carries out one action: reads what is, plans, sends, and reads back what came of it. Deletes itself when it is done. Thread: io.
class Performer final : public QObject {
public:
    /// `reader`, `actor` and `clock` outlive it.
    Performer(Reader &reader, Actor &actor, const Clock &clock, AlertAction action, Style style, CancelToken cancel, QObject *parent);
    Async<Outcome> run();

private:
    void read(std::function<void(const Present &)> next);
    void consider(const Present &present);
    void send();
    void judge(const ActResult &result);
    void failed(const Error &error);
    /// Reads what is after a no: somebody else was faster, the problem is over, or the no stands.
    void reconsider(const Error &refusal);
    void confirm(const QString &made);
    /// Reads the object until it has a newer result than before.
    void awaitCheck(std::size_t reads);
    void settle(const Outcome &outcome);
    void failWith(Error error);
    void finish(Result<Outcome> result);
    UtcTime now() const { return m_clock.now(); }

    Reader &m_reader;
    Actor &m_actor;
    const Clock &m_clock;
    AlertAction m_action;
    Style m_style;
    CancelToken m_cancel;
    Reply<Outcome> m_reply;
    Plan m_plan;
    bool m_isSent = false;
};

} // namespace quarterdeck::icinga2
