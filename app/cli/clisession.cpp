#include "app/cli/clisession.h"

#include "app/bootstrap/ipcclient.h"
#include "app/sync/statusrules.h"

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr Millis LockPatience {3'000};
// Sources without alerts are asked this much less often than their interval says.
constexpr int SlowestRate = 4;

} // namespace

CliSession::CliSession(const Arguments &arguments)
    : m_arguments(arguments)
{
}

Folders CliSession::folders() const
{
    return Folders::resolve(QString::fromStdString(m_arguments.dataDir));
}

QString CliSession::configFile() const
{
    return m_arguments.configFile.empty() ? folders().configFile() : QString::fromStdString(m_arguments.configFile);
}

Result<Done> CliSession::open()
{
    EngineOptions options;
    options.configFile = QString::fromStdString(m_arguments.configFile);
    options.dataDir = QString::fromStdString(m_arguments.dataDir);
    options.context = m_arguments.context.empty() ? qEnvironmentVariable("QUARTERDECK_CONTEXT") : QString::fromStdString(m_arguments.context);
    for (const std::string &source : m_arguments.sources) {
        options.onlySources.append(QString::fromStdString(source));
    }
    const Millis until = m_clock.monotonic() + LockPatience;
    for (;;) {
        m_engine.reset();
        auto engine = Engine::create(options, m_clock);
        if (!engine) {
            return tl::unexpected<Error>(engine.error());
        }
        m_engine = std::move(*engine);
        const bool isWindow = isWindowListening(m_engine->folders().runtime);
        if (!isBesideWindow() || isWindow || m_clock.monotonic() > until) {
            break;
        }
        pause(Millis(100));
    }
    wait(m_engine->servicesMerged(), Millis(2'000));
    return Done {};
}

bool CliSession::isBesideWindow() const
{
    return m_engine->store().report().isReadOnly;
}

QString CliSession::contextName() const
{
    return m_engine ? m_engine->context().name : QString::fromStdString(m_arguments.context);
}

void CliSession::refresh(Millis limit)
{
    if (m_arguments.isCached || isBesideWindow()) {
        return;
    }
    m_askedAt = m_clock.now();
    // What has not answered by then says so in its status.
    (void)wait(m_engine->sync().syncOnce(), limit);
    // The last changes of status are on their way to this thread.
    pause(Millis(0));
}

std::vector<SourceStatus> CliSession::statuses()
{
    const auto stored = wait(m_engine->store().statuses());
    const std::vector<SourceStatus> live = m_engine->sync().statuses();
    std::vector<SourceStatus> all;
    for (const Endpoint &endpoint : m_engine->endpoints()) {
        const auto at = std::find_if(live.begin(), live.end(), [&endpoint](const SourceStatus &s) { return s.id == endpoint.id; });
        const bool isMisconfigured = at != live.end() && at->freshness == Freshness::Misconfigured;
        const bool isAnswered = at != live.end() && m_askedAt && at->freshness != Freshness::NeverSeen;
        if (!isMisconfigured && !isAnswered) {
            all.push_back(agedStatus(endpoint, stored ? *stored : std::vector<SourceStatus> {}));
            continue;
        }
        all.push_back(*at);
        if (at->freshness == Freshness::Live && at->lastOkAt < *m_askedAt) {
            all.back() = restored(*at);
        }
    }
    return all;
}

SourceStatus CliSession::agedStatus(const Endpoint &endpoint, const std::vector<SourceStatus> &stored) const
{
    const auto at = std::find_if(stored.begin(), stored.end(), [&endpoint](const SourceStatus &s) { return s.id == endpoint.id; });
    SourceStatus status;
    if (at != stored.end()) {
        status = *at;
    }
    status.id = endpoint.id;
    status.kind = endpoint.kind;
    const std::vector<SourceStatus> opened = m_engine->sync().statuses();
    const auto own = std::ranges::find(opened, endpoint.id, &SourceStatus::id);
    status.tellsAlerts = own != opened.end() && own->tellsAlerts;
    const int rate = status.tellsAlerts ? 1 : SlowestRate;
    return aged(status, m_clock.now(), Millis(0), endpoint.pollEvery * 3 * rate);
}

void CliSession::pause(Millis span)
{
    QEventLoop loop;
    QTimer::singleShot(span, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace quarterdeck
