#pragma once

#include "app/store/sqlite/connection.h"

#include <functional>
#include <span>

namespace quarterdeck {

/// One step of a schema. Steps are numbered from 1 without gaps; a released one never changes.
struct Migration {
    int version = 0;
    const char *name = nullptr;
    const char *sql = nullptr;
};

/// The embedded steps of app/store/schema/<database>.
std::span<const Migration> stateMigrations();
std::span<const Migration> cacheMigrations();
std::span<const Migration> logsMigrations();

/// Brings a database up to the newest step, each in one transaction. `before` is called ahead of every step of a database that
/// already holds something (to keep a backup); its failure stops the migration.
/// Errors: Storage; the database then stands at the last step that succeeded.
Result<Done> migrate(
    sqlite::Connection &database, std::span<const Migration> steps, const std::function<Result<Done>(const Migration &next)> &before = {});

} // namespace quarterdeck
