#include "tests/support/logqlreader.h"

#include "tests/support/queryscanner.h"

#include <QRegularExpression>

#include <algorithm>

namespace quarterdeck {

namespace {

using Fields = LogqlQuery::Fields;
using FieldTest = std::function<bool(const Fields &)>;

QRegularExpression wholePattern(const QString &pattern)
{
    return QRegularExpression(QStringLiteral("\\A(?:%1)\\z").arg(pattern), QRegularExpression::DotMatchesEverythingOption);
}

/// name op "value", as in selectors and label filters.
std::pair<FieldTest, bool> readCondition(QueryScanner &in)
{
    const QString name = in.take(QStringLiteral("name"));
    const QString sign = in.kind;
    static const QStringList Signs {"=", "!=", "=~", "!~"};
    if (!Signs.contains(sign)) {
        in.take(QStringLiteral("="));
    }
    in.next();
    const QString value = in.take(QStringLiteral("string"));
    if (sign == u"=" || sign == u"!=") {
        const bool isEqual = sign == u"=";
        return {[=](const Fields &fields) { return (fields.value(name) == value) == isEqual; }, isEqual && !value.isEmpty()};
    }
    const QRegularExpression pattern = wholePattern(value);
    const bool isLike = sign == u"=~";
    return {
        [=](const Fields &fields) { return pattern.match(fields.value(name)).hasMatch() == isLike; }, isLike && !pattern.match(QString()).hasMatch()};
}

FieldTest readAny(QueryScanner &in);

FieldTest readUnit(QueryScanner &in)
{
    if (in.kind != u"(") {
        return readCondition(in).first;
    }
    in.next();
    FieldTest inner = readAny(in);
    in.take(QStringLiteral(")"));
    return inner;
}

FieldTest readAll(QueryScanner &in)
{
    FieldTest left = readUnit(in);
    while (in.isWord(QStringLiteral("and"))) {
        in.next();
        left = [left, right = readUnit(in)](const Fields &fields) { return left(fields) && right(fields); };
    }
    return left;
}

FieldTest readAny(QueryScanner &in)
{
    FieldTest left = readAll(in);
    while (in.isWord(QStringLiteral("or"))) {
        in.next();
        left = [left, right = readAll(in)](const Fields &fields) { return left(fields) || right(fields); };
    }
    return left;
}

void readSelector(QueryScanner &in, LogqlQuery &query)
{
    in.take(QStringLiteral("{"));
    std::vector<FieldTest> tests;
    bool isNarrow = false;
    while (in.kind != u"}") {
        const auto [test, narrows] = readCondition(in);
        tests.push_back(test);
        isNarrow = isNarrow || narrows;
        if (in.kind != u"}") {
            in.take(QStringLiteral(","));
        }
    }
    in.take(QStringLiteral("}"));
    if (!isNarrow) {
        throw Refused {QStringLiteral("parse error : queries require at least one regexp or equality matcher that does not have an "
                                      "empty-compatible value. For instance, app=~\".*\" does not meet this requirement, but app=~\".+\" will")};
    }
    query.takesStream = [tests](const Fields &stream) { return std::ranges::all_of(tests, [&](const FieldTest &test) { return test(stream); }); };
}

void readStages(QueryScanner &in, LogqlQuery &query)
{
    static const QStringList LineSigns {"|=", "!=", "|~", "!~"};
    while (in.kind == u"|" || LineSigns.contains(in.kind)) {
        const QString sign = in.kind;
        in.next();
        if (sign == u"|") {
            query.stages.emplace_back([test = readAny(in)](const Fields &fields, const QByteArray &) { return test(fields); });
            continue;
        }
        const QString value = in.take(QStringLiteral("string"));
        const bool isWanted = sign.startsWith(u'|');
        const QRegularExpression pattern(sign.endsWith(u'~') ? value : QRegularExpression::escape(value));
        query.stages.emplace_back(
            [=](const Fields &, const QByteArray &line) { return pattern.match(QString::fromUtf8(line)).hasMatch() == isWanted; });
    }
}

qint64 spanOf(const QString &text)
{
    static const QRegularExpression Part(QStringLiteral("(\\d+)(ms|s|m|h|d)"));
    qint64 ms = 0;
    for (auto it = Part.globalMatch(text); it.hasNext();) {
        const auto part = it.next();
        const QString unit = part.captured(2);
        ms += part.captured(1).toLongLong()
            * (unit == u"ms"       ? 1
                    : unit == u"s" ? 1'000
                    : unit == u"m" ? 60'000
                    : unit == u"h" ? 3'600'000
                                   : 86'400'000);
    }
    return ms;
}

void readCount(QueryScanner &in, LogqlQuery &query)
{
    query.isCount = true;
    in.next();
    in.take(QStringLiteral("name"));
    in.take(QStringLiteral("("));
    while (in.kind != u")") {
        query.by.append(in.take(QStringLiteral("name")));
        if (in.kind != u")") {
            in.take(QStringLiteral(","));
        }
    }
    in.next();
    in.take(QStringLiteral("("));
    in.take(QStringLiteral("name"));
    in.take(QStringLiteral("("));
    readSelector(in, query);
    readStages(in, query);
    in.take(QStringLiteral("["));
    query.spanMs = spanOf(in.take(QStringLiteral("span")));
    in.take(QStringLiteral("]"));
    in.take(QStringLiteral(")"));
    in.take(QStringLiteral(")"));
}

} // namespace

bool LogqlQuery::takes(const Fields &stream, const Fields &fields, const QByteArray &line) const
{
    return takesStream(stream) && std::ranges::all_of(stages, [&](const auto &stage) { return stage(fields, line); });
}

LogqlQuery readLogql(const QString &text, QString &error)
{
    LogqlQuery query;
    try {
        QueryScanner in(text, {"|=", "!=", "|~", "!~", "=~"});
        if (in.isWord(QStringLiteral("sum"))) {
            readCount(in, query);
        } else {
            readSelector(in, query);
            readStages(in, query);
        }
        if (!in.kind.isEmpty()) {
            in.take(QString());
        }
    } catch (const Refused &refused) {
        error = refused.why;
    }
    return query;
}

} // namespace quarterdeck
