#include "tests/support/logsqlreader.h"

#include "tests/support/queryscanner.h"

#include <QRegularExpression>
#include <QSet>

namespace quarterdeck {

namespace {

using Fields = LogsqlQuery::Fields;
using RowTest = std::function<bool(const Fields &)>;

QString word(QueryScanner &in)
{
    return in.take(in.kind == u"string" || in.kind == u"span" ? in.kind : QStringLiteral("name"));
}

RowTest readAny(QueryScanner &in);

RowTest readCondition(QueryScanner &in, const QString &field)
{
    if (in.kind == u"=") {
        in.next();
        return [field, value = word(in)](const Fields &row) { return row.value(field) == value; };
    }
    if (in.kind == u"~") {
        in.next();
        return [field, pattern = QRegularExpression(word(in))](const Fields &row) { return pattern.match(row.value(field)).hasMatch(); };
    }
    if (in.isWord(QStringLiteral("in"))) {
        in.next();
        in.take(QStringLiteral("("));
        QSet<QString> values;
        while (in.kind != u")") {
            values.insert(word(in));
            if (in.kind != u")") {
                in.take(QStringLiteral(","));
            }
        }
        in.next();
        return [field, values](const Fields &row) { return values.contains(row.value(field)); };
    }
    // A word, not a part of one.
    const QRegularExpression pattern(QStringLiteral("(?<![\\w])%1(?![\\w])").arg(QRegularExpression::escape(word(in))));
    return [field, pattern](const Fields &row) { return pattern.match(row.value(field)).hasMatch(); };
}

RowTest readUnit(QueryScanner &in)
{
    if (in.kind == u"!") {
        in.next();
        return [inner = readUnit(in)](const Fields &row) { return !inner(row); };
    }
    if (in.kind == u"(") {
        in.next();
        RowTest inner = readAny(in);
        in.take(QStringLiteral(")"));
        return inner;
    }
    if (in.kind == u"*") {
        in.next();
        return [](const Fields &) { return true; };
    }
    const QString name = word(in);
    if (in.kind != u":") {
        const QRegularExpression pattern(QStringLiteral("(?<![\\w])%1(?![\\w])").arg(QRegularExpression::escape(name)));
        return [pattern](const Fields &row) { return pattern.match(row.value(QStringLiteral("_msg"))).hasMatch(); };
    }
    in.next();
    return readCondition(in, name);
}

RowTest readAll(QueryScanner &in)
{
    RowTest left = readUnit(in);
    while (!in.kind.isEmpty() && in.kind != u")" && in.kind != u"|" && !in.isWord(QStringLiteral("or"))) {
        if (in.isWord(QStringLiteral("and"))) {
            in.next();
        }
        left = [left, right = readUnit(in)](const Fields &row) { return left(row) && right(row); };
    }
    return left;
}

RowTest readAny(QueryScanner &in)
{
    RowTest left = readAll(in);
    while (in.isWord(QStringLiteral("or"))) {
        in.next();
        left = [left, right = readAll(in)](const Fields &row) { return left(row) || right(row); };
    }
    return left;
}

void readPipe(QueryScanner &in, LogsqlQuery &query)
{
    in.next();
    ++query.pipes;
    const QString name = word(in);
    if (name == u"sort") {
        query.isSorted = true;
        word(in);
        in.take(QStringLiteral("("));
        word(in);
        in.take(QStringLiteral(")"));
        if (in.isWord(QStringLiteral("limit"))) {
            in.next();
            query.limit = word(in).toInt();
        }
    } else if (name == u"limit") {
        query.limit = word(in).toInt();
    } else if (name == u"stats" || name == u"fields") {
        query.isStats = name == u"stats";
        while (!in.kind.isEmpty() && in.kind != u"|") {
            in.next();
        }
    } else {
        query.takes = [before = query.takes, name](
                          const Fields &row) { return before(row) && row.value(QStringLiteral("_msg")).split(u' ').contains(name); };
    }
}

} // namespace

LogsqlQuery readLogsql(const QString &text, QString &error)
{
    LogsqlQuery query;
    try {
        QueryScanner in(text, {});
        query.takes = readAny(in);
        while (in.kind == u"|") {
            readPipe(in, query);
        }
        if (!in.kind.isEmpty()) {
            in.take(QString());
        }
    } catch (const Refused &refused) {
        error = QStringLiteral("cannot parse query [%1]: %2; context: [%1]").arg(text, refused.why);
    }
    return query;
}

} // namespace quarterdeck
