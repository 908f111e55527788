#include "app/store/migration.h"

namespace quarterdeck {

namespace {

Result<Done> applyStep(sqlite::Connection &database, const Migration &step)
{
    sqlite::Transaction transaction(database);
    database.execute(step.sql);
    database.execute("PRAGMA user_version=" + QByteArray::number(step.version));
    if (!transaction.commit()) {
        Error error = *database.takeFailure();
        error.where = QString::fromLatin1(step.name) + QStringLiteral(": ") + error.where;
        return tl::unexpected(error);
    }
    return Done {};
}

} // namespace

Result<Done> migrate(sqlite::Connection &database, std::span<const Migration> steps, const std::function<Result<Done>(const Migration &next)> &before)
{
    int version = database.userVersion();
    const bool isFilled = version > 0;
    for (const Migration &step : steps) {
        if (step.version <= version) {
            continue;
        }
        if (isFilled && before) {
            if (auto kept = before(step); !kept) {
                return kept;
            }
        }
        if (auto done = applyStep(database, step); !done) {
            return done;
        }
        version = step.version;
    }
    if (auto failure = database.takeFailure()) {
        return tl::unexpected(*failure);
    }
    return Done {};
}

} // namespace quarterdeck
