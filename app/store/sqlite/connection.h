#pragma once

#include "app/core/async.h"
#include "app/store/sqlite/statement.h"

#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>

struct sqlite3;

namespace quarterdeck::sqlite {

/// One connection with the settings that carry the promises. The first failure of any statement is kept and makes every commit fail
/// until it is taken, so that code between begin and commit need not check each call.
/// Thread: one at a time.
class Connection {
public:
    enum class Access : quint8 { ReadWrite, ReadOnly, Immutable };
    enum class Sync : quint8 { Normal, Full };

    /// Opens and sets up. A ReadWrite file is made 0600 when missing. ":memory:" is a private database without a file.
    /// Errors: Storage; `code`, where given, receives SQLite's own.
    static Result<std::unique_ptr<Connection>> open(const QString &file, Access access, Sync sync, int *code = nullptr);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// A statement with its values bound in order; prepared once for each text. `sql` must live as long as the connection.
    template <class... Values> Statement query(const char *sql, const Values &...values)
    {
        Statement statement = prepare(sql);
        (statement.bindNext(values), ...);
        return statement;
    }
    /// Runs a statement to its end.
    template <class... Values> void run(const char *sql, const Values &...values)
    {
        Statement statement = prepare(sql);
        statement.borrow();
        (statement.bindNext(values), ...);
        statement.finish();
    }
    /// Runs several statements without values, as a migration file has them.
    void execute(const QByteArray &sql);

    qint64 lastRowId() const;
    int changedRows() const;
    /// PRAGMA user_version.
    int userVersion();
    QString file() const { return m_file; }
    /// Rows of `PRAGMA <check>` other than "ok", at most 20.
    QStringList complaints(const QByteArray &check);

    bool hasFailed() const { return m_failure.has_value(); }
    /// The SQLite code of the first failure; 0 when none.
    int failureCode() const { return m_code; }
    std::optional<Error> takeFailure();
    void fail(int code);
    void fail(const Error &error);

    /// Reads stop with Cancelled when the token is stopped, until another is set.
    void setCancel(CancelToken cancel) { m_cancel = std::move(cancel); }
    /// Reads stop for good when this token is stopped.
    void setEnd(std::stop_token end) { m_end = std::move(end); }
    /// Keeps the -wal file when this closes, so that damage can be looked into.
    void keepWal(bool isKept);
    /// Copies everything into a new file, page by page, while this stays in use. Errors: Storage.
    /// `between` is called every few ms; what it writes through this connection is copied too.
    Result<Done> copyTo(const QString &target, const std::function<void()> &between = {});
    /// Replaces everything here by what another connection holds.
    void copyFrom(Connection &other);
    /// The C handle, for the backup of copyFrom.
    sqlite3 *handle() const { return m_handle; }

private:
    friend class Statement;
    explicit Connection(QString file);
    Statement prepare(const char *sql);
    void configure(Access access, Sync sync);
    static int isStopped(void *connection);

    QString m_file;
    sqlite3 *m_handle = nullptr;
    std::unordered_map<const char *, PreparedStatement> m_prepared;
    std::optional<Error> m_failure;
    int m_code = 0;
    CancelToken m_cancel;
    std::stop_token m_end;
};

/// Begins at once and rolls back unless committed.
class Transaction {
public:
    explicit Transaction(Connection &connection);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    /// False, and rolled back, when anything failed since the beginning; the failure stays in the connection.
    bool commit();

private:
    Connection &m_connection;
    bool m_open = false;
};

} // namespace quarterdeck::sqlite
