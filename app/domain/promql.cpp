#include "app/domain/promql.h"

#include <algorithm>

namespace quarterdeck::promql {

namespace {

bool isBareName(QStringView name, bool isMetric)
{
    const auto isLetter = [isMetric](
                              QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_' || (isMetric && c == u':'); };
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return !name.isEmpty() && isLetter(name.front()) && std::ranges::all_of(name, [&](QChar c) { return isLetter(c) || isDigit(c); });
}

QString labelName(const QString &name)
{
    return isBareLabel(name) ? name : quoted(name);
}

QString matcherText(const Matcher &matcher)
{
    const QString sign = matcher.isRegex ? (matcher.isEqual ? QStringLiteral("=~") : QStringLiteral("!~"))
                                         : (matcher.isEqual ? QStringLiteral("=") : QStringLiteral("!="));
    return labelName(matcher.name) + sign + quoted(matcher.value);
}

} // namespace

std::vector<Over> allOvers()
{
    return {Over::Nothing, Over::Rate, Over::Increase, Over::Delta, Over::AverageOverTime, Over::MaxOverTime};
}

std::vector<Fold> allFolds()
{
    return {Fold::Nothing, Fold::Sum, Fold::Average, Fold::Minimum, Fold::Maximum, Fold::Count};
}

QString functionName(Over over)
{
    switch (over) {
    case Over::Nothing:
        break;
    case Over::Rate:
        return QStringLiteral("rate");
    case Over::Increase:
        return QStringLiteral("increase");
    case Over::Delta:
        return QStringLiteral("delta");
    case Over::AverageOverTime:
        return QStringLiteral("avg_over_time");
    case Over::MaxOverTime:
        return QStringLiteral("max_over_time");
    }
    return {};
}

QString foldName(Fold fold)
{
    switch (fold) {
    case Fold::Nothing:
        break;
    case Fold::Sum:
        return QStringLiteral("sum");
    case Fold::Average:
        return QStringLiteral("avg");
    case Fold::Minimum:
        return QStringLiteral("min");
    case Fold::Maximum:
        return QStringLiteral("max");
    case Fold::Count:
        return QStringLiteral("count");
    }
    return {};
}

QString quoted(QString text)
{
    text.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\"")).replace(u'\n', QStringLiteral("\\n"));
    return u'"' + text + u'"';
}

bool isBareLabel(QStringView name)
{
    return isBareName(name, false);
}

bool isBareMetric(QStringView name)
{
    return isBareName(name, true);
}

QString selector(const QString &metric, const std::vector<Matcher> &filters)
{
    QStringList parts;
    const bool isBare = isBareMetric(metric);
    if (!isBare && !metric.isEmpty()) {
        parts.append(quoted(metric));
    }
    for (const Matcher &filter : filters) {
        parts.append(matcherText(filter));
    }
    const QString braces = parts.isEmpty() ? QString() : u'{' + parts.join(u',') + u'}';
    return (isBare ? metric : QString()) + braces;
}

QString written(const Question &question)
{
    if (question.metric.isEmpty()) {
        return {};
    }
    QString text = selector(question.metric, question.filters);
    if (question.over != Over::Nothing) {
        text = functionName(question.over) + u'(' + text + u'[' + formatDuration(question.window) + QStringLiteral("])");
    }
    if (question.fold == Fold::Nothing) {
        return text;
    }
    QStringList by;
    for (const QString &label : question.by) {
        by.append(labelName(label));
    }
    const QString kept = by.isEmpty() ? QString() : QStringLiteral(" by (") + by.join(QStringLiteral(", ")) + QStringLiteral(") ");
    return foldName(question.fold) + kept + u'(' + text + u')';
}

} // namespace quarterdeck::promql
