#include "app/domain/matcher.h"

#include "app/domain/promql.h"

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr qsizetype Shown = 120;

QString shown(QStringView text)
{
    return text.size() <= Shown ? text.toString() : text.left(Shown).toString() + QChar(0x2026);
}

tl::unexpected<Error> refuse(const QString &why, QStringView where)
{
    return fail(ErrorKind::Rejected, why, shown(where));
}

// Source: Alertmanager, matcher/parse/lexer.go.
bool isReserved(QChar c)
{
    return QStringView(u"{}!=~,\\\"'`").contains(c);
}

/// Reads matchers from left to right.
class MatcherReader {
public:
    explicit MatcherReader(QStringView text)
        : m_text(text.trimmed())
    {
    }

    Result<std::vector<Matcher>> all()
    {
        if (m_text.startsWith(u'{')) {
            if (!m_text.endsWith(u'}') || m_text.size() < 2) {
                return refuse(QStringLiteral("The brace around the matchers is not closed"), m_text);
            }
            m_isBraced = true;
            m_text = m_text.mid(1, m_text.size() - 2).trimmed();
        }
        std::vector<Matcher> matchers;
        while (matchers.empty() || m_at < m_text.size()) {
            auto matcher = one();
            if (!matcher) {
                return tl::unexpected<Error>(matcher.error());
            }
            matchers.push_back(std::move(*matcher));
            skipSpace();
            if (m_at < m_text.size() && m_text[m_at] != u',') {
                return refuse(QStringLiteral("A quotation mark inside a value is written \\\", and matchers are parted by commas"), m_text.mid(m_at));
            }
            ++m_at;
            skipSpace();
        }
        return matchers;
    }

private:
    void skipSpace()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace()) {
            ++m_at;
        }
    }

    Result<Matcher> one()
    {
        Matcher matcher;
        auto name = readName();
        if (!name) {
            return tl::unexpected<Error>(name.error());
        }
        matcher.name = std::move(*name);
        skipSpace();
        const qsizetype at = m_at;
        if (!readOperator(matcher)) {
            return refuse(objection(matcher.name, m_text.mid(at)), m_text);
        }
        skipSpace();
        auto value = m_at < m_text.size() && m_text[m_at] == u'"' ? readQuoted() : readBare();
        if (!value) {
            return tl::unexpected<Error>(value.error());
        }
        matcher.value = std::move(*value);
        if (matcher.isRegex) {
            if (const auto pattern = Pattern::compile(matcher.value); !pattern) {
                return refuse(pattern.error().what, matcher.value);
            }
        }
        return matcher;
    }

    static QString objection(QStringView name, QStringView rest)
    {
        if (name.isEmpty() || rest.isEmpty()) {
            return QStringLiteral("A matcher is written name=value, name!=value, name=~regex or name!~regex");
        }
        return rest.startsWith(u'{')
            ? QStringLiteral("A name before the braces is not a matcher; write alertname=\"%1\" inside them").arg(shown(name))
            : QStringLiteral("“%1” is not followed by = != =~ or !~; put a name with spaces or signs in quotation marks: \"my label\"=value")
                  .arg(shown(name));
    }

    Result<QString> readName()
    {
        if (m_at < m_text.size() && m_text[m_at] == u'"') {
            auto name = readQuoted();
            if (name && name->isEmpty()) {
                return refuse(QStringLiteral("The name of a matcher is empty"), m_text);
            }
            return name;
        }
        const qsizetype from = m_at;
        while (m_at < m_text.size() && !isReserved(m_text[m_at]) && !m_text[m_at].isSpace()) {
            ++m_at;
        }
        if (m_at == from) {
            return refuse(objection({}, {}), m_text);
        }
        return m_text.mid(from, m_at - from).toString();
    }

    bool readOperator(Matcher &matcher)
    {
        const QStringView rest = m_text.mid(m_at);
        matcher.isRegex = rest.startsWith(u"=~") || rest.startsWith(u"!~");
        matcher.isEqual = rest.startsWith(u'=');
        if (!matcher.isRegex && !matcher.isEqual && !rest.startsWith(u"!=")) {
            return false;
        }
        m_at += matcher.isRegex || !matcher.isEqual ? 2 : 1;
        return true;
    }

    // Only \n, \" and \\ are escapes; any other backslash belongs to the value, so that ~"a\d+" keeps its digits.
    // Source: Alertmanager, pkg/labels/parse.go.
    void readEscape(QString &out)
    {
        const QChar next = m_at + 1 < m_text.size() ? m_text[m_at + 1] : QChar();
        if (next == u'n' || next == u'"' || next == u'\\') {
            out += next == u'n' ? QChar(u'\n') : next;
            ++m_at;
        } else {
            out += u'\\';
        }
    }

    Result<QString> readQuoted()
    {
        const qsizetype from = m_at;
        QString out;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == u'"') {
                ++m_at;
                return out;
            }
            if (m_text[m_at] == u'\\') {
                readEscape(out);
            } else {
                out += m_text[m_at];
            }
        }
        return refuse(QStringLiteral("The quotation mark of a matcher is not closed"), m_text.mid(from));
    }

    Result<QString> readBare()
    {
        const qsizetype from = m_at;
        if (!m_isBraced && holdsAnother(m_text.mid(from))) {
            return refuse(QStringLiteral("More than one matcher is put in braces, {a=b,c=d}, or given one by one; a comma that belongs to a value "
                                         "needs quotation marks around the value"),
                m_text);
        }
        QString out;
        for (; m_at < m_text.size() && (!m_isBraced || m_text[m_at] != u','); ++m_at) {
            if (m_text[m_at] == u'"') {
                return refuse(QStringLiteral("A quotation mark inside a value is written \\\""), m_text.mid(from));
            }
            if (m_text[m_at] == u'\\') {
                readEscape(out);
            } else {
                out += m_text[m_at];
            }
        }
        const QStringView typed = m_text.mid(from, m_at - from).trimmed();
        if (typed.size() > 1 && (typed.front() == u'\'' || typed.front() == u'`') && typed.back() == typed.front()) {
            return refuse(QStringLiteral("Values go in double quotation marks: name=\"value\""), typed);
        }
        return out.trimmed();
    }

    /// True where a comma is followed by what looks like another matcher.
    static bool holdsAnother(QStringView value)
    {
        for (qsizetype comma = value.indexOf(u','); comma >= 0; comma = value.indexOf(u',', comma + 1)) {
            MatcherReader rest(value.mid(comma + 1));
            Matcher ignored;
            const bool hasName = rest.readName().has_value();
            rest.skipSpace();
            if (hasName && rest.readOperator(ignored)) {
                return true;
            }
        }
        return false;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    bool m_isBraced = false;
};

} // namespace

QString Matcher::toString() const
{
    const QLatin1StringView op(isEqual ? (isRegex ? "=~" : "=") : (isRegex ? "!~" : "!="));
    // Source: Alertmanager, pkg/labels/parse.go: the only names that versions before 0.27 read without quotation marks, or at all.
    return (promql::isBareMetric(name) ? name : promql::quoted(name)) + op + promql::quoted(value);
}

Result<std::vector<Matcher>> parseMatchers(QStringView text)
{
    return MatcherReader(text).all();
}

Result<Matcher> parseMatcher(QStringView text)
{
    auto matchers = parseMatchers(text);
    if (!matchers) {
        return tl::unexpected<Error>(matchers.error());
    }
    if (matchers->size() != 1) {
        return refuse(QStringLiteral("One matcher was expected, these are %1").arg(matchers->size()), text);
    }
    return std::move(matchers->front());
}

QString matchersText(const std::vector<Matcher> &matchers)
{
    QStringList parts;
    for (const Matcher &matcher : matchers) {
        parts << matcher.toString();
    }
    return u'{' + parts.join(QStringLiteral(", ")) + u'}';
}

MatcherSet::MatcherSet(std::vector<Matcher> matchers)
    : m_matchers(std::move(matchers))
{
    m_patterns.reserve(m_matchers.size());
    for (const Matcher &matcher : m_matchers) {
        m_patterns.emplace_back();
        if (!matcher.isRegex) {
            continue;
        }
        if (auto pattern = Pattern::compile(matcher.value)) {
            m_patterns.back() = std::move(*pattern);
        } else if (m_problem.isEmpty()) {
            m_problem = shown(matcher.toString()) + QStringLiteral(": ") + pattern.error().what;
        }
    }
}

bool MatcherSet::matches(const Labels &labels) const
{
    if (!isValid()) {
        return false;
    }
    for (std::size_t i = 0; i < m_matchers.size(); ++i) {
        const Matcher &matcher = m_matchers[i];
        const QString value = labels.value(matcher.name);
        const bool hit = m_patterns[i] ? m_patterns[i]->matchesWhole(value) : value == matcher.value;
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
