#include "app/store/sqlite/value.h"

#include <cstring>

namespace quarterdeck::sqlite {

RowHash::RowHash(QByteArrayView tag)
    : m_hash(0xcbf29ce484222325ULL)
{
    mix(tag.data(), tag.size());
}

void RowHash::mix(const void *data, qsizetype size)
{
    const auto *bytes = static_cast<const unsigned char *>(data);
    for (qsizetype i = 0; i < size; ++i) {
        m_hash = (m_hash ^ bytes[i]) * 0x100000001b3ULL;
    }
}

void RowHash::add(const Value &value)
{
    switch (value.kind) {
    case Value::Kind::Null:
        return addNull();
    case Value::Kind::Integer:
        return addInteger(value.integer);
    case Value::Kind::Real:
        return addReal(value.real);
    case Value::Kind::Text:
    case Value::Kind::Blob:
        return addBytes(value.kind, value.bytes.constData(), value.bytes.size());
    }
}

void RowHash::addNull()
{
    mix("n", 1);
}

void RowHash::addInteger(qint64 number)
{
    mix("i", 1);
    mix(&number, sizeof number);
}

void RowHash::addReal(double number)
{
    mix("r", 1);
    mix(&number, sizeof number);
}

void RowHash::addBytes(Value::Kind kind, const char *data, qsizetype size)
{
    const auto length = qint64(size);
    mix(kind == Value::Kind::Text ? "t" : "b", 1);
    mix(&length, sizeof length);
    mix(data, size);
}

} // namespace quarterdeck::sqlite
