#pragma once

#include "app/store/sqlite/connection.h"
#include "app/store/store.h"

namespace quarterdeck {

/// state.db as it was found.
struct StateDatabase {
    std::unique_ptr<sqlite::Connection> connection;
    QString readOnlyReason; ///< Empty where it may be written to.
};

/// Opens state.db for its one writer: recovers it when damaged, migrates it after a backup, sets damaged rows aside.
/// Falls back to reading only, then to an empty database in memory. Errors: Storage.
Result<StateDatabase> openState(const QString &folder, UtcTime now, OpenReport &report);

/// Opens state.db beside its writer, or what can be read of it. Errors: Storage.
Result<std::unique_ptr<sqlite::Connection>> readState(const QString &folder, UtcTime now, OpenReport &report);

} // namespace quarterdeck
