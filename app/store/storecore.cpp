#include "app/store/storecore.h"

#include "app/core/log.h"
#include "app/store/applying.h"
#include "app/store/folders.h"
#include "app/store/sqlite/failure.h"
#include "app/store/tables/alertstable.h"
#include "app/store/tables/eventstable.h"
#include "app/store/tables/firingstable.h"
#include "app/store/tables/historytable.h"
#include "app/store/tables/joinstable.h"
#include "app/store/tables/notestable.h"
#include "app/store/tables/outboxtable.h"
#include "app/store/tables/runstable.h"
#include "app/store/tables/seriestable.h"

#include <QDir>

namespace quarterdeck {

namespace {
constexpr int BackupsKept = 7;
constexpr int RetainAtOnce = 500;
constexpr Millis CheckedEvery {7 * 24LL * 3'600'000};
} // namespace

StoreCore::StoreCore(Databases opened, StorePaths where, const Clock &time)
    : databases(std::move(opened))
    , paths(std::move(where))
    , clock(time)
    , logs(paths.cacheFolder, isReadOnly())
    , oldLogs(paths.cacheFolder, true)
    , worker(QStringLiteral("db"))
    , logWorker(QStringLiteral("db-logs"))
    , lists(QStringLiteral("db-read"), paths, cacheLife)
    , scans(QStringLiteral("db-scan"), paths, cacheLife)
{
    beginCacheLife();
    oldLogs.setEnd(scans.end());
    if (!isReadOnly()) {
        oldLogs.onDamage([this](const QString &day) { logWorker.post([this, day] { logs.discard(day); }); });
    }
}

StoreCore::~StoreCore()
{
    m_isEnding = true;
    if (!isReadOnly()) {
        worker.post([this] { state().run("INSERT OR REPLACE INTO meta(name, value) VALUES('clean_exit','1')"); });
    }
}

ChangeSet StoreCore::changeOf(const std::vector<OutboxEntry> &entries)
{
    ChangeSet changes;
    changes.outbox = true;
    changes.history = true;
    const QHash<AlertKey, Pending> pending = OutboxTable(state()).pending();
    for (const OutboxEntry &entry : entries) {
        if (auto alert = AlertsTable(cache()).find(entry.action.alert); alert && !hidden.hidesAlertsOf(alert->key.source)) {
            alert->pending = pending.value(alert->key, Pending::None);
            changes.changedAlerts.push_back(std::move(*alert));
        }
    }
    // What is announced is stored already: that it cannot be shown just now must not turn it into a failure.
    takeFailure();
    return changes;
}

void StoreCore::backupDaily(UtcTime now)
{
    const QDir folder(paths.dataFolder + QStringLiteral("/backups"));
    const QString today = folder.filePath(QStringLiteral("state-%1.db").arg(toDateTime(now).toString(QStringLiteral("yyyy-MM-dd"))));
    if (!makePrivateFolder(folder.path()) || QFile::exists(today)) {
        return;
    }
    if (auto copied = state().copyTo(today, [this] { worker.runUrgent(); }); !copied) {
        qCWarning(logStore) << "daily backup failed:" << copied.error().what << copied.error().where;
        return;
    }
    const QStringList kept = dailyBackups(folder.path());
    for (qsizetype i = 0; i + BackupsKept < kept.size(); ++i) {
        QFile::remove(kept[i]);
    }
}

void StoreCore::checkWeekly(UtcTime now)
{
    // Posted from here, never from the db thread: that one outlives the readers.
    scans.post([this, now] {
        QList<QByteArray> repairs;
        const auto look = [&repairs, now](const ReadView &view) {
            auto row = view.state.query("SELECT value FROM meta WHERE name='checked_at'");
            if (row.next() && now - UtcTime {row.text(0).toLongLong()} < CheckedEvery) {
                return false;
            }
            for (const auto &[check, repair] :
                {std::pair {"integrity_check('history')", "REINDEX history"}, std::pair {"integrity_check('firings')", "REINDEX firings"}}) {
                if (!view.state.complaints(check).isEmpty()) {
                    repairs += repair;
                }
            }
            return true;
        };
        if (const auto looked = scans.attempt<bool>(look, {}); looked && looked->value_or(false) && !scans.isEnding()) {
            worker.post([this, now, repairs] { endWeeklyCheck(now, repairs); });
        }
    });
}

void StoreCore::endWeeklyCheck(UtcTime now, const QList<QByteArray> &repairs)
{
    for (const QByteArray &repair : repairs) {
        qCWarning(logStore) << "indexes did not match their table and are rebuilt:" << repair;
        state().execute(repair);
    }
    state().run("INSERT OR REPLACE INTO meta(name, value) VALUES('checked_at', ?1)", QString::number(now.ms));
    takeFailure();
}

void StoreCore::noteSeriesUse(qint64 seq, UtcTime at)
{
    SeriesTable(cache()).noteUse(seq, at);
    takeFailure();
}

void StoreCore::retainStep(UtcTime now, UtcTime before, const Reply<Done> &reply)
{
    const Result<bool> hasMore = attempt<bool>([this, now, before] {
        ChangeSet changes;
        bool more = false;
        {
            sqlite::Transaction transaction(state());
            more |= HistoryTable(state()).retain(before, RetainAtOnce);
            more |= FiringsTable(state()).retain(before, RetainAtOnce);
            more |= OutboxTable(state()).retain(before, RetainAtOnce);
            more |= NotesTable(state()).retain(before, RetainAtOnce);
            more |= RunsTable(state()).retain(before, RetainAtOnce);
            more |= JoinsTable(state()).retain(before, RetainAtOnce);
            more |= EventsTable(state()).retain(before, RetainAtOnce);
            transaction.commit();
        }
        changes.removedAlerts = AlertsTable(cache()).ageOut(now - ResolvedListed, RetainAtOnce);
        announcer.announce(changes);
        return more || int(changes.removedAlerts.size()) == RetainAtOnce;
    });
    if (!hasMore) {
        reply.finish(tl::unexpected(hasMore.error()));
    } else if (*hasMore && !m_isEnding) {
        worker.post([this, now, before, reply] { retainStep(now, before, reply); });
    } else {
        reply.finish(Done {});
    }
}

std::optional<Error> StoreCore::takeFailure()
{
    auto first = state().takeFailure();
    auto second = cache().takeFailure();
    if (first || second) {
        const Error &error = first ? *first : *second;
        qCWarning(logStore) << error.what << error.where;
    }
    return first ? first : second;
}

bool StoreCore::reviveCache()
{
    if (isReadOnly() || state().hasFailed() || !sqlite::isDamage(cache().failureCode())) {
        return false;
    }
    const auto restarted = restartCache(databases, paths, clock.now());
    if (!restarted) {
        qCWarning(logStore) << "the damaged cache could not be replaced:" << restarted.error().where;
    }
    beginCacheLife();
    return restarted.has_value();
}

void StoreCore::beginCacheLife()
{
    const QLatin1StringView memory(":memory:");
    cacheLife.begin(!isReadOnly() && state().file() != memory && cache().file() != memory);
}

} // namespace quarterdeck
