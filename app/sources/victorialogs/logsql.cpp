#include "app/sources/victorialogs/logsql.h"

#include "app/sources/api/gostring.h"

#include <QMap>

#include <algorithm>
#include <array>

namespace quarterdeck::victorialogs {

namespace {

QString isOneOf(const QString &field, const QStringList &values)
{
    QStringList all;
    for (const QString &value : values) {
        all.append(quoted(value));
    }
    return values.size() == 1 ? quoted(field) + QStringLiteral(":=") + all.front() : quoted(field) + QStringLiteral(":in(") + all.join(u',') + u')';
}

QString isWord(const QString &field, const QStringList &words)
{
    QStringList patterns;
    for (const QString &word : words) {
        patterns.append(literalPattern(word));
    }
    return quoted(field) + QStringLiteral(":~") + quoted(QStringLiteral("(?i)^(?:") + patterns.join(u'|') + QStringLiteral(")$"));
}

/// A condition on one of several fields: the first that is there counts.
template <class F> QString firstMatches(const QStringList &names, F condition)
{
    QStringList ways;
    QString before;
    for (const QString &name : names) {
        ways.append(u'(' + before + condition(name) + u')');
        before += quoted(name) + QStringLiteral(":=\"\" ");
    }
    return u'(' + ways.join(QStringLiteral(" or ")) + u')';
}

QString levelFilter(const std::vector<LogLevel> &levels, const QStringList &names)
{
    const auto oneOf = [&names](
                           const QStringList &words) { return firstMatches(names, [&words](const QString &name) { return isWord(name, words); }); };
    if (std::ranges::find(levels, LogLevel::Unknown) == levels.end()) {
        return oneOf(wordsOfLevels(levels));
    }
    // Lines without a level are those that have none of the other levels.
    std::vector<LogLevel> others;
    for (const LogLevel level : {LogLevel::Error, LogLevel::Warning, LogLevel::Info, LogLevel::Debug}) {
        if (std::ranges::find(levels, level) == levels.end()) {
            others.push_back(level);
        }
    }
    return others.empty() ? QString() : u'!' + oneOf(wordsOfLevels(others));
}

} // namespace

QString quoted(QStringView text)
{
    return goString(text);
}

QString filterOf(const LogQuery &query, const LineFields &fields)
{
    if (!query.expression.isEmpty()) {
        return query.expression;
    }
    QStringList parts;
    QMap<QString, QStringList> values;
    for (const Label &field : query.fields) {
        values[field.name].append(field.value);
    }
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        parts.append(isOneOf(it.key(), it.value()));
    }
    const bool isNamed = std::ranges::any_of(fields.service, [&values](const QString &name) { return values.contains(name); });
    if (!query.service.isEmpty() && !isNamed) {
        const QStringList names = spellingsOf(query.service);
        parts.append(firstMatches(fields.service, [&names](const QString &field) { return isOneOf(field, names); }));
    }
    if (!query.levels.empty()) {
        parts.append(levelFilter(query.levels, fields.level));
    }
    if (!query.text.isEmpty()) {
        parts.append(QStringLiteral("_msg:~") + quoted(QStringLiteral("(?i)") + literalPattern(query.text)));
    }
    parts.removeAll(QString());
    return parts.isEmpty() ? QStringLiteral("*") : parts.join(u' ');
}

QString oldest(const QString &query, int limit)
{
    // On a line of its own: the query may end in a comment.
    return query + QStringLiteral("\n| sort by (_time) limit ") + QString::number(limit);
}

} // namespace quarterdeck::victorialogs
