#pragma once

#include "app/sources/icinga2/acts.h"
#include "app/sources/icinga2/reader.h"

namespace quarterdeck::icinga2 {

/// Sends acts. Thread: io.
class Actor final : public QObject {
public:
    /// `deps` outlives it.
    Actor(Settings settings, const SourceDeps &deps)
        : m_settings(std::move(settings))
        , m_deps(deps)
    {
    }
    /// One call for all objects of the act; what came of each, in the order of its names.
    /// Errors: as actRequest() and actResults().
    Async<std::vector<ActResult>> send(const Act &act, CancelToken cancel)
    {
        auto request = actRequest(m_settings.root, act);
        if (!request) {
            return ready<std::vector<ActResult>>(tl::unexpected(request.error()));
        }
        const Reply<std::vector<ActResult>> reply;
        then(m_deps.http.send(m_settings.http, std::move(*request), std::move(cancel)), this,
            [reply, count = act.names.size()](const Result<HttpResponse> &answer) { reply.finish(actResults(answer, count)); });
        return reply.future();
    }

private:
    Settings m_settings;
    SourceDeps m_deps;
};

} // namespace quarterdeck::icinga2
