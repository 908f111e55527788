#include "app/sources/elasticsearch/dsl.h"

#include "app/json/jsonreader.h"

#include <algorithm>

namespace quarterdeck::elasticsearch {

namespace {

using Parts = QList<QByteArray>;

/// A string of JSON: whatever the text holds, it is that text and nothing else.
QByteArray quoted(const QString &text)
{
    JsonWriter json;
    json.value(text);
    return json.take();
}

QByteArray named(const QString &name, const QByteArray &value)
{
    return '{' + quoted(name) + ':' + value + '}';
}

QByteArray listOf(const Parts &parts)
{
    return '[' + parts.join(',') + ']';
}

QByteArray all(const Parts &parts)
{
    return "{\"bool\":{\"filter\":" + listOf(parts) + "}}";
}

QByteArray any(const Parts &parts)
{
    return parts.size() == 1 ? parts.front() : "{\"bool\":{\"should\":" + listOf(parts) + ",\"minimum_should_match\":1}}";
}

QByteArray no(const Parts &parts)
{
    return "{\"bool\":{\"must_not\":" + listOf(parts) + "}}";
}

QByteArray exists(const QString &name)
{
    return "{\"exists\":" + named(QStringLiteral("field"), quoted(name)) + '}';
}

QByteArray phrase(const QString &name, const QString &text)
{
    return "{\"match_phrase\":" + named(name, quoted(text)) + '}';
}

/// The field has one of these values.
QByteArray isOneOf(const QString &name, const QStringList &values, const FieldTypes &types)
{
    Parts ways;
    Parts list;
    for (const QString &value : values) {
        list.append(quoted(value));
    }
    const QStringList whole = types.wholeNames(name);
    for (const QString &one : whole) {
        ways.append("{\"terms\":" + named(one, listOf(list)) + '}');
    }
    for (const QString &value : whole.isEmpty() ? values : QStringList()) {
        ways.append(phrase(name, value));
    }
    return any(ways);
}

/// One of several fields has one of these values: the first that a line has counts. Null where no index has one of them.
QByteArray firstIsOneOf(const QStringList &names, const QStringList &values, const FieldTypes &types)
{
    Parts ways;
    Parts before;
    for (const QString &name : names) {
        if (types.has(name)) {
            ways.append(before.isEmpty() ? isOneOf(name, values, types) : all({no(before), isOneOf(name, values, types)}));
            before.append(exists(name));
        }
    }
    return ways.isEmpty() ? QByteArray() : any(ways);
}

/// As words are usually written: a term is compared letter by letter.
QStringList withCases(const QStringList &words)
{
    QStringList spellings;
    for (const QString &word : words) {
        spellings << word << word.toUpper() << word.left(1).toUpper() + word.mid(1);
    }
    spellings.removeDuplicates();
    return spellings;
}

bool isOneWord(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isLetterOrNumber(); });
}

/// The text in one of the fields: a word also as a part of another one, several as whole words in their order.
QByteArray textCondition(const QString &text, const QStringList &names, const FieldTypes &types)
{
    Parts ways;
    for (const QString &name : names) {
        if (!types.has(name)) {
            continue;
        }
        const QString pattern
            = QString(text).replace(u'\\', QStringLiteral("\\\\")).replace(u'*', QStringLiteral("\\*")).replace(u'?', QStringLiteral("\\?"));
        if (!types.isText(name) || isOneWord(text)) {
            ways.append("{\"wildcard\":" + named(name, "{\"value\":" + quoted(u'*' + pattern + u'*') + ",\"case_insensitive\":true}") + '}');
        } else {
            ways.append(phrase(name, text));
        }
    }
    return ways.isEmpty() ? QByteArray() : any(ways);
}

QByteArray timeCondition(const QString &name, TimeRange range)
{
    return "{\"range\":"
        + named(
            name, "{\"gte\":" + QByteArray::number(range.from.ms) + ",\"lt\":" + QByteArray::number(range.to.ms) + ",\"format\":\"epoch_millis\"}")
        + '}';
}

Result<QByteArray> expressionCondition(const QString &expression)
{
    if (!expression.trimmed().startsWith(u'{')) {
        return "{\"query_string\":" + named(QStringLiteral("query"), quoted(expression)) + '}';
    }
    const QByteArray json = expression.trimmed().toUtf8();
    const auto document = JsonDocument::parse(json);
    if (!document) {
        return fail(ErrorKind::Rejected, QStringLiteral("An expression that begins with { is a query in JSON: %1").arg(document.error().what),
            QStringLiteral("expression"));
    }
    return json;
}

Error unknownFields(const QString &what, const QStringList &names, const QString &option)
{
    return {ErrorKind::NotFound,
        QStringLiteral("No index has one of the fields that hold %1 (%2): set %3 to the field that does")
            .arg(what, names.join(QStringLiteral(", ")), option),
        option, 0, std::nullopt};
}

QByteArray levelsCondition(const std::vector<LogLevel> &levels, const QStringList &names, const FieldTypes &types)
{
    Parts ways;
    for (const LogLevel level : levels) {
        const QByteArray one = levelCondition(level, names, types);
        if (!one.isNull()) {
            ways.append(one);
        }
    }
    return ways.isEmpty() ? QByteArray() : any(ways);
}

/// Puts conditions together; one that no index can answer finds nothing.
class Writing {
public:
    void add(const QByteArray &condition) { m_parts.append(condition); }
    void addOr(const QByteArray &condition, const Error &lack)
    {
        if (condition.isNull()) {
            m_written.lack = m_written.lack ? m_written.lack : lack;
            m_parts.append("{\"match_none\":{}}");
        } else {
            m_parts.append(condition);
        }
    }
    Written finish()
    {
        m_written.json = all(m_parts);
        return m_written;
    }

private:
    Parts m_parts;
    Written m_written;
};

} // namespace

QStringList fieldsOf(const LogQuery &query, const Names &names)
{
    QStringList fields = QStringList {names.time} + names.message + names.fields.service + names.fields.level;
    for (const Label &field : query.fields) {
        fields.append(field.name);
    }
    return fields;
}

QByteArray levelCondition(LogLevel level, const QStringList &names, const FieldTypes &types)
{
    if (level != LogLevel::Unknown) {
        return firstIsOneOf(names, withCases(logLevelSpellings(level)), types);
    }
    QStringList others;
    for (const LogLevel other : {LogLevel::Error, LogLevel::Warning, LogLevel::Info, LogLevel::Debug}) {
        others += logLevelSpellings(other);
    }
    const QByteArray known = firstIsOneOf(names, withCases(others), types);
    return known.isNull() ? QByteArrayLiteral("{\"match_all\":{}}") : no({known});
}

Result<Written> written(const LogQuery &query, const Names &names, const FieldTypes &types)
{
    Writing writing;
    writing.add(timeCondition(names.time, query.range));
    if (!query.expression.isEmpty()) {
        const auto expression = expressionCondition(query.expression);
        if (!expression) {
            return tl::unexpected(expression.error());
        }
        writing.add(*expression);
        return writing.finish();
    }
    QMap<QString, QStringList> values;
    for (const Label &field : query.fields) {
        values[field.name].append(field.value);
    }
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        writing.addOr(types.has(it.key()) ? isOneOf(it.key(), it.value(), types) : QByteArray(),
            Error {ErrorKind::NotFound, QStringLiteral("No index has the field %1").arg(it.key()), {}, 0, std::nullopt});
    }
    const bool isNamed = std::ranges::any_of(names.fields.service, [&values](const QString &name) { return values.contains(name); });
    if (!query.service.isEmpty() && !isNamed) {
        writing.addOr(firstIsOneOf(names.fields.service, spellingsOf(query.service), types),
            unknownFields(QStringLiteral("the service"), names.fields.service, QStringLiteral("service_field")));
    }
    if (!query.levels.empty()) {
        writing.addOr(levelsCondition(query.levels, names.fields.level, types),
            unknownFields(QStringLiteral("the level"), names.fields.level, QStringLiteral("level_field")));
    }
    if (!query.text.isEmpty()) {
        writing.addOr(textCondition(query.text, names.message, types),
            unknownFields(QStringLiteral("the text"), names.message, QStringLiteral("message_field")));
    }
    return writing.finish();
}

} // namespace quarterdeck::elasticsearch
