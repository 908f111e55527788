#include "app/sources/clickhouse/parse.h"

#include "app/core/text.h"
#include "app/json/jsonreader.h"
#include "app/sources/api/linenames.h"

#include <algorithm>

namespace quarterdeck::clickhouse {

namespace {

constexpr qsizetype MostWords = 300;

tl::unexpected<Error> brokenOff(QByteArrayView words)
{
    return fail(
        ErrorKind::Server, QStringLiteral("The server broke off its answer: %1").arg(text::plain(QString::fromUtf8(words).simplified(), MostWords)));
}

/// Calls with each row. What is no row is why the server broke off: plain words, between marks, or a row of its own.
Result<Done> eachRow(QByteArrayView body, const std::function<Result<Done>(const JsonValue &)> &fn)
{
    qsizetype at = 0;
    while (at < body.size()) {
        const qsizetype end = body.indexOf('\n', at);
        const QByteArrayView row = body.sliced(at, (end < 0 ? body.size() : end) - at);
        if (!row.isEmpty() && row.front() != '{') {
            return brokenOff(body.sliced(at));
        }
        if (end < 0) {
            return fail(
                ErrorKind::BadPayload, QStringLiteral("The answer was cut off in the middle of a row"), QStringLiteral("byte %1").arg(body.size()));
        }
        at = end + 1;
        if (row.isEmpty()) {
            continue;
        }
        const auto document = JsonDocument::parse(row);
        if (!document) {
            return tl::unexpected(document.error());
        }
        const JsonValue root = document->root();
        if (root.size() == 1 && root[u"exception"].isString()) {
            return brokenOff(root[u"exception"].utf8());
        }
        auto taken = fn(root);
        if (taken) {
            taken = document->verdict();
        }
        if (!taken) {
            return taken;
        }
    }
    return Done {};
}

QString scalarText(const JsonValue &value)
{
    if (value.isNumber()) {
        const bool isWhole = value.integerOr(0) == value.integerOr(1);
        return isWhole ? QString::number(value.integerOr(0)) : QString::number(value.numberOr(0), 'g', 17);
    }
    return value.isBoolean() ? QString::number(int(value.booleanOr(false))) : value.stringOr({});
}

/// Maps as names with dots, lists as one text.
void addField(const QString &name, const JsonValue &value, QList<Label> &fields)
{
    if (value.isObject()) {
        value.each([&](const QString &inner, const JsonValue &one) { addField(name + u'.' + inner, one, fields); });
    } else if (value.isArray()) {
        QStringList all;
        value.each([&all](const QString &, const JsonValue &one) { all.append(scalarText(one)); });
        fields.append({name, all.join(QStringLiteral(", "))});
    } else if (!value.isNull()) {
        fields.append({name, scalarText(value)});
    }
}

LogLine lineOf(const JsonValue &row, const LineRules &rules, LineNames &names)
{
    LogLine line;
    line.source = rules.source;
    line.nanos = row[NanosColumn].id().toLongLong();
    line.text = row[rules.table.message].utf8().toByteArray();
    QList<Label> fields;
    row.each([&](const QString &name, const JsonValue &value) {
        if (name != NanosColumn && name != rules.table.message && name != rules.table.time) {
            addField(name, value, fields);
        }
    });
    line.fields = Labels::of(std::move(fields));
    line.service = serviceOf(line.fields, rules.table.fields);
    line.level = levelOf(line.fields, rules.table.fields);
    line.host = serviceOf(line.fields, {{QStringLiteral("host"), QStringLiteral("hostname"), QStringLiteral("ResourceAttributes.host.name")}, {}});
    line.cursor = names.nameOf(line.nanos, line.fields.toString().toUtf8(), line.text);
    return line;
}

} // namespace

Result<std::vector<LogLine>> parseLines(QByteArrayView body, const LineRules &rules)
{
    std::vector<LogLine> lines;
    LineNames names;
    const auto read = eachRow(body, [&](const JsonValue &row) -> Result<Done> {
        lines.push_back(lineOf(row, rules, names));
        return Done {};
    });
    if (!read) {
        return tl::unexpected(read.error());
    }
    std::ranges::stable_sort(lines, {}, &LogLine::nanos);
    return lines;
}

Result<LogHistogram> parseCounts(QByteArrayView body, LogHistogram histogram, const Table &table, const std::vector<LogLevel> &levels)
{
    const auto read = eachRow(body, [&](const JsonValue &row) -> Result<Done> {
        QString word;
        for (qsizetype i = 0; i < table.fields.level.size() && word.isEmpty(); ++i) {
            word = row[QStringLiteral("l%1").arg(i)].stringOr({});
        }
        const LogLevel level = logLevelFromName(word).value_or(LogLevel::Unknown);
        const qint64 bucket = row[u"b"].id().toLongLong();
        const bool isWanted = levels.empty() || std::ranges::find(levels, level) != levels.end();
        if (isWanted && bucket >= 0 && bucket < std::ssize(histogram.buckets)) {
            histogram.buckets[std::size_t(bucket)].at(std::size_t(level)) += row[u"n"].id().toInt();
        }
        return Done {};
    });
    return read.map([&histogram](Done) { return std::move(histogram); });
}

Result<QStringList> parseValues(QByteArrayView body)
{
    QStringList values;
    const auto read = eachRow(body, [&values](const JsonValue &row) -> Result<Done> {
        values.append(row[u"v"].stringOr({}));
        return Done {};
    });
    values.removeAll(QString());
    values.sort();
    return read.map([&values](Done) { return values; });
}

Result<Columns> parseColumns(QByteArrayView body)
{
    Columns columns;
    const auto read = eachRow(body, [&columns](const JsonValue &row) -> Result<Done> {
        columns.insert(row[u"name"].string(), row[u"type"].string());
        return Done {};
    });
    return read.map([&columns](Done) { return columns; });
}

} // namespace quarterdeck::clickhouse
