#include "app/json/jsonreader.h"

#include "app/json/jsontape.h"

#include <cmath>
#include <cstring>

namespace quarterdeck {

namespace {

QString pointerPart(QString name)
{
    return u'/' + name.replace(u'~', QLatin1StringView("~0")).replace(u'/', QLatin1StringView("~1"));
}

/// The node itself, or null for a place that is not there.
const JsonNode *nodeOf(const std::shared_ptr<JsonTape> &tape, quint32 node, const QString &missing)
{
    return tape && missing.isNull() ? &tape->nodes[node] : nullptr;
}

bool isKind(const JsonNode *node, JsonKind kind)
{
    return node != nullptr && node->kind == kind;
}

bool isContainer(const JsonNode *node)
{
    return isKind(node, JsonKind::Array) || isKind(node, JsonKind::Object);
}

bool isNumeric(const JsonNode *node)
{
    return isKind(node, JsonKind::Integer) || isKind(node, JsonKind::Number) || isKind(node, JsonKind::BigInteger);
}

double toDouble(const JsonTape &tape, const JsonNode &node)
{
    switch (node.kind) {
    case JsonKind::Integer:
        return double(node.integer);
    case JsonKind::Number:
        return node.number;
    default:
        return tape.string(node).toByteArray().toDouble();
    }
}

} // namespace

JsonValue::JsonValue() = default;

JsonValue::JsonValue(std::shared_ptr<JsonTape> tape, quint32 node)
    : m_tape(std::move(tape))
    , m_node(node)
{
}

bool JsonValue::isNull() const
{
    const JsonNode *node = nodeOf(m_tape, m_node, m_missing);
    return node == nullptr || node->kind == JsonKind::Null;
}

bool JsonValue::isObject() const
{
    return isKind(nodeOf(m_tape, m_node, m_missing), JsonKind::Object);
}

bool JsonValue::isArray() const
{
    return isKind(nodeOf(m_tape, m_node, m_missing), JsonKind::Array);
}

bool JsonValue::isString() const
{
    return isKind(nodeOf(m_tape, m_node, m_missing), JsonKind::String);
}

bool JsonValue::isNumber() const
{
    return isNumeric(nodeOf(m_tape, m_node, m_missing));
}

bool JsonValue::isBoolean() const
{
    return isKind(nodeOf(m_tape, m_node, m_missing), JsonKind::Boolean);
}

JsonValue JsonValue::operator[](QStringView name) const
{
    if (isObject()) {
        const JsonNode::Span span = m_tape->nodes[m_node].span;
        const QByteArray wanted = name.toUtf8();
        for (quint32 child = span.first + span.count; child-- > span.first;) {
            const JsonNode &member = m_tape->nodes[child];
            if (member.nameSize == quint32(wanted.size())
                && std::memcmp(m_tape->text.data() + member.nameAt, wanted.constData(), member.nameSize) == 0) {
                return {m_tape, child};
            }
        }
    }
    JsonValue absent(m_tape, m_node);
    absent.m_missing = m_missing + pointerPart(name.toString());
    return absent;
}

JsonValue JsonValue::at(qsizetype index) const
{
    if (isArray()) {
        const JsonNode::Span span = m_tape->nodes[m_node].span;
        if (index >= 0 && index < qsizetype(span.count)) {
            return {m_tape, span.first + quint32(index)};
        }
    }
    JsonValue absent(m_tape, m_node);
    absent.m_missing = m_missing + u'/' + QString::number(index);
    return absent;
}

qsizetype JsonValue::size() const
{
    const JsonNode *node = nodeOf(m_tape, m_node, m_missing);
    return isContainer(node) ? qsizetype(node->span.count) : 0;
}

void JsonValue::each(const std::function<void(const QString &, const JsonValue &)> &fn) const
{
    const JsonNode *node = nodeOf(m_tape, m_node, m_missing);
    if (!isContainer(node)) {
        return;
    }
    const bool hasNames = node->kind == JsonKind::Object;
    const JsonNode::Span span = node->span;
    for (quint32 i = 0; i < span.count; ++i) {
        const JsonValue child(m_tape, span.first + i);
        fn(hasNames ? QString::fromUtf8(m_tape->name(m_tape->nodes[span.first + i])) : QString::number(i), child);
    }
}

QString JsonValue::string() const
{
    if (!isString()) {
        markBad(QStringLiteral("A text is missing"));
        return {};
    }
    return QString::fromUtf8(utf8());
}

double JsonValue::number() const
{
    if (!isNumber()) {
        markBad(QStringLiteral("A number is missing"));
        return 0;
    }
    return toDouble(*m_tape, m_tape->nodes[m_node]);
}

std::optional<qint64> JsonValue::exactInteger() const
{
    const JsonNode *node = nodeOf(m_tape, m_node, m_missing);
    if (isKind(node, JsonKind::Integer)) {
        return node->integer;
    }
    // "1e3" is an integer too; beyond 2^53 a double no longer tells neighbours apart.
    constexpr double Exact = 9'007'199'254'740'992.0;
    if (isKind(node, JsonKind::Number) && std::abs(node->number) <= Exact && std::trunc(node->number) == node->number) {
        return qint64(node->number);
    }
    return std::nullopt;
}

qint64 JsonValue::integer() const
{
    const auto exact = exactInteger();
    if (!exact) {
        markBad(isNumber() ? QStringLiteral("Expected an integer") : QStringLiteral("An integer is missing"));
    }
    return exact.value_or(0);
}

bool JsonValue::boolean() const
{
    if (!isBoolean()) {
        markBad(QStringLiteral("A yes or no is missing"));
        return false;
    }
    return m_tape->nodes[m_node].boolean;
}

QString JsonValue::id() const
{
    const JsonNode *node = nodeOf(m_tape, m_node, m_missing);
    if (isKind(node, JsonKind::Integer)) {
        return QString::number(node->integer);
    }
    if (isKind(node, JsonKind::BigInteger) || isKind(node, JsonKind::String)) {
        return QString::fromUtf8(m_tape->string(*node));
    }
    markBad(QStringLiteral("An identifier is missing"));
    return {};
}

QString JsonValue::stringOr(const QString &fallback) const
{
    return isString() ? QString::fromUtf8(utf8()) : fallback;
}

double JsonValue::numberOr(double fallback) const
{
    return isNumber() ? toDouble(*m_tape, m_tape->nodes[m_node]) : fallback;
}

qint64 JsonValue::integerOr(qint64 fallback) const
{
    return exactInteger().value_or(fallback);
}

bool JsonValue::booleanOr(bool fallback) const
{
    return isBoolean() ? m_tape->nodes[m_node].boolean : fallback;
}

QByteArrayView JsonValue::utf8() const
{
    return isString() ? m_tape->string(m_tape->nodes[m_node]) : QByteArrayView();
}

void JsonValue::markBad(const QString &what) const
{
    if (m_tape && !m_tape->bad) {
        const QString place = pointer();
        m_tape->bad = Error {ErrorKind::BadPayload, QStringLiteral("%1 at %2.").arg(what, place.isEmpty() ? QStringLiteral("the top") : place), place,
            0, std::nullopt};
    }
}

QString JsonValue::pointer() const
{
    if (!m_tape) {
        return m_missing;
    }
    QString path = m_missing;
    for (quint32 at = m_node; m_tape->nodes[at].parent != JsonTape::NoNode;) {
        const JsonNode &node = m_tape->nodes[at];
        const JsonNode &parent = m_tape->nodes[node.parent];
        path.prepend(
            parent.kind == JsonKind::Object ? pointerPart(QString::fromUtf8(m_tape->name(node))) : u'/' + QString::number(at - parent.span.first));
        at = node.parent;
    }
    return path;
}

} // namespace quarterdeck
