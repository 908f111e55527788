#include "app/sources/pagerduty/pagerdutysource.h"

#include "app/sources/pagerduty/bulkperformer.h"
#include "app/sources/pagerduty/health.h"
#include "app/sources/pagerduty/maintenanceperformer.h"
#include "app/sources/pagerduty/oncallround.h"
#include "app/sources/pagerduty/performer.h"

namespace quarterdeck {

using namespace pagerduty;

PagerdutySource::PagerdutySource(const Endpoint &endpoint, Settings settings, const SourceDeps &deps)
    : m_deps(deps)
    , m_reader(std::move(settings), deps)
{
    m_info.id = endpoint.id;
    m_info.kind = QStringLiteral("pagerduty");
    m_info.faces = PagerdutyFaces;
    m_info.verbs = Verbs;
    m_info.isInsecure = endpoint.http.skipsVerification();
}

Async<BackendHealth> PagerdutySource::probe(CancelToken cancel)
{
    const Reply<BackendHealth> reply;
    const auto incidents = m_reader.ask(openIncidentsRequest(m_reader.settings().root, 0), cancel);
    then(incidents, this, [this, reply, cancel](const Result<HttpResponse> &response) {
        const auto list = response.and_then([](const HttpResponse &good) { return parseIncidents(good.body); });
        if (!list) {
            reply.finish(tl::unexpected(list.error()));
            return;
        }
        then(m_reader.me(cancel), this, [this, reply, good = *response](const Result<Person> &me) {
            if (!me && me.error().kind == ErrorKind::Cancelled) {
                reply.finish(tl::unexpected(me.error()));
            } else {
                reply.finish(healthOf(good, me, m_reader.settings()));
            }
        });
    });
    return reply.future();
}

Async<AlertPage> PagerdutySource::read(CancelToken cancel)
{
    return m_reader.read(std::move(cancel));
}

Async<OnCallPage> PagerdutySource::read(TimeRange range, CancelToken cancel)
{
    return (new OnCallRound(m_reader, m_deps.clock, range, std::move(cancel)))->run();
}

Async<TimelinePage> PagerdutySource::read(TimelineCursor since, CancelToken cancel)
{
    return (new LogRound(m_reader, m_deps.clock, m_logSpan, since, std::move(cancel)))->run();
}

namespace {

/// What holds an acknowledgement is the incident itself: who ends that takes it back.
AlertAction asMeant(AlertAction action)
{
    if (action.verb == Verb::ExpireSilence && action.alert.isValid() && action.silenceId == action.alert.id) {
        action.verb = Verb::Unacknowledge;
    }
    return action;
}

} // namespace

Async<Outcome> PagerdutySource::perform(AlertAction given, BeforeSend, CancelToken cancel)
{
    AlertAction action = asMeant(std::move(given));
    if (WindowVerbs.has(action.verb)) {
        return (new MaintenancePerformer(m_reader, m_deps, std::move(action), std::move(cancel)))->run();
    }
    return (new Performer(m_reader, m_deps, std::move(action), std::move(cancel)))->run();
}

Async<Outcome> PagerdutySource::readBack(AlertAction given, QString, CancelToken cancel)
{
    AlertAction action = asMeant(std::move(given));
    if (WindowVerbs.has(action.verb)) {
        return (new MaintenancePerformer(m_reader, m_deps, std::move(action), std::move(cancel)))->look();
    }
    return (new Performer(m_reader, m_deps, std::move(action), std::move(cancel)))->look();
}

int PagerdutySource::mostTogether(const AlertAction &action) const
{
    return mostLike(action);
}

Async<std::vector<Outcome>> PagerdutySource::performAll(std::vector<AlertAction> actions, BeforeSend, CancelToken cancel)
{
    return (new BulkPerformer(m_reader, m_deps, std::move(actions), std::move(cancel)))->run();
}

} // namespace quarterdeck
