#include "app/store/store.h"

#include "app/store/applying.h"
#include "app/store/private.h"
#include "app/store/tables/alertstable.h"
#include "app/store/tables/firingstable.h"
#include "app/store/tables/historytable.h"
#include "app/store/tables/notestable.h"
#include "app/store/tables/outboxtable.h"
#include "app/store/tables/servicestable.h"
#include "app/store/tables/silencestable.h"

namespace quarterdeck {

Result<std::unique_ptr<Store>> Store::open(const StorePaths &paths, const Clock &clock, Mode mode)
{
    qRegisterMetaType<ChangeSet>();
    auto databases = openDatabases(paths, clock, mode);
    if (!databases) {
        return tl::unexpected(databases.error());
    }
    std::unique_ptr<Store> store(new Store(std::make_unique<Private>(std::move(*databases), paths, clock)));
    if (!store->d->isReadOnly()) {
        store->d->worker.post([d = store->d.get(), now = clock.now()] {
            d->backupDaily(now);
            d->checkWeekly(now);
        });
    }
    return store;
}

Store::Store(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
    connect(&d->announcer, &Announcer::due, this, &Store::changed);
}

Store::~Store() = default;

const OpenReport &Store::report() const
{
    return d->databases.report;
}

Async<std::vector<Alert>> Store::alerts(CancelToken cancel)
{
    return d->ask<std::vector<Alert>>(
        [d = d.get(), since = d->clock.now() - ResolvedListed] {
            std::vector<Alert> alerts = AlertsTable(d->cache()).listed(since);
            const QHash<AlertKey, Pending> pending = OutboxTable(d->state()).pending();
            if (!pending.isEmpty()) {
                for (Alert &alert : alerts) {
                    alert.pending = pending.value(alert.key, Pending::None);
                }
            }
            return alerts;
        },
        std::move(cancel));
}

Async<std::vector<Silence>> Store::silences(CancelToken cancel)
{
    return d->ask<std::vector<Silence>>([d = d.get()] { return SilencesTable(d->cache()).all(); }, std::move(cancel));
}

Async<std::vector<Service>> Store::services(CancelToken cancel)
{
    return d->ask<std::vector<Service>>([d = d.get()] { return ServicesTable(d->cache()).all(); }, std::move(cancel));
}

Async<std::vector<HistoryEvent>> Store::history(AlertKey alert, CancelToken cancel)
{
    return d->ask<std::vector<HistoryEvent>>(
        [d = d.get(), alert = std::move(alert)] { return HistoryTable(d->state()).ofAlert(alert); }, std::move(cancel));
}

Async<std::vector<Note>> Store::notes(AlertKey alert, CancelToken cancel)
{
    return d->ask<std::vector<Note>>(
        [d = d.get(), alert = std::move(alert)] { return NotesTable(d->state()).ofAlert(alert); }, std::move(cancel));
}

Async<std::vector<Incident>> Store::incidents(TimeRange range, CancelToken cancel)
{
    return d->ask<std::vector<Incident>>([d = d.get(), range] { return FiringsTable(d->state()).incidents(range); }, std::move(cancel));
}

Async<Done> Store::backup(QString file)
{
    return d->ask<Done>([d = d.get(), file = std::move(file)] { return d->state().copyTo(file); });
}

Async<Done> Store::flush()
{
    Reply<Done> reply;
    d->logWorker.post([d = d.get(), reply] { d->worker.post([reply] { reply.finish(Done {}); }); });
    return reply.future();
}

} // namespace quarterdeck
