#include "app/store/sqlite/statement.h"

#include "app/store/sqlite/connection.h"

#include <sqlite3.h>

#include <utility>

namespace quarterdeck::sqlite {

Statement::Statement(Connection &connection, sqlite3_stmt *statement, PreparedStatement *kept)
    : m_connection(&connection)
    , m_statement(statement)
    , m_kept(kept)
{
}

Statement::~Statement()
{
    if (m_statement != nullptr && m_kept != nullptr) {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
        m_kept->isBusy = false;
    } else {
        sqlite3_finalize(m_statement);
    }
}

Statement::Statement(Statement &&other) noexcept
    : m_connection(other.m_connection)
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_kept(other.m_kept)
    , m_isBorrowing(other.m_isBorrowing)
    , m_bound(other.m_bound)
{
}

void Statement::check(int code)
{
    if (code != SQLITE_OK) {
        m_connection->fail(code);
    }
}

void Statement::bindInteger(qint64 number)
{
    if (m_statement != nullptr) {
        check(sqlite3_bind_int64(m_statement, ++m_bound, number));
    }
}

void Statement::bindNext(double number)
{
    if (m_statement != nullptr) {
        check(sqlite3_bind_double(m_statement, ++m_bound, number));
    }
}

void Statement::bindNext(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const bool isBorrowing = std::exchange(m_isBorrowing, false);
    bindNext(QLatin1StringView(bytes.constData(), bytes.size()));
    m_isBorrowing = isBorrowing;
}

void Statement::bindNext(QLatin1StringView text)
{
    if (m_statement != nullptr) {
        const char *data = text.data() != nullptr ? text.data() : "";
        const auto lifetime = m_isBorrowing ? SQLITE_STATIC : SQLITE_TRANSIENT;
        check(sqlite3_bind_text64(m_statement, ++m_bound, data, sqlite3_uint64(text.size()), lifetime, SQLITE_UTF8));
    }
}

void Statement::bindNext(const QUuid &id)
{
    bindNext(QString::fromLatin1(id.toByteArray(QUuid::WithoutBraces)));
}

void Statement::bindNext(const QByteArray &blob)
{
    if (m_statement != nullptr) {
        const char *data = blob.constData() != nullptr ? blob.constData() : "";
        check(sqlite3_bind_blob64(m_statement, ++m_bound, data, sqlite3_uint64(blob.size()), m_isBorrowing ? SQLITE_STATIC : SQLITE_TRANSIENT));
    }
}

void Statement::bindNext(const Value &value)
{
    switch (value.kind) {
    case Value::Kind::Null:
        ++m_bound;
        return;
    case Value::Kind::Integer:
        return bindInteger(value.integer);
    case Value::Kind::Real:
        return bindNext(value.real);
    case Value::Kind::Text:
        return bindNext(QLatin1StringView(value.bytes.constData(), value.bytes.size()));
    case Value::Kind::Blob:
        return bindNext(value.bytes);
    }
}

void Statement::bindNext(const Row &row)
{
    for (const Value &value : row) {
        bindNext(value);
    }
}

bool Statement::next()
{
    if (m_statement == nullptr || m_connection->hasFailed()) {
        return false;
    }
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code != SQLITE_DONE) {
        m_connection->fail(code);
    }
    return false;
}

void Statement::finish()
{
    while (next()) { }
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QByteArrayView Statement::view(int column) const
{
    const void *data = sqlite3_column_blob(m_statement, column);
    return {static_cast<const char *>(data), qsizetype(sqlite3_column_bytes(m_statement, column))};
}

QString Statement::text(int column) const
{
    return QString::fromUtf8(view(column));
}

QUuid Statement::uuid(int column) const
{
    return QUuid::fromString(QString::fromLatin1(view(column)));
}

QByteArray parameters(std::size_t first, std::size_t count)
{
    QByteArray list;
    for (std::size_t i = first; i < first + count; ++i) {
        list += (i > first ? ",?" : "?") + QByteArray::number(qulonglong(i));
    }
    return list;
}

} // namespace quarterdeck::sqlite
