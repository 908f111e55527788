#include "app/sources/clickhouse/sql.h"

#include <algorithm>

namespace quarterdeck::clickhouse {

namespace {

const QString Rows = QStringLiteral(" FORMAT JSONEachRow");

QString escaped(QStringView text, QChar quote)
{
    QString out(quote);
    for (const QChar c : text) {
        if (c == quote || c == u'\\') {
            out += u'\\';
            out += c;
        } else if (c == u'\n') {
            out += QStringLiteral("\\n");
        } else if (c.unicode() < 0x20) {
            out += QStringLiteral("\\x") + QString::number(c.unicode(), 16).rightJustified(2, u'0');
        } else {
            out += c;
        }
    }
    return out + quote;
}

/// Each part of `database.table` by itself.
QString tableName(const Table &table)
{
    QStringList parts;
    for (const QString &part : table.name.split(u'.')) {
        parts.append(quotedName(part));
    }
    return parts.join(u'.');
}

QString listOf(const QStringList &values)
{
    QStringList all;
    for (const QString &value : values) {
        all.append(quoted(value));
    }
    return all.join(u',');
}

bool isSeconds(const QString &type)
{
    return type == u"DateTime" || type.startsWith(QLatin1StringView("DateTime("));
}

/// The time in nanoseconds, whatever the column holds.
QString nanosOf(const Table &table, const Columns &columns)
{
    const QString type = columns.value(table.time);
    const QString name = quotedName(table.time);
    if (isSeconds(type)) {
        return QStringLiteral("toInt64(toUInt32(%1))*1000000000").arg(name);
    }
    if (type.startsWith(QLatin1StringView("DateTime64"))) {
        return QStringLiteral("toUnixTimestamp64Nano(toDateTime64(%1,9))").arg(name);
    }
    return QStringLiteral("toInt64(%1)*%2").arg(name, QString::number(table.unitNanos));
}

/// A stretch of time in terms of the column itself, so that its index is of use.
QString between(qint64 from, qint64 to, const Table &table, const Columns &columns)
{
    const QString type = columns.value(table.time);
    const auto up = [](qint64 nanos, qint64 unit) { return QString::number((nanos + unit - 1) / unit); };
    QString form = QStringLiteral("%1");
    qint64 unit = table.unitNanos;
    if (isSeconds(type)) {
        form = QStringLiteral("toDateTime(%1)");
        unit = 1'000'000'000;
    } else if (type.startsWith(QLatin1StringView("DateTime64"))) {
        form = QStringLiteral("fromUnixTimestamp64Nano(toInt64(%1))");
        unit = 1;
    }
    const QString name = quotedName(table.time);
    return QStringLiteral("%1 >= %2 AND %1 < %3").arg(name, form.arg(up(from, unit)), form.arg(up(to, unit)));
}

/// A condition on one of several columns: the first that is not empty counts. Null where the table has none of them.
template <class F> QString firstMatches(const QStringList &names, const Columns &columns, F condition)
{
    QStringList ways;
    QString before;
    for (const QString &name : names) {
        if (columns.contains(name)) {
            const QString text = QStringLiteral("ifNull(toString(%1),'')").arg(quotedName(name));
            ways.append(u'(' + before + condition(text) + u')');
            before += text + QStringLiteral("='' AND ");
        }
    }
    return ways.isEmpty() ? QString() : u'(' + ways.join(QStringLiteral(" OR ")) + u')';
}

QString levelCondition(const std::vector<LogLevel> &levels, const QStringList &names, const Columns &columns)
{
    const auto oneOf = [&](const std::vector<LogLevel> &some) {
        const QString words = listOf(wordsOfLevels(some));
        return firstMatches(names, columns, [&words](const QString &text) { return QStringLiteral("lower(%1) IN (%2)").arg(text, words); });
    };
    if (std::ranges::find(levels, LogLevel::Unknown) == levels.end()) {
        return oneOf(levels);
    }
    std::vector<LogLevel> others;
    for (const LogLevel level : {LogLevel::Error, LogLevel::Warning, LogLevel::Info, LogLevel::Debug}) {
        if (std::ranges::find(levels, level) == levels.end()) {
            others.push_back(level);
        }
    }
    const QString known = others.empty() ? QString() : oneOf(others);
    return known.isNull() ? QStringLiteral("1") : QStringLiteral("NOT ") + known;
}

tl::unexpected<Error> noColumn(const QString &what, const QStringList &names, const QString &option)
{
    return fail(ErrorKind::Rejected,
        QStringLiteral("The table has no column for %1 (%2): set %3").arg(what, names.join(QStringLiteral(", ")), option), option);
}

} // namespace

QString quoted(QStringView text)
{
    return escaped(text, u'\'');
}

QString quotedName(const QString &name)
{
    return escaped(name, u'`');
}

Result<QString> conditions(const LogQuery &query, qint64 from, qint64 to, const Table &table, const Columns &columns)
{
    if (!columns.contains(table.time)) {
        return noColumn(QStringLiteral("the time"), {table.time}, QStringLiteral("time_field"));
    }
    QStringList parts {between(from, to, table, columns)};
    if (!query.expression.isEmpty()) {
        // On a line of its own: the expression may end in a comment.
        parts.append(u'(' + query.expression + QStringLiteral("\n)"));
        return parts.join(QStringLiteral(" AND "));
    }
    QMap<QString, QStringList> values;
    for (const Label &field : query.fields) {
        values[field.name].append(field.value);
    }
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        if (!columns.contains(it.key())) {
            return fail(ErrorKind::Rejected, QStringLiteral("The table has no column %1").arg(it.key()), QStringLiteral("fields"));
        }
        parts.append(QStringLiteral("toString(%1) IN (%2)").arg(quotedName(it.key()), listOf(it.value())));
    }
    const bool isNamed = std::ranges::any_of(table.fields.service, [&values](const QString &name) { return values.contains(name); });
    if (!query.service.isEmpty() && !isNamed) {
        const QString names = listOf(spellingsOf(query.service));
        const QString condition = firstMatches(
            table.fields.service, columns, [&names](const QString &text) { return QStringLiteral("%1 IN (%2)").arg(text, names); });
        if (condition.isNull()) {
            return noColumn(QStringLiteral("the service"), table.fields.service, QStringLiteral("service_field"));
        }
        parts.append(condition);
    }
    if (!query.levels.empty()) {
        const QString condition = levelCondition(query.levels, table.fields.level, columns);
        if (condition.isNull()) {
            return noColumn(QStringLiteral("the level"), table.fields.level, QStringLiteral("level_field"));
        }
        parts.append(condition);
    }
    if (!query.text.isEmpty()) {
        parts.append(QStringLiteral("positionCaseInsensitiveUTF8(toString(%1), %2) > 0").arg(quotedName(table.message), quoted(query.text)));
    }
    return parts.join(QStringLiteral(" AND "));
}

QString linesQuery(const QString &conditions, int limit, bool isForward, const Table &table, const Columns &columns)
{
    return QStringLiteral("SELECT *, %1 AS %2 FROM %3 WHERE %4 ORDER BY %2 %5 LIMIT %6")
               .arg(nanosOf(table, columns), NanosColumn.toString(), tableName(table), conditions,
                   isForward ? QStringLiteral("ASC") : QStringLiteral("DESC"), QString::number(limit))
        + Rows;
}

QString countsQuery(const QString &conditions, qint64 from, Millis step, const Table &table, const Columns &columns)
{
    QStringList by {QStringLiteral("b")};
    QStringList chosen;
    for (const QString &name : table.fields.level) {
        if (columns.contains(name)) {
            chosen.append(
                QStringLiteral("ifNull(toString(%1),'') AS %2").arg(quotedName(name), quotedName(QStringLiteral("l%1").arg(chosen.size()))));
            by.append(quotedName(QStringLiteral("l%1").arg(chosen.size() - 1)));
        }
    }
    chosen.prepend(
        QStringLiteral("intDiv(%1 - %2, %3) AS b").arg(nanosOf(table, columns), QString::number(from), QString::number(step.count() * 1'000'000)));
    return QStringLiteral("SELECT %1, count() AS n FROM %2 WHERE %3 GROUP BY %4")
               .arg(chosen.join(QStringLiteral(", ")), tableName(table), conditions, by.join(u','))
        + Rows;
}

QString valuesQuery(const QString &conditions, const QString &column, int limit, const Table &table)
{
    return QStringLiteral("SELECT DISTINCT toString(%1) AS v FROM %2 WHERE %3 LIMIT %4")
               .arg(quotedName(column), tableName(table), conditions, QString::number(limit))
        + Rows;
}

QString columnsQuery(const Table &table)
{
    return QStringLiteral("DESCRIBE TABLE ") + tableName(table) + Rows;
}

} // namespace quarterdeck::clickhouse
