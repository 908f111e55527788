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
    /// The same for one of many, with the incident, its log and all that is shared with the others read by now: what the answer shows counts as
    /// read back.
    Async<Outcome> runFrom(Present present);
    /// Leaves what was written with an action that came to `outcome` as a note, in the name of who has that address. Errors: Cancelled.
    Async<Outcome> runNote(const Outcome &outcome, const QString &from);
    /// Only looks for what an earlier run of the action has left. Errors: Cancelled.
    Async<Outcome> look();

private:
    void read(std::function<void(const Present &)> next);
    void consider(const Present &present);
    void send(const Deed &deed);
    /// Reads what is after a no: somebody else was faster, the incident is over, or the no stands.
    void reconsider(const Error &refusal, int code);
    /// What is now shows that the step was taken that makes the action possible.
    bool isTaken(const Present &present) const;
    /// Takes what the answer shows; nothing where it does not show that it holds.
    std::optional<Outcome> shownBy(const HttpResponse &response) const;
    void confirm();
    void conclude(const Outcome &outcome);
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
    Present m_present; ///< As it was read before it was sent.
    Plan m_plan;
    QString m_from; ///< Address of who acts.
    bool m_isOneOfMany = false;
    bool m_isSent = false;
    bool m_hasStepped = false;
};

} // namespace quarterdeck::pagerduty
