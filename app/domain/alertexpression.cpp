#include "app/domain/alertexpression.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <array>
#include <cmath>

namespace quarterdeck {

namespace {

bool isNameChar(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u':' || c == u'.';
}

// One operator that stands outside of all brackets and quotes.
struct Operator {
    qsizetype at = -1;
    qsizetype length = 0;
};

struct Operators {
    Operator orWord;
    Operator setWord;    // the last `and` or `unless`
    Operator comparison; // the last one
    bool isBalanced = true;
};

qsizetype skipQuoted(QStringView text, qsizetype at)
{
    const QChar quote = text.at(at);
    for (++at; at < text.size() && text.at(at) != quote; ++at) {
        if (text.at(at) == u'\\' && quote != u'`') {
            ++at;
        }
    }
    return at + 1;
}

void noteWord(QStringView word, qsizetype at, Operators &found)
{
    const Operator here {at, word.size()};
    if (word.compare(u"or", Qt::CaseInsensitive) == 0) {
        found.orWord = here;
    } else if (word.compare(u"and", Qt::CaseInsensitive) == 0 || word.compare(u"unless", Qt::CaseInsensitive) == 0) {
        found.setWord = here;
    }
}

Operators topLevelOperators(QStringView text)
{
    Operators found;
    int depth = 0;
    for (qsizetype i = 0; i < text.size();) {
        const QChar c = text.at(i);
        if (c == u'"' || c == u'\'' || c == u'`') {
            i = skipQuoted(text, i);
        } else if (c == u'#') {
            const qsizetype end = text.indexOf(u'\n', i);
            i = end < 0 ? text.size() : end;
        } else if (c == u'(' || c == u'[' || c == u'{') {
            ++depth;
            ++i;
        } else if (c == u')' || c == u']' || c == u'}') {
            --depth;
            ++i;
        } else if (depth == 0 && isNameChar(c)) {
            const qsizetype from = i;
            while (i < text.size() && isNameChar(text.at(i))) {
                ++i;
            }
            noteWord(text.mid(from, i - from), from, found);
        } else if (depth == 0 && QStringView(u"<>=!").contains(c)) {
            const bool isTwo = i + 1 < text.size() && text.at(i + 1) == u'=';
            if (isTwo || c == u'<' || c == u'>') {
                found.comparison = {i, isTwo ? 2 : 1};
            }
            i += isTwo ? 2 : 1;
        } else {
            ++i;
        }
        found.isBalanced = found.isBalanced && depth >= 0;
    }
    found.isBalanced = found.isBalanced && depth == 0;
    return found;
}

QStringView withoutParentheses(QStringView text)
{
    for (text = text.trimmed(); text.startsWith(u'(') && text.endsWith(u')'); text = text.mid(1).chopped(1).trimmed()) {
        if (!topLevelOperators(text.mid(1).chopped(1)).isBalanced) {
            break;
        }
    }
    return text;
}

// Numbers with + - * / ^ % and parentheses; anything else is not constant.
class Constant {
public:
    static std::optional<double> of(QStringView text)
    {
        Constant reader(text);
        const auto value = reader.sum();
        return value && reader.next() == QChar() && std::isfinite(*value) ? value : std::nullopt;
    }

private:
    explicit Constant(QStringView text)
        : m_text(text)
    {
    }
    QChar next()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace()) {
            ++m_at;
        }
        return m_at < m_text.size() ? m_text.at(m_at) : QChar();
    }
    std::optional<double> sum()
    {
        auto left = product();
        while (left && (next() == u'+' || next() == u'-')) {
            const bool isPlus = m_text.at(m_at++) == u'+';
            const auto right = product();
            left = right ? std::optional(isPlus ? *left + *right : *left - *right) : std::nullopt;
        }
        return left;
    }
    std::optional<double> product()
    {
        auto left = power();
        while (left && (next() == u'*' || next() == u'/' || next() == u'%')) {
            const QChar sign = m_text.at(m_at++);
            const auto right = power();
            left = !right ? std::nullopt : std::optional(sign == u'*' ? *left * *right : sign == u'/' ? *left / *right : std::fmod(*left, *right));
        }
        return left;
    }
    std::optional<double> power()
    {
        if (next() == u'-' || next() == u'+') {
            const bool isMinus = m_text.at(m_at++) == u'-';
            const auto value = deeper([this] { return power(); });
            return value ? std::optional(isMinus ? -*value : *value) : std::nullopt;
        }
        const auto base = atom();
        if (!base || next() != u'^') {
            return base;
        }
        ++m_at;
        const auto exponent = deeper([this] { return power(); });
        return exponent ? std::optional(std::pow(*base, *exponent)) : std::nullopt;
    }
    std::optional<double> atom()
    {
        if (next() == u'(') {
            ++m_at;
            const auto value = deeper([this] { return sum(); });
            if (!value || next() != u')') {
                return std::nullopt;
            }
            ++m_at;
            return value;
        }
        const qsizetype from = m_at;
        while (m_at < m_text.size()
            && (isNameChar(m_text.at(m_at))
                || ((m_text.at(m_at) == u'-' || m_text.at(m_at) == u'+') && m_at > from && m_text.at(m_at - 1).toLower() == u'e'
                    && m_text.at(from).isDigit()))) {
            ++m_at;
        }
        bool isNumber = false;
        const double value = m_text.mid(from, m_at - from).toDouble(&isNumber);
        return isNumber ? std::optional(value) : std::nullopt;
    }
    template <class F> std::optional<double> deeper(F read)
    {
        if (++m_depth > 64) {
            return std::nullopt;
        }
        const auto value = read();
        --m_depth;
        return value;
    }
    QStringView m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
};

QString flipped(QStringView comparison)
{
    QString other = comparison.toString();
    if (other.startsWith(u'<')) {
        other[0] = u'>';
    } else if (other.startsWith(u'>')) {
        other[0] = u'<';
    }
    return other;
}

QStringView withoutBool(QStringView text)
{
    text = text.trimmed();
    return text.startsWith(QLatin1StringView("bool")) && (text.size() == 4 || !isNameChar(text.at(4))) ? text.mid(4).trimmed() : text;
}

AlertExpression split(QStringView text, int depth)
{
    text = withoutParentheses(text);
    const AlertExpression whole {text.toString(), std::nullopt, {}};
    const Operators operators = topLevelOperators(text);
    if (!operators.isBalanced || operators.orWord.at >= 0 || depth > 16) {
        return whole;
    }
    if (operators.setWord.at >= 0) {
        return split(text.left(operators.setWord.at), depth + 1);
    }
    if (operators.comparison.at < 0) {
        return whole;
    }
    const QStringView comparison = text.mid(operators.comparison.at, operators.comparison.length);
    const QStringView left = text.left(operators.comparison.at).trimmed();
    const QStringView right = withoutBool(text.mid(operators.comparison.at + operators.comparison.length));
    if (const auto limit = Constant::of(right); limit && !left.isEmpty()) {
        return {split(left, depth + 1).series, limit, comparison.toString()};
    }
    if (const auto limit = Constant::of(left); limit && !right.isEmpty()) {
        return {split(right, depth + 1).series, limit, flipped(comparison)};
    }
    // Two series compared with each other: the left one is what the alert is about.
    return left.isEmpty() ? whole : AlertExpression {split(left, depth + 1).series, std::nullopt, {}};
}

} // namespace

AlertExpression splitThreshold(QStringView promql)
{
    return split(promql.left(16384), 0);
}

QString expressionOfLink(const QString &generatorUrl)
{
    const QUrl url(generatorUrl.left(32'768), QUrl::StrictMode);
    if (!url.isValid() || !url.path().endsWith(QLatin1StringView("/graph"))) {
        return {};
    }
    // A form's way of writing spaces, which QUrlQuery leaves as it is.
    const QString query = url.query(QUrl::FullyEncoded).replace(u'+', QLatin1StringView("%20"));
    return QUrlQuery(query).queryItemValue(QStringLiteral("g0.expr"), QUrl::FullyDecoded).trimmed();
}

std::vector<Series> seriesOfAlert(const std::vector<Series> &series, const Labels &alert)
{
    std::vector<Series> fitting;
    std::copy_if(series.begin(), series.end(), std::back_inserter(fitting), [&alert](const Series &one) {
        return std::all_of(one.labels.begin(), one.labels.end(), [&alert](const Label &label) {
            return label.name == QLatin1StringView("__name__") || !alert.contains(label.name) || alert.value(label.name) == label.value;
        });
    });
    return fitting.empty() ? series : fitting;
}

} // namespace quarterdeck
