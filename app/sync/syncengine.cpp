#include "app/sync/syncengine.h"

#include "app/store/store.h"
#include "app/sync/arrivals.h"
#include "app/sync/statusrules.h"
#include "app/sync/syncworker.h"
#include "app/sync/tailfeed.h"

#include <QThread>

#include <algorithm>

namespace quarterdeck {

class SyncEngine::Private {
public:
    SyncWorker *worker = nullptr;
    QThread *thread = nullptr;
    std::vector<SourceStatus> statuses;
    std::vector<SourceInfo> infos;
    ContextInfo context;
    bool isPaused = false;

    /// Runs `fn(worker)` on the io thread.
    template <class F> void post(F fn)
    {
        QMetaObject::invokeMethod(
            worker, [w = worker, fn = std::move(fn)] { fn(*w); }, Qt::QueuedConnection);
    }
    /// The same with a reply as its result.
    template <class T, class F> Async<T> ask(F fn)
    {
        Reply<T> reply;
        post([fn = std::move(fn), reply](SyncWorker &w) { fn(w, reply); });
        return reply.future();
    }
    void take(const SourceStatus &status)
    {
        const auto at = std::find_if(statuses.begin(), statuses.end(), [&status](const SourceStatus &s) { return s.id == status.id; });
        if (at == statuses.end()) {
            statuses.push_back(status);
        } else {
            *at = status;
        }
    }
};

SyncEngine::SyncEngine(Store &store, const Clock &clock, QThread &ioThread, std::vector<std::unique_ptr<Source>> sources,
    std::vector<Endpoint> endpoints, SyncOptions options, QObject *parent)
    : Sources(parent)
    , d(std::make_unique<Private>())
{
    for (const std::unique_ptr<Source> &source : sources) {
        d->statuses.push_back(statusOf(source->info(), options.isReadOnly));
        d->infos.push_back(source->info());
    }
    d->context = options.context;
    d->thread = &ioThread;
    d->worker = new SyncWorker(store, clock, std::move(sources), endpoints, std::move(options));
    d->worker->moveToThread(&ioThread);
    auto *arrivals = new Arrivals(this);
    connect(arrivals, &Arrivals::told, this, &SyncEngine::alertsArrived);
    connect(d->worker, &SyncWorker::arrived, arrivals, &Arrivals::add);
    connect(d->worker, &SyncWorker::servicesDiscovered, this, &SyncEngine::servicesDiscovered);
    connect(d->worker, &SyncWorker::statusChanged, this, [this](const SourceStatus &status) {
        d->take(status);
        emit statusChanged(status);
    });
    connect(&store, &Reader::changed, this, [this](const ChangeSet &changes) {
        if (changes.outbox) {
            d->post([](SyncWorker &worker) { worker.outboxChanged(); });
        }
    });
    d->post([](SyncWorker &worker) { worker.init(); });
}

SyncEngine::~SyncEngine()
{
    if (d->thread->isRunning() && d->thread != QThread::currentThread()) {
        QMetaObject::invokeMethod(
            d->worker, [worker = d->worker] { delete worker; }, Qt::BlockingQueuedConnection);
    } else {
        delete d->worker;
    }
}

void SyncEngine::start()
{
    d->post([](SyncWorker &worker) { worker.start(); });
}

Async<Done> SyncEngine::poll()
{
    return d->ask<Done>([](SyncWorker &worker, const Reply<Done> &reply) { worker.askAll(Rounds::Until::Answered, reply); });
}

Async<Done> SyncEngine::syncOnce()
{
    return d->ask<Done>([](SyncWorker &worker, const Reply<Done> &reply) { worker.askAll(Rounds::Until::Read, reply); });
}

Async<Done> SyncEngine::deliver()
{
    return d->ask<Done>([](SyncWorker &worker, const Reply<Done> &reply) { worker.deliver(reply); });
}

void SyncEngine::setServices(const std::vector<Service> &services)
{
    d->post([services](SyncWorker &worker) { worker.setServices(services); });
}

void SyncEngine::addMisconfigured(const Endpoint &endpoint, const Error &error, Faces faces)
{
    SourceStatus status;
    status.id = endpoint.id;
    status.kind = endpoint.kind;
    status.freshness = Freshness::Misconfigured;
    status.error = error;
    status.faces = faces;
    status.members = std::max(1, int(endpoint.urls.size()));
    d->take(status);
    d->post([status](SyncWorker &worker) { worker.addMisconfigured(status); });
}

std::vector<SourceStatus> SyncEngine::statuses() const
{
    return d->statuses;
}

std::vector<SourceInfo> SyncEngine::infos() const
{
    return d->infos;
}

void SyncEngine::refresh(const SourceId &source)
{
    d->post([source](SyncWorker &worker) { worker.refresh(source); });
}

void SyncEngine::setPaused(bool paused)
{
    if (d->isPaused == paused) {
        return;
    }
    d->isPaused = paused;
    d->post([paused](SyncWorker &worker) { worker.setPaused(paused); });
    emit pausedChanged(paused);
}

ContextInfo SyncEngine::context() const
{
    return d->context;
}

bool SyncEngine::isPaused() const
{
    return d->isPaused;
}

Async<ProbeReport> SyncEngine::probe(SourceId source, CancelToken cancel)
{
    return d->ask<ProbeReport>([source, cancel](SyncWorker &worker, const Reply<ProbeReport> &reply) { worker.probe(source, cancel, reply); });
}

Async<Dated<std::vector<Series>>> SyncEngine::range(MetricQuery query, CancelToken cancel)
{
    using Told = Dated<std::vector<Series>>;
    return d->ask<Told>([query, cancel](SyncWorker &worker, const Reply<Told> &reply) { worker.desk().range(query, cancel, reply); });
}

Async<Dated<std::vector<MetricName>>> SyncEngine::metricNames(QStringList sources, CancelToken cancel)
{
    using Told = Dated<std::vector<MetricName>>;
    return d->ask<Told>([sources, cancel](SyncWorker &worker, const Reply<Told> &reply) { worker.desk().guide().names(sources, cancel, reply); });
}

Async<Dated<std::vector<LabelChoice>>> SyncEngine::metricLabels(LabelQuery query, CancelToken cancel)
{
    using Told = Dated<std::vector<LabelChoice>>;
    return d->ask<Told>([query, cancel](SyncWorker &worker, const Reply<Told> &reply) { worker.desk().guide().labels(query, cancel, reply); });
}

Async<Dated<LogPage>> SyncEngine::logs(LogQuery query, CancelToken cancel)
{
    using Told = Dated<LogPage>;
    return d->ask<Told>([query, cancel](SyncWorker &worker, const Reply<Told> &reply) { worker.desk().logs(query, cancel, reply); });
}

Async<Dated<LogHistogram>> SyncEngine::logHistogram(LogQuery query, int buckets, CancelToken cancel)
{
    using Told = Dated<LogHistogram>;
    return d->ask<Told>(
        [query, buckets, cancel](SyncWorker &worker, const Reply<Told> &reply) { worker.desk().histogram(query, buckets, cancel, reply); });
}

std::unique_ptr<LogTail> SyncEngine::tail(LogQuery query)
{
    std::stop_source stop;
    auto face = std::make_unique<FedLogTail>(stop);
    auto made = std::make_unique<TailFeed>(query, stop.get_token());
    connect(made.get(), &TailFeed::arrived, face.get(), &LogTail::arrived);
    connect(made.get(), &TailFeed::interrupted, face.get(), &LogTail::interrupted);
    made->moveToThread(d->thread);
    // The message owns the feed until the io thread takes it, so that it cannot leak when the engine goes first.
    auto box = std::make_shared<std::unique_ptr<TailFeed>>(std::move(made));
    d->post([box, query](SyncWorker &worker) {
        TailFeed *feed = box->release();
        feed->setParent(&worker);
        worker.desk().follow(*feed, query.sources);
    });
    return face;
}

Async<QString> SyncEngine::alertExpression(QString alertname, CancelToken cancel)
{
    return d->ask<QString>(
        [alertname, cancel](SyncWorker &worker, const Reply<QString> &reply) { worker.desk().expression(alertname, cancel, reply); });
}

Async<Dated<std::vector<OnCallPage>>> SyncEngine::onCall(TimeRange range, CancelToken cancel)
{
    using Told = Dated<std::vector<OnCallPage>>;
    return d->ask<Told>([range, cancel](SyncWorker &worker, const Reply<Told> &reply) { worker.onCallDesk().read(range, cancel, reply); });
}

} // namespace quarterdeck
