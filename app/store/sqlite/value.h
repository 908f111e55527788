#pragma once

#include "app/core/time.h"

#include <QByteArray>
#include <QString>
#include <QUuid>

#include <concepts>
#include <vector>

namespace quarterdeck::sqlite {

/// One value of a row, as SQLite stores it.
struct Value {
    enum class Kind : quint8 { Null, Integer, Real, Text, Blob };
    Kind kind = Kind::Null;
    qint64 integer = 0;
    double real = 0;
    QByteArray bytes; ///< UTF-8 for Text.

    Value() = default;
    template <std::integral I>
    Value(I number)
        : kind(Kind::Integer)
        , integer(qint64(number))
    {
    }
    Value(UtcTime time)
        : Value(time.ms)
    {
    }
    Value(const QString &text)
        : kind(Kind::Text)
        , bytes(text.toUtf8())
    {
    }
    Value(QLatin1StringView text)
        : kind(Kind::Text)
        , bytes(text.data(), text.size())
    {
    }
    Value(const QUuid &id)
        : kind(Kind::Text)
        , bytes(id.toByteArray(QUuid::WithoutBraces))
    {
    }
    Value(QByteArray blob)
        : kind(Kind::Blob)
        , bytes(std::move(blob))
    {
    }

    friend bool operator==(const Value &, const Value &) = default;
};

/// The values of one row, in the order of its columns.
using Row = std::vector<Value>;

/// The checksum of a row: 64-bit FNV-1a over types and bytes, the same in C++ and as the SQL function qd_sum(tag, values...).
class RowHash {
public:
    explicit RowHash(QByteArrayView tag);
    void add(const Value &value);
    void addNull();
    void addInteger(qint64 number);
    void addReal(double number);
    void addBytes(Value::Kind kind, const char *data, qsizetype size);
    qint64 value() const { return qint64(m_hash); }

private:
    void mix(const void *data, qsizetype size);
    quint64 m_hash;
};

} // namespace quarterdeck::sqlite
