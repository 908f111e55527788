#include "app/store/sqlite/connection.h"

#include "app/store/sqlite/failure.h"

#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <sqlite3.h>

#include <fcntl.h>
#include <unistd.h>

namespace quarterdeck::sqlite {

namespace {

void rowSum(sqlite3_context *context, int count, sqlite3_value **values)
{
    RowHash hash(QByteArrayView(static_cast<const char *>(sqlite3_value_blob(values[0])), sqlite3_value_bytes(values[0])));
    for (int i = 1; i < count; ++i) {
        const int type = sqlite3_value_type(values[i]);
        if (type == SQLITE_INTEGER) {
            hash.addInteger(sqlite3_value_int64(values[i]));
        } else if (type == SQLITE_FLOAT) {
            hash.addReal(sqlite3_value_double(values[i]));
        } else if (type == SQLITE_NULL) {
            hash.addNull();
        } else {
            const auto *data = static_cast<const char *>(sqlite3_value_blob(values[i]));
            hash.addBytes(type == SQLITE_TEXT ? Value::Kind::Text : Value::Kind::Blob, data, sqlite3_value_bytes(values[i]));
        }
    }
    sqlite3_result_int64(context, hash.value());
}

/// SQLite makes files by umask; ours are private from their first byte.
void createPrivate(const QString &file)
{
    const int fd = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd >= 0) {
        ::close(fd);
    }
}

QByteArray locator(const QString &file, Connection::Access access)
{
    if (file == QLatin1StringView(":memory:")) {
        return file.toUtf8();
    }
    const QFileInfo info(file);
    const QString path = QFileInfo(info.absolutePath()).canonicalFilePath() + u'/' + info.fileName();
    QByteArray uri = QByteArrayLiteral("file:") + QUrl::toPercentEncoding(path, "/");
    if (access == Connection::Access::Immutable) {
        uri += "?immutable=1";
    }
    return uri;
}

} // namespace

Connection::Connection(QString file)
    : m_file(std::move(file))
{
}

Connection::~Connection()
{
    for (const auto &[sql, prepared] : m_prepared) {
        sqlite3_finalize(prepared.statement);
    }
    sqlite3_close_v2(m_handle);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &file, Access access, Sync sync, int *failureCode)
{
    std::unique_ptr<Connection> connection(new Connection(file));
    if (access == Access::ReadWrite && file != QLatin1StringView(":memory:")) {
        createPrivate(file);
    }
    const int mode = access == Access::ReadWrite ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    const int flags = mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE;
    int code = sqlite3_open_v2(locator(file, access).constData(), &connection->m_handle, flags, nullptr);
    if (code != SQLITE_OK) {
        connection->fail(code);
    } else {
        connection->configure(access, sync);
    }
    if (failureCode != nullptr) {
        *failureCode = connection->failureCode();
    }
    if (auto failure = connection->takeFailure()) {
        return tl::unexpected(*failure);
    }
    return connection;
}

void Connection::configure(Access access, Sync sync)
{
    sqlite3_hard_heap_limit64(256LL * 1024 * 1024);
    sqlite3_extended_result_codes(m_handle, 1);
    sqlite3_busy_timeout(m_handle, 5000);
    for (const auto &[option, value] : {std::pair {SQLITE_DBCONFIG_DEFENSIVE, 1}, std::pair {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
             std::pair {SQLITE_DBCONFIG_ENABLE_VIEW, 0}, std::pair {SQLITE_DBCONFIG_DQS_DML, 0}, std::pair {SQLITE_DBCONFIG_DQS_DDL, 0},
             std::pair {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0}, std::pair {SQLITE_DBCONFIG_ENABLE_FKEY, 1}}) {
        sqlite3_db_config(m_handle, option, value, nullptr);
    }
    for (const auto &[limit, value] :
        {std::pair {SQLITE_LIMIT_LENGTH, 16 * 1024 * 1024}, std::pair {SQLITE_LIMIT_SQL_LENGTH, 100'000}, std::pair {SQLITE_LIMIT_ATTACHED, 0},
            std::pair {SQLITE_LIMIT_VARIABLE_NUMBER, 999}, std::pair {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000}}) {
        sqlite3_limit(m_handle, limit, value);
    }
    sqlite3_create_function_v2(
        m_handle, "qd_sum", -1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr, rowSum, nullptr, nullptr, nullptr);
    sqlite3_progress_handler(m_handle, 4000, isStopped, this);
    keepWal(true);
    execute("PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY;");
    if (access == Access::ReadWrite) {
        // What only grows is written at its end and hardly read: pages kept of it would be memory that grows with every change.
        execute(sync == Sync::Full ? "PRAGMA cache_size=-3000;" : "PRAGMA cache_size=-16000;");
        execute("PRAGMA journal_mode=WAL; PRAGMA journal_size_limit=16777216;");
        execute(sync == Sync::Full ? "PRAGMA synchronous=FULL;" : "PRAGMA synchronous=NORMAL;");
    } else {
        execute("PRAGMA cache_size=-4000; PRAGMA query_only=ON; SELECT count(*) FROM sqlite_schema;");
    }
    // A reader never checkpoints, not even as the last to close.
    keepWal(hasFailed() || access != Access::ReadWrite);
}

int Connection::isStopped(void *connection)
{
    const auto *self = static_cast<const Connection *>(connection);
    return self->m_cancel.stop_requested() || self->m_end.stop_requested() ? 1 : 0;
}

void Connection::execute(const QByteArray &sql)
{
    if (hasFailed()) {
        return;
    }
    const int code = sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        fail(code);
    }
}

Statement Connection::prepare(const char *sql)
{
    if (hasFailed()) {
        return {*this, nullptr, nullptr};
    }
    PreparedStatement &prepared = m_prepared[sql];
    if (prepared.statement != nullptr && !prepared.isBusy) {
        prepared.isBusy = true;
        return {*this, prepared.statement, &prepared};
    }
    sqlite3_stmt *statement = nullptr;
    if (const int code = sqlite3_prepare_v3(m_handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr); code != SQLITE_OK) {
        fail(code);
        return {*this, nullptr, nullptr};
    }
    if (prepared.isBusy) {
        return {*this, statement, nullptr};
    }
    prepared = {statement, true};
    return {*this, statement, &prepared};
}

qint64 Connection::lastRowId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

int Connection::changedRows() const
{
    return sqlite3_changes(m_handle);
}

int Connection::userVersion()
{
    Statement statement = query("PRAGMA user_version");
    return statement.next() ? int(statement.integer(0)) : 0;
}

QStringList Connection::complaints(const QByteArray &check)
{
    sqlite3_stmt *statement = nullptr;
    QStringList found;
    int code = sqlite3_prepare_v2(m_handle, QByteArray("PRAGMA " + check).constData(), -1, &statement, nullptr);
    while (code == SQLITE_OK && found.size() < 20 && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, 0));
        if (qstrcmp(text, "ok") != 0) {
            found += QString::fromUtf8(text);
        }
        code = SQLITE_OK;
    }
    sqlite3_finalize(statement);
    if (code != SQLITE_OK && code != SQLITE_DONE) {
        found += QString::fromUtf8(sqlite3_errmsg(m_handle));
    }
    return found;
}

std::optional<Error> Connection::takeFailure()
{
    m_code = 0;
    return std::exchange(m_failure, std::nullopt);
}

void Connection::fail(int code)
{
    if (!m_failure) {
        m_code = code;
        m_failure = storageError(code, QFileInfo(m_file).fileName(), QString::fromUtf8(sqlite3_errmsg(m_handle)));
    }
}

void Connection::fail(const Error &error)
{
    if (!m_failure) {
        m_code = SQLITE_ERROR;
        m_failure = error;
    }
}

void Connection::keepWal(bool isKept)
{
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, isKept ? 1 : 0, nullptr);
}

Result<Done> Connection::copyTo(const QString &target, const std::function<void()> &between)
{
    constexpr int PagesAtOnce = 1000;
    const QString partial = target + QStringLiteral(".partial");
    QFile::remove(partial);
    createPrivate(partial);
    sqlite3 *copy = nullptr;
    int code = sqlite3_open_v2(QFile::encodeName(partial).constData(), &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, nullptr);
    if (code == SQLITE_OK) {
        if (sqlite3_backup *backup = sqlite3_backup_init(copy, "main", m_handle, "main")) {
            while (sqlite3_backup_step(backup, PagesAtOnce) == SQLITE_OK) {
                if (between) {
                    between();
                }
            }
            sqlite3_backup_finish(backup);
        }
        code = sqlite3_errcode(copy) == SQLITE_OK ? SQLITE_OK : sqlite3_extended_errcode(copy);
    }
    sqlite3_close(copy);
    if (code == SQLITE_OK && ::rename(QFile::encodeName(partial).constData(), QFile::encodeName(target).constData()) == 0) {
        return Done {};
    }
    QFile::remove(partial);
    return tl::unexpected(
        storageError(code == SQLITE_OK ? SQLITE_CANTOPEN : code, QFileInfo(target).fileName(), QString::fromUtf8(sqlite3_errstr(code))));
}

void Connection::copyFrom(Connection &other)
{
    if (sqlite3_backup *backup = sqlite3_backup_init(m_handle, "main", other.m_handle, "main")) {
        sqlite3_backup_step(backup, -1);
        sqlite3_backup_finish(backup);
    }
    if (sqlite3_errcode(m_handle) != SQLITE_OK) {
        fail(sqlite3_extended_errcode(m_handle));
    }
}

Transaction::Transaction(Connection &connection)
    : m_connection(connection)
{
    m_connection.run("BEGIN IMMEDIATE");
    m_open = !m_connection.hasFailed();
}

Transaction::~Transaction()
{
    if (m_open) {
        sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

bool Transaction::commit()
{
    if (!m_open || m_connection.hasFailed()) {
        return false;
    }
    m_connection.run("COMMIT");
    m_open = m_connection.hasFailed();
    return !m_open;
}

} // namespace quarterdeck::sqlite
