#pragma once

#include "app/sources/api/connector.h"
#include "app/sources/icinga2/assemble.h"
#include "app/sources/icinga2/requests.h"

#include <QObject>

namespace quarterdeck::icinga2 {

/// What every question to one Icinga2 needs.
struct Settings {
    HttpConfig http;
    QUrl root;
    SourceId source;
    QStringList vars;    ///< Custom variables that become labels.
    Millis settling {0}; ///< For so long after its start, what was never checked may have been forgotten.
};

/// Reads what is open and what keeps it quiet. Thread: io.
class Reader final : public QObject {
public:
    /// `deps` outlives it.
    Reader(Settings settings, const SourceDeps &deps);

    const Settings &settings() const { return m_settings; }
    /// Everything, in one round of questions and a second one where something is unreachable.
    /// Errors: as assemble().
    Async<Present> read(CancelToken cancel);
    /// GET /v1.
    Async<Rights> rights(CancelToken cancel);
    /// All that GET /v1/status is asked for. Errors: where a part of it was not read.
    Async<ServerState> server(CancelToken cancel);
    /// One host or service, however it is. Errors: NotFound; Forbidden is not told from it.
    Async<Checkable> one(const ObjectRef &ref, CancelToken cancel);
    /// The answer of GET /v1 as it came, for its latency.
    Async<HttpResponse> greet(CancelToken cancel);

private:
    friend class Round;
    friend class StatusRound;

    Async<HttpResponse> ask(HttpRequest request, CancelToken cancel);
    Async<Listing<Checkable>> checkables(ObjectKind kind, CancelToken cancel);
    template <class T, class F> Async<T> fetch(HttpRequest request, CancelToken cancel, F parse);

    Settings m_settings;
    SourceDeps m_deps;
    FirstSeen m_firstSeen;
    bool m_asksByFilter = true; ///< Until a server has refused a filter and given the whole.
};

} // namespace quarterdeck::icinga2
