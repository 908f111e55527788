#include "app/sources/loki/logql.h"

#include "app/sources/api/gostring.h"

#include <QMap>

#include <algorithm>

namespace quarterdeck::loki {

namespace {

/// A condition on one of several fields: the first that is there counts.
QString firstMatches(const QStringList &names, const QString &pattern)
{
    QStringList ways;
    QString before;
    for (const QString &name : names) {
        ways.append(u'(' + before + name + QStringLiteral("=~") + pattern + u')');
        before += name + QStringLiteral("=\"\" and ");
    }
    return ways.join(QStringLiteral(" or "));
}

} // namespace

bool isLabelName(QStringView name)
{
    const auto isLetter = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_'; };
    return !name.isEmpty() && isLetter(name.front()) && std::ranges::all_of(name, [&](QChar c) { return isLetter(c) || (c >= u'0' && c <= u'9'); });
}

QString quoted(QStringView text)
{
    return goString(text);
}

QString quotedPattern(QStringView text)
{
    return quoted(literalPattern(text));
}

QString quotedPatterns(const QStringList &texts, bool anyCase)
{
    QStringList patterns;
    for (const QString &text : texts) {
        patterns.append(literalPattern(text));
    }
    return quoted((anyCase ? QStringLiteral("(?i)") : QString()) + patterns.join(u'|'));
}

QString matcher(const QString &name, const QStringList &values)
{
    return values.size() == 1 ? name + u'=' + quoted(values.front()) : name + QStringLiteral("=~") + quotedPatterns(values, false);
}

QString unlike(const QString &name, const QStringList &values)
{
    return values.size() == 1 ? name + QStringLiteral("!=") + quoted(values.front()) : name + QStringLiteral("!~") + quotedPatterns(values, false);
}

QString present(const QString &name)
{
    return name + QStringLiteral("=~\".+\"");
}

QString selector(const QStringList &matchers)
{
    return u'{' + matchers.join(u',') + u'}';
}

QString pipeline(const LogQuery &query, const std::vector<Label> &fields, const QStringList &levelFields)
{
    QString out;
    if (!query.text.isEmpty()) {
        out += QStringLiteral(" |~ ") + quotedPatterns({query.text}, true);
    }
    QMap<QString, QStringList> values;
    for (const Label &field : fields) {
        values[field.name].append(field.value);
    }
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        out += QStringLiteral(" | ") + matcher(it.key(), it.value());
    }
    const QStringList words = wordsOfLevels(query.levels);
    if (!words.isEmpty()) {
        out += QStringLiteral(" | ") + firstMatches(levelFields, quotedPatterns(words, true));
    }
    return out;
}

QString counted(const QString &logQuery, const QStringList &by, Millis span)
{
    // On a line of its own: the query may end in a comment.
    return QStringLiteral("sum by (%1) (count_over_time(%2\n[%3ms]))").arg(by.join(u','), logQuery, QString::number(span.count()));
}

} // namespace quarterdeck::loki
