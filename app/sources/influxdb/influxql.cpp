#include "app/sources/influxdb/influxql.h"

#include <QRegularExpression>

#include <algorithm>

namespace quarterdeck::influxdb {

namespace {

/// A piece of a query: code, or what is not looked into: a quoted text, a regular expression, a comment.
struct Piece {
    QString text;
    bool isCode = true;
};

qsizetype endOfClosed(const QString &query, qsizetype begin)
{
    for (qsizetype i = begin + 1; i < query.size(); ++i) {
        if (query.at(i) == u'\\') {
            ++i;
        } else if (query.at(i) == query.at(begin)) {
            return i + 1;
        }
    }
    return query.size();
}

/// Where what begins here and is no code ends; `begin` where code begins. `before` is the code before it.
qsizetype endOfOpaque(const QString &query, qsizetype begin, const QString &before)
{
    static const QRegularExpression BeforePattern(QStringLiteral("([=!]~|\\bFROM|\\.)\\s*$"), QRegularExpression::CaseInsensitiveOption);
    const QStringView rest = QStringView(query).mid(begin);
    const auto upTo = [&](QLatin1StringView end) {
        const qsizetype at = query.indexOf(end, begin + 2);
        return at < 0 ? query.size() : at + end.size();
    };
    if (rest.startsWith(u'\'') || rest.startsWith(u'"')) {
        return endOfClosed(query, begin);
    }
    if (rest.startsWith(u"--")) {
        return upTo(QLatin1StringView("\n"));
    }
    if (rest.startsWith(u"/*")) {
        return upTo(QLatin1StringView("*/"));
    }
    return rest.startsWith(u'/') && BeforePattern.match(before).hasMatch() ? endOfClosed(query, begin) : begin;
}

std::vector<Piece> piecesOf(const QString &query)
{
    std::vector<Piece> pieces {{}};
    qsizetype i = 0;
    while (i < query.size()) {
        const qsizetype end = endOfOpaque(query, i, pieces.back().text);
        if (end > i) {
            pieces.push_back({query.mid(i, end - i), false});
            pieces.push_back({});
            i = end;
        } else {
            pieces.back().text += query.at(i++);
        }
    }
    return pieces;
}

QString codeOf(const QString &query)
{
    QString code;
    for (const Piece &piece : piecesOf(query)) {
        code += piece.isCode ? piece.text : QStringLiteral(" ' ");
    }
    return code;
}

tl::unexpected<Error> refused(const QString &what)
{
    return fail(ErrorKind::Malformed, what, QStringLiteral("query"));
}

} // namespace

Result<Done> checkQuery(const QString &query)
{
    static const QRegularExpression Select(QStringLiteral("^\\s*SELECT\\b"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression Into(QStringLiteral("\\bINTO\\b"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression More(QStringLiteral(";\\s*[^;\\s]"));
    const QString code = codeOf(query);
    if (!Select.match(code).hasMatch()) {
        return refused(QStringLiteral("An expression for InfluxDB is a SELECT in InfluxQL"));
    }
    if (Into.match(code).hasMatch()) {
        return refused(QStringLiteral("SELECT … INTO writes: only what reads is sent"));
    }
    if (More.match(code).hasMatch()) {
        return refused(QStringLiteral("An expression is one statement: what follows the semicolon belongs into another"));
    }
    if (!code.contains(QLatin1StringView("$timeFilter"))) {
        return refused(QStringLiteral("The range is missing: write WHERE $timeFilter, and GROUP BY time($__interval) for its step"));
    }
    return Done {};
}

QString filledQuery(const MetricQuery &query)
{
    const qint64 step = std::max<qint64>(1, query.step.count());
    const QString span = QString::number(step) + QStringLiteral("ms");
    const QString filter = QStringLiteral("(time >= %1ms AND time <= %2ms)").arg(query.range.from.ms / step * step).arg(query.range.to.ms);
    QString filled;
    for (Piece &piece : piecesOf(query.expression)) {
        if (piece.isCode) {
            piece.text.replace(QLatin1StringView("$timeFilter"), filter)
                .replace(QLatin1StringView("$__interval_ms"), QString::number(step))
                .replace(QLatin1StringView("$__interval"), span)
                .replace(QLatin1StringView("$interval"), span);
        }
        filled += piece.text;
    }
    return filled;
}

QString quotedName(const QString &name)
{
    QString quoted = name;
    quoted.replace(u'\\', QLatin1StringView("\\\\")).replace(u'"', QLatin1StringView("\\\"")).replace(u'\n', QLatin1StringView("\\n"));
    return u'"' + quoted + u'"';
}

} // namespace quarterdeck::influxdb
