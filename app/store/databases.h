#pragma once

#include "app/store/filelock.h"
#include "app/store/sqlite/connection.h"
#include "app/store/store.h"

#include <memory>

namespace quarterdeck {

/// The files.
QString stateFile(const StorePaths &paths);
QString cacheFile(const StorePaths &paths);

/// The two open databases and the locks that make them ours.
struct Databases {
    std::unique_ptr<FileLock> dataLock;
    std::unique_ptr<FileLock> cacheLock;
    std::unique_ptr<sqlite::Connection> state;
    std::unique_ptr<sqlite::Connection> cache;
    OpenReport report;
    QString readOnlyReason; ///< The sentence every write is refused with; empty where writing is possible.
};

/// Opens, recovers, migrates and checks both. Errors: Storage, when not even an empty database in memory can be had.
Result<Databases> openDatabases(const StorePaths &paths, const Clock &clock, Store::Mode mode);

/// Sets a damaged cache aside while the store is running and starts an empty one, filled from the open firings.
/// Errors: Storage.
Result<Done> restartCache(Databases &databases, const StorePaths &paths, UtcTime now);

/// Puts an alert for every firing that still goes on into an empty cache: an alert is rather shown than hidden.
void seedCache(Databases &databases);

} // namespace quarterdeck
