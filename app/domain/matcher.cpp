#include "app/domain/matcher.h"

namespace quarterdeck {

namespace {

// Only \n, \" and \\ are escapes; any other backslash belongs to the value, so that ~"a\d+" keeps its digits.
// Source: Alertmanager, pkg/labels/parse.go.
Result<QString> unquoted(QStringView raw)
{
    const bool isQuoted = raw.startsWith(u'"');
    bool isClosed = !isQuoted;
    QString out;
    for (qsizetype i = isQuoted ? 1 : 0; i < raw.size(); ++i) {
        const QChar c = raw.at(i);
        if (c == u'"') {
            if (!isQuoted || i + 1 < raw.size()) {
                return fail(ErrorKind::Rejected, QStringLiteral("A quotation mark inside a value is written \\\""), raw.left(80).toString());
            }
            isClosed = true;
        } else if (c == u'\\' && i + 1 < raw.size()) {
            const QChar next = raw.at(++i);
            if (next != u'n' && next != u'"' && next != u'\\') {
                out += c;
            }
            out += next == u'n' ? QChar(u'\n') : next;
        } else {
            out += c;
        }
    }
    if (!isClosed) {
        return fail(ErrorKind::Rejected, QStringLiteral("The quotation mark of a matcher is not closed"), raw.left(80).toString());
    }
    return out;
}

} // namespace

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
    auto value = unquoted(match.capturedView(3));
    if (!value) {
        return tl::unexpected(value.error());
    }
    matcher.value = *value;
    if (matcher.isRegex && !QRegularExpression(matcher.value).isValid()) {
        return fail(ErrorKind::Rejected, QStringLiteral("The regular expression does not compile"), matcher.value.left(80));
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
        bool hit = value == matcher.value;
        if (matcher.isRegex) {
            const auto match = m_patterns[i].match(value);
            // An expression that ran into PCRE's limits has said neither yes nor no.
            if (!match.isValid()) {
                return false;
            }
            hit = match.hasMatch();
        }
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
