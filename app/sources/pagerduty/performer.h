#pragma once

#include "app/sources/pagerduty/preflight.h"

namespace quarterdeck::pagerduty {

/// Carries out one action: reads what is, plans, sends, and reads back what came of it. Deletes itself when it is done. Thread: io.
class Performer final : public QObject {
public:
    /// A child of `reader`, which with `deps` outlives it.
    Performer(Reader &reader, const SourceDeps &deps, AlertAction action, CancelToken cancel);
    /// Errors: Cancelled.
    Async<Outcome> run();
    /// Only looks for what an earlier run of the action has left. Errors: Cancelled.
    Async<Outcome> look();

private:
    void read(std::function<void(const Present &)> next);
    void consider(const Present &present);
    void send(const Deed &deed);
    /// Reads what is after a no: somebody else was faster, the incident is over, or the no stands.
    void reconsider(const Error &refusal, int code);
    void confirm();
    /// Leaves the comment as a note, unless it is there.
    void leaveNote(const Outcome &outcome, bool mayPost);
    void failWith(Error error);
    void found(const Present &present);
    void finish(Result<Outcome> result);
    UtcTime now() const { return m_deps.clock.now(); }

    Reader &m_reader;
    SourceDeps m_deps;
    AlertAction m_action;
    CancelToken m_cancel;
    Reply<Outcome> m_reply;
    Plan m_plan;
    QString m_from; ///< Address of who acts.
    bool m_isSent = false;
    bool m_hasStepped = false;
};

} // namespace quarterdeck::pagerduty
