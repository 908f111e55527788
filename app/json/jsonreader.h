#pragma once

#include "app/core/result.h"

#include <QByteArrayView>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace quarterdeck {

/// A place in a parsed JSON document, and the way there. Reading never throws: a missing or wrong value marks the document as bad at
/// the first such pointer and yields an empty one. Copyable; keeps the document alive.
class JsonValue {
public:
    JsonValue();
    ~JsonValue();
    JsonValue(const JsonValue &);
    JsonValue &operator=(const JsonValue &);

    bool isNull() const;   ///< Absent or null.
    bool isObject() const;
    bool isArray() const;
    bool isString() const;
    bool isNumber() const;
    /// A member; absent ones are null values, never errors by themselves.
    JsonValue operator[](QStringView name) const;
    JsonValue at(qsizetype index) const;
    qsizetype size() const;
    /// Calls for every element of an array (index as name) or member of an object, in order.
    void each(const std::function<void(const QString &name, const JsonValue &value)> &fn) const;

    /// Required values: mark the document as bad when absent or of another type.
    QString string() const;
    double number() const;
    qint64 integer() const;
    bool boolean() const;
    /// Optional values.
    QString stringOr(const QString &fallback) const;
    double numberOr(double fallback) const;
    qint64 integerOr(qint64 fallback) const;
    bool booleanOr(bool fallback) const;
    /// RFC 6901 pointer of this place.
    QString pointer() const;

private:
    friend class JsonDocument;
    struct Data;
    std::shared_ptr<Data> d;
};

/// The one guarded reader of JSON from outside: size by the caller, depth at most 64, at most 2,000,000 nodes, no exceptions,
/// ids kept as text. Values of bad UTF-8 are refused with their position.
class JsonDocument {
public:
    /// Errors: BadPayload; `where` is the byte position or the reason's place.
    static Result<JsonDocument> parse(QByteArrayView bytes);
    JsonValue root() const;
    /// The first required value that was missing or of the wrong type, as BadPayload with `where` = its pointer; Done when all were there.
    Result<Done> verdict() const;

private:
    std::shared_ptr<void> m_state;
};

/// Builds JSON text. Never fails: text that is not valid Unicode is replaced.
class JsonWriter {
public:
    JsonWriter &beginObject();
    JsonWriter &endObject();
    JsonWriter &beginArray();
    JsonWriter &endArray();
    JsonWriter &key(QStringView name);
    JsonWriter &value(QStringView text);
    JsonWriter &value(const QString &text) { return value(QStringView(text)); }
    JsonWriter &value(QLatin1StringView text) { return value(QString(text)); }
    JsonWriter &value(const char *text) { return value(QString::fromUtf8(text)); }
    JsonWriter &value(double number); ///< NaN and infinities become null.
    JsonWriter &value(qint64 number);
    JsonWriter &value(int number) { return value(qint64(number)); }
    JsonWriter &value(bool flag);
    JsonWriter &null();
    /// The finished text. `indent` of 0 is one line.
    QByteArray take(int indent = 0);

private:
    void separate();
    QByteArray m_out;
    std::vector<bool> m_hasItems;
    bool m_afterKey = false;
};

} // namespace quarterdeck
