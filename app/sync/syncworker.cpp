#include "app/sync/syncworker.h"

#include "app/core/log.h"
#include "app/store/store.h"
#include "app/sync/poller.h"
#include "app/sync/prober.h"
#include "app/sync/probereport.h"
#include "app/sync/statusrules.h"
#include "app/sync/tailfeed.h"
#include "app/sync/timelinefeed.h"

#include <QRandomGenerator>

#include <algorithm>
#include <set>

namespace quarterdeck {

namespace {

constexpr Millis LongestSleep {1'000};
constexpr Millis ShortestSleep {10};
constexpr int ProbeSlowness = 4;

double anyRatio()
{
    return QRandomGenerator::global()->generateDouble();
}

/// Shows what an earlier run knew of sources that have not answered in this one; `known` is finished then.
void restoreStatuses(Store &store, StatusBoard &board, const Reply<Done> &known, QObject *guard)
{
    then(store.statuses(), guard, [&board, known](const Result<std::vector<SourceStatus>> &stored) {
        for (const SourceStatus &old : stored ? *stored : std::vector<SourceStatus> {}) {
            const SourceStatus present = board.status(old.id);
            if (present.freshness != Freshness::NeverSeen) {
                continue;
            }
            SourceStatus shown = restored(old);
            shown.kind = present.kind;
            shown.members = present.members;
            shown.isInsecure = present.isInsecure;
            shown.faces = present.faces;
            shown.readOnly = present.readOnly;
            shown.failures = 0;
            board.set(shown);
        }
        known.finish(Done {});
    });
}

} // namespace

SyncWorker::SyncWorker(
    Store &store, const Clock &clock, std::vector<std::unique_ptr<Source>> sources, const std::vector<Endpoint> &endpoints, SyncOptions options)
    : m_store(store)
    , m_clock(clock)
    , m_options(std::move(options))
    , m_rules(m_options.serviceLabel)
    , m_board(this)
    , m_timer(this)
    , m_watch(clock)
{
    for (const Endpoint &endpoint : endpoints) {
        const auto at = std::find_if(sources.begin(), sources.end(),
            [&endpoint](const std::unique_ptr<Source> &source) { return source && source->info().id == endpoint.id; });
        if (at != sources.end()) {
            OpenSource entry;
            entry.endpoint = endpoint;
            entry.source = std::move(*at);
            m_sources.push_back(std::move(entry));
        }
    }
    m_timer.setSingleShot(true);
}

SyncWorker::~SyncWorker()
{
    // Whoever still asks a source goes before the sources do.
    qDeleteAll(findChildren<TailFeed *>(QString(), Qt::FindDirectChildrenOnly));
    qDeleteAll(findChildren<TimelineFeed *>(QString(), Qt::FindDirectChildrenOnly));
    delete m_ahead;
    delete m_desk;
    delete m_onCall;
    delete m_courier;
    for (OpenSource &entry : m_sources) {
        if (entry.prober != entry.rhythm) {
            delete entry.prober;
        }
        delete entry.rhythm;
    }
}

void SyncWorker::init()
{
    if (m_options.servicesWithin > Millis(0)) {
        QTimer::singleShot(m_options.servicesWithin, this, [this] { m_servicesKnown.finish(Done {}); });
    } else {
        m_servicesKnown.finish(Done {});
    }
    DeliveryRules deliveries;
    deliveries.isReadOnly = m_options.isReadOnly;
    deliveries.random = anyRatio;
    m_courier = new Courier(m_store, m_clock, deliveries, this);
    m_rounds = new Rounds(*m_courier, this);
    m_desk = new TelemetryDesk(m_sources, m_store, m_clock, this);
    m_onCall = new OnCallDesk(m_sources, m_store, m_clock, this);
    m_ahead = new ReadAhead(
        *m_desk, m_clock, [this] { return std::ranges::any_of(m_sources, [](const OpenSource &entry) { return entry.rhythm->isAsking(); }); }, this);
    connect(this, &SyncWorker::arrived, m_ahead, [this](const std::vector<Alert> &alerts) {
        if (m_isStarted && !m_isPaused) {
            m_ahead->add(alerts);
        }
    });
    connect(&m_board, &StatusBoard::changed, this, &SyncWorker::statusChanged);
    for (OpenSource &entry : m_sources) {
        open(entry);
    }
    connect(m_courier, &Courier::delivered, this, [this](const QString &source) {
        if (OpenSource *entry = find(source)) {
            entry->rhythm->askNow();
        }
    });
    connect(m_courier, &Courier::idle, this, [this] {
        // Paused polls nothing on its own, but what a person asked for is still sent, and that begins with asking the source.
        for (const SourceId &id : m_isPaused ? m_courier->waiting() : std::vector<SourceId> {}) {
            OpenSource *entry = find(id);
            if (entry != nullptr && !entry->rhythm->isAsking() && m_board.status(id).freshness == Freshness::Stale) {
                entry->rhythm->askNow();
            }
        }
        m_rounds->check();
    });
    connect(&m_timer, &QTimer::timeout, this, &SyncWorker::tick);
    restoreStatuses(m_store, m_board, m_statusesKnown, this);
    if (m_options.network.whenChanged) {
        m_options.network.whenChanged(this, [this] { renew(); });
    }
    schedule();
}

void SyncWorker::open(OpenSource &entry)
{
    m_board.add(statusOf(entry.source->info(), m_options.isReadOnly));
    PollTimes times;
    times.every = std::max(entry.endpoint.pollEvery, Millis(50));
    times.staleAfter = m_options.staleAfter > Millis(0) ? m_options.staleAfter : times.every * 3;
    times.random = anyRatio;
    if (m_options.areRulesAlerts && entry.source->alerts() == nullptr && entry.source->rules() != nullptr) {
        entry.rules = std::make_unique<RuleAlerts>(*entry.source, m_clock);
    }
    if (entry.alerts() != nullptr) {
        openPolled(entry, times);
    }
    if (entry.alerts() == nullptr || entry.source->metrics() != nullptr || entry.source->rules() != nullptr) {
        openProbed(entry, times);
    }
    entry.rhythm->awaitRestored(m_statusesKnown.future());
    connect(entry.rhythm, &Rhythm::turned, this, [this] {
        schedule();
        m_rounds->check();
    });
}

void SyncWorker::openPolled(OpenSource &entry, const PollTimes &times)
{
    auto *poller = new Poller(entry.endpoint.id, *entry.alerts(), m_store, m_rules, m_clock, m_board, times, this);
    poller->awaitServices(m_servicesKnown.future());
    entry.rhythm = poller;
    const SourceId id = entry.endpoint.id;
    m_courier->addSource(id, entry.acts());
    m_rounds->watch(*poller);
    connect(poller, &Poller::turned, this, [this, id](bool answered) {
        m_courier->setReachable(id, answered);
        if (answered && m_rounds->isDelivering()) {
            m_courier->pump(id);
        }
    });
    if (TimelineFace *timeline = entry.source->timeline()) {
        auto *feed = new TimelineFeed(
            id, *timeline, m_store, m_clock, [this, poller] { return !m_isPaused && !poller->isAsking(); }, this);
        connect(poller, &Poller::turned, feed, &TimelineFeed::polled);
        m_rounds->watch(*feed);
    }
    connect(poller, &Poller::silencesSeen, this, [this, id](const std::vector<Silence> &silences) {
        if (m_rounds->isDelivering()) {
            m_courier->sawSilences(id, silences);
        }
    });
    connect(poller, &Poller::arrived, this, &SyncWorker::arrived);
    connect(poller, &Poller::observed, this, [this](const std::vector<Alert> &alerts) {
        bool isNew = false;
        for (const Alert &alert : alerts) {
            isNew |= m_discovery.saw(alert, m_rules);
        }
        tellDiscovered(isNew);
    });
}

void SyncWorker::openProbed(OpenSource &entry, PollTimes times)
{
    times.every *= ProbeSlowness;
    times.staleAfter *= ProbeSlowness;
    entry.prober = new Prober(*entry.source, m_store, m_clock, m_board, times, this);
    connect(entry.prober, &Prober::targetsSeen, this, [this](const std::vector<TargetInfo> &targets) {
        then(m_servicesKnown.future(), this, [this, targets](const Result<Done> &) {
            bool isNew = false;
            for (const TargetInfo &target : targets) {
                isNew |= m_discovery.saw(target, m_rules);
            }
            tellDiscovered(isNew);
        });
    });
    if (entry.rhythm == nullptr) {
        entry.rhythm = entry.prober;
        return;
    }
    // Its turns are those of the poller.
    connect(entry.rhythm, &Rhythm::turned, entry.prober, [prober = entry.prober, turns = 0](bool answered) mutable {
        if (answered && turns++ % ProbeSlowness == 0) {
            prober->askBeside();
        }
    });
}

void SyncWorker::tellDiscovered(bool isNew)
{
    if (isNew) {
        emit servicesDiscovered(m_discovery.services());
    }
}

namespace {

void setWatching(const SyncWorker &worker, bool isWatching)
{
    for (Poller *poller : worker.findChildren<Poller *>(QString(), Qt::FindDirectChildrenOnly)) {
        poller->setWatching(isWatching);
    }
}

} // namespace

void SyncWorker::start()
{
    m_isStarted = true;
    m_rounds->deliverAlways();
    m_courier->pump();
    setWatching(*this, !m_isPaused);
    tick();
}

void SyncWorker::setPaused(bool paused)
{
    m_isPaused = paused;
    setWatching(*this, m_isStarted && !paused);
    tick();
}

void SyncWorker::refresh(const SourceId &source)
{
    m_courier->resume(source);
    for (OpenSource &entry : m_sources) {
        if (source.isEmpty() || entry.endpoint.id == source) {
            entry.rhythm->askNow();
        }
    }
}

void SyncWorker::tick()
{
    const TimeBetween passed = m_watch.look(LongestSleep);
    if (passed == TimeBetween::Jumped) {
        renew();
    }
    for (OpenSource &entry : m_sources) {
        if (passed == TimeBetween::Late) {
            // Nothing is given up for it: a large answer may have been what took so long.
            entry.rhythm->makeDue();
        }
        entry.rhythm->tick(m_isPaused || !m_isStarted);
    }
    m_courier->tick(m_rounds->isDelivering());
    schedule();
}

// The machine slept, or reaches others otherwise than before: every source is asked anew over new connections, once.
void SyncWorker::renew()
{
    if (m_options.network.renewConnections) {
        m_options.network.renewConnections();
    }
    for (const OpenSource &entry : m_sources) {
        entry.rhythm->restart();
    }
    schedule();
}

void SyncWorker::schedule()
{
    Millis wait = LongestSleep;
    if (m_isStarted && !m_isPaused) {
        for (const OpenSource &entry : m_sources) {
            if (!entry.rhythm->isAsking()) {
                wait = std::min(wait, entry.rhythm->nextAt() - m_clock.monotonic());
            }
        }
    }
    m_timer.start(std::max(wait, ShortestSleep));
}

void SyncWorker::askAll(Rounds::Until until, const Reply<Done> &reply)
{
    std::vector<Rhythm *> all;
    for (const OpenSource &entry : m_sources) {
        all.push_back(entry.rhythm);
    }
    m_rounds->run(all, until, reply);
}

void SyncWorker::deliver(const Reply<Done> &reply)
{
    then(m_store.undelivered(), this, [this, reply](const Result<std::vector<OutboxEntry>> &entries) {
        if (!entries) {
            reply.finish(tl::unexpected<Error>(entries.error()));
            return;
        }
        std::set<Rhythm *> wanted;
        for (const OutboxEntry &entry : *entries) {
            OpenSource *source = find(entry.action.source);
            // What was asked a moment ago is not asked again: each act reads anew what it needs.
            if (source != nullptr && source->acts() != nullptr && !source->rhythm->isRested()) {
                wanted.insert(source->rhythm);
            }
        }
        m_rounds->run({wanted.begin(), wanted.end()}, Rounds::Until::Delivered, reply);
    });
}

void SyncWorker::outboxChanged()
{
    m_courier->pump();
}

void SyncWorker::setServices(const std::vector<Service> &services)
{
    m_rules.setServices(services);
    m_ahead->setServices(services);
    m_servicesKnown.finish(Done {});
}

void SyncWorker::addMisconfigured(const SourceStatus &status)
{
    m_board.add(status);
    m_courier->addSource(status.id, nullptr);
    m_desk->addMissing(status);
    m_onCall->addMissing(status);
    emit statusChanged(status);
}

OpenSource *SyncWorker::find(const SourceId &source)
{
    const auto at = std::find_if(m_sources.begin(), m_sources.end(), [&source](const OpenSource &s) { return s.endpoint.id == source; });
    return at == m_sources.end() ? nullptr : &*at;
}

void SyncWorker::probe(const SourceId &source, const CancelToken &cancel, const Reply<ProbeReport> &reply)
{
    OpenSource *entry = find(source);
    if (entry == nullptr) {
        const SourceStatus status = m_board.status(source);
        ProbeReport report;
        report.error = status.error.value_or(
            Error {ErrorKind::NotFound, QStringLiteral("There is no source named %1").arg(source), {}, 0, std::nullopt});
        reply.finish(report);
        return;
    }
    then(entry->source->probe(cancel), this, [entry, reply](const Result<BackendHealth> &health) {
        entry->rhythm->askNow();
        reply.finish(probeReport(health));
    });
}

} // namespace quarterdeck
