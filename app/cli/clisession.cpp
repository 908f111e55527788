#include "app/cli/clisession.h"

#include "app/bootstrap/ipcclient.h"
#include "app/cli/terminal.h"
#include "app/sync/statusrules.h"

#include <QFileInfo>

#include <algorithm>

namespace quarterdeck {

namespace {

// For one other program. Where many wait, each holds the lock for a moment, and all are waited for.
constexpr Millis LockPatience {10'000};
constexpr Millis CachedPatience {1'000};
// However long an answer arrives.
constexpr Millis LongestAnswer {120'000};
constexpr Millis LookAfter {500};
constexpr Millis AnswerDueAfter {1'000};
// A store without work has written everything within it.
constexpr Millis AtOnce {20};
// Sources without alerts are asked this much less often than their interval says.
constexpr int SlowestRate = 4;

Millis slowestInterval(const std::vector<Endpoint> &endpoints)
{
    Millis slowest {0};
    for (const Endpoint &endpoint : endpoints) {
        slowest = std::max(slowest, endpoint.pollEvery);
    }
    return slowest;
}

/// How a source that was not asked stands: as it was stored, aged to now. `opened`: as sources stand in this run.
SourceStatus agedStatus(const Endpoint &endpoint, const std::vector<SourceStatus> &stored, const std::vector<SourceStatus> &opened, UtcTime now)
{
    const auto at = std::ranges::find(stored, endpoint.id, &SourceStatus::id);
    SourceStatus status = at != stored.end() ? *at : SourceStatus {};
    status.id = endpoint.id;
    status.kind = endpoint.kind;
    const auto own = std::ranges::find(opened, endpoint.id, &SourceStatus::id);
    status.faces = own != opened.end() ? own->faces : Faces();
    const int rate = status.tellsAlerts() ? 1 : SlowestRate;
    return aged(status, now, Millis(0), endpoint.pollEvery * 3 * rate);
}

/// Waits until all have answered, or nobody has said anything for `limit`.
void awaitAnswers(Engine &engine, const Clock &clock, const Async<Done> &answers, UtcTime askedAt, Millis limit)
{
    QStringList silent;
    for (const SourceStatus &status : engine.sync().statuses()) {
        // What is left out is never polled.
        if (status.freshness != Freshness::Misconfigured) {
            silent.append(status.id);
        }
    }
    QObject guard;
    QObject::connect(&engine.sync(), &Sources::statusChanged, &guard, [&silent, askedAt](const SourceStatus &status) {
        // The status of last time comes first.
        if (status.nextPollAt > askedAt) {
            silent.removeAll(status.id);
        }
    });
    const Millis begun = clock.monotonic();
    Millis saidAt = begun;
    bool isTold = false;
    for (const Millis latest = saidAt + LongestAnswer; clock.monotonic() < std::min(latest, saidAt + limit);) {
        const quint64 heard = engine.heard();
        if (CliSession::wait(answers, LookAfter) || answers.isFinished() || !CliSession::pause(Millis(0))) {
            return;
        }
        const Millis asked = clock.monotonic();
        (void)CliSession::wait(engine.store().flush());
        if (engine.heard() != heard || clock.monotonic() > asked + AtOnce) {
            saidAt = clock.monotonic();
        }
        if (!isTold && clock.monotonic() > begun + AnswerDueAfter && !silent.isEmpty()) {
            isTold = true;
            complain(QStringLiteral("Waiting for the answer of %1. If nothing comes within %2, what is known of it is shown.")
                         .arg(silent.join(QStringLiteral(", ")), formatDuration(limit)));
        }
    }
}

} // namespace

tl::unexpected<Error> whyNothingCame(bool isInterrupted)
{
    return isInterrupted ? fail(ErrorKind::Cancelled, QStringLiteral("It was interrupted"))
                         : fail(ErrorKind::Timeout, QStringLiteral("It took too long"));
}

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

QString whyNoSource(const CliSession &session)
{
    const QString file = session.configFile();
    return QFileInfo::exists(file)
        ? QString()
        : QStringLiteral("There is no configuration yet, so no source can be polled: %1 does not exist. man qdeck shows what belongs in it.")
              .arg(file);
}

Result<Done> CliSession::open(Purpose purpose)
{
    m_purpose = purpose;
    EngineOptions options;
    options.configFile = QString::fromStdString(m_arguments.configFile);
    options.dataDir = QString::fromStdString(m_arguments.dataDir);
    options.context = m_arguments.context.empty() ? qEnvironmentVariable("QUARTERDECK_CONTEXT") : QString::fromStdString(m_arguments.context);
    for (const std::string &source : m_arguments.sources) {
        options.onlySources.append(QString::fromStdString(source));
    }
    options.mode = Store::Mode::PatientReadWrite;
    StoreTurn queue(folders().data, folders().runtime, purpose, m_arguments.isCached ? CachedPatience : LockPatience, m_clock);
    for (;;) {
        close();
        const StoreTurn::Is turn = queue.await();
        if (turn == StoreTurn::Is::Interrupted) {
            return fail(ErrorKind::Cancelled, QStringLiteral("It was interrupted"));
        }
        auto engine = Engine::create(options, m_clock);
        if (!engine) {
            return tl::unexpected<Error>(engine.error());
        }
        m_engine = std::move(*engine);
        // Whoever was quicker may have ended meanwhile: then the reason still tells of it.
        const bool wasOvertaken = isBesideWindow() && (isHeldByOther(folders().data) || m_engine->store().report().isHeld);
        if (turn == StoreTurn::Is::Beside || !wasOvertaken || queue.isOver()) {
            break;
        }
    }
    if (!isBesideWindow() && !m_arguments.isCached) {
        m_door = std::make_unique<IpcServer>(*m_engine, nullptr, IpcServer::Role::Run);
        if (!m_door->listen()) {
            // Others wait their turn then.
            m_door.reset();
        }
    }
    wait(m_engine->servicesMerged(), Millis(2'000));
    return Done {};
}

bool CliSession::isLeftAlone() const
{
    return isOpen() && m_engine->store().report().isHeld && !isHeldByOther(folders().data);
}

void CliSession::close()
{
    m_door.reset();
    m_remote.reset();
    m_engine.reset();
}

bool CliSession::isBesideWindow() const
{
    return m_engine->store().report().isReadOnly;
}

bool CliSession::isBesidePoller() const
{
    const QString runtime = m_engine->folders().runtime;
    return isBesideWindow() && (isWindowListening(runtime) || isSyncListening(runtime));
}

bool CliSession::isBesideListener() const
{
    return isBesidePoller() || (isBesideWindow() && isRunListening(m_engine->folders().runtime));
}

Outbox &CliSession::outbox()
{
    if (!isBesideWindow()) {
        return m_engine->store();
    }
    if (!m_remote) {
        m_remote = std::make_unique<RemoteOutbox>(m_engine->folders().runtime, whyReadOnly(), m_engine->store());
    }
    return *m_remote;
}

QString CliSession::whyReadOnly() const
{
    // The reason comes first; what else opening found is no reason.
    return isBesideWindow() ? m_engine->store().report().sentences.value(0) : QString();
}

QStringList CliSession::storeTroubles() const
{
    if (!m_engine) {
        return {};
    }
    const bool isTurn = isBesideWindow() && isHeldByOther(folders().data);
    return isTurn && (m_arguments.isCached || isBesideListener()) ? QStringList() : m_engine->store().report().sentences;
}

QString CliSession::contextName() const
{
    return m_engine ? m_engine->context().name : QString::fromStdString(m_arguments.context);
}

void CliSession::refresh(Millis limit, Round round)
{
    if (m_arguments.isCached || isBesideWindow()) {
        return;
    }
    if (m_arguments.isWatched && m_polledAt && m_clock.monotonic() < *m_polledAt + slowestInterval(m_engine->endpoints())) {
        m_askedAt.reset();
        m_refreshed.reset();
        return;
    }
    m_polledAt = m_clock.monotonic();
    m_askedAt = m_clock.now();
    // What has not answered by then says so in its status.
    awaitAnswers(*m_engine, m_clock, (m_engine->sync().*round)(), *m_askedAt, limit);
    // The last changes of status are on their way to this thread.
    pause(Millis(0));
    m_refreshed = statuses();
}

std::vector<SourceStatus> CliSession::statusesBeforeLists()
{
    return m_refreshed ? *m_refreshed : statuses();
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
            all.push_back(agedStatus(endpoint, stored ? *stored : std::vector<SourceStatus> {}, live, m_clock.now()));
            continue;
        }
        all.push_back(*at);
        if (at->freshness == Freshness::Live && at->lastOkAt < *m_askedAt) {
            all.back() = restored(*at);
        }
    }
    // Where nobody may write, nobody polls: what is stored is old, however lately it was written.
    if (!m_arguments.isCached && isBesideWindow() && !isBesideListener()) {
        for (SourceStatus &status : all) {
            if (status.freshness == Freshness::Live) {
                status = restored(status);
                status.error = Error {ErrorKind::Storage, QStringLiteral("it was not polled. ") + whyReadOnly(), {}, 0, {}};
            }
        }
    }
    return all;
}

bool CliSession::pause(Millis span)
{
    QEventLoop loop;
    QTimer::singleShot(span, &loop, &QEventLoop::quit);
    return loop.exec() == 0;
}

} // namespace quarterdeck
