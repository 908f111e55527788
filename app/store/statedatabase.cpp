#include "app/store/statedatabase.h"

#include "app/core/log.h"
#include "app/store/folders.h"
#include "app/store/migration.h"
#include "app/store/salvage.h"
#include "app/store/sqlite/failure.h"
#include "app/store/tables/precioustable.h"

#include <QFileInfo>

#include <limits>

namespace quarterdeck {

namespace {

using sqlite::Connection;

constexpr int ApplicationId = 0x51444B31; // "QDK1"
constexpr qint64 CheckedAtStart = 5000;

enum class Verdict : quint8 { Sound, Newer, Damaged };

int newestVersion()
{
    return stateMigrations().back().version;
}

QString metaValue(Connection &state, const char *sql)
{
    auto row = state.query(sql);
    return row.next() ? row.text(0) : QString();
}

Verdict examine(Connection &state)
{
    const int version = state.userVersion();
    qint64 application = 0;
    {
        auto row = state.query("PRAGMA application_id");
        application = row.next() ? row.integer(0) : 0;
    }
    const bool isFresh = version == 0 && application == 0 && !state.query("SELECT 1 FROM sqlite_schema").next();
    if (isFresh && !state.hasFailed()) {
        return Verdict::Sound;
    }
    const int noted = metaValue(state, "SELECT value FROM meta WHERE name='schema'").toInt();
    const bool isOurs = !state.takeFailure() && application == ApplicationId && noted == version;
    if (!isOurs || !state.complaints("quick_check(20)").isEmpty()) {
        return Verdict::Damaged;
    }
    if (version > newestVersion()) {
        return Verdict::Newer;
    }
    for (const char *table : {"outbox", "notes", "runs", "marks"}) {
        if (!state.complaints(QByteArray("integrity_check('") + table + "')").isEmpty()) {
            return Verdict::Damaged;
        }
    }
    return Verdict::Sound;
}

Result<Done> migrateState(Connection &state, const QString &backups)
{
    state.execute("PRAGMA application_id=" + QByteArray::number(ApplicationId));
    auto done = migrate(state, stateMigrations(), [&](const Migration &next) -> Result<Done> {
        if (backups.isEmpty()) {
            return Done {};
        }
        makePrivateFolder(backups);
        return state.copyTo(backups + QStringLiteral("/state-before-%1.db").arg(QString::fromLatin1(next.name)));
    });
    if (done && metaValue(state, "SELECT value FROM meta WHERE name='schema'").toInt() != newestVersion()) {
        state.run("INSERT OR REPLACE INTO meta(name, value) VALUES('schema', ?1)", QString::number(newestVersion()));
    }
    if (auto failure = state.takeFailure(); failure && done) {
        return tl::unexpected(*failure);
    }
    return done;
}

/// Rows with a wrong checksum go to `damaged`; what a backup has of them comes back.
void checkRows(Connection &state, const QString &folder, UtcTime now, OpenReport &report)
{
    const bool wasClean = metaValue(state, "SELECT value FROM meta WHERE name='clean_exit'") == QLatin1StringView("1");
    int found = 0;
    {
        sqlite::Transaction transaction(state);
        for (const PreciousTable *table : preciousTables()) {
            const bool isLong = table->name() == "history" || table->name() == "firings";
            found += table->setAsideDamaged(state, now, isLong && wasClean ? CheckedAtStart : std::numeric_limits<qint64>::max());
        }
        if (found > 0) {
            const int back = restoreFromBackup(state, folder + QStringLiteral("/backups"));
            report.recoveredRows += back;
            report.lostRows += found;
            report.sentences += QStringLiteral("%1 stored record(s) had been altered on disk. They were set aside in state.db and are not "
                                               "used; %2 came back from a backup.")
                                    .arg(found)
                                    .arg(back);
        }
        transaction.commit();
    }
    state.run("DELETE FROM meta WHERE name='clean_exit'");
}

std::unique_ptr<Connection> emptyInMemory()
{
    auto memory = Connection::open(QStringLiteral(":memory:"), Connection::Access::ReadWrite, Connection::Sync::Full);
    return memory && migrateState(**memory, {}) ? std::move(*memory) : nullptr;
}

/// The damaged file is kept, then replaced by a new one with every row that can still be trusted.
/// Returns what stood in the way.
std::optional<Error> recover(const QString &file, UtcTime now, OpenReport &report)
{
    const Salvage found = salvageRows(file);
    const QString renewed = file + QStringLiteral(".new");
    for (const char *end : {"", "-wal", "-shm"}) {
        QFile::remove(renewed + QLatin1StringView(end));
    }
    int rows = 0;
    {
        auto target = Connection::open(renewed, Connection::Access::ReadWrite, Connection::Sync::Full);
        if (!target) {
            return target.error();
        }
        if (auto migrated = migrateState(**target, {}); !migrated) {
            return migrated.error();
        }
        sqlite::Transaction transaction(**target);
        rows = restoreRows(**target, found);
        rows += restoreFromBackup(**target, QFileInfo(file).absolutePath() + QStringLiteral("/backups"));
        if (!transaction.commit()) {
            return (*target)->takeFailure();
        }
    }
    const QString kept = setAside(file, QStringLiteral("damaged"), now);
    if ((kept.isEmpty() && QFile::exists(file)) || !QFile::rename(renewed, file)) {
        return Error {ErrorKind::Storage, QStringLiteral("The damaged file state.db could not be replaced."), file, 0, std::nullopt};
    }
    report.recoveredRows += rows;
    report.lostRows += found.unreadable;
    report.sentences += QStringLiteral("The file state.db was damaged. %1 record(s) were recovered and %2 could not be read; the damaged "
                                       "file was kept as %3.")
                            .arg(rows)
                            .arg(found.unreadable)
                            .arg(kept.isEmpty() ? QStringLiteral("(missing)") : QFileInfo(kept).fileName());
    return std::nullopt;
}

/// A database in memory with all that a damaged file still holds.
std::unique_ptr<Connection> salvagedInMemory(const QString &file, OpenReport &report)
{
    auto memory = emptyInMemory();
    if (memory && QFileInfo(file).size() > 0) {
        const Salvage found = salvageRows(file);
        report.recoveredRows += restoreRows(*memory, found);
        report.lostRows += found.unreadable;
        report.sentences += QStringLiteral("The file state.db is damaged: what can be read of it is shown.");
    }
    return memory;
}

std::unique_ptr<Connection> openReadable(const QString &file)
{
    for (const Connection::Access access : {Connection::Access::ReadOnly, Connection::Access::Immutable}) {
        if (auto opened = Connection::open(file, access, Connection::Sync::Full)) {
            return std::move(*opened);
        }
    }
    return nullptr;
}

/// An empty or missing file where there was one before: its rows may be in the -wal or in a backup.
bool isLost(const QString &file)
{
    const QFileInfo info(file);
    const QStringList backups = dailyBackups(info.absolutePath() + QStringLiteral("/backups"));
    return info.size() == 0 && (info.exists() || QFile::exists(file + QStringLiteral("-wal")) || !backups.isEmpty());
}

QString newerReason()
{
    return QStringLiteral("The data was written by a newer Quarterdeck. It is shown, but nothing can be acknowledged or changed with "
                          "this version.");
}

/// Opens a sound file and brings it up to date. Errors: BadPayload when it is damaged; Storage.
Result<StateDatabase> openSound(const QString &file, const QString &folder, UtcTime now, OpenReport &report)
{
    int code = 0;
    auto opened = Connection::open(file, Connection::Access::ReadWrite, Connection::Sync::Full, &code);
    if (!opened) {
        return sqlite::isDamage(code) ? fail(ErrorKind::BadPayload, opened.error().what, file) : tl::unexpected(opened.error());
    }
    Connection &state = **opened;
    state.keepWal(true);
    const Verdict verdict = examine(state);
    if (verdict == Verdict::Damaged) {
        return fail(ErrorKind::BadPayload, QStringLiteral("The file state.db is damaged."), file);
    }
    state.keepWal(false);
    if (verdict == Verdict::Newer) {
        report.sentences += newerReason();
        return StateDatabase {std::move(*opened), newerReason()};
    }
    if (auto migrated = migrateState(state, folder + QStringLiteral("/backups")); !migrated) {
        return tl::unexpected(migrated.error());
    }
    const OpenReport before = report;
    checkRows(state, folder, now, report);
    code = state.failureCode();
    const auto failure = state.takeFailure();
    if (sqlite::isDamage(code)) {
        report = before;
        state.keepWal(true);
        return fail(ErrorKind::BadPayload, failure->what, file);
    }
    if (failure && !sqlite::isDiskFull(code)) {
        return tl::unexpected(*failure);
    }
    return StateDatabase {std::move(*opened), {}};
}

} // namespace

Result<std::unique_ptr<Connection>> readState(const QString &folder, UtcTime, OpenReport &report)
{
    const QString file = folder + QStringLiteral("/state.db");
    std::unique_ptr<Connection> state = QFileInfo(file).size() > 0 ? openReadable(file) : nullptr;
    const Verdict verdict = state ? examine(*state) : Verdict::Damaged;
    if (verdict == Verdict::Damaged) {
        state = salvagedInMemory(file, report);
    } else if (state->userVersion() < newestVersion()) {
        auto memory = Connection::open(QStringLiteral(":memory:"), Connection::Access::ReadWrite, Connection::Sync::Full);
        if (memory) {
            (*memory)->copyFrom(*state);
            state = migrateState(**memory, {}) ? std::move(*memory) : emptyInMemory();
        }
    }
    if (!state) {
        return fail(ErrorKind::Storage, QStringLiteral("There is not enough memory to open the stored data."), file);
    }
    return state;
}

Result<StateDatabase> openState(const QString &folder, UtcTime now, OpenReport &report)
{
    const QString file = folder + QStringLiteral("/state.db");
    std::optional<Error> problem;
    if (isLost(file)) {
        problem = recover(file, now, report);
    }
    for (int attempt = 0; attempt < 2 && !problem; ++attempt) {
        auto opened = openSound(file, folder, now, report);
        if (opened) {
            return std::move(*opened);
        }
        problem = opened.error().kind == ErrorKind::BadPayload ? recover(file, now, report) : opened.error();
    }
    const Error error = problem.value_or(Error {ErrorKind::Storage, QStringLiteral("The file state.db could not be recovered."), file, 0, {}});
    qCWarning(logStore) << "state.db is opened to read only:" << error.what << error.where;
    auto readable = readState(folder, now, report);
    if (!readable) {
        return tl::unexpected(readable.error());
    }
    report.sentences += error.what;
    return StateDatabase {std::move(*readable), error.what};
}

} // namespace quarterdeck
