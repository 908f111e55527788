#include "app/sources/netdata/expression.h"

#include <QRegularExpression>
#include <QUrl>

namespace quarterdeck::netdata {

namespace {

tl::unexpected<Error> malformed(const QString &what, const QString &where)
{
    return fail(ErrorKind::Malformed, what, where);
}

QStringList listOf(const QString &value)
{
    static const QRegularExpression Comma(QStringLiteral("[,|]"));
    return value.split(Comma, Qt::SkipEmptyParts);
}

Result<Done> takeOptions(const QString &value, ChartQuestion &question)
{
    // These change what an answer looks like, not what it says.
    static const QStringList OfFormat {QStringLiteral("jsonwrap"), QStringLiteral("objectrows"), QStringLiteral("google_json"),
        QStringLiteral("seconds"), QStringLiteral("milliseconds"), QStringLiteral("ms"), QStringLiteral("label-quotes")};
    for (const QString &option : listOf(value)) {
        if (OfFormat.contains(option)) {
            return malformed(QStringLiteral("The format of the answer is not for an expression to say: leave out the option ") + option,
                QStringLiteral("options"));
        }
        question.isPercentage = question.isPercentage || option == u"percentage";
    }
    return Done {};
}

Result<Done> takeParameter(const QString &name, const QString &value, ChartQuestion &question)
{
    static const QStringList Ours {QStringLiteral("after"), QStringLiteral("before"), QStringLiteral("points"), QStringLiteral("format"),
        QStringLiteral("callback"), QStringLiteral("filename"), QStringLiteral("tqx")};
    if (Ours.contains(name)) {
        return malformed(QStringLiteral("Range, step and format are not for an expression to say: leave out ") + name, name);
    }
    if (name == u"chart") {
        question.chart = value;
        return Done {};
    }
    if (name == u"options") {
        if (const auto taken = takeOptions(value, question); !taken) {
            return taken;
        }
    }
    if (name == u"dimension" || name == u"dimensions") {
        for (const QString &one : listOf(value)) {
            if (!one.contains(u'*') && !one.startsWith(u'!')) {
                question.dimensions.append(one);
            }
        }
    }
    question.group = name == u"group" ? value : question.group;
    question.parameters.emplace_back(name.toUtf8(), value);
    return Done {};
}

} // namespace

Result<ChartQuestion> readExpression(const QString &expression)
{
    const QString text = expression.trimmed();
    ChartQuestion question;
    if (!text.contains(u'=')) {
        question.chart = text;
    } else {
        for (const QString &part : text.split(u'&', Qt::SkipEmptyParts)) {
            const qsizetype equals = part.indexOf(u'=');
            const QString name = part.left(equals);
            const QString value = equals < 0 ? QString() : QUrl::fromPercentEncoding(part.mid(equals + 1).toUtf8());
            if (const auto taken = takeParameter(name, value, question); !taken) {
                return tl::unexpected(taken.error());
            }
        }
    }
    const bool isId = !question.chart.isEmpty() && !question.chart.contains(u' ') && !question.chart.contains(u'(');
    if (!isId) {
        return malformed(
            QStringLiteral("An expression for netdata is the id of a chart, such as system.cpu, or chart=system.cpu&dimensions=user&group=max"),
            QStringLiteral("chart"));
    }
    return question;
}

} // namespace quarterdeck::netdata
