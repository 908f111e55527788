#include "app/store/store.h"

#include "app/store/storecore.h"

namespace quarterdeck {

Result<std::unique_ptr<Store>> Store::open(const StorePaths &paths, const Clock &clock, Mode mode)
{
    qRegisterMetaType<ChangeSet>();
    auto databases = openDatabases(paths, clock, mode);
    if (!databases) {
        return tl::unexpected(databases.error());
    }
    std::unique_ptr<Store> store(new Store(std::make_unique<StoreCore>(std::move(*databases), paths, clock)));
    if (!store->d->isReadOnly()) {
        store->d->worker.post([d = store->d.get(), now = clock.now()] { d->backupDaily(now); });
        store->d->checkWeekly(clock.now());
    }
    return store;
}

Store::Store(std::unique_ptr<StoreCore> core)
    : StoredReader(*core)
    , StoredRunLog(*core)
    , d(std::move(core))
{
    connect(&d->announcer, &Announcer::due, this, &Store::changed);
}

Store::~Store() = default;

const OpenReport &Store::report() const
{
    return d->databases.report;
}

void Store::adopt(const std::vector<SourceAddress> &sources, const QSet<SourceId> &alertSources)
{
    d->hidden.alertSources = alertSources;
    const auto changed = d->askNow<QSet<SourceId>>([d = d.get(), sources, now = d->clock.now()] {
        const QSet<SourceId> others = changedSources(d->databases, sources);
        if (!d->isReadOnly()) {
            adoptSources(d->databases, sources, others, now);
        }
        return others;
    });
    QFuture<Result<QSet<SourceId>>> waiting = changed;
    waiting.waitForFinished();
    const QSet<SourceId> others = waiting.result().value_or(QSet<SourceId> {});
    if (others.isEmpty() || d->isReadOnly()) {
        d->hidden.changed = others;
        return;
    }
    QFuture<Result<Done>> forgotten;
    const Reply<Done> reply;
    d->logWorker.post([d = d.get(), others, reply] {
        for (const SourceId &source : others) {
            d->logs.forget(source);
        }
        reply.finish(Done {});
    });
    forgotten = reply.future();
    forgotten.waitForFinished();
}

Async<Done> Store::backup(QString file)
{
    return d->ask<Done>([d = d.get(), file = std::move(file)] { return d->state().copyTo(file, [d] { d->worker.runUrgent(); }); });
}

Async<Done> Store::flush()
{
    Reply<Done> reply;
    // In the order in which one hands over to another.
    d->scans.post([d = d.get(), reply] {
        d->lists.post([d, reply] { d->logWorker.post([d, reply] { d->worker.post([reply] { reply.finish(Done {}); }); }); });
    });
    return reply.future();
}

} // namespace quarterdeck
