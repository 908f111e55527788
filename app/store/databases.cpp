#include "app/store/databases.h"

#include "app/core/log.h"
#include "app/store/folders.h"
#include "app/store/migration.h"
#include "app/store/statedatabase.h"
#include "app/store/tables/alertstable.h"
#include "app/store/tables/firingstable.h"

#include <QFile>
#include <QFileInfo>

#include <future>

namespace quarterdeck {

namespace {

using sqlite::Connection;

std::unique_ptr<Connection> cacheInMemory()
{
    auto memory = Connection::open(QStringLiteral(":memory:"), Connection::Access::ReadWrite, Connection::Sync::Normal);
    return memory && migrate(**memory, cacheMigrations()) ? std::move(*memory) : nullptr;
}

bool isSound(Connection &cache)
{
    const int version = cache.userVersion();
    return !cache.takeFailure() && version <= cacheMigrations().back().version && cache.complaints("quick_check(1)").isEmpty();
}

std::unique_ptr<Connection> openCacheFile(const QString &file)
{
    auto opened = Connection::open(file, Connection::Access::ReadWrite, Connection::Sync::Normal);
    if (!opened || !isSound(**opened) || !migrate(**opened, cacheMigrations())) {
        return nullptr;
    }
    return std::move(*opened);
}

/// What opening found belongs to it.
struct OpenedCache {
    std::unique_ptr<Connection> connection;
    OpenReport report;
};

/// Opens the cache for its writer; one that is damaged or of a newer version makes room for an empty one.
OpenedCache openCache(const StorePaths &paths, UtcTime now)
{
    OpenReport report;
    const QString file = cacheFile(paths);
    const bool existed = QFile::exists(file);
    if (auto cache = openCacheFile(file)) {
        return {std::move(cache), report};
    }
    const QString kept = existed ? setAside(file, QStringLiteral("corrupt"), now) : QString();
    if (auto cache = openCacheFile(file)) {
        if (existed) {
            report.sentences
                += QStringLiteral("The cache could not be used and was recreated; the old one was kept as %1.").arg(QFileInfo(kept).fileName());
        }
        return {std::move(cache), report};
    }
    report.sentences += QStringLiteral("The cache folder cannot be written to: cached data is lost when Quarterdeck exits.");
    return {cacheInMemory(), report};
}

std::unique_ptr<Connection> readCache(const StorePaths &paths)
{
    const QString file = cacheFile(paths);
    for (const Connection::Access access : {Connection::Access::ReadOnly, Connection::Access::Immutable}) {
        auto opened = QFileInfo(file).size() > 0 ? Connection::open(file, access, Connection::Sync::Normal)
                                                 : Result<std::unique_ptr<Connection>>(fail(ErrorKind::NotFound, {}));
        if (opened && isSound(**opened) && (*opened)->userVersion() == cacheMigrations().back().version) {
            return std::move(*opened);
        }
    }
    return cacheInMemory();
}

/// A copy of the cache for one process, where its folder cannot be written to or belongs to another.
std::unique_ptr<Connection> copyCache(const StorePaths &paths, OpenReport &report)
{
    auto memory = cacheInMemory();
    if (const auto file = readCache(paths); memory != nullptr && file != nullptr) {
        memory->copyFrom(*file);
        memory->takeFailure();
    }
    report.sentences += QStringLiteral("The cache folder cannot be written to: cached data is lost when Quarterdeck exits.");
    return memory;
}

/// Why this process may not write; empty when it may, with the locks taken.
constexpr Millis LockPatience {1500};

QString lockOrWhyNot(const StorePaths &paths, Databases &databases, Millis patience)
{
    const bool exists = makePrivateFolder(paths.dataFolder);
    makePrivateFolder(paths.cacheFolder);
    const QString lock = dataLockFile(paths.dataFolder);
    databases.dataLock = FileLock::take(lock, patience);
    if (databases.dataLock == nullptr) {
        databases.report.isHeld = exists && QFile::exists(lock) && QFileInfo(paths.dataFolder).isWritable();
        return databases.report.isHeld
            ? QStringLiteral("%1 is using this data: here everything can be read, but nothing acknowledged.").arg(holderText(FileLock::holder(lock)))
            : QStringLiteral("The data folder cannot be written to: acknowledgements cannot be stored, so they are not accepted.");
    }
    databases.cacheLock = FileLock::take(paths.cacheFolder + QStringLiteral("/cache.lock"));
    return {};
}

} // namespace

QString stateFile(const StorePaths &paths)
{
    return paths.dataFolder + QStringLiteral("/state.db");
}

QString cacheFile(const StorePaths &paths)
{
    return paths.cacheFolder + QStringLiteral("/cache.db");
}

void seedCache(Databases &databases)
{
    sqlite::Transaction transaction(*databases.cache);
    if (databases.cache->query("SELECT 1 FROM alerts LIMIT 1").next()) {
        return;
    }
    AlertsTable alerts(*databases.cache);
    for (const Firing &firing : FiringsTable(*databases.state).open()) {
        Alert alert;
        alert.key = firing.alert;
        alert.title = firing.title;
        alert.service = firing.service;
        alert.team = firing.team;
        alert.severity = firing.severity;
        alert.state = firing.state;
        alert.startsAt = firing.startsAt;
        alerts.put(alert);
    }
    transaction.commit();
}

Result<Databases> openDatabases(const StorePaths &paths, const Clock &clock, Store::Mode mode)
{
    Databases databases;
    const UtcTime now = clock.now();
    OpenReport &report = databases.report;
    databases.readOnlyReason = mode == Store::Mode::ReadOnly
        ? QStringLiteral("This data was opened to read only: changes go through the running Quarterdeck.")
        : lockOrWhyNot(paths, databases, mode == Store::Mode::PatientReadWrite ? LockPatience : Millis(0));
    // Each is read through, to see whether it is sound: both at once.
    std::future<OpenedCache> cache;
    if (databases.cacheLock != nullptr) {
        cache = std::async(std::launch::async, [&paths, now] { return openCache(paths, now); });
    }
    if (databases.readOnlyReason.isEmpty()) {
        auto state = openState(paths.dataFolder, now, report);
        if (!state) {
            return tl::unexpected(state.error());
        }
        databases.state = std::move(state->connection);
        databases.readOnlyReason = state->readOnlyReason;
    } else {
        if (mode != Store::Mode::ReadOnly) {
            report.sentences += databases.readOnlyReason;
        }
        auto state = readState(paths.dataFolder, now, report);
        if (!state) {
            return tl::unexpected(state.error());
        }
        databases.state = std::move(*state);
    }
    report.isReadOnly = !databases.readOnlyReason.isEmpty();
    if (cache.valid()) {
        OpenedCache opened = cache.get();
        databases.cache = std::move(opened.connection);
        report.sentences += opened.report.sentences;
    } else {
        databases.cache = databases.readOnlyReason.isEmpty() ? copyCache(paths, report) : readCache(paths);
    }
    if (databases.cache == nullptr) {
        return fail(ErrorKind::Storage, QStringLiteral("There is not enough memory to open the cache."), paths.cacheFolder);
    }
    if (databases.cacheLock != nullptr || databases.cache->file() == QLatin1StringView(":memory:")) {
        seedCache(databases);
    }
    for (sqlite::Connection *connection : {databases.state.get(), databases.cache.get()}) {
        if (auto failure = connection->takeFailure()) {
            qCWarning(logStore) << failure->what << failure->where;
        }
    }
    return databases;
}

Result<Done> restartCache(Databases &databases, const StorePaths &paths, UtcTime now)
{
    auto memory = cacheInMemory();
    if (memory == nullptr) {
        return fail(ErrorKind::Storage, QStringLiteral("There is not enough memory to recreate the cache."));
    }
    databases.cache = std::move(memory);
    setAside(cacheFile(paths), QStringLiteral("corrupt"), now);
    if (auto fresh = openCacheFile(cacheFile(paths))) {
        databases.cache = std::move(fresh);
    }
    seedCache(databases);
    if (auto failure = databases.cache->takeFailure()) {
        return tl::unexpected(*failure);
    }
    return Done {};
}

} // namespace quarterdeck
