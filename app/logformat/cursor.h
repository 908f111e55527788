#pragma once

#include <QByteArrayView>

#include <optional>

namespace quarterdeck::logformat {

/// "0" to "9".
constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
/// "A" to "Z".
constexpr bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}
/// "a" to "z".
constexpr bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}
/// A letter of ASCII.
constexpr bool isLetter(char c)
{
    return isUpper(c) || isLower(c);
}

/// A place in a text that goes forward; past its end it reads zeros.
class Cursor {
public:
    explicit Cursor(QByteArrayView text)
        : m_text(text)
    {
    }

    qsizetype at() const { return m_at; }
    QByteArrayView rest() const { return m_text.sliced(m_at); }
    bool isAtEnd() const { return m_at >= m_text.size(); }
    char peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }
    /// Goes forward, to the end at most.
    void skip(qsizetype bytes) { m_at = std::min(m_text.size(), m_at + bytes); }

    /// Goes over `c`; false where another byte stands there.
    bool take(char c)
    {
        const bool isThere = peek() == c && !isAtEnd();
        m_at += isThere ? 1 : 0;
        return isThere;
    }
    /// Goes over all spaces.
    void takeSpaces()
    {
        while (peek() == ' ') {
            ++m_at;
        }
    }
    /// A number of `least` to `most` digits.
    std::optional<int> number(int least, int most)
    {
        int value = 0;
        int digits = 0;
        while (digits < most && isDigit(peek())) {
            value = value * 10 + (peek() - '0');
            ++m_at;
            ++digits;
        }
        return digits < least ? std::nullopt : std::optional(value);
    }

private:
    QByteArrayView m_text;
    qsizetype m_at = 0;
};

} // namespace quarterdeck::logformat
