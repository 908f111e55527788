#include "app/sources/icinga2/icinga2source.h"

#include "app/core/combinators.h"
#include "app/sources/icinga2/bulkperformer.h"
#include "app/sources/icinga2/eventwatch.h"
#include "app/sources/icinga2/health.h"
#include "app/sources/icinga2/judgement.h"

namespace quarterdeck {

using namespace icinga2;

Icinga2Source::Icinga2Source(const Endpoint &endpoint, Settings settings, Style style, const SourceDeps &deps)
    : m_deps(deps)
    , m_style(style)
    , m_reader(settings, deps)
    , m_actor(settings, deps)
{
    m_info.id = endpoint.id;
    m_info.kind = QStringLiteral("icinga2");
    m_info.faces = Icinga2Faces;
    m_info.verbs = Verbs;
    m_info.isInsecure = endpoint.http.skipsVerification();
}

Async<BackendHealth> Icinga2Source::probe(CancelToken cancel)
{
    const Reply<BackendHealth> reply;
    then(m_reader.greet(cancel), this, [this, reply, cancel](const Result<HttpResponse> &response) {
        const auto rights = response.and_then([](const HttpResponse &good) { return parseRights(good.body); });
        if (!rights) {
            reply.finish(tl::unexpected(advised(rights.error())));
            return;
        }
        then(m_reader.server(cancel), this, [reply, rights = *rights, latency = response->elapsed](const Result<ServerState> &server) {
            BackendHealth health = healthOf(rights, server);
            health.latency = latency;
            reply.finish(health);
        });
    });
    return reply.future();
}

Async<AlertPage> Icinga2Source::read(CancelToken cancel)
{
    return map(m_reader.read(std::move(cancel)), this, [](Result<Present> present) -> Result<AlertPage> {
        if (!present) {
            return tl::unexpected(advised(present.error()));
        }
        return std::move(present->snapshot);
    });
}

void Icinga2Source::watch(std::function<void()> changed, CancelToken cancel)
{
    (new EventWatch(m_reader, m_deps, std::move(changed), std::move(cancel), this))->open();
}

Async<Outcome> Icinga2Source::perform(AlertAction action, BeforeSend, CancelToken cancel)
{
    return (new Performer(m_reader, m_actor, m_deps.clock, std::move(action), m_style, std::move(cancel), this))->run();
}

Async<Outcome> Icinga2Source::readBack(AlertAction action, QString target, CancelToken cancel)
{
    return map(readBackAll({std::move(action)}, std::move(target), std::move(cancel)), this,
        [](const Result<std::vector<Outcome>> &outcomes) -> Result<Outcome> {
            return outcomes ? Result<Outcome>(outcomes->front()) : tl::unexpected(outcomes.error());
        });
}

int Icinga2Source::mostReadBack() const
{
    return MostReadBack;
}

Async<std::vector<Outcome>> Icinga2Source::readBackAll(std::vector<AlertAction> actions, QString target, CancelToken cancel)
{
    return map(m_reader.read(std::move(cancel)), this,
        [this, actions = std::move(actions), call = QUuid::fromString(target)](const Result<Present> &present) -> Result<std::vector<Outcome>> {
            if (!present && present.error().kind == ErrorKind::Cancelled) {
                return tl::unexpected(present.error());
            }
            std::vector<Outcome> outcomes;
            for (const AlertAction &action : actions) {
                outcomes.push_back(present ? found(action, call, *present, m_deps.clock.now()) : outcomeOf(notReadBack(present.error())));
            }
            return outcomes;
        });
}

int Icinga2Source::mostTogether(const AlertAction &action) const
{
    return goesWithOthers(action) ? MostInCall : 1;
}

Async<std::vector<Outcome>> Icinga2Source::performAll(std::vector<AlertAction> actions, BeforeSend before, CancelToken cancel)
{
    return (new BulkPerformer(m_reader, m_actor, m_deps.clock, std::move(actions), m_style, std::move(cancel), this))->run(std::move(before));
}

} // namespace quarterdeck
