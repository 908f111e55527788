#include "app/store/store.h"

#include "app/store/applying.h"
#include "app/store/storecore.h"
#include "app/store/tables/alertstable.h"
#include "app/store/tables/oncallstable.h"
#include "app/store/tables/seriestable.h"
#include "app/store/tables/servicestable.h"
#include "app/store/tables/statusestable.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace quarterdeck {

namespace {

/// Adds another part of one batch.
void append(ChangeSet &changes, ChangeSet part)
{
    if (changes.isEmpty()) {
        changes = std::move(part);
        return;
    }
    std::move(part.changedAlerts.begin(), part.changedAlerts.end(), std::back_inserter(changes.changedAlerts));
    std::move(part.removedAlerts.begin(), part.removedAlerts.end(), std::back_inserter(changes.removedAlerts));
    changes.silences |= part.silences;
    changes.history |= part.history;
}

/// Whether what is cached of these sources, or of any where none is named, may be another server's.
bool hidesAny(const HiddenSources &hidden, const QStringList &sources)
{
    return sources.isEmpty() ? hidden.hides({}) : std::any_of(sources.begin(), sources.end(), [&](const SourceId &one) { return hidden.hides(one); });
}

/// One more while it lives.
std::shared_ptr<void> countedIn(std::atomic<int> &count)
{
    ++count;
    return {nullptr, [&count](void *) { --count; }};
}

/// Writes a batch and announces it; `told` gets each part before.
void applyAndAnnounce(StoreCore &core, const Batch &batch, UtcTime now, const std::function<void(const ChangeSet &)> &told)
{
    ChangeSet news;
    const auto isAwaited = [&core] { return core.worker.hasUrgent(); };
    applyBatch(core.databases, batch, now, isAwaited, [&](ChangeSet part) {
        told(part);
        // What was written is told while the next is; the last waits for its end.
        core.announcer.announce(std::exchange(news, std::move(part)));
        if (isAwaited()) {
            // First told, then changed: what a person does to an alert is the newer of the two.
            core.announcer.announce(std::exchange(news, {}));
            core.worker.runUrgent();
        }
    });
    // At once: the end of the poll waits for it.
    core.announcer.announce(std::move(news), batch.status.has_value());
}

} // namespace

Async<ChangeSet> Store::apply(Batch batch)
{
    return d->change<ChangeSet>([d = d.get(), batch = std::move(batch), now = d->clock.now()] {
        ChangeSet all;
        applyAndAnnounce(*d, batch, now, [&all](const ChangeSet &part) { append(all, part); });
        return all;
    });
}

Async<Done> Store::applyPoll(std::shared_ptr<const Batch> batch)
{
    return d->changeAndTell<Done>([d = d.get(), batch = std::move(batch), now = d->clock.now()] {
        applyAndAnnounce(*d, *batch, now, [](const ChangeSet &) {});
        return Done {};
    });
}

Async<std::vector<AlertImprint>> Store::openImprints(SourceId source)
{
    // In turn with apply(): what was asked to be stored before is there.
    return d->ask<std::vector<AlertImprint>>([d = d.get(), source = std::move(source)] {
        std::vector<AlertImprint> imprints;
        Imprinter imprinter;
        AlertsTable(d->cache()).eachOpen(source, [&](const Alert &alert) { imprints.push_back(imprinter.of(alert)); });
        return imprints;
    });
}

Async<Done> Store::replaceServices(std::vector<Service> services)
{
    return d->change<Done>([d = d.get(), services = std::move(services)] {
        sqlite::Transaction transaction(d->cache());
        ChangeSet changes;
        changes.services = ServicesTable(d->cache()).replace(services);
        if (transaction.commit()) {
            d->announcer.announce(changes);
        }
        return Done {};
    });
}

Async<std::vector<SourceStatus>> Store::statuses()
{
    return d->ask<std::vector<SourceStatus>>([d = d.get()] {
        std::vector<SourceStatus> statuses = StatusesTable(d->cache()).all();
        std::erase_if(statuses, [d](const SourceStatus &status) { return d->hidden.changed.contains(status.id); });
        return statuses;
    });
}

Async<Done> Store::putSeries(MetricQuery query, std::vector<Series> series, UtcTime asOf, QStringList warnings)
{
    if (d->isReadOnly()) {
        return ready<Done>(d->refusal());
    }
    return d->ask<Done>([d = d.get(), counted = countedIn(d->seriesPuts), query = std::move(query), series = std::move(series), asOf,
                            warnings = std::move(warnings)] {
        sqlite::Transaction transaction(d->cache());
        SeriesTable(d->cache()).put(query, series, asOf, warnings);
        transaction.commit();
        return Done {};
    });
}

Async<Dated<std::vector<Series>>> Store::cachedSeries(MetricQuery query)
{
    auto find = [d = d.get(), query = std::move(query), now = d->clock.now()](const ReadView &view) -> Result<Dated<std::vector<Series>>> {
        auto found = hidesAny(d->hidden, query.sources) ? std::nullopt : SeriesTable(view.cache).best(query);
        if (!found) {
            return fail(ErrorKind::NotFound, QStringLiteral("Nothing is cached for this."), query.expression);
        }
        if (!d->isReadOnly()) {
            d->worker.post([d, seq = found->seq, now] { d->noteSeriesUse(seq, now); });
        }
        return std::move(found->answer);
    };
    if (d->seriesPuts > 0) {
        return d->ask<Dated<std::vector<Series>>>([d = d.get(), find = std::move(find)] { return find(ReadView {d->state(), d->cache()}); });
    }
    return d->scan<Dated<std::vector<Series>>>(std::move(find));
}

Async<Done> Store::putOnCall(OnCallPage page)
{
    if (d->isReadOnly()) {
        return ready<Done>(d->refusal());
    }
    return d->ask<Done>([d = d.get(), page = std::move(page)] {
        sqlite::Transaction transaction(d->cache());
        OnCallsTable(d->cache()).put(page);
        transaction.commit();
        return Done {};
    });
}

Async<Dated<OnCallPage>> Store::cachedOnCall(SourceId source, TimeRange range)
{
    return d->scan<Dated<OnCallPage>>([d = d.get(), source = std::move(source), range](const ReadView &view) -> Result<Dated<OnCallPage>> {
        auto page = d->hidden.hides(source) ? std::nullopt : OnCallsTable(view.cache).newest(source, range);
        if (!page) {
            return fail(ErrorKind::NotFound, QStringLiteral("Nothing is cached for this."), source);
        }
        Dated<OnCallPage> answer;
        answer.asOf = page->asOf;
        answer.warnings = lackTexts(*page);
        answer.value = std::move(*page);
        return answer;
    });
}

Async<Done> Store::putLogs(std::vector<LogLine> lines, std::optional<LogQuery> completeFor)
{
    if (d->isReadOnly()) {
        return ready<Done>(d->refusal());
    }
    Reply<Done> reply;
    auto counted = completeFor ? countedIn(d->logPuts) : nullptr;
    d->logWorker.post([d = d.get(), counted = std::move(counted), reply, lines = std::move(lines), completeFor = std::move(completeFor),
                          now = d->clock.now()]() mutable { reply.finish(d->logs.put(std::move(lines), completeFor, now)); });
    return reply.future();
}

Async<Dated<LogPage>> Store::cachedLogs(LogQuery query)
{
    if (hidesAny(d->hidden, query.sources)) {
        return ready<Dated<LogPage>>(fail(ErrorKind::NotFound, QStringLiteral("Nothing is cached for this.")));
    }
    Reply<Dated<LogPage>> reply;
    if (d->logPuts > 0) {
        d->logWorker.post([d = d.get(), reply, query = std::move(query)] { reply.finish(d->logs.find(query)); });
    } else {
        d->scans.post([d = d.get(), reply, query = std::move(query)] { reply.finish(d->oldLogs.find(query)); });
    }
    return reply.future();
}

Async<Done> Store::retain(int logDays, int historyDays)
{
    if (d->isReadOnly()) {
        return ready<Done>(d->refusal());
    }
    Reply<Done> reply;
    d->logWorker.post([d = d.get(), logDays, historyDays, now = d->clock.now(), reply] {
        d->logs.retain(logDays, now);
        d->worker.post([d, historyDays, now, reply] {
            d->backupDaily(now);
            d->retainStep(now, now - Millis(historyDays * 24LL * 3'600'000), reply);
        });
    });
    return reply.future();
}

} // namespace quarterdeck
