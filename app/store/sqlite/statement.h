#pragma once

#include "app/store/sqlite/value.h"

#include <QByteArrayView>

struct sqlite3_stmt;

namespace quarterdeck::sqlite {

class Connection;

/// A statement that its connection keeps.
struct PreparedStatement {
    sqlite3_stmt *statement = nullptr;
    bool isBusy = false;
};

/// A prepared statement in use; goes back to its connection when it ends. After a failure every call is harmless and next() false.
class Statement {
public:
    /// `kept`: where it goes back to; without it the statement ends with this.
    Statement(Connection &connection, sqlite3_stmt *statement, PreparedStatement *kept);
    ~Statement();
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&) = delete;

    /// From now on values are not copied: they outlive this.
    void borrow() { m_isBorrowing = true; }
    /// Binds the next parameter.
    template <std::integral I> void bindNext(I number) { bindInteger(qint64(number)); }
    void bindNext(UtcTime time) { bindInteger(time.ms); }
    void bindNext(double number);
    void bindNext(const QString &text);
    void bindNext(QLatin1StringView text);
    void bindNext(const QUuid &id);
    void bindNext(const QByteArray &blob);
    void bindNext(const Value &value);
    void bindNext(const Row &row);

    /// Steps to the next row; false at the end and after a failure.
    bool next();
    /// Steps to the end.
    void finish();

    /// A column as an integer; 0 for NULL.
    qint64 integer(int column) const;
    /// A column as a floating number; 0 for NULL.
    double real(int column) const;
    bool boolean(int column) const { return integer(column) != 0; }
    UtcTime time(int column) const { return {integer(column)}; }
    /// A column as text; empty for NULL.
    QString text(int column) const;
    /// A column as a UUID; null where it is none.
    QUuid uuid(int column) const;
    /// The bytes in place: valid until the next step.
    QByteArrayView view(int column) const;
    QByteArray blob(int column) const { return view(column).toByteArray(); }

private:
    void bindInteger(qint64 number);
    void check(int code);

    Connection *m_connection;
    sqlite3_stmt *m_statement;
    PreparedStatement *m_kept;
    bool m_isBorrowing = false;
    int m_bound = 0;
};

/// The parameters ?first to ?(first + count - 1), with commas between them.
QByteArray parameters(std::size_t first, std::size_t count);

/// How many values one statement looks up at once, in the list of an IN. Those that are not bound find nothing.
constexpr std::size_t ManyAtOnce = 250;

} // namespace quarterdeck::sqlite
