#pragma once

#include "app/sources/pagerduty/maintenance.h"

namespace quarterdeck::pagerduty {

/// Opens a maintenance window or ends one: reads what is, plans, sends, and reads back what came of it. Deletes itself when it is done.
/// Thread: io.
class MaintenancePerformer final : public QObject {
public:
    /// A child of `reader`, which with `deps` outlives it. The action is one of WindowVerbs.
    MaintenancePerformer(Reader &reader, const SourceDeps &deps, AlertAction action, CancelToken cancel);
    /// Errors: Cancelled.
    Async<Outcome> run();
    /// Only looks for what an earlier run of the action has left. Errors: Cancelled.
    Async<Outcome> look();

private:
    using Next = std::function<void(const Result<WindowPresent> &)>;
    void readAll(Next next);
    void readAuthor(WindowPresent present, Next next);
    void readWindows(WindowPresent present, int offset, Next next);
    void consider(const WindowPresent &present);
    void take(const Result<HttpResponse> &response);
    void confirm();
    void finishWith(Error error);
    void finish(Result<Outcome> result);
    UtcTime now() const { return m_deps.clock.now(); }

    Reader &m_reader;
    SourceDeps m_deps;
    AlertAction m_action;
    CancelToken m_cancel;
    Reply<Outcome> m_reply;
};

} // namespace quarterdeck::pagerduty
