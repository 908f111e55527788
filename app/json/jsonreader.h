#pragma once

#include "app/core/result.h"

#include <QByteArrayView>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace quarterdeck {

struct JsonTape;

/// A place in a parsed JSON document, and the way there. Reading never throws: a missing or wrong required value marks the document as
/// bad at the first such pointer and yields an empty one. Cheap to copy; keeps the document alive.
/// Thread: any, one at a time for all values of one document.
class JsonValue {
public:
    JsonValue();

    bool isNull() const; ///< Absent or null.
    bool isObject() const;
    bool isArray() const;
    bool isString() const;
    bool isNumber() const;
    bool isBoolean() const;
    /// A member; absent ones are null values, never errors by themselves. The last one wins where a name occurs twice.
    JsonValue operator[](QStringView name) const;
    /// An element, in constant time; absent ones are null values.
    JsonValue at(qsizetype index) const;
    /// Elements of an array or members of an object; 0 for anything else.
    qsizetype size() const;
    /// Calls for every element of an array (index as name) or member of an object, in order.
    void each(const std::function<void(const QString &name, const JsonValue &value)> &fn) const;

    /// Required values: mark the document as bad when absent or of another type.
    QString string() const;
    double number() const;
    qint64 integer() const; ///< A number without a fraction that fits; others mark the document as bad.
    bool boolean() const;
    /// An identifier: a string, or an integer of any length as it was written.
    QString id() const;
    /// Optional values: the fallback where absent or of another type.
    QString stringOr(const QString &fallback) const;
    double numberOr(double fallback) const;
    qint64 integerOr(qint64 fallback) const;
    bool booleanOr(bool fallback) const;
    /// The UTF-8 of a string without a copy, empty for anything else. Valid as long as the document.
    QByteArrayView utf8() const;
    /// Marks the document as bad here, for rules of the caller's own; the first mark stays.
    void markBad(const QString &what) const;
    /// RFC 6901 pointer of this place.
    QString pointer() const;

private:
    friend class JsonDocument;
    JsonValue(std::shared_ptr<JsonTape> tape, quint32 node);
    std::optional<qint64> exactInteger() const;

    std::shared_ptr<JsonTape> m_tape;
    quint32 m_node = 0;
    QString m_missing; ///< Pointer below m_node of a place that is not there; null for one that is.
};

/// The one guarded reader of JSON from outside: size by the caller, depth at most 64, at most 2,000,000 nodes, no exceptions,
/// ids kept as text. Values of bad UTF-8 are refused with their position.
class JsonDocument {
public:
    /// Errors: BadPayload; `byte` is set where it is not JSON, and not where it is but beyond the limits; TooLarge beyond 2 GB.
    static Result<JsonDocument> parse(QByteArrayView bytes);
    JsonValue root() const;
    /// The first required value that was missing or of the wrong type, as BadPayload with `where` = its pointer; Done when all were there.
    Result<Done> verdict() const;

private:
    std::shared_ptr<JsonTape> m_tape;
};

/// Builds JSON text. Never fails: text that is not valid Unicode is replaced.
class JsonWriter {
public:
    /// `indent`: spaces for each level, with a line for each value; 0: all on one line.
    explicit JsonWriter(int indent = 0)
        : m_indent(indent)
    {
    }
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
    /// The finished text, or what is left of it after drain().
    QByteArray take();
    /// What has been written since the last drain(), for a text that is too long to be held whole.
    QByteArray drain() { return std::exchange(m_out, {}); }
    /// Bytes that drain() would give.
    qsizetype size() const { return m_out.size(); }

private:
    void separate();
    void newLine();
    void open(char bracket);
    void close(char bracket);
    void append(QStringView text);
    void appendRuns(QStringView text);
    char *room(qsizetype size);

    QByteArray m_out;
    std::vector<bool> m_hasItems;
    int m_indent;
    bool m_afterKey = false;
};

} // namespace quarterdeck
