#pragma once

#include "app/store/sqlite/connection.h"
#include "app/store/sqlite/pagefile.h"
#include "app/store/tables/precioustable.h"

namespace quarterdeck {

/// A row of a damaged state.db whose checksum says that it is whole, and of which table it is.
struct SalvagedRow {
    const PreciousTable *table = nullptr;
    qint64 seq = 0;
    qint64 sum = 0;
    sqlite::Row values;
};

/// What a damaged file still holds.
struct Salvage {
    std::vector<SalvagedRow> rows; ///< In the order they were stored.
    int unreadable = 0;            ///< Rows, or what is left of them, that cannot be trusted.
};

/// Reads every precious row of a file that nobody has open, without relying on its schema.
Salvage salvageRows(const QString &file);
/// Stores salvaged rows; returns how many were not there already. `isStale`: they come from a backup, so what was still to be sent then
/// is read back instead of sent.
int restoreRows(sqlite::Connection &state, const Salvage &salvage, bool isStale = false);
/// restoreRows() of the newest backup in the folder.
int restoreFromBackup(sqlite::Connection &state, const QString &backups);

} // namespace quarterdeck
