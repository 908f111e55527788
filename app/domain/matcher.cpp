#include "app/domain/matcher.h"

namespace quarterdeck {

QString Matcher::toString() const
{
    QString escaped = value;
    escaped.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\"")).replace(u'\n', QStringLiteral("\\n"));
    const QLatin1StringView op(isEqual ? (isRegex ? "=~" : "=") : (isRegex ? "!~" : "!="));
    return name + op + u'"' + escaped + u'"';
}

Result<Matcher> parseMatcher(QStringView text)
{
    static const QRegularExpression Form(
        QStringLiteral("^\\s*([a-zA-Z_:][a-zA-Z0-9_:.\\-]*)\\s*(=~|!~|!=|=)\\s*(.*?)\\s*$"), QRegularExpression::DotMatchesEverythingOption);
    const auto match = Form.match(text.left(4096));
    if (!match.hasMatch()) {
        return fail(ErrorKind::Rejected, QStringLiteral("A matcher is written name=value, name!=value, name=~regex or name!~regex"),
            text.left(80).toString());
    }
    Matcher matcher;
    matcher.name = match.captured(1);
    matcher.isRegex = match.capturedView(2).endsWith(u'~');
    matcher.isEqual = match.capturedView(2).startsWith(u'=');
    QString value = match.captured(3);
    if (value.startsWith(u'"')) {
        if (value.size() < 2 || !value.endsWith(u'"')) {
            return fail(ErrorKind::Rejected, QStringLiteral("The quotation mark of a matcher is not closed"), text.left(80).toString());
        }
        QString plainValue;
        for (qsizetype i = 1; i + 1 < value.size(); ++i) {
            if (value.at(i) == u'\\' && i + 2 < value.size()) {
                ++i;
                plainValue += value.at(i) == u'n' ? QChar(u'\n') : value.at(i);
            } else {
                plainValue += value.at(i);
            }
        }
        value = plainValue;
    }
    matcher.value = value;
    if (matcher.isRegex && !QRegularExpression(value).isValid()) {
        return fail(ErrorKind::Rejected, QStringLiteral("The regular expression does not compile"), value.left(80));
    }
    return matcher;
}

MatcherSet::MatcherSet(std::vector<Matcher> matchers)
    : m_matchers(std::move(matchers))
{
    m_patterns.reserve(m_matchers.size());
    for (const Matcher &matcher : m_matchers) {
        QRegularExpression pattern;
        if (matcher.isRegex) {
            pattern.setPattern(QRegularExpression::anchoredPattern(matcher.value));
            pattern.optimize();
            m_valid = m_valid && pattern.isValid() && matcher.value.size() <= 1024;
        }
        m_patterns.push_back(pattern);
    }
}

bool MatcherSet::matches(const Labels &labels) const
{
    if (!m_valid) {
        return false;
    }
    for (std::size_t i = 0; i < m_matchers.size(); ++i) {
        const Matcher &matcher = m_matchers[i];
        const QString value = labels.value(matcher.name);
        const bool hit = matcher.isRegex ? m_patterns[i].match(value).hasMatch() : value == matcher.value;
        if (hit != matcher.isEqual) {
            return false;
        }
    }
    return true;
}

std::vector<Matcher> exactMatchers(const Labels &labels)
{
    std::vector<Matcher> matchers;
    for (const Label &label : labels) {
        matchers.push_back(Matcher {label.name, label.value, false, true});
    }
    return matchers;
}

} // namespace quarterdeck
